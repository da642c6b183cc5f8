"""Record every third-party part below ``_live``: version, licence and its text, where it came from, checksum.

What is written (``parts.json`` for machines, ``licences.txt`` for people) comes from the locks and from the packages
themselves; ``locks/licences.toml`` adds only what these do not say.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
import zipfile
from dataclasses import dataclass
from email.parser import HeaderParser
from typing import TYPE_CHECKING, Any

from sphinx.errors import ExtensionError

from .tools import LOCKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_TEXT = re.compile(r"(^|/)(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
_LOCKED_WHEEL = re.compile(r"^([\w.-]+)==(\S+)((?:\s+--hash=\S+)+)", re.MULTILINE)
#: What older metadata call a licence that SPDX knows by a shorter name.
_SPDX = {
    "BSD 3-Clause License": "BSD-3-Clause",
    "MIT License": "MIT",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: ISC License (ISCL)": "ISC",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "License :: OSI Approved :: Python Software Foundation License": "PSF-2.0",
}
_HOLDS = {
    "page": "the npm packages",
    "style": "the npm packages",
    "python": "the npm packages",
    "wasm": "pyodide",
    "stdlib": "pyodide: the standard library of its CPython",
    "site": "the wheels, and the packages of this book",
    "snapshot": "the memory of pyodide after the wheels and the widgets of this book were loaded",
}


@dataclass(frozen=True)
class Part:
    """A part made by others.

    Attributes
    ----------
    name, version
        As its registry knows it.
    licence
        SPDX expression.
    origin
        ``npm``, ``PyPI``, ``inside pyodide``, or ``this book`` for a wheel of ``live_widgets_wheels``.
    checksum
        From the lock; for ``inside pyodide`` that of the package it is inside of.
    source
        Address of its source code, where known.
    text
        Licence text, with what the licence wants to be told.
    """

    name: str
    version: str
    licence: str
    origin: str
    checksum: str
    source: str
    text: str


def _stored(name: str) -> str:
    return (LOCKS / "licences" / f"{name}.txt").read_text(encoding="utf-8")


def _repository(package: Mapping[str, Any]) -> str:
    found = package.get("repository") or package.get("homepage") or ""
    address = found if isinstance(found, str) else str(found.get("url", ""))
    return address.removeprefix("git+").removesuffix(".git")


def npm_parts(names: Iterable[str], modules: Path) -> list[Part]:
    """Return the npm packages of these names, and what is inside Pyodide.

    Raises
    ------
    ExtensionError
        If one is not in the lock, has no licence text, or the stored facts are of another version of Pyodide.
    """
    lock = json.loads((LOCKS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    facts = tomllib.loads((LOCKS / "licences.toml").read_text(encoding="utf-8"))
    found = []
    for name in names:
        places = [place for place in lock if place.endswith(f"node_modules/{name}")]
        if not places:
            raise ExtensionError(f"live widgets: {name} is in a bundle but not in package-lock.json")
        for place in places:
            folder, locked = modules.parent / place, lock[place]
            package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
            files = sorted(path for path in folder.iterdir() if path.is_file() and _TEXT.search(path.name))
            texts = [path.read_text(encoding="utf-8") for path in files]
            stored = facts["texts"].get(name) or facts["texts"].get(name.split("/")[0])
            if not texts and not stored:
                raise ExtensionError(f"live widgets: {name} has no licence text; name one in locks/licences.toml")
            texts = [facts["notes"].get(name, ""), *(texts or [_stored(stored)])]
            text = "\n\n".join(text.strip() for text in texts if text)
            licence = str(package["license"]).strip("()")
            found.append(Part(name, locked["version"], licence, "npm", locked["integrity"], _repository(package), text))
    return found + [inside for one in found if one.name == "pyodide" for inside in _inside(one, facts)]


def _inside(pyodide: Part, facts: Mapping[str, Any]) -> list[Part]:
    if facts["pyodide"] != pyodide.version:
        raise ExtensionError(
            f"live widgets: locks/licences.toml tells what is inside Pyodide {facts['pyodide']}, "
            f"the lock has {pyodide.version}: look it through, then change the version there"
        )
    return [
        Part(
            *(one["name"], one["version"], one["licence"], "inside pyodide"),
            *(pyodide.checksum, one["source"], _stored(one["text"]).strip()),
        )
        for one in facts["inside"]
    ]


def _name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _locked_wheels() -> dict[str, set[str]]:
    lock = (LOCKS / "wheels.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    return {
        f"{_name(name)}=={version}": set(re.findall(r"--hash=(\S+)", hashes))
        for name, version, hashes in _LOCKED_WHEEL.findall(lock)
    }


def wheel_parts(wheels: Iterable[Path], own: Iterable[Path] = ()) -> list[Part]:
    """Return the wheels of the lock, and those that the author of the book added.

    Raises
    ------
    ExtensionError
        If one is not in the lock or has no licence text; an author's own wheel may have neither.
    """
    locked = _locked_wheels()
    found = []
    for path, origin in [*((wheel, "PyPI") for wheel in wheels), *((wheel, "this book") for wheel in own)]:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            info = next(name.removesuffix("METADATA") for name in names if name.endswith(".dist-info/METADATA"))
            metadata = HeaderParser().parsestr(archive.read(f"{info}METADATA").decode())
            texts = [name for name in names if name.startswith(info) and _TEXT.search(name)]
            text = "\n\n".join(archive.read(name).decode().strip() for name in sorted(texts))
        name, version = metadata["Name"], metadata["Version"]
        checksum = "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()
        if origin == "PyPI" and checksum not in locked.get(f"{_name(name)}=={version}", ()):
            raise ExtensionError(f"live widgets: {path.name} is not in wheels.lock")
        if origin == "PyPI" and not text:
            raise ExtensionError(f"live widgets: {path.name} has no licence text")
        addresses = [line.partition(", ")[2] for line in metadata.get_all("Project-URL", [])]
        source = next((one for one in addresses if "github.com" in one), metadata["Home-page"] or "")
        found.append(Part(name, version, _licence(metadata), origin, checksum, source, text))
    return found


def _licence(metadata: Any) -> str:
    if metadata["License-Expression"]:
        return str(metadata["License-Expression"])
    title = str(metadata["License"] or "").partition("\n")[0]
    known = [_SPDX[one] for one in [title, *metadata.get_all("Classifier", [])] if one in _SPDX]
    return known[0] if known else title or "NOASSERTION"


def collect(bundled: Path, modules: Path, wheels: Iterable[Path], own: Iterable[Path]) -> list[Part]:
    """Return all parts of a build: what is in the bundles, and the wheels of the lock and of the author."""
    packages = json.loads((bundled / "packages.json").read_text(encoding="utf-8"))
    return [*npm_parts(packages, modules), *wheel_parts(wheels, own)]


def write(folder: Path, files: Mapping[str, str], fronts: Iterable[str], parts: list[Part]) -> None:
    """Write ``parts.json`` and ``licences.txt`` into a folder with files by role, and front ends of anywidgets."""
    holds = {name: _HOLDS.get(role, "nothing made by others") for role, name in files.items()}
    holds |= dict.fromkeys(fronts, "the front end of a widget, by the author of that widget")
    listed = [{key: value for key, value in vars(part).items() if key != "text"} for part in parts]
    told = json.dumps({"files": holds, "parts": listed}, indent=1, sort_keys=True)
    (folder / "parts.json").write_text(told, encoding="utf-8")
    by_text: dict[str, list[Part]] = {}
    for part in parts:
        by_text.setdefault(part.text or "This wheel brought no licence text.", []).append(part)
    rule = "=" * 100
    chapters = ["Parts made by others in the files beside this one, and their licences. For machines: parts.json."]
    chapters += ["\n".join(f"{name}: {what}" for name, what in sorted(holds.items()))]
    for text, same in by_text.items():
        heads = [f"{part.name} {part.version} ({part.licence}; {part.origin}) {part.source}".strip() for part in same]
        chapters += ["\n".join([rule, *heads, rule]), text]
    (folder / "licences.txt").write_text("\n\n".join(chapters) + "\n", encoding="utf-8")
