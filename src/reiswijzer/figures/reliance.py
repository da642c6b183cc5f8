"""Draw who relies on whom at a table: an arrow from each seat to the seats it relies on, thicker when more."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.network import circle
from reiswijzer.figures.svg import INK, LINE, PAPER, SOFT, STOPS, drawing, element, number, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 300.0, 280.0
FROM = 3
"""Lowest rating that gets an arrow; below it the drawing would only show that everyone sits at one table."""
_STROKE = {3: 1.2, 4: 2.6, 5: 4.6}
_BEND, _HEAD, _LABEL = 15.0, 6.0, 14
_SMALLEST, _PER_POINT = 8.0, 3.5
_RIM = "stroke:var(--rw-vlak,#ffffff);stroke-width:4px;stroke-linejoin:round;paint-order:stroke"


@dataclass(frozen=True)
class Seat:
    """A seat: id, label, how much the others rely on it (1 to 5), whether most do, whether it is empty."""

    id: str
    label: str
    strength: float = 1
    most: bool = False
    empty: bool = False

    @property
    def radius(self) -> float:
        """Radius in user units, from 8 for strength 1 to 22 for strength 5."""
        return _SMALLEST + _PER_POINT * (self.strength - 1)


def _arrow(start: tuple[float, float], end: tuple[float, float], seats: tuple[Seat, Seat], rating: int) -> str:
    (x1, y1), (x2, y2) = start, end
    length = math.hypot(x2 - x1, y2 - y1)
    # The control point lies to the left of the way, so that an arrow and its reply stay apart.
    cx = (x1 + x2) / 2 + (y2 - y1) / length * _BEND
    cy = (y1 + y2) / 2 - (x2 - x1) / length * _BEND
    out = math.hypot(cx - x1, cy - y1)
    back = math.hypot(x2 - cx, y2 - cy)
    ux, uy = (x2 - cx) / back, (y2 - cy) / back
    size = _HEAD + _STROKE[rating]
    sx, sy = x1 + (cx - x1) / out * (seats[0].radius + 2), y1 + (cy - y1) / out * (seats[0].radius + 2)
    tx, ty = x2 - ux * (seats[1].radius + 2), y2 - uy * (seats[1].radius + 2)
    bx, by = tx - ux * size, ty - uy * size
    half = size / 2.2
    points = ((tx, ty), (bx - uy * half, by + ux * half), (bx + uy * half, by - ux * half))
    line = element(
        "path",
        d=f"M{number(sx)} {number(sy)}Q{number(cx)} {number(cy)} {number(bx)} {number(by)}",
        fill="none",
        stroke=INK,
        stroke_width=_STROKE[rating],
        stroke_opacity=0.7,
        class_="rw-svg-raster-sterk",
    )
    head = element(
        "polygon", points=" ".join(f"{number(x)},{number(y)}" for x, y in points), fill=INK, class_="rw-svg-tekst"
    )
    return line + head


def reliance(seats: Sequence[Seat], ratings: Mapping[tuple[str, str], int], *, title: str, description: str) -> str:
    """Draw a table.

    Parameters
    ----------
    seats
        The seats, clockwise from the top.
    ratings
        How much one seat relies on another, 1 to 5, by pair of ids (who relies, on whom); from 3 an arrow is
        drawn. Pairs with an empty seat are left out.

    Raises
    ------
    KeyError
        When a rating is about an unknown seat or lies above 5.
    """
    places = circle([seat.id for seat in seats], WIDTH, HEIGHT, 52)
    by_id = {seat.id: seat for seat in seats}
    parts = []
    for (one, other), rating in ratings.items():
        pair = by_id[one], by_id[other]
        if rating >= FROM and not any(seat.empty for seat in pair):
            parts.append(_arrow(places[one], places[other], pair, rating))
    for seat in seats:
        x, y = places[seat.id]
        state = "gone" if seat.empty else "started" if seat.most else "not"
        fill = {"gone": "none", "started": STOPS[2], "not": PAPER}[state]
        stroke = LINE if seat.empty else INK
        dash = "4 3" if seat.empty else None
        parts.append(
            element("circle", cx=x, cy=y, r=seat.radius, fill=fill, stroke=stroke, stroke_width=2,
                    stroke_dasharray=dash, class_=f"rw-svg-knoop rw-svg-{state}")
        )  # fmt: skip
        label = seat.label if len(seat.label) <= _LABEL else f"{seat.label[: _LABEL - 1].rstrip()}…"
        label_y = y - seat.radius - 7 if y < HEIGHT / 2 else y + seat.radius + 17
        shown = text(label, x, label_y, anchor="middle", fill=SOFT if seat.empty else INK,
                     css="rw-svg-zacht" if seat.empty else "rw-svg-tekst")  # fmt: skip
        # A rim in the colour of the page keeps a label readable where an arrow passes behind it.
        parts.append(element("g", shown, style=_RIM))
    return drawing(WIDTH, HEIGHT, title, description, *parts)
