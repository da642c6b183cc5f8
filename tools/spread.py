"""Say how measured numbers lie, and on what machine they were measured."""

import math
import os
from collections.abc import Sequence

import psutil


def percentile(numbers: Sequence[float], share: float) -> float:
    """Return the number that this share (0 to 1) of the numbers does not exceed: one of them (nearest rank).

    Raises
    ------
    ValueError
        Without numbers, or when the share is not from 0 to 1.
    """
    if not numbers or not 0 <= share <= 1:
        raise ValueError(f"no percentile {share} of {len(numbers)} numbers")
    return sorted(numbers)[max(0, math.ceil(len(numbers) * share) - 1)]


def machine() -> str:
    """Return the machine in a few words, and how busy it is now."""
    memory = psutil.virtual_memory().total / 1024**3
    return f"{os.cpu_count()} cores, {memory:.0f} GB, load of the last minute {os.getloadavg()[0]:.1f}"
