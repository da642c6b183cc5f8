"""Controls with their label above them, so that a long Dutch label fits a narrow screen, and an HTML table."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


def _labelled(widget: widgets.DOMWidget) -> widgets.DOMWidget:
    widget.layout = widgets.Layout(width="auto", height="auto", flex_flow="column", align_items="stretch")
    widget.style.description_width = "auto"
    widget.add_class("rw-veld")
    return widget


def dropdown(label: str, options: Sequence[tuple[str, Any]], on_choose: Callable[[Any], None]) -> widgets.Dropdown:
    """Return a drop-down list that calls `on_choose` with the value of the chosen option."""
    made = widgets.Dropdown(description=label, options=list(options))
    made.observe(lambda change: on_choose(change["new"]), names="value")
    return _labelled(made)


def text_line(label: str, on_write: Callable[[str], None]) -> widgets.Text:
    """Return a line of text that calls `on_write` when it is left."""
    made = widgets.Text(description=label, continuous_update=False)
    made.observe(lambda change: on_write(change["new"]), names="value")
    return _labelled(made)


def text_area(label: str, on_write: Callable[[str], None]) -> widgets.Textarea:
    """Return a text area that calls `on_write` when it is left."""
    made = widgets.Textarea(description=label, continuous_update=False)
    made.observe(lambda change: on_write(change["new"]), names="value")
    return _labelled(made)


def slider(label: str, lowest: int, highest: int, on_move: Callable[[int], None], step: int = 1) -> widgets.IntSlider:
    """Return a slider that calls `on_move` with the number when it is let go."""
    made = widgets.IntSlider(description=label, min=lowest, max=highest, step=step, continuous_update=False)
    made.observe(lambda change: on_move(change["new"]), names="value")
    return _labelled(made)


def grid(children: Sequence[widgets.Widget], narrowest: str = "9rem") -> widgets.GridBox:
    """Return a grid with as many equal columns of at least `narrowest` as fit."""
    columns = f"repeat(auto-fit, minmax(min(100%, {narrowest}), 1fr))"
    return widgets.GridBox(
        list(children),
        layout=widgets.Layout(width="auto", grid_template_columns=columns, grid_gap="0.5rem"),
    )


def table(head: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """Return an HTML table of plain text; the first cell of each row names the row.

    On a screen that is too narrow for it the table can be moved sideways, by keyboard too.
    """
    columns = [escape(cell) for cell in head]
    top = "".join(f'<th scope="col">{cell}</th>' for cell in columns)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    return (
        f'<div class="rw-tabel" role="group" tabindex="0" aria-label="{", ".join(columns)}">'
        f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def decimal(value: float, digits: int = 1) -> str:
    """Return a number with a decimal comma, halves rounded up: 2,25 becomes 2,3."""
    whole = math.floor(value * 10**digits + 0.5 + 1e-9)
    return f"{whole / 10**digits:.{digits}f}".replace(".", ",")
