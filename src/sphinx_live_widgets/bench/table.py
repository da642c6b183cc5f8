"""Sections as text for a terminal and as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .results import Section, Spread

_FEW = 10


def number(value: float) -> str:
    """Return a value with three digits that mean something; whole from 10 upwards."""
    return f"{value:.0f}" if value >= _FEW else f"{value:.3g}"


def cell(spread: Spread | None) -> str:
    """Return ``median (least-most)``, or one number where all are equal."""
    if spread is None:
        return "–"
    median, least, most = number(spread.median), number(spread.least), number(spread.most)
    return median if least == most else f"{median} ({least}–{most})"


def rows(section: Section) -> list[list[str]]:
    """Return the table of a section: a row of heads and a row for each series."""
    heads = ["", "n", *section.columns]
    body = [
        [name, str(len(found)), *(cell(section.spread(name, column)) for column in section.columns)]
        for name, found in section.series.items()
    ]
    return [heads, *body]


def as_text(title: str, table: Sequence[Sequence[str]]) -> str:
    """Return a table for a terminal: the first column to the left, the others to the right."""
    widths = [max(len(row[index]) for row in table) for index in range(len(table[0]))]
    lines = [
        "  ".join(
            text.ljust(width) if index == 0 else text.rjust(width)
            for index, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in table
    ]
    return "\n".join([title, *(line.rstrip() for line in lines)])


def as_markdown(title: str, table: Sequence[Sequence[str]]) -> str:
    """Return a table for a page."""
    lines = ["| " + " | ".join(row) + " |" for row in table]
    lines.insert(1, "|---" * len(table[0]) + "|")
    return "\n".join([f"**{title}**", "", *lines])
