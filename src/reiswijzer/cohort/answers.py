"""What travellers answered to the statements: how many chose what, where they differ most, and what changed later."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb
from typing import TYPE_CHECKING

from reiswijzer.cohort.rules import enough, safe
from reiswijzer.content.texts import texts
from reiswijzer.journal.share import HIGHEST, LOWEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reiswijzer.journal.share import Share

Counts = tuple[int, ...]
"""How many travellers answered 1, 2, 3, 4 and 5."""

OTHER = "anders"
GROUPS = ("bestuurder", "commissaris", OTHER)
"""The groups that answers are split into; who has another role, or keeps it to himself, is in the last."""


@dataclass(frozen=True)
class Divergence:
    """A statement, how many answered what, and how far they lie apart (see `disagreement`)."""

    statement: str
    counts: Counts
    apart: float


@dataclass(frozen=True)
class Shift:
    """What changed for the travellers who answered a statement twice: how many moved up, down or stayed."""

    statement: str
    before: Counts
    after: Counts
    up: int
    down: int
    same: int


def statements() -> dict[str, str]:
    """Return the sentences of the scan by id, "<condition> <number>" as in a share file."""
    table = texts("startpunt").data["stellingen"]
    return {f"{name} {number}": line for name, lines in table.items() for number, line in enumerate(lines)}


def disagreement(counts: Counts) -> float:
    """Return how many points two travellers lie apart on average: 0 when all agree.

    The mean absolute difference over all pairs, also known as Gini's mean difference. Half at one end and half at the
    other gives more (2 and up, in a large group 2.0) than answers spread evenly over the scale (1.6).

    Raises
    ------
    ValueError
        With fewer than two travellers there is no pair.
    """
    total = sum(counts)
    if total < 2:  # noqa: PLR2004 - a pair
        raise ValueError(f"disagreement needs at least two answers, not {total}")
    apart = sum(
        one * other * (high - low)
        for low, one in enumerate(counts)
        for high, other in enumerate(counts[low + 1 :], start=low + 1)
    )
    return apart / comb(total, 2)


def dots(shares: Iterable[Share], statement: str) -> Counts | None:
    """Return how many travellers answered 1 to 5; None when fewer than five answered."""
    return _counts(share.scores[statement] for share in shares if statement in share.scores)


def split(shares: Sequence[Share], statement: str) -> dict[str, Counts] | None:
    """Return the counts per group, or None when that would show fewer than five travellers, or there is one group.

    Where `shifts` are shown too, they show who answered twice together. So whoever is in one group and answered once,
    or twice, must be five or more as well.
    """
    answered = [share for share in shares if statement in share.scores]
    groups = [_group(share) for share in answered]
    beside = bool(_twice(shares, statement))
    cells = [(group, beside and statement in share.again) for group, share in zip(groups, answered, strict=True)]
    if len(set(groups)) < 2 or not safe(cells):  # noqa: PLR2004 - groups to compare
        return None
    return {
        group: _tally(share.scores[statement] for share, its in zip(answered, groups, strict=True) if its == group)
        for group in GROUPS
        if group in groups
    }


def divergence(shares: Sequence[Share], of: Iterable[str] | None = None) -> tuple[Divergence, ...]:
    """Return the statements by how far travellers lie apart, widest first; those with fewer than five stay out."""
    counted = [(statement, dots(shares, statement)) for statement in (statements() if of is None else of)]
    found = [Divergence(statement, counts, disagreement(counts)) for statement, counts in counted if counts]
    return tuple(sorted(found, key=lambda one: -one.apart))


def shifts(shares: Sequence[Share], of: Iterable[str] | None = None) -> tuple[Shift, ...]:
    """Return what changed per statement, in the order of the statements.

    Only travellers who answered twice count. A statement is left out when those are fewer than five, or when one to
    four answered only the first time: `dots` minus `before` would be theirs.
    """
    found = []
    for statement in statements() if of is None else of:
        pairs = _twice(shares, statement)
        if pairs:
            up = sum(after > before for before, after in pairs)
            down = sum(after < before for before, after in pairs)
            before, after = (_tally(answers) for answers in zip(*pairs, strict=True))
            found.append(Shift(statement, before, after, up, down, len(pairs) - up - down))
    return tuple(found)


def _twice(shares: Iterable[Share], statement: str) -> list[tuple[int, int]]:
    """Return both answers of who answered twice, or nothing when they may not be shown."""
    answered = [share for share in shares if statement in share.scores]
    if not safe(statement in share.again for share in answered):
        return []
    return [(share.scores[statement], share.again[statement]) for share in answered if statement in share.again]


def _group(share: Share) -> str:
    return share.role if share.role in GROUPS else OTHER


def _tally(answers: Iterable[int]) -> Counts:
    found = list(answers)
    return tuple(found.count(score) for score in range(LOWEST, HIGHEST + 1))


def _counts(answers: Iterable[int]) -> Counts | None:
    counts = _tally(answers)
    return counts if enough(sum(counts)) else None
