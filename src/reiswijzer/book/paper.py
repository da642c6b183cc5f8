"""Pages of which only what was made for paper is printed get the style sheet that sets the size of that paper.

Directives that make something for paper ask for it; `{papier}` does so for whatever stands in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from reiswijzer.book.directive import BookDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx

KEY = "papier"
KINDS = ("kaarten", "dias", "formulier", "plan")
AFTER_ALL = 900
"""Style sheets of the settings come with 800."""
CLASS = "rw-papier"
"""What is printed has this class; everything else of the page is not."""


def printed(directive: BookDirective, kind: str) -> None:
    """Let the page of a directive be printed on the paper of `kind`, one of `KINDS`."""
    directive.env.metadata[directive.env.docname][KEY] = kind


class PaperDirective(BookDirective):
    """Print what stands in it, and of the rest of the page only what the paper given as argument shows."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the content, marked as made for paper."""
        kind = self.arguments[0]
        if kind not in KINDS:
            raise self.error(f"there is no paper '{kind}', only {', '.join(KINDS)}")
        printed(self, kind)
        made = nodes.container(classes=[CLASS])
        self.state.nested_parse(self.content, self.content_offset, made)
        return [made]


def _load_style(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    del template, context, doctree
    kind = app.env.metadata.get(page, {}).get(KEY)
    if kind:
        app.add_css_file(f"papier-{kind}.css", priority=AFTER_ALL)


def register(app: Sphinx) -> None:
    """Register the directive, and load the style sheet on the pages that ask for one."""
    app.add_directive("papier", PaperDirective)
    app.connect("html-page-context", _load_style)
