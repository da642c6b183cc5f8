"""Draw a match of two players as two rows of dots: a filled dot kept its word, an open one did not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, PAPER, SOFT, STOPS, drawing, element, text

if TYPE_CHECKING:
    from collections.abc import Sequence

STEP, RADIUS, TOP, ROW, MARGIN = 19.0, 6.5, 16.0, 30.0, 10.0


def match_rows(moves: Sequence[tuple[bool, bool]], *, title: str, description: str) -> str:
    """Draw one column per round, the first player above, with round numbers 1, 5, 10, ... below."""
    parts = []
    for index, pair in enumerate(moves):
        x = MARGIN + STEP * index
        for row, kept in enumerate(pair):
            parts.append(
                element(
                    "circle",
                    cx=x,
                    cy=TOP + ROW * row,
                    r=RADIUS,
                    fill=STOPS[1] if kept else PAPER,
                    stroke=STOPS[1] if kept else INK,
                    stroke_width=2,
                    class_=f"rw-svg-knoop rw-svg-{'joined' if kept else 'not'}",
                )
            )
        if index == 0 or (index + 1) % 5 == 0:
            label_y = TOP + ROW + 26
            parts.append(text(str(index + 1), x, label_y, anchor="middle", size=13, fill=SOFT, css="rw-svg-zacht"))
    width = 2 * MARGIN + STEP * max(len(moves) - 1, 0)
    return drawing(width, TOP + ROW + 36, title, description, *parts)
