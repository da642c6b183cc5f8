"""A network to look at and act on: nodes and ties, the rounds of a cascade, and at most two chosen nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

import anywidget
import traitlets

from reiswijzer.widgets.front import beside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

STATES = ("started", "joined", "not", "gone")
WORDS = (*STATES, "back", "play", "pause", "next", "end", "none", "one", "two", "pending")
"""The words a view needs: every state, the buttons, the line about what is chosen ({a} and {b}), and what stands
in the place of a round as long as Python has not answered a move."""


class Spot(TypedDict):
    """A node: label in the drawing, whole name, place in the units of `size`, and state when there are no frames."""

    id: str
    label: str
    name: str
    x: float
    y: float
    state: str


class Tie(TypedDict):
    """A tie; `kind` is "" or "new" for what the reader added, "cut" for what the reader took away."""

    a: str
    b: str
    kind: str


class Line(TypedDict):
    """What one node sees in a round; `strong` when it joins."""

    text: str
    strong: bool


class Frame(TypedDict):
    """One round: the state of every node, a caption that is read out, lines below it, the drawing in words."""

    states: dict[str, str]
    caption: str
    lines: list[Line]
    description: str


class Action(TypedDict):
    """A button below the drawing.

    It is on when `open`, when exactly `needs` nodes are chosen and, unless `tied` is None, when they have a tie or
    have none. `shows` is what the view draws before Python answers: "new" or "cut" for a tie, "alone" (the only
    starter), "started" or "gone" (in turn on and off), or "".
    """

    id: str
    label: str
    needs: int
    tied: bool | None
    shows: str
    open: bool


class Network(anywidget.AnyWidget):
    """The view; every trait is synchronised.

    `frames` are rounds, of which `shown` is on screen; without frames the states of the nodes count, with `caption`
    and `description`. `chosen` holds node ids. Without `actions` it is a drawing and nothing can be chosen. `answered`
    counts the requests that Python has dealt with: until then the view shows the reader's move by itself.

    Parameters
    ----------
    words : mapping of str to str
        A text for every key of `WORDS`.

    Raises
    ------
    ValueError
        When a word is missing.
    """

    _esm = beside("network.mjs")
    _css = beside("network.css")

    nodes: Any = traitlets.List().tag(sync=True)
    ties: Any = traitlets.List().tag(sync=True)
    frames: Any = traitlets.List().tag(sync=True)
    shown = traitlets.Int(0).tag(sync=True)
    chosen: Any = traitlets.List().tag(sync=True)
    actions: Any = traitlets.List().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    size = traitlets.List([300, 300]).tag(sync=True)
    title = traitlets.Unicode("").tag(sync=True)
    caption = traitlets.Unicode("").tag(sync=True)
    description = traitlets.Unicode("").tag(sync=True)
    answered = traitlets.Int(0).tag(sync=True)

    def __init__(self, words: Mapping[str, str]) -> None:
        if missing := set(WORDS) - words.keys():
            raise ValueError(f"a network lacks words: {', '.join(sorted(missing))}")
        super().__init__(words=dict(words))
        self._asked: Callable[[str, tuple[str, ...]], None] | None = None
        self.on_msg(self._receive)

    def on_ask(self, answer: Callable[[str, tuple[str, ...]], None]) -> None:
        """Call `answer` with the id of an action and the ids of the nodes it is about."""
        self._asked = answer

    def ask(self, action: str, *nodes: str) -> None:
        """Ask for an action, as a reader does with a button; what no button offers is passed over."""
        offered: dict[str, Action] = {each["id"]: each for each in self.actions}
        known = {node["id"] for node in self.nodes}
        needs = offered[action]["needs"] if action in offered else 0
        fits = known.issuperset(nodes) and len(nodes) == len(set(nodes)) == needs > 0
        try:
            if fits and self._asked:
                self._asked(action, nodes)
        finally:
            self.answered += 1

    def show(self, **traits: Any) -> None:
        """Set several traits in one message, so that the view never draws half of a change."""
        with self.hold_sync():
            for name, value in traits.items():
                setattr(self, name, value)

    def _receive(self, _widget: Any, content: Any, _buffers: Sequence[Any]) -> None:
        """Hear the view; what it sends is data, so anything may come."""
        asked = content if isinstance(content, dict) else {}
        action, nodes = asked.get("action"), asked.get("nodes")
        named = [node for node in nodes if isinstance(node, str)] if isinstance(nodes, list) else []
        self.ask(action if isinstance(action, str) else "", *named)
