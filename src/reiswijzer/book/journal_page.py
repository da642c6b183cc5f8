"""`{reisdeel}` holds a part of the journal's page: as long as nothing of it is kept, a script shows one line for it."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from reiswijzer.book.directive import BookDirective
from reiswijzer.book.scripts import page_script
from reiswijzer.content import journal
from reiswijzer.content.files import ContentError
from reiswijzer.content.texts import exercise_ids
from reiswijzer.journal.journal import EXERCISE, FIELD

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

SCRIPT = "journal_page.mjs"


class journal_part(nodes.General, nodes.Element):  # noqa: N801 - docutils finds the visitor by this name
    """A line for who has nothing here yet, and the content; `kept` names what is kept of it, `words` the button's."""


def kept(ident: str) -> list[str]:
    """Return the names under which a part of the journal, or an exercise, is kept.

    Raises
    ------
    ContentError
        When there is neither a part nor an exercise with this id.
    """
    if ident in exercise_ids():
        return [f"{EXERCISE}{ident}"]
    part = journal.part(ident)
    return [*(f"{FIELD}{field.id}" for field in part.fields), *(kept(part.exercise) if part.exercise else ())]


def _visit(self: Any, node: nodes.Element) -> None:
    data = {"bewaard": json.dumps(node["kept"]), "toon": node["words"]["unfold"], "verberg": node["words"]["fold"]}
    told = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items())
    self.body.append(f'<div class="rw-reisdeel"{told}>')


def _depart(self: Any, node: nodes.Element) -> None:
    del node
    self.body.append("</div>")


def _pass(self: Any, node: nodes.Element) -> None:
    """Other builders show the content."""


class PartDirective(BookDirective):
    """Hold what belongs to the parts or exercises given as arguments; `:leeg:` is said as long as nothing is kept."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {"leeg": str}

    def run(self) -> list[nodes.Node]:
        """Return the line and the content."""
        self.depends_on(journal.FILE)
        if not self.options.get("leeg"):
            raise self.error(str(ContentError(self.env.docname, self.arguments[0], "needs a line for ':leeg:'")))
        names = self.load(lambda: [name for ident in self.arguments[0].split() for name in kept(ident)])
        inside = nodes.container(classes=["rw-reisdeel-inhoud"])
        self.state.nested_parse(self.content, self.content_offset, inside)
        told = nodes.inline("", "", *self.line(self.options["leeg"]))
        line = nodes.paragraph("", "", told, classes=["rw-reisdeel-leeg"])
        return [journal_part("", line, inside, kept=names, words=journal.words())]


def register(app: Sphinx) -> None:
    """Register the directive, the node and the script."""
    others: dict[str, Any] = dict.fromkeys(("latex", "text", "man", "texinfo"), (_pass, _pass))
    app.add_node(journal_part, html=(_visit, _depart), **others)
    app.add_directive("reisdeel", PartDirective)
    page_script(app, Path(__file__).with_name(SCRIPT), lambda doctree: any(doctree.findall(journal_part)))
