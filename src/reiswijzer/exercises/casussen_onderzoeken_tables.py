"""The cases and their sources as tables of pandas for the notebook, and as files that a spreadsheet opens.

A file is CSV with semicolons, decimal commas and a mark for UTF-8, so that a spreadsheet program set to Dutch opens it
as it should; text that it may take for a formula is made harmless. Not on the path that runs in the page.
"""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from zipfile import ZipFile, ZipInfo

from reiswijzer.content.case_fields import CASES, SOURCES, case_rows, fields, filled, source_rows, words
from reiswijzer.journal.export.cells import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from reiswijzer.content.case_fields import Value

ARCHIVE = "gegevens-samenwerkingen.zip"
README = "leesmij.txt"


def frame() -> pd.DataFrame:
    """Return all cases as a table, a row each; a field that can hold more than one value holds a tuple."""
    import pandas as pd  # noqa: PLC0415 - never on the path that runs in the page

    return pd.DataFrame(case_rows()).astype({"beginjaar": "Int64", "breedte": "float64", "lengte": "float64"})


def bronnen_frame() -> pd.DataFrame:
    """Return all sources of all cases as a table, a row each."""
    import pandas as pd  # noqa: PLC0415 - never on the path that runs in the page

    return pd.DataFrame(source_rows())


def _cell(value: Value) -> object:
    if isinstance(value, tuple):
        return harmless(words()["tussen"].join(value))
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return "" if value is None else harmless(value)


def to_csv(names: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> bytes:
    """Return rows as the file that a Dutch spreadsheet opens, with the names above the columns."""
    made = StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def _dictionary() -> bytes:
    """Return what every field of both files means, how often it is filled, and of how many rows."""
    say = words()
    rows: list[dict[str, Value]] = []
    for file, held in ((CASES, case_rows()), (SOURCES, source_rows())):
        counts = filled(held)
        rows += [
            {
                say["bestand"]: f"{file}.csv",
                say["veld"]: field.name,
                say["opschrift"]: field.label,
                say["betekenis"]: field.meaning,
                say["waarde"]: field.kind,
                say["mogelijk"]: field.possible,
                say["gevuld"]: counts[field.name],
                say["rijen"]: len(held),
            }
            for field in fields(file)
        ]
    return to_csv(list(rows[0]), rows)


def files() -> dict[str, bytes]:
    """Return the files to download, by name: the cases, the sources, the meaning of the fields, and all in a zip.

    They are the same, byte for byte, whenever they are made.
    """
    cases, sources = case_rows(), source_rows()
    made = {
        f"{CASES}.csv": to_csv([field.name for field in fields(CASES)], cases),
        f"{SOURCES}.csv": to_csv([field.name for field in fields(SOURCES)], sources),
        "velden.csv": _dictionary(),
    }
    about = words()["leesmij"].lstrip().format(samenwerkingen=len(cases), bronnen=len(sources))
    archive = BytesIO()
    with ZipFile(archive, "w") as zipped:
        for name, content in {README: about.replace("\n", "\r\n").encode("utf-8-sig"), **made}.items():
            zipped.writestr(ZipInfo(name), content)
    return {**made, ARCHIVE: archive.getvalue()}
