"""What the directives of this book share: parsing content texts, and errors with file and id."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from reiswijzer.book.folds import fold, fold_summary

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    T = TypeVar("T")


class BookDirective(SphinxDirective):
    """A directive that takes its words from the content files."""

    def load(self, make: Callable[[], T]) -> T:
        """Return `make()`; a content error becomes an error of this directive, with the page and line."""
        try:
            return make()
        except ValueError as error:
            raise self.error(str(error)) from error

    def depends_on(self, file: str) -> None:
        """Read this page again when a content file changes."""
        self.env.note_dependency(str(resources.files("reiswijzer.content").joinpath(*file.split("/"))))

    def blocks(self, text: str) -> list[nodes.Node]:
        """Parse content text (MyST) as blocks."""
        holder = nodes.Element()
        self.state.nested_parse(StringList(text.splitlines(), self.env.docname), self.content_offset, holder)
        return list(holder.children)

    def line(self, text: str) -> list[nodes.Node]:
        """Parse content text (MyST) as one line."""
        return self.parse_inline(" ".join(text.split()), lineno=self.lineno)[0]

    def fold(self, summary: str, text: str, *classes: str) -> fold:
        """Return a fold with a parsed summary line and parsed content."""
        made = fold(classes=["rw-vouw", *classes])
        made += fold_summary("", "", *self.line(summary))
        made += self.blocks(text)
        return made
