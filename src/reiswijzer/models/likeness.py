"""M25: how much two things are alike by the features they share: weighted Jaccard similarity and containment.

The measures are common knowledge [S-gk]: what both have, divided by what either has (`likeness`), or by what one has
(`covered`). Two full descriptions are compared by the first. A few words of a reader are compared by the second, so
that a description with more in it does not lose by that; the first only parts those that are equal [D]. That a
feature weighs more the rarer it is comes from [sparckjones1972] [S-gk]; to use it here and the formula of the weight
are our own choice [D]: two collaborations about dementia have more in common than two that both name the neighbourhood.
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
    """One that is alike: its id, how much (both 0 to 1, above 0), and the features shared, in sorted order.

    `covered` is which part of the one compared with it has, `likeness` what they share of all that either has.
    """

    id: str
    covered: float
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
    return _part(one & other, one | other, weight)


def covered(own: AbstractSet[str], other: AbstractSet[str], weight: Mapping[str, float]) -> float:
    """Return which part of the features of one the other has too: 0 (none, or there are none) to 1 (all).

    What else the other has makes no difference. Weights as in `likeness`, and the same error.
    """
    return _part(own & other, own, weight)


def _part(shared: AbstractSet[str], whole: AbstractSet[str], weight: Mapping[str, float]) -> float:
    if any(not value > 0 for value in weight.values()):
        raise ValueError("every weight must be above 0")
    heaviest = max(weight.values(), default=1.0)

    def mass(features: AbstractSet[str]) -> float:
        return math.fsum(weight.get(feature, heaviest) for feature in features)

    return mass(shared) / mass(whole) if whole else 0.0


def neighbours(
    own: AbstractSet[str], others: Mapping[str, AbstractSet[str]], weight: Mapping[str, float] | None = None
) -> tuple[Neighbour, ...]:
    """Rank the others that share something: who has most of the own features first, of those the likest.

    Equal ones keep their order.

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
        Neighbour(
            ident, covered(own, features, weighed), likeness(own, features, weighed), tuple(sorted(own & features))
        )
        for ident, features in others.items()
    ]
    return tuple(sorted((each for each in found if each.shared), key=_rank))


def _rank(found: Neighbour) -> tuple[float, float]:
    return -round(found.covered, _DIGITS), -round(found.likeness, _DIGITS)
