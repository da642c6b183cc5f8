"""`{dias}`: slides that are cards to read in the page, the whole screen in a room, and one sheet each on paper."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from reiswijzer.book.directive import BookDirective
from reiswijzer.book.folds import group
from reiswijzer.book.paper import CLASS, printed
from reiswijzer.book.scripts import page_script
from reiswijzer.content.choices import choice
from reiswijzer.content.files import ContentError, names
from reiswijzer.content.slides import FOLDER, KINDS, Deck, Slide, deck, words
from reiswijzer.exercises import create
from reiswijzer.exercises.base import Exercise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

SCRIPT = "slides.mjs"
_SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


class slide_bar(nodes.General, nodes.Element):  # noqa: N801 - docutils finds the visitor by this name
    """Where the script puts the button that opens the slides, with its words in attribute `words`."""


def _visit_bar(self: Any, node: nodes.Element) -> None:
    words = escape(json.dumps(node["words"], ensure_ascii=False))
    self.body.append(f'<div class="rw-dias-balk" data-woorden="{words}"></div>')


def _nothing(self: Any, node: nodes.Element) -> None:
    """Other builders have no screen to fill."""


class SlidesDirective(BookDirective):
    """Place the slides of the insight given as argument (1 to 5)."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the bar and a section per slide."""
        for name in names(FOLDER, ".toml"):
            self.depends_on(f"{FOLDER}/{name}.toml")
        printed(self, "dias")
        made = self.load(lambda: deck(int(self.arguments[0])))
        css = ["rw-dias", CLASS, f"rw-halte-{made.insight}"]
        shown = group(classes=css, role="group", label=f"Dia’s bij inzicht {made.insight}")
        shown += [self._slide(made, slide) for slide in made.slides]
        return [slide_bar(words=self.load(words)), shown]

    def _slide(self, made: Deck, slide: Slide) -> nodes.section:
        section = nodes.section(
            "", ids=[f"dia-{made.insight}-{slide.kind}"], classes=["rw-dia", f"rw-dia-{slide.kind}"]
        )
        section += nodes.title("", slide.title)
        section += nodes.paragraph("", f"Inzicht {made.insight} · {KINDS[slide.kind]}", classes=["rw-dia-soort"])
        section += self.blocks(slide.text)
        if slide.choice:
            options = (
                nodes.list_item("", nodes.paragraph("", option.label)) for option in choice(slide.choice).options
            )
            section += nodes.enumerated_list("", *options, enumtype="upperalpha")
        if slide.states:
            figures = self.load(lambda: _figures(made.exercise, slide))
            section += nodes.raw("", f'<div class="rw-dia-figuur">{figures}</div>', format="html")
        if slide.say:
            line = nodes.paragraph("", "", nodes.strong("", "Voor u. "), classes=["rw-dia-zeg"])
            line += nodes.Text(slide.say)
            section += line
        return section


def _figures(ident: str, slide: Slide) -> str:
    """Return the drawings of a slide, each below its name where there are several.

    Raises
    ------
    ContentError
        When there are not as many names as drawings: which is which would be said by their places alone, and these
        differ from screen to screen.
    """
    drawn = [svg for state in slide.states for svg in _SVG.findall(_drawn(ident, state))]
    if len(slide.names) != (len(drawn) if len(drawn) > 1 else 0):
        raise ContentError(FOLDER, f"{ident}, {slide.kind}", f"has {len(drawn)} drawings and {len(slide.names)} names")
    heads = [f"<figcaption>{escape(name)}</figcaption>" for name in slide.names] or [""]
    return "".join(f"<figure>{head}{svg}</figure>" for head, svg in zip(heads, drawn, strict=True))


def _drawn(ident: str, state: Mapping[str, Any]) -> str:
    """Return what an exercise draws in a state that no reader made."""
    made = create(ident)
    if not isinstance(made, Exercise):
        raise ContentError(FOLDER, ident, "is no exercise")
    try:
        made.state = replace(made.start, **state)
    except TypeError as error:
        raise ContentError(FOLDER, ident, f"its state has no such field: {error}") from error
    return made.slide()


def _has_slides(doctree: nodes.document) -> bool:
    return any(doctree.findall(slide_bar))


def register(app: Sphinx) -> None:
    """Register the directive, the node and the script."""
    others: dict[str, Any] = dict.fromkeys(("latex", "text", "man", "texinfo"), (_nothing, _nothing))
    app.add_node(slide_bar, html=(_visit_bar, _nothing), **others)
    app.add_directive("dias", SlidesDirective)
    page_script(app, Path(__file__).with_name(SCRIPT), _has_slides)
