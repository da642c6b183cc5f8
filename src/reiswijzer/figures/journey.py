"""The route as a drawing: a winding way past the stops, each with its number and name."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, LINE, PAPER, STOPS, drawing, element, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 1080.0, 300.0
LEFT, APART = 100.0, 220.0
HIGH, LOW = 80.0, 180.0
RADIUS = 34.0


def _place(index: int) -> tuple[float, float]:
    return LEFT + index * APART, LOW if index % 2 == 0 else HIGH


def journey(names: Sequence[str], description: str, here: int = 0) -> str:
    """Draw the route past one to five `names`; with `here` (from 1) the other stops are only outlined."""
    places = [_place(index) for index in range(len(names))]
    way = f"M{number(places[0][0])} {number(places[0][1])}" + "".join(
        f"C{number(x + APART / 2)} {number(y)} {number(to - APART / 2)} {number(down)} {number(to)} {number(down)}"
        for (x, y), (to, down) in pairwise(places)
    )
    drawn = [element("path", d=way, fill="none", stroke=LINE, stroke_width=10, stroke_linecap="round",
                     class_="rw-svg-raster")]  # fmt: skip
    for index, (name, (x, y), colour) in enumerate(zip(names, places, STOPS, strict=False), start=1):
        full = here in (0, index)
        drawn += [
            element("circle", cx=x, cy=y, r=RADIUS, fill=colour if full else PAPER, stroke=colour, stroke_width=6),
            text(str(index), x, y + 12, anchor="middle", size=34, fill=PAPER if full else colour, css="", weight="700"),
            text(name, x, y + 82, anchor="middle", size=30, fill=INK, weight="700" if index == here else None),
        ]
    return drawing(WIDTH, HEIGHT, "De route", description, *drawn)
