"""Startpunt: should this be a network at all (M1), and where do three roles see the same table differently (M6).

`_rules` holds state, rules and the drawing; the screens stand here and in `_compare`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.exercises import fields, ui
from reiswijzer.exercises import startpunt_rules as rules
from reiswijzer.exercises.base import Exercise
from reiswijzer.exercises.startpunt_compare import CompareScreen, TalkScreen
from reiswijzer.models import gate

if TYPE_CHECKING:
    from collections.abc import Sequence


class GateScreen(widgets.VBox):
    """Four yes/no questions, the next one only when nothing is decided yet."""

    def __init__(self, exercise: Exercise[rules.StartState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        self.questions = {
            each: ui.Question(texts, texts.choice(str(each)), partial(self._choose, str(each)))
            for each in gate.Question
        }
        self.verdict = ui.Prose(texts, "", "rw-antwoord")
        self.verdict.add_class("live-region")
        self.basis = ui.Prose(texts, texts("poort-bron"))
        self.model = ui.Prose(texts, texts("model"), "rw-model")
        super().__init__(
            [
                ui.Prose(texts, texts("poort-intro")),
                *self.questions.values(),
                *(self.verdict, self.basis, self.model),
            ]
        )
        self.add_class("rw-kolom")

    def _choose(self, question: str, ident: str) -> None:
        label = self._texts.choice(question).option(ident).label
        self._exercise.answer(question, ident, say=self._texts("poort-zeg", wat=label.lower()))

    def render(self, state: rules.StartState) -> None:
        """Show the questions up to the one that decides, and the outcome with its reason."""
        asked = rules.asked(state)
        for each, question in self.questions.items():
            question.set(state.answers.get(str(each)))
            ui.show(question, on=each in asked)
        verdict = gate.decide(rules.gate_answers(state))
        self.verdict.say(self._texts(f"uitkomst-{verdict}") if verdict else self._texts("poort-open"))
        ui.show(self.basis, on=verdict is not None)


class ScanScreen(widgets.VBox):
    """Ten statements for one role, each with five named options; for another's answers, where they come from."""

    def __init__(self, exercise: Exercise[rules.StartState], role: str) -> None:
        texts = self._texts = exercise.texts
        self._exercise, self._role = exercise, role
        options = [(texts.data["kies"], 0), *((name, value) for value, name in enumerate(texts.data["schaal"], 1))]
        self.statements = {
            rules.key(role, condition, number): fields.dropdown(
                sentence, options, partial(self._answer, rules.key(role, condition, number), sentence)
            )
            for condition, number, sentence in rules.statements(texts)
        }
        self.source = (
            ui.Question(texts, texts.choice(f"bron-{role}"), lambda ident: exercise.answer(f"bron-{role}", ident))
            if role in rules.OTHERS
            else None
        )
        self.tally = ui.Prose(texts)
        self.tally.add_class("live-region")
        asked: list[Any] = [self.source] if self.source else []
        grid = fields.grid(list(self.statements.values()), "17rem")
        super().__init__([ui.Prose(texts, texts(f"scan-{role}")), *asked, grid, self.tally])
        self.add_class("rw-kolom")

    def _answer(self, ident: str, sentence: str, value: int) -> None:
        scan = {name: kept for name, kept in self._exercise.state.scan.items() if name != ident}
        if not value:
            self._exercise.act(scan=scan)
            return
        say = self._texts("scan-zeg", stelling=sentence, hoe=self._texts.data["schaal"][value - 1])
        self._exercise.act(scan={**scan, ident: value}, say=say)

    def render(self, state: rules.StartState) -> None:
        """Show what this role answered so far."""
        for ident, box in self.statements.items():
            box.value = state.scan.get(ident, 0)
        if self.source:
            self.source.set(state.answers.get(f"bron-{self._role}"))
        done = rules.answered(self._texts, state, self._role)
        whole = done == len(self.statements)
        self.tally.say(self._texts("scan-klaar") if whole else self._texts("scan-stand", aantal=done))


class StartingPoint(Exercise[rules.StartState]):
    """The opening; each screen renders its own part of the state, and only when it is the one on screen."""

    def screens(self) -> Sequence[Any]:
        """Make the screens, in the order of the steps."""
        self.gate = GateScreen(self)
        self.scans = {role: ScanScreen(self, role) for role in rules.ROLES}
        self.compare, self.talk = CompareScreen(self), TalkScreen(self)
        return [self.gate, *self.scans.values(), self.compare, self.talk]

    def figure(self) -> str:
        """Return the roles side by side; an invented example as long as fewer than two are complete."""
        return rules.draw(self.texts, self.state)[0]

    def figure_text(self) -> str:
        """Return in words who stands where."""
        return rules.draw(self.texts, self.state)[1]


def exercise() -> StartingPoint:
    """Make the exercise in its starting state."""
    return StartingPoint(rules.IDENT, rules.StartState())
