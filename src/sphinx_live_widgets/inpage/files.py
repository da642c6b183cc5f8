"""The file system is not part of a memory snapshot; this carries the book's own files over it, as bytes in memory."""

from __future__ import annotations

import pathlib

_kept: dict[str, bytes] = {}


def keep(folders: list[str]) -> None:
    """Remember every file below ``folders`` (absolute paths)."""
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                _kept[str(path)] = path.read_bytes()


def restore() -> None:
    """Write the remembered files where they stood, so that lazy reads and imports work after waking."""
    for name, content in _kept.items():
        path = pathlib.Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
