"""The cases and their sources as rows with Dutch field names, and what each field means: for a file or a notebook.

The meaning of the fields stands in `kaart/velden.toml`, what goes into them stands here, under the same names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reiswijzer.content.cases import INSIGHTS, cases, kinds
from reiswijzer.content.files import ContentError, require, toml, unique
from reiswijzer.content.publishers import resting_on_partners, source_line
from reiswijzer.content.publishers import words as publisher_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reiswijzer.content.cases import Case, Source

FILE = "kaart/velden.toml"
CASES, SOURCES = "samenwerkingen", "bronnen"
Value = str | int | float | tuple[str, ...] | None
"""What a cell holds; "", None and an empty tuple mean that it was not found."""


@dataclass(frozen=True)
class Field:
    """A column: its `name` in the file, `label`, `meaning`, `kind` of value and, for a list, what is `possible`."""

    name: str
    label: str
    meaning: str
    kind: str
    possible: tuple[str, ...]


def words() -> dict[str, str]:
    """Return the words of the data files, by id."""
    table: dict[str, str] = toml(FILE)["woorden"]
    return table


def _yes(value: object) -> str:
    return words()["ja" if value else "nee"]


def _labels(what: str, idents: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(kinds(what)[ident] for ident in idents)


def _confidence() -> dict[str, str]:
    return {"high": words()["hoog"], "medium": words()["middel"]}


def _only_partners(item: Case) -> str:
    return _yes(item.id in resting_on_partners())


CASE_VALUES: dict[str, Callable[[Case], Value]] = {
    "kenmerk": lambda item: item.id,
    "naam": lambda item: item.name,
    "domein": lambda item: kinds("domein")[item.domain],
    "plaats": lambda item: item.place,
    "plek": lambda item: item.spot,
    "provincie": lambda item: item.province,
    "breedte": lambda item: item.lat,
    "lengte": lambda item: item.lon,
    "beginjaar": lambda item: item.start_year,
    "partners": lambda item: item.partners,
    "vorm": lambda item: item.governance_form,
    "vorm_soort": lambda item: kinds("vorm")[item.form] if item.form else "",
    "bedoeling": lambda item: item.intended_result,
    "opbrengst": lambda item: item.documented_outcome,
    "opbrengst_soort": lambda item: _labels("opbrengst", item.outcomes),
    "tegenvaller": lambda item: item.documented_difficulty,
    "tegenvaller_soort": lambda item: _labels("tegenvaller", item.setbacks),
    "inzichten": lambda item: tuple(str(number) for number in item.insights),
    "bezocht": lambda item: words()["ja" if item.visited_by_explorers else "onbekend"],
    "zekerheid": lambda item: _confidence()[item.confidence],
    "hoofdbron": lambda item: item.source_title,
    "hoofdbron_adres": lambda item: item.source_url,
    "aantal_bronnen": lambda item: len(item.sources),
    "alleen_betrokkenen": _only_partners,
}
SOURCE_VALUES: dict[str, Callable[[Case, Source], Value]] = {
    "kenmerk": lambda item, _: item.id,
    "naam": lambda item, _: item.name,
    "hoofdbron": lambda item, source: _yes(source_line(item, source).main),
    "onderwerp": lambda item, source: source_line(item, source).supports,
    "uitgever": lambda item, source: source_line(item, source).publisher,
    "uitgever_soort": lambda item, source: source_line(item, source).kind_label,
    "oorspronkelijk": lambda item, source: source_line(item, source).original,
    "adres": lambda _, source: source.url,
}


def _values(name: str) -> tuple[str, ...]:
    """Return what can stand in a field that takes its values from the list with this name."""
    own = {
        "inzichten": tuple(str(number) for number in sorted(INSIGHTS)),
        "bezocht": (words()["ja"], words()["onbekend"]),
        "zekerheid": tuple(_confidence().values()),
        "uitgever": tuple(publisher_words("soort").values()),
    }
    return own[name] if name in own else tuple(kinds(name).values())


def fields(file: str) -> tuple[Field, ...]:
    """Return the fields of `CASES` or `SOURCES`, in the order of the columns.

    Raises
    ------
    ContentError
        For a field without a meaning, a meaning without a field, or an unknown kind of value.
    """
    tables: list[dict[str, Any]] = toml(FILE)[file]
    known = CASE_VALUES if file == CASES else SOURCE_VALUES
    unique(FILE, (table["veld"] for table in tables))
    for name in known.keys() ^ {table["veld"] for table in tables}:
        raise ContentError(FILE, f"{file}/{name}", "has a meaning or a value, and not both")
    for table in tables:
        require(FILE, f"{file}/{table['veld']}", table, "veld", "opschrift", "betekenis", "waarde")
        if table["waarde"] not in toml(FILE)["waarde"]:
            raise ContentError(FILE, f"{file}/{table['veld']}", f"waarde '{table['waarde']}' is not in [waarde]")
    return tuple(
        Field(
            table["veld"],
            table["opschrift"],
            table["betekenis"],
            toml(FILE)["waarde"][table["waarde"]],
            _values(table["lijst"]) if "lijst" in table else (),
        )
        for table in tables
    )


def case_rows() -> list[dict[str, Value]]:
    """Return one row per case, with the fields of `CASES` in their order."""
    names = [field.name for field in fields(CASES)]
    return [{name: CASE_VALUES[name](item) for name in names} for item in cases().values()]


def source_rows() -> list[dict[str, Value]]:
    """Return one row per source of a case, with the fields of `SOURCES` in their order."""
    names = [field.name for field in fields(SOURCES)]
    return [
        {name: SOURCE_VALUES[name](item, source) for name in names}
        for item in cases().values()
        for source in item.sources
    ]


def found(value: Value) -> bool:
    """Say whether a cell holds something; a zero does."""
    return value not in ("", None, ())


def filled(rows: list[dict[str, Value]]) -> Mapping[str, int]:
    """Return in how many rows each field holds something."""
    return {name: sum(found(row[name]) for row in rows) for name in rows[0]}
