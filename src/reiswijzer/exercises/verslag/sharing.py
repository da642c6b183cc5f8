"""`delen`: the reader picks what goes into the nameless share file, and sees all of it before it is saved."""

from __future__ import annotations

import json
import random
import re
from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.content import journal as fields_of
from reiswijzer.exercises import fields, ui
from reiswijzer.exercises.verslag.view import JournalView
from reiswijzer.journal import report, share
from reiswijzer.journal.codec import Unreadable, decode
from reiswijzer.journal.document import plain
from reiswijzer.journal.journal import KEY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reiswijzer.journal.report import Entry

IDENT = "delen"
REMEMBERED = f"{KEY}delen"
"""Where the label and the scores that were shared first are kept: a second file has the same label."""

_END = re.compile(r"(?<=[.?!…])\s+|\n+")


def sentences(text: str) -> list[str]:
    """Cut a text into sentences and lines, none of them empty."""
    return [one for one in map(share.clean, _END.split(text)) if one]


class Sharing(JournalView):
    """Boxes to tick, what the file will hold, and a button to save it."""

    def __init__(self) -> None:
        self._ticked: dict[str, widgets.Checkbox] = {}
        self._sentences: dict[share.Sentence, widgets.Checkbox] = {}
        self._offer = share.Offer({}, {}, {}, {})
        self._label = ""
        self._first: Mapping[str, int] = {}
        super().__init__(IDENT, IDENT)

    def parts(self) -> Sequence[widgets.Widget]:
        """Make the question of the role, the place for the boxes, and the preview."""
        texts = self.texts
        self.empty = ui.Prose(texts)
        options = [(texts("rol-open"), None), *((name, ident) for ident, name in texts.data["rollen"].items())]
        self.role = fields.dropdown(texts("rol"), options, lambda _: self._show())
        self.boxes = ui.column()
        self.name = ui.Prose(texts)
        self.content = widgets.HTML()
        self.content.add_class("live-region")
        self.save = ui.button(texts("bewaar"), self._save, "rw-hoofdknop")
        self.status = ui.Status()
        self.all = ui.column(self.role, self.boxes, self.name, self.content, self.save)
        return [self.empty, self.all, self.status]

    def render(self) -> None:
        """Offer what there is now; what was ticked stays ticked."""
        self._recall()
        before = {key for key, box in self._ticked.items() if box.value}
        chosen = {one for one, box in self._sentences.items() if box.value}
        self._offer = share.offer(self.journal)
        again = self._again()
        counts = {"scores": self._scores(), "opnieuw": again, "gokken": self._offer.bets}
        self._ticked = {
            kind: self._box(self.texts(kind, aantal=len(found)), on=kind in before)
            for kind, found in counts.items()
            if found
        }
        groups: list[widgets.Widget] = list(self._ticked.values())
        self._sentences = {}
        if self._texts():
            groups.append(ui.Prose(self.texts, self.texts("zinnen")))
        for entry in self._texts():
            groups.append(widgets.HTML(f"<p>{escape(entry.prompt)}</p>"))
            groups += [self._sentence(entry.id, sentence, chosen) for sentence in sentences(entry.present)]
        self.boxes.children = groups
        offered = bool(groups)
        ui.show(self.all, on=offered)
        self.empty.say("" if offered else self.texts("leeg"))
        self._show()

    def _texts(self) -> list[Entry]:
        """Return what was written in the fields of this book, in the order of the route; no ticks."""
        entries = [entry for part in fields_of.parts() for entry in report.field_entries(part.fields, self.journal)]
        return [entry for entry in entries if entry.kind != "gelezen"]

    def _sentence(self, field: str, text: str, chosen: set[share.Sentence]) -> widgets.Widget:
        if len(text) > share.LONGEST_SENTENCE:
            return widgets.HTML(f"<p>{escape(self.texts('te-lang', zin=text[:60] + '…'))}</p>")
        sentence = share.Sentence(field, text)
        self._sentences[sentence] = self._box(text, on=sentence in chosen)
        return self._sentences[sentence]

    def _box(self, label: str, *, on: bool) -> widgets.Checkbox:
        box = widgets.Checkbox(description=label, value=on, indent=False, layout=widgets.Layout(width="auto"))
        box.add_class("rw-vink")
        box.observe(lambda _: self._show(), "value")
        return box

    # What was shared before.

    def _recall(self) -> None:
        """Take up the label and the first scores of an earlier file; what cannot be read is forgotten."""
        try:
            kept = plain(self.store.kept.get(REMEMBERED, "{}"))
            self._label = share.Share(label=decode(kept["label"], str)).label
            self._first = decode(kept["scores"], dict[str, int])
        except (Unreadable, KeyError, TypeError):
            self._first = {}

    def _scores(self) -> Mapping[str, int]:
        return self._first or self._offer.scores

    def _again(self) -> Mapping[str, int]:
        """Return the present scores where an earlier day or an earlier file holds the first ones."""
        if not self._first:
            return self._offer.again
        now = {**self._offer.scores, **self._offer.again}
        return {ident: score for ident, score in now.items() if ident in self._first} if now != self._first else {}

    # The file.

    def _on(self, kind: str) -> bool:
        return kind in self._ticked and self._ticked[kind].value

    def _share(self) -> share.Share:
        self._label = self._label or share.label(random.SystemRandom())
        return share.Share(
            self._label,
            self.role.value,
            self._scores() if self._on("scores") else {},
            self._again() if self._on("opnieuw") else {},
            self._offer.bets if self._on("gokken") else {},
            tuple(sentence for sentence, box in self._sentences.items() if box.value),
        )

    def _show(self) -> None:
        """Say what the file will hold; not before there is a reader, who must not get the label of another."""
        if not self.store.ready:
            return
        picked = sum(box.value for box in self._sentences.values())
        if picked > share.MOST_SENTENCES:
            self.content.value = f"<p>{escape(self.texts('te-veel', meest=share.MOST_SENTENCES))}</p>"
            self.save.disabled = True
            return
        self.save.disabled = False
        made = self._share()
        self.name.say(self.texts("naam", label=made.label))
        lines = []
        if made.role:
            lines.append(self.texts("inhoud-rol", rol=self.texts.data["rollen"][made.role]))
        for kind, found in (("scores", made.scores), ("opnieuw", made.again), ("gokken", made.bets)):
            if found:
                lines.append(self.texts(f"inhoud-{kind}", aantal=len(found)))
        lines += [self.texts("inhoud-zin", zin=sentence.text) for sentence in made.sentences]
        items = "".join(f"<li>{escape(line)}</li>" for line in lines or [self.texts("inhoud-niets")])
        heading = self.texts("inhoud").strip("*")
        self.content.value = (
            f"<p><strong>{escape(heading)}</strong></p><ul>{items}</ul><details><summary>"
            f"{escape(self.texts('woordelijk'))}</summary><pre>{escape(share.write(made))}</pre></details>"
        )

    def _save(self) -> None:
        made = self._share()
        name = f"deelbestand-{made.label.lower().replace(' ', '-')}.json"
        self.store.save(name, "application/json", share.write(made).encode())
        said = self.texts("bewaard", naam=name)
        if made.scores and not self._first:
            said += " " + self.texts("bewaard-ook")
        first = dict(self._first or made.scores)
        self.store.write({REMEMBERED: json.dumps({"label": made.label, "scores": first})})
        self.status.say(said)


def view() -> Sharing:
    """Make the part."""
    return Sharing()
