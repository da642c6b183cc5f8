"""The journal as it is read: parts in the order of the route, each a list of what the reader noted there.

A report knows no exercises: what those have to say comes from a function. So a page, Markdown, Word and a notebook all
say the same. Everything in it is plain text; who shows it takes care of its own markup.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reiswijzer.content import files, route
from reiswijzer.content import journal as content
from reiswijzer.journal import times

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from reiswijzer.content.noted import Kind
    from reiswijzer.journal.journal import Journal
    from reiswijzer.journal.versions import Note

Told = Callable[[str, tuple[Mapping[str, Any], ...]], "tuple[Entry, ...]"]
"""What the documents of an exercise say, by its id."""

START, MAP, REST = "startpunt", "kaart", "overig"
EXERCISES_ELSEWHERE = {
    START: ("startpunt",),
    MAP: ("casussen-onderzoeken", "verhaal-of-meting", "uw-samenwerking"),
}
"""Exercises that are no part of a stop, by part, in the order in which they are told."""


@dataclass(frozen=True)
class Entry:
    """One thing that was noted.

    `first` is what stood there first when that was something else, `outcome` what came of a bet or attempt, `time` and
    `first_time` when they were noted, as `times.stamp` writes it.
    """

    id: str
    kind: Kind
    prompt: str
    present: str
    first: str = ""
    outcome: str = ""
    time: str = ""
    first_time: str = ""


@dataclass(frozen=True)
class Part:
    """The entries of one place on the route."""

    id: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Report:
    """A journal to read; `made` is the moment, as `times.stamp` writes it."""

    title: str
    made: str
    parts: tuple[Part, ...]


def words() -> Mapping[str, Any]:
    """Return the words of a report by id; those of the plan stand under `plan`."""
    return files.toml("reisverslag.toml")


def compose(journal: Journal, told: Told, made: datetime | None = None) -> Report:
    """Return the report of a journal; parts in which nothing was noted are left out.

    Fields and exercises that this version does not know come last.
    """
    by_part = {START: (words()["deel-startpunt"], told_by(START, journal, told))}
    for place in content.parts():
        by_exercise = _told(place.exercise, journal, told) if place.exercise else ()
        by_part[place.id] = (_title(place.id), (*by_exercise, *field_entries(place.fields, journal)))
    plan = by_part.pop("plan", None)
    by_part[MAP] = (words()["deel-kaart"], told_by(MAP, journal, told))
    if plan:
        by_part["plan"] = plan
    by_part[REST] = (words()["deel-overig"], tuple(_rest(journal, told)))
    parts = (Part(ident, title, entries) for ident, (title, entries) in by_part.items() if entries)
    return Report(words()["titel"], times.stamp(made or times.now()), tuple(parts))


def told_by(part: str, journal: Journal, told: Told) -> tuple[Entry, ...]:
    """Return what the exercises of a part without fields say."""
    return tuple(entry for exercise in EXERCISES_ELSEWHERE[part] for entry in _told(exercise, journal, told))


def field_entries(fields: Iterable[content.Field], journal: Journal) -> tuple[Entry, ...]:
    """Return what was written in fields; the two halves of an if-then line are one entry, a cleared field none."""
    found = []
    condition: tuple[Note, ...] = ()
    for field in fields:
        notes = journal.fields.get(field.id, ())
        if field.kind == "als":
            condition = notes
        elif field.kind == "dan":
            found.append(_if_then(field.id, condition, notes))
        else:
            done = field.kind == "gedaan"
            kind: Kind = "gelezen" if done else "vraag" if field.id == "plan-vraag-rvc" else "eigen"
            found.append(_entry(field.id, kind, field.question, notes))
    return tuple(entry for entry in found if entry.present)


def _entry(ident: str, kind: Kind, prompt: str, notes: tuple[Note, ...]) -> Entry:
    """Return an entry with the last note, and the first one that said something when that was something else."""
    present = notes[-1].text.strip() if notes else ""
    if not present:
        return Entry(ident, kind, prompt, "")
    first = next(note for note in notes if note.text.strip())
    other = first.text.strip() != present
    return Entry(
        ident,
        kind,
        prompt,
        present,
        first.text.strip() if other else "",
        time=notes[-1].time,
        first_time=first.time if other else "",
    )


def _if_then(ident: str, condition: tuple[Note, ...], result: tuple[Note, ...]) -> Entry:
    when, then = (_entry(ident, "als-dan", "", notes) for notes in (condition, result))
    present = if_then(when.present, then.present)
    first = if_then(when.first or when.present, then.first or then.present)
    other = bool(when.first or then.first) and first != present
    return Entry(
        ident,
        "als-dan",
        words()["als-dan-vraag"],
        present,
        first if other else "",
        time=max(when.time, then.time),
        first_time=min(filter(None, (when.first_time, then.first_time)), default="") if other else "",
    )


def if_then(when: str, then: str) -> str:
    """Return the two halves of an if-then line as one; a half that was left open is three dots, both open is ""."""
    if not (when or then):
        return ""
    halves = {"als": when.strip().rstrip(" ,;.…"), "dan": then.strip()}
    for word, half in halves.items():
        if half[: len(word) + 1].lower() == f"{word} ":
            halves[word] = half[len(word) + 1 :].lstrip()
    return str(words()["als-dan"]).format(**{word: half or "…" for word, half in halves.items()})


def _told(exercise: str, journal: Journal, told: Told) -> tuple[Entry, ...]:
    documents = journal.exercises.get(exercise, ())
    return told(exercise, documents) if documents else ()


def _title(part: str) -> str:
    for stop in route.route():
        if stop.doc.endswith(f"/{part}"):
            return str(words()["deel-halte"].format(nummer=stop.number, titel=stop.title))
    return str(words()[f"deel-{part}"])


def _rest(journal: Journal, told: Told) -> Iterable[Entry]:
    for ident, notes in journal.fields.items():
        if ident not in content.fields() and (entry := _entry(ident, "eigen", words()["onbekend-veld"], notes)).present:
            yield entry
    placed = {place.exercise for place in content.parts()}.union(*EXERCISES_ELSEWHERE.values())
    for ident in journal.exercises:
        if ident not in placed:
            yield from _told(ident, journal, told)
