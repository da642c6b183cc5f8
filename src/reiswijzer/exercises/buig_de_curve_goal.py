"""The fourth and fifth screen of `buig-de-curve`: a goal sentence without a form (M5), and the gate (M1)."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import buig_de_curve_rules as rules
from reiswijzer.exercises import ui
from reiswijzer.exercises.buig_de_curve_line import own_words
from reiswijzer.models import gate
from reiswijzer.models.curve import GoalCheck, Rule, goal_check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reiswijzer.content.texts import Texts
    from reiswijzer.exercises.buig_de_curve import BuigDeCurve


def check(texts: Texts, sentence: str) -> GoalCheck:
    """Check a goal sentence against the terms of the content (M5)."""
    return goal_check(sentence, texts.data["populations"], texts.data["conditions"], texts.data["forbidden"])


def checklist(texts: Texts, checked: GoalCheck) -> str:
    """Say per rule which word of the sentence keeps it or breaks it; a rule without a word is still open."""
    found = {
        Rule.POPULATION: checked.population,
        Rule.CONDITION: checked.condition,
        Rule.NO_FORM: checked.breaking,
    }
    lines = []
    for rule, typed in found.items():
        state = "open" if typed is None else "woord"
        lines.append(texts(f"regel-{rule}-{state}", woord=rules.word(typed or "")))
    return "\n".join(f"- {line}" for line in lines)


def advice(texts: Texts, checked: GoalCheck) -> str:
    """Say what would help most: the word that breaks comes first, then what is missing."""
    if checked.passes:
        return texts("toets-goed")
    if checked.breaking is not None:
        return texts("toets-vorm", woord=rules.word(checked.breaking))
    return texts("toets-groep" if Rule.POPULATION in checked.failed else "toets-toestand")


def feedback(texts: Texts, sentence: str) -> str:
    """Return the checklist and the advice for a sentence; nothing for an empty one."""
    if not sentence.strip():
        return ""
    checked = check(texts, sentence)
    return f"{checklist(texts, checked)}\n\n{advice(texts, checked)}"


class Ladder(widgets.VBox):
    """Questions that appear one after the other."""

    def __init__(self, exercise: BuigDeCurve, idents: Iterable[str], on_choose: Callable[[str, str], None]) -> None:
        self.exercise = exercise
        self.questions = {
            str(ident): ui.Question(exercise.texts, exercise.texts.choice(str(ident)), partial(on_choose, str(ident)))
            for ident in idents
        }
        super().__init__(list(self.questions.values()), layout=widgets.Layout(width="auto"))

    def render(self, shown: Iterable[str]) -> None:
        """Show these questions with the reader's answers."""
        shown = {str(ident) for ident in shown}
        for ident, question in self.questions.items():
            question.set(self.exercise.state.answers.get(ident))
            ui.show(question, on=ident in shown)


class GoalScreens:
    """The widgets of the goal sentence and of the gate."""

    def __init__(self, exercise: BuigDeCurve) -> None:
        self.exercise = exercise
        texts = self.texts = exercise.texts
        self.which = ui.Question(texts, texts.choice("doelzin"), partial(exercise.answer, "doelzin"))
        self.rules = ui.Prose(texts, texts("doel"))
        self.sentence = own_words(exercise, "doel", texts("doel-veld"), texts("doel-plek"))
        self.sentence.continuous_update = True
        self.feedback = ui.Prose(texts, "", "rw-antwoord")
        self.feedback.add_class("live-region")
        self.feedback.add_class("rw-toets")
        self.examples = ui.Prose(texts, texts("doel-voorbeelden"), "rw-model")
        self.limit = ui.Prose(texts, f"{texts('toets-grens')} {texts('rekenmodel')}", "rw-model")
        self.private = ui.Prose(texts, texts("prive"), "rw-model")
        self._workshop = (self.rules, self.sentence, self.examples, self.limit, self.private)
        self.goal_screen = ui.column(
            self.which, self.rules, self.sentence, self.feedback, self.examples, self.limit, self.private
        )
        self.goal = widgets.HTML()
        self.goal.add_class("rw-tekst")
        self.gate = Ladder(exercise, gate.Question, exercise.answer)
        self.verdict = ui.Prose(texts, "", "rw-antwoord")
        self.verdict.add_class("live-region")
        self.gate_screen = ui.column(
            ui.Prose(texts, texts("poort")),
            self.goal,
            self.gate,
            self.verdict,
            ui.Prose(texts, f"{texts('poort-bron')} {texts('rekenmodel')}", "rw-model"),
        )

    def _verdict(self, answers: dict[str, str]) -> str:
        given = {question: answers[question] == "ja" for question in gate.Question if question in answers}
        decided = gate.decide(given)
        if decided is None:
            return self.texts("poort-open", aantal=len(gate.open_questions(given)))
        return self.texts(f"oordeel-{decided}")

    def render(self) -> None:
        """Bring both screens in line with the state."""
        state, texts = self.exercise.state, self.texts
        sentence = state.answers.get("doel", "")
        self.which.set(state.answers.get("doelzin"))
        self.sentence.value = sentence
        answered = "doelzin" in state.answers or bool(sentence)
        for widget in self._workshop:
            ui.show(widget, on=answered)
        self.feedback.say(feedback(texts, sentence))
        self.goal.value = (
            f"<p>{escape(texts('poort-doel'))} <strong>{escape(sentence)}</strong></p>"
            if sentence.strip()
            else f"<p>{escape(texts('poort-zonder-doel'))}</p>"
        )
        self.gate.render(rules.gate_ladder(state))
        self.verdict.say(self._verdict(dict(state.answers)))
