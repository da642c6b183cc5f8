"""How often two people at a table chose the same story (M20).

Source: choosing the most significant change and giving the reason, [daviesdart2005], [dartdavies2003] [S]. Counting
agreeing pairs is [D]. Low agreement is the useful result: the talk about criteria is the product. The method selects
stories and does not represent a group.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import comb
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FEWEST_CHOICES = 2


@dataclass(frozen=True)
class Agreement:
    """Pairs of people that chose the same, out of all pairs."""

    agreeing: int
    pairs: int

    @property
    def share(self) -> float:
        """Agreeing pairs over all pairs, 0 to 1."""
        return self.agreeing / self.pairs


def agreement(choices: Iterable[str]) -> Agreement:
    """Count the pairs of people with the same choice (M20) [D].

    Parameters
    ----------
    choices : iterable of str
        The id of the chosen story, one per person, at least two people.

    Raises
    ------
    ValueError
        With fewer than two choices there is no pair.
    """
    counts = Counter(choices)
    people = counts.total()
    if people < FEWEST_CHOICES:
        raise ValueError(f"agreement needs at least two choices, not {people}")
    return Agreement(sum(comb(count, 2) for count in counts.values()), comb(people, 2))
