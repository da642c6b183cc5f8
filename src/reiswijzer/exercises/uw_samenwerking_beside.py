"""The last screens of "Uw samenwerking": the neighbours with what came of them, what differs, and a question (M25)."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import fields, ui
from reiswijzer.exercises import uw_samenwerking_rules as rules
from reiswijzer.exercises.case_card import details, name_link

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise

_FIELDS = ("doel", "partners", "opbrengst", "tegen")


class LikeScreen(widgets.VBox):
    """The neighbours: what they wanted and what came of it; what went wrong only after the bet, or on request."""

    def __init__(self, exercise: Exercise[rules.OwnState]) -> None:
        texts = self._texts = exercise.texts
        self._exercise = exercise
        self.closed = ui.Prose(texts)
        self.peek = ui.button(texts("toch"), lambda: exercise.unfold(rules.peek_key(texts, exercise.state)))
        self.result = ui.Prose(texts, "", "rw-antwoord")
        self.result.add_class("live-region")
        self.cards = widgets.HTML()
        self.page = ui.Prose(texts)
        self.figure = ui.Figure()
        self.legend = ui.Prose(texts, "", "rw-model")
        model = ui.Prose(texts, texts("model"), "rw-model")
        super().__init__([self.closed, self.peek, self.result, self.cards, self.page, self.figure, self.legend, model])
        self.add_class("rw-kolom")

    def render(self, state: rules.OwnState) -> None:
        """Show the neighbours, and what went wrong when the reader has bet or did not want to."""
        texts, found = self._texts, rules.near(self._texts, state)
        seen = bool(rules.bet(texts, state)) or rules.peek_key(texts, state) in state.opened
        if not found:
            self.closed.say(texts("lijkt_leeg"))
        else:
            closed = texts("lijkt_oud" if rules.outdated(texts, state) else "lijkt_dicht")
            self.closed.say("" if seen else closed)
        ui.show(self.peek, on=bool(found) and not seen)
        ui.show(self.figure, on=bool(found))
        self.result.say(self._result(state, found) if found and seen else "")
        self.cards.value = "".join(self._card(each, seen=seen) for each in found)
        self.page.say(texts("pagina") if found else "")
        self.legend.say(texts("figuur_uitleg") if found else "")
        if found:
            self.figure.draw(*rules.draw(texts, state))

    def _result(self, state: rules.OwnState, found: tuple[rules.Near, ...]) -> str:
        texts, bet = self._texts, rules.bet(self._texts, state)
        about = tuple(each.case for each in found)
        counted = rules.setbacks(about)
        if not bet:
            said = [texts("geen_gok")]
        else:
            option = texts.choice("gok").option(bet)
            said = [f"{texts('u_gokte', gok=option.label.lower())} {self._verdict(rules.Bet(bet, about))}"]
            said.append(option.reply)
        if not counted:
            said.append(texts("geen_gevonden"))
        else:
            said.append(f"{texts('wel', lijst=rules.setback_words(texts, counted))} {texts('indeling')}")
        return "\n\n".join(said)

    def _verdict(self, made: rules.Bet) -> str:
        times, among = rules.hits(self._texts, made), len(made.about)
        if not times:
            return self._texts("mis_geen" if made.option == rules.NO_SETBACK else "mis")
        if among == 1 or made.option == rules.NO_SETBACK:
            return self._texts("raak_een")
        return self._texts("raak", aantal=times, alle=among)

    def _card(self, near: rules.Near, *, seen: bool) -> str:
        shown = details(self._texts, near.case, _FIELDS, closed="" if seen else self._texts("dicht"))
        return (
            f'<div class="rw-buur"><p><strong>{name_link(near.case)}.</strong> {escape(near.reason)}</p>{shown}</div>'
        )


class DifferentScreen(widgets.VBox):
    """What is different at the reader's own table, what surprised, and then our explanation."""

    def __init__(self, exercise: Exercise[rules.OwnState]) -> None:
        texts = self._texts = exercise.texts
        self.own = {
            name: fields.text_area(texts(name), partial(exercise.answer, name, undoable=False))
            for name in ("anders", "verrast")
        }
        self.unfold = ui.button(texts("uitleg_knop"), lambda: exercise.unfold("uitleg"))
        self.explanation = ui.Prose(texts)
        super().__init__(
            [
                *(ui.Prose(texts, texts("anders_intro")), *self.own.values(), self.unfold, self.explanation),
                *(ui.Prose(texts, texts("model"), "rw-model"), ui.Prose(texts, texts("prive"), "rw-model")),
            ]
        )
        self.add_class("rw-kolom")

    def render(self, state: rules.OwnState) -> None:
        """Show the own words, and the explanation once it is asked for."""
        texts = self._texts
        for name, box in self.own.items():
            box.value = rules.own(state, name)
        opened = "uitleg" in state.opened
        ui.show(self.unfold, on=not opened)
        known = rules.theme_words(texts, state) or texts("uitleg_niets")
        self.explanation.say(texts("uitleg", themas=known) if opened else "")


class AskScreen(widgets.VBox):
    """One question to take along."""

    def __init__(self, exercise: Exercise[rules.OwnState]) -> None:
        texts = exercise.texts
        self.question = fields.text_area(texts("vraag"), partial(exercise.answer, "vraag", undoable=False))
        self.end = ui.Prose(texts)
        self._texts = texts
        super().__init__(
            [
                ui.Prose(texts, texts("vraag_intro")),
                self.question,
                self.end,
                ui.Prose(texts, texts("prive"), "rw-model"),
            ]
        )
        self.add_class("rw-kolom")

    def render(self, state: rules.OwnState) -> None:
        """Show the question, and where it has gone."""
        asked = rules.own(state, "vraag")
        self.question.value = asked
        self.end.say(self._texts("vraag_slot") if asked.strip() else "")
