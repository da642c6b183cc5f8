"""The static layer: what a reader without JavaScript, or a printer, gets of a widget."""

from __future__ import annotations

from html import escape
from typing import Any

from .capture import bundle_of
from .markup import clean

_TEXT_VIEWS = {"HTMLView", "HTMLMathView"}
_PLAIN_VIEWS = {"LabelView", "TextView", "TextareaView"}
_SKIPPED = {"Button", "ToggleButton", "FileUpload", "Password", "Output"}


def of(widget: Any) -> dict[str, str]:
    """Return the static layer of ``widget`` as ``html`` and ``text``.

    An object that describes itself (``text/html`` in its own ``_repr_mimebundle_``) is taken at its word;
    any other is described from its parts.
    """
    bundle = bundle_of(widget)
    html = bundle.get("text/html")
    return {"html": _join(html) if html else describe(widget), "text": _join(bundle.get("text/plain", ""))}


def _join(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "".join(text)


def describe(widget: Any) -> str:
    """Return a readable HTML description of a core widget and what it holds."""
    if type(widget).__name__ in _SKIPPED:
        return ""
    if getattr(widget, "_model_module", "") == "anywidget":
        # Only its author knows what it shows.
        return _join(bundle_of(widget).get("text/html", ""))
    name = getattr(widget, "_view_name", None)
    label = escape(str(getattr(widget, "description", "") or ""))
    if hasattr(widget, "children"):
        return _describe_container(widget)
    if name in _TEXT_VIEWS:
        return f"<div>{clean(widget.value)}</div>"
    if name in _PLAIN_VIEWS:
        parts = [part for part in (label, escape(str(widget.value or ""))) if part]
        return f"<p>{': '.join(parts)}</p>" if parts else ""
    return _describe_choice(widget, label)


def _describe_choice(widget: Any, label: str) -> str:
    options = getattr(widget, "_options_labels", None)
    if options:
        items = "".join(f"<li>{escape(str(option))}</li>" for option in options)
        return f"<p>{label}</p><ul>{items}</ul>" if label else f"<ul>{items}</ul>"
    if not label:
        return ""
    value = getattr(widget, "value", None)
    shown = "" if value is None or isinstance(value, bool) else f": {escape(str(value))}"
    return f"<p>{label}{shown}</p>"


def _describe_container(widget: Any) -> str:
    children = list(widget.children)
    if getattr(widget, "_view_name", "") == "StackView":
        chosen = widget.selected_index
        children = [] if chosen is None else [children[chosen]]
    titles = getattr(widget, "titles", ())
    parts = []
    for index, child in enumerate(children):
        title = f"<p><strong>{escape(titles[index])}</strong></p>" if index < len(titles) and titles[index] else ""
        parts.append(title + describe(child))
    return "".join(parts)
