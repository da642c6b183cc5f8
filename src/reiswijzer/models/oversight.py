"""M22: the path along which a supervisory board oversees a network.

The three paths come from [aedes_toezichtnetwerken] and [aedesmagazine2023] [S]. The rule that points to one of
them is ours [D]; the study does not publish one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_LEVELS = (0, 1, 2)
_LITTLE = 2
_MUCH = 3
_FULL = 2


class Path(StrEnum):
    """The three paths, in the order (1, 2, 3) of the source."""

    OWN_STRATEGY = "own_strategy"
    """From the interest and strategy of the own organisation."""
    VIA_DIRECTOR = "via_director"
    """Through the director who is active in the network."""
    DIRECT = "direct"
    """On the network itself, built into its governance."""


class Reason(StrEnum):
    """Why the rule points there; one per line of the table."""

    LITTLE_AT_STAKE = "little_at_stake"
    GOVERNED_NETWORK = "governed_network"
    AGENDA_DIRECT = "agenda_direct"
    """Through the director now, and direct oversight on the agenda of the network."""
    IN_BETWEEN = "in_between"


@dataclass(frozen=True)
class Stakes:
    """What is at stake; every item 0 (none), 1 (some) or 2 (much) [D].

    Attributes
    ----------
    own_risk
        Own money or risk at stake (r).
    sovereignty
        Sovereignty handed over (s).
    tenant_outcome
        Dependence of tenants' outcome on the network (o).
    governance
        Presence of governance in the network itself (g).

    Raises
    ------
    TypeError
        When an item is not a whole number.
    ValueError
        When an item is not 0, 1 or 2.
    """

    own_risk: int
    sovereignty: int
    tenant_outcome: int
    governance: int

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if isinstance(value, bool) or not isinstance(value, int):
                raise TypeError(f"{name} must be a whole number, not {value!r}")
            if value not in _LEVELS:
                raise ValueError(f"{name} must be 0, 1 or 2, not {value}")


@dataclass(frozen=True)
class Advice:
    """A path and the line of the table that led to it."""

    path: Path
    reason: Reason


def oversight_path(stakes: Stakes) -> Advice:
    """Point to a path of oversight; the first line that matches wins.

    r + s + o <= 2: own strategy. s + o >= 3 and g = 2: direct. s + o >= 3 and g < 2: through the director,
    with direct oversight on the agenda. Otherwise: through the director.

    Parameters
    ----------
    stakes
        The four items.

    Returns
    -------
    Advice
        Path and reason.

    Notes
    -----
    Paths [S] [aedes_toezichtnetwerken], [aedesmagazine2023]; decision aid [D]. Model M22.
    """
    tied = stakes.sovereignty + stakes.tenant_outcome
    if stakes.own_risk + tied <= _LITTLE:
        return Advice(Path.OWN_STRATEGY, Reason.LITTLE_AT_STAKE)
    if tied < _MUCH:
        return Advice(Path.VIA_DIRECTOR, Reason.IN_BETWEEN)
    if stakes.governance == _FULL:
        return Advice(Path.DIRECT, Reason.GOVERNED_NETWORK)
    return Advice(Path.VIA_DIRECTOR, Reason.AGENDA_DIRECT)
