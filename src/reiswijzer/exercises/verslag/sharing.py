"""`delen`: the reader picks what goes into the nameless share file, and sees all of it before it is saved."""

from __future__ import annotations

import json
import random
import re
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.cohort import bets
from reiswijzer.cohort.answers import statements
from reiswijzer.content.texts import texts
from reiswijzer.exercises import fields, markup, ui
from reiswijzer.exercises.verslag.view import JournalView
from reiswijzer.journal import share
from reiswijzer.journal.codec import Unreadable, decode
from reiswijzer.journal.document import plain
from reiswijzer.journal.journal import KEY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

IDENT = "delen"
REMEMBERED = f"{KEY}delen"
"""Where the label and the scores that were shared first are kept: a second file has the same label."""

_END = re.compile(r"(?<=[.?!…])\s+|\n+")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+")
"""Initials and the like: J. or o.a."""


def sentences(text: str, abbreviations: Collection[str] = ()) -> list[str]:
    """Cut a text into sentences and lines, none of them empty; a point after an abbreviation ends nothing."""
    found: list[str] = []
    begin = 0
    for end in _END.finditer(text):
        if "\n" in end.group() or not _abbreviated(text[begin : end.start()], abbreviations):
            found.append(text[begin : end.start()])
            begin = end.end()
    return [one for one in map(share.clean, [*found, text[begin:]]) if one]


def _abbreviated(text: str, abbreviations: Collection[str]) -> bool:
    """Tell whether a text ends with an abbreviation."""
    word = text.rsplit(maxsplit=1)[-1].lstrip("(‘“'\"") if text.split() else ""
    return word.endswith(".") and (_DOTTED.fullmatch(word) is not None or word[:-1].lower() in abbreviations)


