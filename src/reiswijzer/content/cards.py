"""Question cards for the supervisors (raad van commissarissen), three per insight."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reiswijzer.content.files import ContentError, names, require, toml, unique

PER_INSIGHT = 3


@dataclass(frozen=True)
class Card:
    """One question a supervisor can ask, why it matters, and what it rests on (bibliography key or case id)."""

    id: str
    question: str
    why: str
    source: str


@cache
def cards() -> dict[int, tuple[Card, ...]]:
    """Return the cards by insight (1 to 5)."""
    found: dict[int, tuple[Card, ...]] = {}
    for name in names("rvc", ".toml"):
        file = f"rvc/{name}.toml"
        tables = toml(file).get("card", [])
        for table in tables:
            require(file, str(table.get("id", "card without id")), table, "id", "question", "why", "source")
        unique(file, (table["id"] for table in tables))
        if len(tables) != PER_INSIGHT:
            raise ContentError(file, name, f"has {len(tables)} cards instead of {PER_INSIGHT}")
        number = name.split("-")[0]
        if not number.isdigit():
            raise ContentError(file, name, "its name does not start with the number of an insight")
        found[int(number)] = tuple(
            Card(table["id"], table["question"].strip(), table["why"].strip(), table["source"]) for table in tables
        )
    return found
