"""Form of a public narrative: a story of self, us and now (M19).

Source: [ganz_worksheet], [ganz2011] for the nine cells [S]. The checks are [D] and look at form alone; they never
judge what is told. Which words count comes in from the content, so this module knows no language.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Part(StrEnum):
    """Whose story it is: of the teller, of those addressed, of the moment."""

    SELF = "self"
    US = "us"
    NOW = "now"


class Beat(StrEnum):
    """What each part is built from."""

    CHALLENGE = "challenge"
    CHOICE = "choice"
    OUTCOME = "outcome"


class Check(StrEnum):
    """What is checked; `ONLY_HERO` is a warning, the others are asked for."""

    ALL_CELLS = "all-cells"
    SELF_I = "self-i"
    SELF_MOMENT = "self-moment"
    US_WE = "us-we"
    US_PARTNER = "us-partner"
    NOW_ASK = "now-ask"
    NOW_PERSON = "now-person"
    NOW_DATE = "now-date"
    LENGTH = "length"
    ONLY_HERO = "only-hero"


Cell = tuple[Part, Beat]
CELLS: tuple[Cell, ...] = tuple(product(Part, Beat))
"""The nine cells in the order of telling."""

SHORTEST, LONGEST = 150, 300
"""Words of the whole story, about two minutes aloud [D]."""

NUMERIC_DATE = re.compile(r"(?<![\w-])\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?(?![\w-])")
WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True)
class Words:
    """Words or phrases that count, from the content; compared without regard to capitals, as whole words.

    Parameters
    ----------
    i, we : tuple of str
        First person, singular and plural.
    moments : tuple of str
        Words of time or place.
    asks : tuple of str
        Verbs of asking.
    persons : tuple of str
        Words for the one who is asked.
    dates : tuple of str
        Months, weekdays and the like. A date in digits (12-3, 12/3/2026) counts without being listed.

    Raises
    ------
    ValueError
        When a list is empty or holds a blank.
    """

    i: tuple[str, ...]
    we: tuple[str, ...]
    moments: tuple[str, ...]
    asks: tuple[str, ...]
    persons: tuple[str, ...]
    dates: tuple[str, ...]

    def __post_init__(self) -> None:
        for name, words in vars(self).items():
            if not words or not all(word.strip() for word in words):
                raise ValueError(f"the word list {name!r} is empty or holds a blank: {words}")


@dataclass(frozen=True)
class Names:
    """Names the teller gives: of the own organisation, of partners, of whoever is asked; blanks are skipped."""

    own: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """One check: passed or not, and on what ground.

    `evidence` holds the words found; for `ALL_CELLS` the empty cells as "self/challenge", for `LENGTH` the number
    of words, for `ONLY_HERO` the own names found.
    """

    check: Check
    passed: bool
    evidence: tuple[str, ...]


def check_story(cells: Mapping[Cell, str], words: Words, names: Names) -> tuple[Result, ...]:
    """Check the form of a story, one result per `Check` in its order (M19) [D].

    Parameters
    ----------
    cells : mapping of (Part, Beat) to str
        What the teller wrote; a cell left out is empty.
    words : Words
        Which words count.
    names : Names
        Own organisation, partners and whoever is asked. A partner with the name of the own organisation is none.

    Raises
    ------
    ValueError
        When a key of `cells` is not one of the nine cells.
    """
    if unknown := [key for key in cells if key not in CELLS]:
        raise ValueError(f"unknown cells: {unknown}")
    told = {cell: _normal(cells.get(cell, "")) for cell in CELLS}
    of = {part: "\n".join(told[part, beat] for beat in Beat) for part in Part}
    whole = "\n".join(told.values())
    own = {_normal(name).strip().casefold() for name in names.own}
    partners = [name for name in names.partners if _normal(name).strip().casefold() not in own]
    length = word_count(whole)
    dates = (*_found(words.dates, of[Part.NOW]), *NUMERIC_DATE.findall(of[Part.NOW]))
    empty = tuple(f"{part}/{beat}" for (part, beat), text in told.items() if not text.strip())
    present = {
        Check.SELF_I: _found(words.i, of[Part.SELF]),
        Check.SELF_MOMENT: _found(words.moments, of[Part.SELF]),
        Check.US_WE: _found(words.we, of[Part.US]),
        Check.US_PARTNER: _found(partners, of[Part.US]),
        Check.NOW_ASK: _found(words.asks, of[Part.NOW]),
        Check.NOW_PERSON: _found((*words.persons, *names.asked), of[Part.NOW]),
        Check.NOW_DATE: dates,
    }
    hero = _found(names.own, whole)
    return (
        Result(Check.ALL_CELLS, not empty, empty),
        *(Result(check, bool(found), found) for check, found in present.items()),
        Result(Check.LENGTH, SHORTEST <= length <= LONGEST, (str(length),)),
        Result(Check.ONLY_HERO, not hero or bool(_found(partners, whole)), hero),
    )


def word_count(text: str) -> int:
    """Count the words of a text; a word with a hyphen or an apostrophe is one."""
    return len(WORD.findall(_normal(text)))


def _normal(text: str) -> str:
    """Write accents in one way, so that the same word is the same characters."""
    return unicodedata.normalize("NFC", text)


def _found(phrases: Iterable[str], text: str) -> tuple[str, ...]:
    """Return which phrases stand in the text as whole words, in the order given."""
    return tuple(phrase for phrase in phrases if _stands_in(_normal(phrase).split(), text))


def _stands_in(parts: list[str], text: str) -> bool:
    """Tell whether these words follow each other in the text, with any white space between them."""
    pattern = r"\s+".join(map(re.escape, parts))
    return bool(parts) and re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) is not None
