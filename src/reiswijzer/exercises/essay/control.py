"""What all controls share: a sentence with blanks to fill in, and what changes when the reader does so."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import ipywidgets as widgets

from reiswijzer.content.files import ContentError, require
from reiswijzer.content.texts import CONTROLS, texts
from reiswijzer.exercises import markup, ui

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from reiswijzer.content.texts import Texts

OPEN = ""
"""The value of a blank that waits for the reader."""


@dataclass(frozen=True)
class Blank:
    """A place in the sentence: the words before it, what it can hold, and what it holds at the start."""

    id: str
    before: str
    options: Mapping[str, str]
    start: str = OPEN


class Drawing(NamedTuple):
    """An SVG with its text equivalent."""

    svg: str
    text: str


def blanks(content: Texts) -> tuple[Blank, ...]:
    """Return the blanks of a control, in the order of its sentence.

    Raises
    ------
    ContentError
        When there is none, one misses words, or starts with an option that it does not have.
    """
    tables: list[dict[str, Any]] = content.data.get("blank", [])
    if not tables:
        raise ContentError(content.file, content.id, "has no [[data.blank]]")
    for table in tables:
        require(content.file, str(table.get("id", "blank without id")), table, "id", "before", "options")
    made = tuple(Blank(table["id"], table["before"], table["options"], table.get("start", OPEN)) for table in tables)
    for blank in made:
        if blank.start not in (OPEN, *blank.options):
            raise ContentError(content.file, blank.id, f"starts with '{blank.start}', which is no option")
    return made


class Control(widgets.VBox):
    """A sentence with a drop-down list per blank; a figure and an outcome follow what the reader chooses.

    A subclass gives `drawing` (of `self.values`) and `outcome` (content text). Until every blank is filled in, the
    outcome says what to do.
    """

    def __init__(self, ident: str) -> None:
        super().__init__()
        self.ident = ident
        self.texts = texts(ident, CONTROLS)
        self.blanks = blanks(self.texts)
        self.values = {blank.id: blank.start for blank in self.blanks}
        self.lists = {blank.id: self._list(blank) for blank in self.blanks}
        self._figure = ui.Figure()
        self._outcome = ui.Prose(self.texts, "", "rw-uitkomst")
        self._outcome.add_class("live-region")
        self._paper = widgets.HTML()
        self._paper.add_class("rw-op-papier")
        self.children = [
            ui.style("essay/regelaar.css"),
            ui.Prose(self.texts, self.texts.question, "rw-vraag"),
            ui.row(*self.lists.values(), css="rw-zin"),
            self._figure,
            self._outcome,
            self._paper,
            ui.Prose(self.texts, self.texts("herkomst"), "rw-model"),
        ]
        self.add_class("rw-regelaar")
        self.add_class(f"rw-halte-{self.texts.insight}")
        self._show()

    # What a subclass fills in.

    def drawing(self) -> Drawing:
        """Draw what the sentence now says; also when a blank is open."""
        raise NotImplementedError

    def still(self) -> Drawing | None:
        """Draw what the control answers where nobody can choose; None when every choice has a drawing of its own."""
        return None

    def outcome(self) -> str:
        """Say what follows from a sentence without open blanks."""
        raise NotImplementedError

    def outcomes(self) -> tuple[str, ...]:
        """Return the outcomes that a page without Python shows: by default one for each way to fill in the sentence."""
        return tuple(f"**{self.sentence(way)}** {self.shown(way)[1]}" for way in self.ways())

    # The sentence.

    @property
    def complete(self) -> bool:
        """Whether every blank is filled in."""
        return OPEN not in self.values.values()

    def label(self, blank: str, value: str | None = None) -> str:
        """Return the words in a blank, of the present value unless another is given."""
        options = next(each.options for each in self.blanks if each.id == blank)
        return options[self.values[blank] if value is None else value]

    def ways(self) -> tuple[dict[str, str], ...]:
        """Return every way to fill in the sentence."""
        found = product(*(blank.options for blank in self.blanks))
        return tuple(dict(zip(self.values, way, strict=True)) for way in found)

    def sentence(self, values: Mapping[str, str]) -> str:
        """Return the sentence filled in with these values."""
        return " ".join(f"{blank.before} {blank.options[values[blank.id]]}" for blank in self.blanks) + "."

    def shown(self, values: Mapping[str, str]) -> tuple[Drawing, str]:
        """Return the drawing and the outcome for these values; what the reader chose stays."""
        chosen, self.values = self.values, dict(values)
        try:
            return self.drawing(), self.outcome()
        finally:
            self.values = chosen

    def _list(self, blank: Blank) -> widgets.Dropdown:
        options = [(label, ident) for ident, label in blank.options.items()]
        if blank.start == OPEN:
            options.insert(0, (self.texts("kies"), OPEN))
        made = widgets.Dropdown(
            description=blank.before,
            options=options,
            value=blank.start,
            layout=widgets.Layout(width="auto", height="auto", flex_flow="row wrap", align_items="baseline"),
        )
        made.style.description_width = "auto"
        made.observe(lambda change: self._fill(blank.id, change["new"]), names="value")
        return made

    def _fill(self, blank: str, value: str) -> None:
        self.values = {**self.values, blank: value}
        self._show()

    def _show(self) -> None:
        self._figure.draw(*self.drawing())
        self._outcome.say(self.outcome() if self.complete else self.texts("open"))
        self._paper.value = "" if self.complete else self._answers(self.still())
        ui.mark(self, "rw-open", on=not self.complete)

    # The same control without a front end.

    def describe(self) -> str:
        """Return the control in plain words: question, sentence with its options, figure and outcomes."""
        lines = [self.texts.title, markup.plain(self.texts.question), ""]
        for blank in self.blanks:
            lines += [f"{blank.before} …", *(f"  ( ) {label}" for label in blank.options.values())]
        lines += ["", (self.still() or self.drawing()).text, "", *map(markup.plain, self.outcomes())]
        return "\n".join([*lines, "", markup.plain(self.texts("herkomst"))])

    def static_html(self) -> str:
        """Return what a page shows without Python: the sentence, a figure, the outcomes in words."""
        reference = self.texts.reference
        return (
            f'<div class="rw-statisch rw-regelaar rw-halte-{self.texts.insight}">'
            f"{markup.html(self.texts.question, reference)}{self._answers(self.still() or self.drawing())}"
            f"{markup.html(self.texts('herkomst'), reference)}</div>"
        )

    def _answers(self, drawn: Drawing | None) -> str:
        """Return the sentence with all its options, what is drawn, and the outcomes: for who cannot choose."""
        asked = " ".join(f"{blank.before} … ({' / '.join(blank.options.values())})" for blank in self.blanks)
        figure = ui.figure(*drawn) if drawn else ""
        outcomes = "".join(markup.html(text, self.texts.reference) for text in self.outcomes())
        return f"<p>{escape(asked)}.</p>{figure}{outcomes}"
