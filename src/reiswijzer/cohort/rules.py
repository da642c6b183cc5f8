"""From how many travellers something may be shown, so that nobody is found by looking or by subtracting."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

FEWEST = 5
"""Travellers in a figure, and in everything that can be worked out from figures [D]; five is a common limit."""


def enough(travellers: int) -> bool:
    """Tell whether this many travellers may be shown together."""
    return travellers >= FEWEST


def safe(cells: Iterable[Hashable]) -> bool:
    """Tell whether travellers may be shown apart by cell, given the cell of each.

    The cells are the smallest groups that can be worked out from all figures together: each must be large enough, and
    a cell that nobody is in is not there.
    """
    return all(enough(count) for count in Counter(cells).values())
