"""The last four screens of `buig-de-curve`: the form, the reader's table, its price, and free play (M2, M3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.exercises import buig_de_curve_rules as rules
from reiswijzer.exercises import fields, markup, ui
from reiswijzer.exercises.buig_de_curve_goal import Ladder
from reiswijzer.exercises.buig_de_curve_line import own_words
from reiswijzer.figures.form_columns import decimal
from reiswijzer.models.form_fit import Contingency, Form, Situation, near_tie, rank
from reiswijzer.models.gate import Verdict
from reiswijzer.models.tensions import Tension, friction

if TYPE_CHECKING:
    from reiswijzer.exercises.buig_de_curve import BuigDeCurve

EXAMPLE = "regio"
PLACES = ("eerste", "tweede", "laatste")


class FormScreens:
    """The widgets of the screens about the form."""

    def __init__(self, exercise: BuigDeCurve) -> None:
        self.exercise = exercise
        texts = self.texts = exercise.texts
        model = texts("rekenmodel")
        self.gate_note = ui.Prose(texts)
        self.bet = ui.Question(texts, texts.choice("vormgok"), self._bet, replies=False)
        self.outcome = ui.Prose(texts, "", "rw-antwoord")
        self.example = ui.Figure()
        self.example_text = ui.Prose(texts)
        self.lesson = ui.Prose(texts)
        self.form_screen = ui.column(
            self.gate_note, ui.Prose(texts, texts("vorm-geval")), ui.Prose(texts, texts("vorm-drie")), self.bet,
            self.outcome, self.example, self.example_text, self.lesson,
            ui.Prose(texts, f"{texts('vorm-bron')} {model}", "rw-model"),
        )  # fmt: skip
        self.own_note = ui.Prose(texts)
        self.contingencies = Ladder(exercise, Contingency, self._contingency)
        self.own = ui.Figure()
        self.own_text = ui.Prose(texts)
        self.table_screen = ui.column(
            ui.Prose(texts, texts("tafel")), self.own_note, self.contingencies, self.own, self.own_text,
            ui.Prose(texts, model, "rw-model"),
        )  # fmt: skip
        self.wishes = Ladder(exercise, Tension, self._wish)
        self.price = ui.Prose(texts)
        self.board = own_words(exercise, "rvc", texts("rvc-veld"), texts("rvc-plek"))
        self.plan = own_words(exercise, "alsdan", texts("alsdan-veld"), texts("alsdan-plek"))
        self.price_screen = ui.column(
            ui.Prose(texts, texts("prijs")), self.wishes, self.price,
            ui.Prose(texts, f"{texts('prijs-bron')} {model}", "rw-model"), self.board, self.plan,
            ui.Prose(texts, texts("prive"), "rw-model"),
        )  # fmt: skip
        self.which = ui.Question(texts, texts.choice("vrijetafel"), self._pick)
        self.partners = fields.slider(texts("vrij-partners"), 3, 40, self._partners)
        self.many = fields.slider(texts("vrij-grens"), texts.data["few"] + 1, 30, self._many)
        self.free_empty = ui.Prose(texts, texts("vrij-leeg"))
        self.free_now = ui.Prose(texts)
        self.free = ui.Figure()
        self.free_text = ui.Prose(texts)
        self.free_screen = ui.column(
            ui.Prose(texts, texts("vrij")), self.which, self.free_empty, self.partners, self.many, self.free_now,
            self.free, self.free_text, ui.Prose(texts, model, "rw-model"),
        )  # fmt: skip

    # Moves.

    def _bet(self, form: str) -> None:
        answers = {**self.exercise.state.answers, "vormgok": form}
        self.exercise.act(answers=answers, say=markup.plain(self._outcome(Form(form))))

    def _contingency(self, contingency: str, level: str) -> None:
        left = sum(each not in {*self.exercise.state.answers, contingency} for each in Contingency)
        say = self.texts("tafel-open", aantal=left) if left else self.texts("tafel-klaar")
        self.exercise.answer(contingency, level, say=say)

    def _wish(self, tension: str, option: str) -> None:
        left = sum(each not in {*self.exercise.state.answers, tension} for each in Tension)
        say = self.texts("prijs-open", aantal=left) if left else self.texts("prijs-klaar")
        self.exercise.answer(tension, option, say=say)

    def _pick(self, table: str) -> None:
        count = self.texts.data["tables"][table][1]
        self.exercise.answer("vrijetafel", table, partners=count, say=self.texts("vrij-partners-status", aantal=count))

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

    def _compare(self, figure: ui.Figure, text: ui.Prose, situation: Situation | None) -> None:
        ui.show(figure, on=situation is not None)
        if situation is None:
            text.say("")
        else:
            figure.draw(*rules.forms_figure(self.texts, situation))
            text.say(rules.forms_text(self.texts, situation))

    def _render_form(self) -> None:
        texts, guess = self.texts, self.exercise.state.answers.get("vormgok")
        self.gate_note.say(texts(f"vorm-poort-{self._passed()}"))
        self.bet.set(guess)
        self._compare(self.example, self.example_text, rules.given_table(texts, EXAMPLE) if guess else None)
        self.lesson.say(texts("vorm-les") if guess else "")
        reply = texts.choice("vormgok").option(guess).reply if guess else ""
        self.outcome.say(f"{reply}\n\n{self._outcome(Form(guess))}" if guess else texts("vorm-gok-leeg"))

    def _render_table(self) -> None:
        texts, state = self.texts, self.exercise.state
        self.own_note.say(texts(f"tafel-poort-{self._passed()}"))
        self.contingencies.render(rules.ladder(state, Contingency))
        own = rules.own_table(state)
        self._compare(self.own, self.own_text, own)
        if own is None:
            left = sum(contingency not in state.answers for contingency in Contingency)
            self.own_text.say(texts("tafel-open", aantal=left))
            return
        ranking = rank(own)
        close = near_tie(ranking)
        names = fields.listing(self._chosen(form) for form in close)
        best = rules.form_name(texts, ranking[0].form).capitalize()
        last = texts("tafel-bijna", vormen=names[:1].upper() + names[1:]) if close else texts("tafel-beste", vorm=best)
        self.own_text.say(f"{rules.forms_text(texts, own)}\n\n{last}")

    def _render_price(self) -> None:
        texts, state = self.texts, self.exercise.state
        self.wishes.render(rules.ladder(state, Tension))
        self.board.value = state.answers.get("rvc", "")
        self.plan.value = state.answers.get("alsdan", "")
        wish = rules.wish(texts, state)
        if wish is None:
            self.price.say(texts("prijs-open", aantal=sum(tension not in state.answers for tension in Tension)))
            return
        own = rules.own_table(state)
        best = rank(own or rules.given_table(texts, EXAMPLE))[0].form
        price = decimal(friction(wish, best).mean)
        told = texts("prijs-eigen" if own else "prijs-voorbeeld", vorm=rules.form_name(texts, best), wringt=price)
        self.price.say(f"{rules.price_text(texts, wish)}\n\n{told}")

    def _render_free(self) -> None:
        texts, state = self.texts, self.exercise.state
        table = state.answers.get("vrijetafel")
        self.which.set(table)
        self.partners.value, self.many.value = state.partners, state.many
        ui.show(self.free_empty, on=table is None)
        ui.show(self.partners, on=table is not None)
        ui.show(self.many, on=table is not None)
        situation = rules.given_table(texts, table, state.partners, state.many) if table else None
        self._compare(self.free, self.free_text, situation)
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
