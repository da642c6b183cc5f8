"""Draw governance forms side by side: per form how well it fits, and its weakest link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, LINE, PAPER, SOFT, STOPS, drawing, element, text

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMN, HEIGHT = 156.0, 262.0
FLOOR, SCALE, BAR = 226.0, 150.0, 46.0
SIZE = 16.0


@dataclass(frozen=True)
class Column:
    """One form: the lines of its name (one or two), its fit and its weakest link (0 to 1)."""

    name: Sequence[str]
    fit: float
    weakest: float


def decimal(value: float) -> str:
    """Return two decimals the Dutch way: 0,79."""
    return f"{value:.2f}".replace(".", ",")


def _bar(x: float, value: float, label: str, *, filled: bool) -> list[str]:
    height = value * SCALE
    look = (
        {"fill": STOPS[0], "class_": "rw-svg-staaf"}
        if filled
        else {"fill": PAPER, "stroke": INK, "class_": "rw-svg-knoop rw-svg-not"}
    )
    return [
        element("rect", x=x, y=FLOOR - height, width=BAR, height=height, rx=2, stroke_width=2, **look),
        text(decimal(value), x + BAR / 2, FLOOR - height - 7, anchor="middle", size=SIZE, weight="600"),
        text(label, x + BAR / 2, FLOOR + 22, anchor="middle", size=14, fill=SOFT, css="rw-svg-zacht"),
    ]


def form_columns(columns: Sequence[Column], *, labels: tuple[str, str], title: str, description: str) -> str:
    """Draw one group of two bars per form on a scale from 0 to 1; `labels` name the fit and the weakest link."""
    width = COLUMN * len(columns)
    parts = [element("line", x1=0, y1=FLOOR, x2=width, y2=FLOOR, stroke=LINE, stroke_width=1.5, class_="rw-svg-raster")]
    for index, column in enumerate(columns):
        left = COLUMN * index
        parts += [
            text(line, left + COLUMN / 2, 18 + 19 * row, anchor="middle", size=SIZE, weight="600")
            for row, line in enumerate(column.name)
        ]
        parts += _bar(left + COLUMN / 2 - BAR - 6, column.fit, labels[0], filled=True)
        parts += _bar(left + COLUMN / 2 + 6, column.weakest, labels[1], filled=False)
    return drawing(width, HEIGHT, title, description, *parts)
