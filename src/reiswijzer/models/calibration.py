"""How well sureness and outcome agree over a few yes/no forecasts (M26).

Source: the mean squared distance between a stated probability and what happened, [brier1950] [S]. Brier sums over all
classes, so that his score runs from 0 to 2; for a yes/no event the half of it, over the chosen answer alone, is common
[S-gk]. Sureness in steps from 50 to 100 percent, and comparing its mean with the share that came true, are [D]. Five
forecasts cannot tell skill from luck: this is for a talk, never for judging a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

COIN = 0.25
"""Score of whoever gives one in two to every answer, whatever happens: (0.5 - 0)^2 = (0.5 - 1)^2 ([brier1950]) [S]."""


@dataclass(frozen=True)
class Forecast:
    """The probability (0 to 1) that was given to the chosen answer, and whether that answer came true.

    Raises
    ------
    ValueError
        When the probability is not between 0 and 1.
    """

    probability: float
    came_true: bool

    def __post_init__(self) -> None:
        if not 0 <= self.probability <= 1:
            raise ValueError(f"a probability is between 0 and 1, not {self.probability}")

    @property
    def distance(self) -> float:
        """Squared distance between probability and outcome, 0 to 1 ([brier1950]) [S]."""
        return (self.probability - self.came_true) ** 2


@dataclass(frozen=True)
class Calibration:
    """What a row of forecasts adds up to: how many, how many came true, mean probability and mean distance."""

    forecasts: int
    right: int
    sureness: float
    score: float

    @property
    def share_right(self) -> float:
        """Share that came true, 0 to 1."""
        return self.right / self.forecasts

    @property
    def gap(self) -> float:
        """How much surer than right, -1 to 1; below zero: more often right than sure [D]."""
        return self.sureness - self.share_right


def calibrate(forecasts: Iterable[Forecast]) -> Calibration:
    """Add up forecasts (M26).

    Returns
    -------
    Calibration
        `score` is the mean squared distance, 0 (certain and right every time) to 1 (certain and wrong every time).

    Raises
    ------
    ValueError
        Without a forecast there is nothing to add up.
    """
    made = list(forecasts)
    if not made:
        raise ValueError("calibration needs at least one forecast")
    return Calibration(
        forecasts=len(made),
        right=sum(each.came_true for each in made),
        sureness=sum(each.probability for each in made) / len(made),
        score=sum(each.distance for each in made) / len(made),
    )
