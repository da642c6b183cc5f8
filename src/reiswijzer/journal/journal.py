"""The journal: everything the reader noted, as dated versions; putting two together keeps all of both.

A field of the book holds notes, an exercise holds documents (`document`); of each the oldest comes first and the last
is the present one. What comes from a file or from the storage of a browser is data until it has been checked here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from reiswijzer.journal import times
from reiswijzer.journal.codec import Unreadable, decode
from reiswijzer.journal.document import NoJson, TooLong, dump, plain
from reiswijzer.journal.migrate import upgrade
from reiswijzer.journal.versions import Note, V, union, union_by_id, with_later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

FORMAT = "reiswijzer-reisverslag"
VERSION = 1

LONGEST = 4_000_000
"""Characters in a file, at most."""

LONGEST_TEXT = 20_000
"""Characters in a note, at most."""

LARGEST = 4 * LONGEST
"""Bytes in a file, at most: no character takes more than four."""

MOST_IDS = 2_000
MOST_VERSIONS = 400

KEY = "reiswijzer/1/"
"""What every key in the storage of a browser begins with; the number goes up when keys change."""

FIELD, EXERCISE, EARLIER = "veld/", "oefening/", "/eerder/"

_IDENT = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_HALF = re.compile("[\ud800-\udfff]")

What = Literal["new", "added", "present", "same"]


@dataclass(frozen=True)
class Journal:
    """Notes by field id and documents by exercise id, oldest first; ids that this version does not know are kept."""

    fields: Mapping[str, tuple[Note, ...]] = field(default_factory=dict)
    exercises: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Trouble:
    """A key of the storage that could not be read, and why."""

    key: str
    why: Unreadable


@dataclass(frozen=True)
class Change:
    """What becomes of one field or exercise.

    `what` is "new" (was not there), "added" (only earlier versions come in), "present" (another version becomes the
    present one) or "same".
    """

    kind: Literal["field", "exercise"]
    id: str
    what: What


# Files.


def read(text: str | bytes) -> Journal:
    """Return the journal of a file that may be damaged or hostile.

    Raises
    ------
    TooLong
        When it is larger than any journal.
    NoJson
        When it is no JSON at all, or no UTF-8.
    Newer
        When a later version wrote it.
    Unreadable
        When it is anything else than a journal; `path` says where.
    """
    content = plain(_decoded(text), LONGEST)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise NoJson("/format", "is no journal")
    return _journal(upgrade(content, VERSION))


def write(journal: Journal, made: datetime | None = None) -> str:
    """Return the journal as a file, made at a moment (now); raise `Unreadable` when it could not be read back."""
    text = _text(journal, made or times.now())
    read(text)
    return text


def keepable(journal: Journal) -> bool:
    """Tell whether this is no more than can be read back, from the storage of a browser and from a file elsewhere."""
    few = all(
        len(by_id) <= MOST_IDS and all(len(versions) <= MOST_VERSIONS for versions in by_id.values())
        for by_id in (journal.fields, journal.exercises)
    )
    return few and len(_text(journal, times.now())) <= LONGEST and not from_keys(to_keys(journal))[1]


def _text(journal: Journal, made: datetime) -> str:
    return dump(
        {
            "format": FORMAT,
            "version": VERSION,
            "made": times.stamp(made),
            "fields": {ident: _plain_notes(notes) for ident, notes in sorted(journal.fields.items())},
            "exercises": {ident: list(versions) for ident, versions in sorted(journal.exercises.items())},
        },
        indent=1,
    )


def _decoded(text: str | bytes) -> str:
    if len(text) > LARGEST:
        raise TooLong(len(text))
    try:
        return (text.decode() if isinstance(text, bytes) else text).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise NoJson("", "is no UTF-8") from error


def _journal(content: dict[str, Any]) -> Journal:
    _require(content.keys() == {"format", "version", "made", "fields", "exercises"}, "", "has other parts")
    times.canonical(content["made"], "/made")
    return Journal(
        _by_id(content["fields"], "/fields", _note),
        _by_id(content["exercises"], "/exercises", _document),
    )


def _by_id(found: Any, path: str, one: Callable[[Any, str, str], V]) -> dict[str, tuple[V, ...]]:
    """Return the versions by id, each version read by `one`; an id without versions says nothing and goes."""
    _require(isinstance(found, dict), path, "is no object")
    _require(len(found) <= MOST_IDS, path, f"has more than {MOST_IDS} ids")
    result = {}
    for ident, versions in sorted(found.items()):
        place = f"{path}/{ident[:64]}"
        _require(_IDENT.fullmatch(ident) is not None, f"{path}/{ident[:40]!a}", "is no id")
        _require(isinstance(versions, list), place, "is no list")
        _require(len(versions) <= MOST_VERSIONS, place, f"has more than {MOST_VERSIONS} versions")
        if versions:
            result[ident] = union((one(each, ident, f"{place}/{at}") for at, each in enumerate(versions)), ())
    return result


def _note(found: Any, _ident: str, path: str, *, elsewhere: bool = True) -> Note:
    _require(isinstance(found, dict) and found.keys() == {"time", "text"}, path, "is no note")
    text = found["text"]
    _require(isinstance(text, str), f"{path}/text", "is no text")
    _require(len(text) <= LONGEST_TEXT, f"{path}/text", f"has more than {LONGEST_TEXT} characters")
    return Note(times.canonical(found["time"], f"{path}/time", elsewhere=elsewhere), _HALF.sub("\ufffd", text))


def _document(found: Any, ident: str, path: str, *, elsewhere: bool = True) -> Mapping[str, Any]:
    """Check the frame of a document; whether its state fits the exercise is known only to that exercise."""
    _require(
        isinstance(found, dict) and found.keys() == {"version", "exercise", "time", "state"}, path, "is no document"
    )
    version = found["version"]
    _require(type(version) is int and version > 0, f"{path}/version", "is no version")
    _require(found["exercise"] == ident, f"{path}/exercise", f"is not {ident}")
    _require(isinstance(found["state"], dict), f"{path}/state", "is no object")
    try:
        decode(found["state"], Any)
    except Unreadable as error:
        raise Unreadable(f"{path}/state{error.path}", error.problem) from error
    return {**found, "time": times.canonical(found["time"], f"{path}/time", elsewhere=elsewhere)}


def _require(fits: bool, path: str, problem: str) -> None:
    if not fits:
        raise Unreadable(path, problem)


def _plain_notes(notes: Iterable[Note]) -> list[dict[str, str]]:
    return [{"time": note.time, "text": note.text} for note in notes]


# The storage of a browser.


def from_keys(keys: Mapping[str, str]) -> tuple[Journal, tuple[Trouble, ...]]:
    """Return the journal that the storage of a browser holds, and what of it could not be read.

    Keys that are no part of the journal, or hold what was put apart, are passed over. What cannot be read stays out;
    the rest goes on. A moment that lies ahead is no reason: it was a clock of this device that gave it.
    """
    note, document = partial(_note, elsewhere=False), partial(_document, elsewhere=False)
    fields: dict[str, tuple[Note, ...]] = {}
    exercises: dict[str, tuple[Mapping[str, Any], ...]] = {}
    troubles = []
    for key, text in sorted(keys.items()):
        ident, _, rest = key.removeprefix(KEY + FIELD).removeprefix(KEY + EXERCISE).partition("/")
        try:
            if key.startswith(KEY + FIELD) and not rest:
                fields |= _by_id({ident: _stored_notes(text)}, "", note)
            elif key.startswith(KEY + EXERCISE) and (not rest or f"/{rest}".startswith(EARLIER)):
                exercises = union_by_id(exercises, _by_id({ident: [plain(text)]}, "", document))
        except Unreadable as error:
            troubles.append(Trouble(key, error))
    return Journal(fields, exercises), tuple(troubles)


def to_keys(journal: Journal) -> dict[str, str]:
    """Return what the storage of a browser must hold for this journal, by key."""
    keys = {
        f"{KEY}{FIELD}{ident}": dump({"version": VERSION, "notes": _plain_notes(notes)})
        for ident, notes in journal.fields.items()
    }
    for ident, (*earlier, present) in journal.exercises.items():
        here = f"{KEY}{EXERCISE}{ident}"
        keys[here] = dump(present)
        for version in earlier:
            key = f"{here}{EARLIER}{version['time']}"
            while key in keys:  # two of the same moment
                key += "+"
            keys[key] = dump(version)
    return keys


def _stored_notes(text: str) -> Any:
    content = plain(text, LONGEST)
    _require(isinstance(content, dict), "", "is no object")
    content = upgrade(content, VERSION)
    _require(content.keys() == {"version", "notes"}, "", "has other parts")
    return content["notes"]


# Putting together.


def merge(one: Journal, other: Journal) -> Journal:
    """Return all versions of both, each once: in whatever order and however often, the result is the same."""
    return Journal(union_by_id(one.fields, other.fields), union_by_id(one.exercises, other.exercises))


def changes(before: Journal, after: Journal) -> tuple[Change, ...]:
    """Return what becomes of every field and exercise of `after`, which is `before` with something merged in."""
    return (
        *(Change("field", ident, _what(before.fields.get(ident), now)) for ident, now in after.fields.items()),
        *(Change("exercise", ident, _what(before.exercises.get(ident), now)) for ident, now in after.exercises.items()),
    )


def _what(before: tuple[Any, ...] | None, after: tuple[Any, ...]) -> What:
    if not before:
        return "new"
    if before == after:
        return "same"
    return "added" if before[-1] == after[-1] else "present"


def with_note(journal: Journal, ident: str, text: str, *, continues: bool = True) -> Journal:
    """Return the journal with this text in a field from now on; see `with_later`."""
    note = Note(times.stamp(times.now()), text)
    notes = with_later(journal.fields.get(ident, ()), note, continues=continues)
    return replace(journal, fields={**journal.fields, ident: notes})


def with_document(journal: Journal, version: Mapping[str, Any], *, continues: bool = True) -> Journal:
    """Return the journal with this document of an exercise from now on; see `with_later`."""
    ident = version["exercise"]
    versions = with_later(journal.exercises.get(ident, ()), version, continues=continues)
    return replace(journal, exercises={**journal.exercises, ident: versions})
