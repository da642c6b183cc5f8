"""State and rules of "Wie leidt hier?": the two given tables, the reader's own, and who has left (M13)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reiswijzer.exercises.base import State
from reiswijzer.models.shared_leadership import (
    FEWEST_MEMBERS,
    ONE_LEADER,
    SHARED,
    KnockOut,
    Ratings,
    in_strength,
    knock_out,
    normalised_density,
)
from reiswijzer.models.tensions import Position, Tension

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reiswijzer.content.texts import Texts

IDENT = "wie-leidt-hier"
GIVEN: Mapping[str, Ratings] = {"a": ONE_LEADER, "b": SHARED}
OWN = "eigen"
FEWEST, MOST = 3, 7
"""Seats at the reader's own table."""
START = 5
MIDDLE, HIGHEST = 3, 5
IDS = tuple(str(number) for number in range(1, MOST + 1))
_LONGEST_ROLE = 24
_CLOSE = 1e-9

Rows = tuple[tuple[int, ...], ...]


def empty(seats: int) -> Rows:
    """Return an own table in which nothing was filled in."""
    return ((0,) * seats,) * seats


@dataclass(frozen=True)
class LeadState(State):
    """What the reader did.

    `emptied` holds per table the seat taken out (empty for none); `seats` the roles at the own table; `rows[i][j]`
    how much seat i relies on seat j, 0 for not filled in; `free` and `free_gone` the table and the empty seats of
    the last screen.
    """

    emptied: Mapping[str, str] = field(default_factory=dict)
    seats: tuple[str, ...] = ()
    rows: Rows = ()
    free: str = "a"
    free_gone: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Take the signs of our markup out of the roles: those in a file were not typed here."""
        object.__setattr__(self, "seats", tuple(re.sub(r"[*\[\]]", " ", seat) for seat in self.seats))


def start(texts: Texts) -> LeadState:
    """Return the starting state: five suggested roles, nothing filled in."""
    return LeadState(seats=tuple(texts.data["rollen"][OWN][:START]), rows=empty(START))


def clean_role(typed: str) -> str:
    """Return a role on one line, without the signs that mean something in our markup, not too long."""
    return " ".join(re.sub(r"[*\[\]{}\x00-\x1f\x7f]", " ", typed).split())[:_LONGEST_ROLE].rstrip()


def clean_roles(typed: Sequence[str], fallback: str) -> tuple[str, ...]:
    """Return roles that all differ: a double gets the number of its seat, a blank is `fallback` with its number."""
    named: list[str] = []
    for number, each in enumerate(typed, start=1):
        role = clean_role(each) or f"{fallback} {number}"
        while role in named:
            role = f"{role[: _LONGEST_ROLE - 2].rstrip()} {number}"
            if role in named:
                role = f"{number} {role}"
        named.append(role)
    return tuple(named)


def clean_rows(rows: Sequence[Sequence[int]], seats: int) -> Rows:
    """Return a square of ratings 0 to 5 with an empty diagonal; what is missing counts as not filled in."""
    given = {(i, j): value for i, row in enumerate(rows) for j, value in enumerate(row)}
    return tuple(
        tuple(0 if i == j else min(max(given.get((i, j), 0), 0), HIGHEST) for j in range(seats)) for i in range(seats)
    )


def seats_of(state: LeadState, table: str) -> tuple[str, ...]:
    """Return the ids of the seats of a table."""
    return GIVEN[table].members if table in GIVEN else IDS[: len(state.seats)]


def roles(texts: Texts, state: LeadState, table: str) -> dict[str, str]:
    """Return the role on every seat of a table, by id."""
    names = texts.data["rollen"][table] if table in GIVEN else state.seats
    return dict(zip(seats_of(state, table), names, strict=True))


def cells(state: LeadState) -> int:
    """Count the cells of the own table that can be filled in."""
    return len(state.seats) * (len(state.seats) - 1)


def filled(state: LeadState) -> int:
    """Count the cells of the own table that were filled in."""
    return sum(value > 0 for row in state.rows for value in row)


def fill_rest(rows: Rows) -> Rows:
    """Return the own table with every cell that was left open on the middle of the scale."""
    return tuple(tuple(0 if i == j else value or MIDDLE for j, value in enumerate(row)) for i, row in enumerate(rows))


def ratings(state: LeadState, table: str) -> Ratings | None:
    """Return the ratings of a table; None for an own table that is not complete."""
    if table in GIVEN:
        return GIVEN[table]
    if filled(state) < cells(state):
        return None
    rows = [[None if i == j else value for j, value in enumerate(row)] for i, row in enumerate(state.rows)]
    return Ratings.of(rows, seats_of(state, OWN))


def without(table: Ratings, gone: Iterable[str]) -> Ratings:
    """Return a table without these seats; at least two stay, seats beyond that are kept."""
    for seat in sorted(gone):
        if len(table.members) > FEWEST_MEMBERS:
            table = table.without(seat)
    return table


def key_seats(table: Ratings) -> tuple[str, ...]:
    """List the seats on which the others rely most; more than one when they tie."""
    strengths = in_strength(table)
    most = max(strengths.values())
    return tuple(seat for seat, strength in strengths.items() if most - strength < _CLOSE)


def losses(table: Ratings) -> dict[str, KnockOut]:
    """Return what happens per seat when only that one leaves (M13) [D]."""
    return {seat: knock_out(table, seat) for seat in table.members}


def costliest(table: Ratings) -> tuple[str, ...]:
    """List the seats whose leaving costs most; none when there is nothing to lose or nothing goes."""
    lost = {seat: change.loss for seat, change in losses(table).items() if change.loss is not None and change.loss > 0}
    most = max(lost.values(), default=0.0)
    return tuple(seat for seat, loss in lost.items() if most - loss < _CLOSE)


def hundred(table: Ratings) -> int:
    """Return mutual leadership on a scale of 0 to 100: the normalised density (M13) [D]."""
    return round(100 * normalised_density(table))


def change_text(texts: Texts, change: KnockOut) -> str:
    """Say what share went, or came; in whole per cents of what there was."""
    return _share_text(texts, change.loss)


def difference_text(texts: Texts, before: Ratings, after: Ratings) -> str:
    """Compare a table with what is left of it when several have gone."""
    full, rest = normalised_density(before), normalised_density(after)
    loss = (full - rest) / full if full else None
    return texts("vrij-vergelijk", alle=len(before.members), voor=hundred(before), verandering=_share_text(texts, loss))


def _share_text(texts: Texts, loss: float | None) -> str:
    if loss is None:
        return texts("verlies-niets")
    percent = round(100 * loss)
    if not percent:
        return texts("verlies-nul")
    return texts("verlies" if percent > 0 else "winst", procent=abs(percent))


def wish(texts: Texts, state: LeadState) -> Position | None:
    """Return the reader's wish on the three tensions (M3) [D]; None as long as one is open."""
    chosen = {str(tension): state.answers.get(str(tension)) for tension in Tension}
    if any(answer is None for answer in chosen.values()):
        return None
    places = texts.data["plaats"]
    return Position(**{tension: places[answer] for tension, answer in chosen.items()})
