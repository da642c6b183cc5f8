"""M3: which way a governance form pulls, and how that rubs against what you wish.

The three tensions and the direction of each pull come from propositions 5 to 7 of [provankenis2008] [S-gk],
confirmed in [romiti2020] and [wegner2019]. The size of a pull and the friction are ours [D].
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from reiswijzer.models.form_fit import Form

if TYPE_CHECKING:
    from collections.abc import Mapping

STRONG = 0.7
"""Pull of a strong lean [D]."""
WEAK = 0.3
"""Pull of a weak lean [D]."""


class Tension(StrEnum):
    """The three tensions, each named after its first (-1) and its second pole (+1)."""

    EFFICIENCY_INCLUSIVENESS = "efficiency_inclusiveness"
    INTERNAL_EXTERNAL = "internal_external"
    FLEXIBILITY_STABILITY = "flexibility_stability"


@dataclass(frozen=True)
class Position:
    """A place on the three tensions.

    Attributes
    ----------
    efficiency_inclusiveness, internal_external, flexibility_stability
        From -1 (first pole) through 0 (balanced) to +1 (second pole).

    Raises
    ------
    TypeError
        When a value is not a number.
    ValueError
        When a value falls outside -1 to 1.
    """

    efficiency_inclusiveness: float
    internal_external: float
    flexibility_stability: float

    def __post_init__(self) -> None:
        for tension in Tension:
            value = self.on(tension)
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                raise TypeError(f"{tension} must be a number, not {value!r}")
            if not -1 <= value <= 1:
                raise ValueError(f"{tension} must lie between -1 and 1, not {value!r}")

    def on(self, tension: Tension) -> float:
        """Return the place on one tension, -1 to 1."""
        value: float = getattr(self, str(tension))
        return value


PULLS: Mapping[Form, Position] = MappingProxyType(
    {
        Form.SHARED: Position(STRONG, -STRONG, -STRONG),
        Form.LEAD: Position(-STRONG, STRONG, STRONG),
        Form.NAO: Position(-WEAK, 0.0, STRONG),
    }
)
"""Pull per form: directions [S-gk], sizes [D]."""


@dataclass(frozen=True)
class Friction:
    """Friction between a wish and a form's pull.

    Attributes
    ----------
    form
        The form.
    per_tension
        Per tension 0 (the form pulls where you want to be) to 1 (the opposite pole).
    mean
        Mean over the three tensions, 0 to 1.
    """

    form: Form
    per_tension: Mapping[Tension, float]
    mean: float


def friction(wish: Position, form: Form) -> Friction:
    """Compute how much a form rubs against a wish: |wish - pull| / 2 per tension, and the mean.

    Parameters
    ----------
    wish
        Where you want the network to be.
    form
        The governance form; its id as a string works too.

    Returns
    -------
    Friction
        Per tension and mean, 0 to 1.

    Raises
    ------
    ValueError
        On an unknown form.

    Notes
    -----
    [provankenis2008]: directions [S-gk], magnitudes and formula [D]. Model M3.
    """
    form = Form(form)
    per_tension = {tension: abs(wish.on(tension) - PULLS[form].on(tension)) / 2 for tension in Tension}
    return Friction(form=form, per_tension=per_tension, mean=sum(per_tension.values()) / len(per_tension))
