"""What a notebook needs to keep a journal in a file, to open it, and to work with it in pandas."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reiswijzer.content import files
from reiswijzer.exercises.keeping import Place
from reiswijzer.journal.export.lines import day, lines
from reiswijzer.journal.files import JournalFile
from reiswijzer.journal.journal import read

if TYPE_CHECKING:
    import pandas as pd

    from reiswijzer.journal.journal import Journal
    from reiswijzer.journal.report import Report

EXAMPLE = "reisverslag-voorbeeld.json"
NAME = "reisverslag.json"


def bewaar_in(path: str | Path = NAME) -> None:
    """Let every exercise that is made from now on go on from a file, and keep what the reader does there."""
    Place.file = JournalFile(path)


def example() -> Journal:
    """Return the invented journal that ships with the book."""
    return read(files.raw(EXAMPLE))


def open_journal(path: str | Path = NAME) -> Journal:
    """Return the journal in a file, or the invented example when there is no such file.

    Raises
    ------
    Newer
        When a later version wrote the file.
    OSError
        When the file cannot be read.
    """
    return JournalFile(path).read() if Path(path).expanduser().exists() else example()


def only(report: Report, part: str) -> Report:
    """Return the report with one part, named by its id; raise `ValueError` with the ids when there is none."""
    found = tuple(each for each in report.parts if each.id == part)
    if not found:
        raise ValueError(f"{part}: dit verslag heeft {', '.join(each.id for each in report.parts)}")
    return replace(report, parts=found)


def frame(report: Report) -> pd.DataFrame:
    """Return a report as a table with a row for every entry (imports pandas)."""
    import pandas as pd  # noqa: PLC0415 - never on the path that runs in the page

    return pd.DataFrame(
        [
            {
                "Halte": part.title,
                "Soort": next(lines(entry)).label,
                "Vraag": entry.prompt,
                "Nu": entry.present,
                "Eerst": entry.first,
                "Uitkomst": entry.outcome,
                "Dag": day(entry.time) if entry.time else "",
            }
            for part in report.parts
            for entry in part.entries
        ],
        columns=["Halte", "Soort", "Vraag", "Nu", "Eerst", "Uitkomst", "Dag"],
    )
