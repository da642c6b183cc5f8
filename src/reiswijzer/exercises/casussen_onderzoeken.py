"""Casussen onderzoeken: filter the documented collaborations and read one, after betting on the setbacks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.content.cases import Case, case, cases, kinds
from reiswijzer.content.publishers import resting_on_partners, with_a_partner
from reiswijzer.exercises import ui
from reiswijzer.exercises.base import Exercise, State
from reiswijzer.exercises.case_card import details, name_link
from reiswijzer.exercises.fields import dropdown, grid, text_area
from reiswijzer.figures.bar_chart import bar_chart

if TYPE_CHECKING:
    from collections.abc import Sequence

IDENT = "casussen-onderzoeken"
FILTERS = ("insight", "domain", "setback")


@dataclass(frozen=True)
class CasesState(State):
    """The filters ("" is all) and the case that is read ("" is none)."""

    insight: str = ""
    domain: str = ""
    setback: str = ""
    chosen: str = ""
    explained: bool = False


def hits(insight: str = "", domain: str = "", setback: str = "") -> tuple[Case, ...]:
    """Return the cases that pass the filters, in the order of the file.

    Parameters
    ----------
    insight
        "1" to "5", or "" for all.
    domain
        A domain as in the data, or "" for all.
    setback
        "ja" or "nee" for whether a setback is documented, or "" for all.
    """
    return tuple(
        item
        for item in cases().values()
        if (not insight or int(insight) in item.insights)
        and (not domain or item.domain == domain)
        and (not setback or item.setback_found == (setback == "ja"))
    )


class ExploreCases(Exercise[CasesState]):
    """Bet, search, see, explain, own table."""

    def screens(self) -> Sequence[widgets.Widget]:
        """Make one screen per step."""
        words = self.texts
        self.bet = ui.Question(words, words.choice("tegenvallers"), self._bet, replies=False)
        self.bet_note = ui.Prose(words)
        every, domains = [(words("alle"), "")], kinds("domein")
        self.insight = dropdown(words("inzicht"), [*every, *((n, n) for n in "12345")], self._filter("insight"))
        self.domain = dropdown(
            words("domein"), [*every, *((label, key) for key, label in domains.items())], self._filter("domain")
        )
        self.setback = dropdown(
            words("tegenvaller"), [*every, (words("ja"), "ja"), (words("nee"), "nee")], self._filter("setback")
        )
        self.count = ui.Prose(words)
        self.chart = ui.Figure()
        self.which = dropdown(words("casus"), [(words("kies_casus"), "")], self._choose)
        self.card = widgets.HTML()
        self.card.add_class("live-region")
        self.seen = ui.Prose(words)
        self.surprise = text_area(words("verrassing"), lambda text: self.answer("verrassing", text, undoable=False))
        self.explain_button = ui.button(words("uitleg_knop"), lambda: self.act(explained=True))
        self.explanation = ui.Prose(words)
        self.gain = text_area(words("tafel_opbrengst"), lambda text: self.answer("opbrengst", text, undoable=False))
        self.loss = text_area(words("tafel_tegen"), lambda text: self.answer("tegenvaller", text, undoable=False))
        return [
            ui.column(self.bet, self.bet_note),
            ui.column(grid([self.insight, self.domain, self.setback]), self.count, self.which, self.card, self.chart),
            ui.column(self.seen),
            ui.column(self.surprise, self.explain_button, self.explanation),
            ui.column(ui.Prose(words, words("tafel_vraag")), self.gain, self.loss, ui.Prose(words, words("prive"))),
        ]

    def _bet(self, option: str) -> None:
        self.answer("tegenvallers", option, say=self.texts("gok_vast"))

    def _filter(self, name: str) -> Any:
        def change(value: str) -> None:
            wanted = {**self._filters(), name: value}
            left = hits(**wanted)
            keep = self.state.chosen if self.state.chosen in {item.id for item in left} else ""
            changes: dict[str, Any] = {"chosen": keep, name: value}
            self.act(say=self.texts("treffers", aantal=len(left), alle=len(cases())), **changes)

        return change

    def _choose(self, ident: str) -> None:
        say = self.texts("gekozen", naam=case(ident).name) if ident else ""
        self.act(chosen=ident, say=say)

    def _filters(self) -> dict[str, str]:
        return {name: getattr(self.state, name) for name in FILTERS}

    def render(self) -> None:
        """Bring the widgets in line with the state."""
        state, words = self.state, self.texts
        bet = state.answers.get("tegenvallers")
        self.bet.set(bet)
        self.bet_note.say(words("gok_vast") if bet else "")
        for name in FILTERS:
            getattr(self, name).value = getattr(state, name)
        found = hits(**self._filters())
        self.which.options = [(words("kies_casus"), ""), *((item.name, item.id) for item in found)]
        self.which.value = state.chosen
        self.count.say(words("treffers", aantal=len(found), alle=len(cases())) if found else self._loosen())
        self.card.value = self._card(case(state.chosen)) if state.chosen else ""
        self.chart.draw(self.figure(), self.figure_text())
        self.seen.say(self._seen(bet))
        self.surprise.value = state.answers.get("verrassing", "")
        self.explanation.say(self._explanation() if state.explained else "")
        self.gain.value = state.answers.get("opbrengst", "")
        self.loss.value = state.answers.get("tegenvaller", "")

    def _loosen(self) -> str:
        """Name the filter whose loosening brings most cases back."""
        labels = {"insight": "inzicht", "domain": "domein", "setback": "tegenvaller"}
        gains = {name: len(hits(**{**self._filters(), name: ""})) for name in FILTERS if getattr(self.state, name)}
        best = max(gains, key=lambda name: gains[name])
        return self.texts("geen_treffers", filter=self.texts(labels[best]), aantal=gains[best])

    def _card(self, item: Case) -> str:
        fields = ("doel", "vorm", "partners", "opbrengst", "tegen")
        return f'<p class="rw-vraag">{name_link(item)}</p>{details(self.texts, item, fields)}'

    def _seen(self, bet: str | None) -> str:
        every = cases().values()
        setbacks = len(hits(setback="ja"))
        start = self.texts("geen_gok")
        if bet:
            label = self.texts.choice("tegenvallers").option(bet).label
            start = self.texts("u_dacht", gok=label.lower(), tegenvallers=setbacks, alle=len(every))
            start += "\n\n" + self.texts.choice("tegenvallers").option(bet).reply
        return start + "\n\n" + self.texts(
            "zie_uitleg",
            opbrengst=sum(bool(item.documented_outcome) for item in every),
            tegenvallers=setbacks,
            beide=sum(bool(item.documented_outcome and item.setback_found) for item in every),
            alle=len(every),
            meest=len(hits(insight="1")),
            minst=len(hits(insight="5")),
        )  # fmt: skip

    def _explanation(self) -> str:
        every = cases().values()
        return self.texts(
            "uitleg",
            een_bron=sum(len(item.sources) == 1 for item in every),
            geen_jaar=sum(item.start_year is None for item in every),
            betrokken=len(with_a_partner()),
            alleen=len(resting_on_partners()),
            alle=len(every),
        )

    def _domains(self) -> list[tuple[str, int]]:
        counted = Counter(item.domain for item in hits(**self._filters()))
        return [(kinds("domein")[key], number) for key, number in counted.most_common()]

    def figure(self) -> str:
        """Return the number of cases per domain that pass the filters."""
        return bar_chart(self._domains(), title=self.texts("figuur_titel"), description=self.figure_text())

    def figure_text(self) -> str:
        """Return the same in words."""
        if not self._domains():
            return self.texts("figuur_leeg")
        return self.texts("figuur", verdeling=", ".join(f"{label} {number}" for label, number in self._domains()))


def exercise() -> ExploreCases:
    """Make the exercise in its starting state."""
    return ExploreCases(IDENT, CasesState())
