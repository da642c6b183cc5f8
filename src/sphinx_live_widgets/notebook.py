"""The MIME hook: an output with ``application/vnd.live-widget+json`` in a notebook is shown as a live widget."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from .nodes import live_widget_node

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

MIME = "application/vnd.live-widget+json"
_WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


class LiveWidgetMime:
    """A renderer in the form that myst-nb asks of its plugins."""

    mime_priority_overrides: ClassVar[list[tuple[str, str, int | None]]] = [
        (builder, MIME, 1) for builder in ("html", "dirhtml", "singlehtml")
    ]

    @staticmethod
    def handle_mime(_renderer: Any, data: Any, inline: bool) -> list[nodes.Element] | None:
        """Return the node of a live widget for our own MIME type, and None for any other."""
        if data.mime_type != MIME or inline:
            return None
        content = json.loads(data.content) if isinstance(data.content, str) else data.content
        return [live_widget_node(widget_id=str(content["id"]), reset=bool(content.get("reset", True)))]


def register() -> None:
    """Add the renderer to myst-nb, where that is installed.

    myst-nb finds plugins by entry point only; its list is made once and kept, so that an extension that is not
    installed under an entry point can join it here.
    """
    try:
        from myst_nb.core.render import load_mime_renders  # noqa: PLC0415  # works without myst-nb
    except ImportError:
        return
    renderers: list[Any] = load_mime_renders()
    if LiveWidgetMime not in renderers:
        renderers.append(LiveWidgetMime)


def drop_unused_loader(env: BuildEnvironment, doctree: nodes.document) -> None:
    """Keep myst-nb from loading its own html-manager on a page where every widget is a live one."""
    if not list(doctree.findall(live_widget_node)) or not hasattr(env, "nb_metadata"):
        return
    for bundle in doctree.findall(nodes.container):
        kinds = {child.get("mime_type") for child in bundle.children if isinstance(child, nodes.Element)}
        if _WIDGET_VIEW in kinds and MIME not in kinds:
            return
    files = env.nb_metadata.get(env.docname, {}).get("js_files", {})
    for key in [key for key in files if key.startswith("ipywidgets_")]:
        del files[key]
