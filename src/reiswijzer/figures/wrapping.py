"""Break a sentence into lines that fit a drawing, since SVG text does not wrap."""

from __future__ import annotations

from textwrap import wrap

from reiswijzer.figures.svg import text

SIZE, LEADING = 15.0, 19.0
_PER_LINE = 44
"""Characters that fit 340 units at this size, with room for wide letters."""


def sentence(words: str, y: float) -> tuple[list[str], float]:
    """Return the lines of a sentence with its first baseline at `y`, and the baseline that would follow."""
    lines = wrap(words, _PER_LINE)
    return [text(line, 0, y + LEADING * at, size=SIZE) for at, line in enumerate(lines)], y + LEADING * len(lines)
