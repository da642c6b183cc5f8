"""`een-deur-48-lijnen`: lines around one household (M9, M17), what may be shared (M11), what can be defended (M12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import fields, ui
from reiswijzer.exercises.base import Exercise
from reiswijzer.exercises.een_deur_48_lijnen_debt import DebtScreen
from reiswijzer.exercises.een_deur_48_lijnen_gate import GateScreen
from reiswijzer.exercises.een_deur_48_lijnen_own import FreeScreen, OwnScreen
from reiswijzer.exercises.een_deur_48_lijnen_parts import (
    FAMILY,
    MINUTES,
    DoorState,
    Words,
    count,
    dutch,
    ring_text,
)
from reiswijzer.figures.ring import ring
from reiswijzer.models.lines import full_mesh, hours_per_month, parts_left

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

IDENT = "een-deur-48-lijnen"
_PAIR = 2
_EMPTY_STEPS = ("gok",)
_FORMS = 3


class Door(Exercise[DoorState]):
    """One front door, up to 48 organisations."""

    def __init__(self) -> None:
        super().__init__(IDENT, DoorState())

    def screens(self) -> Sequence[widgets.Widget]:
        """Return one widget per step."""
        self.words = Words(self.texts)
        self.figures = {step: ui.Figure() for step in ("gok", "lijnen", "regisseur", "vrij")}
        self.gate = GateScreen(self)
        self.debt = DebtScreen(self)
        self.own = OwnScreen(self)
        self.free = FreeScreen(self, self.figures["vrij"])
        return [
            self._bet_screen(),
            self._lines_screen(),
            self._director_screen(),
            self.gate.widget,
            self.debt.widget,
            self._explanation_screen(),
            self.own.widget,
            self.free.widget,
        ]

    def _bet_screen(self) -> widgets.Widget:
        texts = self.texts
        self.bet = ui.Question(texts, texts.choice("gok"), lambda answer: self.answer("gok", answer), replies=False)
        self.noted = ui.Prose(texts)
        return ui.column(ui.Prose(texts, texts("gok_inleiding")), self.bet, self.noted, self.figures["gok"])

    def _lines_screen(self) -> widgets.Widget:
        texts = self.texts
        self.parties = fields.slider(texts("lijnen_schuif"), _PAIR, FAMILY, self._set_parties)
        self.one_more = ui.button(texts("lijnen_erbij"), lambda: self._set_parties(min(self.state.parties + 1, FAMILY)))
        self.everyone = ui.button(texts("lijnen_alle"), lambda: self._set_parties(FAMILY))
        self.lines_told = ui.Prose(texts)
        self.bet_back = ui.Prose(texts, "", "rw-antwoord")
        return ui.column(
            ui.Prose(texts, texts("lijnen_opdracht")),
            self.parties,
            ui.row(self.one_more, self.everyone),
            self.lines_told,
            self.figures["lijnen"],
            self.bet_back,
            ui.Prose(texts, f"{texts('regie_uren')} {texts('model')}", "rw-model"),
        )

    def _director_screen(self) -> widgets.Widget:
        texts = self.texts
        self.forms = [ui.button(texts(f"regie_knop_{number}"), self._appointer(number)) for number in range(_FORMS)]
        self.leave = ui.button(texts("regie_knop_weg"), self._leave)
        self.director_told = ui.Prose(texts)
        self.bet_leave = ui.Question(
            texts, texts.choice("gok_vertrek"), lambda answer: self.answer("gok_vertrek", answer), replies=False
        )
        self.leave_back = ui.Prose(texts, "", "rw-antwoord")
        return ui.column(
            ui.row(*self.forms, self.leave),
            self.director_told,
            self.bet_leave,
            self.leave_back,
            self.figures["regisseur"],
            ui.Prose(texts, f"{texts('regie_uren')} {texts('model')}", "rw-model"),
        )

    def _explanation_screen(self) -> widgets.Widget:
        texts = self.texts
        self.surprise = fields.text_area(texts("verrast_veld"), self._writer("verrast"))
        self.explain = ui.button(texts("verrast_knop"), self._explain)
        self.first = ui.Prose(texts, "", "rw-antwoord")
        self.explanation = ui.Prose(texts)
        self.standing = widgets.HTML()
        return ui.column(
            self.surprise,
            ui.Prose(texts, texts("prive"), "rw-model"),
            ui.row(self.explain),
            self.first,
            self.explanation,
            self.standing,
            ui.Prose(texts, texts("model"), "rw-model"),
        )

    # Moves.

    def _writer(self, name: str) -> Callable[[str], None]:
        return lambda text: self.answer(name, text, undoable=False)

    def _set_parties(self, n: int) -> None:
        lines = full_mesh(n)
        say = self.texts(
            "lijnen_zeg",
            organisaties=self.words.some(n, "organisatie"),
            lijnen=self.words.some(lines, "lijn"),
            uren=self.words.hours(lines, MINUTES),
        )
        self.act(parties=n, say=say)

    def _appointer(self, number: int) -> Callable[[], None]:
        return lambda: self.act(directors=number, departed=0, say=ring_text(self.texts, FAMILY, number, 0))

    def _leave(self) -> None:
        state = self.state
        if state.departed < state.directors:
            gone = state.departed + 1
            self.act(departed=gone, say=ring_text(self.texts, FAMILY, state.directors, gone))

    def _explain(self) -> None:
        open_ = not self.state.explained
        self.act(explained=open_, say=self.texts("open" if open_ else "dicht"))

    # What is shown.

    def render(self) -> None:
        """Bring the widgets in line with the state; only the drawing on screen is drawn again."""
        state, answers = self.state, self.state.answers
        step = self.texts.steps[state.step].id
        if step in self.figures:
            self.figures[step].draw(self.figure(), self.figure_text())
        self.bet.set(answers.get("gok"))
        self.noted.say(self.texts("gok_genoteerd") if "gok" in answers else "")
        self._render_lines()
        self._render_director()
        self.gate.render()
        self.debt.render()
        self._render_explanation()
        self.own.render()
        self.free.render()

    def _render_lines(self) -> None:
        n, texts, words = self.state.parties, self.texts, self.words
        lines = full_mesh(n)
        self.parties.value = n
        self.everyone.disabled = self.one_more.disabled = n == FAMILY
        told = texts(
            "lijnen_stand",
            organisaties=words.some(n, "organisatie"),
            lijnen=words.some(lines, "lijn"),
            nieuw=words.some(lines - full_mesh(n - 1), "lijn"),
        )
        self.lines_told.say(f"{told} {texts('lijnen_uren', uren=words.hours(lines, MINUTES))}")
        self.bet_back.say(self._returned("gok", "lijnen") if n == FAMILY else "")

    def _returned(self, question: str, prefix: str) -> str:
        bet = self.state.answers.get(question)
        if bet is None:
            return self.texts(f"{prefix}_niet_gegokt")
        shown = self.texts.data["kort"][question][bet]
        reply = self.texts.choice(question).option(bet).reply
        return f"{self.texts(f'{prefix}_gok', gok=shown)}\n\n{reply}"

    def _render_director(self) -> None:
        state = self.state
        self.director_told.say(self.texts(f"regie_{state.directors}_{state.departed}"))
        ui.mark_current(self.forms, state.directors, "rw-gekozen")
        self.leave.disabled = state.departed >= state.directors
        self.bet_leave.set(state.answers.get("gok_vertrek"))
        one_gone = (state.directors, state.departed) == (1, 1)
        ui.show(self.bet_leave, on=(state.directors, state.departed) == (1, 0))
        self.leave_back.say(self._returned("gok_vertrek", "regie") if one_gone else "")

    def _render_explanation(self) -> None:
        texts, state = self.texts, self.state
        self.surprise.value = state.answers.get("verrast", "")
        self.explain.description = texts("verrast_weg" if state.explained else "verrast_knop")
        wrote = bool(self.surprise.value.strip())
        self.first.say(texts("verrast_eerst") if state.explained and not wrote else "")
        self.explanation.say(texts("uitleg") if state.explained else "")
        self.standing.value = self._standing() if state.explained else ""

    def _standing(self) -> str:
        texts = self.texts
        head = [texts("stand_kop"), *(texts(f"stand_vorm_{directors}") for directors in range(_FORMS))]
        counts = [count(FAMILY, directors, 0) for directors in range(_FORMS)]
        rows = [
            (texts("stand_lijnen"), *(dutch(lines) for lines, _, _ in counts)),
            (texts("stand_uren"), *(dutch(hours_per_month(lines)) for lines, _, _ in counts)),
            (texts("stand_scharnier"), *(str(hinges) for _, _, hinges in counts)),
            (texts("stand_delen"), *(str(parts_left(FAMILY, directors, 1)) for directors in range(_FORMS))),
        ]
        return fields.table(head, rows)

    # The figure.

    def _ring(self) -> tuple[int, int, int]:
        state = self.state
        step = self.texts.steps[state.step].id
        if step == "lijnen":
            return state.parties, 0, 0
        if step == "vrij":
            return state.free_parties, state.free_directors, state.free_departed
        return FAMILY, state.directors, state.departed

    def _bare(self) -> bool:
        return self.texts.steps[self.state.step].id in _EMPTY_STEPS

    def figure(self) -> str:
        """Return the ring of the present step; before the lines are drawn, only the door and the 48."""
        n, directors, departed = self._ring()
        bare = self._bare()
        return ring(
            n,
            directors=0 if bare else directors,
            departed=0 if bare else departed,
            lines=not bare,
            title=self.texts("figuur_titel"),
            description=self.figure_text(),
        )

    def figure_text(self) -> str:
        """Return in words what `figure` shows."""
        return self.texts("figuur_leeg") if self._bare() else ring_text(self.texts, *self._ring())


def exercise() -> Door:
    """Make the exercise in its starting state."""
    return Door()
