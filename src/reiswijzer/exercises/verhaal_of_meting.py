"""Verhaal of meting: bet on what was found about five praised programmes, and see how sure you were (M26).

`_rules` holds state, rules and the drawing; the screens of the programmes stand here, the last two in `_end`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.content.texts import texts as texts_of
from reiswijzer.exercises import ui
from reiswijzer.exercises import verhaal_of_meting_rules as rules
from reiswijzer.exercises.base import Exercise
from reiswijzer.exercises.verhaal_of_meting_end import OwnScreen, SurenessScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

FOUND = ("gevonden", "zwak", "bestuur", "herkomst")


def frame() -> pd.DataFrame:
    """Return the programmes with their two answers and the one that came true, for notebooks (imports pandas)."""
    import pandas as pd  # noqa: PLC0415 - never on the path that runs in the page

    texts = texts_of(rules.IDENT)
    rows = []
    for each in rules.programmes(texts):
        came = texts.data["uit"][each]
        other = next(option.label for option in texts.choice(each).options if option.id != came)
        rows.append((texts.data["naam"][each], texts.choice(each).option(came).label, other))
    return pd.DataFrame(rows, columns=["Programma", "Kwam uit", "Kwam niet uit"]).set_index("Programma")


class ProgrammeScreen(widgets.VBox):
    """The praise, a bet and how sure; once that is laid down (or skipped) what was found, and what a board may ask.

    Laying down is a button of its own: by keyboard one passes over options on the way to the one that is meant. What
    was laid down stays, also after one step back: who has seen what was found can bet no more.
    """

    def __init__(self, exercise: Exercise[rules.PraiseState], programme: str) -> None:
        texts = self._texts = exercise.texts
        self._exercise, self._programme = exercise, programme
        self.praise = ui.Prose(texts, texts(f"{programme}_lof"))
        self.bet = ui.Question(texts, texts.choice(programme), self._pick, replies=False)
        self.sure = ui.Question(texts, texts.choice(rules.SURE), self._say_how_sure, replies=False)
        self.commit = ui.button(texts("vastleggen"), partial(self._open, "zeg_vast"), "rw-eerst")
        self.peek = ui.button(texts("kijken"), partial(self._open, "zeg_kijken"))
        self.found = ui.Prose(texts, "", "rw-antwoord")
        self.found.add_class("live-region")
        super().__init__([self.praise, self.bet, self.sure, self.commit, self.peek, self.found])
        self.add_class("rw-kolom")

    def _pick(self, ident: str) -> None:
        label = self._texts.choice(self._programme).option(ident).label
        self._exercise.answer(self._programme, ident, say=self._texts("zeg_gok", gok=label.lower()))

    def _say_how_sure(self, ident: str) -> None:
        self._exercise.answer(rules.sure_key(self._programme), ident, say=self._texts("zeg_zeker"))

    def _open(self, say: str) -> None:
        self._exercise.settle(partial(rules.opened, self._exercise.state, self._programme), self._texts(say))

    def render(self, state: rules.PraiseState) -> None:
        """Ask one thing after the other; what was laid down can be read and no longer changed.

        How sure the reader was is told in what was found; the six options make room for it.
        """
        texts, programme = self._texts, self._programme
        pick, percent = rules.pick(texts, state, programme), rules.percent(texts, state, programme)
        shown = rules.shown(state, programme)
        self.bet.set(pick)
        self.sure.set(None if percent is None else str(percent))
        self.bet.lock(on=shown)
        ui.show(self.sure, on=pick is not None and not shown)
        ui.show(self.commit, on=not shown and pick is not None and percent is not None)
        ui.show(self.peek, on=not shown and pick is None)
        self.found.say(self._found(state) if shown else "")

    def _found(self, state: rules.PraiseState) -> str:
        texts, programme = self._texts, self._programme
        told = [texts(f"kop_{kind}", tekst=texts(f"{programme}_{kind}")) for kind in FOUND]
        made = rules.bet(texts, state, programme)
        if made is None:
            return "\n\n".join([texts("terug_geen"), *told])
        option = texts.choice(programme).option(made.pick)
        sure = texts.choice(rules.SURE).option(str(made.percent)).reply
        back = texts("terug_raak" if made.right else "terug_mis", gok=option.label.lower(), zeker=sure)
        return "\n\n".join([f"{back} {option.reply}", *told])


class StoryOrFinding(Exercise[rules.PraiseState]):
    """Five programmes, the reader's calibration, and the reader's own table."""

    def screens(self) -> Sequence[Any]:
        """Make the screens, in the order of the steps."""
        self.programmes = {each: ProgrammeScreen(self, each) for each in rules.programmes(self.texts)}
        self.sureness, self.own = SurenessScreen(self), OwnScreen(self)
        return [*self.programmes.values(), self.sureness, self.own]

    def own_first(self) -> bool:
        """Whether a bet is made and still to be laid down."""
        screen = self._stack.children[self.state.step]
        return isinstance(screen, ProgrammeScreen) and screen.commit.layout.display != "none"

    def figure(self) -> str:
        """Return how sure each bet was, and whether it was right."""
        return rules.draw(self.texts, self.state)[0]

    def figure_text(self) -> str:
        """Return the same in words."""
        return rules.draw(self.texts, self.state)[1]


def exercise() -> StoryOrFinding:
    """Make the exercise in its starting state."""
    return StoryOrFinding(rules.IDENT, rules.PraiseState())
