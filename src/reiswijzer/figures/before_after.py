"""Draw what changed between two answers: who moved which way, and whether people came to lie closer together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.divergence import WIDEST
from reiswijzer.figures.svg import INK, LINE, PAPER, SOFT, STOPS, drawing, element, text
from reiswijzer.figures.wrapping import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, TOP, BAR, GAP = 340.0, 14.0, 26.0, 28.0
AXIS = 232.0
_ARROWS = ("▼", "=", "▲")
_OPACITY = ("0.05", "0.18", "0.4")


@dataclass(frozen=True)
class Change:
    """A statement; how many people moved down, stayed and moved up; how far they lie apart before and after.

    `shown` is that last pair in words.
    """

    label: str
    moved: tuple[int, int, int]
    before: float
    after: float
    shown: str


def _bar(moved: Sequence[int], y: float) -> list[str]:
    parts, x = [], 0.0
    for arrow, opacity, count in zip(_ARROWS, _OPACITY, moved, strict=True):
        width = count / sum(moved) * WIDTH
        if count:
            parts.append(
                element("rect", x=x, y=y, width=width - 2, height=BAR, rx=2, fill=STOPS[0], class_="rw-svg-staaf",
                        fill_opacity=opacity)
            )  # fmt: skip
            parts.append(element("rect", x=x, y=y, width=width - 2, height=BAR, rx=2, fill="none", stroke=SOFT,
                                 stroke_width=1, class_="rw-svg-raster"))  # fmt: skip
            shown = f"{arrow} {count}" if width > 40 else str(count)  # noqa: PLR2004 - room for both
            parts.append(text(shown, x + width / 2 - 1, y + 18, anchor="middle", size=14))
        x += width
    return parts


def _dumbbell(change: Change, y: float) -> list[str]:
    before, after = (8 + value / WIDEST * (AXIS - 16) for value in (change.before, change.after))
    return [
        element("line", x1=0, y1=y, x2=AXIS, y2=y, stroke=LINE, stroke_width=1.5, class_="rw-svg-raster"),
        element("line", x1=before, y1=y, x2=after, y2=y, stroke=INK, stroke_width=3, class_="rw-svg-raster-sterk"),
        element("circle", cx=before, cy=y, r=6, fill=PAPER, stroke=INK, stroke_width=2,
                class_="rw-svg-knoop rw-svg-not"),
        element("circle", cx=after, cy=y, r=6, fill=STOPS[0], stroke=INK, stroke_width=2,
                class_="rw-svg-knoop rw-svg-staaf"),
        text(change.shown, WIDTH, y + 5, anchor="end", size=14, weight="600"),
    ]  # fmt: skip


def before_after(rows: Sequence[Change], legend: tuple[str, str], *, title: str, description: str) -> str:
    """Draw the rows from top to bottom, and below them what the open and the filled circle mean.

    Raises
    ------
    ValueError
        When nobody is in a row, or one lies apart further than five people can.
    """
    parts, y = [], TOP
    for row in rows:
        if sum(row.moved) < 1 or not all(0 <= value <= WIDEST for value in (row.before, row.after)):
            raise ValueError(f"'{row.label}' cannot be drawn: {row}")
        lines, below = sentence(row.label, y)
        top = below - 10
        parts += [*lines, *_bar(row.moved, top), *_dumbbell(row, top + BAR + 16)]
        y = top + BAR + 24 + GAP
    for at, (look, words) in enumerate(zip(("rw-svg-not", "rw-svg-staaf"), legend, strict=True)):
        x = at * WIDTH / 2
        parts.append(element("circle", cx=x + 8, cy=y - 5, r=6, fill=(PAPER, STOPS[0])[at], stroke=INK, stroke_width=2,
                             class_=f"rw-svg-knoop {look}"))  # fmt: skip
        parts.append(text(words, x + 20, y, size=13, fill=SOFT, css="rw-svg-zacht"))
    return drawing(WIDTH, y + 8, title, description, *parts)
