"""Draw how many people answered 1 to 5: a column of dots per answer, and a row of columns per group."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, SOFT, STOPS, drawing, element, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, LEFT, RIGHT = 300.0, 30.0, 30.0
ANSWERS = 5
TALLEST = 10
"""Dots in a column, at most; with more people every dot stands for several."""
_RADIUS, _STEP, _LABEL, _NUMBER = 5.5, 13.0, 22.0, 18.0


def people_per_dot(rows: Mapping[str, Sequence[int]]) -> int:
    """Return how many people one dot stands for."""
    return max(ceil(max(max(counts) for counts in rows.values()) / TALLEST), 1)


def _x(answer: int) -> float:
    return LEFT + answer / (ANSWERS - 1) * (WIDTH - LEFT - RIGHT)


def dot_plot(rows: Mapping[str, Sequence[int]], ends: tuple[str, str], *, title: str, description: str) -> str:
    """Draw the rows below each other, with the number of people above each column.

    Parameters
    ----------
    rows
        Per label ("" for none) how many people answered 1, 2, 3, 4 and 5.
    ends
        What 1 and 5 mean, below the drawing.

    Raises
    ------
    ValueError
        When there is no row, or a row has other than five counts, or one below zero.
    """
    if not rows or any(len(counts) != ANSWERS or min(counts) < 0 for counts in rows.values()):
        raise ValueError(f"each row needs {ANSWERS} counts, not {dict(rows)}")
    each, y = people_per_dot(rows), 0.0
    parts = []
    for label, counts in rows.items():
        if label:
            parts.append(text(label, 0, y + 14, size=14, weight="600"))
            y += _LABEL
        floor = y + _NUMBER + _STEP * ceil(max(counts) / each)
        for answer, count in enumerate(counts):
            dots = ceil(count / each)
            parts += [
                element("circle", cx=_x(answer), cy=floor - _STEP * (dot + 0.5), r=_RADIUS, fill=STOPS[0],
                        class_="rw-svg-staaf")
                for dot in range(dots)
            ]  # fmt: skip
            if count:
                parts.append(text(str(count), _x(answer), floor - _STEP * dots - 4, anchor="middle", size=13))
        parts.append(element("line", x1=0, y1=floor + 2, x2=WIDTH, y2=floor + 2, stroke=INK, stroke_width=1.5,
                             class_="rw-svg-raster-sterk"))  # fmt: skip
        parts += [text(str(answer + 1), _x(answer), floor + 18, anchor="middle", size=14) for answer in range(ANSWERS)]
        y = floor + 30
    parts.append(text(ends[0], 0, y + 8, size=13, fill=SOFT, css="rw-svg-zacht"))
    parts.append(text(ends[1], WIDTH, y + 8, anchor="end", size=13, fill=SOFT, css="rw-svg-zacht"))
    return drawing(WIDTH, y + 14, title, description, *parts)
