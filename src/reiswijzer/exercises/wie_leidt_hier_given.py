"""The screens about the two given tables: bet, empty a seat, see, and explain with the counter-finding (M13)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import fields, markup, ui
from reiswijzer.exercises import wie_leidt_hier_parts as parts
from reiswijzer.exercises import wie_leidt_hier_rules as rules
from reiswijzer.models.shared_leadership import centralisation, density, knock_out

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise


class BetScreen(widgets.VBox):
    """Two tables and two bets."""

    def __init__(self, exercise: Exercise[rules.LeadState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        self.figures = {table: ui.Figure() for table in rules.GIVEN}
        self.first = ui.Question(texts, texts.choice("gok"), partial(self._bet, "gok"), replies=False)
        self.second = ui.Question(texts, texts.choice("gok-b"), partial(self._bet, "gok-b"), replies=False)
        self.noted = ui.Prose(texts)
        # Side by side on a phone too: both tables and the bet fit its window. In words they are told below the bet,
        # folded away; the drawings themselves say the same words to who cannot see them.
        pair = fields.grid(list(self.figures.values()), "7.5rem")
        pair.add_class("rw-tafels")
        self.words = widgets.HTML()
        super().__init__(
            [
                *(ui.Prose(texts, texts("gok-intro")), pair, self.first, self.second, self.noted),
                *(self.words, ui.Prose(texts, texts("model"), "rw-model")),
            ]
        )
        self.add_class("rw-kolom")

    def _bet(self, question: str, ident: str) -> None:
        label = self._texts.choice(question).option(ident).label
        self._exercise.answer(question, ident, say=self._texts("gok-zeg", wat=label))

    def render(self, state: rules.LeadState) -> None:
        """Show both tables and what was bet; the second bet follows the first."""
        told = []
        for table, figure in self.figures.items():
            svg, said = parts.draw(self._texts, state, table)
            figure.draw(svg, self._texts.data["tafels"][table])
            told.append(said)
        self.words.value = markup.fold(self._texts("in-woorden"), markup.html("\n\n".join(told)))
        self.first.set(state.answers.get("gok"))
        self.second.set(state.answers.get("gok-b"))
        ui.show(self.second, on="gok" in state.answers or "gok-b" in state.answers)
        self.noted.say(self._texts("gok-klaar") if {"gok", "gok-b"} <= state.answers.keys() else "")


class PlayScreen(widgets.VBox):
    """One seat at a time can be emptied at each table, by a tap on it."""

    def __init__(self, exercise: Exercise[rules.LeadState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        self.tables = {table: parts.RoundTable(texts, partial(self._tap, table)) for table in rules.GIVEN}
        super().__init__(
            [
                ui.Prose(texts, texts("speel-intro")),
                fields.grid(list(self.tables.values()), "18rem"),
                ui.Prose(texts, texts("speel-maat")),
                ui.Prose(texts, texts("model"), "rw-model"),
            ]
        )
        self.add_class("rw-kolom")

    def _tap(self, table: str, seat: str) -> None:
        texts, state = self._texts, self._exercise.state
        emptied = "" if state.emptied.get(table) == seat else seat
        title = texts.data["tafels"][table]
        if emptied:
            wie = rules.roles(texts, state, table)[seat]
            left = rules.hundred(rules.GIVEN[table].without(seat))
            say = texts("speel-zeg-leeg", tafel=title, wie=wie, na=left)
        else:
            say = texts("speel-zeg-vol", tafel=title)
        self._exercise.act(emptied={**state.emptied, table: emptied}, say=say)

    def render(self, state: rules.LeadState) -> None:
        """Show both tables without the seat that was taken out."""
        for table in rules.GIVEN:
            seat = state.emptied.get(table, "")
            self.tables[table].show(state, table, filter(None, [seat]), parts.left(self._texts, state, table, seat))


class SeeScreen(widgets.VBox):
    """The bets come back, with what leaves when the key person does, and on request every seat."""

    def __init__(self, exercise: Exercise[rules.LeadState]) -> None:
        texts = self._texts = exercise.texts
        self.bets = ui.Prose(texts)
        self.peek = ui.button(texts("toch-kijken"), lambda: exercise.unfold("kijken"))
        self.table = widgets.HTML()
        self.why = ui.Prose(texts)
        self.unfold = ui.button(texts("zie-alles"), lambda: exercise.unfold("stoelen"))
        self.all = ui.Prose(texts)
        self.seats = widgets.HTML()
        self.model = ui.Prose(texts, texts("model"), "rw-model")
        super().__init__([self.bets, self.peek, self.table, self.why, self.unfold, self.all, self.seats, self.model])
        self.add_class("rw-kolom")

    def render(self, state: rules.LeadState) -> None:
        """Show the bets, and what happened once there is a bet or the reader asked for it."""
        texts = self._texts
        loss = {table: self._lost(table) for table in rules.GIVEN}
        first, second = state.answers.get("gok"), state.answers.get("gok-b")
        seen = bool(first or second) or "kijken" in state.opened
        said = []
        if first:
            option = texts.choice("gok").option(first)
            said.append(texts("zie-gok", gok=option.label, reden=option.reply))
        if second:
            option = texts.choice("gok-b").option(second)
            said.append(texts("zie-gok-b", gok=option.label, procent=loss["b"], reden=option.reply))
        elif first:
            said.append(texts("zie-gok-b-leeg", procent=loss["b"]))
        self.bets.say("\n\n".join(said) or texts("geen-gok"))
        ui.show(self.peek, on=not seen)
        self.table.value = self._reveal(state) if seen else ""
        self.why.say(texts("zie-waarom") if seen else "")
        everything = seen and "stoelen" in state.opened
        ui.show(self.unfold, on=seen and not everything)
        self.seats.value = self._everyone(state) if everything else ""
        self.all.say(self._surprise(state) if everything else "")
        ui.show(self.model, on=seen)

    def _lost(self, table: str) -> int:
        given = rules.GIVEN[table]
        return round(100 * (knock_out(given, rules.key_seats(given)[0]).loss or 0))

    def _reveal(self, state: rules.LeadState) -> str:
        texts = self._texts
        head = [texts(f"zie-{name}") for name in ("tafel", "weg", "voor", "na", "verlies")]
        rows = []
        for table, given in rules.GIVEN.items():
            seat = rules.key_seats(given)[0]
            role = rules.roles(texts, state, table)[seat]
            numbers = [str(rules.hundred(given)), str(rules.hundred(given.without(seat)))]
            lost = parts.percent(texts, knock_out(given, seat).loss)
            rows.append([texts.data["tafels"][table], role, *numbers, lost])
        return fields.table(head, rows)

    def _everyone(self, state: rules.LeadState) -> str:
        texts = self._texts
        head = [texts("zie-stoel"), *(texts.data["tafels"][table] for table in rules.GIVEN)]
        names = rules.roles(texts, state, "a")
        changes = {table: rules.losses(given) for table, given in rules.GIVEN.items()}
        rows = []
        for seat, name in names.items():
            rows.append([name, *(parts.percent(texts, changes[table][seat].loss) for table in rules.GIVEN)])
        return fields.table(head, rows)

    def _surprise(self, state: rules.LeadState) -> str:
        changes = rules.losses(rules.GIVEN["a"])
        seat = min(changes, key=lambda each: changes[each].loss or 0)
        gain = -round(100 * (changes[seat].loss or 0))
        return self._texts("zie-alles-kop", wie=rules.roles(self._texts, state, "a")[seat], procent=gain)


class ExplainScreen(widgets.VBox):
    """What surprised, our explanation, and the finding that does not fit."""

    def __init__(self, exercise: Exercise[rules.LeadState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        self.surprise = fields.text_area(
            texts("verrast"), lambda text: exercise.answer("verrast", text, undoable=False)
        )
        self.unfold = ui.button(texts("toon-uitleg"), lambda: exercise.unfold("uitleg"))
        self.explanation = ui.Prose(texts)
        self.counter = ui.Question(texts, texts.choice("tegen"), self._bet)
        self.found = ui.Prose(texts)
        self.second = ui.column(ui.Prose(texts, texts("tegen-kop")), self.counter, self.found)
        super().__init__(
            [
                *(self.surprise, ui.Prose(texts, texts("prive"), "rw-model"), self.unfold, self.explanation),
                *(ui.Prose(texts, texts("model"), "rw-model"), self.second),
            ]
        )
        self.add_class("rw-kolom")

    def _bet(self, ident: str) -> None:
        label = self._texts.choice("tegen").option(ident).label
        self._exercise.answer("tegen", ident, say=self._texts("tegen-zeg", wat=label))

    def render(self, state: rules.LeadState) -> None:
        """Show the explanation once it is asked for, and the finding once the reader has bet."""
        texts = self._texts
        self.surprise.value = state.answers.get("verrast", "")
        opened = "uitleg" in state.opened
        ui.show(self.unfold, on=not opened)
        ui.show(self.second, on=opened or "tegen" in state.answers)
        numbers = {}
        for table, given in rules.GIVEN.items():
            numbers[f"dicht-{table}"] = fields.decimal(density(given), 2)
            numbers[f"cent-{table}"] = fields.decimal(centralisation(given), 2)
        self.explanation.say(texts("uitleg", **numbers) if opened else "")
        bet = state.answers.get("tegen")
        self.counter.set(bet)
        found = texts("tegen-na", gok=texts.choice("tegen").option(bet).label) if bet else texts("tegen-vooraf")
        self.found.say(found)
