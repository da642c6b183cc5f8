"""A card beside a link: a template at the end of the page says for which links it is, and `card.mjs` shows it there."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reiswijzer.content.case_words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config

SCRIPT = Path(__file__).with_name("card.mjs")


@dataclass(frozen=True)
class LinkCard:
    """What stands beside a link.

    Attributes
    ----------
    links
        A CSS selector of the links.
    name
        What the card is about.
    html
        Inline elements, because the card may stand inside a paragraph. What describes the link has the class
        `rw-kaartje-kern`; the link with the class `rw-kaartje-meer` gets the address of the link itself.
    """

    links: str
    name: str
    html: str


def put_cards(app: Sphinx, context: dict[str, Any], cards: Iterable[LinkCard]) -> None:
    """Put cards at the end of a page, where only the script finds them, and load the script with them."""
    said = words("kaartje")
    templates = [
        f'<template class="rw-kaartje-inhoud" data-voor="{escape(card.links)}" '
        f'data-label="{escape(said["label"].format(naam=card.name))}" data-dicht="{escape(said["dicht"])}">'
        f'<span class="rw-kaartje-naam">{escape(card.name)}</span>{card.html}</template>'
        for card in cards
    ]
    if not templates:
        return
    context["body"] += "".join(templates)
    app.add_js_file(SCRIPT.name, type="module")


def _ship(app: Sphinx, config: Config) -> None:
    del app
    config.html_static_path.append(str(SCRIPT))


def register(app: Sphinx) -> None:
    """Register the script."""
    app.connect("config-inited", _ship)
