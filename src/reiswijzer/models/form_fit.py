"""M2: how well each of the three governance forms fits a situation.

Forms, contingencies and the ideal level per form follow Table 1 of [provankenis2008] [S-gk]. The scales, the
distance and the fit are a calculation of this module [D]. The source gives no numeric cut-offs, and its
propositions are conceptual: tests of them are mixed ([willem2013], [romiti2020], [wegner2019]).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TOLERANCE = 1e-9


class Form(StrEnum):
    """Governance forms, in the order of the source; this order also settles ties."""

    SHARED = "shared"
    LEAD = "lead"
    NAO = "nao"


class Contingency(StrEnum):
    """The four contingencies, in the order of the source."""

    TRUST = "trust"
    PARTICIPANTS = "participants"
    CONSENSUS = "consensus"
    COMPETENCE = "competence"


LEVELS: Mapping[Contingency, int] = MappingProxyType(
    {Contingency.TRUST: 3, Contingency.PARTICIPANTS: 3, Contingency.CONSENSUS: 4, Contingency.COMPETENCE: 3}
)
"""Number of levels of each scale, counted from 1 (low, few) upwards [D]."""

IDEAL: Mapping[Form, Mapping[Contingency, tuple[int, ...]]] = MappingProxyType(
    {
        form: MappingProxyType(dict(zip(Contingency, levels, strict=True)))
        for form, levels in {
            Form.SHARED: ((3,), (1,), (4,), (1,)),
            Form.LEAD: ((1,), (2,), (2,), (2,)),
            Form.NAO: ((2,), (2, 3), (3,), (3,)),
        }.items()
    }
)
"""Ideal levels per form and contingency: Table 1 of the source [S-gk] put on our scales [D]."""


def _whole(name: str, value: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be a whole number, not {value!r}")
    return value


@dataclass(frozen=True)
class Situation:
    """Where a network stands on the four contingencies.

    Attributes
    ----------
    trust, participants, competence
        Density of trust, and need for network-level competencies: 1 low, 2 moderate, 3 high;
        number of participants: 1 few, 2 moderate, 3 many.
    consensus
        Goal consensus: 1 low, 2 moderately low, 3 moderately high, 4 high.

    Raises
    ------
    TypeError
        When a level is not a whole number.
    ValueError
        When a level falls outside its scale.
    """

    trust: int
    participants: int
    consensus: int
    competence: int

    def __post_init__(self) -> None:
        for contingency, levels in LEVELS.items():
            level = _whole(contingency, self.level(contingency))
            if not 1 <= level <= levels:
                raise ValueError(f"{contingency} must lie between 1 and {levels}, not {level}")

    def level(self, contingency: Contingency) -> int:
        """Return the level of one contingency."""
        value: int = getattr(self, str(contingency))
        return value


@dataclass(frozen=True)
class Fit:
    """How one form fits one situation.

    Attributes
    ----------
    form, distances
        The form, and per contingency 0 (at an ideal level) to 1 (the other end of the scale).
    fit, weakest
        1 minus the mean and 1 minus the largest distance, 0 to 1; a weakest link of 0 flags a full mismatch
        behind a good average.
    hurts
        The contingencies with the largest distance, in the source's order; empty for a perfect fit.
    """

    form: Form
    distances: Mapping[Contingency, float]
    fit: float
    weakest: float
    hurts: tuple[Contingency, ...]


@dataclass(frozen=True)
class Change:
    """A contingency that would have to move: from the `present` to the nearest `ideal` level."""

    contingency: Contingency
    present: int
    ideal: int


def _nearest(situation: Situation, form: Form, contingency: Contingency) -> int:
    level = situation.level(contingency)
    return min(IDEAL[form][contingency], key=lambda ideal: abs(ideal - level))


def form_fit(situation: Situation, form: Form) -> Fit:
    """Compute the fit of one form in one situation.

    d(f, k) = min over ideal levels of |level - ideal| / (number of levels - 1);
    fit = 1 - mean of the four d; weakest = 1 - max of the four d.

    [provankenis2008]: relations [S-gk], scales and formula [D]. Model M2.

    Parameters
    ----------
    situation
        Levels of the four contingencies.
    form
        The form to compare it with; its id as a string works too.

    Returns
    -------
    Fit
        Distances, fit and weakest link, all 0 to 1.

    Raises
    ------
    ValueError
        On an unknown form.
    """
    form = Form(form)
    distances = {
        contingency: abs(situation.level(contingency) - _nearest(situation, form, contingency)) / (levels - 1)
        for contingency, levels in LEVELS.items()
    }
    largest = max(distances.values())
    hurts = tuple(k for k, d in distances.items() if d > 0 and largest - d < _TOLERANCE)
    mean = sum(distances.values()) / len(distances)
    return Fit(form=form, distances=distances, fit=1 - mean, weakest=1 - largest, hurts=hurts)


def rank(situation: Situation) -> tuple[Fit, ...]:
    """Rank the three forms by fit, best first; equal fits keep the order shared, lead, nao.

    [provankenis2008]: relations [S-gk], ranking [D]. Model M2.

    Parameters
    ----------
    situation
        Levels of the four contingencies.

    Returns
    -------
    tuple of Fit
        One per form. The weakest link plays no part in the order: show it beside the fit.
    """
    return tuple(sorted((form_fit(situation, form) for form in Form), key=lambda fit: -round(fit.fit, 9)))


def near_tie(ranking: Sequence[Fit], margin: float = 0.05) -> tuple[Form, ...]:
    """Name the forms that come within a margin of the best one, the best included.

    Our reading aid [D], not part of [provankenis2008]. Model M2.

    Parameters
    ----------
    ranking
        Result of `rank`, best first.
    margin
        Largest difference in fit that counts as a near tie, 0 to 1 [D].

    Returns
    -------
    tuple of Form
        Two or three forms in ranking order, or empty when the best form stands alone.

    Raises
    ------
    ValueError
        When the margin lies outside 0 to 1.
    """
    if not 0 <= margin <= 1:
        raise ValueError(f"margin must lie between 0 and 1, not {margin!r}")
    best = max((fit.fit for fit in ranking), default=0.0)
    close = tuple(fit.form for fit in ranking if best - fit.fit <= margin + _TOLERANCE)
    return close if len(close) > 1 else ()


def changes_needed(situation: Situation, form: Form) -> tuple[Change, ...]:
    """List what would have to change for a form to fit ([provankenis2008] levels [S-gk], scales [D]; M2).

    Parameters
    ----------
    situation
        Levels of the four contingencies.
    form
        The form wished for; its id as a string works too.

    Returns
    -------
    tuple of Change
        Only the contingencies that are off, in the source's order; empty for a perfect fit.

    Raises
    ------
    ValueError
        On an unknown form.
    """
    form = Form(form)
    changes = (Change(k, situation.level(k), _nearest(situation, form, k)) for k in Contingency)
    return tuple(change for change in changes if change.present != change.ideal)


def participants_level(n: int, few: int = 6, moderate: int = 15) -> int:
    """Put a number of participants on the scale 1 few, 2 moderate, 3 many (cut-offs [D]; M2).

    Parameters
    ----------
    n
        Number of organisations, 1 or more.
    few, moderate
        Largest number that still counts as few, and as moderate [D]; 1 <= few < moderate.

    Returns
    -------
    int
        1, 2 or 3.

    Raises
    ------
    TypeError
        When `n` is not a whole number.
    ValueError
        When `n` is below 1 or the cut-offs are not ordered.
    """
    if _whole("number of participants", n) < 1:
        raise ValueError(f"number of participants must be 1 or more, not {n}")
    if not 1 <= few < moderate:
        raise ValueError(f"cut-offs must satisfy 1 <= few < moderate, not few={few!r}, moderate={moderate!r}")
    return 1 + (n > few) + (n > moderate)


def trust_level(density: float, low: float = 1 / 3, high: float = 2 / 3) -> int:
    """Put the density of the trust ties on the scale 1 low, 2 moderate, 3 high (cut-offs [D]; M2).

    Parameters
    ----------
    density
        Share of possible trust ties that exist, 0 to 1 (M17).
    low, high
        Below `low` is low, above `high` is high, the rest moderate [D]; 0 < low < high < 1.

    Returns
    -------
    int
        1, 2 or 3.

    Raises
    ------
    ValueError
        When the density lies outside 0 to 1 or the cut-offs are not ordered.
    """
    if not 0 <= density <= 1:
        raise ValueError(f"density must lie between 0 and 1, not {density!r}")
    if not 0 < low < high < 1:
        raise ValueError(f"cut-offs must satisfy 0 < low < high < 1, not low={low!r}, high={high!r}")
    return 1 + (density >= low) + (density > high)
