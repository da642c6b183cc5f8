"""Draw the Netherlands by province, and find a spot for every marker such that no two overlap."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import LINE, PAPER, SOFT, drawing, element, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Ring = Sequence[tuple[float, float]]

WEST, EAST, SOUTH, NORTH = 3.30, 7.28, 50.70, 53.60
WIDTH = 400.0
_SCALE = WIDTH / (EAST - WEST)
# North-south degrees are longer than east-west ones: at 52.2 degrees by this much.
_STRETCH = 1 / math.cos(math.radians(52.2))
HEIGHT = round((NORTH - SOUTH) * _SCALE * _STRETCH)
RADIUS = 18.0
"""Half the side of the square of a marker in user units: on a map of 280 px it is still 25 px wide."""
_ROUNDS, _PULL, _PATIENCE, _NEAR_ENOUGH = 600, 0.02, 6000, 0.01


@dataclass(frozen=True)
class Marker:
    """A marker: where it stands (`x`, `y`) and the place it belongs to (`at_x`, `at_y`), in user units."""

    x: float
    y: float
    at_x: float
    at_y: float


def point(lon: float, lat: float) -> tuple[float, float]:
    """Return where a place (degrees, WGS 84) is in the drawing, in user units from the upper left corner."""
    return (lon - WEST) * _SCALE, (NORTH - lat) * _SCALE * _STRETCH


def spread(places: Iterable[tuple[float, float]]) -> tuple[Marker, ...]:
    """Return a marker for every place (lon, lat), in order; markers do not overlap and stay inside the drawing.

    Markers that are too near push each other apart, and all are drawn back to their own place a little; the last rounds
    only push. The same places give the same markers.

    Raises
    ------
    ValueError
        When there are more places than the drawing has room for.
    """
    anchors = [point(lon, lat) for lon, lat in places]
    spots = [[x, y] for x, y in anchors]
    apart = 2 * RADIUS + 1
    if len(spots) * apart * apart > WIDTH * HEIGHT / 2:
        raise ValueError(f"{len(spots)} markers do not fit")
    for turn in range(_ROUNDS + _PATIENCE):
        moved = _push(spots, apart)
        for spot, anchor in zip(spots, anchors, strict=True):
            if turn < _ROUNDS:
                spot[0] += (anchor[0] - spot[0]) * _PULL
                spot[1] += (anchor[1] - spot[1]) * _PULL
            spot[0] = min(max(spot[0], RADIUS), WIDTH - RADIUS)
            spot[1] = min(max(spot[1], RADIUS), HEIGHT - RADIUS)
        if turn >= _ROUNDS and not moved:
            break
    return tuple(Marker(spot[0], spot[1], *anchor) for spot, anchor in zip(spots, anchors, strict=True))


def _push(spots: list[list[float]], apart: float) -> bool:
    """Push every two whose squares overlap half of what they lack apart, the short way; return whether any were."""
    moved = False
    for index, one in enumerate(spots):
        for order, other in enumerate(spots[index + 1 :], start=1):
            away = [other[0] - one[0], other[1] - one[1]]
            lack = [apart - abs(each) for each in away]
            if min(lack) <= _NEAR_ENOUGH:
                continue
            moved = True
            if away == [0, 0]:  # on the very same spot: by turns to the side and down
                away = [order % 2, 1 - order % 2]
                lack = [apart * (1 - each) + each for each in away]
            axis = 0 if lack[0] <= lack[1] else 1
            step = math.copysign(lack[axis] / 2, away[axis])
            one[axis], other[axis] = one[axis] - step, other[axis] + step
    return moved


def _path(rings: Iterable[Ring]) -> str:
    parts = []
    for ring in rings:
        points = [" ".join(number(value) for value in point(lon, lat)) for lon, lat in ring]
        parts.append(f"M{'L'.join(points)}Z")
    return "".join(parts)


def netherlands(
    provinces: Mapping[str, Iterable[Ring]], markers: Iterable[Marker], *, title: str, description: str
) -> str:
    """Draw the provinces, and from every marker a line to a dot on its place.

    Parameters
    ----------
    provinces
        Rings of (lon, lat) in degrees by name of the province.
    markers
        From `spread`; the markers themselves are not drawn: the page puts buttons there.
    """
    land = [
        element(
            "path", d=_path(rings), fill=PAPER, stroke=LINE, stroke_width=1, fill_rule="evenodd", class_="rw-svg-land"
        )
        for rings in provinces.values()
    ]
    lines = [
        element("line", x1=each.at_x, y1=each.at_y, x2=each.x, y2=each.y, stroke=SOFT, stroke_width=1.2,
                class_="rw-svg-aanwijzer")
        for each in markers
    ]  # fmt: skip
    dots = [element("circle", cx=each.at_x, cy=each.at_y, r=2.6, fill=SOFT, class_="rw-svg-plek") for each in markers]
    return drawing(WIDTH, HEIGHT, title, description, *land, *lines, *dots)
