"""The docutils node of a live widget, the directive that makes it, and what a builder writes for it.

The children of the node are the static layer. Without children, HTML pages get the static layer that was recorded
with the widget; builders that show no live widgets (LaTeX, text, EPUB) write the children only.
"""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from .state import built_of, is_live

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.writers.html5 import HTML5Translator


class live_widget_node(nodes.General, nodes.Element):  # noqa: N801  # docutils nodes are written like this
    """A place for a live widget: ``widget_id``, optionally ``reset`` (bool); its children are the static layer."""


class LiveWidgetDirective(SphinxDirective):
    """Place a live widget by id; the content is the static layer for readers without JavaScript."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {"no-reset": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Return the node."""
        node = live_widget_node(widget_id=self.arguments[0].strip(), reset="no-reset" not in self.options)
        self.set_source_info(node)
        node += self.parse_content_to_nodes()
        return [node]


def _as_data(value: Any) -> str:
    # JSON inside a script element: no "<" may end it or open a comment.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def visit_html(translator: HTML5Translator, node: live_widget_node) -> None:
    """Open the static layer, and fill it from the record when the author wrote none."""
    if not is_live(translator.builder):
        return
    built = built_of(translator.builder.app)
    widget_id = node["widget_id"]
    wants_reset = node.get("reset", True) and built.settings.reset
    name = escape(widget_id, quote=True)
    translator.body.append(
        f'<div class="live-widget" data-live-widget="{name}" data-reset="{"yes" if wants_reset else "no"}">'
        '<div class="live-widget-static">'
    )
    if not node.children:
        translator.body.append(built.record[widget_id]["html"])


def depart_html(translator: HTML5Translator, node: live_widget_node) -> None:
    """Close the static layer and add the recorded state as data."""
    if not is_live(translator.builder):
        return
    record = built_of(translator.builder.app).record[node["widget_id"]]
    data = _as_data({"root": record["root"], "state": record["state"]})
    translator.body.append(f'</div><script type="application/json">{data}</script></div>')


def pass_by(_translator: Any, _node: nodes.Node) -> None:
    """Write nothing around the static layer."""


#: Arguments of ``app.add_node``: one pair of visitors for each format.
VISITORS: dict[str, tuple[Callable[..., None], Callable[..., None]]] = {
    "html": (visit_html, depart_html),
    **dict.fromkeys(("latex", "text", "man", "texinfo"), (pass_by, pass_by)),
}
