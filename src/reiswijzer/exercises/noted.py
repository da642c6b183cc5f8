"""What a played exercise has to say in the journal: every bet with what came of it, every answer, every own text.

Words and order stand in `content/noted/`, what came of it is computed in `facts`; here the two meet.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from reiswijzer.content.noted import Line
from reiswijzer.content.noted import noted as lines_of
from reiswijzer.content.texts import texts
from reiswijzer.exercises import MODULES, markup
from reiswijzer.exercises.kept import opened
from reiswijzer.journal import report
from reiswijzer.journal.codec import Unreadable
from reiswijzer.journal.report import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from reiswijzer.content.texts import Texts
    from reiswijzer.exercises.base import State
    from reiswijzer.exercises.facts import Fact
    from reiswijzer.journal.journal import Journal
    from reiswijzer.journal.report import Report


def compose(journal: Journal, made: datetime | None = None) -> Report:
    """Return the whole journal as a report, the exercises in their own words."""
    return report.compose(journal, noted, made)


def noted(ident: str, documents: Sequence[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """Return what an exercise has to say; first answers stand beside present ones.

    Parameters
    ----------
    ident : str
        The exercise.
    documents : sequence of mappings
        Its documents, oldest first; the last that can be read is the present one.

    Returns
    -------
    tuple of Entry
        In the order of the exercise; what cannot be read is told in an entry of its own, at the end.
    """
    words = report.words()
    if ident not in MODULES:
        return (Entry(ident, "gelezen", words["onbekende-oefening"], words["onbekende-oefening-bewaard"]),)
    told: list[dict[str, Entry]] = []
    unread = False
    for document in documents:
        entries, whole = _of_document(ident, document)
        unread = unread or not whole
        if entries is not None:
            told.append(entries)
    found = [_beside(entry, told[0].get(entry.id)) for entry in told[-1].values()] if told else []
    if unread:
        found.append(Entry(f"{ident}/onleesbaar", "gelezen", texts(ident).title, words["onleesbaar"]))
    return tuple(found)


def _beside(present: Entry, first: Entry | None) -> Entry:
    """Return the present entry with what stood there first, if that was something else."""
    if first is None or first.present == present.present:
        return present
    return replace(present, first=first.present, first_time=first.time)


def _of_document(ident: str, document: Mapping[str, Any]) -> tuple[dict[str, Entry] | None, bool]:
    """Return the entries of one document by id, None when it cannot be read, and whether all of it could."""
    try:
        state = opened(ident, document)
    except Unreadable:
        return None, False
    of, noted_, time = texts(ident), lines_of(ident), str(document["time"])
    module = import_module(f"{__package__}.facts.{MODULES[ident]}")
    facts: dict[str, list[Fact]] = {}
    whole = True
    try:
        for fact in module.facts(of, noted_.words, state):
            facts.setdefault(fact.line, []).append(fact)
    except Exception:  # noqa: BLE001 - a state that could not be on screen either; what was written stays
        whole = False
    entries = (entry for line in noted_.lines.values() for entry in _entries(of, line, facts, state, time))
    return {entry.id: entry for entry in entries if entry.present}, whole


def _entries(of: Texts, line: Line, facts: Mapping[str, list[Fact]], state: State, time: str) -> Iterator[Entry]:
    """Return what a line has to say: once for every fact when it has words of its own, else the answer."""
    given = facts.get(line.id, [])
    if line.present:
        for fact in given:
            ident = f"{of.id}/{line.id}/{fact.part}" if fact.part else f"{of.id}/{line.id}"
            yield _entry(line, ident, line.present[fact.present].format(**fact.values), fact, time)
        return
    answer = state.answers.get(line.id)
    if line.id in of.choices and answer is not None:
        answer = markup.plain(of.choices[line.id].option(answer).label)
    if isinstance(answer, str):
        yield _entry(line, f"{of.id}/{line.id}", answer.strip(), given[0] if given else None, time)


def _entry(line: Line, ident: str, present: str, fact: Fact | None, time: str) -> Entry:
    """Return an entry; without a fact an outcome that needs values is left out."""
    values = fact.values if fact else {}
    variant = "" if fact is None else fact.outcome
    template = "" if variant is None else line.outcome.get(variant, "")
    outcome = "" if fact is None and "{" in template else template.format(**values)
    return Entry(ident, line.kind, markup.plain(line.prompt).format(**values), present, outcome=outcome, time=time)
