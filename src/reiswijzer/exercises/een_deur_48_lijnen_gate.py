"""The data-sharing gate of `een-deur-48-lijnen` (M11): seven questions that end differently, and the reader's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.exercises import fields, ui
from reiswijzer.models.data_gate import Outcome, Step, decide, open_steps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reiswijzer.exercises.base import Exercise
    from reiswijzer.exercises.een_deur_48_lijnen_parts import DoorState

OWN = "eigen"
_MOST_OPTIONS = 3


def our_outcome(case: Mapping[str, Any]) -> Outcome:
    """Walk a case of the texts through the gate the way this module reads it: yes up to the step it stops at."""
    outcome = decide({step: str(step) != case["stops"] for step in Step})
    if outcome is None:
        raise ValueError(f"case {case['id']} does not reach an outcome")
    return outcome


class GateScreen:
    """One case at a time, one gate question at a time; the first 'no' decides."""

    def __init__(self, exercise: Exercise[DoorState]) -> None:
        self._of = exercise
        self._texts = texts = exercise.texts
        self.cases: list[dict[str, Any]] = texts.data["case"]
        self._ids = [case["id"] for case in self.cases] + [OWN]
        self._case = ui.Prose(texts, "", "rw-tekst")
        self.own = fields.text_area(
            texts("poort_eigen_veld"), lambda text: exercise.answer("eigen_vraag", text, undoable=False)
        )
        self._so_far = ui.Prose(texts, "", "rw-model")
        self._question = ui.Prose(texts, "", "rw-vraag")
        self.options = [ui.button("-", self._chooser(place)) for place in range(_MOST_OPTIONS)]
        self._outcome = ui.Prose(texts, "", "rw-antwoord")
        self.previous = ui.button(texts("poort_vorige"), lambda: self._turn(-1))
        self.again = ui.button(texts("poort_opnieuw"), self._clear)
        self.following = ui.button(texts("poort_volgende"), lambda: self._turn(1))
        self._tally = ui.Prose(texts)
        self.results = widgets.HTML()
        self.widget = ui.column(
            ui.Prose(texts, texts("poort_inleiding")),
            self._case,
            self.own,
            self._so_far,
            self._question,
            ui.row(*self.options),
            self._outcome,
            ui.row(self.previous, self.again, self.following),
            self._tally,
            self.results,
            ui.Prose(texts, f"{texts('poort_orde')} {texts('jurist')}", "rw-model"),
        )

    @property
    def _id(self) -> str:
        return str(self._ids[self._of.state.case])

    @property
    def _answers(self) -> Mapping[str, bool]:
        return self._of.state.gate.get(self._id, {})

    def _outcome_of(self, ident: str) -> Outcome | None:
        given = self._of.state.gate.get(ident, {})
        return decide({Step(step): answer for step, answer in given.items()})

    def _step(self) -> Step | None:
        still = open_steps({Step(step): answer for step, answer in self._answers.items()})
        return still[0] if still else None

    def _options(self, step: Step) -> list[dict[str, Any]]:
        return list(self._texts.data["gate"][str(step)]["options"])

    def _chooser(self, place: int) -> Any:
        return lambda: self._choose(place)

    def _choose(self, place: int) -> None:
        step = self._step()
        if step is None or place >= len(self._options(step)):
            return
        state, option = self._of.state, self._options(step)[place]
        answers = {**self._answers, str(step): option["yes"]}
        end = decide({Step(known): answer for known, answer in answers.items()})
        number = list(Step).index(step) + 1
        say = self._texts("poort_zeg", nummer=number, antwoord=option["label"])
        if end is not None:
            say += " " + self._texts("poort_zeg_einde", einde=self._texts.data["outcome"][str(end)])
        picks = {**state.picks.get(self._id, {}), str(step): place}
        self._of.act(gate={**state.gate, self._id: answers}, picks={**state.picks, self._id: picks}, say=say)

    def _turn(self, by: int) -> None:
        case = min(max(self._of.state.case + by, 0), len(self._ids) - 1)
        self._of.act(case=case, say=self._said(case))

    def _clear(self) -> None:
        state = self._of.state
        gate = {ident: answers for ident, answers in state.gate.items() if ident != self._id}
        picks = {ident: places for ident, places in state.picks.items() if ident != self._id}
        self._of.act(gate=gate, picks=picks, say=self._said(state.case))

    def _said(self, case: int) -> str:
        if self._ids[case] == OWN:
            return self._texts("poort_zeg_eigen")
        return self._texts("poort_zeg_vraag", nummer=case + 1, totaal=len(self.cases))

    def render(self) -> None:
        """Bring the screen in line with the state."""
        texts, state = self._texts, self._of.state
        own = self._id == OWN
        case = None if own else self.cases[state.case]
        self._case.say(
            texts("poort_nummer", nummer=state.case + 1, totaal=len(self.cases), vraag=case["text"])
            if case
            else f"{texts('poort_eigen')}\n\n{texts('prive')}"
        )
        ui.show(self.own, on=own)
        self.own.value = state.answers.get("eigen_vraag", "")
        self._render_question()
        self._outcome.say(self._end(case))
        self.previous.disabled = state.case == 0
        self.again.disabled = not self._answers
        self.following.disabled = own
        last = state.case == len(self.cases) - 1
        self.following.description = texts("poort_naar_eigen") if last or own else texts("poort_volgende")
        self._render_results()

    def _render_question(self) -> None:
        step, texts = self._step(), self._texts
        options = self._options(step) if step else []
        self._question.say(f"{list(Step).index(step) + 1}. {texts.data['gate'][str(step)]['question']}" if step else "")
        for place, button in enumerate(self.options):
            ui.show(button, on=place < len(options))
            if place < len(options):
                button.description = options[place]["label"]
        given = [self._given(step) for step in self._answers]
        self._so_far.say(texts("poort_tot_nu", antwoorden=", ".join(given)) if given else "")

    def _given(self, step: str) -> str:
        """Return what was asked at a step and, unless it was kept before options were, what was answered."""
        gate, place = self._texts.data["gate"][step], self._of.state.picks.get(self._id, {}).get(step)
        if place is None or place >= len(gate["options"]):
            return str(gate["short"])
        return self._texts("poort_gegeven", vraag=gate["short"], antwoord=gate["options"][place]["short"])

    def _end(self, case: Mapping[str, Any] | None) -> str:
        outcome = self._outcome_of(self._id)
        if outcome is None:
            return ""
        texts, ends = self._texts, self._texts.data["outcome"]
        parts = [texts("poort_uw_einde", einde=ends[str(outcome)])]
        if case:
            ours = our_outcome(case)
            parts.append(
                texts("poort_gelijk", waarom=case["why"])
                if ours == outcome
                else texts("poort_anders", einde=ends[str(ours)], waarom=case["why"])
            )
        return "\n\n".join([*parts, texts("jurist")])

    def _render_results(self) -> None:
        texts, ends = self._texts, self._texts.data["outcome"]
        done = [(case, outcome) for case in self.cases if (outcome := self._outcome_of(case["id"])) is not None]
        tally = texts("poort_stand", af=len(done)) if done else ""
        self._tally.say(texts("poort_klaar") if len(done) == len(self.cases) else tally)
        head = [texts("poort_kop_vraag"), texts("poort_kop_uw"), texts("poort_kop_ons")]
        rows = [(case["title"], ends[str(outcome)], ends[str(our_outcome(case))]) for case, outcome in done]
        self.results.value = fields.table(head, rows) if rows else ""
