"""Find a place for the name of every node of a network, as `labelled` in widgets/network.mjs does for the view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Point = tuple[float, float]

SIZE, LINE = 14.0, 19.0
"""Height of the letters, and of the line they stand on, in user units."""
_LETTER = 7.3
"""Width of a letter at this size, on the wide side."""
_BESIDE, _ABOVE, _RIM, _AIR, _OVER = 8.0, 4.0, 2.0, 4.0, 4.0
_ROUNDS, _HIT, _CROSSED = 3, 1000, 10


@dataclass(frozen=True)
class Box:
    """A rectangle: its upper left corner and its size, in user units."""

    x: float
    y: float
    width: float
    height: float = LINE

    def overlaps(self, other: Box) -> bool:
        """Tell whether two boxes share a spot."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height

    def crossed(self, start: Point, end: Point) -> bool:
        """Tell whether a line between two points comes through the box, or within a hair's breadth beside it."""
        first, last = 0.0, 1.0
        for at, to, low, high in (
            (start[0], end[0], self.x - _AIR, self.x + self.width + _AIR),
            (start[1], end[1], self.y, self.y + self.height),
        ):
            if at == to:
                if not low <= at <= high:
                    return False
                continue
            near, far = sorted(((low - at) / (to - at), (high - at) / (to - at)))
            first, last = max(first, near), min(last, far)
        return first <= last


def label_boxes(
    labels: Mapping[str, str],
    at: Mapping[str, Point],
    radius: Mapping[str, float],
    ties: Sequence[tuple[str, str]],
    size: tuple[float, float],
) -> dict[str, Box]:
    """Return the box of each label: below, above, right or left of its node.

    It is the first place of those that touches no node, no other label and no edge, and that the fewest ties cross. A
    label that is placed early may take the only room of a later one, so both orders are tried.
    """
    lines = [(at[one], at[other]) for one, other in ties]
    bodies = {
        ident: Box(x - r - _RIM, y - r - _RIM, 2 * (r + _RIM), 2 * (r + _RIM))
        for ident, (x, y) in at.items()
        for r in [radius[ident]]
    }

    def cost(ident: str, box: Box, found: Mapping[str, Box]) -> float:
        inside = box.x >= 0 and box.y >= 0 and box.x + box.width <= size[0] and box.y + box.height <= size[1]
        # Another label may still give way, a node or an edge will not.
        hits = 0 if inside else 2
        hits += sum(2 for other, body in bodies.items() if other != ident and box.overlaps(body))
        hits += sum(1 for other, place in found.items() if other != ident and box.overlaps(place))
        return _HIT * hits + _CROSSED * sum(box.crossed(*line) for line in lines)

    def attempt(order: Sequence[str]) -> tuple[float, dict[str, Box]]:
        found: dict[str, Box] = {}
        total = 0.0
        for _ in range(_ROUNDS):
            total = 0.0
            for ident in order:
                places = _places(at[ident], radius[ident], _LETTER * len(labels[ident]), size[0])
                costs = [cost(ident, box, found) + rank for rank, box in enumerate(places)]
                total += min(costs)
                found[ident] = places[costs.index(min(costs))]
        return total, found

    order = [ident for ident, label in labels.items() if label]
    return min((attempt(each) for each in (order, order[::-1])), key=lambda tried: tried[0])[1]


def _places(at: Point, radius: float, width: float, right: float) -> list[Box]:
    """Return where a label may stand, the best first; it may also hang over to one side."""
    x, y = at
    below, above = y + radius + _ABOVE, y - radius - _ABOVE - LINE

    def within(left: float) -> float:
        return min(max(left, 1), max(right - width - 1, 1))

    beside = (Box(x + radius + _BESIDE, y - LINE / 2, width), Box(x - radius - _BESIDE - width, y - LINE / 2, width))
    lefts = (x - width / 2, x - radius, x + radius - width, x - _OVER, x + _OVER - width)
    middle, *hanging = (within(left) for left in lefts)
    found = [Box(middle, below, width), Box(middle, above, width), *beside]
    for left in hanging:
        found += [Box(left, below, width), Box(left, above, width)]
    return found
