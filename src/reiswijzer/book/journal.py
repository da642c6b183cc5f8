"""`{dagboek}` places the fields of a part of the journal, `{vinkjes}` its ticks; a script keeps what is written."""

from __future__ import annotations

import json
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from reiswijzer.book.directive import BookDirective
from reiswijzer.book.scripts import page_script
from reiswijzer.content import journal
from reiswijzer.content.files import ContentError
from reiswijzer.journal.journal import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

SCRIPT = "journal.mjs"
DONE = ("gedaan",)
STATUS = '<p class="rw-veld-stand" role="status"></p>'
"""What is said of keeping a field stands with that field: there the reader looks."""


class notes(nodes.General, nodes.Element):  # noqa: N801 - docutils finds the visitor by this name
    """Fields of the journal: attribute `part`, `kinds` of fields to show, `earlier` to show first answers too."""


class saving(nodes.General, nodes.Element):  # noqa: N801
    """Buttons to print the page and, with `file`, to save everything as a file."""


def _shown(node: nodes.Element) -> list[journal.Field]:
    return [field for field in journal.part(node["part"]).fields if field.kind in node["kinds"]]


def _writing(field: journal.Field) -> str:
    ident = f"veld-{field.id}"
    hint = f'<p class="rw-veld-hulp" id="{ident}-hulp">{escape(field.hint)}</p>' if field.hint else ""
    described = f' aria-describedby="{ident}-hulp"' if field.hint else ""
    return (
        f'<div class="rw-veld rw-veld-{field.kind}"><label for="{ident}">{escape(field.question)}</label>{hint}'
        f'<div class="rw-veld-vak"><textarea id="{ident}" data-veld="{field.id}" rows="2" maxlength="{LONGEST_TEXT}" '
        f'autocomplete="off"{described}></textarea></div>{STATUS}</div>'
    )


def _tick(field: journal.Field) -> str:
    return (
        f'<div class="rw-veld rw-veld-gedaan"><label><input type="checkbox" data-veld="{field.id}" autocomplete="off"> '
        f"{escape(field.question)}</label>{STATUS}</div>"
    )


def html(shown: list[journal.Field], *, earlier: bool = False) -> str:
    """Return fields as HTML; the two halves of an if-then line stand together."""
    words = journal.words()
    blocks = []
    for intention, group in groupby(shown, key=lambda field: field.kind in ("als", "dan")):
        inside = "".join(_tick(field) if field.kind in DONE else _writing(field) for field in group)
        blocks.append(
            f'<div class="rw-voornemen" role="group" aria-label="{escape(words["intention"])}">{inside}</div>'
            if intention
            else inside
        )
    label = words["done" if all(field.kind in DONE for field in shown) else "label"]
    told = escape(json.dumps(words, ensure_ascii=False))
    return (
        f'<div class="rw-dagboek" role="group" aria-label="{escape(label)}" data-woorden="{told}"'
        f"{' data-eerder' if earlier else ''}>{''.join(blocks)}"
        f"<noscript><p>{escape(words['noscript'])}</p></noscript></div>"
    )


def _visit(self: Any, node: nodes.Element) -> None:
    self.body.append(html(_shown(node), earlier=node["earlier"]))


def _visit_saving(self: Any, node: nodes.Element) -> None:
    words = {"print": journal.words()["print"]}
    if node["file"]:
        words |= {"file": journal.words()["along"], "name": journal.words()["filename"]}
    self.body.append(self.starttag({}, "div", "", CLASS="rw-bewaar", **{f"data-{k}": v for k, v in words.items()}))
    self.body.append("</div>")


def _plain(self: Any, node: nodes.Element) -> None:
    for field in _shown(node):
        self.add_text(f"{field.question} …")


def _nothing(self: Any, node: nodes.Element) -> None:
    """Other builders have no fields."""


class NotesDirective(BookDirective):
    """Place the fields of the part given as argument; with `:eerder:` first answers stand under present ones."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {"eerder": lambda _: True}
    kinds: ClassVar[tuple[str, ...]] = ("eigen", "als", "dan", "plan")

    def run(self) -> list[nodes.Node]:
        """Return the fields."""
        self.depends_on(journal.FILE)
        part = self.load(lambda: journal.part(self.arguments[0]))
        made = notes(part=part.id, kinds=self.kinds, earlier="eerder" in self.options)
        if not _shown(made):
            raise self.error(str(ContentError(journal.FILE, part.id, f"has no field for '{self.name}'")))
        return [made]


class TicksDirective(NotesDirective):
    """Place the ticks of the part given as argument: what was read and watched."""

    kinds: ClassVar[tuple[str, ...]] = DONE


class SaveDirective(BookDirective):
    """Place buttons that work without Python: print this page and, unless `:afdrukken:`, save all as a file."""

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {"afdrukken": lambda _: True}

    def run(self) -> list[nodes.Node]:
        """Return the place where the script puts the buttons."""
        return [saving(file="afdrukken" not in self.options)]


def _has_fields(doctree: nodes.document) -> bool:
    return any(isinstance(node, notes | saving) for node in doctree.findall(nodes.Element))


def register(app: Sphinx) -> None:
    """Register the directives, the node and the script."""
    others: dict[str, Any] = dict.fromkeys(("latex", "man", "texinfo"), (_nothing, _nothing))
    app.add_node(notes, html=(_visit, _nothing), text=(_plain, _nothing), **others)
    app.add_node(saving, html=(_visit_saving, _nothing), text=(_nothing, _nothing), **others)
    app.add_directive("bewaar", SaveDirective)
    app.add_directive("dagboek", NotesDirective)
    app.add_directive("vinkjes", TicksDirective)
    page_script(app, Path(__file__).with_name(SCRIPT), _has_fields)
