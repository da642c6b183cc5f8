"""What the head of a page with live widgets holds; every other page holds nothing of it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from .builder.assets import FOLDER
from .builder.offline import NAME as SERVICE
from .nodes import _as_data, live_widget_node
from .state import built_of, has_built, is_live
from .strings import strings_for

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def _front_ends(base: str, states: list[dict[str, Any]]) -> str:
    """Return the links that let the browser fetch the front ends of anywidgets beside the page script."""
    models = [entry["state"] for state in states for entry in state.values()]
    looks, modules = ({model[key] for model in models if model.get(key)} for key in ("_css", "_esm"))
    links = [f'<link rel="stylesheet" href="{escape(base + name)}" />\n' for name in sorted(looks)]
    links += [f'<link rel="modulepreload" href="{escape(base + name)}" />\n' for name in sorted(modules)]
    return "".join(links)


def add_to_head(
    app: Sphinx, _pagename: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Add style, script and configuration to a page that holds a live widget."""
    if doctree is None or not is_live(app.builder) or not has_built(app):
        return
    if next(doctree.findall(live_widget_node), None) is None:
        return
    built = built_of(app)
    base = context["pathto"](f"{FOLDER}/files.json", 1).removesuffix("files.json")
    config = {
        "base": base,
        "service": context["pathto"](SERVICE, 1) if built.settings.offline else "",
        "files": built.files,
        "factories": built.factories,
        "strings": strings_for(app.config.language),
        "wakeLimit": built.settings.wake_limit,
        "answerLimit": built.settings.answer_limit,
    }
    ids = {node["widget_id"] for node in doctree.findall(live_widget_node)}
    fronts = _front_ends(base, [built.record[widget_id]["state"] for widget_id in ids])
    head = (
        f'<link rel="stylesheet" href="{escape(base + built.files["style"])}" />\n{fronts}'
        f'<script type="application/json" id="live-widgets-config">{_as_data(config)}</script>\n'
        f'<script type="module" async src="{escape(base + built.files["early"])}"></script>\n'
        f'<script type="module" src="{escape(base + built.files["page"])}"></script>\n'
    )
    context["metatags"] = context.get("metatags", "") + head
