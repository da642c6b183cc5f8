"""What is checked of the cases in every build; the page about the data shows the same table with what was counted.

The sentences stand in `kaart/controles.toml`; the rules stand here under the same ids. A rule says of one case, for
each thing it looks at, whether that is right; a case in which it has nothing to look at gives nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from reiswijzer.content.cases import CONFIDENCE, INSIGHTS, cases
from reiswijzer.content.files import ContentError, require, toml, unique
from reiswijzer.content.provinces import distance_km, provinces
from reiswijzer.content.publishers import host, publishers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reiswijzer.content.cases import Case

FILE = "kaart/controles.toml"
FIRST_YEAR, LAST_YEAR = 1980, 2026
"""A start before the first year would be a mistake in these data; the last is the year they were gathered in."""
MARGIN_KM = 2.0
"""How far outside its province a place may lie: the outlines are simplified, coordinates have three decimals."""
NO_OUTCOME = ("geen",)


@dataclass(frozen=True)
class Check:
    """One thing that must be so: its Dutch `sentence`, the content `file` to mend, and `what` is counted."""

    id: str
    sentence: str
    file: str
    what: str
    rule: Callable[[Case], Iterable[bool]]


@dataclass(frozen=True)
class Checked:
    """What came of a check: how many things were looked at, and the ids of the cases in which one is wrong."""

    check: Check
    count: int
    offending: tuple[str, ...]


def _sources(item: Case) -> Iterable[bool]:
    yield item.source_url in {source.url for source in item.sources}


def _no_double(item: Case) -> Iterable[bool]:
    yield len({source.url for source in item.sources}) == len(item.sources)


def well_formed(url: str) -> bool:
    """Say whether an address is http or https, names a host with a dot and has no white space."""
    try:
        parts = urlsplit(url)
        name = parts.hostname or ""
    except ValueError:
        return False
    inside = name.strip(".") == name and "." in name
    return parts.scheme in ("http", "https") and inside and not any(sign.isspace() for sign in url)


def _addresses(item: Case) -> Iterable[bool]:
    return (well_formed(source.url) for source in item.sources)


def _publishers(item: Case) -> Iterable[bool]:
    return (host(source.url) in publishers() for source in item.sources)


def _pair(item: Case) -> Iterable[bool]:
    yield (item.lat is None) == (item.lon is None)


def _near(item: Case, names: Iterable[str]) -> bool:
    if item.lat is None or item.lon is None:
        return False
    return any(distance_km(item.lat, item.lon, name) <= MARGIN_KM for name in names)


def _placed(item: Case) -> bool:
    return item.lat is not None and item.lon is not None


def _country(item: Case) -> Iterable[bool]:
    if _placed(item):
        yield _near(item, provinces())


def _province(item: Case) -> Iterable[bool]:
    yield item.province in provinces() and _near(item, [item.province]) if _placed(item) else not item.province


def _spot(item: Case) -> Iterable[bool]:
    if _placed(item):
        yield bool(item.spot)


def _year(item: Case) -> Iterable[bool]:
    if item.start_year is not None:
        yield FIRST_YEAR <= item.start_year <= LAST_YEAR


def _insights(item: Case) -> Iterable[bool]:
    rising = all(one < other for one, other in pairwise(item.insights))
    yield bool(item.insights) and rising and INSIGHTS.issuperset(item.insights)


def _confidence(item: Case) -> Iterable[bool]:
    yield item.confidence in CONFIDENCE


def _form(item: Case) -> Iterable[bool]:
    yield bool(item.form) == bool(item.governance_form)


def _outcome(item: Case) -> Iterable[bool]:
    if not item.documented_outcome:
        yield item.outcomes == NO_OUTCOME
    else:
        yield item.outcomes == NO_OUTCOME or (bool(item.outcomes) and not set(NO_OUTCOME) & set(item.outcomes))


def _setback(item: Case) -> Iterable[bool]:
    yield bool(item.setbacks) == bool(item.documented_difficulty)


RULES: dict[str, Callable[[Case], Iterable[bool]]] = {
    "bron": _sources,
    "dubbel": _no_double,
    "adres": _addresses,
    "uitgever": _publishers,
    "paar": _pair,
    "land": _country,
    "provincie": _province,
    "plek": _spot,
    "jaar": _year,
    "inzichten": _insights,
    "zekerheid": _confidence,
    "vorm": _form,
    "opbrengst": _outcome,
    "tegenvaller": _setback,
}


def checks() -> tuple[Check, ...]:
    """Return the checks, in the order of their file.

    Raises
    ------
    ContentError
        For a sentence without a rule, a rule without a sentence, or a sentence that is not complete.
    """
    tables: list[dict[str, Any]] = toml(FILE)["controle"]
    unique(FILE, (table["id"] for table in tables))
    for ident in RULES.keys() ^ {table["id"] for table in tables}:
        raise ContentError(FILE, ident, "has a rule or a sentence, and not both")
    values = {"marge": f"{MARGIN_KM:g}", "eerste": FIRST_YEAR, "laatste": LAST_YEAR}
    for table in tables:
        require(FILE, table["id"], table, "bestand", "wat", "zin")
    return tuple(
        Check(table["id"], table["zin"].format(**values), table["bestand"], table["wat"], RULES[table["id"]])
        for table in tables
    )


def checked(items: Iterable[Case]) -> tuple[Checked, ...]:
    """Return what every check finds in these cases."""
    looked = list(items)
    found = []
    for check in checks():
        answers = {item.id: list(check.rule(item)) for item in looked}
        wrong = tuple(ident for ident, each in answers.items() if not all(each))
        found.append(Checked(check, sum(map(len, answers.values())), wrong))
    return tuple(found)


def check_cases() -> None:
    """Raise `ContentError` with the file and the id of the first case that does not pass a check."""
    for each in checked(cases().values()):
        if each.offending:
            raise ContentError(each.check.file, each.offending[0], f"check '{each.check.id}': {each.check.sentence}")
