"""All Dutch text that a reader of the book may see, by the file it stands in and without its markup."""

import csv
import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "src" / "reiswijzer" / "content"
CATALOGUE = ROOT / "src" / "reiswijzer" / "book" / "nl.po"
STRINGS = ROOT / "src" / "sphinx_live_widgets" / "strings.toml"
# What stands with the theme is for who works on it.
PAGES = (ROOT / "index.md", *sorted(page for page in (ROOT / "book").rglob("*.md") if page.parent.name != "theme"))
NOTEBOOKS = tuple(sorted((ROOT / "exercises").glob("*.ipynb")))
TOML = tuple(sorted(CONTENT.rglob("*.toml")))
# What of a table is read; its other columns hold ids, numbers and addresses.
TABLES = {
    "cases.csv": (
        "name", "place", "partners", "governance_form", "intended_result", "documented_outcome",
        "documented_difficulty", "source_title",
    ),
    "cases_sources.csv": ("supports",),
    "data/gezinnen.csv": ("definitie",),
}  # fmt: skip
# Under these keys stand ids and numbers of other things, or pieces of words to compare with what a reader writes.
NO_TEXT = (
    "afkortingen", "conditions", "forbidden", "hints", "id", "kind", "models", "pagina", "persons", "provenance",
    "seeds", "skip", "stems", "stops", "tie", "ties",
)  # fmt: skip
OTHER_IDS = ("janee", "left")  # a kind of answer, and where a caption stands in a picture
ADDRESS = re.compile(r"[a-z0-9-]+(?:[_/.,:][A-Za-z0-9-]+)+")
# In this order: a target may hold what looks like code, and code what looks like a place to fill in.
MARKUP = tuple(
    (re.compile(pattern, re.MULTILINE | re.DOTALL), kept)
    for pattern, kept in (
        (r"\A---\n.*?description: \"([^\"]*)\"\n---\n", r"\1\n\n"),
        (r"^```[a-z]+\n.*?^```$", ""),
        (r"^:::\{dropdown\} *([^\n]*)$", r"\1\n"),
        (r"^(?:```|:::)[^\n]*$|^:[a-z-]+:[^\n]*$|^\([\w-]+\)=$", ""),
        (r"(?<=\])\((?:[^()]|\([^()]*\))*\)", ""),
        (r"\{cite:\w\}`[^`]*`", ""),
        (r"\{[\w-]+\}`([^`<]*?)\s*(?:<[^`]*>)?`", r"\1"),
        (r"`[^`]*`|</?[a-z][^>]*>|<https?:[^>]*>|https?://\S+", " "),
        (r"\{[^{}]*\}|%\(\w+\)[sd]|%[sd]", " "),
        (r"^[-:>#|]+\s|[][*_|]", ""),
    )
)


def plain(markdown: str) -> str:
    """Return what is read of a text, also its description and what stands in its blocks, but no markup and no code."""
    for pattern, kept in MARKUP:
        markdown = pattern.sub(kept, markdown)
    return markdown


def named() -> frozenset[str]:
    """Return what other files call things by: ids and files of the content, works and cases."""
    files = "\n".join(path.read_text(encoding="utf-8") for path in TOML)
    ids = re.findall(r'\bid = "([^"]+)"', files)
    works = re.findall(r"^@\w+\{([^,]+),", (ROOT / "book" / "references.bib").read_text(encoding="utf-8"), re.MULTILINE)
    with (CONTENT / "cases.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(
            (*ids, *works, *OTHER_IDS, *(path.stem for path in TOML), *(row["id"] for row in csv.DictReader(file)))
        )


NAMED = named()


def strings(value: Any) -> Iterator[str]:
    """Yield the texts in a value of a TOML file, without ids and addresses."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in NO_TEXT:
                yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str) and value not in NAMED and not ADDRESS.fullmatch(value):
        yield value


def toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file holds."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def notebook_text(path: Path) -> str:
    """Return the Markdown of a notebook."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def catalogue_text() -> str:
    """Return the Dutch side of the interface texts."""
    found = re.findall(r'^msgstr(?:\[\d\])? "(.+)"$', CATALOGUE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return "\n".join(found)


def table_text(name: str) -> str:
    """Return what is read of a table."""
    with (CONTENT / name).open(encoding="utf-8", newline="") as file:
        return "\n\n".join(row[column] for row in csv.DictReader(file) for column in TABLES[name])


@cache
def texts() -> dict[str, str]:
    """Return all text by the path of its file."""
    found = {path: path.read_text(encoding="utf-8") for path in PAGES}
    found |= {path: notebook_text(path) for path in NOTEBOOKS}
    found |= {path: "\n\n".join(strings(toml(path))) for path in TOML}
    found |= {CONTENT / name: table_text(name) for name in TABLES}
    found |= {CATALOGUE: catalogue_text(), STRINGS: "\n\n".join(strings(toml(STRINGS)["nl"]))}
    return {path.relative_to(ROOT).as_posix(): plain(text) for path, text in found.items()}
