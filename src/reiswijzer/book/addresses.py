"""On paper a link is a number, and the addresses stand below the text; on a screen nothing of this shows.

A page that lists sources prints each address behind its own source (`papier-bladzijde.css`) and gets no list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

CLASS = "rw-adressen"
HEADING = "Adressen"
_LINK = re.compile(r'<a\b(?P<before>[^>]*)\bhref="(?P<address>https?://[^"]+)"')
_LISTS = ('class="citation"', 'class="rw-casus-blad"')
"""What tells a page that lists sources."""


def numbered(body: str) -> str:
    """Return the HTML with a number in every link to elsewhere, one for each address, and the list of these."""
    numbers: dict[str, int] = {}

    def number(found: re.Match[str]) -> str:
        own = numbers.setdefault(found["address"], len(numbers) + 1)
        return f'<a data-adres="{own}"{found["before"]}href="{found["address"]}"'

    body = _LINK.sub(number, body)
    if not numbers:
        return body
    lines = "".join(f'<li><a href="{address}">{address}</a></li>' for address in numbers)
    return f'{body}<div class="{CLASS}"><p>{HEADING}</p><ol>{lines}</ol></div>'


def _number(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    del app, page, template
    if doctree is not None and not any(mark in context["body"] for mark in _LISTS):
        context["body"] = numbered(context["body"])


def register(app: Sphinx) -> None:
    """Let every page that is made from a text number its addresses."""
    app.connect("html-page-context", _number)
