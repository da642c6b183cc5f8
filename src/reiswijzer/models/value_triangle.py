"""M12: weigh a solution on return, legitimacy and commitment.

The three values come from [ipw2013waardering] [S] and are used in the Doorbraakmethode to justify tailor-made
solutions [potjer2024], [vdp2023doorbraak]. The method works with argument, not with arithmetic: scores and
thresholds are ours [D].
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

HIGHEST_POINTS = 10
"""Top of the scale [D]."""
DEFENSIBLE_FROM = 5
"""Lowest score that a defensible solution may have [D]."""
_TOLERANCE = 1e-9


class Value(StrEnum):
    """The three corners of the triangle."""

    RETURNS = "returns"
    """Rendement: effect for the money."""
    LEGITIMACY = "legitimacy"
    """Legitimiteit: lawful, in keeping with the rule of law."""
    COMMITMENT = "commitment"
    """Betrokkenheid: commitment, ownership."""


@dataclass(frozen=True)
class Score:
    """Points on one value with the argument for them.

    Attributes
    ----------
    points
        0 to 10 [D].
    argument
        The reader's own sentence; blank means not argued.

    Raises
    ------
    TypeError
        When the points are not a number or the argument is not text.
    ValueError
        When the points fall outside 0 to 10.
    """

    points: float
    argument: str = ""

    def __post_init__(self) -> None:
        if isinstance(self.points, bool) or not isinstance(self.points, (int, float)):
            raise TypeError(f"points must be a number, not {self.points!r}")
        if not 0 <= self.points <= HIGHEST_POINTS:
            raise ValueError(f"points must lie between 0 and {HIGHEST_POINTS}, not {self.points!r}")
        if not isinstance(self.argument, str):
            raise TypeError(f"argument must be text, not {self.argument!r}")

    @property
    def argued(self) -> bool:
        """Whether the argument holds at least one letter or digit."""
        return any(character.isalnum() for character in self.argument)


@dataclass(frozen=True)
class Solution:
    """A proposed solution, scored on the three values."""

    returns: Score
    legitimacy: Score
    commitment: Score

    def score(self, value: Value) -> Score:
        """Return the score on one value."""
        found: Score = getattr(self, str(value))
        return found


@dataclass(frozen=True)
class Weighing:
    """What the triangle says of a solution.

    Attributes
    ----------
    balance
        Lowest divided by highest points, 0 to 1; 0 when all three are 0.
    total
        Sum of the points, 0 to 30.
    minimum
        Lowest points, 0 to 10.
    defensible
        Whether the minimum reaches the threshold and every score has an argument.
    weakest
        The value with the lowest points; more than one when they tie.
    unargued
        The values without an argument.
    """

    balance: float
    total: float
    minimum: float
    defensible: bool
    weakest: tuple[Value, ...]
    unargued: tuple[Value, ...]


def weigh(solution: Solution, threshold: float = DEFENSIBLE_FROM) -> Weighing:
    """Weigh a solution: balance = min / max, total = sum, defensible = min >= threshold and all argued.

    Parameters
    ----------
    solution
        Points and arguments on the three values.
    threshold
        Lowest points that still count as defensible, 0 to 10 [D].

    Returns
    -------
    Weighing
        Balance, total, minimum, verdict, weakest values, values without argument.

    Raises
    ------
    ValueError
        When the threshold falls outside 0 to 10.

    Notes
    -----
    Values [S] [ipw2013waardering], rule [D]. Model M12.
    """
    if not 0 <= threshold <= HIGHEST_POINTS:
        raise ValueError(f"threshold must lie between 0 and {HIGHEST_POINTS}, not {threshold!r}")
    points = {value: solution.score(value).points for value in Value}
    lowest, highest = min(points.values()), max(points.values())
    unargued = tuple(value for value in Value if not solution.score(value).argued)
    return Weighing(
        balance=lowest / highest if highest else 0.0,
        total=sum(points.values()),
        minimum=lowest,
        defensible=lowest >= threshold and not unargued,
        weakest=tuple(value for value, each in points.items() if each - lowest < _TOLERANCE),
        unargued=unargued,
    )
