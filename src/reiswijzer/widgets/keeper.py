"""An invisible part that keeps a text on the reader's device, in a page of the book only; in Jupyter it does nothing.

What is kept reaches Python when the page opens, before anything the reader does (`stored`). Python gives what is to
be kept (`text`, empty to keep nothing) and says by `refused` that it cannot use what it got: then the page keeps that
apart. By `newer` it says that a later version wrote it: then the page leaves it as it is. A second view of the same
key (`again`) means that the page was asked to start this part over, so what was kept goes. By `trouble` the page says,
once, that keeping fails: "full" or "forbidden".
"""

from __future__ import annotations

import anywidget
import traitlets

from reiswijzer.widgets.front import beside

_made: set[str] = set()


class Keeper(anywidget.AnyWidget):
    """A text kept under `key`."""

    _esm = beside("keeper.mjs")

    key = traitlets.Unicode().tag(sync=True)
    stored = traitlets.Unicode().tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)
    refused = traitlets.Int(0).tag(sync=True)
    newer = traitlets.Bool(default_value=False).tag(sync=True)
    trouble = traitlets.Unicode().tag(sync=True)
    again = traitlets.Bool(default_value=False).tag(sync=True)

    def __init__(self, key: str) -> None:
        super().__init__(key=key, again=key in _made, layout={"display": "none"})
        _made.add(key)
