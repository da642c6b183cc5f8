"""Read the data files of this package, with errors that name file and id."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class ContentError(ValueError):
    """Something in a content file is missing or wrong; the message starts with the file and the id."""

    def __init__(self, file: str, ident: str, problem: str) -> None:
        super().__init__(f"{file}: {ident}: {problem}")


def raw(file: str) -> str:
    """Return the content file `file` as text; raise `ContentError` when there is none."""
    path = resources.files(__package__).joinpath(*file.split("/"))
    if not path.is_file():
        raise ContentError(file, "-", "there is no such content file")
    return path.read_text(encoding="utf-8")


@cache
def toml(file: str) -> dict[str, Any]:
    """Return the TOML document `file` (path inside this package).

    Raises
    ------
    ContentError
        When the file does not exist or is not valid TOML.
    """
    try:
        return tomllib.loads(raw(file))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file, "-", f"is not valid TOML: {error}") from error


@cache
def rows(file: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the CSV file `file` (path inside this package), every value a stripped string."""
    reader = csv.DictReader(raw(file).splitlines())
    return tuple({key: (value or "").strip() for key, value in row.items()} for row in reader)


@cache
def names(folder: str, suffix: str) -> tuple[str, ...]:
    """Return the sorted names, without suffix, of the files in `folder` that end in `suffix`."""
    path = resources.files(__package__).joinpath(folder)
    return tuple(sorted(item.name.removesuffix(suffix) for item in path.iterdir() if item.name.endswith(suffix)))


def require(file: str, ident: str, table: Mapping[str, Any], *keys: str) -> None:
    """Raise `ContentError` unless every key is present in `table` and not empty."""
    for key in keys:
        if table.get(key) in (None, "", []):
            raise ContentError(file, ident, f"'{key}' is missing or empty")


def unique(file: str, idents: Iterable[str]) -> None:
    """Raise `ContentError` when an id occurs twice."""
    seen: set[str] = set()
    for ident in idents:
        if ident in seen:
            raise ContentError(file, ident, "occurs twice")
        seen.add(ident)
