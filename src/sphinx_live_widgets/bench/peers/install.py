"""Install peers into the cache, from pinned lists, when they are asked for."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_live_widgets.builder import tools
from sphinx_live_widgets.builder.fingerprint import digest_files

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent


def alone(**more: str) -> dict[str, str]:
    """Return the environment variables without those through which the Python of the bench would show."""
    hidden = ("PYTHONPATH", "PYTHONHOME", "JUPYTER_PATH", "JUPYTER_CONFIG_PATH")
    return {**{name: value for name, value in os.environ.items() if name not in hidden}, **more}


def run(command: Iterable[object], folder: Path, what: str) -> None:
    """Run a command in a folder.

    Raises
    ------
    SystemExit
        If it fails; the message has the end of what it said.
    """
    done = subprocess.run(
        [str(one) for one in command], cwd=folder, env=alone(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"bench: {what} failed.\n{(done.stderr or done.stdout)[-2000:]}")


def pinned(name: str, package: str) -> str:
    """Return the version of a package in ``name.txt``."""
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").partition(f"\n{package}==")[2].partition("\n")[0]


def environment(cache: Path, name: str) -> Path:
    """Return the folder with the programs of a peer, installed from ``name.txt`` unless the cache has them."""
    pins = HERE / f"{name}.txt"
    folder = cache / f"bench-{name}-{digest_files([pins])}"
    if not (folder / "complete").exists():
        venv.create(folder, with_pip=True, clear=True)
        pip = [folder / "bin" / "python", "-m", "pip", "install", "-q", "--no-deps", "--disable-pip-version-check"]
        run([*pip, "-r", pins], folder, f"installing {name}")
        (folder / "complete").touch()
    return folder / "bin"


def wheels(cache: Path, name: str) -> list[Path]:
    """Return the pure wheels of ``name.txt``, fetched unless the cache has them."""
    pins = HERE / f"{name}.txt"
    folder = cache / f"bench-{name}-{digest_files([pins])}"
    if not (folder / "complete").exists():
        folder.mkdir(parents=True, exist_ok=True)
        target = ["--python-version", "3.13", "--implementation", "py", "--abi", "none", "--platform", "any"]
        pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:", *target]
        run([*pip, "-r", pins, "-d", folder], folder, "fetching the wheels of the page")
        (folder / "complete").touch()
    return sorted(folder.glob("*.whl"))


def npm_package(cache: Path, name: str, version: str) -> Path:
    """Return the folder of an npm package at one version, fetched unless the cache has it."""
    folder = cache / f"bench-npm-{name}-{version}"
    if not (folder / "complete").exists():
        folder.mkdir(parents=True, exist_ok=True)
        options = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder]
        run([*tools.npm(), "install", *options, f"{name}@{version}"], folder, f"fetching {name}")
        (folder / "complete").touch()
    return folder / "node_modules" / name
