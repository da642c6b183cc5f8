"""A report as a piece of HTML, for a notebook; everything in it is text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from reiswijzer.journal.export.lines import clean, lines
from reiswijzer.journal.report import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reiswijzer.journal.report import Entry, Report


def write(report: Report) -> str:
    """Return the parts of the report, each with a heading of the third level."""
    parts = [
        f"<section><h3>{escape(clean(part.title))}</h3>{''.join(map(_entry, part.entries))}</section>"
        for part in report.parts
    ]
    return "".join(parts) + f"<p>{escape(words()['model'] if parts else words()['leeg'])}</p>"


def _entry(entry: Entry) -> str:
    return f"<p><strong>{escape(clean(entry.prompt))}</strong></p>{''.join(_below(entry))}"


def _below(entry: Entry) -> Iterator[str]:
    for line in lines(entry):
        text = escape(line.text).replace("\n", "<br>")
        label = escape(line.label)
        yield f"<p>{label}:</p><blockquote>{text}</blockquote>" if line.quoted else f"<p>{label}: {text}</p>"
