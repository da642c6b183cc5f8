"""`404.html`: what a host shows for an address that is not there.

It may be shown at any depth, so its links begin at the root: that of the book's address when it is known
(`html_baseurl`), else that of the website. It needs no other file; the typeface of the book is used
when it can be had.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup

from reiswijzer.book.templates import TEMPLATES
from reiswijzer.book.tokens import colour
from reiswijzer.content.about import about
from reiswijzer.content.files import require, toml
from reiswijzer.content.route import picture
from reiswijzer.figures.route_picture import route_picture

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FILE = "niet-gevonden.toml"
NAME = "404.html"
_PAGES = {
    "home": "index.html",
    "map": "book/kaart/index.html",
    "search": "search.html",
    "notes": "book/thuiskomst/uw-reisverslag.html",
}


def _in_both(name: str) -> str:
    """Return a colour of the book in both themes, as the page has no script to choose with."""
    light, dark = colour(name)
    return f"light-dark({light}, {dark})"


def page(book: str, address: str) -> str:
    """Return the page of the book named `book` that stands at `address` ("" when that is not known).

    Raises
    ------
    ContentError
        When a text is missing.
    """
    words = toml(FILE)
    require(FILE, NAME, words, "title", "text", *_PAGES)
    return TEMPLATES.get_template("niet-gevonden.html").render(
        w=words,
        book=book,
        paper=_in_both("papier"),
        ink=_in_both("inkt"),
        base=urlsplit(address).path or "/",
        links=[(path, words[key]) for key, path in _PAGES.items()],
        picture=Markup(route_picture("De route", picture())),  # noqa: S704 - made and escaped by us
    )


def _write(app: Sphinx, error: Exception | None) -> None:
    if not error and app.builder.format == "html":
        (Path(app.outdir) / NAME).write_text(page(about().title, app.config.html_baseurl), encoding="utf-8")


def register(app: Sphinx) -> None:
    """Write the page after the others, before scripts are moved out of pages and the offline copy is listed."""
    app.connect("build-finished", _write, priority=400)
