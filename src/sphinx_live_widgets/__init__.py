"""Live ipywidgets in the static pages of Sphinx and Jupyter Book 1, in real Python, without a server.

While pages are read, ``nodes`` (directive) and ``notebook`` (MIME type) place widgets by id. When all pages are read,
``builder`` makes every widget once in Pyodide, records its state and saves the interpreter's memory. ``nodes`` then
writes the static layer and the recorded state into the page, and ``pages`` adds the script from ``page/`` that paints
the widgets and resumes Python (``inpage``) in a Web Worker. The README beside this file says how to use it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

from .builder import assets, offline, parts, runtime, snapshot, tools
from .builder.fingerprint import digest
from .nodes import VISITORS, LiveWidgetDirective, live_widget_node
from .notebook import drop_unused_loader, register
from .pages import add_to_head
from .settings import CONFIG_VALUES, read_settings
from .state import Built, built_of, has_built, is_live, keep_built, merge, purge, widgets_by_page

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

__all__ = ["live_widget_node", "setup"]

__version__ = "0.1.0"

logger = logging.getLogger(__name__)


def _collect(app: Sphinx, doctree: nodes.document) -> None:
    ids = sorted({node["widget_id"] for node in doctree.findall(live_widget_node)})
    if ids:
        widgets_by_page(app.env)[app.env.docname] = ids
        drop_unused_loader(app.env, doctree)


def _build(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Make or reuse everything; return the pages that must be written again because of it."""
    pages = widgets_by_page(env)
    if not pages or not is_live(app.builder):
        return []
    began = time.perf_counter()
    settings = read_settings(app)
    factories = settings.factories({widget_id for ids in pages.values() for widget_id in ids})
    modules = tools.node_modules(settings.cache)
    python = runtime.make(settings.cache, modules)
    taken = snapshot.take(settings, factories, python)
    bundled = assets.bundle(settings.cache, modules, python)
    files = assets.place(app.outdir, bundled, python, taken)
    made_by_others = parts.collect(bundled, modules, tools.page_wheels(settings.cache), settings.wheels)
    parts.write(app.outdir / assets.FOLDER, files, taken.fronts, made_by_others)
    keep_built(app, Built(settings, files, taken.record, factories))
    # The bench reads this line.
    logger.info("live widgets: ready in %.3f s", time.perf_counter() - began)
    key = digest(repr((sorted(files.items()), factories)).encode())
    if getattr(env, "live_widgets_key", "") == key:
        return []
    env.live_widgets_key = key  # type: ignore[attr-defined]
    return sorted(pages)


def _finish(app: Sphinx, error: Exception | None) -> None:
    if error is None and is_live(app.builder):
        kept = has_built(app) and built_of(app).settings.offline
        (offline.write_service if kept else offline.remove_service)(app.outdir)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    for name, default, types in CONFIG_VALUES:
        app.add_config_value(name, default, "env", types)
    app.add_node(live_widget_node, **VISITORS)  # type: ignore[arg-type]
    app.add_directive("live-widget", LiveWidgetDirective)
    register()
    app.connect("doctree-read", _collect)
    app.connect("env-purge-doc", purge)
    app.connect("env-merge-info", merge)
    app.connect("env-updated", _build)
    app.connect("html-page-context", add_to_head)
    # Last of all: some themes still write files when a build is finished, and the service worker knows each by hash.
    app.connect("build-finished", _finish, priority=10_000)
    return {"version": __version__, "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
