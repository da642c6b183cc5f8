"""A report as a piece of HTML, for a page or a notebook; everything in it is text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from reiswijzer.journal.export.lines import clean, lines
from reiswijzer.journal.report import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reiswijzer.journal.export.lines import Line
    from reiswijzer.journal.report import Entry, Report


def write(report: Report) -> str:
    """Return the parts of the report, each with a heading of the third level."""
    parts = [f"<section><h3>{escape(clean(part.title))}</h3>{entries(part.entries)}</section>" for part in report.parts]
    return "".join(parts) + f"<p>{escape(words()['model'] if parts else words()['leeg'])}</p>"


def entries(found: Iterable[Entry]) -> str:
    """Return entries as a list of what was asked and, below it, what was noted."""
    return f'<dl class="rw-noten">{"".join(map(_entry, found))}</dl>'


def _entry(entry: Entry) -> str:
    return f"<div><dt>{escape(clean(entry.prompt))}</dt>{''.join(map(_below, lines(entry)))}</div>"


def _below(line: Line) -> str:
    text = escape(line.text).replace("\n", "<br>")
    return f"<dd><span>{escape(line.label)}:</span> {text}</dd>"
