"""A folder of the cache is made once, whole or not at all, also when two builds want it at the same time."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Return ``folder``; when it is not there yet, ``make`` fills a new one, which then takes its name.

    Parameters
    ----------
    make
        Gets an empty folder beside ``folder``. When it raises, nothing is left behind.
    """
    if folder.exists():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix="unfinished-", dir=folder.parent))
    try:
        make(unfinished)
        try:
            unfinished.rename(folder)
        except OSError:
            if not folder.exists():  # another build was first
                raise
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return folder
