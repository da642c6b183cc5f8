"""The words of the map, of a page about a case and of the card beside a link to a case."""

from __future__ import annotations

from functools import cache
from typing import Any

from reiswijzer.content.files import ContentError, require, toml

FILE = "kaart/kaart.toml"
PERIODS = ((2009, "tot-2009"), (2014, "2010-2014"), (2019, "2015-2019"))
LATER, UNKNOWN = "vanaf-2020", "onbekend"


class Words(dict[str, Any]):
    """Words by id; a word that is not there names the file."""

    def __missing__(self, key: str) -> Any:
        raise ContentError(FILE, key, "there is no such text")


@cache
def words(part: str) -> Words:
    """Return the words of "kaart", "casus" or "kaartje"; raise `ContentError` when one is empty."""
    table = toml(FILE).get(part, {})
    require(FILE, part, {part: table}, part)
    require(FILE, part, table, *table)
    return Words(table)


def period(year: int | None) -> str:
    """Return the id of the period in which a case began."""
    if year is None:
        return UNKNOWN
    return next((ident for last, ident in PERIODS if year <= last), LATER)
