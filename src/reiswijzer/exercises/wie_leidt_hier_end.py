"""The last screens of "Wie leidt hier?": the price of each form, and free play (M3, M13)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.exercises import fields, ui
from reiswijzer.exercises import wie_leidt_hier_parts as parts
from reiswijzer.exercises import wie_leidt_hier_rules as rules
from reiswijzer.exercises.wording import listing
from reiswijzer.models.form_fit import Form
from reiswijzer.models.shared_leadership import FEWEST_MEMBERS, centralisation, density
from reiswijzer.models.tensions import Position, Tension, friction

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise


class PriceScreen(widgets.VBox):
    """The three tensions as named options, one after the other, and how much each form rubs (M3)."""

    def __init__(self, exercise: Exercise[rules.LeadState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        self.questions = {
            str(tension): ui.Question(texts, texts.choice(str(tension)), partial(self._choose, str(tension)))
            for tension in Tension
        }
        self.result = ui.Prose(texts)
        self.table = widgets.HTML()
        self.mind = ui.Prose(texts)
        self.rvc = fields.text_area(texts("prijs-rvc"), lambda text: exercise.answer("prijs-rvc", text, undoable=False))
        super().__init__(
            [
                *(ui.Prose(texts, texts("prijs-intro")), *self.questions.values(), self.result, self.table, self.mind),
                *(self.rvc, ui.Prose(texts, texts("prive"), "rw-model"), ui.Prose(texts, texts("model"), "rw-model")),
            ]
        )
        self.add_class("rw-kolom")

    def _choose(self, tension: str, ident: str) -> None:
        label = self._texts.choice(tension).option(ident).label
        self._exercise.answer(tension, ident, say=self._texts("prijs-zeg", wat=label))

    def render(self, state: rules.LeadState) -> None:
        """Show the choices, and the price of each form when all three were made."""
        texts = self._texts
        ready = True
        for tension, question in self.questions.items():
            question.set(state.answers.get(tension))
            ui.show(question, on=ready or tension in state.answers)
            ready = ready and tension in state.answers
        self.rvc.value = state.answers.get("prijs-rvc", "")
        wish = rules.wish(texts, state)
        left = sum(tension not in state.answers for tension in self.questions)
        ui.show(self.rvc, on=wish is not None or bool(self.rvc.value))
        self.result.say(texts("prijs-kop") if wish else texts("prijs-open", aantal=left))
        self.table.value = self._prices(wish) if wish else ""
        self.mind.say(texts("prijs-let") if wish else "")

    def _prices(self, wish: Position) -> str:
        texts, rows = self._texts, []
        for form in Form:
            rub = friction(wish, form)
            most = max(rub.per_tension.values())
            where = [texts.data["spanningen"][each] for each, value in rub.per_tension.items() if value == most > 0]
            named = listing(where) if where else texts("prijs-nergens")
            rows.append([texts.data["vormen"][form], fields.decimal(rub.mean, 2), named])
        return fields.table([texts("prijs-vorm"), texts("prijs-wringt"), texts("prijs-waar")], rows)


class FreeScreen(widgets.VBox):
    """Any table with any seats empty."""

    def __init__(self, exercise: Exercise[rules.LeadState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        tables = [(name, ident) for ident, name in texts.data["tafels"].items()]
        self.pick = fields.dropdown(texts("vrij-tafel"), tables, self._pick)
        self.table = parts.RoundTable(texts, self._toggle)
        super().__init__(
            [ui.Prose(texts, texts("vrij-intro")), self.pick, self.table, ui.Prose(texts, texts("model"), "rw-model")]
        )
        self.add_class("rw-kolom")

    def _pick(self, table: str) -> None:
        say = self._texts("vrij-zeg-tafel", tafel=self._texts.data["tafels_zin"][table])
        self._exercise.act(free=table, free_gone=frozenset(), say=say)

    def _toggle(self, seat: str) -> None:
        state = self._exercise.state
        gone = state.free_gone ^ {seat}
        all_ = len(rules.seats_of(state, state.free))
        if all_ - len(gone) >= FEWEST_MEMBERS:
            say = self._texts("vrij-zeg", aantal=all_ - len(gone), alle=all_)
            self._exercise.act(free_gone=gone, say=say)

    def render(self, state: rules.LeadState) -> None:
        """Show the table without its empty seats, and its measures."""
        self.pick.value = state.free
        self.table.show(state, state.free, state.free_gone, self._measures(state), several=True)

    def _measures(self, state: rules.LeadState) -> str:
        texts, full = self._texts, rules.ratings(state, state.free)
        if full is None:
            return texts("vrij-niet-vol", aantal=rules.filled(state), alle=rules.cells(state))
        left = rules.without(full, state.free_gone)
        values: dict[str, Any] = {
            "over": len(left.members),
            "alle": len(full.members),
            "dicht": fields.decimal(density(left), 2),
            "leiding": rules.hundred(left),
            "cent": fields.decimal(centralisation(left), 2),
        }
        change = rules.difference_text(texts, full, left) if state.free_gone else ""
        return texts("vrij-stand", verandering=change, **values)
