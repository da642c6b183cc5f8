"""An invisible part that takes the reader along, in the page and in Jupyter alike.

It goes to the beginning of a step that was asked for from below it. And when a control that was used hides itself, it
goes to what came instead, so that a keyboard never begins at the top of the page again.
"""

from __future__ import annotations

import anywidget
import traitlets

from reiswijzer.widgets.front import beside


class Follow(anywidget.AnyWidget):
    """Takes focus and view to the screen on show whenever `went` goes up, who stands at the buttons below."""

    _esm = beside("follow.mjs")

    went = traitlets.Int(0).tag(sync=True)
    name = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(layout={"display": "none"})

    def to(self, name: str) -> None:
        """Take the reader to the screen that is now on show; a screen reader hears its `name`."""
        self.name = name
        self.went += 1
