"""The screens about the reader's own table: fill it in, empty a seat, choose a price, and play freely (M13, M3)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.exercises import fields, ui
from reiswijzer.exercises import wie_leidt_hier_rules as rules
from reiswijzer.models.form_fit import Form
from reiswijzer.models.shared_leadership import FEWEST_MEMBERS, centralisation, density
from reiswijzer.models.tensions import Position, Tension, friction

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise


class TableScreen(widgets.VBox):
    """Five roles and twenty named options, one seat at a time, beside the drawing they make."""

    def __init__(self, exercise: Exercise[rules.LeadState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        self.rename = ui.button(texts("tafel-rollen"), lambda: exercise.unfold("rollen"))
        self.roles = [
            fields.text_line(texts("tafel-rol", nummer=number + 1), partial(self._role, number))
            for number in range(rules.SEATS)
        ]
        self.role_grid = fields.grid(self.roles)
        self.raters = [ui.button("", partial(self._rater, number)) for number in range(rules.SEATS)]
        self.who = ui.Prose(texts)
        options = [(texts.data["kies"], 0), *((name, index) for index, name in enumerate(texts.data["schaal"], 1))]
        self.cells = [fields.dropdown("", options, partial(self._rate, place)) for place in range(rules.SEATS - 1)]
        self.next = ui.button(texts("tafel-volgende"), lambda: self._rater((exercise.state.rater + 1) % rules.SEATS))
        self.rest = ui.button(texts("tafel-rest"), self._fill_rest)
        self.tally = ui.Prose(texts)
        self.tally.add_class("live-region")
        self.figure = ui.Figure()
        self.table = widgets.HTML()
        side = ui.column(self.who, fields.grid(self.cells, "8rem"), ui.row(self.next, self.rest), self.tally)
        super().__init__(
            [
                *(ui.Prose(texts, texts("tafel-intro")), self.rename, self.role_grid, ui.row(*self.raters)),
                *(fields.grid([side, self.figure], "18rem"), self.table, ui.Prose(texts, texts("prive"), "rw-model")),
                ui.Prose(texts, texts("model"), "rw-model"),
            ]
        )
        self.add_class("rw-kolom")

    def _role(self, number: int, typed: str) -> None:
        typed_roles = list(self._exercise.state.roles)
        typed_roles[number] = rules.clean_role(typed)
        self._exercise.act(roles=tuple(typed_roles), undoable=False)

    def _rater(self, number: int) -> None:
        name = list(rules.roles(self._texts, self._exercise.state, rules.OWN).values())[number]
        self._exercise.act(rater=number, say=self._texts("tafel-zeg-wie", wie=name))

    def _others(self, rater: int) -> list[int]:
        return [seat for seat in range(rules.SEATS) if seat != rater]

    def _rate(self, place: int, rating: int) -> None:
        state, texts = self._exercise.state, self._texts
        other = self._others(state.rater)[place]
        names = list(rules.roles(texts, state, rules.OWN).values())
        how = texts.data["schaal"][rating - 1] if rating else texts("tafel-open")
        say = texts("tafel-zeg", wie=names[state.rater], ander=names[other], hoe=how)
        self._exercise.act(rows=rules.with_rating(state.rows, state.rater, other, rating), say=say)

    def _fill_rest(self) -> None:
        self._exercise.act(rows=rules.fill_rest(self._exercise.state.rows), say=self._texts("tafel-zeg-rest"))

    def render(self, state: rules.LeadState) -> None:
        """Show the roles, the row of the seat whose turn it is, the drawing and the whole table."""
        texts = self._texts
        names = list(rules.roles(texts, state, rules.OWN).values())
        opened = "rollen" in state.opened
        ui.show(self.rename, on=not opened)
        ui.show(self.role_grid, on=opened)
        for number, box in enumerate(self.roles):
            box.value = state.roles[number]
            box.placeholder = texts.data["rollen"][rules.OWN][number]
            self.raters[number].description = names[number]
            ui.mark(self.raters[number], "rw-hier", on=number == state.rater)
        self.who.say(texts("tafel-wie", wie=names[state.rater], nummer=state.rater + 1))
        for cell, other in zip(self.cells, self._others(state.rater), strict=True):
            cell.description = texts("tafel-cel", wie=names[state.rater], ander=names[other])
            cell.value = state.rows[state.rater][other]
        full = rules.ratings(state, rules.OWN)
        self.rest.disabled = full is not None
        self.tally.say(
            texts("tafel-stand", aantal=rules.filled(state.rows))
            if full is None
            else texts("tafel-vol", leiding=rules.hundred(full), cent=fields.decimal(centralisation(full), 2))
        )
        self.figure.draw(*rules.draw(texts, state, rules.OWN))
        rows = [
            [texts("tafel-rij", nummer=number, wie=name), *(str(value or texts("tafel-open")) for value in row)]
            for number, (name, row) in enumerate(zip(names, state.rows, strict=True), start=1)
        ]
        self.table.value = fields.table([texts("tafel-lijst"), *rules.IDS], rows)


class LeaveScreen(widgets.VBox):
    """A bet on the costliest empty seat of the own table, what each costs, and one if-then line."""

    def __init__(self, exercise: Exercise[rules.LeadState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        self.intro = ui.Prose(texts)
        self.bet = fields.dropdown(texts("weg-gok"), [(texts("weg-kies"), "")], self._bet)
        self.result = ui.Prose(texts, "", "rw-antwoord")
        self.result.add_class("live-region")
        self.table = widgets.HTML()
        self.limit = ui.Prose(texts)
        self.own = {
            name: fields.text_area(texts(name), partial(self._write, name)) for name in ("weg-vraag", "weg-als")
        }
        super().__init__(
            [
                *(self.intro, self.bet, self.result, self.table, self.limit, *self.own.values()),
                *(ui.Prose(texts, texts("prive"), "rw-model"), ui.Prose(texts, texts("model"), "rw-model")),
            ]
        )
        self.add_class("rw-kolom")

    def _write(self, name: str, text: str) -> None:
        self._exercise.answer(name, text, undoable=False)

    def _bet(self, seat: str) -> None:
        names = rules.roles(self._texts, self._exercise.state, rules.OWN)
        say = self._texts("weg-zeg", wie=names[seat]) if seat else ""
        self._exercise.answer("weg-gok", seat, say=say)

    def render(self, state: rules.LeadState) -> None:
        """Show the bet, and after it what every empty seat costs."""
        texts = self._texts
        names = rules.roles(texts, state, rules.OWN)
        full = rules.ratings(state, rules.OWN)
        ui.show(self.bet, on=full is not None)
        self.intro.say(texts("weg-intro") if full is not None else texts("weg-vooraf", aantal=rules.filled(state.rows)))
        options = ((texts("weg-kies"), ""), *((name, seat) for seat, name in names.items()))
        if tuple(self.bet.options) != options:
            self.bet.options = options
        bet = state.answers.get("weg-gok", "")
        self.bet.value = bet
        for name, box in self.own.items():
            box.value = state.answers.get(name, "")
        if full is None or not bet:
            self.result.say("")
            self.table.value = ""
            self.limit.say("")
            return
        most = rules.costliest(full)
        others = fields.listing(names[seat] for seat in most if seat != bet)
        if not most:
            said = texts("weg-geen", gok=names[bet])
        elif bet in most:
            said = texts("weg-gelijk", gok=names[bet], ander=others) if others else texts("weg-raak", gok=names[bet])
        else:
            said = texts("weg-mis", gok=names[bet], duurste=others)
        self.result.say(said)
        rows = [[names[seat], rules.change_text(texts, change)] for seat, change in rules.losses(full).items()]
        self.table.value = fields.table([texts("zie-weg"), texts("zie-verlies")], rows)
        self.limit.say(texts("weg-grens"))


class PriceScreen(widgets.VBox):
    """The three tensions as named options, and how much each form rubs (M3)."""

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
        for tension, question in self.questions.items():
            question.set(state.answers.get(tension))
        self.rvc.value = state.answers.get("prijs-rvc", "")
        wish = rules.wish(texts, state)
        left = sum(tension not in state.answers for tension in self.questions)
        self.result.say(texts("prijs-kop") if wish else texts("prijs-open", aantal=left))
        self.table.value = self._prices(wish) if wish else ""
        self.mind.say(texts("prijs-let") if wish else "")

    def _prices(self, wish: Position) -> str:
        texts, rows = self._texts, []
        for form in Form:
            rub = friction(wish, form)
            most = max(rub.per_tension.values())
            where = [texts.data["spanningen"][each] for each, value in rub.per_tension.items() if value == most > 0]
            named = fields.listing(where) if where else texts("prijs-nergens")
            rows.append([texts.data["vormen"][form], fields.decimal(rub.mean, 2), named])
        return fields.table([texts("prijs-vorm"), texts("prijs-schuurt"), texts("prijs-waar")], rows)


class FreeScreen(widgets.VBox):
    """Any table with any seats empty."""

    def __init__(self, exercise: Exercise[rules.LeadState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        tables = [(name, ident) for ident, name in texts.data["tafels"].items()]
        self.pick = fields.dropdown(texts("vrij-tafel"), tables, self._pick)
        self.seats = {seat: ui.button("", partial(self._toggle, seat)) for seat in rules.IDS}
        self.figure = ui.Figure()
        self.words = ui.Prose(texts)
        super().__init__(
            [
                *(ui.Prose(texts, texts("vrij-intro")), self.pick, ui.row(*self.seats.values()), self.figure),
                *(self.words, ui.Prose(texts, texts("model"), "rw-model")),
            ]
        )
        self.add_class("rw-kolom")

    def _pick(self, table: str) -> None:
        say = self._texts("vrij-zeg-tafel", tafel=self._texts.data["tafels_zin"][table])
        self._exercise.act(free=table, free_gone=frozenset(), say=say)

    def _toggle(self, seat: str) -> None:
        gone = self._exercise.state.free_gone ^ {seat}
        if rules.SEATS - len(gone) >= FEWEST_MEMBERS:
            self._exercise.act(free_gone=gone, say=self._texts("vrij-zeg", aantal=rules.SEATS - len(gone)))

    def render(self, state: rules.LeadState) -> None:
        """Show the table without its empty seats, and its measures."""
        texts, table, gone = self._texts, state.free, state.free_gone
        self.pick.value = table
        fewest = rules.SEATS - len(gone) <= FEWEST_MEMBERS
        full = rules.ratings(state, table)
        for seat, name in rules.roles(texts, state, table).items():
            self.seats[seat].description = texts("vrij-terug" if seat in gone else "vrij-leeg", wie=name)
            self.seats[seat].disabled = full is None or (fewest and seat not in gone)
        self.figure.draw(*rules.draw(texts, state, table, gone))
        if full is None:
            self.words.say(texts("vrij-niet-vol", aantal=rules.filled(state.rows)))
            return
        left = rules.without(full, gone)
        values: dict[str, Any] = {
            "over": len(left.members),
            "dicht": fields.decimal(density(left), 2),
            "leiding": rules.hundred(left),
            "cent": fields.decimal(centralisation(left), 2),
        }
        change = rules.difference_text(texts, full, left) if gone else ""
        self.words.say(texts("vrij-stand", verandering=change, **values))
