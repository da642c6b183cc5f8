"""What the reader can note in the journal: the fields of each part, and the words around keeping them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from reiswijzer.content.files import ContentError, require, toml, unique
from reiswijzer.content.texts import exercise_ids

FILE = "dagboek.toml"

Kind = Literal["eigen", "als", "dan", "gedaan", "plan"]
"""Own words, the two halves of an if-then line, a tick for what was read or watched, a line of the plan."""


@dataclass(frozen=True)
class Field:
    """One thing the reader can write or tick; `hint` is an example that stands under the question."""

    id: str
    kind: Kind
    question: str
    hint: str = ""


@dataclass(frozen=True)
class Part:
    """The fields of one place on the route; `exercise` is the id of the exercise played there, or ""."""

    id: str
    fields: tuple[Field, ...]
    exercise: str = ""


def _field(table: dict[str, str]) -> Field:
    ident = str(table.get("id", "field without id"))
    require(FILE, ident, table, "id", "kind", "question")
    if table["kind"] not in get_args(Kind):
        raise ContentError(FILE, ident, f"kind '{table['kind']}' is none of {', '.join(get_args(Kind))}")
    return Field(ident, cast("Kind", table["kind"]), table["question"].strip(), table.get("hint", "").strip())


@cache
def parts() -> tuple[Part, ...]:
    """Return the parts in the order of the route.

    Raises
    ------
    ContentError
        When a part or field misses something, has an id that occurs twice, or names an exercise that is not there.
    """
    made = []
    for table in toml(FILE).get("part", []):
        require(FILE, str(table.get("id", "part without id")), table, "id", "field")
        part = Part(table["id"], tuple(map(_field, table["field"])), table.get("exercise", ""))
        if part.exercise and part.exercise not in exercise_ids():
            raise ContentError(FILE, part.id, f"there is no exercise '{part.exercise}'")
        made.append(part)
    unique(FILE, (part.id for part in made))
    unique(FILE, (field.id for part in made for field in part.fields))
    return tuple(made)


def part(ident: str) -> Part:
    """Return the part with this id; raise `ContentError` when there is none."""
    for each in parts():
        if each.id == ident:
            return each
    raise ContentError(FILE, ident, "there is no part with this id")


@cache
def fields() -> dict[str, Field]:
    """Return every field by id, in the order of the route."""
    return {field.id: field for part in parts() for field in part.fields}


def words() -> dict[str, str]:
    """Return what a page says about keeping, by id."""
    table: dict[str, str] = toml(FILE).get("words", {})
    needed = (
        "kept",
        "file",
        "filename",
        "along",
        "print",
        "full",
        "forbidden",
        "damaged",
        "newer",
        "first",
        "noscript",
        "label",
        "done",
        "unfold",
        "fold",
    )
    require(FILE, "words", table, *needed)
    return table
