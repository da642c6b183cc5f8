"""What may be reused: a short name for a set of files, and the files a package consists of."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What of a local package goes into the page.
PAGE_SUFFIXES = frozenset({".py", ".toml", ".csv", ".json", ".mjs", ".js", ".css", ".svg", ".txt", ".html", ".xml"})


def digest(content: bytes) -> str:
    """Return the short content hash that names a file or folder."""
    return hashlib.sha256(content).hexdigest()[:16]


def digest_files(paths: Iterable[Path], extra: str = "") -> str:
    """Return one hash for the names and contents of files, and for ``extra``."""
    total = hashlib.sha256(extra.encode())
    for path in paths:
        total.update(path.name.encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def own_files(*folders: str) -> list[Path]:
    """Return the files of this extension below the named folders, sorted."""
    root = Path(__file__).parent.parent
    found = (path for folder in folders for path in (root / folder).rglob("*"))
    return sorted(path for path in found if path.is_file() and path.suffix != ".pyc")


def package_files(name: str) -> dict[str, Path]:
    """Return the page files of an importable package, by the name they get in the page.

    Raises
    ------
    ExtensionError
        If it is not importable, or holds compiled code.
    """
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ExtensionError(f"live widgets: the package {name!r} of live_widgets_packages cannot be imported")
    origin = Path(spec.origin)
    if not spec.submodule_search_locations:
        return {origin.name: origin}
    root = origin.parent
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    compiled = [path for path in paths if path.suffix in {".so", ".pyd"}]
    if compiled:
        raise ExtensionError(f"live widgets: {name!r} holds compiled code ({compiled[0].name}) and cannot be in a page")
    return {f"{name}/{path.relative_to(root).as_posix()}": path for path in paths if path.suffix in PAGE_SUFFIXES}
