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
from typing import TYPE_CHECKING, Any, Literal, Protocol

from reiswijzer.content.files import toml
from reiswijzer.content.texts import exercise_ids, texts
from reiswijzer.journal.codec import Unreadable, decode
from reiswijzer.journal.document import Newer, NoJson, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

FORMAT = "reiswijzer-deelbestand"
VERSION = 1
WHOLE_JOURNAL = "reiswijzer-reisverslag"

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


class Note(Protocol):
    """One version of what stands in a field."""

    @property
    def text(self) -> str:
        """What it says."""


class Noted(Protocol):
    """As much of the journal as is needed here: notes by field, documents by exercise, oldest first."""

    @property
    def fields(self) -> Mapping[str, Sequence[Note]]:
        """Return the notes by field id."""

    @property
    def exercises(self) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """Return the documents by exercise id."""


@dataclass(frozen=True)
class Offer:
    """What a journal has to pick from: answers as in `Share`, and the present text by field."""

    scores: Mapping[str, int]
    again: Mapping[str, int]
    bets: Mapping[str, str]
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Picks:
    """What a reader picked: ids of statements and bets, and sentences (whole or a part of what stands in a field)."""

    label: str
    role: Role | None = None
    scores: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()
    bets: frozenset[str] = frozenset()
    sentences: tuple[Sentence, ...] = ()


def offer(journal: Noted) -> Offer:
    """Return what can be picked from a journal; what does not fit is not on offer."""
    scans = [_scores(document) for document in journal.exercises.get(_SCAN, ())]
    first: dict[str, int] = {}
    again: dict[str, int] = {}
    for scan in scans:
        again |= {statement: score for statement, score in scan.items() if statement in first}
        first = {**scan, **first}
    notes = {name: clean(versions[-1].text) for name, versions in journal.fields.items() if versions}
    return Offer(first, again, _bets(journal), {name: text for name, text in notes.items() if text})


def from_journal(journal: Noted, picks: Picks) -> Share:
    """Return a share of what was picked, and of nothing else.

    Raises
    ------
    ValueError
        When something was picked that does not stand in the journal.
    Unreadable
        When it is more than a share file may hold.
    """
    there = offer(journal)
    sentences = tuple(Sentence(one.field, clean(one.text)) for one in picks.sentences)
    for one in sentences:
        if not any(one.text in clean(note.text) for note in journal.fields.get(one.field, ())):
            raise ValueError(f"{one.field} does not hold the sentence that was picked")
    return Share(
        picks.label,
        picks.role,
        _only(there.scores, picks.scores),
        _only(there.again, picks.again),
        _only(there.bets, picks.bets),
        sentences,
    )


def _only(there: Mapping[str, Any], picked: frozenset[str]) -> dict[str, Any]:
    if missing := picked - there.keys():
        raise ValueError(f"was picked, but is not in the journal: {', '.join(sorted(missing))}")
    return {ident: there[ident] for ident in there if ident in picked}


def _state(document: Mapping[str, Any], part: str) -> Mapping[str, Any]:
    found = (document.get("state") or {}).get(part) or {}
    return found if isinstance(found, dict) else {}


def _scores(document: Mapping[str, Any]) -> dict[str, int]:
    """Return the answers of the role "u" to the statements, by statement."""
    return {
        name.removeprefix(_SELF): score
        for name, score in _state(document, "scan").items()
        if name.startswith(_SELF)
        and _STATEMENT.fullmatch(name.removeprefix(_SELF))
        and type(score) is int
        and LOWEST <= score <= HIGHEST
    }


def _bets(journal: Noted) -> dict[str, str]:
    """Return the options chosen in exercises that are known, by "<exercise>/<question>"."""
    found = {}
    for exercise in exercise_ids():
        for document in journal.exercises.get(exercise, ())[-1:]:
            answers = _state(document, "answers")
            for question, choice in texts(exercise).choices.items():
                if answers.get(question) in [option.id for option in choice.options]:
                    found[f"{exercise}/{question}"] = answers[question]
    return found


def _require(fits: object, path: str, problem: str) -> None:
    if not fits:
        raise Unreadable(path, problem)
