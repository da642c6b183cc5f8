"""What stands under an entry of a report, line by line, for every format alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.journal import times
from reiswijzer.journal.report import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reiswijzer.journal.report import Entry

OWN_WORDS = {"eigen", "als-dan", "vraag"}
"""Kinds of entries in the reader's own words; others are answers, which stand behind their label."""

_BREAK = re.compile("\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_NOT_IN_A_DOCUMENT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Line:
    """A label and a text; `quoted` when the text stands apart below its label."""

    label: str
    text: str
    quoted: bool = False


def lines(entry: Entry) -> Iterator[Line]:
    """Return the answer, the first answer when that was another, and the outcome."""
    own = entry.kind in OWN_WORDS
    label = words()["als-dan-kop" if entry.kind == "als-dan" else entry.kind]
    yield Line(label, clean(entry.present), quoted=own or "\n" in clean(entry.present))
    if entry.first:
        first = words()["eerst"]
        when = f"{first} ({day(entry.first_time)})" if entry.first_time else first
        yield Line(when, clean(entry.first), quoted=own or "\n" in clean(entry.first))
    if entry.outcome:
        yield Line(words()["uit"], clean(entry.outcome))


def clean(text: str) -> str:
    """Return text with one sort of line break, without characters that no document can hold."""
    return _NOT_IN_A_DOCUMENT.sub("", _BREAK.sub("\n", text)).strip()


def day(moment: str) -> str:
    """Return the day of a moment on the calendar here: 3 november 2026."""
    here = times.local(moment).date()
    return f"{day_of_year(here)} {here.year}"


def day_of_year(day: date) -> str:
    """Return a day without its year: 3 november."""
    return f"{day.day} {words()['maanden'].split()[day.month - 1]}"
