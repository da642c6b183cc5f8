"""Who published the sources of the cases, and what kind of publisher that is: this module's own sorting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reiswijzer.content.cases import cases
from reiswijzer.content.files import ContentError, require, rows, toml, unique

if TYPE_CHECKING:
    from reiswijzer.content.cases import Case, Source

FILE = "publishers.csv"
ORIGINALS_FILE = "publishers_original.csv"
WORDS_FILE = "kaart/uitgevers.toml"
PARTNER, MIRROR = "partner", "doorgeefluik"
MAIN = "hoofdbron: "
"""How the data mark the main source of a case: what follows is its title."""


@dataclass(frozen=True)
class Publisher:
    """Who stands behind a host (written without "www."); `partner_of` are the cases in which it takes part itself."""

    host: str
    name: str
    kind: str
    partner_of: tuple[str, ...]


@dataclass(frozen=True)
class SourceLine:
    """A source of a case as a page lists it.

    `supports` is what the source says something about, or its title for the `main` source. `original` names who first
    published what the address passes on ("" when the publisher is the first, or not known); `original_note` is the
    sentence to show about it ("" when there is nothing to say). `by` says whose it is, and `found_at` where it can be
    read when that is somewhere else; both are "" where the title says it, or there is nothing to say.
    """

    url: str
    supports: str
    main: bool
    publisher: str
    kind: str
    kind_label: str
    original: str
    original_note: str
    by: str
    found_at: str


def words(what: str) -> dict[str, str]:
    """Return a table of the file, such as "soort" (labels by kind, in order of showing) or "uitleg" (their meaning)."""
    table: dict[str, str] = toml(WORDS_FILE)[what]
    return table


def host(url: str) -> str:
    """Return the host of an address, in lower case and without "www."."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _used() -> dict[str, set[str]]:
    """Return the ids of the cases that have a source from a host, by host."""
    found: dict[str, set[str]] = {}
    for item in cases().values():
        for source in item.sources:
            found.setdefault(host(source.url), set()).add(item.id)
    return found


def _publisher(row: dict[str, str], used: set[str]) -> Publisher:
    ident = row["host"]
    require(FILE, ident or "-", row, "host", "name", "kind")
    if row["kind"] not in words("soort"):
        raise ContentError(FILE, ident, f"kind '{row['kind']}' is not in [soort] of {WORDS_FILE}")
    partner_of = tuple(part for part in row["partner_of"].split(";") if part)
    for each in partner_of:
        if each not in used:
            raise ContentError(FILE, ident, f"partner_of: '{each}' is no case with a source from this host")
    if row["kind"] == PARTNER and set(partner_of) != used:
        raise ContentError(FILE, ident, f"is a partner, but partner_of is not all of {sorted(used)}")
    return Publisher(ident, row["name"], row["kind"], partner_of)


@cache
def publishers() -> dict[str, Publisher]:
    """Return the publishers by host, in the order of the file.

    Raises
    ------
    ContentError
        For a host of the sources that is missing here, one that no source uses, an unknown kind or a wrong case.
    """
    unique(FILE, (row["host"] for row in rows(FILE)))
    used = _used()
    found: dict[str, Publisher] = {}
    for row in rows(FILE):
        if row["host"] not in used:
            raise ContentError(FILE, row["host"] or "-", "no source has this host")
        found[row["host"]] = _publisher(row, used[row["host"]])
    for each, idents in used.items():
        if each not in found:
            raise ContentError(FILE, each, f"is the host of a source of {', '.join(sorted(idents))} and not here")
    return found


@cache
def originals() -> dict[str, dict[str, str]]:
    """Return, by address, the `original` publisher of what another passes on and how it is `known_from`.

    Raises
    ------
    ContentError
        For an address that is no source, or a way of knowing other than "bron" (the data say so) and "adres".
    """
    unique(ORIGINALS_FILE, (row["url"] for row in rows(ORIGINALS_FILE)))
    urls = {source.url for item in cases().values() for source in item.sources}
    for row in rows(ORIGINALS_FILE):
        require(ORIGINALS_FILE, row["url"] or "-", row, "url", "original")
        if row["url"] not in urls:
            raise ContentError(ORIGINALS_FILE, row["url"], "is no source of a case")
        if row["known_from"] not in ("bron", "adres"):
            raise ContentError(ORIGINALS_FILE, row["url"], f"known_from is '{row['known_from']}'")
    return {row["url"]: row for row in rows(ORIGINALS_FILE)}


def publisher(url: str) -> Publisher:
    """Return who published what stands at an address; raise `ContentError` when its host is unknown."""
    if host(url) not in publishers():
        raise ContentError(FILE, host(url) or url, "there is no publisher with this host")
    return publishers()[host(url)]


def kind_of(source: Source, case: Case) -> str:
    """Return the kind of the publisher of a source, which is "partner" when it takes part in this very case."""
    found = publisher(source.url)
    return PARTNER if case.id in found.partner_of else found.kind


def original(url: str) -> str:
    """Return who first published what another passes on at this address; "" when nobody else did, or not known."""
    return originals()[url]["original"] if url in originals() else ""


def _note(url: str) -> str:
    say = words("woorden")
    if url in originals():
        line = say["oorspronkelijk"].format(wie=original(url))
        return line if originals()[url]["known_from"] == "bron" else f"{line} ({say['adres']})"
    return say["niet_bekend"] if publisher(url).kind == MIRROR else ""


def _by(source: Source, kind: str, title: str) -> str:
    """Return whose a source is and what kind of publisher that is; not by name when its `title` says so."""
    name = original(source.url) or ("" if kind == MIRROR else publisher(source.url).name)
    if title and (original(source.url) or any(word in title for word in (name, *re.findall(r"\w{3,}", name)))):
        name = ""
    sort = words("van").get(kind, "")
    return ", ".join(filter(None, (name, "" if sort and sort in name.casefold() else sort)))


def _found_at(url: str, kind: str) -> str:
    if url in originals():
        name = "te_lezen" if originals()[url]["known_from"] == "bron" else "te_lezen_adres"
    elif kind == MIRROR:
        name = "te_lezen_onbekend"
    else:
        return ""
    return words("zin")[name].format(waar=publisher(url).name)


def source_line(case: Case, source: Source) -> SourceLine:
    """Return everything a page lists about one source of a case."""
    kind = kind_of(source, case)
    supports = source.supports.removeprefix(MAIN)
    main = source.url == case.source_url
    return SourceLine(
        url=source.url,
        supports=supports,
        main=main,
        publisher=publisher(source.url).name,
        kind=kind,
        kind_label=words("soort")[kind],
        original=original(source.url),
        original_note=_note(source.url),
        by=_by(source, kind, supports if main else ""),
        found_at=_found_at(source.url, kind),
    )


def mirrors() -> tuple[str, ...]:
    """Return the addresses that only pass on what somebody else published, in the order of the cases."""
    found = dict.fromkeys(source.url for item in cases().values() for source in item.sources)
    return tuple(url for url in found if publisher(url).kind == MIRROR)


def with_a_partner() -> tuple[str, ...]:
    """Return the ids of the cases of which a source comes from those who take part in them."""
    return tuple(
        item.id for item in cases().values() if any(kind_of(source, item) == PARTNER for source in item.sources)
    )


def resting_on_partners() -> tuple[str, ...]:
    """Return the ids of the cases whose sources all come from those who take part in them."""
    return tuple(
        item.id for item in cases().values() if all(kind_of(source, item) == PARTNER for source in item.sources)
    )
