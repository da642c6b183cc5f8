"""Place what a page fetches below ``_live`` in the output, under names that hold the hash of their content."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from . import tools
from .fingerprint import digest, digest_files, own_files
from .kept import made_once

if TYPE_CHECKING:
    from .snapshot import Snapshot

logger = logging.getLogger(__name__)

FOLDER = "_live"
_HERE = Path(__file__).parent


def bundle(cache: Path, modules: Path, runtime: Path) -> Path:
    """Return the folder with ``page.js``, ``early.js``, ``style.css``, ``worker.js`` and ``python.js``.

    Raises
    ------
    ExtensionError
        If the bundler refuses the sources.
    """
    own = [*own_files("page"), _HERE / "bundle.mjs", _HERE / "patches.mjs", tools.LOCKS / "package-lock.json"]
    key = digest_files(own, runtime.parent.parent.name)

    def fill(folder: Path) -> None:
        logger.info("live widgets: bundling the page script")
        places = (modules, runtime.parent, _HERE.parent / "page", folder)
        tools.run_node("bundle.mjs", *places, problem="the page script could not be bundled")

    return made_once(cache / f"bundle-{key}", fill)


def place(outdir: Path, bundled: Path, runtime: Path, snapshot: Snapshot) -> dict[str, str]:
    """Copy the files of the page and return their names by role; files of earlier builds are removed.

    Returns
    -------
    dict
        Role (``page``, ``early``, ``style``, ``worker``, ``python``, ``wasm``, ``snapshot``, ``stdlib``, ``site``) to
        file name; the last two are fetched for a plain start only. Front ends of anywidgets have their names already.
    """
    sources = {
        "page": bundled / "page.js",
        "early": bundled / "early.js",
        "style": bundled / "style.css",
        "worker": bundled / "worker.js",
        "python": bundled / "python.js",
        "wasm": runtime / "pyodide.wasm.zst",
        "snapshot": snapshot.folder / "snapshot.bin.zst",
        "stdlib": runtime / "python_stdlib.zip",
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
    for name, text in snapshot.fronts.items():
        (folder / name).write_bytes(text.encode())
    (folder / "files.json").write_text(json.dumps(names, indent=1, sort_keys=True), encoding="utf-8")
    for stale in set(folder.iterdir()) - {folder / name for name in (*names.values(), *snapshot.fronts, "files.json")}:
        stale.unlink()
    return names
