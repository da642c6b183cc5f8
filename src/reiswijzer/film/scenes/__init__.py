"""The drawings: one module per clip, named after it, with ``draw(now) -> list[str]``."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reiswijzer.film.stage import Now


def module_name(clip: str) -> str:
    """Return the name of the module that draws `clip`."""
    return clip.replace("-", "_")


def drawing_of(clip: str) -> Callable[[Now], list[str]]:
    """Return the function that draws `clip`; raise `ModuleNotFoundError` when there is no module for it."""
    draw: Callable[[Now], list[str]] = import_module(f"{__name__}.{module_name(clip)}").draw
    return draw
