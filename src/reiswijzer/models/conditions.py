"""M6: five conditions for collaboration, scored per role.

The five conditions come from [kaatsopheij2012] and [kaatsopheij2014] [S]. Statements, scale and calculation are
ours [D]; the authors publish no thresholds or weights, so there are none here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LOWEST_ANSWER, HIGHEST_ANSWER = 1, 5
"""Ends of the Likert scale [D]."""
_TOLERANCE = 1e-9


class Condition(StrEnum):
    """The five conditions, in the order of the source."""

    AMBITION = "ambition"
    INTERESTS = "interests"
    RELATION = "relation"
    ORGANISATION = "organisation"
    PROCESS = "process"


@dataclass(frozen=True)
class Comparison:
    """Scores of several roles side by side.

    Attributes
    ----------
    means
        Per condition the mean over the roles, 1 to 5.
    spreads
        Per condition the highest minus the lowest role, 0 to 4.
    lowest
        The condition with the lowest mean; more than one when they tie.
    most_spread
        The condition on which the roles differ most; more than one when they tie, none when nobody differs.
    """

    means: Mapping[Condition, float]
    spreads: Mapping[Condition, float]
    lowest: tuple[Condition, ...]
    most_spread: tuple[Condition, ...]


def _check(name: str, value: float) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} must be a number, not {value!r}")
    if not LOWEST_ANSWER <= value <= HIGHEST_ANSWER:
        raise ValueError(f"{name} must lie between {LOWEST_ANSWER} and {HIGHEST_ANSWER}, not {value!r}")


def condition_score(answers: Sequence[float]) -> float:
    """Compute the score of one condition: the mean of the answers to its statements.

    Parameters
    ----------
    answers
        One or more answers on the scale 1 (disagree) to 5 (agree).

    Returns
    -------
    float
        1 to 5.

    Raises
    ------
    TypeError
        When a score is not a number.
    ValueError
        When there is no answer or one falls outside 1 to 5.

    Notes
    -----
    Conditions [S] [kaatsopheij2012], scale and mean [D]. Model M6.
    """
    if not answers:
        raise ValueError("a condition needs at least one answer")
    for answer in answers:
        _check("answer", answer)
    return sum(answers) / len(answers)


def compare(scores: Mapping[str, Mapping[Condition, float]]) -> Comparison:
    """Compare roles (director, RvC, partner, ...): means, spreads, lowest condition, largest spread.

    Parameters
    ----------
    scores
        Per role a score of 1 to 5 for each of the five conditions; one role or more.

    Returns
    -------
    Comparison
        Conditions in the order of `Condition`.

    Raises
    ------
    TypeError
        When a score is not a number.
    ValueError
        When there is no role, a role misses a condition or has an unknown one, or a score falls outside 1 to 5.

    Notes
    -----
    Conditions [S] [kaatsopheij2012], [kaatsopheij2014], calculation [D]. Model M6.
    """
    if not scores:
        raise ValueError("comparing needs at least one role")
    for role, row in scores.items():
        if set(row) != set(Condition):
            wanted, given = [str(c) for c in Condition], sorted(str(c) for c in row)
            raise ValueError(f"role {role!r} needs a score for exactly {wanted}, not for {given}")
        for condition, score in row.items():
            _check(f"{condition} of role {role!r}", score)
    columns = {condition: [row[condition] for row in scores.values()] for condition in Condition}
    means = {condition: sum(column) / len(column) for condition, column in columns.items()}
    spreads = {condition: max(column) - min(column) for condition, column in columns.items()}
    low, high = min(means.values()), max(spreads.values())
    return Comparison(
        means=means,
        spreads=spreads,
        lowest=tuple(c for c, mean in means.items() if mean - low < _TOLERANCE),
        most_spread=tuple(c for c, spread in spreads.items() if spread > 0 and high - spread < _TOLERANCE),
    )