class Sharing(JournalView):
    """Boxes to tick, what the file will hold, and a button to save it."""

    def __init__(self) -> None:
        self._ticked: dict[str, widgets.Checkbox] = {}
        self._sentences: dict[share.Sentence, widgets.Checkbox] = {}
        self._offer = share.Offer({}, {}, {}, ())
        self._label = ""
        self._first: Mapping[str, int] = {}
        super().__init__(IDENT, IDENT)

    def parts(self) -> Sequence[widgets.Widget]:
        """Make the question of the role, the place for the boxes, and the preview."""
        words = self.texts
        self.empty = ui.Prose(words)
        options = [(words("rol-open"), None), *((name, ident) for ident, name in words.data["rollen"].items())]
        self.role = fields.dropdown(words("rol"), options, lambda _: self._show())
        self.boxes = ui.column()
        self.name = ui.Prose(words)
        self.content = widgets.HTML()
        self.content.add_class("live-region")
        self.save = ui.button(words("bewaar"), self._save, "rw-hoofdknop")
        self.status = ui.Status()
        self.all = ui.column(self.role, self.boxes, self.name, self.content, self.save)
        return [self.empty, self.all, self.status]

    def render(self) -> None:
        """Offer what there is now; what was ticked stays ticked."""
        self._recall()
        before = {key for key, box in self._ticked.items() if box.value}
        chosen = {one for one, box in self._sentences.items() if box.value}
        self._offer = share.offer(self.journal, self._first)
        counts = {"scores": self._offer.scores, "opnieuw": self._offer.again, "gokken": self._offer.bets}
        self._ticked = {
            kind: self._box(self.texts(kind, aantal=len(found)), on=kind in before)
            for kind, found in counts.items()
            if found
        }
        groups: list[widgets.Widget] = list(self._ticked.values())
        self._sentences = {}
        short = self.texts.data["afkortingen"]
        if self._offer.written:
            groups.append(ui.Prose(self.texts, self.texts("zinnen")))
        for entry in self._offer.written:
            groups.append(widgets.HTML(f"<p>{escape(entry.prompt)}</p>"))
            once = dict.fromkeys(sentences(entry.present, short))
            groups += [self._sentence(entry.id, sentence, chosen) for sentence in once]
        self.boxes.children = groups
        offered = bool(groups)
        ui.show(self.all, on=offered)
        self.empty.say("" if offered else self.texts("leeg") if self.store.ready else self.texts.question)
        self._show()

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
            found = share.Share(kept["label"], scores=decode(kept["scores"], dict[str, int]))
            self._label, self._first = found.label, found.scores
        except (Unreadable, KeyError, TypeError, AttributeError):
            self._first = {}

    # The file.

    def _on(self, kind: str, found: Mapping[str, Any]) -> frozenset[str]:
        return frozenset(found if kind in self._ticked and self._ticked[kind].value else ())

    def _share(self) -> share.Share:
        """Return what was picked; raise `Unreadable` when it is more than a file may hold."""
        self._label = self._label or share.label(random.SystemRandom())
        picks = share.Picks(
            self._label,
            self.role.value,
            self._on("scores", self._offer.scores),
            self._on("opnieuw", self._offer.again),
            self._on("gokken", self._offer.bets),
            tuple(sentence for sentence, box in self._sentences.items() if box.value),
        )
        return share.from_journal(self.journal, picks, self._first)

    def _show(self) -> None:
        """Say what the file will hold; not before there is a reader, who must not get the label of another."""
        if not self.store.ready:
            return
        try:
            made = self._share()
        except Unreadable:
            self.content.value = f"<p>{escape(self.texts('te-veel', meest=share.MOST_SENTENCES))}</p>"
            self.save.disabled = True
            return
        self.save.disabled = False
        self.name.say(self.texts("naam", label=made.label))
        items = []
        if made.role:
            items.append(escape(self.texts("inhoud-rol", rol=self.texts.data["rollen"][made.role])))
        items += self._folds(made)
        items += [escape(self.texts("inhoud-zin", zin=sentence.text)) for sentence in made.sentences]
        listed = _list(items or [escape(self.texts("inhoud-niets"))])
        heading = self.texts("inhoud").strip("*")
        self.content.value = (
            f"<p><strong>{escape(heading)}</strong></p>{listed}<details><summary>"
            f"{escape(self.texts('woordelijk'))}</summary><pre>{escape(share.write(made))}</pre></details>"
        )

    def _folds(self, made: share.Share) -> Iterator[str]:
        """Return a fold for each kind of answers, with what was asked and what was answered in words."""
        asked, scale = statements(), texts("startpunt").data["schaal"]
        placed = {bet.id: bet for bet in bets.known()}
        given = {
            "scores": [(asked.get(ident, ident), scale[score - 1]) for ident, score in made.scores.items()],
            "opnieuw": [(asked.get(ident, ident), scale[score - 1]) for ident, score in made.again.items()],
            "gokken": [(placed[ident].question, placed[ident].options[option]) for ident, option in made.bets.items()],
        }
        for kind, answers in given.items():
            if answers:
                lines = (
                    self.texts(
                        "inhoud-antwoord", vraag=markup.plain(question), antwoord=markup.plain(answer).rstrip(".")
                    )
                    for question, answer in answers
                )
                counted = escape(self.texts(f"inhoud-{kind}", aantal=len(answers)))
                yield f"<details><summary>{counted}</summary>{_list(map(escape, lines))}</details>"

    def _save(self) -> None:
        """Save the file, and have remembered what a second one needs."""
        made = self._share()
        name = f"deelbestand-{made.label.lower().replace(' ', '-')}.json"
        self.store.save(name, "application/json", share.write(made).encode())
        said = [self.texts("bewaard", naam=name)]
        if made.scores and not self._first:
            said.append(self.texts("bewaard-ook"))
        first = dict(self._first or made.scores)
        remembered = json.dumps({"label": made.label, "scores": first})
        self.keep({REMEMBERED: remembered}, partial(self._saved, said))

    def _saved(self, said: Sequence[str]) -> None:
        """Say what was saved, and what could not be remembered."""
        trouble = self.store.trouble
        self.status.say(" ".join([said[0], self.texts(trouble)] if trouble else said))


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def view() -> Sharing:
    """Make the part."""
    return Sharing()
