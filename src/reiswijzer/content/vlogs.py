"""The vlogs that a page can show: whose they are, where they can be watched, and what to watch for.

What is not known is None or empty. `reiswijzer.content.clips` says what is in the films that this book holds itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from reiswijzer.content.files import ContentError, require, toml, unique

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "vlogs.toml"
WATCHABLE, KNOWN = "te zien", "bekend"
INSIGHTS = range(1, 6)
COMMON = ("id", "insight", "speaker", "provenance", "status", "kijkwijzer")
ELSEWHERE = ("title", "seconds", "silent", "poster", "transcript")
#: What an entry needs for each source, and what it may have beyond `COMMON`.
NEEDS = {
    "local": ("kijkwijzer",),
    "youtube": ("kijkwijzer", "title", "video"),
    "vimeo": ("kijkwijzer", "title", "video"),
    "peertube": ("kijkwijzer", "title", "video", "host"),
    "link": ("kijkwijzer", "title", "address"),
}
MAY = {source: ELSEWHERE for source in NEEDS if source != "local"} | {"local": (), "": ()}
HOST = r"[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{2,5})?"
#: An address stands in a Markdown link, which a space, an angle bracket or a loose parenthesis would end.
ADDRESS = rf"https://{HOST}(/[\w./?#@!$&'*+,;=:%~-]*)?"
#: The form of values, whatever the source, and for each source; a film on Vimeo that is not listed has a key behind it.
FORMS = {"id": r"[a-z0-9]+(-[a-z0-9]+)*", "poster": r"[\w-]+\.(jpg|png|webp)"}
FORMS_OF = {
    "youtube": {"video": r"[\w-]{11}"},
    "vimeo": {"video": r"\d{6,12}(/[0-9a-f]{6,20})?"},
    "peertube": {"video": r"[\w-]{8,36}", "host": HOST},
    "link": {"address": ADDRESS},
}
WATCH = {
    "youtube": "https://www.youtube.com/watch?v={video}",
    "vimeo": "https://vimeo.com/{video}",
    "peertube": "https://{host}/w/{video}",
    "link": "{address}",
}
EMBED = {
    "youtube": "https://www.youtube-nocookie.com/embed/{video}",
    "vimeo": "https://player.vimeo.com/video/{video}?{key}dnt=1",
    "peertube": "https://{host}/videos/embed/{video}",
}


@dataclass(frozen=True)
class Provenance:
    """Whose vlog it is, in words, and the page it comes from ("" when it comes from this book)."""

    id: str
    label: str
    page: str


@dataclass(frozen=True)
class Host:
    """A website that holds films: its name, and the sentence who receives what when the reader clicks."""

    name: str
    receives: str


@dataclass(frozen=True)
class Vlog:
    """One vlog. `insight` is 1 to 5, or None when it is about the journey as a whole; `seconds` is its length.

    Title, length, sound and words of a film of this book are in its `reiswijzer.content.clips.Clip`.
    """

    id: str
    provenance: Provenance
    status: str
    insight: int | None = None
    speaker: str = ""
    silent: bool = False
    kijkwijzer: str = ""
    source: str = ""
    video: str = ""
    host: str = ""
    address: str = ""
    title: str = ""
    seconds: float | None = None
    poster: str = ""
    transcript: str = ""

    @property
    def watch(self) -> str:
        """The address at which it can be watched elsewhere, or "" when there is none."""
        return WATCH.get(self.source, "").format(video=self.video, host=self.host, address=self.address)

    @property
    def embed(self) -> str:
        """The address of the player to put in a page, or "" when there is none."""
        video, _, key = self.video.partition("/")
        return EMBED.get(self.source, "").format(video=video, key=f"h={key}&" if key else "", host=self.host)


def _wrong(ident: str, problem: str) -> ContentError:
    return ContentError(FILE, ident, problem)


def _fits(form: str, value: str) -> bool:
    return re.fullmatch(form, value, re.ASCII) is not None


def _provenances() -> dict[str, Provenance]:
    found = {}
    for ident, table in toml(FILE).get("provenance", {}).items():
        require(FILE, ident, table, "label")
        page = table.get("page", "")
        if page and not _fits(ADDRESS, page):
            raise _wrong(ident, f"page '{page}' is not an address that starts with https://")
        found[ident] = Provenance(ident, table["label"], page)
    return found


def _check_types(ident: str, table: Mapping[str, Any]) -> None:
    """Raise `ContentError` for a value that cannot be right, whatever the source."""
    for key, value in table.items():
        if key == "silent":
            right = isinstance(value, bool)
        elif key == "insight":
            right = type(value) is int and value in INSIGHTS
        elif key == "seconds":
            right = type(value) in (int, float) and 0 < value < float("inf")
        else:
            right = isinstance(value, str) and bool(value.strip())
        if not right:
            raise _wrong(ident, f"{key} cannot be {value!r}")


def _check_forms(ident: str, source: str, table: Mapping[str, Any]) -> None:
    """Raise `ContentError` for a text that does not have the form it must have for this source."""
    for key, form in {**FORMS, **FORMS_OF.get(source, {})}.items():
        if key in table and not _fits(form, table[key]):
            raise _wrong(ident, f"{key} '{table[key]}' must match {form}")


def parse(table: Mapping[str, Any]) -> Vlog:
    """Make a `Vlog` of one `[[vlog]]` table, or raise `ContentError` saying what is wrong with it."""
    ident = str(table.get("id", "vlog without id"))
    require(FILE, ident, table, "id", "provenance", "status")
    _check_types(ident, table)
    source = table.get("source", "")
    if source not in MAY:
        raise _wrong(ident, f"source '{source}' is not one of {', '.join(NEEDS)}")
    if table["status"] != (WATCHABLE if source else KNOWN):
        raise _wrong(ident, f"status '{table['status']}' must be '{WATCHABLE}' with a source and '{KNOWN}' without one")
    needs = NEEDS.get(source, ())
    require(FILE, ident, table, *needs)
    if unknown := sorted(table.keys() - {"source", *COMMON, *needs, *MAY[source]}):
        raise _wrong(ident, f"'{unknown[0]}' is not a key of a vlog with source '{source}'")
    _check_forms(ident, source, table)
    if table["provenance"] not in _provenances():
        raise _wrong(ident, f"provenance '{table['provenance']}' is not in this file")
    given: dict[str, Any] = {key: value.strip() if isinstance(value, str) else value for key, value in table.items()}
    given["provenance"] = _provenances()[table["provenance"]]
    return Vlog(**given)


def host(item: Vlog) -> Host:
    """Return the website that holds a vlog elsewhere; raise `ContentError` when it has no words."""
    table = toml(FILE).get("hosts", {}).get(item.source, {})
    require(FILE, f"hosts.{item.source}", table, "name", "receives")
    named = urlsplit(item.watch).netloc
    return Host(table["name"].format(host=named), table["receives"].format(host=named))


def words(ident: str, **values: object) -> str:
    """Return what the page says, with its placeholders filled in; raise `ContentError` when there is no such text."""
    texts: dict[str, str] = toml(FILE).get("texts", {})
    require(FILE, "texts", texts, ident)
    return texts[ident].format(**values)


@cache
def vlogs() -> dict[str, Vlog]:
    """Return every vlog, by id."""
    tables = toml(FILE).get("vlog", [])
    found = [parse(table) for table in tables]
    unique(FILE, (item.id for item in found))
    return {item.id: item for item in found}


def vlog(ident: str) -> Vlog:
    """Return the vlog with this id; raise `ContentError` when there is none."""
    if ident not in vlogs():
        raise _wrong(ident, "there is no vlog with this id")
    return vlogs()[ident]
