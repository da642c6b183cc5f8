"""Draw what is left after a day: two bars per row of the story, right after reading and a day later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, SOFT, STOPS, drawing, element, text

if TYPE_CHECKING:
    from collections.abc import Sequence

LEFT, LONGEST, NUMBER, BAR, TOP, ROW, HEAD = 56.0, 280.0, 64.0, 20.0, 4.0, 84.0, 20.0
NARROW = 190.0
"""Length of a full bar beside which letters are still 12 px high on a phone."""


@dataclass(frozen=True)
class Kept:
    """One thing that was read: its label, and the share (0 to 1) left after a day, None while that is unknown.

    `own` marks the reader's own result, drawn lighter than a published one.
    """

    label: str
    share: float | None = None
    own: bool = False


def day_bars(
    items: Sequence[Kept], days: tuple[str, str], *, title: str, description: str, longest: float = LONGEST
) -> str:
    """Draw a full bar for the first day and a bar of `share` for the second; a dashed box with "?" when unknown.

    A full bar is `longest` user units long.

    Raises
    ------
    ValueError
        When a share is not between 0 and 1.
    """
    parts = []
    for index, item in enumerate(items):
        if item.share is not None and not 0 <= item.share <= 1:
            raise ValueError(f"a share is between 0 and 1, not {item.share}")
        y = TOP + ROW * index
        parts.append(text(item.label, 0, y + 14, size=15, weight="600"))
        for row, (day, share) in enumerate(zip(days, (1.0, item.share), strict=True)):
            parts += _bar(day, share, y + HEAD + row * (BAR + 6), longest, lighter=item.own)
    return drawing(LEFT + longest + NUMBER, TOP + ROW * len(items), title, description, *parts)


def _bar(day: str, share: float | None, y: float, longest: float, *, lighter: bool) -> list[str]:
    label = text(day, 0, y + 15, size=15, fill=SOFT, css="rw-svg-zacht")
    if share is None:
        box = element("rect", x=LEFT, y=y, width=longest, height=BAR, fill="none", stroke=SOFT, stroke_width=1.5,
                      stroke_dasharray="5 4", class_="rw-svg-raster-sterk")  # fmt: skip
        return [label, box, text("?", LEFT + longest / 2, y + 15.5, anchor="middle", size=16, weight="600")]
    bar = element("rect", x=LEFT, y=y, width=longest * share, height=BAR, fill=STOPS[4], rx=2, class_="rw-svg-staaf",
                  fill_opacity="0.55" if lighter else None)  # fmt: skip
    return [label, bar, text(f"{round(100 * share)}%", LEFT + longest * share + 8, y + 15.5, size=15, fill=INK)]
