"""The last screens of the opening: the roles side by side, difference before average, and what to talk about (M6)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import fields, ui
from reiswijzer.exercises import startpunt_rules as rules
from reiswijzer.exercises.wording import listing
from reiswijzer.models.conditions import Comparison, Condition, compare

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise


class CompareScreen(widgets.VBox):
    """A bet on the largest difference, the drawing, the words, and the averages only on request."""

    def __init__(self, exercise: Exercise[rules.StartState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        self.few = ui.Prose(texts)
        options = [(texts("naast-kies"), ""), *((name, ident) for ident, name in texts.data["voorwaarden"].items())]
        self.bet = fields.dropdown(texts("naast-gok"), options, self._bet)
        self.before = ui.Prose(texts, texts("naast-vooraf"))
        self.peek = ui.button(texts("naast-toch"), lambda: exercise.unfold(self._here("kijken")))
        self.figure = ui.Figure()
        self.words = ui.Prose(texts, "", "rw-antwoord")
        self.words.add_class("live-region")
        self.more = ui.button(texts("naast-gemiddeld"), lambda: exercise.unfold("gemiddeld"))
        self.table = widgets.HTML()
        self.mind = ui.Prose(texts)
        super().__init__(
            [
                *(self.few, self.bet, self.before, self.peek, self.figure, self.words),
                *(self.more, self.table, self.mind, ui.Prose(texts, texts("model"), "rw-model")),
            ]
        )
        self.add_class("rw-kolom")

    def _here(self, ident: str) -> str:
        """Return under which key this is kept: what was done on the invented example says nothing of the own roles."""
        return ident if rules.shown_scores(self._texts, self._exercise.state)[1] else f"{ident}-voorbeeld"

    def _bet(self, ident: str) -> None:
        name = self._texts.data["voorwaarden"].get(ident, "").lower()
        self._exercise.answer(self._here("gok"), ident, say=self._texts("naast-gok-zeg", wat=name) if ident else "")

    def render(self, state: rules.StartState) -> None:
        """Show the bet; after it the drawing and where the roles differ; on request the averages."""
        texts = self._texts
        table, own = rules.shown_scores(texts, state)
        ready = listing(texts.data["rollen_zin"][role] for role in rules.scores(texts, state))
        self.few.say("" if own else texts("naast-te-weinig", klaar=ready or texts("naast-niemand")))
        bet = state.answers.get(self._here("gok"), "")
        self.bet.value = bet
        seen = bool(bet) or self._here("kijken") in state.opened
        averages = seen and "gemiddeld" in state.opened
        for widget, on in (
            (self.before, not seen),
            (self.peek, not seen),
            (self.figure, seen),
            (self.more, seen and not averages),
        ):
            ui.show(widget, on=on)
        comparison = compare(table)
        if seen:
            self.figure.draw(*rules.draw(texts, state))
        self.words.say(self._words(state, comparison, table, bet, own=own) if seen else "")
        self.table.value = self._averages(comparison) if averages else ""
        self.mind.say(texts("naast-uitleg") if averages else "")

    def _words(
        self, state: rules.StartState, comparison: Comparison, table: rules.Scores, bet: str, *, own: bool
    ) -> str:
        texts = self._texts
        most, lowest = comparison.most_spread, comparison.lowest
        said = [self._returned(comparison, bet)]
        if most:
            wide = rules.points(texts, comparison.spreads[most[0]])
            who = self._apart(table, most[0]) if len(most) == 1 else ""
            said.append(texts("naast-spreiding", waar=rules.names(texts, most), punten=wide, wie=who))
        else:
            said.append(texts("naast-gelijk"))
        if len(lowest) == len(Condition):
            said.append(texts("naast-laagst-alles"))
        else:
            said.append(texts("naast-laagst", waar=rules.names(texts, lowest)))
            if set(lowest) & set(most):
                said[-1] += " " + texts("naast-samen")
        guessed = [role for role in rules.OTHERS if role in table and state.answers.get(f"bron-{role}") == "schatting"]
        if own and guessed:
            who = listing(texts.data["rollen_zin"][role] for role in guessed)
            said.append(texts("naast-geschat", wie=who))
        return "\n\n".join(said)

    def _returned(self, comparison: Comparison, bet: str) -> str:
        texts = self._texts
        if not bet:
            return texts("naast-geen-gok")
        condition = Condition(bet)
        name = texts.data["voorwaarden"][bet].lower()
        if condition in comparison.most_spread:
            return texts("naast-raak", gok=name)
        return texts("naast-mis", gok=name, punten=rules.points(texts, comparison.spreads[condition]))

    def _apart(self, table: rules.Scores, condition: Condition) -> str:
        texts = self._texts
        values = {role: row[condition] for role, row in table.items()}

        def who(extreme: float) -> str:
            return listing(texts.data["rollen_zin"][role] for role in values if values[role] == extreme)

        return texts("naast-uiteen", hoog=who(max(values.values())), laag=who(min(values.values())))

    def _averages(self, comparison: Comparison) -> str:
        texts = self._texts
        rows = [
            [
                texts.data["voorwaarden"][each],
                rules.points(texts, comparison.spreads[each]),
                fields.decimal(comparison.means[each]),
            ]
            for each in rules.by_spread(comparison)
        ]
        return fields.table([texts("naast-tabel"), texts("naast-verschil"), texts("naast-gemiddelde")], rows)


class TalkScreen(widgets.VBox):
    """What surprised, our explanation, and one question and one if-then line to take along."""

    def __init__(self, exercise: Exercise[rules.StartState]) -> None:
        texts = self._texts = exercise.texts
        self.own = {
            name: fields.text_area(texts(name), partial(exercise.answer, name, undoable=False))
            for name in ("verrast", "gesprek-vraag", "gesprek-als")
        }
        self.unfold = ui.button(texts("toon-uitleg"), lambda: exercise.act(opened=exercise.state.opened | {"uitleg"}))
        self.explanation = ui.Prose(texts)
        surprise, *rest = self.own.values()
        super().__init__([surprise, self.unfold, self.explanation, *rest, ui.Prose(texts, texts("prive"), "rw-model")])
        self.add_class("rw-kolom")

    def render(self, state: rules.StartState) -> None:
        """Show the own words, and the explanation once it is asked for."""
        for name, box in self.own.items():
            box.value = state.answers.get(name, "")
        opened = "uitleg" in state.opened
        ui.show(self.unfold, on=not opened)
        self.explanation.say("\n\n".join(map(self._texts, ("uitleg", "uitleg-rvc"))) if opened else "")
