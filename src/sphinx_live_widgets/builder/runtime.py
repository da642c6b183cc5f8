"""The Python of the page, made from the pinned Pyodide once per version: patched, trimmed and compressed."""

from __future__ import annotations

from pathlib import Path

from sphinx.util import logging

from . import tools
from .fingerprint import digest_files
from .kept import made_once

logger = logging.getLogger(__name__)

_HERE = Path(__file__).parent
_OWN = [_HERE / name for name in ("runtime.mjs", "patches.mjs", "trim.mjs", "wasm.mjs", "compress.mjs")]


def make(cache: Path, modules: Path) -> Path:
    """Return the folder ``pyodide`` with the files that page and snapshot both start from.

    Raises
    ------
    ExtensionError
        If Pyodide is not the version that the patches know.
    """
    key = digest_files([*_OWN, tools.LOCKS / "package-lock.json"])

    def fill(folder: Path) -> None:
        logger.info("live widgets: making the Python of the page (once)")
        tools.run_node("runtime.mjs", modules / "pyodide", folder, problem="Pyodide could not be made ready")

    # The bundler looks packages up by name, so the folder looks like an installed package.
    return made_once(cache / f"runtime-{key}" / "node_modules" / "pyodide", fill)
