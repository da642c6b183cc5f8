"""The documented collaborations, each with its sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reiswijzer.content.files import ContentError, require, rows, toml, unique

FILE = "cases.csv"
SOURCES_FILE = "cases_sources.csv"
SORTED_FILE = "cases_sorted.csv"
KINDS_FILE = "kaart/indeling.toml"
NATIONAL = "Heel Nederland"
OCCASION = "aanleiding"
"""The kind of setback that is none: only the problem is described with which a case began."""
INSIGHTS = frozenset({1, 2, 3, 4, 5})
CONFIDENCE = ("high", "medium")


@dataclass(frozen=True)
class Source:
    """Where a statement about a case comes from, and which statement it supports."""

    url: str
    supports: str


@dataclass(frozen=True)
class Case:
    """One documented collaboration; an unknown field is empty or None.

    `start_year` is a calendar year; `lat` and `lon` are degrees (WGS 84); `confidence` is "high" or "medium".

    This module's own proposal: `insights`, and from `cases_sorted.csv` the ids of `form`, `outcomes` and `setbacks`
    (labels: `kinds`). `spot` is a short name of the place (`NATIONAL` for the whole country, "" when unknown).
    """

    id: str
    name: str
    domain: str
    place: str
    lat: float | None
    lon: float | None
    start_year: int | None
    partners: str
    governance_form: str
    intended_result: str
    documented_outcome: str
    documented_difficulty: str
    visited_by_explorers: bool
    source_url: str
    source_title: str
    confidence: str
    insights: tuple[int, ...]
    form: str
    outcomes: tuple[str, ...]
    setbacks: tuple[str, ...]
    spot: str
    province: str
    sources: tuple[Source, ...]

    @property
    def setback_found(self) -> bool:
        """Whether something went wrong according to a source."""
        return bool(self.setbacks) and not self.only_occasion

    @property
    def only_occasion(self) -> bool:
        """Whether `documented_difficulty` is only the problem that was there before."""
        return self.setbacks == (OCCASION,)


def kinds(what: str) -> dict[str, str]:
    """Return the labels by id, in order of showing, of "domein", "vorm", "opbrengst" or "tegenvaller"."""
    labels: dict[str, str] = toml(KINDS_FILE)[what]
    return labels


def _sources() -> dict[str, tuple[Source, ...]]:
    found: dict[str, list[Source]] = {}
    for row in rows(SOURCES_FILE):
        require(SOURCES_FILE, row["case_id"] or "-", row, "case_id", "source_url", "supports")
        found.setdefault(row["case_id"], []).append(Source(row["source_url"], row["supports"]))
    return {ident: tuple(items) for ident, items in found.items()}


def _sorted() -> dict[str, dict[str, str]]:
    unique(SORTED_FILE, (row["id"] for row in rows(SORTED_FILE)))
    return {row["id"]: row for row in rows(SORTED_FILE)}


def _kinds_of(row: dict[str, str], column: str, what: str) -> tuple[str, ...]:
    found = tuple(part for part in row[column].split(";") if part)
    for each in found:
        if each not in kinds(what):
            raise ContentError(SORTED_FILE, row["id"], f"{column}: '{each}' is not in [{what}] of {KINDS_FILE}")
    return found


def _case(row: dict[str, str], placed: dict[str, str] | None, sources: tuple[Source, ...]) -> Case:
    ident = row["id"]
    require(
        FILE,
        ident or "-",
        row,
        "id",
        "name",
        "domain",
        "source_url",
        "source_title",
        "confidence",
        "insights",
    )
    if placed is None:
        raise ContentError(SORTED_FILE, ident, f"is in {FILE} and not here")
    if row["domain"] not in kinds("domein"):
        raise ContentError(FILE, ident, f"domain '{row['domain']}' is not in [domein] of {KINDS_FILE}")
    if not sources:
        raise ContentError(FILE, ident, f"has no source in {SOURCES_FILE}")
    try:
        insights = tuple(int(part) for part in row["insights"].split(";"))
        lat, lon = (float(row[key]) if row[key] else None for key in ("lat", "lon"))
        start_year = int(row["start_year"]) if row["start_year"] else None
    except ValueError as error:
        raise ContentError(FILE, ident, f"insights, lat, lon or start_year is no number: {error}") from error
    if not INSIGHTS.issuperset(insights):
        raise ContentError(FILE, ident, f"insights are {insights}, expected numbers from 1 to 5")
    if row["confidence"] not in CONFIDENCE:
        raise ContentError(FILE, ident, f"confidence is '{row['confidence']}', not one of {CONFIDENCE}")
    if row["visited_by_explorers"] not in ("yes", "unknown"):
        raise ContentError(FILE, ident, f"visited_by_explorers is '{row['visited_by_explorers']}'")
    return Case(
        id=ident,
        name=row["name"],
        domain=row["domain"],
        place=row["place"],
        lat=lat,
        lon=lon,
        start_year=start_year,
        partners=row["partners"],
        governance_form=row["governance_form"],
        intended_result=row["intended_result"],
        documented_outcome=row["documented_outcome"],
        documented_difficulty=row["documented_difficulty"],
        visited_by_explorers=row["visited_by_explorers"] == "yes",
        source_url=row["source_url"],
        source_title=row["source_title"],
        confidence=row["confidence"],
        insights=insights,
        form="".join(_kinds_of(placed, "form", "vorm")),
        outcomes=_kinds_of(placed, "outcomes", "opbrengst"),
        setbacks=_kinds_of(placed, "setbacks", "tegenvaller"),
        spot=placed["spot"],
        province=placed["province"],
        sources=sources,
    )


@cache
def cases() -> dict[str, Case]:
    """Return all cases by id, in the order of the file.

    Raises
    ------
    ContentError
        For a case without a source, a source without a case, a double id or a value out of range.
    """
    sources, placed = _sources(), _sorted()
    unique(FILE, (row["id"] for row in rows(FILE)))
    found = {row["id"]: _case(row, placed.get(row["id"]), sources.get(row["id"], ())) for row in rows(FILE)}
    for file, idents in ((SOURCES_FILE, sources), (SORTED_FILE, placed)):
        for ident in idents:
            if ident not in found:
                raise ContentError(file, ident, f"there is no such case in {FILE}")
    return found


def case(ident: str) -> Case:
    """Return the case with this id; raise `ContentError` when there is none."""
    if ident not in cases():
        raise ContentError(FILE, ident, "there is no case with this id")
    return cases()[ident]
