"""Draw who relies on whom at a table: an arrow from each seat to the seats it relies on, thicker when more."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import FAINT, INK, PAPER, SOFT, STOPS, drawing, element, number, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 300.0, 280.0
FROM = 3
"""Lowest rating that gets an arrow; below it the drawing would only show that everyone sits at one table."""
_STROKE = {3: 1.2, 4: 2.6, 5: 4.6}
_BEND, _HEAD, _LABEL = 15.0, 6.0, 14
_ACROSS, _DOWN, _OUTWARD = 85.0, 88.0, 26.0
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


def places(seats: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Return where each seat is drawn, in user units: clockwise from the top."""
    turns = {seat: 2 * math.pi * index / len(seats) for index, seat in enumerate(seats)}
    return {
        seat: (WIDTH / 2 + _ACROSS * math.sin(turn), HEIGHT / 2 - _DOWN * math.cos(turn))
        for seat, turn in turns.items()
    }


def label_place(seat: Seat, at: tuple[float, float], gap: float) -> tuple[float, float]:
    """Return the middle of a label that lies `gap` outside a seat: above or below it, and away from the arrows."""
    x, y = at
    out = seat.radius + gap
    return x + _OUTWARD * (x - WIDTH / 2) / _ACROSS, y - out if y < HEIGHT / 2 else y + out


def _bend(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """Return the control point, to the left of the way, so that an arrow and its reply stay apart."""
    (x1, y1), (x2, y2) = start, end
    length = math.hypot(x2 - x1, y2 - y1)
    return (x1 + x2) / 2 + (y2 - y1) / length * _BEND, (y1 + y2) / 2 - (x2 - x1) / length * _BEND


def _edge(seat: Seat, centre: tuple[float, float], towards: tuple[float, float]) -> tuple[float, float]:
    """Return the point just outside a seat, on the way to another point."""
    (x, y), length = centre, math.dist(centre, towards)
    reach = seat.radius + 2
    return x + (towards[0] - x) / length * reach, y + (towards[1] - y) / length * reach


def _way(start: tuple[float, float], bend: tuple[float, float], end: tuple[float, float]) -> str:
    (sx, sy), (cx, cy), (tx, ty) = start, bend, end
    return f"M{number(sx)} {number(sy)}Q{number(cx)} {number(cy)} {number(tx)} {number(ty)}"


def _trace(start: tuple[float, float], end: tuple[float, float], seats: tuple[Seat, Seat]) -> str:
    """Draw what an arrow was before one of its seats was emptied."""
    bend = _bend(start, end)
    way = _way(_edge(seats[0], start, bend), bend, _edge(seats[1], end, bend))
    return element(
        "path", d=way, fill="none", stroke=FAINT, stroke_width=1.2, stroke_dasharray="3 4", class_="rw-svg-spoor"
    )


def _arrow(start: tuple[float, float], end: tuple[float, float], seats: tuple[Seat, Seat], rating: int) -> str:
    bend = _bend(start, end)
    tx, ty = _edge(seats[1], end, bend)
    back = math.dist(bend, end)
    ux, uy = (end[0] - bend[0]) / back, (end[1] - bend[1]) / back
    size = _HEAD + _STROKE[rating]
    bx, by = tx - ux * size, ty - uy * size
    half = size / 2.2
    points = ((tx, ty), (bx - uy * half, by + ux * half), (bx + uy * half, by - ux * half))
    line = element(
        "path",
        d=_way(_edge(seats[0], start, bend), bend, (bx, by)),
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


def reliance(
    seats: Sequence[Seat],
    ratings: Mapping[tuple[str, str], int],
    *,
    title: str,
    description: str,
    labels: bool = True,
) -> str:
    """Draw a table.

    Parameters
    ----------
    seats
        The seats, clockwise from the top.
    ratings
        How much one seat relies on another, 1 to 5, by pair of ids (who relies, on whom); from 3 an arrow is
        drawn. With an empty seat only a dotted trace of it is left.
    labels
        Whether to write the labels; a page may have buttons in their place.

    Raises
    ------
    KeyError
        When a rating is about an unknown seat or lies above 5.
    """
    at = places([seat.id for seat in seats])
    by_id = {seat.id: seat for seat in seats}
    parts: list[str] = []
    for (one, other), rating in ratings.items():
        pair = by_id[one], by_id[other]
        if rating < FROM:
            continue
        if any(seat.empty for seat in pair):
            parts.insert(0, _trace(at[one], at[other], pair))
        else:
            parts.append(_arrow(at[one], at[other], pair, rating))
    for seat in seats:
        x, y = at[seat.id]
        state = "gone" if seat.empty else "started" if seat.most else "not"
        fill = {"gone": "none", "started": STOPS[2], "not": PAPER}[state]
        stroke = FAINT if seat.empty else INK
        dash = "4 3" if seat.empty else None
        parts.append(
            element("circle", cx=x, cy=y, r=seat.radius, fill=fill, stroke=stroke, stroke_width=2,
                    stroke_dasharray=dash, class_=f"rw-svg-knoop rw-svg-{state}")
        )  # fmt: skip
        if not labels:
            continue
        label = seat.label if len(seat.label) <= _LABEL else f"{seat.label[: _LABEL - 1].rstrip()}…"
        label_x, label_y = label_place(seat, (x, y), 12)
        shown = text(label, label_x, label_y + 5, anchor="middle", fill=SOFT if seat.empty else INK,
                     css="rw-svg-zacht" if seat.empty else "rw-svg-tekst")  # fmt: skip
        # A rim in the colour of the page keeps a label readable where an arrow passes behind it.
        parts.append(element("g", shown, style=_RIM))
    return drawing(WIDTH, HEIGHT, title, description, *parts)
