"""The npm packages that the build of this book takes from its lock."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_live_widgets.builder.tools import node_modules
from sphinx_live_widgets.settings import read_settings

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LOCKS = Path(__file__).with_name("locks")


def package(app: Sphinx, name: str) -> Path:
    """Return the folder of a package, fetched unless the cache has it.

    Raises
    ------
    ExtensionError
        If it cannot be fetched.
    """
    return node_modules(read_settings(app).cache, LOCKS) / name
