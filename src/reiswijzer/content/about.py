"""What the book says of itself to others: name, maker, licence, and what other pages cannot say themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reiswijzer.content.files import require, toml

FILE = "boek.toml"


@dataclass(frozen=True)
class About:
    """The book as others know it; `pages` holds a description by page, `paper` the words that stand only in the PDF."""

    title: str
    maker: str
    licence: str
    licence_name: str
    about: tuple[str, ...]
    audience: str
    paper: dict[str, str]
    pages: dict[str, str]


@cache
def about() -> About:
    """Return what the book says of itself; raise `ContentError` when something is missing."""
    table = toml(FILE)
    fields = tuple(About.__dataclass_fields__)
    require(FILE, "-", table, *fields)
    return About(**{**{field: table[field] for field in fields}, "about": tuple(table["about"])})
