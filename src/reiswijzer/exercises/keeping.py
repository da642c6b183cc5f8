"""How the state of an exercise outlives the page: every move is kept, and taken up again when the page opens.

In a page of the book the browser keeps it (`Keeper`). In Jupyter nothing is kept, until a notebook asks for a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reiswijzer.content import files
from reiswijzer.exercises import ui
from reiswijzer.exercises.kept import KINDS, fitting, opened
from reiswijzer.journal import document
from reiswijzer.journal.codec import Unreadable
from reiswijzer.widgets.keeper import Keeper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reiswijzer.exercises.base import Exercise
    from reiswijzer.journal.files import JournalFile

KEY = "reiswijzer/1/oefening/"
"""What the key of an exercise begins with; the number goes up when documents move."""


class Place:
    """Where exercises that are made from now on keep their state beside the browser: a file, or nowhere."""

    file: JournalFile | None = None


class Keeping:
    """Keeps the state of one exercise; `widgets` are its part of the exercise on screen."""

    def __init__(self, exercise: Exercise[Any]) -> None:
        self._of = exercise
        self._texts: dict[str, str] = files.toml("bewaren.toml")
        self._kept: Any = exercise.start
        self._taking = False
        self._welcomed = False
        self._file: JournalFile | None = None
        self._known: Mapping[str, Any] | None = None
        self.keeper = Keeper(KEY + exercise.ident)
        self.keeper.observe(lambda change: self._take_up(change["new"]), "stored")
        self.keeper.observe(lambda change: self._tell(change["new"]), "trouble")
        self.notice = ui.Prose(exercise.texts, "", "rw-melding")
        self.notice.add_class("live-region")
        self.widgets = (self.notice, self.keeper)

    def begin(self) -> None:
        """Take up what a file holds, if there is one; the exercise is whole by now."""
        if Place.file is not None:
            self.keep_in(Place.file)

    def keep(self) -> None:
        """Keep the present state; at the start a browser has nothing to keep."""
        state = self._of.state
        if self._taking or state == self._kept:
            return
        self._kept = state
        if self._welcomed:
            self._welcomed = False
            self.notice.say("")
        try:
            text = document.write(self._of.ident, state, KINDS)
        except Unreadable:
            self._tell("te_lang")
            return
        self.keeper.text = "" if state == self._of.start else text
        self._write(text)

    # In a file.

    def keep_in(self, file: JournalFile) -> None:
        """Keep in a file from now on, and go on from what stands there."""
        self._file, self._known = file, None
        try:
            present = file.present(self._of.ident)
        except document.Newer:
            self._close("bestand-nieuwer")
            return
        except OSError:
            self._close("bestand-dicht")
            return
        if file.put_apart:
            self._tell("bestand-beschadigd")
        if present is not None:
            self._go_on(present)

    def _go_on(self, present: Mapping[str, Any]) -> None:
        """Resume what a file holds; what cannot be read stays there, and the next state comes after it."""
        self._taking = True
        try:
            state = opened(self._of.ident, present)
            told = self._of.resume(state)
        except Exception:  # noqa: BLE001 - nothing that was kept may stop an exercise
            self._tell("bestand-oefening")
        else:
            self._kept, self._known = state, present
            if state != self._of.start:
                self._say(told or self._texts["bestand-hersteld"])
                self._welcomed = True
        finally:
            self._taking = False

    def _write(self, text: str) -> None:
        if self._file is None:
            return
        apart = self._file.put_apart
        try:
            self._known = self._file.keep_document(document.plain(text), self._known)
        except document.Newer:
            self._close("bestand-nieuwer")
        except Unreadable:
            self._tell("te_lang")
        except OSError:
            self._tell("bestand-dicht")
        if self._file is not None and self._file.put_apart != apart:
            self._tell("bestand-beschadigd")

    def _close(self, why: str) -> None:
        self._tell(why)
        self._file = None

    # In a browser.

    def _take_up(self, text: str) -> None:
        if not text:  # another page has started over
            self._of.restart()
            return
        self._taking = True
        try:
            state = document.read(text, self._of.ident, type(self._of.start), KINDS)
            told = self._of.resume(fitting(state, self._of.texts))
        except document.Newer:
            self.keeper.newer = True
            self._tell("nieuwer")
        except Exception:  # noqa: BLE001 - nothing that was kept may stop an exercise
            self._refuse()
        else:
            self._kept = state
            self.keeper.text = text
            self.notice.say(told or self._texts["hersteld"])
            self._welcomed = True
        finally:
            self._taking = False

    def _refuse(self) -> None:
        self.keeper.refused += 1
        self._kept = self._of.start
        self.keeper.text = ""
        self._tell("beschadigd")

    def _tell(self, what: str) -> None:
        if what in self._texts:
            self._say(self._texts[what])

    def _say(self, text: str) -> None:
        file = self._file
        names = {"bestand": file.path.name, "apart": file.put_apart.name if file.put_apart else ""} if file else {}
        self.notice.say(text.format(**names))
