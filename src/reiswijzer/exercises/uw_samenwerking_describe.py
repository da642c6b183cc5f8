"""The first screens of "Uw samenwerking": the description with what is like it, and the bet (M25)."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.content.cases import kinds
from reiswijzer.exercises import fields, ui
from reiswijzer.exercises import uw_samenwerking_rules as rules

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise

_NAME, _RESULT, _AGAINST, _PARTNERS = "naam", "resultaat", "tegenzit", "partners"


class DescribeScreen(widgets.VBox):
    """Six fields that may all stay empty, an invented example, and which cases are like what stands there."""

    def __init__(self, exercise: Exercise[rules.OwnState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        self.example = ui.button(texts("voorbeeld"), partial(self._show_example, on=True))
        self.away = ui.button(texts("voorbeeld_weg"), partial(self._show_example, on=False))
        self.invented = widgets.HTML()
        self.invented_head, self.own_head = ui.Prose(texts), ui.Prose(texts)
        self.like_example, self.found = (ui.Prose(texts, "", "rw-antwoord") for _ in range(2))
        self.written = {
            name: (fields.text_line if name == _NAME else fields.text_area)(texts(name), partial(self._write, name))
            for name in (_RESULT, _PARTNERS, _AGAINST, _NAME)
        }
        self.lists = {
            name: fields.dropdown(
                texts(name),
                [(texts("kies"), ""), *((label, ident) for ident, label in kinds(name).items())],
                partial(self._choose, name),
            )
            for name in rules.LISTS
        }
        self.meaning = ui.Prose(texts, "", "rw-model")
        for told in (self.like_example, self.found):
            told.add_class("live-region")
        super().__init__(
            [
                *(ui.Prose(texts, texts("intro")), ui.row(self.example, self.away)),
                *(self.invented_head, self.invented, self.like_example, self.own_head),
                *(self.written[_RESULT], self.found, self.written[_PARTNERS]),
                *(fields.grid(list(self.lists.values()), "12rem"), self.meaning),
                *(self.written[_AGAINST], self.written[_NAME]),
                *(ui.Prose(texts, texts("model"), "rw-model"), ui.Prose(texts, texts("prive"), "rw-model")),
            ]
        )
        self.add_class("rw-kolom")

    def _show_example(self, *, on: bool) -> None:
        state = self._exercise.state
        new = rules.OwnState(answers=state.answers, example=on)
        say = self._texts("voorbeeld_zeg" if on else "voorbeeld_zeg_weg", gevonden=self._told(new))
        self._exercise.act(example=on, say=say)

    def _write(self, name: str, text: str) -> None:
        state = self._exercise.state
        new = rules.OwnState(answers={**state.answers, name: text})
        self._exercise.answer(name, text, undoable=False, example=False, say=self._told(new))

    def _choose(self, name: str, ident: str) -> None:
        new = rules.OwnState(answers={**self._exercise.state.answers, name: ident})
        self._exercise.answer(name, ident, example=False, say=self._told(new))

    def _told(self, state: rules.OwnState) -> str:
        found = rules.near(self._texts, state)
        return self._texts("gevonden", namen=rules.names(found)) if found else self._texts("gevonden_niets")

    def render(self, state: rules.OwnState) -> None:
        """Show what was filled in, the example when that counts, and what is like it."""
        texts = self._texts
        for name, box in self.written.items():
            box.value = rules.own(state, name)
        for name, chosen in self.lists.items():
            chosen.value = rules.own(state, name)
        ui.show(self.example, on=not state.example)
        ui.show(self.away, on=state.example)
        self.invented_head.say(texts("voorbeeld_kop") if state.example else "")
        self.invented.value = self._card(state) if state.example else ""
        form = rules.own(state, "vorm")
        self.meaning.say(texts.data["vormen"][form] if form else "")
        self.own_head.say(texts("voorbeeld_eigen") if state.example else "")
        self.like_example.say(self._found(state) if state.example else "")
        self.found.say("" if state.example else self._found(state))

    def _card(self, state: rules.OwnState) -> str:
        shown = rules.described(self._texts, state)
        for name in rules.LISTS:
            shown[name] = kinds(name)[shown[name]]
        order = (_RESULT, _PARTNERS, *rules.LISTS, _AGAINST, _NAME)
        rows = (f"<dt>{escape(self._texts(name))}</dt><dd>{escape(shown[name])}</dd>" for name in order)
        return f"<dl>{''.join(rows)}</dl>"

    def _found(self, state: rules.OwnState) -> str:
        texts, found = self._texts, rules.near(self._texts, state)
        description = rules.described(texts, state)
        if not rules.filled(description):
            return texts("nog_niets")
        if rules.only_listed(description):
            return texts("alleen_lijst")
        if not found:
            return texts("geen_thema")
        head = texts("kop_een") if len(found) == 1 else texts("kop_meer", aantal=texts.data["aantal"][str(len(found))])
        lines = [f"- {texts('regel', naam=each.case.name, waarom=each.reason)}" for each in found]
        return "\n\n".join([texts("herkend", themas=rules.theme_words(texts, state)), head, "\n".join(lines)])


class BetScreen(widgets.VBox):
    """What went wrong there? Asked before it is shown, and only when there is a there."""

    def __init__(self, exercise: Exercise[rules.OwnState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        self.about = ui.Prose(texts)
        self.bet = ui.Question(texts, texts.choice("gok"), self._bet, replies=False)
        self.noted = ui.Prose(texts)
        super().__init__([self.about, self.bet, self.noted])
        self.add_class("rw-kolom")

    def _bet(self, ident: str) -> None:
        exercise, texts = self._exercise, self._texts
        state = exercise.state
        made = {rules.bet_key(state): ident, rules.about_key(state): rules.together(rules.near(texts, state))}
        exercise.act(answers={**state.answers, **made}, say=texts("gok_vast"))

    def render(self, state: rules.OwnState) -> None:
        """Name the neighbours and show the bet that was made."""
        texts, found = self._texts, rules.near(self._texts, state)
        bet = rules.bet(texts, state)
        self.bet.set(bet or None)
        ui.show(self.bet, on=bool(found))
        if not found:
            self.about.say(texts("gok_leeg"))
        else:
            said = [texts("gok_over", namen=rules.names(found))]
            self.about.say("\n\n".join([texts("gok_voorbeeld"), *said] if state.example else said))
        old = texts("gok_oud") if rules.outdated(texts, state) else ""
        self.noted.say(texts("gok_vast") if found and bet else old)
