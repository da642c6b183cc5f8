"""`{oefening}`, `{regelaar}`, `{verslag}`, `{samen}`: exercises, controls, parts of the journal and of a group.

The static part is what a page shows without Python.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

import reiswijzer
from reiswijzer.book.cases import remember
from reiswijzer.book.directive import BookDirective
from reiswijzer.book.folds import group
from reiswijzer.content.cases import cases
from reiswijzer.content.texts import CONTROLS, EXERCISES, JOURNAL, TOGETHER
from reiswijzer.exercises import create
from reiswijzer.exercises.verslag.done import Done
from sphinx_live_widgets import live_widget_node

if TYPE_CHECKING:
    from typing import Any, ClassVar

    from sphinx.application import Sphinx


class ExerciseDirective(BookDirective):
    """Place the exercise with the id given as argument."""

    required_arguments = 1
    label, folder, frame = "Oefening", EXERCISES, "rw-oefenkader"
    sources: ClassVar[tuple[str, ...]] = ("exercises", "models", "figures", "widgets", "journal", "content/exercises")

    def run(self) -> list[nodes.Node]:
        """Return the frame, with the live widget over its static part."""
        item = self.load(lambda: create(self.arguments[0]))
        if item.texts.folder != self.folder:
            raise self.error(f"{item.texts.file}: {item.ident}: has a directive of its own")
        for folder in self.sources:
            for file in sorted((Path(reiswijzer.__file__).parent / folder).glob("*.*")):
                self.env.note_dependency(str(file))
        named = cases().keys() & item.texts.references.keys()
        remember(self.env, *named)
        made = group(classes=[self.frame], role="group", label=self.name_of(item))
        made += self.heading(item.texts.minutes)
        live = live_widget_node(widget_id=item.ident, reset=False)
        live += nodes.raw("", item.static_html(), format="html")
        live += nodes.raw("", item.describe(), format="text latex")
        made += live
        return [made]

    def name_of(self, item: Any) -> str:
        """Return the name of the frame for who listens."""
        return f"{self.label}: {item.texts.title}"

    def heading(self, minutes: int) -> list[nodes.Node]:
        """Return what stands above an exercise: how long it takes."""
        return [nodes.paragraph("", f"Ongeveer {minutes} minuten", classes=["rw-oefentijd"])]


class ControlDirective(ExerciseDirective):
    """Place the control with the id given as argument, inside the argument of an essay."""

    label, folder, frame = "Probeer zelf", CONTROLS, "rw-regelkader"
    sources: ClassVar[tuple[str, ...]] = ("exercises", "exercises/essay", "models", "figures", "content/regelaars")

    def heading(self, minutes: int) -> list[nodes.Node]:
        """Return nothing: a control takes a minute and stands inside the text."""
        del minutes
        return []


class JournalDirective(ControlDirective):
    """Place the live part of the journal with the id given as argument."""

    label, folder, frame = "Uw reisverslag", JOURNAL, "rw-verslagkader"
    sources: ClassVar[tuple[str, ...]] = ("exercises", "exercises/verslag", "widgets", "journal", "content/verslag")

    def name_of(self, item: Any) -> str:
        """Return the name of the frame; what was done in an exercise is named after that exercise."""
        return f"Wat u deed: {item.about}" if isinstance(item, Done) else super().name_of(item)


class TogetherDirective(ControlDirective):
    """Place what a trainer uses with a group, by the id given as argument."""

    label, folder, frame = "Voor een groep", TOGETHER, "rw-oefenkader"
    sources: ClassVar[tuple[str, ...]] = ("exercises", "cohort", "journal", "figures", "content/samen")


def register(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("verslag", JournalDirective)
    app.add_directive("samen", TogetherDirective)
    app.add_directive("oefening", ExerciseDirective)
    app.add_directive("regelaar", ControlDirective)
