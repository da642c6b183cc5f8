"""Draw ranges on a scale of 0 to 100, one per row, with the reader's own estimate across or on each row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, SOFT, STOPS, drawing, element, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, LEFT, RIGHT, TOP, ROW, BAR = 300.0, 4.0, 12.0, 4.0, 42.0, 14.0
TICKS = (0, 50, 100)
HIGHEST = 100


@dataclass(frozen=True)
class Scale:
    """One row: its label, its range on the scale (None as long as it is hidden or unknown), the reader's estimate.

    `note` stands where the range would be.
    """

    label: str
    span: tuple[float, float] | None = None
    own: float | None = None
    note: str = ""


def _x(value: float) -> float:
    return LEFT + value / HIGHEST * (WIDTH - LEFT - RIGHT)


def _mark(own: float, y: float) -> str:
    x = _x(own)
    return element("path", d=f"M{number(x)} {number(y - 9)}L{number(x + 9)} {number(y)}L{number(x)} {number(y + 9)}"
                   f"L{number(x - 9)} {number(y)}Z", fill="#ffffff", stroke=INK, stroke_width=2.5,
                   class_="rw-svg-knoop rw-svg-not")  # fmt: skip


def scale_rows(rows: Sequence[Scale], *, title: str, description: str, colour: str = STOPS[0]) -> str:
    """Draw the rows from top to bottom above one axis.

    Raises
    ------
    ValueError
        When a range or estimate lies outside 0 to 100.
    """
    parts = []
    bottom = TOP + ROW * len(rows)
    for index, row in enumerate(rows):
        if not all(0 <= value <= HIGHEST for value in (*(row.span or ()), row.own or 0)):
            raise ValueError(f"{row.label} lies outside 0 to {HIGHEST}")
        y = TOP + ROW * index + 28
        parts.append(text(row.label, LEFT, y - 14, size=15))
        parts.append(element("line", x1=LEFT, y1=y, x2=_x(HIGHEST), y2=y, stroke=SOFT, stroke_width=1,
                             class_="rw-svg-raster"))  # fmt: skip
        if row.span:
            low, high = map(_x, row.span)
            parts.append(element("rect", x=low, y=y - BAR / 2, width=high - low, height=BAR, fill=colour, rx=2,
                                 class_="rw-svg-staaf"))  # fmt: skip
        if row.note:
            parts.append(text(row.note, _x(HIGHEST), y - 14, anchor="end", size=15, fill=SOFT, css="rw-svg-zacht"))
        if row.own is not None:
            parts.append(_mark(row.own, y))
    for tick, anchor in zip(TICKS, ("start", "middle", "end"), strict=True):
        parts.append(text(str(tick), _x(tick), bottom + 14, anchor=anchor, size=14, fill=SOFT, css="rw-svg-zacht"))
    return drawing(WIDTH, bottom + 20, title, description, *parts)
