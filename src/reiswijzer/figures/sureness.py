"""Draw how sure each bet was, right and wrong told apart by shape and word, and below it sureness beside hits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, LINE, SOFT, STOPS, drawing, element, text

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, TOP, ROW, BAR, GAP = 320.0, 4.0, 40.0, 12.0, 14.0
HIGHEST = 100
TICKS = (0, 50, 100)


@dataclass(frozen=True)
class Sure:
    """One row: its label, what stands at its end, how sure in percent (None without a bet), and whether it was right.

    `right` is None in a row that is no bet: the sum of some.
    """

    label: str
    note: str
    percent: float | None = None
    right: bool | None = None


def sureness(bets: Sequence[Sure], sums: Sequence[Sure], *, title: str, description: str) -> str:
    """Draw a row for each bet and, below a line, a row for each sum, all on one scale of 0 to 100.

    A bet that was right has a full bar, one that was wrong an empty bar; a sum has a dark one.

    Raises
    ------
    ValueError
        When a percentage lies outside 0 to 100.
    """
    parts, y = [], TOP
    for row in bets:
        parts += _row(row, y)
        y += ROW
    if sums:
        parts.append(element("line", x1=0, y1=y + 4, x2=WIDTH, y2=y + 4, stroke=INK, stroke_width=1.5,
                             class_="rw-svg-raster-sterk"))  # fmt: skip
        y += GAP
        for row in sums:
            parts += _row(row, y)
            y += ROW
    for tick, anchor in zip(TICKS, ("start", "middle", "end"), strict=True):
        parts.append(text(f"{tick}%", _x(tick), y + 12, anchor=anchor, size=13, fill=SOFT, css="rw-svg-zacht"))
    return drawing(WIDTH, y + 18, title, description, *parts)


def _x(percent: float) -> float:
    return WIDTH * percent / HIGHEST


def _row(row: Sure, y: float) -> list[str]:
    if row.percent is not None and not 0 <= row.percent <= HIGHEST:
        raise ValueError(f"{row.label}: a percentage lies between 0 and {HIGHEST}, not {row.percent}")
    open_ = row.percent is None
    parts = [
        text(row.label, 0, y + 14, size=15),
        text(row.note, WIDTH, y + 14, anchor="end", size=15, weight=None if open_ else "600",
             fill=SOFT if open_ else INK, css="rw-svg-zacht" if open_ else "rw-svg-tekst"),
        element("line", x1=0, y1=y + 20 + BAR, x2=WIDTH, y2=y + 20 + BAR, stroke=LINE, class_="rw-svg-raster"),
    ]  # fmt: skip
    if row.percent:
        parts.append(_bar(row, _x(row.percent), y + 20))
    return parts


def _bar(row: Sure, width: float, y: float) -> str:
    if row.right is None:
        return element("rect", x=0, y=y + 4, width=width, height=BAR - 4, fill=INK, class_="rw-svg-tekst")
    if row.right:
        return element("rect", x=0, y=y, width=width, height=BAR, fill=STOPS[0], class_="rw-svg-staaf")
    return element("rect", x=1, y=y + 1, width=width - 2, height=BAR - 2, fill="none", stroke=INK, stroke_width=1.5,
                   stroke_dasharray="4 3", class_="rw-svg-raster-sterk")  # fmt: skip
