"""Time functions: how far something is at a moment, always from 0 to 1 and always without a jolt.

All take the time `t` and return a share. They are pure, so the same second always gives the same picture.
"""

from __future__ import annotations

GENTLEST = 0.3
"""Seconds that a change of visibility takes at least, so that nothing flashes."""


def smooth(share: float) -> float:
    """Return `share`, kept within 0 and 1, with a slow start and a slow end."""
    share = min(1.0, max(0.0, share))
    return min(1.0, share * share * share * (share * (6 * share - 15) + 10))


def move(t: float, begin: float, end: float) -> float:
    """Return how far a movement from `begin` to `end` (seconds) has come at `t`.

    Raises
    ------
    ValueError
        When it does not end after it begins.
    """
    if end <= begin:
        raise ValueError(f"a movement that begins at {begin} cannot end at {end}")
    return smooth((t - begin) / (end - begin))


def fade(t: float, begin: float, end: float, over: float = 0.6) -> float:
    """Return how visible something is that comes at `begin` and is gone at `end`.

    Raises
    ------
    ValueError
        When it would come or go faster than `GENTLEST`, or has no time to do both.
    """
    if over < GENTLEST:
        raise ValueError(f"a fade of {over} seconds flashes; take {GENTLEST} or more")
    if end - begin < 2 * over:
        raise ValueError(f"there is no time to come and go in {over} seconds between {begin} and {end}")
    return min(move(t, begin, begin + over), 1 - move(t, end - over, end))


def stagger(share: float, index: int, count: int, overlap: float = 0.6) -> float:
    """Return how far item `index` of `count` is when all together are at `share`: one after the other.

    Parameters
    ----------
    share
        0 to 1, not eased yet: what is returned is.
    overlap
        0: each waits until the one before is done; towards 1: nearly all at once.
    """
    if count <= 1:
        return smooth(share)
    length = 1 / (1 + (count - 1) * (1 - overlap))
    return smooth((share - index * length * (1 - overlap)) / length)


def between(start: float, end: float, share: float) -> float:
    """Return the value that lies at `share` on the way from `start` to `end`."""
    return start + (end - start) * share
