"""The last screens of `verhaal-of-meting`: how sure and how often right (M26), and the reader's own programme."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import fields, ui
from reiswijzer.exercises import verhaal_of_meting_rules as rules

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise


class SurenessScreen(widgets.VBox):
    """The bets side by side, what they add up to, and after "Wat verraste u?" our explanation."""

    def __init__(self, exercise: Exercise[rules.PraiseState]) -> None:
        texts = self._texts = exercise.texts
        self.intro = ui.Prose(texts)
        self.figure = ui.Figure()
        self.words = ui.Prose(texts)
        self.model = ui.Prose(texts, texts("model"), "rw-model")
        self.surprise = fields.text_area(texts("verrast"), partial(exercise.answer, "verrast", undoable=False))
        self.unfold = ui.button(texts("uitleg_knop"), partial(exercise.unfold, rules.EXPLAINED))
        self.explanation = ui.Prose(texts)
        self.explanation.add_class("live-region")
        super().__init__(
            [self.intro, self.figure, self.words, self.model, self.surprise, self.unfold, self.explanation]
        )
        self.add_class("rw-kolom")

    def render(self, state: rules.PraiseState) -> None:
        """Show what the bets add up to; without a bet only that there is none."""
        texts = self._texts
        found = rules.calibration(texts, state)
        self.figure.draw(*rules.draw(texts, state))
        if found is None:
            self.intro.say(texts("ijk_leeg"))
            self.words.say("")
        else:
            every = found.forecasts == len(rules.programmes(texts))
            self.intro.say(texts("ijk_alle") if every else texts("ijk_deel", aantal=found.forecasts))
            sure = rules.whole(found.sureness)
            together = texts("ijk_samen", zeker=sure, goed=found.right, aantal=found.forecasts)
            score = texts("ijk_score", score=fields.decimal(found.score, 2))
            few = texts("ijk_een") if found.forecasts == 1 else texts("ijk_weinig", aantal=found.forecasts)
            self.words.say("\n\n".join([f"{together} {texts(rules.verdict(found))}", score, few]))
        ui.show(self.model, on=found is not None)
        self.surprise.value = state.answers.get("verrast", "")
        opened = rules.EXPLAINED in state.opened
        ui.show(self.unfold, on=not opened)
        self.explanation.say(texts("uitleg") if opened else "")


class OwnScreen(widgets.VBox):
    """A praised programme of the reader's own, the measurement they would want, and the questions of the five."""

    def __init__(self, exercise: Exercise[rules.PraiseState]) -> None:
        texts = exercise.texts
        keep = partial(partial, exercise.answer, undoable=False)
        self.own = {
            "naam": fields.text_line(texts("tafel_naam"), keep("naam")),
            "meting": fields.text_area(texts("tafel_meting"), keep("meting")),
            "alsdan": fields.text_area(texts("tafel_als"), keep("alsdan")),
        }
        name, measurement, plan = self.own.values()
        super().__init__(
            [
                *(ui.Prose(texts, texts("tafel_vraag")), name, measurement, ui.Prose(texts, texts("tafel_vragen"))),
                *(plan, ui.Prose(texts, texts("prive"), "rw-model")),
            ]
        )
        self.add_class("rw-kolom")

    def render(self, state: rules.PraiseState) -> None:
        """Show the own words."""
        for ident, box in self.own.items():
            box.value = state.answers.get(ident, "")
