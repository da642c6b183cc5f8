"""The last four screens of `buig-de-curve`: the form, the reader's table, its price, and free play (M2, M3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import buig_de_curve_rules as rules
from reiswijzer.exercises import fields, ui
from reiswijzer.exercises.buig_de_curve_goal import Ladder
from reiswijzer.exercises.buig_de_curve_line import own_words
from reiswijzer.exercises.wording import listing
from reiswijzer.figures.form_columns import decimal
from reiswijzer.models.form_fit import Contingency, Fit, Form, Situation, near_tie, rank
from reiswijzer.models.gate import Verdict
from reiswijzer.models.tensions import Position, Tension, friction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reiswijzer.exercises.buig_de_curve import BuigDeCurve

EXAMPLE = "regio"
OWN_BET = "eigenvorm"
PLACES = ("eerste", "tweede", "laatste")


def _cards() -> widgets.HTML:
    cards = widgets.HTML()
    cards.add_class("rw-tekst")
    return cards


class FormScreens:
    """The widgets of the screens about the form."""

    def __init__(self, exercise: BuigDeCurve) -> None:
        self.exercise = exercise
        texts = self.texts = exercise.texts
        model = texts("rekenmodel")
        self.gate_note = ui.Prose(texts)
        self.bet = ui.Question(texts, texts.choice("vormgok"), self._bet, replies=False)
        self.outcome = ui.Prose(texts, "", "rw-antwoord")
        self.outcome.add_class("live-region")
        self.example = _cards()
        self.lesson = ui.Prose(texts)
        self.form_screen = ui.column(
            ui.Prose(texts, texts("vorm-geval")), self.bet, self.outcome, self.example, self.lesson, self.gate_note,
            ui.Prose(texts, f"{texts('vorm-bron')} {model}", "rw-model"),
        )  # fmt: skip
        self.own_note = ui.Prose(texts)
        self.contingencies = Ladder(exercise, (OWN_BET, *Contingency), self._contingency)
        self.own = _cards()
        self.own_text = ui.Prose(texts)
        self.table_screen = ui.column(
            ui.Prose(texts, texts("tafel")), self.own_note, self.contingencies, self.own, self.own_text,
            ui.Prose(texts, model, "rw-model"),
        )  # fmt: skip
        self.wishes = Ladder(exercise, Tension, self._wish)
        self.price = ui.Prose(texts)
        self.board = own_words(exercise, "rvc", texts("rvc-veld"), texts("rvc-plek"))
        self.plan = own_words(exercise, "alsdan", texts("alsdan-veld"), texts("alsdan-plek"))
        self.private = ui.Prose(texts, texts("prive"), "rw-model")
        self.price_screen = ui.column(
            ui.Prose(texts, texts("prijs")), self.wishes, self.price,
            ui.Prose(texts, f"{texts('prijs-bron')} {model}", "rw-model"), self.board, self.plan,
            self.private,
        )  # fmt: skip
        self.which = ui.Question(texts, texts.choice("vrijetafel"), self._pick)
        self.partners = fields.slider(texts("vrij-partners"), 3, 40, self._partners)
        self.many = fields.slider(texts("vrij-grens"), texts.data["few"] + 1, 30, self._many)
        self.free_empty = ui.Prose(texts, texts("vrij-leeg"))
        self.free_now = ui.Prose(texts)
        self.free = _cards()
        self.free_screen = ui.column(
            ui.Prose(texts, texts("vrij")), self.which, self.free_empty, self.partners, self.many, self.free_now,
            self.free, ui.Prose(texts, model, "rw-model"),
        )  # fmt: skip

    # Moves.

    def _bet(self, form: str) -> None:
        self.exercise.answer("vormgok", form)

    def _contingency(self, contingency: str, level: str) -> None:
        left = sum(each not in {*self.exercise.state.answers, contingency} for each in Contingency)
        say = "" if left or contingency == OWN_BET else self.texts("tafel-klaar")
        self.exercise.answer(contingency, level, say=say)

    def _wish(self, tension: str, option: str) -> None:
        left = sum(each not in {*self.exercise.state.answers, tension} for each in Tension)
        say = "" if left else self.texts("prijs-klaar")
        self.exercise.answer(tension, option, say=say)

    def _pick(self, table: str) -> None:
        count = self.texts.data["tables"][table][1]
        self.exercise.answer("vrijetafel", table, partners=count, say="")

    def _partners(self, count: int) -> None:
        self.exercise.act(partners=count, say=self.texts("vrij-partners-status", aantal=count))

    def _many(self, cut_off: int) -> None:
        self.exercise.act(many=cut_off, say=self.texts("vrij-grens-status", grens=cut_off))

    # What is shown.

    def situation(self) -> Situation | None:
        """Return the table of the present step, or None when there is nothing to compare yet."""
        state, texts = self.exercise.state, self.texts
        step = texts.steps[state.step].id
        if step == "vorm" and "vormgok" in state.answers:
            return rules.given_table(texts, EXAMPLE)
        if step == "tafel":
            return rules.own_table(state)
        if step == "vrij" and "vrijetafel" in state.answers:
            return rules.given_table(texts, state.answers["vrijetafel"], state.partners, state.many)
        return None

    def _chosen(self, form: Form) -> str:
        name: str = self.texts.data["forms"][form]["chosen"]
        return name

    def _outcome(self, form: Form) -> str:
        ranking = rank(rules.given_table(self.texts, EXAMPLE))
        place = [fit.form for fit in ranking].index(form)
        return self.texts(
            f"vorm-uitslag-{PLACES[place]}",
            vorm=self._chosen(form),
            eigen=decimal(ranking[place].fit),
            eerste=decimal(ranking[0].fit),
            tweede=decimal(ranking[1].fit),
        )

    def _passed(self) -> str:
        verdict = rules.verdict(self.exercise.state)
        if verdict is None:
            return "leeg"
        return "open" if verdict is Verdict.CANDIDATE else "dicht"

    def render(self) -> None:
        """Bring the four screens in line with the state."""
        self._render_form()
        self._render_table()
        self._render_price()
        self._render_free()

    def _compare(self, cards: widgets.HTML, situation: Situation | None) -> None:
        ui.show(cards, on=situation is not None)
        cards.value = rules.forms_cards(self.texts, situation) if situation is not None else ""

    def _render_form(self) -> None:
        texts, guess = self.texts, self.exercise.state.answers.get("vormgok")
        self.gate_note.say(texts(f"vorm-poort-{self._passed()}") if guess else "")
        self.bet.set(guess)
        self._compare(self.example, rules.given_table(texts, EXAMPLE) if guess else None)
        self.lesson.say(texts("vorm-les") if guess else "")
        reply = texts.choice("vormgok").option(guess).reply if guess else ""
        self.outcome.say(f"{reply}\n\n{self._outcome(Form(guess))}" if guess else texts("vorm-gok-leeg"))

    def _render_table(self) -> None:
        texts, state = self.texts, self.exercise.state
        self.own_note.say(texts(f"tafel-poort-{self._passed()}"))
        self.contingencies.render(rules.ladder(state, (OWN_BET, *Contingency)))
        own = rules.own_table(state)
        self._compare(self.own, own)
        if own is None:
            left = sum(contingency not in state.answers for contingency in Contingency)
            self.own_text.say(texts("tafel-open", aantal=left))
            return
        ranking = rank(own)
        close = near_tie(ranking)
        names = listing(self._chosen(form) for form in close)
        best = rules.form_name(texts, ranking[0].form).capitalize()
        near = texts("tafel-bijna", vormen=names[:1].upper() + names[1:])
        alone = texts("tafel-beste", vorm=best) + (f" {texts('tafel-mee')}" if ranking[0].hurts else "")
        told = near if close else alone
        self.own_text.say(f"{self._own_bet(ranking)}\n\n{told}")

    def _own_bet(self, ranking: Sequence[Fit]) -> str:
        """Return the reader's bet on the own table beside what came of it; nothing without a bet."""
        guess = next((fit for fit in ranking if fit.form == self.exercise.state.answers.get(OWN_BET)), None)
        if guess is None:
            return ""
        return self.texts(
            "tafel-gok-raak" if rules.on_top(guess, ranking) else "tafel-gok-anders",
            vorm=self._chosen(guess.form),
            eigen=decimal(guess.fit),
            beste=self._chosen(ranking[0].form),
            eerste=decimal(ranking[0].fit),
        )

    def _render_price(self) -> None:
        texts, state = self.texts, self.exercise.state
        self.wishes.render(rules.ladder(state, Tension))
        self.board.value = state.answers.get("rvc", "")
        self.plan.value = state.answers.get("alsdan", "")
        wish = rules.wish(texts, state)
        for area in (self.board, self.plan):
            ui.show(area, on=wish is not None or bool(area.value))
        ui.show(self.private, on=wish is not None or bool(self.board.value or self.plan.value))
        if wish is None:
            self.price.say(texts("prijs-open", aantal=sum(tension not in state.answers for tension in Tension)))
            return
        self.price.say(f"{rules.price_text(texts, wish)}\n\n{self._paid(wish)}")

    def _paid(self, wish: Position) -> str:
        """Return the price of the best form of the own table, in a near tie of every close form; or of the example."""
        texts, own = self.texts, rules.own_table(self.exercise.state)
        ranking = rank(own or rules.given_table(texts, EXAMPLE))
        best, close = ranking[0].form, near_tie(ranking)
        if own and close:
            names = listing(self._chosen(form) for form in close)
            prices = listing(decimal(friction(wish, form).mean) for form in close)
            return texts("prijs-bijna", vormen=names, prijzen=prices)
        price = decimal(friction(wish, best).mean)
        return texts("prijs-eigen" if own else "prijs-voorbeeld", vorm=rules.form_name(texts, best), wringt=price)

    def _render_free(self) -> None:
        texts, state = self.texts, self.exercise.state
        table = state.answers.get("vrijetafel")
        self.which.set(table)
        self.partners.value, self.many.value = state.partners, state.many
        ui.show(self.free_empty, on=table is None)
        ui.show(self.partners, on=table is not None)
        ui.show(self.many, on=table is not None)
        situation = rules.given_table(texts, table, state.partners, state.many) if table else None
        self._compare(self.free, situation)
        if table is None or situation is None:
            self.free_now.say("")
            return
        best = rank(situation)[0].form
        size = texts.data["contingencies"]["participants"]["levels"][situation.participants - 1]
        told = texts("vrij-nu", aantal=state.partners, grootte=size, vorm=rules.form_name(texts, best))
        ours = rank(rules.given_table(texts, table, state.partners))[0].form
        if ours is not best:
            told += "\n\n" + texts("vrij-omslag", vorm=rules.form_name(texts, ours))
        self.free_now.say(told)
