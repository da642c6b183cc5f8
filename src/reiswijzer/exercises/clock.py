"""The one clock of the exercises: tests put another function in the place of `now`, models get none at all."""

from __future__ import annotations

import time


def now() -> int:
    """Return the present moment in whole seconds since 1970."""
    return int(time.time())
