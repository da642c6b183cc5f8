"""Joining once enough others have: nearly the same group, the opposite outcome (M15).

Source: [granovetter1978] [S]. The ten partners, the moves, their number and `visibility` are [D]: a rekenmodel, no
measurement. The lesson is that willingness cannot be read from the outcome; look for the missing rung.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import erf, sqrt, tau
from math import log as ln
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Group:
    """People or organisations, each with the number of others that must be in before it joins.

    Parameters
    ----------
    thresholds : tuple of int
        From 0 (joins first); more than there are others means never.
    visibility : Fraction
        Share of those inside that everyone notices, 0 to 1, rounded down to whole partners [D]. 1 is the source's
        model, in which everyone sees everyone.

    Raises
    ------
    ValueError
        When a threshold is negative or no whole number, or `visibility` is out of range.
    """

    thresholds: tuple[int, ...]
    visibility: Fraction = Fraction(1)

    def __post_init__(self) -> None:
        for value in self.thresholds:
            if not isinstance(value, int) or value < 0:
                raise ValueError(f"a threshold is a whole number from 0, not {value!r}")
        if not 0 <= self.visibility <= 1:
            raise ValueError(f"visibility is a share from 0 to 1, not {self.visibility}")

    @classmethod
    def of(cls, thresholds: Iterable[int], visibility: float | Fraction = 1) -> Group:
        """Make a group from ordinary numbers; 0.5 becomes exactly 1/2.

        Raises
        ------
        ValueError
            As for the class.
        """
        return cls(tuple(thresholds), Fraction(str(visibility)))


@dataclass(frozen=True)
class Rung:
    """Where a group stopped: how many are in, how many of them are noticed, the lowest threshold still waiting."""

    inside: int
    noticed: int
    lowest_waiting: int


def path(group: Group) -> tuple[int, ...]:
    """Return how many are in after each round in which someone joined (M15, [granovetter1978]) [S].

    n(t+1) = number of thresholds at most n(t), n(0) = 0, joining is permanent. Empty when nobody starts.
    """
    counts: list[int] = []
    inside = 0
    while (following := _willing(group, inside)) > inside:
        inside = following
        counts.append(inside)
    return tuple(counts)


def equilibrium(group: Group) -> int:
    """Return how many are in when nobody moves any more, 0 to the size of the group (M15) [S]."""
    return (path(group) or (0,))[-1]


def missing_rung(group: Group) -> Rung | None:
    """Return where the ladder of thresholds breaks off; None when everyone is in (M15) [D]."""
    inside = equilibrium(group)
    waiting = sorted(group.thresholds)[inside:]
    return Rung(inside, _noticed(group, inside), waiting[0]) if waiting else None


def normal_equilibrium(mean: float, spread: float) -> float:
    """Return the share that joins when thresholds are normally distributed (M15, [granovetter1978]) [S].

    The smallest x with x = Phi((x - mean)/spread).

    Parameters
    ----------
    mean : float
        Mean threshold as a share of the group, between 0 and 1.
    spread : float
        Standard deviation as a share of the group, above 0.

    Returns
    -------
    float
        A share, 0 to 1.

    Raises
    ------
    ValueError
        When a number is out of range.

    Notes
    -----
    Below the mean the gap Phi(..) - x is convex, with its lowest point where the density is 1. When the gap is
    not above 0 there, the answer lies before that point; otherwise beyond it, where the gap closes only once.
    Either way halving an interval finds it, also next to the jump, where stepping round by round hardly moves.
    """
    if not 0 < mean < 1:
        raise ValueError(f"the mean threshold is between 0 and 1, not {mean}")
    if not spread > 0:
        raise ValueError(f"the spread is above 0, not {spread}")

    def gap(share: float) -> float:
        return (1 + erf((share - mean) / (spread * sqrt(2)))) / 2 - share

    low, high = 0.0, 1.0
    peak = spread * sqrt(tau)  # 1 / the highest density
    if peak < 1:
        lowest = mean - spread * sqrt(-2 * ln(peak))
        if lowest > 0 and gap(lowest) <= 0:
            high = lowest
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if gap(middle) > 0 else (low, middle)
    return high


@dataclass(frozen=True)
class LowerThreshold:
    """A small win or a guarantee for one partner, by place from 0: needs one other less [D]."""

    place: int

    def apply(self, group: Group) -> Group:
        """Return the group with this threshold one lower."""
        if not 0 <= self.place < len(group.thresholds):
            raise ValueError(f"there is no partner {self.place} in a group of {len(group.thresholds)}")
        if group.thresholds[self.place] == 0:
            raise ValueError(f"partner {self.place} needs nobody already")
        lower = (value - (place == self.place) for place, value in enumerate(group.thresholds))
        return replace(group, thresholds=tuple(lower))


@dataclass(frozen=True)
class InviteStarter:
    """Invite a partner that needs nobody to go first [D]."""

    def apply(self, group: Group) -> Group:
        """Return the group with a partner with threshold 0 added at the end."""
        return replace(group, thresholds=(*group.thresholds, 0))


@dataclass(frozen=True)
class Publish:
    """Publish who is in, so that everyone notices all of them [D]. Without effect when they did already."""

    def apply(self, group: Group) -> Group:
        """Return the group with full visibility."""
        return replace(group, visibility=Fraction(1))


MOVES_ALLOWED = 3
"""Interventions a player has [D]."""

HUNDRED_PEOPLE = Group.of(range(100))
"""Thresholds 0 to 99: everyone joins [S]."""

HUNDRED_PEOPLE_ONE_CHANGED = Group.of((0, 2, *range(2, 100)))
"""The person with threshold 1 has 2: exactly one joins [S]."""

TEN_PARTNERS = Group.of((0, 1, 2, 2, 4, 5, 5, 6, 8, 9))
"""All ten join [D]."""

TEN_PARTNERS_ONE_CHANGED = Group.of((0, 3, 2, 2, 4, 5, 5, 6, 8, 9))
"""The partner with threshold 1 has 3: one joins [D]."""


def _noticed(group: Group, inside: int) -> int:
    return int(group.visibility * inside)


def _willing(group: Group, inside: int) -> int:
    noticed = _noticed(group, inside)
    return sum(value <= noticed for value in group.thresholds)
