"""Draw lines over years: what is known, what the reader expected, what came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, LINE, PAPER, SOFT, STOPS, drawing, element, number, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 640.0, 340.0
LEFT, RIGHT, TOP, BOTTOM = 62.0, 110.0, 24.0, 40.0
KINDS = ("known", "reader", "actual", "baseline")
_LOOK: dict[str, tuple[str, str | None, str]] = {
    "known": (INK, None, "circle"),
    "reader": (STOPS[2], "8 5", "square"),
    "actual": (STOPS[0], None, "circle"),
    "baseline": (SOFT, "2 5", "none"),
}


@dataclass(frozen=True)
class Line:
    """One line: label at its end, values by year (missing years stay open), and its kind (one of `KINDS`)."""

    label: str
    values: Mapping[int, float]
    kind: str = "known"


def thousands(value: float) -> str:
    """Return a whole number the Dutch way: 1.128."""
    return f"{round(value):,}".replace(",", ".")


def line_chart(lines: Sequence[Line], years: Sequence[int], *, top: float, title: str, description: str,
               step: float) -> str:  # fmt: skip
    """Draw the lines on one scale from 0 to `top`, with a grid line every `step` units of the value axis."""
    first, last = years[0], years[-1]

    def x(year: int) -> float:
        return LEFT + (year - first) / max(last - first, 1) * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - min(max(value, 0), top) / top * (HEIGHT - TOP - BOTTOM)

    parts = []
    level = 0.0
    while level <= top:
        parts.append(element("line", x1=LEFT, y1=y(level), x2=WIDTH - RIGHT, y2=y(level), stroke=LINE, stroke_width=1,
                             class_="rw-svg-raster"))  # fmt: skip
        parts.append(
            text(thousands(level), LEFT - 8, y(level) + 5, anchor="end", size=13, fill=SOFT, css="rw-svg-zacht")
        )
        level += step
    parts += [
        text(str(year), x(year), HEIGHT - BOTTOM + 22, anchor="middle", size=13, fill=SOFT, css="rw-svg-zacht")
        for year in years
    ]
    labels: list[tuple[float, str, str, str]] = []
    for line in lines:
        colour, dash, mark = _LOOK[line.kind]
        points = [(x(year), y(line.values[year])) for year in years if year in line.values]
        if not points:
            continue
        path = " ".join(f"{number(px)},{number(py)}" for px, py in points)
        parts.append(element("polyline", points=path, fill="none", stroke=colour, stroke_width=3, stroke_dasharray=dash,
                             class_=f"rw-svg-lijn rw-svg-{line.kind}"))  # fmt: skip
        for px, py in points:
            if mark == "circle":
                parts.append(element("circle", cx=px, cy=py, r=4.5, fill=PAPER, stroke=colour, stroke_width=2.5,
                                     class_=f"rw-svg-punt rw-svg-{line.kind}"))  # fmt: skip
            elif mark == "square":
                parts.append(element("rect", x=px - 4.5, y=py - 4.5, width=9, height=9, fill=PAPER, stroke=colour,
                                     stroke_width=2.5, class_=f"rw-svg-punt rw-svg-{line.kind}"))  # fmt: skip
        labels.append((points[-1][1] + 5, line.label, colour, line.kind))
    lowest = -100.0
    for at, label, colour, kind in sorted(labels):
        lowest = max(at, lowest + 17)
        parts.append(
            text(
                label,
                WIDTH - RIGHT + 10,
                lowest,
                size=13,
                fill=colour,
                css=f"rw-svg-label rw-svg-{kind}",
                weight="600",
            )
        )
    return drawing(WIDTH, HEIGHT, title, description, *parts)
