"""Measure and wrap words in the book's typeface, with the letter widths of the font itself (`widths.json`)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

WEIGHTS = (400, 600, 700)
"""The weights of the typeface that a clip can use."""
WIDTHS = Path(__file__).with_name("widths.json")


@cache
def _widths() -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = json.loads(WIDTHS.read_text(encoding="utf-8"))
    return table


def width(text: str, size: float, weight: int = 600) -> float:
    """Return how wide `text` is, in pixels, in letters of `size` pixels.

    Raises
    ------
    ValueError
        When the typeface lacks a letter or the weight.
    """
    letters = _widths().get(str(weight))
    if letters is None:
        raise ValueError(f"the clips have weights {WEIGHTS}, not {weight}")
    missing = sorted({letter for letter in text if letter not in letters})
    if missing:
        raise ValueError(f"the typeface of the book has no {''.join(missing)!r}")
    return sum(letters[letter] for letter in text) * size / 1000


def wrap(text: str, room: float, size: float, weight: int = 600) -> list[str]:
    """Return `text` in as few lines as fit within `room` pixels, of lengths as even as can be.

    Raises
    ------
    ValueError
        When a word alone is wider than `room`.
    """
    for word in text.split():
        if width(word, size, weight) > room:
            raise ValueError(f"{word!r} is wider than {room:g} pixels")
    lines = _greedy(text, room, size, weight)
    narrower = room
    while len(_greedy(text, narrower - 10, size, weight)) == len(lines) and narrower > size:
        narrower -= 10
        lines = _greedy(text, narrower, size, weight)
    return lines


def _greedy(text: str, room: float, size: float, weight: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size, weight) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
