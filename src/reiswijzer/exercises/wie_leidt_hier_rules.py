"""State, rules and drawings of "Wie leidt hier?": the two given tables, the reader's own, and who has left (M13)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reiswijzer.exercises.base import State
from reiswijzer.exercises.fields import decimal, listing
from reiswijzer.figures.reliance import Seat, reliance
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
    from collections.abc import Iterable, Mapping

    from reiswijzer.content.texts import Texts

IDENT = "wie-leidt-hier"
GIVEN: Mapping[str, Ratings] = {"a": ONE_LEADER, "b": SHARED}
OWN = "eigen"
SEATS = 5
MIDDLE = 3
IDS = tuple(str(number) for number in range(1, SEATS + 1))
_LONGEST_ROLE = 24
_CLOSE = 1e-9

Rows = tuple[tuple[int, ...], ...]
EMPTY: Rows = ((0,) * SEATS,) * SEATS


@dataclass(frozen=True)
class LeadState(State):
    """What the reader did.

    `emptied` holds per given table the seat taken out (empty for none); `roles` the roles as typed (empty for the
    one suggested); `rows[i][j]` how much seat i relies on seat j, 0 for not filled in; `rater` whose row is on
    screen; `free` and `free_gone` the table and the empty seats of the last screen.
    """

    emptied: Mapping[str, str] = field(default_factory=dict)
    roles: tuple[str, ...] = ("",) * SEATS
    rows: Rows = EMPTY
    rater: int = 0
    free: str = "a"
    free_gone: frozenset[str] = frozenset()


def clean_role(typed: str) -> str:
    """Return a role on one line, without the signs that mean something in our markup, not too long."""
    return " ".join(re.sub(r"[*\[\]{}\x00-\x1f\x7f]", " ", typed).split())[:_LONGEST_ROLE].rstrip()


def roles(texts: Texts, state: LeadState, table: str) -> dict[str, str]:
    """Return the role on every seat of a table, by id; a blank or double role gets the number of its seat."""
    if table in GIVEN:
        return dict(zip(IDS, texts.data["rollen"][table], strict=True))
    named: dict[str, str] = {}
    for ident, typed, suggested in zip(IDS, state.roles, texts.data["rollen"][OWN], strict=True):
        role = clean_role(typed) or suggested
        named[ident] = f"{role} {ident}" if role in named.values() else role
    return named


def pairs() -> list[tuple[int, int]]:
    """List all pairs (who relies, on whom) by index, without the diagonal."""
    return [(i, j) for i in range(SEATS) for j in range(SEATS) if i != j]


def filled(rows: Rows) -> int:
    """Count the cells of the own table that were filled in, 0 to 20."""
    return sum(rows[i][j] > 0 for i, j in pairs())


def with_rating(rows: Rows, i: int, j: int, rating: int) -> Rows:
    """Return the own table with one cell changed."""
    return tuple(
        tuple(rating if (a, b) == (i, j) else value for b, value in enumerate(row)) for a, row in enumerate(rows)
    )


def fill_rest(rows: Rows) -> Rows:
    """Return the own table with every cell that was left open on the middle of the scale."""
    return tuple(tuple(0 if a == b else value or MIDDLE for b, value in enumerate(row)) for a, row in enumerate(rows))


def ratings(state: LeadState, table: str) -> Ratings | None:
    """Return the ratings of a table; None for an own table that is not complete."""
    if table in GIVEN:
        return GIVEN[table]
    if filled(state.rows) < len(pairs()):
        return None
    return Ratings.of(
        [[None if i == j else value for j, value in enumerate(row)] for i, row in enumerate(state.rows)], IDS
    )


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
    return texts("vrij-vergelijk", voor=hundred(before), verandering=_share_text(texts, loss))


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


def draw(texts: Texts, state: LeadState, table: str, gone: Iterable[str] = ()) -> tuple[str, str]:
    """Return the drawing of a table without the seats that are gone, and in words what it shows."""
    names, away = roles(texts, state, table), frozenset(gone)
    rows = [list(row) for row in (GIVEN[table].rows if table in GIVEN else state.rows)]
    given = {(IDS[i], IDS[j]): rows[i][j] or 0 for i, j in pairs()}
    there = [seat for seat in IDS if seat not in away]
    heard = {seat: [given[other, seat] for other in there if other != seat and given[other, seat]] for seat in there}
    strength = {seat: sum(values) / len(values) if values else 1.0 for seat, values in heard.items()}
    most = max(strength.values(), default=1.0)
    # Where all are relied on alike, nobody stands out.
    alike = most - min(strength.values(), default=most) < _CLOSE
    seats = [
        Seat(
            seat,
            names[seat],
            strength.get(seat, 1.0),
            most=not alike and bool(heard.get(seat)) and most - strength[seat] < _CLOSE,
            empty=seat in away,
        )
        for seat in IDS
    ]
    title = texts("tekening", tafel=texts.data["tafels"][table])
    listed = listing(f"{names[seat]} {decimal(strength[seat])}" for seat in there if heard[seat])
    words = texts("bijschrift", sterkte=listed) if listed else texts("bijschrift-leeg")
    if away:
        words += " " + texts("bijschrift-weg", weg=listing(names[seat] for seat in IDS if seat in away))
    return reliance(seats, given, title=title, description=words), f"{title}. {words}"
