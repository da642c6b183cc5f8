"""Cards for the table of a session: documented cases with their outcome below the fold, and invented roles."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from reiswijzer.content.cases import case
from reiswijzer.content.files import ContentError, require, toml, unique

if TYPE_CHECKING:
    from collections.abc import Mapping

CASES, ROLES, RULES = "kaarten/casussen.toml", "kaarten/rollen.toml", "kaarten/afspraken.toml"
LONGEST = 230
"""Characters in one text of a card, at most: a quarter of an A4 holds no more in readable type."""


@dataclass(frozen=True)
class CaseCard:
    """A case (its id): what was wanted, a question to bet on; below the fold how it went and what went wrong."""

    case: str
    wanted: str
    question: str
    outcome: str
    difficulty: str


@dataclass(frozen=True)
class RoleCard:
    """An invented role: where it stands, what it wants and fears, what it can do, and what it alone knows."""

    id: str
    title: str
    place: str
    wants: str
    fears: str
    can: str
    knows: str


C = TypeVar("C", CaseCard, RoleCard)


def _card(kind: type[C], file: str, table: Mapping[str, Any], key: str) -> C:
    ident = str(table.get(key, f"card without {key}"))
    names = [field.name for field in fields(kind)]
    require(file, ident, table, *names)
    for name in names:
        if len(table[name]) > LONGEST:
            raise ContentError(file, ident, f"'{name}' has {len(table[name])} characters; a card holds {LONGEST}")
    return kind(**{name: table[name].strip() for name in names})


@cache
def case_cards() -> tuple[CaseCard, ...]:
    """Return the case cards; raise `ContentError` for an unknown case, an empty text or one that is too long."""
    made = tuple(_card(CaseCard, CASES, table, "case") for table in toml(CASES).get("card", []))
    unique(CASES, (card.case for card in made))
    for card in made:
        case(card.case)
    return made


@cache
def role_cards() -> tuple[RoleCard, ...]:
    """Return the role cards; raise `ContentError` for an empty text or one that is too long."""
    made = tuple(_card(RoleCard, ROLES, table, "id") for table in toml(ROLES).get("role", []))
    unique(ROLES, (card.id for card in made))
    return made


def household() -> tuple[str, str]:
    """Return the invented household that the roles stand around, and what they have to agree on."""
    table = toml(ROLES)
    require(ROLES, "household", table, "household", "task")
    return table["household"].strip(), table["task"].strip()


def agreements() -> tuple[str, ...]:
    """Return what a group agrees on about sharing."""
    table = toml(RULES)
    require(RULES, "afspraken", table, "afspraken")
    return tuple(line.strip() for line in table["afspraken"])
