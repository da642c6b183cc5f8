"""Cells of a table that a spreadsheet may open: text that begins like a formula is made text again."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "|", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet may take for the beginning of a formula; the wide signs count too."""


def harmless(cell: object) -> object:
    """Return a cell that no spreadsheet computes: text that may be a formula gets an apostrophe in front of it."""
    if isinstance(cell, str) and cell.lstrip(" \u00a0\0").startswith(_FORMULA):
        return f"'{cell}"
    return cell
