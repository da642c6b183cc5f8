"""`{oefening}`: place an exercise; its static part is what a page shows without Python."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

import reiswijzer
from reiswijzer.book.directive import BookDirective
from reiswijzer.book.folds import group
from reiswijzer.exercises import create
from sphinx_live_widgets import live_widget_node

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class ExerciseDirective(BookDirective):
    """Place the exercise with the id given as argument."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the frame of the exercise, with the live widget over its static part."""
        exercise = self.load(lambda: create(self.arguments[0]))
        for folder in ("exercises", "models", "figures", "content/exercises"):
            for file in sorted((Path(reiswijzer.__file__).parent / folder).glob("*.*")):
                self.env.note_dependency(str(file))
        frame = group(classes=["rw-oefenkader"], role="group", label=f"Oefening: {exercise.texts.title}")
        frame["ids"].append(f"oefening-{exercise.ident}")
        frame += nodes.paragraph("", f"Ongeveer {exercise.texts.minutes} minuten", classes=["rw-oefentijd"])
        live = live_widget_node(widget_id=exercise.ident, reset=False)
        live += nodes.raw("", exercise.static_html(), format="html")
        live += nodes.raw("", exercise.describe(), format="text latex")
        frame += live
        return [frame]


def register(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("oefening", ExerciseDirective)
