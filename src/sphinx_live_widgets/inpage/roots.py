"""The widgets of the book, by id: made once at build time, made anew when a reader starts over."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from ipywidgets import Output, Widget

from . import capture, channel, opening, record, static

if TYPE_CHECKING:
    from collections.abc import Callable

_factories: dict[str, Callable[[], Widget]] = {}
_made: dict[str, Widget] = {}


def _resolve(target: str) -> Callable[..., Any]:
    module, _, name = target.partition(":")
    found: Any = importlib.import_module(module)
    for part in name.split("."):
        found = getattr(found, part)
    return found  # type: ignore[no-any-return]


def make(widget_id: str, target: str, takes_id: bool) -> dict[str, Any]:
    """Make one widget and describe it for the page.

    Parameters
    ----------
    widget_id
        The id used in the book.
    target
        Its factory, ``module:function``.
    takes_id
        Whether the factory is called with the id.

    Returns
    -------
    dict
        ``root`` (model id), ``state`` (see `record.state_of`), ``html`` and ``text`` (see `static.of`).

    Raises
    ------
    TypeError
        If the factory returns something else than a widget.
    """
    capture.install(Output)
    factory = _resolve(target)
    _factories[widget_id] = (lambda: factory(widget_id)) if takes_id else factory
    widget = _factories[widget_id]()
    if not isinstance(widget, Widget):
        raise TypeError(f"{target} returned {type(widget).__name__}, not an ipywidgets Widget")
    _made[widget_id] = widget
    return describe(widget_id)


def describe(widget_id: str) -> dict[str, Any]:
    """Describe a made widget as it is now."""
    widget = _made[widget_id]
    state = record.state_of(widget)
    opening.know(state)
    return {"root": widget.model_id, "state": state, **static.of(widget)}


def start_over(widget_id: str) -> None:
    """Make a widget anew and tell the page which model is its root now."""
    _made[widget_id] = _factories[channel.about(widget_id)]()
    channel.post({"type": "root", "id": widget_id, "root": _made[widget_id].model_id})
