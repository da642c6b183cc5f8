"""Where the book will stand: one setting, from which canonical links, share pictures and the sitemap are made.

A page cannot know its address, and those want a whole one. Without the setting they are left out.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from sphinx.errors import ExtensionError
from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

logger = logging.getLogger(__name__)
SETTING = "REISWIJZER_ADDRESS"
UNLISTED = ("search", "404")
"""Pages that help a reader who is in the book, and are nothing to find from outside."""
_NAMES = "http://www.sitemaps.org/schemas/sitemap/0.9"


def address(given: str) -> str:
    """Return the address of the book with one slash at its end, "" for none.

    Raises
    ------
    ExtensionError
        When it is not a whole address.
    """
    given = given.strip()
    parts = urlsplit(given)
    if given and (parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment):
        raise ExtensionError(f"{SETTING}: '{given}' is no address of a website, such as https://www.example.org/boek/")
    return f"{given.rstrip('/')}/" if given else ""


def of_page(base: str, page: str) -> str:
    """Return the address of a page; the first page stands at that of the book."""
    return base if page == "index" else f"{base}{page}.html"


def robots(base: str) -> str:
    """Return `robots.txt`: all may be read, and where the sitemap is when the address is known."""
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {base}sitemap.xml\n" if base else "")


def sitemap(base: str, pages: list[str]) -> str:
    """Return `sitemap.xml` with every page."""
    lines = "".join(f"  <url><loc>{escape(of_page(base, page))}</loc></url>\n" for page in pages)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_NAMES}">\n{lines}</urlset>\n'


def _configure(app: Sphinx, config: Config) -> None:
    del app
    config.html_baseurl = address(os.environ.get(SETTING, "") or config.html_baseurl)
    if not config.html_baseurl:
        logger.info("Address: not known (set %s), so no canonical links, share pictures and sitemap", SETTING)


def _write(app: Sphinx, error: Exception | None) -> None:
    if error or app.builder.format != "html":
        return
    base, out = app.config.html_baseurl, Path(app.outdir)
    (out / "robots.txt").write_text(robots(base), encoding="utf-8")
    listed = out / "sitemap.xml"
    listed.unlink(missing_ok=True)
    if base:
        pages = sorted(page for page in app.env.found_docs if page not in UNLISTED)
        listed.write_text(sitemap(base, pages), encoding="utf-8")


def register(app: Sphinx) -> None:
    """Read the setting before all else, and write the two files beside the pages."""
    app.connect("config-inited", _configure)
    app.connect("build-finished", _write)
