"""What all exercises share: steps, state with undo and restart, and how an exercise shows itself elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import ipywidgets as widgets

from reiswijzer.content.texts import texts
from reiswijzer.exercises import markup, ui
from reiswijzer.exercises.keeping import Keeping
from reiswijzer.exercises.shown import Shown
from reiswijzer.widgets.follow import Follow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True)
class State:
    """What the reader did; exercises add their own fields.

    `step` is the index of the screen; `answers` holds option ids and texts by question id; `opened` holds the ids of
    what the reader asked to see (an explanation, all solutions).
    """

    step: int = 0
    answers: Mapping[str, Any] = field(default_factory=dict)
    opened: frozenset[str] = frozenset()


S = TypeVar("S", bound=State)


class Exercise(Shown, Generic[S]):
    """An exercise as a widget: where one is, a bar with steps, the current step, and undo, restart and a status line.

    A subclass gives `screens` (one widget per step of its texts, in that order; each with a `render` of its own, or the
    subclass has one for all) and `figure` (an SVG of a state, with its text equivalent in `figure_text`).
    """

    def __init__(self, ident: str, start: S) -> None:
        super().__init__()
        self.ident = ident
        self.texts = texts(ident)
        self.start = start
        self.state = start
        self.history: list[S] = []
        self._restarts: list[int] = []  # how long the history was after each restart
        self._rendering = False
        self.status = ui.Status()
        self.keeping = Keeping(self)
        self._follow = Follow()
        screens = self.screens()
        if len(screens) != len(self.texts.steps):
            raise ValueError(f"{ident}: {len(screens)} screens for {len(self.texts.steps)} steps")
        self._bar = [
            ui.button(f"{number}. {step.label}", self._goer(number - 1), "rw-stap")
            for number, step in enumerate(self.texts.steps, start=1)
        ]
        self._here = widgets.HTML()
        self._here.add_class("rw-plaats")
        self._stack = widgets.Stack(children=screens, selected_index=0, layout=widgets.Layout(width="auto"))
        self._stack.add_class("rw-schermen")
        self._back = ui.button("Stap terug", self.undo, "rw-terug")
        self._restart = ui.button("Opnieuw beginnen", self.restart, "rw-opnieuw")
        self._next = ui.button("Verder", self.forward, "rw-verder")
        self.children = [
            ui.style("oefening.css"),
            ui.row(self._here, *self._bar, css="rw-stappen"),
            *self.keeping.widgets,
            self._stack,
            ui.row(self._back, self._restart, self._next, css="rw-knoppen"),
            self.status,
            self._follow,
        ]
        self.add_class("rw-oefening")
        if self.texts.insight:
            self.add_class(f"rw-halte-{self.texts.insight}")
        self._show()
        self.keeping.begin()

    # What a subclass fills in.

    def screens(self) -> Sequence[widgets.Widget]:
        """Return one widget per step."""
        raise NotImplementedError

    def render(self) -> None:
        """Bring the widgets in line with `self.state`: as it stands here, the screen that is shown does that itself."""
        screen: Any = self._stack.children[self.state.step]
        screen.render(self.state)

    def own_first(self) -> bool:
        """Whether this step has a button of its own (of class `rw-eerst`) that comes before going on."""
        return False

    def figure(self) -> str:
        """Return an SVG of the present state."""
        raise NotImplementedError

    def figure_text(self) -> str:
        """Return in words what `figure` shows."""
        raise NotImplementedError

    def slide(self) -> str:
        """Return `figure` as a slide shows it: also on a phone, and in the last row."""
        return self.figure()

    # Moves.

    def act(self, *, undoable: bool = True, say: str = "", **changes: Any) -> None:
        """Make a move: change fields of the state, show the result, and say it in the status line.

        Moves that come from our own rendering are ignored, so a widget may be set without an echo. Typing is
        not `undoable`: one step back skips it.
        """
        if self._rendering:
            return
        new = replace(self.state, **changes)
        if new == self.state:
            return
        if undoable:
            self.history.append(self.state)
        self.state = new
        self._show(say)

    def answer(self, question: str, value: Any, *, undoable: bool = True, say: str = "", **changes: Any) -> None:
        """Keep an answer by question id, together with other changes of the state.

        What is typed (not `undoable`) is written into the history too, so that one step back never erases it; not
        into what was there before the last restart, which one step back must bring back as it was.
        """
        if not undoable:
            self._rewrite(lambda old: replace(old, answers={**old.answers, question: value}))
        answers = {**self.state.answers, question: value}
        self.act(undoable=undoable, say=say, answers=answers, **changes)

    def type_in(self, change: Callable[[S], S], say: str = "") -> None:
        """Take in what was typed outside `answers`, in the history too; `change` returns a state with it."""
        self._rewrite(change)
        new = change(self.state)
        self.act(undoable=False, say=say, **{each.name: getattr(new, each.name) for each in fields(new)})

    def settle(self, change: Callable[[S], S], say: str = "") -> None:
        """Make a move that only a restart takes back: it holds in all that one step back can reach.

        Moves that it makes the same fall together, so that every step back still shows something.
        """
        if self._rendering:
            return
        self._rewrite(change)
        since = self._since
        new = change(self.state)
        reached = [*self.history[since:], new]
        self.history[since:] = [each for each, following in pairwise(reached) if each != following]
        self.act(undoable=False, say=say, **{each.name: getattr(new, each.name) for each in fields(new)})

    @property
    def _since(self) -> int:
        """How much of the history lies before the last restart."""
        return self._restarts[-1] if self._restarts else 0

    def _rewrite(self, change: Callable[[S], S]) -> None:
        """Change all that one step back can reach since the last restart."""
        if not self._rendering:
            self.history[self._since :] = map(change, self.history[self._since :])

    def unfold(self, ident: str) -> None:
        """Open something that waits to be asked for."""
        self.act(opened=self.state.opened | {ident}, say="Wat u vroeg, staat nu op het scherm.")

    def forward(self) -> None:
        """Go to the next step, if there is one."""
        self.go(self.state.step + 1)

    def go(self, step: int) -> None:
        """Go to a step (0-based); out of range stays where it is. Nothing is locked."""
        if 0 <= step < len(self.texts.steps):
            self.act(step=step, say=self._place(step))

    def undo(self) -> None:
        """Take back the last move."""
        if self.history:
            self.state = self.history.pop()
            if self._restarts and len(self.history) < self._restarts[-1]:
                self._restarts.pop()
            self._show("De laatste stap is teruggedraaid.")

    def restart(self) -> None:
        """Begin again; one step back brings everything back."""
        if self.state != self.start:
            self.history.append(self.state)
            self._restarts.append(len(self.history))
            self.state = self.start
            self._show("De oefening staat weer aan het begin.")

    def resume(self, state: S) -> str:
        """Go on from a state that was kept; return what the reader must hear of it, if it is out of the ordinary.

        A state that cannot be shown raises what it raises, back at the start.
        """
        self.history.clear()
        self._restarts.clear()
        self.state = state
        try:
            self._show(follow=False)
        except Exception:
            self.state = self.start
            self._show(follow=False)
            raise
        return ""

    def _goer(self, step: int) -> Any:
        return lambda: self.go(step)

    def _number(self, step: int) -> str:
        return f"Stap {step + 1} van {len(self.texts.steps)}"

    def _place(self, step: int) -> str:
        label = self.texts.steps[step].label
        return f"{self._number(step)}: {label}{'' if label.endswith('?') else '.'}"

    def _show(self, say: str = "", *, follow: bool = True) -> None:
        elsewhere = self._stack.selected_index != self.state.step
        self._rendering = True
        try:
            last = len(self.texts.steps) - 1
            self._stack.selected_index = self.state.step
            ui.mark_current(self._bar, self.state.step, "rw-hier")
            here = self.texts.steps[self.state.step].label
            self._here.value = f"{self._number(self.state.step)}: <strong>{escape(here)}</strong>"
            self._back.disabled = not self.history
            ui.show(self._next, on=self.state.step < last)
            if self.state.step < last:
                self._next.description = f"Verder: {self.texts.steps[self.state.step + 1].label}"
            self.render()
            ui.mark(self, "rw-wacht", on=self.own_first())
            ui.mark(self, "live-untouched", on=self.state == self.start)
            self.status.say(say)
        finally:
            self._rendering = False
        if follow and elsewhere:
            self._follow.to(self._place(self.state.step))
        self.keeping.keep()

    # The same exercise without a front end.

    def describe(self) -> str:
        """Return the exercise in plain words: its question, steps, options and starting figure."""
        lines = [self.texts.title, markup.plain(self.texts.question), ""]
        lines += [f"{number}. {step.label}" for number, step in enumerate(self.texts.steps, start=1)]
        for question in self.texts.choices.values():
            lines += ["", markup.plain(question.question)]
            lines += [f"  ( ) {markup.plain(option.label)}" for option in question.options]
        lines += ["", self.figure_text(), "", markup.plain(self.texts.shows)]
        return "\n".join(lines)

    def static_html(self) -> str:
        """Return what a page shows without Python: question, figure with text, and what the exercise shows."""
        reference = self.texts.reference
        return (
            f'<div class="rw-statisch" aria-label="{escape(self.texts.title)}" role="group">'
            f"{markup.html(self.texts.question, reference)}"
            f'<figure class="rw-figuur">{self.figure()}<figcaption>{escape(self.figure_text())}</figcaption></figure>'
            f"{markup.html(self.texts.shows, reference)}</div>"
        )
