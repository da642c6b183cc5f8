"""`wat-blijft-hangen`: a story and a number, estimated before, right after and a day later (M18).

The reader's own story stands in `_story` (M19), the four changes and free play in `_change` (M20); `_rules` holds
state, rules and drawings. Nothing is kept between visits: who comes back brings the numbers on paper.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import fields, ui
from reiswijzer.exercises import wat_blijft_hangen_rules as rules
from reiswijzer.exercises.base import Exercise
from reiswijzer.exercises.wat_blijft_hangen_change import ChangeScreen, FreeScreen
from reiswijzer.exercises.wat_blijft_hangen_story import StoryScreen

if TYPE_CHECKING:
    from collections.abc import Sequence


class Hang(Exercise[rules.HangState]):
    """What is left of a story and of a number."""

    def __init__(self) -> None:
        super().__init__(rules.IDENT, rules.HangState())

    def screens(self) -> Sequence[widgets.Widget]:
        """Return one widget per step."""
        texts = self.texts
        self.boxes: dict[tuple[str, str], list[widgets.Text]] = {}
        self.hints: dict[str, ui.Prose] = {}
        self.story, self.change, self.free = StoryScreen(self), ChangeScreen(self), FreeScreen(self)
        reading = ui.column(
            ui.Prose(texts, texts("lees_inleiding")),
            *(ui.Prose(texts, texts(f"lees_{form}")) for form in rules.FORMS),
            ui.Prose(texts, texts("lees_klaar")),
        )
        return [
            self._prior_screen(),
            reading,
            self._again_screen(),
            self._return_screen(),
            self._explanation_screen(),
            self.story.widget,
            self.change.widget,
            self.free.widget,
        ]

    def _ask(self, moment: str, *, paper: bool = False) -> list[widgets.Widget]:
        """Return the fields for both estimates of one moment; from paper they only name form and moment."""
        asked = []
        for form in rules.FORMS:
            label = self.texts(f"briefje_{moment}_{form}" if paper else f"vraag_{form}")
            box = fields.text_line(label, partial(self._estimate, moment, form))
            self.boxes.setdefault((moment, form), []).append(box)
            asked.append(box)
        return asked

    def _hinted(self, moment: str) -> ui.Prose:
        self.hints[moment] = ui.Prose(self.texts, "", "rw-antwoord")
        return self.hints[moment]

    def _prior_screen(self) -> widgets.Widget:
        texts = self.texts
        return ui.column(
            ui.Prose(texts, texts("schat_inleiding")), *self._ask(rules.BEFORE), self._hinted(rules.BEFORE)
        )

    def _again_screen(self) -> widgets.Widget:
        texts = self.texts
        self.paper = widgets.HTML()
        self.unmoved = ui.Prose(texts)
        self.bet = ui.Question(texts, texts.choice("gok"), lambda bet: self.answer("gok", bet), replies=False)
        self.noted = ui.Prose(texts, "", "rw-antwoord")
        return ui.column(
            ui.Prose(texts, texts("weer_inleiding")),
            *self._ask(rules.AFTER),
            self._hinted(rules.AFTER),
            ui.Prose(texts, texts("weer_briefje")),
            self.paper,
            self.unmoved,
            self.bet,
            self.noted,
        )

    def _return_screen(self) -> widgets.Widget:
        texts = self.texts
        self.came = ui.Question(texts, texts.choice("terug"), lambda when: self.answer("terug", when))
        self.later = ui.column(ui.Prose(texts, texts("morgen_schat")), *self._ask(rules.LATER))
        noted = zip(self._ask(rules.BEFORE, paper=True), self._ask(rules.AFTER, paper=True), strict=True)
        typed = [box for line in noted for box in line]
        self.from_paper = ui.column(ui.Prose(texts, texts("morgen_briefje")), fields.grid(typed, "16rem"))
        self.outcome = ui.Prose(texts, "", "rw-antwoord")
        self.outcome.add_class("live-region")
        self.drawing = ui.Figure()
        self.published = ui.Prose(texts)
        self.model = ui.Prose(texts, texts("model"), "rw-model")
        return ui.column(
            self.came,
            self.later,
            self._hinted(rules.LATER),
            self.from_paper,
            self.outcome,
            self.model,
            self.drawing,
            self.published,
        )

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

    def _estimate(self, moment: str, form: str, typed: str) -> None:
        texts, number = self.texts, rules.parse(typed)
        what = texts.data["vorm"][form]
        good = texts("zeg_schatting", vorm=what, getal=number) if number is not None else texts("geen_getal")
        self.answer(rules.key(moment, form), typed, say=good if typed.strip() else "")

    def _explain(self) -> None:
        opened = not self.state.explained
        self.act(explained=opened, say=self.texts("open" if opened else "dicht"))

    # What is shown.

    def render(self) -> None:
        """Bring the widgets in line with the state."""
        texts, state = self.texts, self.state
        for (moment, form), boxes in self.boxes.items():
            for box in boxes:
                box.value = state.answers.get(rules.key(moment, form), "")
        for moment, hint in self.hints.items():
            hint.say(self._hint(moment))
        self.bet.set(state.answers.get("gok"))
        self.noted.say(texts("weer_genoteerd") if "gok" in state.answers else "")
        self._render_paper()
        self._render_return()
        self._render_explanation()
        self.story.render()
        self.change.render()
        self.free.render()

    def _hint(self, moment: str) -> str:
        state, texts = self.state, self.texts
        typed = [state.answers.get(rules.key(moment, form), "") for form in rules.FORMS]
        if any(text.strip() and rules.parse(text) is None for text in typed):
            return texts("geen_getal")
        return texts("schat_klaar") if moment == rules.BEFORE and rules.has_both(state, moment) else ""

    def _render_paper(self) -> None:
        texts, state = self.texts, self.state
        rows = []
        for form in rules.FORMS:
            numbers = [rules.estimate(state, moment, form) for moment in (rules.BEFORE, rules.AFTER)]
            rows.append([texts.data["vorm"][form], *(texts("open_plek") if n is None else str(n) for n in numbers)])
        self.paper.value = fields.table(texts.data["briefje"], rows)
        if not rules.has_both(state, rules.BEFORE):
            self.unmoved.say(texts("weer_zonder_vooraf"))
            return
        still = [texts.data["vorm"][form] for form, row in zip(rules.FORMS, rows, strict=True) if row[1] == row[2]]
        self.unmoved.say(texts("weer_gelijk", vormen=fields.listing(still)) if still else "")

    def _render_return(self) -> None:
        texts, state = self.texts, self.state
        came = state.answers.get("terug")
        back, shown = came == rules.CAME_BACK, rules.revealed(state)
        self.came.set(came)
        ui.show(self.later, on=back)
        ui.show(self.from_paper, on=back and shown)
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
        if state.answers.get("terug") != rules.CAME_BACK:
            return told
        shares = rules.own_shares(state)
        for form in rules.FORMS:
            what, three = texts.data["vorm"][form], rules.estimates(state, form)
            if three is None:
                told.append(texts("zelf_mist", vorm=what))
            elif form not in shares:
                told.append(texts("zelf_gelijk", vorm=what))
            else:
                before, after, later = three
                share = rules.percent(shares[form])
                told.append(texts("zelf", vorm=what, vooraf=before, na=after, later=later, procent=share))
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

    def _drawing(self) -> tuple[str, str]:
        last = self.state.step == len(self.texts.steps) - 1
        return (rules.free_drawing if last else rules.drawing_of)(self.texts, self.state)


def exercise() -> Hang:
    """Make the exercise in its starting state."""
    return Hang()
