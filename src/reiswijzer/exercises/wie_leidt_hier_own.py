"""The screens about the reader's own table: fill it in, and empty a seat (M13)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.exercises import fields, ui
from reiswijzer.exercises import wie_leidt_hier_parts as parts
from reiswijzer.exercises import wie_leidt_hier_rules as rules
from reiswijzer.exercises.wording import listing
from reiswijzer.models.shared_leadership import centralisation, density
from reiswijzer.widgets.reliance import WORDS, Reliance

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise


class TableScreen(widgets.VBox):
    """Three to seven seats and how much each relies on every other, beside the drawing that makes."""

    def __init__(self, exercise: Exercise[rules.LeadState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        data = texts.data
        self.view = Reliance(
            seats=list(exercise.start.seats),
            ratings=[list(row) for row in exercise.start.rows],
            scale=data["schaal"],
            spare=data["rollen"][rules.OWN],
            words={name: data["tabel"][name] for name in WORDS},
            fewest=rules.FEWEST,
            most=rules.MOST,
        )
        self.view.observe(self._changed, names=["seats", "ratings"])
        self.rest = ui.button(texts("tafel-rest"), self._fill_rest)
        self.tally = ui.Prose(texts)
        self.tally.add_class("live-region")
        self.figure = ui.Figure()
        super().__init__(
            [
                *(ui.Prose(texts, texts("tafel-intro")), self.view, self.tally, self.rest, self.figure),
                *(ui.Prose(texts, texts("prive"), "rw-model"), ui.Prose(texts, texts("model"), "rw-model")),
            ]
        )
        self.add_class("rw-kolom")

    def _changed(self, _change: Any) -> None:
        """Take over a whole table from the view, or refuse it; another number of seats ends what was bet on it."""
        exercise, texts, view = self._exercise, self._texts, self.view
        old = exercise.state
        if len(view.seats) != len(view.ratings) or not rules.FEWEST <= len(view.seats) <= rules.MOST:
            self._put_back(old)
            return
        seats = rules.clean_roles(view.seats, texts("tafel-stoel"))
        rows = rules.clean_rows(view.ratings, len(seats))
        say = parts.change_said(texts, old, seats, rows)
        if len(seats) == len(old.seats):
            exercise.act(seats=seats, rows=rows, say=say)
            return
        exercise.act(
            seats=seats,
            rows=rows,
            answers={name: answer for name, answer in old.answers.items() if name != "weg-gok"},
            emptied={table: seat for table, seat in old.emptied.items() if table != rules.OWN},
            free_gone=old.free_gone if old.free in rules.GIVEN else frozenset(),
            say=say,
        )

    def _put_back(self, state: rules.LeadState) -> None:
        with self.view.hold_sync():
            self.view.seats = list(state.seats)
            self.view.ratings = [list(row) for row in state.rows]

    def _fill_rest(self) -> None:
        state = self._exercise.state
        say = self._texts("tafel-zeg-rest", alle=rules.cells(state))
        self._exercise.act(rows=rules.fill_rest(state.rows), say=say)

    def render(self, state: rules.LeadState) -> None:
        """Show the table, how far it is, and the drawing it makes."""
        texts = self._texts
        self._put_back(state)
        full = rules.ratings(state, rules.OWN)
        alle = rules.cells(state)
        ui.show(self.rest, on=full is None)
        if full is None:
            self.tally.say(texts("tafel-stand", aantal=rules.filled(state), alle=alle))
        else:
            numbers = {"dicht": density(full), "cent": centralisation(full)}
            shown = {name: fields.decimal(value, 2) for name, value in numbers.items()}
            self.tally.say(texts("tafel-vol", alle=alle, leiding=rules.hundred(full), **shown))
        self.figure.draw(*parts.draw(texts, state, rules.OWN))


class LeaveScreen(widgets.VBox):
    """A bet on the costliest empty seat of the own table, made by emptying it; what each costs; one if-then line."""

    def __init__(self, exercise: Exercise[rules.LeadState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        self.intro = ui.Prose(texts)
        self.round = parts.RoundTable(texts, self._tap)
        self.result = ui.Prose(texts, "", "rw-antwoord")
        self.result.add_class("live-region")
        self.table = widgets.HTML()
        self.limit = ui.Prose(texts)
        self.own = {
            name: fields.text_area(texts(name), partial(self._write, name)) for name in ("weg-vraag", "weg-als")
        }
        super().__init__(
            [
                *(self.intro, self.round, self.result, self.table, self.limit, *self.own.values()),
                *(ui.Prose(texts, texts("prive"), "rw-model"), ui.Prose(texts, texts("model"), "rw-model")),
            ]
        )
        self.add_class("rw-kolom")

    def _write(self, name: str, text: str) -> None:
        self._exercise.answer(name, text, undoable=False)

    def _tap(self, seat: str) -> None:
        """Empty a seat, or fill it again; the first one is the bet."""
        texts, state = self._texts, self._exercise.state
        wie = rules.roles(texts, state, rules.OWN)[seat]
        gone = "" if state.emptied.get(rules.OWN) == seat else seat
        emptied = {**state.emptied, rules.OWN: gone}
        if not state.answers.get("weg-gok"):
            self._exercise.answer("weg-gok", seat, emptied=emptied, say=texts("weg-zeg", wie=wie))
        else:
            title = texts.data["tafels"][rules.OWN]
            say = texts("weg-zeg-leeg", wie=wie) if gone else texts("speel-zeg-vol", tafel=title)
            self._exercise.act(emptied=emptied, say=say)

    def render(self, state: rules.LeadState) -> None:
        """Show the table, and after the bet what every empty seat costs."""
        texts = self._texts
        full = rules.ratings(state, rules.OWN)
        bet = state.answers.get("weg-gok", "")
        ui.show(self.round, on=full is not None)
        for name, box in self.own.items():
            box.value = state.answers.get(name, "")
        if full is None:
            self.intro.say(texts("weg-vooraf", aantal=rules.filled(state), alle=rules.cells(state)))
        else:
            self.intro.say(texts("weg-nog" if bet else "weg-intro"))
            gone = state.emptied.get(rules.OWN, "")
            self.round.show(state, rules.OWN, filter(None, [gone]), parts.left(texts, state, rules.OWN, gone))
        if full is None or not bet:
            self.result.say("")
            self.table.value = ""
            self.limit.say("")
            return
        names = rules.roles(texts, state, rules.OWN)
        self.result.say(self._verdict(names, rules.costliest(full), bet))
        changes = sorted(rules.losses(full).items(), key=lambda each: -(each[1].loss or 0))
        rows = [[names[seat], parts.percent(texts, change.loss)] for seat, change in changes]
        self.table.value = fields.table([texts("zie-weg"), texts("zie-verlies")], rows)
        self.limit.say(texts("weg-grens", aantal=len(names)))

    def _verdict(self, names: dict[str, str], most: tuple[str, ...], bet: str) -> str:
        texts, gok = self._texts, names[bet]
        others = listing(names[seat] for seat in most if seat != bet)
        if not most:
            return texts("weg-geen", gok=gok)
        if bet not in most:
            return texts("weg-mis", gok=gok, duurste=others)
        return texts("weg-gelijk", gok=gok, ander=others) if others else texts("weg-raak", gok=gok)
