"""`{keuze}`: a question with options; opening an option shows its reply, without script, and closes another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from reiswijzer.book.directive import BookDirective
from reiswijzer.book.folds import group
from reiswijzer.content.choices import choice
from reiswijzer.content.files import names

if TYPE_CHECKING:
    from typing import ClassVar

    from sphinx.application import Sphinx


class ChoiceDirective(BookDirective):
    """Place the choice with the id given as argument."""

    required_arguments = 1
    option_spec: ClassVar = {}

    def run(self) -> list[nodes.Node]:
        """Return the question with a fold per option."""
        item = self.load(lambda: choice(self.arguments[0]))
        for name in names("choices", ".toml"):
            self.depends_on(f"choices/{name}.toml")
        asked = f"vraag-{item.id}"
        block = group(classes=["rw-keuzeblok", f"rw-keuze-{item.kind}"], role="group", labelled_by=asked)
        block["ids"].append(f"keuze-{item.id}")
        block += nodes.paragraph("", "", *self.line(item.question), classes=["rw-keuzevraag"], ids=[asked])
        for option in item.options:
            fold = self.fold(option.label, option.reply, "rw-optie", *(["rw-juist"] if option.correct else []))
            fold["one_of"] = f"keuze-{item.id}"
            block += fold
        if item.after:
            block += self.fold(item.after_label, item.after, "rw-daarna")
        return [block]


def register(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("keuze", ChoiceDirective)
