"""`wat-blijft-hangen`: a story and a number, estimated before, right after and a day later (M18).

The reader's own story stands in `_story` (M19), the four changes and free play in `_change` (M20); `_rules` holds
state, rules and drawings. In a page of the book what was estimated is kept until the reader is back.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from reiswijzer.exercises import clock, fields, ui
from reiswijzer.exercises import wat_blijft_hangen_rules as rules
from reiswijzer.exercises.base import Exercise
from reiswijzer.exercises.wat_blijft_hangen_change import ChangeScreen, FreeScreen
from reiswijzer.exercises.wat_blijft_hangen_story import StoryScreen
from reiswijzer.exercises.wording import listing
from reiswijzer.figures.day_bars import LONGEST, NARROW

if TYPE_CHECKING:
    from collections.abc import Sequence

    import ipywidgets as widgets

READING, RETURN = 1, 3
"""The step with the story and the number, and the one to which who is back is led."""
PEEKED = "gekeken"


class Hang(Exercise[rules.HangState]):
    """What is left of a story and of a number."""

    def __init__(self) -> None:
        super().__init__(rules.IDENT, rules.HangState())

    def screens(self) -> Sequence[widgets.Widget]:
        """Return one widget per step."""
        self.boxes: dict[tuple[str, str], widgets.Text] = {}
        self.hints: dict[str, ui.Prose] = {}
        self.covers: list[tuple[widgets.Widget, widgets.Widget]] = []
        self.story, self.change, self.free = StoryScreen(self), ChangeScreen(self), FreeScreen(self)
        return [
            self._covered(self._prior_screen()),
            self._covered(self._reading_screen()),
            self._covered(self._again_screen()),
            self._return_screen(),
            self._explanation_screen(),
            self.story.widget,
            self.change.widget,
            self.free.widget,
        ]

    def _ask(self, moment: str) -> list[widgets.Widget]:
        """Return the fields for both estimates of one moment, and the line below them."""
        for topic in rules.TOPICS:
            label = self.texts(f"vraag_{topic}")
            self.boxes[moment, topic] = fields.text_line(label, partial(self._estimate, moment, topic))
            self.boxes[moment, topic].add_class("rw-getal")
        self.hints[moment] = ui.Prose(self.texts, "", "rw-antwoord")
        return [*(self.boxes[moment, topic] for topic in rules.TOPICS), self.hints[moment]]

    def _covered(self, screen: widgets.Widget) -> widgets.Widget:
        """Return a screen with a cover, for who is back and has yet to estimate without looking."""
        texts = self.texts
        to_return = ui.button(texts("dicht_schat"), partial(self.go, RETURN))
        look = ui.button(texts("dicht_toch"), partial(self.unfold, PEEKED))
        cover = ui.column(ui.Prose(texts, texts("dicht_terug")), ui.row(to_return, look))
        self.covers.append((cover, screen))
        return ui.column(cover, screen)

    def _prior_screen(self) -> widgets.Widget:
        return ui.column(ui.Prose(self.texts, self.texts("schat_inleiding")), *self._ask(rules.BEFORE))

    def _reading_screen(self) -> widgets.Widget:
        texts = self.texts
        self.reading = {topic: ui.Prose(texts) for topic in rules.TOPICS}
        return ui.column(
            ui.Prose(texts, texts("lees_inleiding")), *self.reading.values(), ui.Prose(texts, texts("lees_klaar"))
        )

    def _again_screen(self) -> widgets.Widget:
        texts = self.texts
        self.unmoved = ui.Prose(texts)
        self.bet = ui.Question(texts, texts.choice("gok"), lambda bet: self.answer("gok", bet), replies=False)
        self.noted = ui.Prose(texts, "", "rw-antwoord")
        return ui.column(
            ui.Prose(texts, texts("weer_inleiding")), *self._ask(rules.AFTER), self.unmoved, self.bet, self.noted
        )

    def _return_screen(self) -> widgets.Widget:
        texts = self.texts
        self.waiting = ui.Prose(texts)
        self.came = ui.Question(texts, texts.choice("terug"), lambda when: self.answer("terug", when))
        self.later = ui.column(ui.Prose(texts, texts("morgen_schat")), *self._ask(rules.LATER))
        self.outcome = ui.Prose(texts, "", "rw-antwoord")
        self.outcome.add_class("live-region")
        self.drawing = ui.Figure()
        self.published = ui.Prose(texts)
        self.model = ui.Prose(texts, texts("model"), "rw-model")
        return ui.column(self.waiting, self.came, self.later, self.outcome, self.model, self.drawing, self.published)

    def _explanation_screen(self) -> widgets.Widget:
        texts = self.texts
        self.persuades = ui.Question(
            texts, texts.choice("overtuigt"), lambda bet: self.answer("overtuigt", bet), replies=False
        )
        self.surprise = fields.text_area(
            texts("verrast_veld"), lambda text: self.answer("verrast", text, undoable=False)
        )
        self.explain = ui.button(texts("verrast_knop"), self._explain)
        self.persuades_back = ui.Prose(texts, "", "rw-antwoord")
        self.explanation = ui.Prose(texts)
        return ui.column(
            self.persuades,
            self.surprise,
            ui.Prose(texts, texts("prive"), "rw-model"),
            ui.row(self.explain),
            self.persuades_back,
            self.explanation,
        )

    # Moves.

    def go(self, step: int) -> None:
        """Go to a step; what is read before any estimate stays in the form it was read in."""
        if step == READING and not self.state.started:
            started = rules.first_moment(rules.AFTER, clock.now())
            self.act(step=step, say=self._place(step), started=started)
        else:
            super().go(step)

    def _estimate(self, moment: str, topic: str, typed: str) -> None:
        texts, number, now = self.texts, rules.parse(typed), clock.now()
        times: dict[str, Any] = {"started": self.state.started or rules.first_moment(moment, now)}
        if moment == rules.AFTER and number is not None:
            times["read"] = self.state.read or now
        if moment == rules.LATER and number is not None:
            times["again"] = now
        good = texts("zeg_schatting", wat=texts.data["onderwerp"][topic], getal=number)
        say = (good if number is not None else texts("geen_getal")) if typed.strip() else ""
        self.answer(rules.key(moment, topic), typed, say=say, **times)

    def _explain(self) -> None:
        opened = not self.state.explained
        self.act(explained=opened, say=self.texts("open" if opened else "dicht"))

    def resume(self, state: rules.HangState) -> str:
        """Go on from a state that was kept; who is back after a day is led to the later estimate."""
        if not rules.unseen(state, clock.now()):
            return super().resume(state)
        super().resume(replace(state, step=RETURN))
        return self.texts("zeg_terug")

    # What is shown.

    def render(self) -> None:
        """Bring the widgets in line with the state."""
        texts, state = self.texts, self.state
        for (moment, topic), box in self.boxes.items():
            box.value = state.answers.get(rules.key(moment, topic), "")
        for moment, hint in self.hints.items():
            hint.say(self._hint(moment))
        hidden = rules.unseen(state, clock.now()) and PEEKED not in state.opened
        for cover, screen in self.covers:
            ui.show(cover, on=hidden)
            ui.show(screen, on=not hidden)
        for topic, prose in self.reading.items():
            prose.say(texts(f"lees_{topic}_{rules.form_of(state, topic)}"))
        self.bet.set(state.answers.get("gok"))
        self.noted.say(texts("weer_genoteerd") if "gok" in state.answers else "")
        self._render_unmoved()
        self._render_return()
        self._render_explanation()
        self.story.render()
        self.change.render()
        self.free.render()

    def _hint(self, moment: str) -> str:
        state, texts = self.state, self.texts
        typed = [state.answers.get(rules.key(moment, topic), "") for topic in rules.TOPICS]
        if any(text.strip() and rules.parse(text) is None for text in typed):
            return texts("geen_getal")
        ready = {rules.BEFORE: "schat_klaar", rules.AFTER: "weer_klaar"}
        return texts(ready[moment]) if moment in ready and rules.has_both(state, moment) else ""

    def _render_unmoved(self) -> None:
        texts, state = self.texts, self.state
        if not rules.has_both(state, rules.BEFORE):
            self.unmoved.say(texts("weer_zonder_vooraf"))
            return
        still = [
            texts.data["onderwerp"][rules.topic_of(state, form)]
            for form in rules.FORMS
            if rules.estimate(state, rules.BEFORE, form) == rules.estimate(state, rules.AFTER, form)
        ]
        self.unmoved.say(texts("weer_gelijk", vormen=listing(still)) if still else "")

    def _render_return(self) -> None:
        texts, state = self.texts, self.state
        due, shown = rules.due(state, clock.now()), rules.revealed(state)
        self.waiting.say("" if due else texts("morgen_wacht" if state.read else "morgen_eerst"))
        self.came.set(state.answers.get("terug"))
        ui.show(self.came, on=not due)
        ui.show(self.later, on=due)
        ui.show(self.model, on=bool(rules.own_shares(state)))
        self.drawing.draw(*rules.drawing_of(texts, state))
        self.outcome.say("\n\n".join(self._outcomes()) if shown else "")
        self.published.say(texts("morgen_bron") if shown else "")

    def _outcomes(self) -> list[str]:
        texts, state = self.texts, self.state
        bet = state.answers.get("gok")
        told = [texts("gok_leeg")]
        if bet is not None:
            option = texts.choice("gok").option(bet)
            told = [texts("gok_terug", gok=texts.data["kort"]["gok"][bet]), option.reply]
        if not rules.has_both(state, rules.LATER):
            return told
        shares, days, words = rules.own_shares(state), rules.days_between(state), texts.data["later"]
        when = words["dag"] if days == 1 else f"{days} {words['dagen']}"
        for form in rules.FORMS:
            what, three = texts.data["vorm"][form], rules.estimates(state, form)
            if three is None:
                told.append(texts("zelf_mist", vorm=what))
            elif form not in shares:
                told.append(texts("zelf_gelijk", vorm=what))
            else:
                before, after, later = three
                share = rules.percent(shares[form])
                told.append(texts("zelf", vorm=what, vooraf=before, na=after, wanneer=when, later=later, procent=share))
        if shares and days > 1:
            told.append(words["geen_staaf"])
        return [*told, texts("zelf_anekdote")] if shares else told

    def _render_explanation(self) -> None:
        texts, state = self.texts, self.state
        bet = state.answers.get("overtuigt")
        self.persuades.set(bet)
        self.surprise.value = state.answers.get("verrast", "")
        self.explain.description = texts("verrast_weg" if state.explained else "verrast_knop")
        back = texts("overtuigt_leeg")
        if bet is not None:
            shown = texts("overtuigt_terug", gok=texts.data["kort"]["overtuigt"][bet])
            back = f"{shown} {texts.choice('overtuigt').option(bet).reply}"
        self.persuades_back.say(back if state.explained else "")
        self.explanation.say(texts("uitleg") if state.explained else "")

    def figure(self) -> str:
        """Return the bars of day 0 and day 1: question marks until the reader has estimated again."""
        return self._drawing()[0]

    def figure_text(self) -> str:
        """Return in words what `figure` shows."""
        return self._drawing()[1]

    def slide(self) -> str:
        """Return `figure` with letters that a phone shows large enough."""
        return self._drawing(NARROW)[0]

    def _drawing(self, longest: float = LONGEST) -> tuple[str, str]:
        last = self.state.step == len(self.texts.steps) - 1
        return (rules.free_drawing if last else rules.drawing_of)(self.texts, self.state, longest)


def exercise() -> Hang:
    """Make the exercise in its starting state."""
    return Hang()
