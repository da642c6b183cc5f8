"""The share file: what a reader picks from the journal for a group, under the name of a bird and without times.

Whoever opens one does not know who wrote it, so `read` treats it as hostile: it takes what fits and refuses the rest.
A label hides a name from the screen. It makes nothing anonymous: who knows how somebody writes recognises a sentence.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from reiswijzer.content import journal as fields_of
from reiswijzer.content.files import toml
from reiswijzer.content.texts import texts
from reiswijzer.journal import report
from reiswijzer.journal.codec import Unreadable, decode
from reiswijzer.journal.document import Newer, NoJson, plain
from reiswijzer.journal.journal import FORMAT as WHOLE_JOURNAL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from reiswijzer.journal.journal import Journal
    from reiswijzer.journal.report import Entry

FORMAT = "reiswijzer-deelbestand"
VERSION = 1

LARGEST = 64 * 1024
"""Bytes in a share file, at most."""

MOST_SENTENCES = 30
LONGEST_SENTENCE = 1_000
MOST_ANSWERS = 200
LOWEST, HIGHEST = 1, 5
"""Ends of the scale of the statements, as in `models.conditions`."""

Role = Literal["bestuurder", "commissaris", "anders"]

_STATEMENT = re.compile(r"[a-z][a-z-]{0,31} \d{1,2}", re.ASCII)
_FIELD = re.compile(r"[a-z0-9][a-z0-9-]{0,63}", re.ASCII)
_BET = re.compile(r"[a-z0-9][a-z0-9-]{0,63}/[a-z0-9][a-z0-9_-]{0,63}", re.ASCII)
_OPTION = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", re.ASCII)
_JOINER = "\u200d"
_SCAN = "startpunt"
_BETS = "samen/gokken.toml"
_SELF = "u "


class TooLarge(Unreadable):
    """It is larger than any share file."""


class WholeJournal(Unreadable):
    """It is a whole journal, which was never meant for a group."""


class NoShare(Unreadable):
    """It is JSON, but no share file."""


@dataclass(frozen=True)
class Sentence:
    """A sentence that the reader chose to share, and the id of the field that it stands in."""

    field: str
    text: str

    def __post_init__(self) -> None:
        _require(_FIELD.fullmatch(self.field), "/field", "is no id of a field")
        _require(self.text and self.text == clean(self.text), "/text", "is empty or holds what cannot be shown")
        _require(len(self.text) <= LONGEST_SENTENCE, "/text", f"has more than {LONGEST_SENTENCE} characters")


@dataclass(frozen=True)
class Share:
    """What one traveller shares.

    Attributes
    ----------
    label
        Name of a bird and four digits.
    role
        None when the traveller keeps it to himself.
    scores, again
        Per statement of the scan ("<condition> <number>") the first answer and the one given later, 1 to 5.
    bets
        Per "<exercise>/<question>" the id of the option.
    sentences
        In the order in which they were picked, 30 at most.

    Raises
    ------
    Unreadable
        When something does not fit, or an id has the wrong form. Ids that this version does not know are kept.
    """

    label: str
    role: Role | None = None
    scores: Mapping[str, int] = field(default_factory=dict)
    again: Mapping[str, int] = field(default_factory=dict)
    bets: Mapping[str, str] = field(default_factory=dict)
    sentences: tuple[Sentence, ...] = ()

    def __post_init__(self) -> None:
        bird, _, digits = self.label.rpartition(" ")
        _require(bird in birds() and re.fullmatch(r"[0-9]{4}", digits), "/label", "is no label of a traveller")
        for name, answers in (("scores", self.scores), ("again", self.again)):
            _require(len(answers) <= MOST_ANSWERS, f"/{name}", f"has more than {MOST_ANSWERS} answers")
            for statement, score in answers.items():
                _require(_STATEMENT.fullmatch(statement), f"/{name}", "holds what is no id of a statement")
                _require(LOWEST <= score <= HIGHEST, f"/{name}/{statement}", f"is not {LOWEST} to {HIGHEST}")
        _require(len(self.bets) <= MOST_ANSWERS, "/bets", f"has more than {MOST_ANSWERS} answers")
        for bet, option in self.bets.items():
            _require(_BET.fullmatch(bet) and _OPTION.fullmatch(option), "/bets", "holds what is no bet")
        _require(len(self.sentences) <= MOST_SENTENCES, "/sentences", f"has more than {MOST_SENTENCES}")


_KEYS = {"format", "version", *Share.__dataclass_fields__}


def read(content: str | bytes) -> Share:
    """Return what a file holds that may be damaged or hostile.

    Raises
    ------
    TooLarge, NoJson, WholeJournal, NoShare, Newer, Unreadable
        By what is wrong; `Unreadable` itself for a share file in which something does not fit.
    """
    if len(content) > LARGEST:
        raise TooLarge("", f"is larger than {LARGEST} bytes")
    try:
        text = (content.decode("utf-8") if isinstance(content, bytes) else content).removeprefix("\ufeff")
        found = plain(text)
    except (Unreadable, UnicodeDecodeError) as error:
        raise NoJson("", f"cannot be read: {error}") from error
    if isinstance(found, dict) and found.get("format") == WHOLE_JOURNAL:
        raise WholeJournal("/format", "is a whole journal")
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NoShare("/format", "is no share file")
    if type(found.get("version")) is not int or found["version"] < 1:
        raise Unreadable("/version", "was never written")
    if found["version"] > VERSION:
        raise Newer("/version", f"is {found['version']}, and this module writes {VERSION}")
    if found.keys() != _KEYS:
        raise Unreadable("", "has other fields than a share file")
    share: Share = decode({name: _cleaned(found[name]) for name in Share.__dataclass_fields__}, Share)
    return share


def write(share: Share) -> str:
    """Return a share as the text of its file, as short lines so that its owner can read what it holds."""
    content = {"format": FORMAT, "version": VERSION, **asdict(share)}
    return json.dumps(content, ensure_ascii=False, indent=1)


def clean(text: str) -> str:
    """Return text on one line, without characters that are invisible, turn text around, or are no characters."""
    normal = unicodedata.normalize("NFC", " ".join(text.split()))
    if normal.isprintable():
        return normal
    seen = "".join(one for one in normal if one == _JOINER or unicodedata.category(one) not in _UNSEEN)
    # What comes to stand side by side can become one character.
    return unicodedata.normalize("NFC", " ".join(seen.split()))


_UNSEEN = {"Cc", "Cf", "Cs", "Co"}


def _cleaned(value: Any) -> Any:
    """Clean the texts of sentences, wherever they came from."""
    if not isinstance(value, list):
        return value
    return [
        {**one, "text": clean(one["text"])} if isinstance(one, dict) and isinstance(one.get("text"), str) else one
        for one in value
    ]


@cache
def birds() -> frozenset[str]:
    """Return the names that labels are made of."""
    return frozenset(toml("samen/vogels.toml")["vogels"])


def label(random: Random) -> str:
    """Return a label; two travellers in a group of 25 have the same one in fewer than one of a thousand groups."""
    return f"{random.choice(sorted(birds()))} {random.randrange(10_000):04d}"


# From the journal.


@dataclass(frozen=True)
class Offer:
    """What a journal has to pick from: answers as in `Share`, and what was written, in the order of the route."""

    scores: Mapping[str, int]
    again: Mapping[str, int]
    bets: Mapping[str, str]
    written: tuple[Entry, ...]


@dataclass(frozen=True)
class Picks:
    """What a reader picked: ids of statements and bets, and sentences (whole or a part of an entry on offer)."""

    label: str
    role: Role | None = None
    scores: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()
    bets: frozenset[str] = frozenset()
    sentences: tuple[Sentence, ...] = ()


def offer(journal: Journal, first: Mapping[str, int] | None = None) -> Offer:
    """Return what can be picked from a journal; what does not fit is not on offer.

    Parameters
    ----------
    journal : Journal
        What the reader noted.
    first : mapping of str to int, optional
        The scores of an earlier share file. They stay the first ones, and beside each the present score is on offer,
        also where it is the same: who changed nothing has answered twice as well.
    """
    scores: dict[str, int] = {}
    again: dict[str, int] = {}
    for document in journal.exercises.get(_SCAN, ()):
        scan = _scores(document)
        again |= {statement: score for statement, score in scan.items() if statement in scores}
        scores = {**scan, **scores}
    if first:
        present = {**scores, **again}
        scores, again = dict(first), {ident: present[ident] for ident in first if ident in present}
    return Offer(scores, again, _bets(journal), _written(journal))


def from_journal(journal: Journal, picks: Picks, first: Mapping[str, int] | None = None) -> Share:
    """Return a share of what was picked, and of nothing else; `first` is as in `offer`.

    Raises
    ------
    ValueError
        When something was picked that is not on offer.
    Unreadable
        When it is more than a share file may hold.
    """
    there = offer(journal, first)
    written = {entry.id: clean(entry.present) for entry in there.written}
    sentences = tuple(Sentence(one.field, clean(one.text)) for one in picks.sentences)
    for one in sentences:
        if one.text not in written.get(one.field, ""):
            raise ValueError(f"{one.field} does not hold the sentence that was picked")
    made = Share(
        picks.label,
        picks.role,
        _only(there.scores, picks.scores),
        _only(there.again, picks.again),
        _only(there.bets, picks.bets),
        sentences,
    )
    if len(write(made).encode()) > LARGEST:
        raise TooLarge("", f"is larger than {LARGEST} bytes")
    return made


def _written(journal: Journal) -> tuple[Entry, ...]:
    """Return what was written in the fields of this book; no ticks."""
    entries = (entry for part in fields_of.parts() for entry in report.field_entries(part.fields, journal))
    return tuple(entry for entry in entries if entry.kind != "gelezen")


def _only(there: Mapping[str, Any], picked: frozenset[str]) -> dict[str, Any]:
    if missing := picked - there.keys():
        raise ValueError(f"was picked, but is not in the journal: {', '.join(sorted(missing))}")
    return {ident: there[ident] for ident in there if ident in picked}


def _state(document: Mapping[str, Any], part: str) -> Mapping[str, Any]:
    found = (document.get("state") or {}).get(part) or {}
    return found if isinstance(found, dict) else {}


def _scores(document: Mapping[str, Any]) -> dict[str, int]:
    """Return the answers of the role "u" to the statements of the scan, by statement."""
    table = texts(_SCAN).data["stellingen"]
    scan = _state(document, "scan")
    found = {
        statement: scan.get(f"{_SELF}{statement}")
        for statement in (f"{name} {number}" for name, lines in table.items() for number in range(len(lines)))
    }
    return {statement: score for statement, score in found.items() if type(score) is int and LOWEST <= score <= HIGHEST}


def _bets(journal: Journal) -> dict[str, str]:
    """Return the options chosen in the bets that a group lays side by side, by "<exercise>/<question>"."""
    found = {}
    for ident in (table["id"] for table in toml(_BETS)["gok"]):
        exercise, _, question = ident.partition("/")
        for document in journal.exercises.get(exercise, ())[-1:]:
            answer = _state(document, "answers").get(question)
            if answer in [option.id for option in texts(exercise).choices[question].options]:
                found[ident] = answer
    return found


def _require(fits: object, path: str, problem: str) -> None:
    if not fits:
        raise Unreadable(path, problem)
