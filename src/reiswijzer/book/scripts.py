"""A script of a directive ships with the book and is loaded on the pages that need it, and on no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config


def page_script(app: Sphinx, script: Path, needed: Callable[[nodes.document], bool]) -> None:
    """Load an ES module on every page whose document `needed` says yes to."""

    def ship(app: Sphinx, config: Config) -> None:
        del app
        config.html_static_path.append(str(script))

    def load(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
        del page, template, context
        if doctree and needed(doctree):
            app.add_js_file(script.name, type="module")

    app.connect("config-inited", ship)
    app.connect("html-page-context", load)
