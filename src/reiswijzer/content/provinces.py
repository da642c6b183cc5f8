"""The outlines of the twelve provinces: to draw the map with, and to see in which province a place lies.

Source: CBS and Kadaster, 2023, via PDOK (CC BY 4.0), simplified: an outline may be off by some hundreds of metres.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import accumulate, pairwise
from math import cos, hypot, radians
from typing import TYPE_CHECKING, Any

from reiswijzer.content.files import ContentError, raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILE = "data/provincies.topojson"
"""The outlines of 2023."""
KM_PER_DEGREE = 111.2
"""Kilometres in a degree of latitude; a degree of longitude is shorter by the cosine of the latitude."""

Point = tuple[float, float]
Ring = tuple[Point, ...]


def decode(topology: Mapping[str, Any]) -> dict[str, tuple[Ring, ...]]:
    """Return the rings of every named area of a quantised TopoJSON topology.

    An arc holds steps in whole grid units, the first from the origin; a negative number in a ring is the arc
    `~number` walked backwards. The first point of an arc is the last of the arc before it, so it is left out there.

    Parameters
    ----------
    topology
        With `transform` (scale, translate), `arcs` and one object: a collection of (multi)polygons with a `name`.

    Returns
    -------
    dict
        Closed rings of (longitude, latitude) in degrees, by name.
    """
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[list[Point]] = [
        [
            (x * scale[0] + move[0], y * scale[1] + move[1])
            for x, y in accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
        ]
        for arc in topology["arcs"]
    ]

    def ring(numbers: list[int]) -> Ring:
        walked = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
        return (walked[0][0], *(point for arc in walked for point in arc[1:]))

    (collection,) = topology["objects"].values()
    found = {}
    for area in collection["geometries"]:
        polygons = area["arcs"] if area["type"] == "MultiPolygon" else [area["arcs"]]
        found[area["properties"]["name"]] = tuple(ring(numbers) for polygon in polygons for numbers in polygon)
    return found


@cache
def provinces() -> dict[str, tuple[Ring, ...]]:
    """Return the outline of every province as closed rings of (longitude, latitude) in degrees, by name.

    A ring inside another one (an enclave) is a hole: fill them by the even-odd rule.

    Raises
    ------
    ContentError
        When the file is no such map.
    """
    try:
        return decode(json.loads(raw(FILE)))
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise ContentError(FILE, "-", f"is no quantised TopoJSON with named provinces: {error!r}") from error


def _inside(lat: float, lon: float, rings: tuple[Ring, ...]) -> bool:
    """Say whether a line from the point to the east crosses the rings an odd number of times."""
    crossings = sum(
        (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) * (x2 - x1) / (y2 - y1)
        for ring in rings
        for (x1, y1), (x2, y2) in pairwise(ring)
    )
    return crossings % 2 == 1


def _flat(lat: float, lon: float, ring: Ring) -> Iterator[Point]:
    """Return the ring in kilometres around the point, as if the ground were flat there."""
    across = KM_PER_DEGREE * cos(radians(lat))
    return ((across * (x - lon), KM_PER_DEGREE * (y - lat)) for x, y in ring)


def _to_side(start: Point, end: Point) -> float:
    """Return the distance from the origin to a straight side."""
    step = (end[0] - start[0], end[1] - start[1])
    length = step[0] ** 2 + step[1] ** 2
    along = -(start[0] * step[0] + start[1] * step[1]) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return hypot(start[0] + along * step[0], start[1] + along * step[1])


def distance_km(lat: float, lon: float, province: str) -> float:
    """Return how far a place is from a province, in kilometres as the crow flies; 0 inside it."""
    rings = provinces()[province]
    if _inside(lat, lon, rings):
        return 0.0
    return min(_to_side(start, end) for ring in rings for start, end in pairwise(_flat(lat, lon, ring)))


def province_at(lat: float, lon: float) -> str | None:
    """Return the province in which a place lies (degrees, WGS 84), or None outside the Netherlands or in its waters."""
    return next((name for name, rings in provinces().items() if _inside(lat, lon, rings)), None)
