"""What a book wants to reach: read from its own file, held against what was measured."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .table import cell, number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .results import Section


@dataclass(frozen=True)
class Aim:
    """One line of the file.

    Attributes
    ----------
    what
        The words for it.
    series, column
        Where it is measured.
    must, aim
        The most that the median may be, and the most that it would better be, in the unit of the column.
    """

    what: str
    series: str
    column: str
    must: float
    aim: float

    def verdict(self, median: float) -> str:
        """Return whether a median is good enough."""
        if median <= self.aim:
            return "aim met"
        return "must met" if median <= self.must else "NOT met"


def read_aims(path: Path) -> list[Aim]:
    """Read the aims of a book: a TOML file of ``[[aims]]`` with the names of `Aim`.

    Raises
    ------
    SystemExit
        If a line of it is not an aim; the message names the file and the line.
    """
    found = []
    for place, entry in enumerate(tomllib.loads(path.read_text(encoding="utf-8")).get("aims", []), start=1):
        try:
            found.append(Aim(**{**entry, "must": float(entry["must"]), "aim": float(entry["aim"])}))
        except (TypeError, KeyError, ValueError) as error:
            raise SystemExit(f"bench: {path}: aim number {place}: {error}") from error
    return found


def against(aims: Sequence[Aim], section: Section) -> list[list[str]]:
    """Return a table of the aims that a section measured; only heads when it measured none."""
    table = [["", "must", "aim", "measured", ""]]
    for aim in aims:
        spread = section.spread(aim.series, aim.column)
        if spread is not None:
            verdict = aim.verdict(spread.median)
            table.append([aim.what, number(aim.must), number(aim.aim), cell(spread), verdict])
    return table
