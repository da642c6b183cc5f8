"""Place what a page fetches below ``_live`` in the output, under names that hold the hash of their content."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError
from sphinx.util import logging

from . import tools
from .fingerprint import digest, digest_files, own_files

if TYPE_CHECKING:
    from .snapshot import Snapshot

logger = logging.getLogger(__name__)

FOLDER = "_live"
_HERE = Path(__file__).parent


def bundle(cache: Path, modules: Path) -> Path:
    """Return the folder with ``page.js``, ``style.css``, ``worker.js`` and the compressed WebAssembly.

    Raises
    ------
    ExtensionError
        If the bundler refuses the sources.
    """
    key = digest_files([*own_files("page"), *sorted(_HERE.glob("*.mjs")), tools.LOCKS / "package-lock.json"])
    folder = cache / f"bundle-{key}"
    if not (folder / "complete").exists():
        logger.info("live widgets: bundling the page script")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        command = [str(tools.node()), str(_HERE / "bundle.mjs"), str(modules), str(_HERE.parent / "page"), str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise ExtensionError(f"live widgets: the page script could not be bundled.\n{done.stderr}")
        wasm = (modules / "pyodide" / "pyodide.asm.wasm").read_bytes()
        (folder / "pyodide.wasm.gz").write_bytes(gzip.compress(wasm, 9, mtime=0))
        (folder / "complete").touch()
    return folder


def place(outdir: Path, bundled: Path, modules: Path, snapshot: Snapshot) -> dict[str, str]:
    """Copy the files of the page and return their names by role; files of earlier builds are removed.

    Returns
    -------
    dict
        Role (``page``, ``early``, ``style``, ``worker``, ``wasm``, ``snapshot``, ``stdlib``, ``site``) to file name;
        the last two are fetched for a plain start only.
    """
    sources = {
        "page": bundled / "page.js",
        "early": bundled / "early.js",
        "style": bundled / "style.css",
        "worker": bundled / "worker.js",
        "wasm": bundled / "pyodide.wasm.gz",
        "snapshot": snapshot.folder / "snapshot.bin.gz",
        "stdlib": modules / "pyodide" / "python_stdlib.zip",
        "site": snapshot.folder / "site.zip",
    }
    folder = outdir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    names = {}
    for role, source in sources.items():
        content = source.read_bytes()
        stem, _, suffixes = source.name.partition(".")
        names[role] = f"{stem}-{digest(content)}.{suffixes}"
        if not (folder / names[role]).exists():
            (folder / names[role]).write_bytes(content)
    (folder / "files.json").write_text(json.dumps(names, indent=1, sort_keys=True), encoding="utf-8")
    for stale in set(folder.iterdir()) - {folder / name for name in (*names.values(), "files.json")}:
        stale.unlink()
    return names
