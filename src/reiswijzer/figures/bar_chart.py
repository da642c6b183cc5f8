"""Draw horizontal bars: a few named quantities side by side, readable on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, PAPER, SOFT, STOPS, drawing, element, text, thousands

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, ROW, BAR, TOP = 340.0, 54.0, 20.0, 6.0
NUMBER_ROOM = 60.0


def bar_chart(
    items: Sequence[tuple[str, float]],
    *,
    title: str,
    description: str,
    reference: float | None = None,
    colour: str = STOPS[0],
) -> str:
    """Draw one bar per (label, value), from 0, with the value at its end and a line at `reference`."""
    largest = max([*(value for _, value in items), reference or 0, 1])
    height = TOP + ROW * len(items) + (18 if reference else 0)

    def x(value: float) -> float:
        return value / largest * (WIDTH - NUMBER_ROOM)

    parts = []
    for index, (label, value) in enumerate(items):
        y = TOP + ROW * index
        parts.append(text(label, 0, y + 14, size=14))
        parts.append(
            element("rect", x=0, y=y + 22, width=x(value), height=BAR, fill=colour, rx=2, class_="rw-svg-staaf")
        )
        parts.append(text(thousands(value), x(value) + 8, y + 37, size=14, fill=INK, weight="600"))
    if reference:
        bottom = TOP + ROW * len(items)
        ends = {"x1": x(reference), "y1": TOP + 18, "x2": x(reference), "y2": bottom - 6}
        # On a bar as dark or as light as its dashes, a line is seen by the strip of paper below it.
        parts.append(element("line", **ends, stroke=PAPER, stroke_width=6, class_="rw-svg-strook"))
        parts.append(
            element("line", **ends, stroke=SOFT, stroke_width=2, stroke_dasharray="4 4", class_="rw-svg-raster-sterk")
        )
        parts.append(
            text(
                f"{thousands(reference)} = heel Nederland",
                x(reference),
                bottom + 10,
                anchor="end",
                size=14,
                fill=SOFT,
                css="rw-svg-zacht",
            )
        )
    return drawing(WIDTH, height, title, description, *parts)
