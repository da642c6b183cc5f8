"""Shapes that more than one clip needs: a front door, a dot, a line that draws itself, a route through points."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, STOPS, element
from reiswijzer.film.ease import between
from reiswijzer.film.stage import PAPER, layer, shifted

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]
WARM = "#f3d489"
"""Light behind a window or an open door."""
DOOR_HEIGHT = 250
"""Of a door at scale 1, from doorstep to top."""


def mix(one: Point, other: Point, share: float) -> Point:
    """Return the point that lies at `share` of the way from `one` to `other`."""
    return between(one[0], other[0], share), between(one[1], other[1], share)


def dot(at: Point, radius: float, fill: str = INK, *, rim: float = 4) -> str:
    """Return a filled dot with a rim of paper, so that lines seem to end just before it."""
    if radius <= 0.05:
        return ""
    return element("circle", cx=at[0], cy=at[1], r=radius, fill=fill, stroke=PAPER, stroke_width=rim)


def ring(count: float, middle: Point, radius: float) -> list[Point]:
    """Place `count` points around `middle`, the first at the top, clockwise.

    With a count that is not whole the last point is still finding its place: let it grow and all make room smoothly.
    """
    return [
        (
            middle[0] + radius * math.sin(2 * math.pi * index / max(count, 1)),
            middle[1] - radius * math.cos(2 * math.pi * index / max(count, 1)),
        )
        for index in range(math.ceil(count))
    ]


def polyline(points: Sequence[Point]) -> str:
    """Return the path data of straight pieces through `points`."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def trace(points: Sequence[Point], share: float) -> list[Point]:
    """Return the first `share` (0 to 1, by length) of the line through `points`."""
    lengths = [math.dist(one, other) for one, other in pairwise(points)]
    left = share * sum(lengths)
    drawn = [points[0]]
    for length, (one, other) in zip(lengths, pairwise(points), strict=True):
        if left >= length:
            drawn.append(other)
            left -= length
        else:
            drawn.append(mix(one, other, left / length))
            break
    return drawn


def line(points: Sequence[Point], stroke: str, width: float, *, dashes: str | None = None) -> str:
    """Return a line with round ends through `points`; an empty text for fewer than two."""
    if len(points) < 2:
        return ""
    return element("path", d=polyline(points), fill="none", stroke=stroke, stroke_width=width, stroke_linecap="round",
                   stroke_linejoin="round", stroke_dasharray=dashes)  # fmt: skip


def wave(one: Point, other: Point, share: float) -> Point:
    """Return the point at `share` of a curve that leaves `one` and reaches `other` level."""
    middle = (one[0] + other[0]) / 2
    a, b, c, d = (1 - share) ** 3, 3 * share * (1 - share) ** 2, 3 * share**2 * (1 - share), share**3
    return (a * one[0] + (b + c) * middle + d * other[0], (a + b) * one[1] + (c + d) * other[1])


def route_point(stops: Sequence[Point], u: float) -> Point:
    """Return the place on a winding route through `stops`: 0 at the first, 1 at the second, and so on."""
    index = min(int(u), len(stops) - 2)
    return wave(stops[index], stops[index + 1], u - index)


def door(at: Point, scale: float = 1, *, drawn: float = 1, lit: float = 1, ajar: float = 0) -> str:
    """Return a front door whose doorstep is at `at`.

    Parameters
    ----------
    drawn
        0 to 1: how much of its outline has been drawn; the colour follows in the last third.
    lit
        0 to 1: how much light there is behind its window.
    ajar
        0 to 1: how far it stands open.
    """
    half = 80
    outline: list[Point] = [(-half, 0.0), (-half, -170.0)]
    outline += [(-half * math.cos(math.pi * k / 24), -170 - 80 * math.sin(math.pi * k / 24)) for k in range(1, 24)]
    outline += [(half, -170.0), (half, 0.0)]
    colour = min(1.0, max(0.0, 3 * drawn - 2))
    shape = polyline(outline) + "Z"
    leaf = 1 - 0.72 * ajar
    panel = [
        element("path", d=shape, fill=STOPS[2]),
        element("path", d="M-46 -150A46 52 0 0 1 46 -150Z", fill="#7c3318"),
        layer(lit, element("path", d="M-46 -150A46 52 0 0 1 46 -150Z", fill=WARM)),
        element("path", d="M0 -202V-150M-46 -120H46V-24H-46Z", fill="none", stroke="#7c3318", stroke_width=5),
        element("circle", cx=58, cy=-92, r=8, fill=WARM),
    ]
    inside = [
        element("path", d=shape, fill=WARM),
        element("g", *panel, transform=f"translate({-half * (1 - leaf):.1f} 0) scale({leaf:.4f} 1)"),
    ]
    glow = element("path", d=f"M{half * (1 - 2 * (1 - leaf)):.1f} 0H{half}L{half + 190} 92H-40Z", fill=WARM)
    return element(
        "g",
        layer(0.55 * ajar, glow),
        layer(colour, *inside),
        line(trace(outline, min(1.0, 1.4 * drawn)), INK, 8) if drawn > 0 else "",
        layer(min(1.0, 3 * drawn), element("path", d=f"M{-half - 36} 0H{half + 36}", stroke=INK, stroke_width=8,
                                           stroke_linecap="round")),
        transform=shifted(*at, scale),
    )  # fmt: skip
