"""Draw where people differ most: per statement how many gave each answer, and how far their answers lie apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, LINE, SOFT, STOPS, drawing, element, number, text
from reiswijzer.figures.wrapping import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, TOP, CELL, HEIGHT, GAP = 340.0, 34.0, 38.0, 26.0, 26.0
BAR, LONGEST_BAR = 206.0, 100.0
WIDEST = 2.4
"""Mean difference in points between two of five people, at most."""
_DARKEST = 0.4
"""Opacity of the fullest cell, so that ink on it is read in both themes."""


@dataclass(frozen=True)
class Row:
    """A statement, how many gave each of the five answers, how far they lie apart, and that number as it is shown."""

    label: str
    counts: Sequence[int]
    apart: float
    shown: str


def cells(counts: Sequence[int], y: float) -> list[str]:
    """Return five cells in a row: the more people gave an answer, the darker, with their number in it."""
    parts = []
    for answer, count in enumerate(counts):
        x = CELL * answer
        parts.append(
            element("rect", x=x, y=y, width=CELL - 2, height=HEIGHT, rx=2, fill=STOPS[0], class_="rw-svg-staaf",
                    fill_opacity=f"{_DARKEST * count / max(*counts, 1):.2f}")
        )  # fmt: skip
        parts.append(element("rect", x=x, y=y, width=CELL - 2, height=HEIGHT, rx=2, fill="none", stroke=LINE,
                             stroke_width=1, class_="rw-svg-raster"))  # fmt: skip
        if count:
            parts.append(text(str(count), x + CELL / 2 - 1, y + 18, anchor="middle", size=14))
    return parts


def divergence(rows: Sequence[Row], heads: tuple[str, str], *, title: str, description: str) -> str:
    """Draw the rows from top to bottom in the order in which they are given.

    Parameters
    ----------
    rows
        One per statement.
    heads
        What stands above the cells and above the bars.

    Raises
    ------
    ValueError
        When a row lies apart further than five people can, or less than not at all.
    """
    parts = [
        text(heads[0], 0, 14, size=13, fill=SOFT, css="rw-svg-zacht"),
        text(heads[1], WIDTH, 14, anchor="end", size=13, fill=SOFT, css="rw-svg-zacht"),
    ]
    y = TOP
    for row in rows:
        if not 0 <= row.apart <= WIDEST:
            raise ValueError(f"'{row.label}' lies {row.apart} apart, not 0 to {WIDEST}")
        lines, below = sentence(row.label, y + 6)
        top, length = below - 10, row.apart / WIDEST * LONGEST_BAR
        parts += [*lines, *cells(row.counts, top)]
        if length:
            parts.append(element("rect", x=BAR, y=top + 6, width=length, height=HEIGHT - 12, rx=2, fill=STOPS[0],
                                 class_="rw-svg-staaf"))  # fmt: skip
        parts.append(element("path", d=f"M{number(BAR)} {number(top)}V{number(top + HEIGHT)}", stroke=INK,
                             stroke_width=1.5, class_="rw-svg-raster-sterk"))  # fmt: skip
        parts.append(text(row.shown, BAR + length + 6, top + 18, size=14, weight="600"))
        y = top + HEIGHT + GAP
    return drawing(WIDTH, y - GAP + 4, title, description, *parts)
