"""M4: the two configurations shared by the effective networks of one study.

[raab2015] [S]: 39 Dutch crime-prevention networks (Safety Houses), crisp-set QCA. What the rule does not cover
is "not among the effective ones of this study", never "will fail": a solution formula for effectiveness says
nothing about its absence. One country, one sector, and all thresholds but age are not in what we saw.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MATURE_AGE = 3
"""Years from which a network counts as old enough [S]."""


class Condition(StrEnum):
    """The five conditions of the study."""

    AGE = "age"
    STABILITY = "stability"
    CENTRAL_INTEGRATION = "central_integration"
    RESOURCES = "resources"
    NAO = "nao"


class Configuration(StrEnum):
    """The two ways to be effective, named after the condition that tells them apart."""

    WITH_RESOURCES = "with_resources"
    WITH_NAO = "with_nao"


_SHARED = (Condition.AGE, Condition.STABILITY, Condition.CENTRAL_INTEGRATION)

CONFIGURATIONS: Mapping[Configuration, tuple[Condition, ...]] = MappingProxyType(
    {
        Configuration.WITH_RESOURCES: (*_SHARED, Condition.RESOURCES),
        Configuration.WITH_NAO: (*_SHARED, Condition.NAO),
    }
)
"""Conditions that must all hold, per configuration [S]."""


@dataclass(frozen=True)
class Network:
    """A network on the five conditions.

    Attributes
    ----------
    age
        At least three years old (`old_enough`).
    stability
        High stability.
    central_integration
        Centrally integrated.
    resources
        Considerable resources.
    nao
        Run by a network administrative organisation.

    Raises
    ------
    TypeError
        When a condition is not a bool.
    """

    age: bool
    stability: bool
    central_integration: bool
    resources: bool
    nao: bool

    def __post_init__(self) -> None:
        for condition in Condition:
            if not isinstance(self.has(condition), bool):
                raise TypeError(f"{condition} must be True or False, not {self.has(condition)!r}")

    def has(self, condition: Condition) -> bool:
        """Tell whether one condition holds."""
        value: bool = getattr(self, str(condition))
        return value


@dataclass(frozen=True)
class Coverage:
    """What the rule says of a network.

    Attributes
    ----------
    effective
        Whether at least one configuration is complete.
    missing
        Per configuration the conditions still missing, in the order of `Condition`; empty when complete.
    """

    effective: bool
    missing: Mapping[Configuration, tuple[Condition, ...]]


def old_enough(years: float) -> bool:
    """Tell whether a network of this age meets the condition AGE: at least three years [S].

    Parameters
    ----------
    years
        Age in years, 0 or more.

    Returns
    -------
    bool
        True from three years on ([raab2015], M4).

    Raises
    ------
    ValueError
        When the age is negative or not a number.
    """
    if not years >= 0:
        raise ValueError(f"age must be 0 years or more, not {years!r}")
    return years >= MATURE_AGE


def coverage(network: Network) -> Coverage:
    """Compare a network with both configurations.

    EFFECTIVE = AGE and STABILITY and CENTRAL INTEGRATION and (RESOURCES or NAO).

    Parameters
    ----------
    network
        The five conditions.

    Returns
    -------
    Coverage
        Whether the rule covers it, and what is missing per configuration.

    Notes
    -----
    [raab2015] [S]. Model M4. Not for networks outside that study, except as a question.
    """
    missing = {
        configuration: tuple(condition for condition in conditions if not network.has(condition))
        for configuration, conditions in CONFIGURATIONS.items()
    }
    return Coverage(effective=any(not absent for absent in missing.values()), missing=missing)


def combinations() -> tuple[Network, ...]:
    """Return all 32 combinations of the five conditions, in a fixed order.

    Returns
    -------
    tuple of Network
        From none of the conditions to all five ([raab2015] [S], M4).
    """
    return tuple(Network(*values) for values in product((False, True), repeat=len(Condition)))


def count_effective() -> int:
    """Count the combinations that the rule covers: 3 of the 32.

    Returns
    -------
    int
        Counted, not written down, from `combinations` and `coverage` ([raab2015] [S], M4).
    """
    return sum(coverage(network).effective for network in combinations())
