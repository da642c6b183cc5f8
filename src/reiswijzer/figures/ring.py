"""Draw organisations in a ring around one front door, with the lines they keep up.

All lines are one SVG path. Without a director the path walks the star polygons of the ring (every step from 1 to
half the circle), so that 1,128 lines need one point each and the drawing stays near ten kilobytes.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import FAINT, INK, PAPER, STOPS, drawing, element, number

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = 340.0
CENTRE = SIZE / 2
_RADIUS = CENTRE - 16
_DOOR = 34.0
_MANY = 20

Point = tuple[float, float]


def places(n: int) -> list[Point]:
    """Place `n` organisations evenly on the ring, the first at the top, clockwise, in user units."""
    return [
        (
            CENTRE + _RADIUS * math.sin(2 * math.pi * index / n),
            CENTRE - _RADIUS * math.cos(2 * math.pi * index / n),
        )
        for index in range(n)
    ]


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def mesh_path(points: Sequence[Point]) -> str:
    """Return path data that draws the line between every two of the points exactly once."""
    n = len(points)
    shown = [_pair(point) for point in points]
    parts = []
    for step in range(1, n // 2 + 1):
        if 2 * step == n:
            parts += [f"M{shown[i]}L{shown[i + step]}" for i in range(step)]
            continue
        cycles = math.gcd(n, step)
        for start in range(cycles):
            walk = (shown[(start + turn * step) % n] for turn in range(n // cycles))
            parts.append(f"M{'L'.join(walk)}Z")
    return "".join(parts)


def star_path(hubs: Sequence[Point], others: Sequence[Point]) -> str:
    """Return path data with a line from every hub to all others and between the hubs, each exactly once."""
    spokes = "".join(f"M{_pair(hub)}L{_pair(other)}" for hub in hubs for other in others)
    return spokes + mesh_path(hubs)


def _door() -> list[str]:
    c = CENTRE
    return [
        element("circle", cx=c, cy=c, r=_DOOR, fill=PAPER, stroke=INK, stroke_width=2,
                class_="rw-svg-knoop rw-svg-not"),
        element("path", d=f"M{number(c - 18)} {number(c - 2)}l18-16 18 16v20h-36z", fill="none", stroke=INK,
                stroke_width=2, stroke_linejoin="round", class_="rw-svg-raster-sterk"),
        element("path", d=f"M{number(c - 5)} {number(c + 18)}v-14h10v14z", fill=STOPS[2], stroke=INK, stroke_width=1.5,
                class_="rw-svg-knoop rw-svg-started"),
    ]  # fmt: skip


def ring(n: int, *, directors: int = 0, departed: int = 0, lines: bool = True, title: str, description: str) -> str:
    """Draw the ring.

    Parameters
    ----------
    n
        Number of organisations, 1 or more.
    directors
        How many of them, from the top, are in touch with everyone; 0 is everyone with everyone.
    departed
        How many have left; with directors it is directors who leave.
    lines
        Whether to draw the lines at all.

    Raises
    ------
    ValueError
        When a number is out of range.
    """
    if not (n >= 1 and 0 <= directors <= n and 0 <= departed <= (directors or n)):
        raise ValueError(f"no ring of {n} with {directors} directors of whom {departed} left")
    spread = places(n)
    # Directors stand across from each other, so that their lines can be told apart.
    hubs = [round(index * n / directors) % n for index in range(directors)] if directors else []
    gone = set(hubs[:departed] if directors else range(departed))
    here = [index for index in range(n) if index not in gone]
    staying = [spread[hub] for hub in hubs if hub not in gone]
    others = [spread[index] for index in here if index not in hubs]
    path = star_path(staying, others) if directors else mesh_path([spread[index] for index in here])
    radius = 5.0 if n > _MANY else 9.0
    children = []
    if lines and path:
        children.append(
            element("path", d=path, fill="none", stroke=INK, stroke_width=0.5 if len(path) > 3000 else 1.2,  # noqa: PLR2004
                    stroke_opacity=0.55, stroke_linejoin="round", class_="rw-svg-raster-sterk")
        )  # fmt: skip
    children += _door()
    dots = [element("circle", cx=x, cy=y, r=radius) for x, y in others]
    if dots:
        children.append(element("g", *dots, fill=PAPER, stroke=INK, stroke_width=1.5, class_="rw-svg-knoop rw-svg-not"))
    for x, y in staying:
        children.append(
            element("circle", cx=x, cy=y, r=12, fill=STOPS[2], stroke=INK, stroke_width=2,
                    class_="rw-svg-knoop rw-svg-started")
        )  # fmt: skip
        children.append(element("circle", cx=x, cy=y, r=4, fill=PAPER, class_="rw-svg-stip"))
    children += [
        element("circle", cx=spread[index][0], cy=spread[index][1], r=12 if directors else radius, fill="none",
                stroke=FAINT, stroke_width=2, stroke_dasharray="4 3", class_="rw-svg-knoop rw-svg-gone")
        for index in sorted(gone)
    ]  # fmt: skip
    return drawing(SIZE, SIZE, title, description, *children)
