"""How the state of an exercise outlives the page: every move is kept, and taken up again when the page opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reiswijzer.content import files
from reiswijzer.exercises import ui
from reiswijzer.exercises.kept import KINDS, fitting
from reiswijzer.journal import document
from reiswijzer.journal.codec import Unreadable
from reiswijzer.widgets.keeper import Keeper

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise

KEY = "reiswijzer/1/oefening/"
"""What the key of an exercise begins with; the number goes up when documents move."""


class Keeping:
    """Keeps the state of one exercise; `widgets` are its part of the exercise on screen."""

    def __init__(self, exercise: Exercise[Any]) -> None:
        self._of = exercise
        self._texts: dict[str, str] = files.toml("bewaren.toml")
        self._kept: Any = exercise.start
        self._taking = False
        self._welcomed = False
        self.keeper = Keeper(KEY + exercise.ident)
        self.keeper.observe(lambda change: self._take_up(change["new"]), "stored")
        self.keeper.observe(lambda change: self._tell(change["new"]), "trouble")
        self.notice = ui.Prose(exercise.texts, "", "rw-melding")
        self.notice.add_class("live-region")
        self.widgets = (self.notice, self.keeper)

    def keep(self) -> None:
        """Keep the present state; at the start there is nothing to keep."""
        state = self._of.state
        if self._taking or state == self._kept:
            return
        self._kept = state
        if self._welcomed:
            self._welcomed = False
            self.notice.say("")
        if state == self._of.start:
            self.keeper.text = ""
            return
        try:
            self.keeper.text = document.write(self._of.ident, state, KINDS)
        except Unreadable:
            self._tell("te_lang")

    def _take_up(self, text: str) -> None:
        if not text:  # another page has started over
            self._of.restart()
            return
        self._taking = True
        try:
            state = document.read(text, self._of.ident, type(self._of.start), KINDS)
            told = self._of.resume(fitting(state, self._of.texts))
        except document.Newer:
            self._refuse("nieuwer")
        except Exception:  # noqa: BLE001 - nothing that was kept may stop an exercise
            self._refuse("beschadigd")
        else:
            self._kept = state
            self.keeper.text = text
            self.notice.say(told or self._texts["hersteld"])
            self._welcomed = True
        finally:
            self._taking = False

    def _refuse(self, why: str) -> None:
        self.keeper.refused += 1
        self._kept = self._of.start
        self.keeper.text = ""
        self._tell(why)

    def _tell(self, what: str) -> None:
        if what in self._texts:
            self.notice.say(self._texts[what])
