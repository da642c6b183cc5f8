"""What is left of a story and of a number after a day (M18).

Sources: [graeber2024] for fading in one day, [xu2022] for no overall difference in persuasion [S]. The experiment,
its scale and its clipping are [D]. One item per form per person is an anecdote about yourself, and only day 0 and
day 1 were measured: draw no curve beyond them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

STATISTIC_FADED = 0.73
"""Share of the impact on beliefs gone after one day, for a statistic ([graeber2024]) [S]."""

STORY_FADED = 0.32
"""The same for a story ([graeber2024]) [S]."""

STATISTIC_RETAINED = 0.27
"""Share still there after one day, for a statistic: 1 - 0.73 ([graeber2024]) [S]."""

STORY_RETAINED = 0.68
"""The same for a story: 1 - 0.32 ([graeber2024]) [S]."""

PERSUASION_DIFFERENCE = 0.016
"""r between form and persuasion in 65 direct comparisons, 13,113 participants ([xu2022]) [S]."""

PERSUASION_INTERVAL = (-0.014, 0.045)
"""95% confidence interval of `PERSUASION_DIFFERENCE`: it holds 0, so no overall difference ([xu2022]) [S]."""

LOWEST, HIGHEST = 0.0, 100.0
"""Ends of the scale of an estimate [D]."""

DAYS_BETWEEN = 1
"""Days, at least, between the two estimates [D]."""


def retained_impact(prior: float, estimate_now: float, estimate_later: float) -> float | None:
    """Return which share of the first change of mind is left, 0 to 1 (M18) [D].

    (estimate_later - prior) / (estimate_now - prior), clipped to 0 to 1: 0 also when the later estimate lies on the
    other side of the prior, 1 also when it moved on in the same direction.

    Parameters
    ----------
    prior, estimate_now, estimate_later : float
        Estimates on a scale of 0 to 100: before reading, right after, and at least a day later.

    Returns
    -------
    float or None
        None when reading changed nothing (`estimate_now` equals `prior`): then there is nothing to retain.

    Raises
    ------
    ValueError
        When an estimate is not between 0 and 100.
    """
    estimates = {"prior": prior, "estimate_now": estimate_now, "estimate_later": estimate_later}
    for name, value in estimates.items():
        if not LOWEST <= value <= HIGHEST:
            raise ValueError(f"{name} is between 0 and 100, not {value}")
    if estimate_now == prior:
        return None
    return min(max((estimate_later - prior) / (estimate_now - prior), 0.0), 1.0)


def may_ask_again(read_on: date, today: date) -> bool:
    """Tell whether enough days have passed since reading to ask for the later estimate (M18) [D]."""
    return (today - read_on).days >= DAYS_BETWEEN
