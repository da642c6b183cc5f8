"""Reisverslagen naast elkaar: a trainer lays share files side by side; nothing is kept, and nothing is sent."""

from __future__ import annotations

import random
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.cohort import bets
from reiswijzer.cohort.gather import Gathering, gather
from reiswijzer.cohort.rules import enough
from reiswijzer.cohort.words import sentences
from reiswijzer.content.files import raw
from reiswijzer.content.texts import TOGETHER, texts
from reiswijzer.exercises import fields, markup, ui
from reiswijzer.exercises import naast_elkaar_parts as parts
from reiswijzer.exercises.shown import Shown
from reiswijzer.journal.share import LARGEST
from reiswijzer.widgets.drop import Drop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reiswijzer.content.texts import Texts

IDENT = "naast-elkaar"
_ORDERS = 2**31


def examples(content: Texts) -> tuple[tuple[str, bytes], ...]:
    """Return the made-up files, name and content; three of them are bad on purpose."""
    return tuple((name, raw(f"{TOGETHER}/voorbeeld/{name}").encode()) for name in content.data["voorbeelden"])


class SideBySide(Shown):
    """Files come in by the button, by dropping, or as the example; all that follows from them is drawn anew."""

    def __init__(self) -> None:
        super().__init__()
        self.ident = IDENT
        self.texts = words = texts(IDENT, TOGETHER)
        self.gathering = Gathering()
        self._files: list[tuple[str, bytes]] = []
        self._bets = bets.known()
        self._seed = 0
        self.upload = widgets.FileUpload(
            multiple=True,
            accept=".json",
            description=words("kies"),
            tooltip=words("kies-tip"),
            layout=widgets.Layout(**ui.AUTO),
        )
        self.upload.add_class("rw-knop")
        self.upload.observe(lambda change: self._chosen(change["new"]), names="value")
        self.upload.observe(lambda change: self._failed(change["new"]), names="error")
        self.drop = Drop(self.take, LARGEST)
        self.example = ui.button(words("voorbeeld"), self.take_example)
        self.restart = ui.button(words("opnieuw"), self.clear)
        self.status = ui.Status()
        self.invented = ui.Prose(words, "", "rw-antwoord")
        self.who = widgets.HTML()
        self.few = ui.Prose(words)
        self.map, self.dots, self.shifts, self.guesses, self.said, self.shared = (widgets.HTML() for _ in range(6))
        options = [(words("apart-nee"), False), (words("apart-rol"), True)]
        self.apart = fields.dropdown(words("apart"), options, lambda _: self._draw_dots())
        self.alone = ui.Prose(words, words("apart-kan-niet"), "rw-model")
        self.shuffle = ui.button(words("zinnen-anders"), self._shuffle)
        self.figures = ui.column(
            *(self.map, widgets.HTML(parts.head(words, "stippen")), self.apart, self.alone, self.dots),
            *(self.shifts, self.guesses, widgets.HTML(parts.head(words, "zinnen")), self.shuffle, self.said),
            *(self.shared, widgets.HTML(parts.head(words, "grens", words("grens")))),
            css="rw-delen",
        )
        self.children = [
            ui.style("oefening.css", "samen.css"),
            ui.Prose(words, words("herkomst")),
            ui.row(self.upload, self.example, self.restart, css="rw-innemen"),
            ui.row(ui.Prose(words, words("sleep"), "rw-model"), css="rw-innemen"),
            self.status,
            *(self.invented, self.who, self.few, self.figures, self.drop),
        ]
        self.add_class("rw-oefening")
        self.add_class("rw-samen")
        self._show()

    # What comes in.

    def take(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Lay files (name and content) beside those that are there, and say what came of it."""
        self._files += files
        self._show()
        if not self._files:
            return
        words, refused = self.texts, len(self.gathering.refused)
        away = words("weg-meer", aantal=refused) if refused > 1 else words("weg-een" if refused else "weg-geen")
        number = len(self.gathering.shares)
        self.status.say(
            words("stand-een", weg=away)
            if number == 1
            else words("stand", aantal=words("reizigers", aantal=number), weg=away)
        )

    def take_example(self) -> None:
        """Lay the made-up files side by side, in the place of what was there."""
        self.clear()
        self.invented.say(self.texts("voorbeeld-uitleg"))
        self.take(examples(self.texts))

    def clear(self) -> None:
        """Put everything away."""
        self._files = []
        self.upload.value = ()
        self.invented.say("")
        self.apart.value = False
        self._show()
        self.status.say(self.texts("weggelegd"))

    def _chosen(self, files: Iterable[Any]) -> None:
        # A file that is too large is not needed whole to be refused.
        taken = [(str(one["name"]), bytes(one["content"][: LARGEST + 1])) for one in files]
        if taken:
            self.take(taken)

    def _failed(self, error: str) -> None:
        if error:
            self.status.say(self.texts("fout"))

    # What is shown.

    def _show(self) -> None:
        self._seed = random.randrange(_ORDERS)  # noqa: S311 - an order, no secret
        self.gathering = gather(self._files)
        shares = self.gathering.shares
        shown = enough(len(shares))
        self.who.value = self._who() if self._files else ""
        self.restart.disabled = not self._files
        self.few.say("" if shown else self._on_paper(len(shares)))
        self._draw_dots()
        self.map.value = parts.differences(self.texts, shares) if shown else ""
        self.shifts.value = parts.shifts(self.texts, shares) if shown else ""
        self.guesses.value = parts.guesses(self.texts, shares, self._bets) if shown else ""
        self.said.value = parts.chosen(self.texts, shares, self._seed) if shown else ""
        self.shared.value = parts.shared(self.texts, shares) if shown else ""
        ui.show(self.shuffle, on=bool(sentences(shares, 0)))
        ui.show(self.figures, on=shown)

    def _draw_dots(self) -> None:
        shares = self.gathering.shares
        possible = parts.may_split(shares)
        ui.show(self.apart, on=possible)
        ui.show(self.alone, on=not possible)
        shown = enough(len(shares))
        self.dots.value = parts.dots(self.texts, shares, apart=possible and self.apart.value) if shown else ""

    def _shuffle(self) -> None:
        self._seed = random.randrange(_ORDERS)  # noqa: S311 - an order, no secret
        self.said.value = parts.chosen(self.texts, self.gathering.shares, self._seed)
        self.status.say(self.texts("zinnen-geschud"))

    def _on_paper(self, number: int) -> str:
        """Return what to do with a group of fewer than five."""
        now = self.texts("nu", aantal=number) if number > 1 else self.texts("nu-een" if number else "nu-niemand")
        return self.texts("te-weinig", nu=now)

    def _who(self) -> str:
        """Return the labels that are in, and each file that is not, with the reason."""
        words = self.texts
        labels = "".join(f"<li>{escape(share.label)}</li>" for share in self.gathering.shares)
        made = f"<h3>{escape(words('wie-kop'))}</h3>"
        made += f'<ul class="rw-reizigers">{labels}</ul>' if labels else f"<p>{escape(words('wie-niemand'))}</p>"
        if self.gathering.refused:
            reasons = "".join(
                f"<li><strong>{escape(one.name)}</strong> {escape(words(f'weg-{one.why}', ander=one.other))}</li>"
                for one in self.gathering.refused
            )
            made += f'<h3>{escape(words("weg-kop"))}</h3><ul class="rw-geweigerd">{reasons}</ul>'
        return made

    # The same without a front end.

    def _example(self) -> tuple[str, str]:
        shares = gather(examples(self.texts)).shares
        return parts.difference_map(self.texts, shares, self.texts("figuur-voorbeeld"))

    def describe(self) -> str:
        """Return in plain words what this is for, what the example shows, and what to do on paper."""
        words = self.texts
        lines = [words.title, words.question, "", words("figuur-voorbeeld"), self._example()[1], "", words.shows, ""]
        return "\n".join(markup.plain(line) for line in [*lines, self._on_paper(0), "", words("grens")])

    def static_html(self) -> str:
        """Return what a page shows without Python: the question, the example drawn, and what to do on paper."""
        words, reference = self.texts, self.texts.reference
        svg, told = self._example()
        return (
            f'<div class="rw-statisch" aria-label="{escape(words.title)}" role="group">'
            f"{markup.html(words.question)}"
            f'<figure class="rw-figuur"><p class="rw-stelling">{escape(words("figuur-voorbeeld"))}</p>{svg}'
            f"<figcaption>{escape(told)}</figcaption></figure>"
            f"{markup.html(words.shows)}{markup.html(self._on_paper(0), reference)}</div>"
        )


def group() -> SideBySide:
    """Make the page for a group, with nothing on the table."""
    return SideBySide()
