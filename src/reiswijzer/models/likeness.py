"""M25: how much two things are alike by the features they share, a weighted Jaccard similarity.

The measure is common knowledge [S-gk]: what both have, divided by what either has. That a feature weighs more the rarer
it is comes from [sparckjones1972] [S-gk]; to use it here and the formula of the weight are our own choice [D]: two
collaborations about dementia have more in common than two that both name the neighbourhood.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

_DIGITS = 9


@dataclass(frozen=True)
class Neighbour:
    """One that is alike: its id, how much (0 to 1, above 0), and the features shared, in sorted order."""

    id: str
    likeness: float
    shared: tuple[str, ...]


def weights(described: Iterable[AbstractSet[str]]) -> dict[str, float]:
    """Return the weight of every feature that occurs: ln((n + 1) / number of descriptions with it) [D].

    Always above 0: a feature that all n share still counts a little.
    """
    each = list(described)
    counted = Counter(feature for features in each for feature in features)
    return {feature: math.log((len(each) + 1) / number) for feature, number in counted.items()}


def likeness(one: AbstractSet[str], other: AbstractSet[str], weight: Mapping[str, float]) -> float:
    """Return how much two sets of features are alike: 0 (nothing shared, or nothing known) to 1 (the same).

    Parameters
    ----------
    one, other
        Sets of features; the order of the two makes no difference.
    weight
        Weight per feature, above 0; a feature without a weight counts as the heaviest one, as it is rarer than all.

    Raises
    ------
    ValueError
        When a weight is not above 0.
    """
    if any(not value > 0 for value in weight.values()):
        raise ValueError("every weight must be above 0")
    heaviest = max(weight.values(), default=1.0)

    def mass(features: AbstractSet[str]) -> float:
        return math.fsum(weight.get(feature, heaviest) for feature in features)

    whole = mass(one | other)
    return mass(one & other) / whole if whole else 0.0


def neighbours(
    own: AbstractSet[str], others: Mapping[str, AbstractSet[str]], weight: Mapping[str, float] | None = None
) -> tuple[Neighbour, ...]:
    """Rank the others that share something, the likest first; equal ones keep their order.

    Parameters
    ----------
    own
        Features of the one to compare with.
    others
        Features by id.
    weight
        Weight per feature; by default the `weights` among the others.
    """
    weighed = weights(others.values()) if weight is None else weight
    found = [
        Neighbour(ident, likeness(own, features, weighed), tuple(sorted(own & features)))
        for ident, features in others.items()
    ]
    return tuple(sorted((each for each in found if each.shared), key=lambda each: -round(each.likeness, _DIGITS)))
