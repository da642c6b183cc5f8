"""The style sheets shared with JupyterLab, and the theme's scripts that no page of this book needs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.errors import ExtensionError

import reiswijzer

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

STYLES = ("tokens.css", "oefening.css", "samen.css", "essay/regelaar.css")
# sphinx-thebe declares its constants twice on every page, which is an error in the console, and is not used here.
# The copy buttons and toggle buttons speak no Dutch; nobody copies code here, and folds are native ones.
# The name of each page in a script of its own serves a menu of versions, which this book has not. What was searched for
# last is kept on the device to mark it on the next page: nothing is kept before it is used.
UNUSED = (
    "design-tabs",
    *("thebe", "THEBE", "kernelName", "copybutton", "clipboard", "togglebutton", "toggleHint", "toggleOpen"),
    *("DOCUMENTATION_OPTIONS.pagename", "sphinx_highlight"),
)
# The theme keeps the colours of a page and how far its menu was scrolled, also of who chose nothing.
THEME_SCRIPT = "_static/scripts/pydata-sphinx-theme.js"
_KEEPS_COLOURS = re.compile(r'localStorage\.setItem\("mode",(\w)\),localStorage\.setItem\("theme",(\w)\)')
_KEEPS_SCROLL = re.compile(r'sessionStorage\.setItem\("sidebar-scroll-top",\w+\.scrollTop\)')
# Sheets of extensions, and what stands in a page that wants one.
WANTED_BY = {"sphinx-design": " sd-", "mystnb": 'class="cell'}
SHEET = "boek.css"
_IMPORT = re.compile(r'@import url\("([^"]+)"\);\n?')


def _add_style(app: Sphinx, config: Config) -> None:
    del app
    folder = Path(reiswijzer.__file__).parent / "exercises"
    config.html_static_path += [str(folder / style) for style in STYLES]


def whole_sheet(sheet: Path) -> str:
    """Return a style sheet with those that it imports in their place, so that a page asks for one file."""
    text = sheet.read_text(encoding="utf-8")
    return _IMPORT.sub(lambda found: whole_sheet(sheet.with_name(found[1])), text)


def _make_whole(app: Sphinx, config: Config) -> None:
    sheets = [Path(app.confdir, folder, SHEET) for folder in config.html_static_path]
    for sheet in filter(Path.exists, sheets):
        made = Path(app.doctreedir, "stijl", SHEET)
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(whole_sheet(sheet), encoding="utf-8")
        config.html_static_path.append(str(made))
        return


def _unused(asset: Any) -> bool:
    body = getattr(asset, "attributes", {}).get("body") or ""
    return any(word in f"{asset} {body}" for word in UNUSED)


def _drop_unused(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document) -> None:
    del app, page, template, doctree
    for kind in ("script_files", "css_files"):
        context[kind] = [asset for asset in context[kind] if not _unused(asset)]
    body = context.get("body", "")
    for name in (name for name, sign in WANTED_BY.items() if sign not in body):
        context["css_files"] = [asset for asset in context["css_files"] if name not in str(asset)]


def _drop_unused_text(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Take out what sphinx-thebe writes below the text of every page."""
    del app, page
    for raw in list(doctree.findall(nodes.raw)):
        if raw.astext().lstrip().startswith("<script") and _unused(raw.astext()):
            raw.parent.remove(raw)


def keeping_only_a_choice(script: str) -> str:
    """Return the theme's script so that it keeps only light or dark, and only while the reader wants one of them.

    Raises
    ------
    ExtensionError
        When the script is not the one we know.
    """
    chosen = (
        r'("auto"==\1?(localStorage.removeItem("mode"),localStorage.removeItem("theme"))'
        r':(localStorage.setItem("mode",\1),localStorage.setItem("theme",\2)))'
    )
    script, colours = _KEEPS_COLOURS.subn(chosen, script)
    script, scroll = _KEEPS_SCROLL.subn("0", script)
    if (colours, scroll) != (1, 1):
        raise ExtensionError(f"{THEME_SCRIPT} keeps something in another way than we know: look at it")
    return script


def _keep_only_a_choice(app: Sphinx, error: Exception | None) -> None:
    path = Path(app.outdir) / THEME_SCRIPT
    if not error and app.builder.format == "html" and path.exists():
        script = path.read_text(encoding="utf-8")
        if "removeItem" not in script:
            path.write_text(keeping_only_a_choice(script), encoding="utf-8")


def register(app: Sphinx) -> None:
    """Register the style sheets, and (last, when all is known) what is taken from the theme's pages."""
    app.connect("config-inited", _add_style)
    app.connect("config-inited", _make_whole)
    for style in STYLES:
        app.add_css_file(Path(style).name)
    app.connect("doctree-resolved", _drop_unused_text, priority=950)
    app.connect("build-finished", _keep_only_a_choice)
    app.connect("html-page-context", _drop_unused, priority=950)
