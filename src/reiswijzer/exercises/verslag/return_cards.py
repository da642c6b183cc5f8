"""`terugkomkaarten`: which card is due on this device, and a calendar file for the days that come (M23)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from reiswijzer.exercises import ui
from reiswijzer.exercises.verslag.view import JournalView
from reiswijzer.journal import calendar, times
from reiswijzer.journal.export.lines import day_of_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    import ipywidgets as widgets

    from reiswijzer.journal.journal import Journal

IDENT = "terugkomkaarten"


def began(journal: Journal) -> date | None:
    """Return the day of the first note or move, or None."""
    moments = [note.time for notes in journal.fields.values() for note in notes]
    moments += [version["time"] for versions in journal.exercises.values() for version in versions]
    return times.local(min(moments)).date() if moments else None


class ReturnCards(JournalView):
    """A line per card, and a button for the calendar."""

    def parts(self) -> Sequence[widgets.Widget]:
        """Make the lines and the button."""
        texts = self.texts
        self.lines = ui.Prose(texts)
        self.button = ui.button(texts("agenda"), self._save)
        self.status = ui.Status()
        return [self.lines, self.button, ui.Prose(texts, texts("agenda-uitleg"), "rw-model"), self.status]

    def _today(self) -> date:
        return times.now().astimezone().date()

    def due(self) -> list[date]:
        """Return the day of each card, counted from the first move, or else from today."""
        first = began(self.journal) or self._today()
        return [first + timedelta(days=days) for days in self.texts.data["dagen"]]

    def render(self) -> None:
        """Say when each card is due; before there is a reader, whose days these are, after how many days."""
        if not self.store.ready:
            days = self.texts.data["dagen"]
            counted = [f"- {self.texts('na', nummer=number, dagen=each)}" for number, each in enumerate(days, start=1)]
            self.lines.say("\n\n".join([self.texts("wanneer"), "\n".join(counted)]))
            return
        first, today = began(self.journal), self._today()
        lines = [self.texts("begin", dag=day_of_year(first)) if first else self.texts("geen-begin")]
        items = []
        for number, day in enumerate(self.due(), start=1):
            come = day <= today
            items.append("- " + self.texts("nu" if come else "straks", nummer=number, dag=day_of_year(day)))
        self.lines.say("\n\n".join([*lines, "\n".join(items)]))

    def _save(self) -> None:
        """Put the cards that still come into a calendar file; when all have come, count again from today."""
        today = self._today()
        days = self.due()
        if days[-1] <= today:
            days = [today + timedelta(days=number) for number in self.texts.data["dagen"]]
        appointments = [
            calendar.Appointment(
                f"terugkomkaart-{number}@reiswijzer",
                day,
                self.texts("afspraak", nummer=number),
                self.texts("afspraak-uitleg"),
                self.store.page,
            )
            for number, day in enumerate(days, start=1)
            if day > today
        ]
        made = f"{times.now():%Y%m%dT%H%M%SZ}"
        self.store.save("terugkomkaarten.ics", calendar.MEDIA_TYPE, calendar.write(appointments, made))
        self.status.say(self.texts("gemaakt"))


def view() -> ReturnCards:
    """Make the part."""
    return ReturnCards(IDENT, IDENT)
