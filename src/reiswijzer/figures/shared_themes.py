"""Draw which themes neighbours share: a row per theme, a column per neighbour, a filled dot where it is shared."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, PAPER, STOPS, drawing, element, text

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, LINE, RADIUS, STEP, GAP, HEAD = 340.0, 18.0, 8.0, 28.0, 12.0, 24.0
LABEL, NAME = 30, 42
"""Characters on one line of a theme, and of a name."""


def shared_themes(
    rows: Sequence[tuple[str, Sequence[bool]]], names: Sequence[str], *, title: str, description: str
) -> str:
    """Draw the rows (theme, and per neighbour whether it has it) under numbers, and below them whose number it is."""
    columns = [WIDTH - RADIUS - 2 - STEP * place for place in reversed(range(len(names)))]
    parts = [text(str(number), x, 16, anchor="middle", weight="600") for number, x in enumerate(columns, start=1)]
    y = HEAD
    for theme, shared in rows:
        lines = wrap(theme, LABEL)
        parts += [text(line, 0, y + 14 + LINE * at) for at, line in enumerate(lines)]
        parts += [_dot(x, y + 9, filled=filled) for x, filled in zip(columns, shared, strict=True)]
        y += LINE * len(lines) + GAP
    for number, name in enumerate(names, start=1):
        parts.append(text(str(number), 0, y + 16, weight="600"))
        lines = wrap(name, NAME)
        parts += [text(line, 18, y + 16 + LINE * at) for at, line in enumerate(lines)]
        y += LINE * len(lines) + 4
    return drawing(WIDTH, y + 8, title, description, *parts)


def _dot(x: float, y: float, *, filled: bool) -> str:
    return element(
        "circle",
        cx=x,
        cy=y,
        r=RADIUS,
        fill=STOPS[1] if filled else PAPER,
        stroke=STOPS[1] if filled else INK,
        stroke_width=1.5,
        class_=f"rw-svg-knoop rw-svg-{'joined' if filled else 'not'}",
    )
