"""Write the service worker: the files that a reader keeps for offline use, and a version that stands for them all."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote

from .assets import FOLDER
from .fingerprint import digest

NAME = "live-widgets-service.js"
_TEXT = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".toml", ".csv", ".vtt"}
_BINARY = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico", ".woff", ".woff2", ".zst", ".zip"}
_SUFFIXES = frozenset(_TEXT | _BINARY)
_SKIPPED_FOLDERS = frozenset({"_sources", "reports", "jupyter_execute"})
_LARGEST = 20_000_000
_PAGE = Path(__file__).parent.parent / "page"
#: Of our own files, what a page fetches. The archive for a plain start serves broken snapshots; a kept one is whole.
_OURS = re.compile(r"(?!site-).*-[0-9a-f]{16}\.")


def _is_kept(path: Path, root: Path) -> bool:
    place = path.relative_to(root)
    if place.parts[0] in _SKIPPED_FOLDERS or place.name == NAME or place.name.startswith("."):
        return False
    if place.parts[0] == FOLDER and not _OURS.match(place.name):
        return False
    return path.suffix in _SUFFIXES and path.stat().st_size <= _LARGEST


def write_service(outdir: Path) -> None:
    """Write the service worker into the root of the output, where it may serve the whole book."""
    paths = sorted(path for path in outdir.rglob("*") if path.is_file() and _is_kept(path, outdir))
    files = {quote(path.relative_to(outdir).as_posix()): digest(path.read_bytes()) for path in paths}
    source = (_PAGE / "service.js").read_text(encoding="utf-8")
    size = sum(path.stat().st_size for path in paths)
    version = digest(json.dumps([files, source]).encode())
    head = f'const VERSION = "{version}";\nconst SIZE = {size};\nconst FILES = {json.dumps(files, indent=0)};\n'
    (outdir / NAME).write_text(head + source, encoding="utf-8")


def remove_service(outdir: Path) -> None:
    """Write a service worker that removes what an earlier build left in the browsers of readers."""
    (outdir / NAME).write_text((_PAGE / "unservice.js").read_text(encoding="utf-8"), encoding="utf-8")
