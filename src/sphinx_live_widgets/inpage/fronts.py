"""Front ends of anywidgets: their text becomes a file of the book, and what the page is told is the name of that file.

A text in recorded state or in a message would have to be evaluated by the page. So it never gets there: `learn` and
`learn_classes` meet every text while the book is built, `files` is what the build writes below ``_live``, and `refer`
puts names in the place of texts, in what is recorded and in what is sent.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The front-end modules that the page has; see ``page/manager.mjs``.
MODULES = frozenset({"@jupyter-widgets/base", "@jupyter-widgets/controls", "@jupyter-widgets/output", "anywidget"})
#: What stands in the place of a text that the build has not met.
UNKNOWN = "unknown"
_NAMES = {"_esm": "module-{}.js", "_css": "look-{}.css"}
_REFERENCE = "anywidget:"
_ELSEWHERE = re.compile(r"""^\s*(https?://[^\s]+)\s*$|\b(?:from|import)\s*\(?\s*["'](https?://[^"']+)""")
_known: dict[tuple[str, str], str] = {}


def _address_in(text: str) -> str:
    found = _ELSEWHERE.search(text)
    return (found[1] or found[2]) if found else ""


def _keep(key: str, text: str) -> None:
    from hashlib import sha256  # noqa: PLC0415  # a book without anywidgets need not hold it in its memory

    if (key, text) not in _known:
        _known[key, text] = _NAMES[key].format(sha256(text.encode()).hexdigest()[:16])


def learn(models: dict[str, Any]) -> None:
    """Check that the page can show these recorded models, and keep the texts of their front ends.

    Raises
    ------
    TypeError
        If a model needs a front-end module that the page does not have, or refers to something that is no widget.
    ValueError
        If a front end would be fetched from another host.
    """
    for entry in models.values():
        state = entry["state"]
        name = state.get("_anywidget_id") or entry["model_name"]
        for module in (entry["model_module"], state.get("_view_module")):
            if module and module not in MODULES:
                raise TypeError(f"{name} needs the front-end module {module!r}, which the page does not have")
        for key in _NAMES.keys() & state.keys():
            address = _address_in(state[key])
            if address:
                raise ValueError(f"{key} of {name} comes from {address}; the page asks no other host: bundle it")
            _keep(key, state[key])
        for key, value in state.items() if entry["model_module"] == "anywidget" else ():
            if isinstance(value, str) and value.startswith(_REFERENCE) and value[len(_REFERENCE) :] not in models:
                raise TypeError(f"{key} of {name} holds an object that is not an ipywidgets Widget")


def _classes(base: type) -> Iterator[type]:
    subclasses: list[type] = base.__subclasses__()
    for one in subclasses:
        yield one
        yield from _classes(one)


def learn_classes() -> None:
    """Keep the front ends of every anywidget class imported so far: it may be used for the first time after waking."""
    anywidget = sys.modules.get("anywidget")
    if anywidget is None:
        return
    for one in _classes(anywidget.AnyWidget):
        for key in _NAMES.keys() & vars(one).keys():
            value = vars(one)[key]
            text = str(getattr(value, "default_value", value))
            if not _address_in(text):
                _keep(key, text)


def files() -> dict[str, str]:
    """Return the text of every front end by its file name."""
    return {name: text for (_, text), name in _known.items()}


def refer(state: dict[str, Any]) -> dict[str, Any]:
    """Return the state of a model with names of files in the place of the texts of its front end."""
    texts = {key: state[key] for key in _NAMES if isinstance(state.get(key), str)}
    if not texts:
        return state
    return {**state, **{key: _known.get((key, text), UNKNOWN) for key, text in texts.items()}}
