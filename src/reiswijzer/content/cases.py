"""The documented collaborations, each with its sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reiswijzer.content.files import ContentError, require, rows, unique

FILE = "cases.csv"
SOURCES_FILE = "cases_sources.csv"
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

    `start_year` is a calendar year; `lat` and `lon` are degrees (WGS 84); `insights` are this module's own
    proposal, not the essay's; `confidence` is "high" or "medium".
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
    sources: tuple[Source, ...]


def _sources() -> dict[str, tuple[Source, ...]]:
    found: dict[str, list[Source]] = {}
    for row in rows(SOURCES_FILE):
        require(SOURCES_FILE, row["case_id"] or "-", row, "case_id", "source_url", "supports")
        found.setdefault(row["case_id"], []).append(Source(row["source_url"], row["supports"]))
    return {ident: tuple(items) for ident, items in found.items()}


def _case(row: dict[str, str], sources: tuple[Source, ...]) -> Case:
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
    sources = _sources()
    unique(FILE, (row["id"] for row in rows(FILE)))
    found = {row["id"]: _case(row, sources.get(row["id"], ())) for row in rows(FILE)}
    for ident in sources:
        if ident not in found:
            raise ContentError(SOURCES_FILE, ident, f"there is no such case in {FILE}")
    return found


def case(ident: str) -> Case:
    """Return the case with this id; raise `ContentError` when there is none."""
    if ident not in cases():
        raise ContentError(FILE, ident, "there is no case with this id")
    return cases()[ident]
