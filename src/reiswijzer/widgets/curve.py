"""A line through the years: the reader continues it, and the real line answers.

Words come in by `words`, numbers by the other traits; the view draws, and returns the reader's line by `drawn`.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from reiswijzer.widgets.front import beside

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = (
    "locale", "plot", "point", "value", "hint", "numbers", "line", "and", "known", "reader", "actual", "baseline",
)  # fmt: skip


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)


class Curve(anywidget.AnyWidget):
    """A plot with known points, a part to continue by pointer, keys or numbers, and what came of it.

    Years are text in the traits, as in JSON. `years` are the ones to draw, all after the known ones; `drawn` is the
    reader's line (empty: not touched, the points lie at `start`), saved once per move. `locked` fixes it. `actual`
    and `baseline` draw the real line and the pace continued when they are not empty, `gap` names the distance
    between their ends. `before` and `after` say the rest of the picture in words, around the reader's line.

    Raises
    ------
    ValueError
        When one of `WORDS` is missing.
    """

    _esm = beside("curve.mjs")
    _css = beside("curve.css")

    known = traitlets.Dict().tag(sync=True)
    years = traitlets.List(traitlets.Int()).tag(sync=True)
    drawn = traitlets.Dict().tag(sync=True)
    actual = traitlets.Dict().tag(sync=True)
    baseline = traitlets.Dict().tag(sync=True)
    gap = traitlets.Unicode("").tag(sync=True)
    start = traitlets.Int(0).tag(sync=True)
    highest = traitlets.Int(100).tag(sync=True)
    snap = traitlets.Int(1).tag(sync=True)
    grid = traitlets.Int(50).tag(sync=True)
    locked = traitlets.Bool(default_value=False).tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    before = traitlets.Unicode("").tag(sync=True)
    after = traitlets.Unicode("").tag(sync=True)

    def __init__(self, **state: Any) -> None:
        missing = [name for name in WORDS if name not in state.get("words", {})]
        if missing:
            raise ValueError(f"no words for {', '.join(missing)}")
        super().__init__(**state)
        self.add_class("rw-curve")

    @traitlets.validate("drawn")
    def _within_reach(self, proposal: dict[str, Any]) -> dict[str, int]:
        """Keep what lies in the plot: known years, whole numbers from 0 to `highest`."""
        return {
            str(year): min(max(round(proposal["value"][str(year)]), 0), self.highest)
            for year in self.years
            if _is_number(proposal["value"].get(str(year)))
        }

    @property
    def line(self) -> dict[int, int]:
        """The reader's line by year; empty as long as it was not touched."""
        return {int(year): value for year, value in self.drawn.items()}


def by_year(series: Mapping[int, float]) -> dict[str, float]:
    """Return a series as the traits hold it."""
    return {str(year): value for year, value in series.items()}
