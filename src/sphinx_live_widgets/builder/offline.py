"""Write the service worker: the files that a reader keeps for offline use, and a version that stands for them all."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from urllib.parse import quote

NAME = "live-widgets-service.js"
_TEXT = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".toml", ".csv"}
_BINARY = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico", ".woff", ".woff2", ".gz", ".zip"}
_SUFFIXES = frozenset(_TEXT | _BINARY)
_SKIPPED_FOLDERS = frozenset({"_sources", "reports", "jupyter_execute"})
_LARGEST = 20_000_000


def _is_kept(path: Path, root: Path) -> bool:
    place = path.relative_to(root)
    if place.parts[0] in _SKIPPED_FOLDERS or place.name in {NAME, "files.json"} or place.name.startswith("."):
        return False
    # The archive for a plain start serves broken snapshots only; a kept snapshot is whole.
    is_plain_start = place.parts[0] == "_live" and place.name.startswith("site-")
    return path.suffix in _SUFFIXES and not is_plain_start and path.stat().st_size <= _LARGEST


def write_service(outdir: Path) -> None:
    """Write the service worker into the root of the output, where it may serve the whole book."""
    paths = sorted(path for path in outdir.rglob("*") if path.is_file() and _is_kept(path, outdir))
    version = hashlib.sha256()
    for path in paths:
        version.update(str(path.relative_to(outdir)).encode())
        version.update(hashlib.sha256(path.read_bytes()).digest())
    files = [quote(path.relative_to(outdir).as_posix()) for path in paths]
    source = (Path(__file__).parent.parent / "page" / "service.js").read_text(encoding="utf-8")
    head = f"const VERSION = {json.dumps(version.hexdigest()[:16])};\nconst FILES = {json.dumps(files)};\n"
    (outdir / NAME).write_text(head + source, encoding="utf-8")


def remove_service(outdir: Path) -> None:
    """Remove the service worker of an earlier build; a reader's browser then unregisters it by itself."""
    (outdir / NAME).unlink(missing_ok=True)
