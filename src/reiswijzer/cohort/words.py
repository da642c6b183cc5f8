"""What travellers chose to share in words: their sentences in random order, and the words that several of them use."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from reiswijzer.cohort.rules import enough
from reiswijzer.content.files import raw

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reiswijzer.journal.share import Sentence, Share

FEWEST_TRAVELLERS = 2
"""Travellers that must use a word before it counts as shared [D]."""

SHORTEST = 3
"""Letters in a word, at least."""

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def sentences(shares: Iterable[Share], seed: int) -> tuple[Sentence, ...]:
    """Return all sentences without labels, in an order that depends on the seed and on nothing else.

    Nothing when fewer than five travellers chose one.
    """
    writers = [share.sentences for share in shares if share.sentences]
    if not enough(len(writers)):
        return ()
    found = sorted((one for written in writers for one in written), key=lambda one: (one.text, one.field))
    Random(seed).shuffle(found)  # noqa: S311 - an order, no secret
    return tuple(found)


def words(shares: Sequence[Share]) -> tuple[tuple[str, int], ...]:
    """Return the words that at least two travellers use and how many do, most first; none below five writers.

    Only from sentences that were chosen. Capitals do not count, and words that every text is full of are left out.
    """
    writers = [share.sentences for share in shares if share.sentences]
    if not enough(len(writers)):
        return ()
    used = Counter(word for written in writers for word in {word for one in written for word in _of(one.text)})
    shared = [(word, count) for word, count in used.items() if count >= FEWEST_TRAVELLERS]
    return tuple(sorted(shared, key=lambda one: (-one[1], one[0])))


def _of(text: str) -> list[str]:
    found = (word.lower() for word in _WORD.findall(text))
    return [word for word in found if len(word) >= SHORTEST and word not in stop_words()]


@cache
def stop_words() -> frozenset[str]:
    """Return the words that every Dutch text is full of."""
    lines = raw("samen/stopwoorden.txt").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
