"""Evictions by housing associations in the Netherlands, per year, as exercise 1 and its film draw them."""

from __future__ import annotations

from functools import cache

from reiswijzer.content.files import rows

FILE = "data/huisuitzettingen.csv"


@cache
def series() -> dict[int, int]:
    """Return the number of evictions by year; years that were not found stay out."""
    return {int(row["jaar"]): int(row["aantal"]) for row in rows(FILE) if row["aantal"]}
