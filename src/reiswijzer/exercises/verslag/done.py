"""`verslag-<exercise>`: what the reader guessed, chose and wrote in one exercise, first answers beside present ones."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.content.texts import texts
from reiswijzer.exercises import markup
from reiswijzer.exercises.noted import noted
from reiswijzer.exercises.verslag.view import JournalView
from reiswijzer.journal.export import html
from reiswijzer.journal.journal import EXERCISE, KEY

if TYPE_CHECKING:
    from collections.abc import Sequence

PREFIX = "verslag-"


class Done(JournalView):
    """A list of entries, or a line that says that there is nothing yet."""

    def __init__(self, exercise: str) -> None:
        self.exercise = exercise
        self.about = texts(exercise).title
        super().__init__(PREFIX + exercise, "onderweg", f"{KEY}{EXERCISE}{exercise}")

    def parts(self) -> Sequence[widgets.Widget]:
        """Return the list."""
        self.list = widgets.HTML()
        return [self.list]

    def render(self) -> None:
        """Show what the documents of the exercise say; before the page has brought any, what will stand here."""
        if not self.store.ready:
            self.list.value = markup.html(self.texts.question)
            return
        entries = noted(self.exercise, self.journal.exercises.get(self.exercise, ()))
        empty = self.texts("leeg-startpunt" if self.exercise == "startpunt" else "leeg")
        self.list.value = html.entries(entries) if entries else f"<p>{escape(empty)}</p>"
