"""Draw the curve that a reader continues: legible on a phone, open where a year is unknown or still hidden."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, LINE, PAPER, SOFT, STOPS, drawing, element, text, thousands

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 480.0, 300.0
NARROW, LOW = 340.0, 250.0
"""Width and height of a drawing whose letters a phone shows 12 px high."""
LEFT, RIGHT, TOP, BOTTOM = 50.0, 114.0, 16.0, 34.0
NARROW_RIGHT, BARE_RIGHT = 100.0, 24.0
"""Room for the labels of a narrow drawing, and for the last year where there are none."""
SIZE = 16.0
ROOM = 20.0
_LOOK: dict[str, tuple[str, str | None, str]] = {
    "known": (INK, None, "circle"),
    "reader": (STOPS[2], "8 5", "square"),
    "actual": (STOPS[0], None, "circle"),
    "baseline": (SOFT, "2 5", "none"),
}


@dataclass(frozen=True)
class Line:
    """One line: label at its end, values by year (missing years stay open) and kind.

    A kind is known, reader, actual or baseline.
    """

    label: str
    values: Mapping[int, float]
    kind: str = "known"


@dataclass(frozen=True)
class _Sheet:
    """Where years and values are drawn: all years, the highest value, and the size in user units."""

    years: Sequence[int]
    top: float
    width: float = WIDTH
    height: float = HEIGHT
    right: float = RIGHT

    @property
    def edge(self) -> float:
        """Where the last year stands."""
        return self.width - self.right

    @property
    def floor(self) -> float:
        """Where 0 stands."""
        return self.height - BOTTOM

    def x(self, year: int) -> float:
        return LEFT + (year - self.years[0]) / max(self.years[-1] - self.years[0], 1) * (self.edge - LEFT)

    def y(self, value: float) -> float:
        return self.floor - min(max(value, 0), self.top) / self.top * (self.floor - TOP)


def _frame(sheet: _Sheet, step: float) -> list[str]:
    parts = []
    for level in range(0, round(sheet.top) + 1, round(step)):
        y = sheet.y(level)
        parts += [
            element("line", x1=LEFT, y1=y, x2=sheet.edge, y2=y, stroke=LINE, stroke_width=1, class_="rw-svg-raster"),
            text(thousands(level), LEFT - 8, y + 5, anchor="end", size=SIZE, fill=SOFT, css="rw-svg-zacht"),
        ]
    return parts + [
        text(str(year), sheet.x(year), sheet.height - 10, anchor="middle", size=SIZE, fill=SOFT, css="rw-svg-zacht")
        for year in sheet.years[::2]
    ]


def _hidden(first: int, sheet: _Sheet) -> list[str]:
    left, right = sheet.x(first) - 14, sheet.edge + 14
    return [
        element("rect", x=left, y=TOP, width=right - left, height=sheet.floor - TOP, rx=6, fill="none", stroke=SOFT,
                stroke_width=1.5, stroke_dasharray="5 5", class_="rw-svg-raster-sterk"),
        text("?", (left + right) / 2, sheet.height / 2 + 14, anchor="middle", size=54, fill=SOFT, css="rw-svg-zacht"),
    ]  # fmt: skip


def _line(line: Line, sheet: _Sheet) -> list[str]:
    colour, dash, mark = _LOOK[line.kind]
    known = [(year, sheet.x(year), sheet.y(line.values[year])) for year in sheet.years if year in line.values]
    parts = [
        element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=3 if later - year == 1 else 1.5,
                stroke_dasharray=dash, class_=f"rw-svg-lijn rw-svg-{line.kind}")
        for (year, x1, y1), (later, x2, y2) in pairwise(known)
    ]  # fmt: skip
    css = f"rw-svg-punt rw-svg-{line.kind}"
    for _, x, y in known:
        if mark == "circle":
            parts.append(element("circle", cx=x, cy=y, r=5, fill=PAPER, stroke=colour, stroke_width=2.5, class_=css))
        elif mark == "square":
            parts.append(element("rect", x=x - 5, y=y - 5, width=10, height=10, fill=PAPER, stroke=colour,
                                 stroke_width=2.5, class_=css))  # fmt: skip
    return parts


def _labels(lines: Sequence[Line], sheet: _Sheet) -> list[str]:
    ends = sorted(
        (sheet.y(line.values[max(line.values)]) + 5, line.label, line.kind, max(line.values)) for line in lines
    )
    parts, lowest = [], -100.0
    for at, label, kind, year in ends:
        css = f"rw-svg-label rw-svg-{kind}"
        if year < sheet.years[-1]:
            x = sheet.x(year) - 12
            parts.append(text(label, x, at + 12, anchor="end", size=SIZE, fill=_LOOK[kind][0], css=css, weight="600"))
            continue
        lowest = max(at, lowest + ROOM)
        parts.append(text(label, sheet.edge + 12, lowest, size=SIZE, fill=_LOOK[kind][0], css=css, weight="600"))
    return parts


def curve_chart(
    lines: Sequence[Line],
    years: Sequence[int],
    *,
    top: float,
    step: float,
    title: str,
    description: str,
    hidden_from: int | None = None,
    narrow: bool = False,
) -> str:
    """Draw lines over all `years` on a scale from 0 to `top`, the first line lowest in the pile.

    Parameters
    ----------
    lines
        Lines with one value or more; a step over a missing year is drawn thin.
    years
        All years of the axis, ascending, without gaps; every second one gets its number.
    top, step
        Highest value of the scale and the distance of its grid lines, above 0; higher values stay at the top.
    title, description
        For screen readers.
    hidden_from
        First year of a box with a question mark that runs to the last year; None for no box.
    narrow
        Whether it must be read on a phone: a smaller sheet, so that letters are larger, and no room that is not used.
    """
    sheet = _Sheet(years, top)
    if narrow:
        ends = any(max(line.values) == years[-1] for line in lines)
        sheet = _Sheet(years, top, NARROW, LOW, NARROW_RIGHT if ends else BARE_RIGHT)
    parts = _frame(sheet, step)
    if hidden_from is not None:
        parts += _hidden(hidden_from, sheet)
    for line in lines:
        parts += _line(line, sheet)
    return drawing(sheet.width, sheet.height, title, description, *parts, *_labels(lines, sheet))
