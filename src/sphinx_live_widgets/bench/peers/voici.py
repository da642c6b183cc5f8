"""A Voici site of the widget, in which everything comes from the site itself.

As published, Voici has the page fetch Pyodide from a content network and its packages one by one from PyPI. Here the
site has Pyodide from npm and one list of all wheels, which Pyodide itself loads side by side before the kernel asks for
any (the setting ``loadPyodideOptions`` of jupyterlite-pyodide-kernel). Two things are left out, in favour of Voici: the
parts of ipywidgets for Jupyter's own front ends, and SQLite, which is compiled and not on PyPI (IPython does without a
history).
"""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from typing import TYPE_CHECKING, Any

from . import install, notebook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: The Pyodide that jupyterlite-pyodide-kernel 0.7.0 is made for.
PYODIDE = "0.29.0"
PAGE = "voici/render/widget.html"
_RUNTIME = ("pyodide.js", "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
_KERNEL = "@jupyterlite/pyodide-kernel-extension"


def _empty_wheel(folder: Path, name: str) -> Path:
    path = folder / f"{name}-0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{name}-0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 0\n")
        wheel.writestr(f"{name}-0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
    return path


def _entry(wheel: Path) -> dict[str, Any]:
    name, version = wheel.name.split("-")[:2]
    fixed = {"install_dir": "site", "package_type": "package", "depends": [], "unvendored_tests": False}
    checksum = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return {**fixed, "name": name, "version": version, "file_name": wheel.name, "sha256": checksum, "imports": [name]}


def _lay_runtime(folder: Path, pyodide: Path, wheels: Iterable[Path]) -> list[str]:
    """Put Pyodide and wheels into a folder; return the names under which Pyodide loads them."""
    folder.mkdir(parents=True)
    for name in _RUNTIME:
        shutil.copy(pyodide / name, folder)
    entries = [_entry(_empty_wheel(folder, "sqlite3"))]
    for wheel in wheels:
        shutil.copy(wheel, folder)
        entries.append(_entry(wheel))
    packages = {entry["name"].replace("_", "-").lower(): entry for entry in entries}
    info = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    (folder / "pyodide-lock.json").write_text(json.dumps({"info": info, "packages": packages}), encoding="utf-8")
    # The kernel looks for its own name in one spelling, Pyodide in the other.
    return [*packages, "pyodide_kernel"]


def build(cache: Path, folder: Path) -> Path:
    """Build the site and return its folder.

    Raises
    ------
    SystemExit
        If something cannot be installed or built.
    """
    programs = install.environment(cache, "voici")
    shipped = programs.parent / "share" / "jupyter" / "labextensions" / _KERNEL / "static" / "pypi"
    own = [path for path in sorted(shipped.glob("*.whl")) if not path.name.startswith("widgetsnbextension")]
    pyodide = install.npm_package(cache, "pyodide", PYODIDE)
    names = _lay_runtime(folder / "lite" / "static" / "pyodide", pyodide, [*install.wheels(cache, "page"), *own])
    kernel = {"disablePyPIFallback": True, "loadPyodideOptions": {"packages": names}}
    settings = {"litePluginSettings": {f"{_KERNEL}:kernel": kernel}}
    lite = {"jupyter-lite-schema-version": 0, "jupyter-config-data": settings}
    (folder / "lite" / "jupyter-lite.json").write_text(json.dumps(lite), encoding="utf-8")
    notebook.write(folder / "contents" / "widget.ipynb", "python")
    site = folder / "site"
    options = ["--contents", folder / "contents", "--lite-dir", folder / "lite", "--output-dir", site]
    install.run([programs / "voici", "build", *options], folder, "building the Voici site")
    return site
