"""What a page says of itself in its head: description, what a shared link shows, colours, and what it is."""

from __future__ import annotations

import json
import re
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from reiswijzer.book.address import UNLISTED, of_page
from reiswijzer.book.structured import NOTEBOOKS, structured
from reiswijzer.book.tokens import colour
from reiswijzer.content.about import about
from reiswijzer.content.route import Stop, route
from reiswijzer.content.route import picture as in_words

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

PICTURES = "_static/delen/"
PICTURE = (1200, 630)
"""Width and height of a share picture, pixels; `make share` makes them."""
LIGHT, DARK = colour("papier")
"""The paper of the book."""
_DESCRIPTION = re.compile(r'<meta content="(?P<text>[^"]*)" name="description"')


def picture(page: str) -> str:
    """Return the file name of what a shared link to the page shows."""
    return f"halte-{found.number}.png" if (found := _stop(page)) else "boek.png"


def _stop(page: str) -> Stop | None:
    return next((stop for stop in route() if stop.doc == page), None)


def _meta(**attributes: str) -> str:
    said = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
    return f"<meta {said} />"


def _shared(base: str, page: str, title: str, description: str) -> list[str]:
    """Return what a shared link shows; a picture wants a whole address."""
    told = about()
    said = {
        "og:type": "website" if page == "index" else "article",
        "og:site_name": told.title,
        "og:locale": "nl_NL",
        "og:title": title,
        "og:description": description,
    }
    if base:
        said |= {
            "og:url": of_page(base, page),
            "og:image": f"{base}{PICTURES}{picture(page)}",
            "og:image:width": str(PICTURE[0]),
            "og:image:height": str(PICTURE[1]),
            "og:image:alt": found.picture if (found := _stop(page)) else in_words(),
        }
    card = _meta(name="twitter:card", content="summary_large_image" if base else "summary")
    return [*(_meta(property=name, content=value) for name, value in said.items()), card]


def _data(found: dict[str, Any]) -> str:
    """Return a block of data; nothing in it can end the block."""
    text = json.dumps(found, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def head(base: str, page: str, title: str, description: str, body: str) -> str:
    """Return the tags of a page that has a text."""
    tags = [] if page in UNLISTED else _shared(base, page, title, description)
    if page in UNLISTED:
        tags.append(_meta(name="robots", content="noindex"))
    else:
        tags.append(_data(structured(base, page, title, description, body)))
    return "\n".join(tags)


def _add(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    del template, doctree
    tags = context.get("metatags") or ""
    said = _DESCRIPTION.search(tags)
    description = unescape(said["text"]) if said else about().pages.get(page, "")
    title = app.env.titles[page].astext() if page in app.env.titles else ""
    if page.startswith(NOTEBOOKS):
        title = f"{title} (notebook)"
        context["title"] = escape(title)
    if description and not said:
        tags += _meta(content=description, name="description")
    tags += "".join(
        _meta(name="theme-color", content=colour, media=f"(prefers-color-scheme: {scheme})")
        for scheme, colour in (("light", LIGHT), ("dark", DARK))
    )
    base = app.config.html_baseurl
    context["metatags"] = tags + head(base, page, title, description, context.get("body", ""))
    if base:
        context["pageurl"] = None if page in UNLISTED else of_page(base, page)


def register(app: Sphinx) -> None:
    """Fill the head of every page when its text is ready."""
    app.connect("html-page-context", _add)
