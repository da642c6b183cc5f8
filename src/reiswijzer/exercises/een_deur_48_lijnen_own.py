"""The last two steps of `een-deur-48-lijnen`: the reader's own front door, and all controls at once (M9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reiswijzer.exercises import fields, ui
from reiswijzer.exercises.een_deur_48_lijnen_parts import FAMILY, MINUTES, DoorState, Words, count
from reiswijzer.models.lines import full_mesh, star, two_directors

if TYPE_CHECKING:
    from collections.abc import Callable

    from reiswijzer.exercises.base import Exercise

OWN_CASE = ("huishouden", "rollen", "vervanger", "alsdan")
_PAIR = 2
_FEWEST_MINUTES, _MOST_MINUTES = 10, 120


def own_roles(state: DoorState) -> list[str]:
    """Return the roles around the reader's own door: one a line, a double only once."""
    found: dict[str, str] = {}
    for line in str(state.answers.get("rollen", "")).splitlines():
        if line.strip():
            found.setdefault(" ".join(line.lower().split()), line.strip())
    return list(found.values())


class OwnScreen:
    """A household of the reader's own, in roles; the lines are counted from the list of roles."""

    def __init__(self, exercise: Exercise[DoorState]) -> None:
        self._of = exercise
        self._texts = texts = exercise.texts
        self.fields = {name: fields.text_area(texts(f"tafel_{name}"), self._writer(name)) for name in OWN_CASE}
        self.told = ui.Prose(texts, "", "rw-antwoord")
        self.told.add_class("live-region")
        household, roles, *rest = self.fields.values()
        self.widget = ui.column(
            ui.Prose(texts, f"{texts('tafel_inleiding')}\n\n{texts('prive')}"),
            household,
            roles,
            self.told,
            *rest,
            ui.Prose(texts, f"{texts('tafel_rollen_dubbel')} {texts('model')}", "rw-model"),
        )

    def _writer(self, name: str) -> Callable[[str], None]:
        return lambda text: self._of.answer(name, text, undoable=False)

    def render(self) -> None:
        """Bring the screen in line with the state."""
        texts, words = self._texts, Words(self._texts)
        for name, widget in self.fields.items():
            widget.value = self._of.state.answers.get(name, "")
        n = len(own_roles(self._of.state))
        if n < _PAIR:
            self.told.say(texts("tafel_een") if n else texts("tafel_leeg"))
            return
        counts = {"mesh": full_mesh(n), "ster": star(n), "twee": two_directors(n)}
        values = {name: words.some(lines, "lijn") for name, lines in counts.items()}
        values |= {f"uren_{name}": words.hours(lines, MINUTES) for name, lines in counts.items()}
        self.told.say(texts("tafel_stand", organisaties=words.some(n, "organisatie"), **values))


class FreeScreen:
    """Organisations, directors, departures and minutes per line, all open."""

    def __init__(self, exercise: Exercise[DoorState], figure: ui.Figure) -> None:
        self._of = exercise
        self._texts = texts = exercise.texts
        names = texts.data["vrij"]
        self.controls = {
            "free_parties": fields.slider(texts("vrij_organisaties"), _PAIR, FAMILY, self._setter("free_parties")),
            "free_directors": fields.dropdown(
                texts("vrij_regisseurs"),
                [(name, number) for number, name in enumerate(names["regisseurs"])],
                self._setter("free_directors"),
            ),
            "free_departed": fields.dropdown(
                texts("vrij_weg"),
                [(name, number) for number, name in enumerate(names["weg"])],
                self._setter("free_departed"),
            ),
            "free_minutes": fields.slider(
                texts("vrij_minuten"), _FEWEST_MINUTES, _MOST_MINUTES, self._setter("free_minutes"), 10
            ),
        }
        self.told = ui.Prose(texts)
        self.widget = ui.column(
            ui.Prose(texts, texts("vrij_inleiding")),
            *self.controls.values(),
            self.told,
            figure,
            ui.Prose(texts, texts("model"), "rw-model"),
        )

    def _setter(self, name: str) -> Callable[[int], None]:
        def move(value: int) -> None:
            new: dict[str, Any] = {key: getattr(self._of.state, key) for key in self.controls} | {name: value}
            if new["free_directors"] and new["free_departed"] > new["free_directors"]:
                # No more directors can leave than there are; the control that was touched last decides.
                other = "free_directors" if name == "free_departed" else "free_departed"
                new[other] = value
            self._of.act(**new, say=self._sentence("vrij_zeg", new))

        return move

    def _sentence(self, ident: str, values: dict[str, int]) -> str:
        n, directors, departed, minutes = (values[name] for name in self.controls)
        lines, parts, hinges = count(n, directors, departed)
        hinge = "los" if parts != 1 else str(min(hinges, 1))
        words = Words(self._texts)
        return self._texts(
            ident,
            lijnen=words.some(lines, "lijn"),
            uren=words.hours(lines, minutes),
            delen=words.parts(parts),
            scharnier=self._texts(f"vrij_scharnier_{hinge}"),
        )

    def render(self) -> None:
        """Bring the screen in line with the state."""
        for name, widget in self.controls.items():
            widget.value = getattr(self._of.state, name)
        values = {name: getattr(self._of.state, name) for name in self.controls}
        self.told.say(self._sentence("vrij_stand", values))
