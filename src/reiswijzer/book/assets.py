"""The style sheet of the exercises, shared with JupyterLab, and the theme's scripts that no page of this book needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import reiswijzer

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

STYLE = "oefening.css"
# sphinx-thebe declares its constants twice on every page, which is an error in the console, and is not used here.
UNUSED = ("thebe", "THEBE")


def _add_style(app: Sphinx, config: Config) -> None:
    del app
    config.html_static_path.append(str(Path(reiswijzer.__file__).parent / "exercises" / STYLE))


def _unused(asset: Any) -> bool:
    body = getattr(asset, "attributes", {}).get("body") or ""
    return any(word in f"{asset} {body}" for word in UNUSED)


def _drop_unused(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document) -> None:
    del app, page, template, doctree
    for kind in ("script_files", "css_files"):
        context[kind] = [asset for asset in context[kind] if not _unused(asset)]


def register(app: Sphinx) -> None:
    """Register the style sheet, and the removal of what is not used (last, when all assets are known)."""
    app.connect("config-inited", _add_style)
    app.add_css_file(STYLE)
    app.connect("html-page-context", _drop_unused, priority=950)
