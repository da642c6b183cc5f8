"""A table of pandas as a Dutch reader reads it: whole sentences, decimal commas, one row of heads.

What pandas shows by itself cuts long texts, writes numbers the English way, gives the name of an index a row of its own
and numbers rows that have no name. The rules of style go with the table, because JupyterLab has no sheet of the book.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

#: A column with a text that is longer gets room, so that its rows stay low.
LONG = 60
BETWEEN = "; "
_SWAP = str.maketrans(",.", ".,")
_STYLE = (
    "<style>.rw-uitkomst .dataframe :is(td, th) { text-align: left; vertical-align: top; }"
    " .rw-uitkomst .dataframe .rw-getal { text-align: right; font-variant-numeric: tabular-nums; }"
    " .rw-uitkomst .rw-lang { min-width: 14rem; }</style>"
)


@dataclass(frozen=True)
class Column:
    """A head and the cells below it, as text; `kind` is the class that all of them have."""

    head: str
    cells: tuple[str, ...]
    kind: str
    names_rows: bool = False

    def html(self, text: str, *, head: bool = False) -> str:
        """Return one cell; a head without words is no head."""
        said = escape(text).replace("\n", "<br>")
        kind = f' class="{self.kind}"' if self.kind else ""
        if head and text:
            return f'<th scope="col"{kind}>{said}</th>'
        return f'<th scope="row"{kind}>{said}</th>' if self.names_rows and not head else f"<td{kind}>{said}</td>"


class Table:
    """Columns that a notebook displays: as HTML, and as lines of text where there is no HTML."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = tuple(columns)

    def __repr__(self) -> str:
        lines = [[column.head for column in self.columns], *zip(*(each.cells for each in self.columns), strict=True)]
        return "\n".join(" | ".join(" ".join(cell.split()) for cell in line) for line in lines)

    def _repr_html_(self) -> str:
        head = "".join(column.html(column.head, head=True) for column in self.columns)
        rows = zip(*(column.cells for column in self.columns), strict=True)
        body = "\n".join(f"<tr>{''.join(map(Column.html, self.columns, row))}</tr>" for row in rows)
        return (
            f'<div class="rw-uitkomst">{_STYLE}<table class="dataframe">\n'
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
        )


def toon(data: pd.DataFrame | pd.Series[Any], decimals: int = 2) -> Table:
    """Return a table to display; the index comes first, unless it only numbers the rows.

    A column has as many decimals as it needs, at most `decimals`. The numbers below a head that ends in "jaar" are
    years. What is missing stays empty, more values in one cell stand behind each other, and the name of a field is
    read as words.
    """
    import pandas as pd  # noqa: PLC0415 - never on the path that runs in the page

    frame = data.to_frame() if isinstance(data, pd.Series) else data
    columns = (_column(_head(name), list(cells), decimals) for name, cells in frame.items())
    return Table([*_index(frame.index, decimals), *columns])


def _index(index: pd.Index[Any], most: int) -> Iterator[Column]:
    if index.names == [None] and index.dtype.kind in "iu":
        return
    for level, name in enumerate(index.names):
        yield _column(_head(name), list(index.get_level_values(level)), most, names_rows=True)


def _head(name: Any) -> str:
    parts = name if isinstance(name, tuple) else () if name is None else (name,)
    return ", ".join(str(part).replace("_", " ") for part in parts)


def _column(head: str, values: Sequence[Any], most: int, *, names_rows: bool = False) -> Column:
    known = [value for value in values if not _missing(value)]
    numbers = [value for value in known if _is_number(value)]
    decimals = next((d for d in range(most) if all(round(n, d) == round(n, most) for n in numbers)), most)
    form = "d" if head.endswith("jaar") else f",.{decimals}f"
    cells = tuple(_cell(value, form) for value in values)
    only_numbers = bool(known) and len(numbers) == len(known)
    kind = "rw-getal" if only_numbers else "rw-lang" if any(len(cell) > LONG for cell in cells) else ""
    return Column(head, cells, kind, names_rows)


def _cell(value: Any, form: str) -> str:
    if _missing(value):
        return ""
    if _is_number(value):
        return format(int(value) if form == "d" else float(value), form).translate(_SWAP)
    return BETWEEN.join(map(str, value)) if isinstance(value, tuple | list) else str(value)


def _is_number(value: Any) -> bool:
    import pandas as pd  # noqa: PLC0415 - never on the path that runs in the page

    return bool(pd.api.types.is_number(value)) and not isinstance(value, bool)


def _missing(value: Any) -> bool:
    import pandas as pd  # noqa: PLC0415 - never on the path that runs in the page

    return bool(pd.api.types.is_scalar(value)) and bool(pd.isna(value))
