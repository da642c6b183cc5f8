"""What an exercise shows of a documented case, as HTML: its name as a link, and what is known of it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reiswijzer.content.cases import Case
    from reiswijzer.content.texts import Texts

LINK = "rw-casus-verwijzing"
"""Class of a name that leads to the main source, and in the book to the page of the case (`book.case_links`)."""
AGAINST, OCCASION = "tegen", "vooraf"
_FIELDS = {
    "doel": "intended_result",
    "vorm": "governance_form",
    "partners": "partners",
    "opbrengst": "documented_outcome",
    AGAINST: "documented_difficulty",
}


def name_link(item: Case) -> str:
    """Return the name of a case as a link."""
    return _link(item.source_url, item.name, f' class="{LINK}" data-casus="{escape(item.id)}"')


def details(texts: Texts, item: Case, fields: Iterable[str], *, closed: str = "") -> str:
    """Return what is known of a case as a list of terms, with its main source as the last.

    Parameters
    ----------
    texts
        Has the terms under "kaart_" and the field, and "onbekend" for what was not found.
    item
        The case.
    fields
        Which fields, of "doel", "vorm", "partners", "opbrengst" and "tegen".
    closed
        What stands at "tegen" as long as the reader may not see it.
    """
    rows = "".join(_row(texts, item, name, closed) for name in fields)
    return f"<dl>{rows}<dt>{escape(texts('kaart_bron'))}</dt><dd>{_link(item.source_url, item.source_title)}</dd></dl>"


def _row(texts: Texts, item: Case, name: str, closed: str) -> str:
    term, value = name, getattr(item, _FIELDS[name])
    if name == AGAINST and closed:
        value = closed
    elif name == AGAINST and item.only_occasion:
        term = OCCASION
    return f"<dt>{escape(texts(f'kaart_{term}'))}</dt><dd>{escape(value or texts('onbekend'))}</dd>"


def _link(address: str, label: str, more: str = "") -> str:
    return f'<a{more} href="{escape(address)}" target="_blank" rel="noopener noreferrer">{escape(label)}</a>'
