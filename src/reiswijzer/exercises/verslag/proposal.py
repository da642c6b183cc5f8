"""`plan-voorstel`: lines for the plan from what was noted; a line that the reader already wrote is left alone."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import ui
from reiswijzer.exercises.noted import compose
from reiswijzer.exercises.verslag.view import JournalView
from reiswijzer.journal import journal
from reiswijzer.journal.plan import plan

if TYPE_CHECKING:
    from collections.abc import Sequence

IDENT = "plan-voorstel"


class Proposal(JournalView):
    """For each open line of the plan what could stand there, with a button to take it over."""

    def parts(self) -> Sequence[widgets.Widget]:
        """Make the lines; there is one group for each field of the plan."""
        texts = self.texts
        self.intro = ui.Prose(texts)
        self.lines: dict[str, tuple[widgets.HTML, widgets.Button]] = {}
        groups = []
        for line in plan(compose(self.journal)):
            said = widgets.HTML()
            button = ui.button(texts("neem"), partial(self._take_over, line.field))
            button.tooltip = f"{texts('neem')}: {line.question}"
            self.lines[line.field] = (said, button)
            groups.append(ui.column(said, button))
        self.status = ui.Status()
        return [self.intro, *groups, self.status]

    def render(self) -> None:
        """Show the proposals for lines that are still open."""
        lines = plan(compose(self.journal))
        self._proposed = {line.field: line for line in lines if line.origin == "proposal"}
        for field, (said, button) in self.lines.items():
            line = self._proposed.get(field)
            for widget in (said, button):
                ui.show(widget, on=line is not None)
            if line:
                text = escape(line.text).replace("\n", "<br>")
                said.value = f"<p><strong>{escape(line.question)}</strong></p><p>{text}</p>"
        own = any(line.origin == "own" for line in lines)
        told = self.texts("intro" if self._proposed else "klaar" if own else "niets")
        self.intro.say(told if self.store.ready else self.texts.question)

    def _take_over(self, field: str) -> None:
        if field not in self._proposed:
            return
        changed = journal.with_note(self.journal, field, self._proposed[field].text)
        if not journal.keepable(changed):
            self.status.say(self.texts("te-veel"))
            return
        key = f"{journal.KEY}{journal.FIELD}{field}"
        self.keep({key: journal.to_keys(changed)[key]}, self._taken)

    def _taken(self) -> None:
        self.status.say(self.texts(self.store.trouble or "overgenomen"))


def view() -> Proposal:
    """Make the part."""
    return Proposal(IDENT, IDENT)
