"""A table to fill in: how much everyone at a table relies on everyone else.

Names of seats and ratings go both ways; the words and the scale come in. The picture of it is drawn elsewhere.
"""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from reiswijzer.widgets.front import beside

WORDS = (
    "caption", "corner", "choose", "cell", "on", "seat", "newcomer", "add", "remove", "turns", "turn", "next",
)  # fmt: skip
"""The words the view needs. {a} relies on {b}; {n} is the number of a seat; {done} of {all} cells were chosen."""


class Reliance(anywidget.AnyWidget):
    """The view; every trait is synchronised, and the reader's move is saved once.

    `seats` are names, `fewest` to `most` of them. `ratings[i][j]` is how much seat i relies on seat j: 0 as long as
    it was not chosen, else the place (from 1) of a name in `scale`; the diagonal is 0. `spare` are the names that a
    new seat gets, the first that is not taken.

    Raises
    ------
    ValueError
        When one of `WORDS` is missing.
    """

    _esm = beside("reliance.mjs")
    _css = beside("reliance.css")

    seats = traitlets.List(traitlets.Unicode()).tag(sync=True)
    ratings = traitlets.List(traitlets.List(traitlets.Int())).tag(sync=True)
    scale = traitlets.List(traitlets.Unicode()).tag(sync=True)
    spare = traitlets.List(traitlets.Unicode()).tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    fewest = traitlets.Int(3).tag(sync=True)
    most = traitlets.Int(7).tag(sync=True)

    def __init__(self, **state: Any) -> None:
        missing = [name for name in WORDS if name not in state.get("words", {})]
        if missing:
            raise ValueError(f"no words for {', '.join(missing)}")
        super().__init__(**state)
        self.add_class("rw-reliance")
