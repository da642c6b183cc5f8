"""`verslag-<exercise>`: what the reader guessed, chose and wrote in one exercise, first answers beside present ones."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import markup
from reiswijzer.exercises.noted import noted
from reiswijzer.exercises.verslag.view import JournalView
from reiswijzer.journal.journal import EXERCISE, KEY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reiswijzer.content.texts import Texts
    from reiswijzer.journal.report import Entry

PREFIX = "verslag-"


def entry_html(texts: Texts, entry: Entry) -> str:
    """Return one entry: the question, the answer of now, the first one if that was another, and what came of it."""
    lines = [f'<p class="rw-noot-vraag">{markup.inline(entry.prompt)}</p>']
    lines.append(f'<p class="rw-noot-nu"><span>{texts(entry.kind)}:</span> {escape(entry.present)}</p>')
    if entry.first and entry.first != entry.present:
        lines.append(f'<p class="rw-noot-eerst">{escape(texts("eerst", tekst=entry.first))}</p>')
    if entry.outcome:
        lines.append(f'<p class="rw-noot-uitkomst">{markup.inline(entry.outcome)}</p>')
    return f'<li class="rw-noot">{"".join(lines)}</li>'


class Done(JournalView):
    """A list of entries, or a line that says that there is nothing yet."""

    def __init__(self, exercise: str) -> None:
        self.exercise = exercise
        super().__init__(PREFIX + exercise, "onderweg", f"{KEY}{EXERCISE}{exercise}")

    def parts(self) -> Sequence[widgets.Widget]:
        """Return the list."""
        self.list = widgets.HTML()
        return [self.list]

    def render(self) -> None:
        """Show what the documents of the exercise say."""
        entries = noted(self.exercise, self.journal.exercises.get(self.exercise, ()))
        empty = self.texts("leeg-startpunt" if self.exercise == "startpunt" else "leeg")
        found = "".join(entry_html(self.texts, entry) for entry in entries)
        self.list.value = f'<ul class="rw-noten">{found}</ul>' if found else f"<p>{escape(empty)}</p>"
