"""Forms to fill in on the page and print: the proof of attendance and the overview of what a reader did."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from reiswijzer.content import journal
from reiswijzer.content.files import ContentError, names, require, toml, unique
from reiswijzer.content.texts import exercise_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = "formulieren"


@dataclass(frozen=True)
class FormField:
    """One thing to fill in.

    `value` stands there already; with `options` one of them is chosen; `sign` leaves room for a signature. `day` is the
    place in the journal whose day is filled in: `veld/<field>` or `oefening/<exercise>`.
    """

    id: str
    label: str
    hint: str = ""
    value: str = ""
    options: tuple[str, ...] = ()
    sign: bool = False
    day: str = ""


@dataclass(frozen=True)
class FormRow:
    """Fields that stand side by side; with `legend` they are named together."""

    fields: tuple[FormField, ...]
    legend: str = ""


@dataclass(frozen=True)
class Form:
    """A form of one sheet: its title, rows, and what stands small below."""

    id: str
    title: str
    small: str
    rows: tuple[FormRow, ...]


def _field(file: str, table: Mapping[str, Any]) -> FormField:
    ident = str(table.get("id", "field without id"))
    require(file, ident, table, "id", "label")
    made = FormField(**{**table, "options": tuple(table.get("options", ()))})
    kind, _, place = made.day.partition("/")
    known = {"": ("",), "veld": journal.fields(), "oefening": exercise_ids()}.get(kind, ())
    if place not in known:
        raise ContentError(file, ident, f"there is no '{made.day}' in the journal")
    return made


@cache
def form(ident: str) -> Form:
    """Return the form with this id.

    Raises
    ------
    ContentError
        When there is none, a field is incomplete, or a day comes from what is not in the journal.
    """
    if ident not in form_ids():
        raise ContentError(f"{FOLDER}/", ident, "there is no form with this id")
    file = f"{FOLDER}/{ident}.toml"
    table = toml(file)
    require(file, ident, table, "title", "small", "row")
    rows = tuple(
        FormRow(tuple(_field(file, each) for each in row.get("field", ())), row.get("legend", ""))
        for row in table["row"]
    )
    unique(file, (each.id for row in rows for each in row.fields))
    return Form(ident, table["title"].strip(), table["small"].strip(), rows)


def form_ids() -> tuple[str, ...]:
    """Return the ids of all forms."""
    return names(FOLDER, ".toml")
