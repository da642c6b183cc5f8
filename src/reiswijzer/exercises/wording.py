"""Words in a row, the Dutch way. Knows no widgets, so that the pages of the book and the journal can use it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def listing(items: Iterable[str]) -> str:
    """Join the Dutch way: a, b en c."""
    names = list(items)
    return " en ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def row(labels: Iterable[str]) -> str:
    """Join labels that hold commas or "en" themselves: a, b en c; d."""
    return "; ".join(labels)
