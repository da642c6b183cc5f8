"""Dutch writes compounds as one word: which words of a text end in another, so that who types that one finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST = 4
"""Letters of a word that may be part of a longer one."""
_JOINTS = ("", "s", "en", "e")


def tails(vocabulary: Iterable[str]) -> dict[str, list[str]]:
    """Return the words that end a compound, by compound: both halves are words of the vocabulary too."""
    known = {word for word in vocabulary if len(word) >= SHORTEST}
    ends: dict[str, list[str]] = {}
    for word in known:
        for at in range(SHORTEST, len(word) - SHORTEST + 1):
            head, tail = word[:at], word[at:]
            if tail in known and any(head.removesuffix(joint) in known for joint in _JOINTS):
                ends.setdefault(word, []).append(tail)
    return ends
