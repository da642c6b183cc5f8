"""What others made of the served files is recorded in one place: version, licence, origin, checksum."""

import io
import json
import re
import zipfile

import pytest
from sphinx.errors import ExtensionError

from conftest import CACHE
from sphinx_live_widgets.builder import assets, parts, runtime, tools

ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "LLVM-exception",
    "LicenseRef-Public-Domain",
    "MIT",
    "MPL-2.0",
    "PSF-2.0",
    "Python-2.0",
    "Unlicense",
    "Zlib",
    "blessing",
    "bzip2-1.0.6",
}


@pytest.fixture(scope="module")
def record(book):
    return json.loads((book / "_live" / "parts.json").read_text())


@pytest.fixture(scope="module")
def modules():
    return tools.node_modules(CACHE)


def of(record, origin):
    return {part["name"]: part for part in record["parts"] if part["origin"] == origin}


def test_every_package_in_a_bundle_is_recorded_with_the_checksum_of_the_lock(record, modules):
    packages = json.loads((assets.bundle(CACHE, modules, runtime.make(CACHE, modules)) / "packages.json").read_text())
    lock = json.loads((tools.LOCKS / "package-lock.json").read_text())["packages"]
    recorded = of(record, "npm")
    assert len(packages) > 20
    assert set(recorded) == set(packages)
    for name, part in recorded.items():
        locked = lock[f"node_modules/{name}"]
        assert (part["version"], part["checksum"]) == (locked["version"], locked["integrity"])


def test_every_wheel_in_the_archive_is_recorded_with_the_checksum_of_the_lock(record, book):
    with zipfile.ZipFile(next((book / "_live").glob("site-*.zip"))) as archive:
        packed = {found[1] for name in archive.namelist() if (found := re.match(r"([^/]+)\.dist-info/", name))}
    recorded = of(record, "PyPI")
    assert {f"{part['name'].replace('-', '_')}-{part['version']}" for part in recorded.values()} == packed
    lock = (tools.LOCKS / "wheels.lock").read_text()
    for part in recorded.values():
        assert re.search(
            rf"^{part['name']}=={part['version']} .*{part['checksum']}", lock, re.MULTILINE | re.IGNORECASE
        )


def test_every_served_file_is_recorded(record, book):
    served = {path.name for path in (book / "_live").iterdir()}
    assert served - set(record["files"]) == {"files.json", "parts.json", "licences.txt"}


def test_every_licence_is_permissive_and_its_text_is_served(record, book):
    text = (book / "_live" / "licences.txt").read_text()
    for part in record["parts"]:
        words = set(re.findall(r"[\w.-]+", part["licence"])) - {"OR", "AND", "WITH"}
        assert words
        assert words <= ALLOWED, part
        head = f"{part['name']} {part['version']} ({part['licence']}; {part['origin']})"
        after = text.split(head, 1)[1].split("=" * 100, 2)
        assert len(after[1]) > 100, part
    for name in ("DOMPurify", "Mozilla Public License Version 2.0", "PYTHON SOFTWARE FOUNDATION LICENSE", "PhosphorJS"):
        assert name in text


def test_the_scripts_name_the_file_with_the_licences(book):
    for pattern in ("page-*.js", "worker-*.js", "style-*.css"):
        text = next((book / "_live").glob(pattern)).read_text()
        assert "licences.txt" in text.splitlines()[0]


def test_what_is_inside_pyodide_is_of_the_version_that_is_served(record, modules):
    info = json.loads((modules / "pyodide" / "pyodide-lock.json").read_text())["info"]
    inside = of(record, "inside pyodide")
    assert inside["CPython with its standard library"]["version"] == info["python"]
    assert info["platform"] == "emscripten_" + inside["Emscripten"]["version"].replace(".", "_")
    wasm = (modules / "pyodide" / "pyodide.asm.wasm").read_bytes()
    for name in ("zlib", "SQLite", "liblzma"):
        assert inside[name]["version"].encode() in wasm


@pytest.fixture
def locks(tmp_path, monkeypatch):
    """Return a copy of the locks that a test may spoil."""
    for path in tools.LOCKS.rglob("*"):
        target = tmp_path / path.relative_to(tools.LOCKS)
        target.mkdir(parents=True) if path.is_dir() else target.write_bytes(path.read_bytes())
    monkeypatch.setattr(parts, "LOCKS", tmp_path)
    return tmp_path


def spoil(path, before, after):
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


def test_a_package_without_licence_text_fails_the_build(locks, modules):
    spoil(locks / "licences.toml", '"@lumino" = "lumino"', "")
    with pytest.raises(ExtensionError, match="@lumino/widgets has no licence text"):
        parts.npm_parts(["@lumino/widgets"], modules)


def test_a_package_that_is_not_in_the_lock_fails_the_build(modules):
    with pytest.raises(ExtensionError, match=r"left-pad is in a bundle but not in package-lock\.json"):
        parts.npm_parts(["left-pad"], modules)


def test_another_version_of_pyodide_asks_to_look_again_at_what_is_inside(locks, modules):
    version = json.loads((tools.LOCKS / "package.json").read_text())["dependencies"]["pyodide"]
    spoil(locks / "licences.toml", f'pyodide = "{version}"', 'pyodide = "0.1"')
    with pytest.raises(ExtensionError, match=r"inside Pyodide 0\.1"):
        parts.npm_parts(["pyodide"], modules)


def test_a_wheel_that_is_not_in_the_lock_fails_the_build_but_an_author_may_add_one(tmp_path):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("own-1.0.dist-info/METADATA", "Name: own\nVersion: 1.0\nLicense: Own words\n")
    wheel = tmp_path / "own-1.0-py3-none-any.whl"
    wheel.write_bytes(content.getvalue())
    with pytest.raises(ExtensionError, match=r"own-1\.0-py3-none-any\.whl is not in wheels\.lock"):
        parts.wheel_parts([wheel])
    (part,) = parts.wheel_parts([], [wheel])
    assert (part.name, part.version, part.licence, part.origin) == ("own", "1.0", "Own words", "this book")
