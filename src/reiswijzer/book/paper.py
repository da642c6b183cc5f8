"""Pages of which only what was made for paper is printed get the style sheet that sets the size of that paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from reiswijzer.book.directive import BookDirective

KEY = "papier"
AFTER_ALL = 900
"""Style sheets of the settings come with 800."""
CLASS = "rw-papier"
"""What is printed has this class; everything else of the page is not."""


def printed(directive: BookDirective, kind: str) -> None:
    """Let the page of a directive be printed on the paper of `kind`: `kaarten`, `dias` or `formulier`."""
    directive.env.metadata[directive.env.docname][KEY] = kind


def _load_style(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    del template, context, doctree
    kind = app.env.metadata.get(page, {}).get(KEY)
    if kind:
        app.add_css_file(f"papier-{kind}.css", priority=AFTER_ALL)


def register(app: Sphinx) -> None:
    """Load the style sheet on the pages that ask for one."""
    app.connect("html-page-context", _load_style)
