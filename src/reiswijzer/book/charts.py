"""`{grafiek}`: a chart made with pandas from a data file, with its words, its caveat and its source."""

from __future__ import annotations

from html import escape
from importlib import resources
from typing import TYPE_CHECKING, Any

import pandas as pd
from docutils import nodes

from reiswijzer.book.directive import BookDirective
from reiswijzer.book.folds import group
from reiswijzer.content.files import ContentError, require, toml
from reiswijzer.figures.bar_chart import bar_chart
from reiswijzer.figures.svg import thousands

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

FILE = "charts.toml"
FIELDS = ("data", "title", "label", "value", "unit", "text", "caveat", "source_label", "source_url")


def chart(ident: str) -> dict[str, Any]:
    """Return the description of a chart; raise `ContentError` when it is unknown or incomplete."""
    tables: list[dict[str, Any]] = toml(FILE).get("chart", [])
    for table in tables:
        if table.get("id") == ident:
            require(FILE, ident, table, *FIELDS)
            return table
    raise ContentError(FILE, ident, "there is no chart with this id")


def frame(table: dict[str, Any]) -> pd.DataFrame:
    """Return the data of a chart."""
    with resources.files("reiswijzer.content").joinpath("data", table["data"]).open(encoding="utf-8") as file:
        data = pd.read_csv(file)
    missing = {table["label"], table["value"]} - set(data.columns)
    if missing or data.empty:
        raise ContentError(f"data/{table['data']}", table["id"], f"is empty or lacks {sorted(missing)}")
    return data


def _decline(data: pd.DataFrame) -> dict[str, str]:
    counts = data.sort_values("jaar")["aantal"]
    return {"daling": thousands((1 - counts.iloc[-1] / counts.iloc[0]) * 100)}


def _above_reference(data: pd.DataFrame) -> dict[str, str]:
    return {str(what): thousands(index - 100) for what, index in zip(data["wat"], data["index"], strict=True)}


def _range(data: pd.DataFrame) -> dict[str, str]:
    low, high = data["aantal"].min(), data["aantal"].max()
    return {"laagste": thousands(low), "hoogste": thousands(high), "keer": f"{high / low:.1f}".replace(".", ",")}


COMPUTED: dict[str, Callable[[pd.DataFrame], dict[str, str]]] = {
    "corporaties": _decline,
    "buurten": _above_reference,
    "gezinnen": _range,
}


class ChartDirective(BookDirective):
    """Place the chart with the id given as argument."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return figure, words, and caveat with source."""
        self.depends_on(FILE)
        table = self.load(lambda: chart(self.arguments[0]))
        self.depends_on(f"data/{table['data']}")
        data = self.load(lambda: frame(table))
        words = table["text"].format(**COMPUTED[table["id"]](data))
        items = [(str(row[table["label"]]), float(row[table["value"]])) for _, row in data.iterrows()]
        svg = bar_chart(items, title=table["title"], description=words, reference=table.get("reference"))
        block = group(classes=["rw-grafiek"], role="group", label=table["title"])
        block += nodes.raw(
            "",
            f'<figure class="rw-figuur"><p class="rw-grafiek-titel">{escape(table["title"])} '
            f'<span class="rw-eenheid">({escape(table["unit"])})</span></p>{svg}</figure>',
            format="html",
        )
        block += self.blocks(words)
        source = f"Bron: [{table['source_label']}]({table['source_url']})"
        if table.get("citations"):
            source = f"Bron: {{cite:t}}`{table['citations']}`"
        block += self.blocks(f"*Let op.* {table['caveat']} {source}.")
        return [block]


def register(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("grafiek", ChartDirective)
