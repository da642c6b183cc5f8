"""Draw which way something pulls on a few lines between two poles: an arrow from the middle to where it ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, LINE, STOPS, drawing, element, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, SIDE, TOP, ROW, HEAD = 300.0, 14.0, 4.0, 48.0, 9.0


@dataclass(frozen=True)
class Pull:
    """One line: its left and right pole, and the place from -1 to +1, None while nothing pulls."""

    left: str
    right: str
    place: float | None = None


def pulls(rows: Sequence[Pull], *, title: str, description: str, colour: str = STOPS[2]) -> str:
    """Draw the lines from top to bottom.

    Raises
    ------
    ValueError
        When a place lies outside -1 to 1.
    """
    middle, reach = WIDTH / 2, WIDTH / 2 - SIDE
    parts = []
    for index, row in enumerate(rows):
        y = TOP + ROW * index
        parts.append(text(row.left, 0, y + 14, size=15))
        parts.append(text(row.right, WIDTH, y + 14, anchor="end", size=15))
        y += 30
        for x1, y1, x2, y2 in ((SIDE, y, WIDTH - SIDE, y), (middle, y - 7, middle, y + 7)):
            parts.append(element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=LINE, stroke_width=2,
                                 class_="rw-svg-raster"))  # fmt: skip
        if row.place is None:
            continue
        if not -1 <= row.place <= 1:
            raise ValueError(f"a place lies between -1 and 1, not {row.place}")
        parts.append(_arrow(middle, middle + row.place * reach, y, colour))
    return drawing(WIDTH, TOP + ROW * len(rows), title, description, *parts)


def _arrow(start: float, end: float, y: float, colour: str) -> str:
    if start == end:
        return element("circle", cx=end, cy=y, r=HEAD - 1, fill=colour, stroke=INK, stroke_width=1,
                       class_="rw-svg-staaf")  # fmt: skip
    back = HEAD if end > start else -HEAD
    low, high = sorted((start, end - back))
    shaft = element("rect", x=low, y=y - 3, width=high - low, height=6, fill=colour, class_="rw-svg-staaf")
    head = element("path", d=f"M{number(end + back)} {number(y)}L{number(end - back)} {number(y - HEAD)}"
                   f"V{number(y + HEAD)}Z", fill=colour, class_="rw-svg-staaf")  # fmt: skip
    return shaft + head
