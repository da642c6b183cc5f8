"""An invisible part that shows Python all that the reader keeps on this device, in a page of the book only.

In Jupyter there is nothing to show: there the journal is a file (`reiswijzer.journal.files`).
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import anywidget
import traitlets

from reiswijzer.widgets.front import beside

if TYPE_CHECKING:
    from collections.abc import Mapping


class Store(anywidget.AnyWidget):
    """What is kept under `prefix`: `kept` is text by key, brought up to date by the page.

    `trouble` is "full" or "forbidden" when the last writing failed, in whole: then nothing of it was kept. The page
    sets `answered` to `wrote + wiped` once it has done, or failed to do, what was asked.
    """

    _esm = beside("store.mjs")

    prefix = traitlets.Unicode().tag(sync=True)
    kept = traitlets.Dict().tag(sync=True)
    page = traitlets.Unicode().tag(sync=True)
    ready = traitlets.Bool(default_value=False).tag(sync=True)
    trouble = traitlets.Unicode().tag(sync=True)
    writing = traitlets.Dict().tag(sync=True)
    wrote = traitlets.Int(0).tag(sync=True)
    wiped = traitlets.Int(0).tag(sync=True)
    answered = traitlets.Int(0).tag(sync=True)
    file = traitlets.Dict().tag(sync=True)
    saved = traitlets.Int(0).tag(sync=True)

    def __init__(self, prefix: str) -> None:
        super().__init__(prefix=prefix, layout={"display": "none"})

    def write(self, changes: Mapping[str, str]) -> None:
        """Keep these texts by key, all or none; fields on the page follow."""
        self.writing = dict(changes)
        self.wrote += 1

    def wipe(self) -> None:
        """Take away everything under `prefix`, also what was put apart."""
        self.wiped += 1

    def save(self, name: str, kind: str, content: bytes) -> None:
        """Let the reader save a file; `kind` is its media type."""
        self.file = {"name": name, "type": kind, "base64": base64.b64encode(content).decode()}
        self.saved += 1
