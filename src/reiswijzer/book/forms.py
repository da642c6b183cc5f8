"""`{formulier}`: a form to fill in and print. Plain HTML, and nothing of it is kept; a script only fills in days."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from reiswijzer.book.directive import BookDirective
from reiswijzer.book.paper import CLASS, printed
from reiswijzer.book.scripts import page_script
from reiswijzer.content.forms import FOLDER, form

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from reiswijzer.content.forms import Form, FormField, FormRow

SCRIPT = "forms.mjs"


class filled_in(nodes.General, nodes.Element):  # noqa: N801 - docutils finds the visitor by this name
    """A form: attribute `form` is its id."""


def _input(ident: str, field: FormField) -> str:
    hint = f'<p class="rw-bewijs-hulp" id="{ident}-hulp">{escape(field.hint)}</p>' if field.hint else ""
    if field.sign:
        return f'<div><p class="rw-bewijs-label">{escape(field.label)}</p>{hint}<p class="rw-bewijs-lijn"></p></div>'
    if field.options:
        choices = "".join(
            f'<label><input type="radio" name="{ident}" autocomplete="off"> {escape(option)}</label>'
            for option in field.options
        )
        return (
            f"<fieldset><legend>{escape(field.label)}</legend>{hint}"
            f'<div class="rw-bewijs-keuze">{choices}</div></fieldset>'
        )
    more = f' aria-describedby="{ident}-hulp"' if field.hint else ""
    more += f' data-dag="{escape(field.day)}"' if field.day else ""
    return (
        f'<div><label for="{ident}">{escape(field.label)}</label>{hint}'
        f'<input id="{ident}" type="text" value="{escape(field.value)}" autocomplete="off"{more}></div>'
    )


def _row(form_id: str, row: FormRow) -> str:
    inside = "".join(_input(f"{form_id}-{field.id}", field) for field in row.fields)
    inside = f'<div class="rw-bewijs-rij">{inside}</div>'
    return f"<fieldset><legend>{escape(row.legend)}</legend>{inside}</fieldset>" if row.legend else inside


def html(made: Form) -> str:
    """Return a form as HTML."""
    rows = "".join(_row(made.id, row) for row in made.rows)
    return (
        f'<div class="rw-bewijs {CLASS}" role="group" aria-label="{escape(made.title)}">'
        f'<p class="rw-bewijs-kop">{escape(made.title)}</p>{rows}'
        f'<p class="rw-bewijs-klein">{escape(made.small)}</p></div>'
    )


def _visit(self: Any, node: nodes.Element) -> None:
    self.body.append(html(form(node["form"])))


def _plain(self: Any, node: nodes.Element) -> None:
    made = form(node["form"])
    lines = [f"{field.label}: …" for row in made.rows for field in row.fields]
    self.add_text("\n".join([made.title, *lines, made.small]))


def _nothing(self: Any, node: nodes.Element) -> None:
    """Other builders have no forms."""


class FormDirective(BookDirective):
    """Place the form with the id given as argument."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the form."""
        printed(self, "formulier")
        made = self.load(lambda: form(self.arguments[0]))
        self.depends_on(f"{FOLDER}/{made.id}.toml")
        return [filled_in(form=made.id)]


def _takes_days(doctree: nodes.document) -> bool:
    """Return whether a form takes days from the journal."""
    forms = (form(node["form"]) for node in doctree.findall(filled_in))
    return any(field.day for made in forms for row in made.rows for field in row.fields)


def register(app: Sphinx) -> None:
    """Register the directive, the node and the script."""
    others: dict[str, Any] = dict.fromkeys(("latex", "man", "texinfo"), (_nothing, _nothing))
    app.add_node(filled_in, html=(_visit, _nothing), text=(_plain, _nothing), **others)
    app.add_directive("formulier", FormDirective)
    page_script(app, Path(__file__).with_name(SCRIPT), _takes_days)
