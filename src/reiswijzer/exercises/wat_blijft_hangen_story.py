"""The own story of `wat-blijft-hangen`: nine short fields in three parts, and checks of form alone (M19)."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import fields, ui
from reiswijzer.exercises.wording import listing
from reiswijzer.models.narrative import CELLS, Beat, Check, Names, Part, Result, Words, check_story, word_count

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise
    from reiswijzer.exercises.wat_blijft_hangen_rules import HangState

PARTS = tuple(Part)


def cell_key(part: Part, beat: Beat) -> str:
    """Return the question id of one of the nine fields."""
    return f"{part}/{beat}"


class StoryScreen:
    """One part at a time, what was recognised in the form, and the whole story as it is told."""

    def __init__(self, exercise: Exercise[HangState]) -> None:
        self._of = exercise
        texts = self._texts = exercise.texts
        self._words = Words(**{name: tuple(words) for name, words in texts.data["woorden"].items()})
        names = texts.data["deel"]
        self.tabs = [ui.button(names[part]["naam"], partial(self._turn, place), "rw-stap")
                     for place, part in enumerate(PARTS)]  # fmt: skip
        self._about = ui.Prose(texts)
        self.boxes = {beat: fields.text_area("", partial(self._write, beat)) for beat in Beat}
        self.partners = fields.text_line(texts("verhaal_partners"), self._name_partners)
        self.feedback = widgets.HTML()
        self.feedback.add_class("live-region")
        self.card = widgets.HTML()
        self.plan = fields.text_area(
            texts("verhaal_alsdan"), lambda text: exercise.answer("alsdan", text, undoable=False)
        )
        self.widget = ui.column(
            ui.Prose(texts, texts("verhaal_inleiding")),
            ui.row(*self.tabs),
            self._about,
            *self.boxes.values(),
            self.partners,
            ui.Prose(texts, texts("prive"), "rw-model"),
            self.feedback,
            ui.Prose(texts, f"{texts('verhaal_vorm')} {texts('model')}", "rw-model"),
            self.card,
            self.plan,
        )

    def _turn(self, place: int) -> None:
        name = self._texts.data["deel"][PARTS[place]]["naam"]
        self._of.act(part=place, say=self._texts("verhaal_zeg_deel", deel=name))

    def _write(self, beat: Beat, text: str) -> None:
        ident = cell_key(PARTS[self._of.state.part], beat)
        told = {**self.cells(), (PARTS[self._of.state.part], beat): text}
        filled = sum(bool(words.strip()) for words in told.values())
        say = self._texts("verhaal_zeg", gevuld=filled, woorden=word_count("\n".join(told.values())))
        self._of.answer(ident, text, undoable=False, say=say)

    def _name_partners(self, text: str) -> None:
        self._of.answer("partners", text, undoable=False)

    def cells(self) -> dict[tuple[Part, Beat], str]:
        """Return the nine fields as written."""
        return {cell: self._of.state.answers.get(cell_key(*cell), "") for cell in CELLS}

    def results(self) -> tuple[Result, ...]:
        """Return the checks of the story as it stands."""
        data = self._texts.data
        named = [name.strip() for name in self._of.state.answers.get("partners", "").split(",")]
        partners = dict.fromkeys([*data["partners"], *filter(None, named)])
        return check_story(self.cells(), self._words, Names(own=tuple(data["eigen"]), partners=tuple(partners)))

    def render(self) -> None:
        """Bring the screen in line with the state."""
        texts, state = self._texts, self._of.state
        part = PARTS[state.part]
        about = texts.data["deel"][part]
        ui.mark_current(self.tabs, state.part, "rw-hier")
        self._about.say(about["uitleg"])
        for beat, box in self.boxes.items():
            box.description = about[beat]
            box.value = state.answers.get(cell_key(part, beat), "")
        self.partners.value = state.answers.get("partners", "")
        self.plan.value = state.answers.get("alsdan", "")
        told = [text.strip() for text in self.cells().values() if text.strip()]
        self.feedback.value = self._feedback() if told else f"<p>{escape(texts('verhaal_leeg'))}</p>"
        paragraphs = "".join(f"<p>{escape(text)}</p>" for text in told)
        head = f"<p><strong>{escape(texts('verhaal_kaart'))}</strong></p>"
        self.card.value = f"{head}<blockquote>{paragraphs}</blockquote>" if told else ""

    def _feedback(self) -> str:
        """Return what was recognised, and of the part at hand what was not; the reader's own words come escaped."""
        texts = self._texts
        elsewhere = tuple(f"{part}-" for place, part in enumerate(PARTS) if place != self._of.state.part)
        told: dict[bool, list[str]] = {True: [], False: []}
        for result in self.results():
            if result.check is Check.ONLY_HERO and result.passed:
                continue
            if not result.passed and result.check.startswith(elsewhere):
                continue
            ending = "ja" if result.passed else "nee"
            found = listing(result.evidence)
            sentence = texts(f"vorm_{result.check}_{ending}", gevonden=found, aantal=len(result.evidence))
            told[result.passed].append(f"<li>{escape(sentence)}</li>")
        return "".join(
            f"<p><strong>{escape(texts(ident))}</strong></p><ul>{''.join(told[passed])}</ul>"
            for ident, passed in (("vorm_gezien", True), ("vorm_open", False))
            if told[passed]
        )
