"""What was measured: sections of series of rows, and the numbers that stand for a series."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field

#: The columns of a visit, in milliseconds unless the name says otherwise.
VISIT = ("painted", "awake", "answer", "touch", "trip", "kB", "requests")


@dataclass(frozen=True)
class Spread:
    """The median of a column, with the least and the most."""

    median: float
    least: float
    most: float


@dataclass
class Section:
    """One table.

    Attributes
    ----------
    title
        What stands above it.
    columns
        Keys of a row, in the order of the table.
    series
        Name to rows, one for each visit or build.
    """

    title: str
    columns: tuple[str, ...]
    series: dict[str, list[dict[str, float]]] = field(default_factory=dict)

    def add(self, name: str, row: dict[str, float]) -> None:
        """Add a row to a series."""
        self.series.setdefault(name, []).append(row)

    def spread(self, name: str, column: str) -> Spread | None:
        """Return the median, least and most of a column; nothing where it was not measured."""
        values = [row[column] for row in self.series.get(name, []) if column in row]
        return Spread(statistics.median(values), min(values), max(values)) if values else None
