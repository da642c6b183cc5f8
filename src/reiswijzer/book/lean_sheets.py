"""The sheets of the theme without what no page of this book can meet.

They hold all of Bootstrap, Font Awesome and sphinx-design: 73 kB packed on each page, most of it for nobody. PurgeCSS
keeps a rule when all its names are words in a page, in a script or in the code that makes HTML while a page is open.
A thinned sheet has the hash of its content in its name, so that no page meets the sheet of an older build.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import reiswijzer
from reiswijzer.book.npm import package
from sphinx_live_widgets.builder.fingerprint import digest
from sphinx_live_widgets.builder.tools import run_node

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SHEETS = ("styles/pydata-sphinx-theme.css", "sphinx-design.min.css")
SCRIPT = Path(__file__).with_name("lean_sheets.mjs")
#: What may put a class into a page: pages, scripts, and what an exercise is made of.
PAGES, SCRIPTS, CODE = "**/*.html", "**/*.{js,mjs}", "**/*.{py,toml,mjs}"


def _thinned(app: Sphinx, sheets: list[Path], folder: Path) -> dict[Path, str]:
    library = package(app, "purgecss") / "lib" / "purgecss.js"
    out, own = Path(app.outdir), Path(reiswijzer.__file__).parent
    content = (out / PAGES, out / SCRIPTS, own / CODE)
    run_node(SCRIPT, library, folder, *content, Path("--"), *sheets, problem="the style sheets could not be thinned")
    return {sheet: (folder / sheet.name).read_text(encoding="utf-8") for sheet in sheets}


def _replace(app: Sphinx, error: Exception | None) -> None:
    static = Path(app.outdir) / "_static"
    sheets = [sheet for name in SHEETS if (sheet := static / name).exists()]
    if error or app.builder.format != "html" or not sheets:
        return
    names: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for sheet, text in _thinned(app, sheets, Path(folder)).items():
            for old in sheet.parent.glob(f"{sheet.stem}-*.css"):
                old.unlink()
            lean = sheet.with_name(f"{sheet.stem}-{digest(text.encode())}.css")
            lean.write_text(text, encoding="utf-8")
            names[sheet.stem] = lean.name
    for page in Path(app.outdir).rglob("*.html"):
        before = page.read_text(encoding="utf-8")
        after = before
        for stem, name in names.items():
            after = re.sub(rf'(?<=/){re.escape(stem)}(?:-[0-9a-f]{{16}})?\.css(?:\?[^"]*)?(?=")', name, after)
        if after != before:
            page.write_text(after, encoding="utf-8")
    for sheet in sheets:  # the next build copies them again
        sheet.unlink()
        sheet.with_name(f"{sheet.name}.map").unlink(missing_ok=True)


def register(app: Sphinx) -> None:
    """Thin the sheets when all pages and scripts are there, before the list of files for offline use is made."""
    app.connect("build-finished", _replace, priority=9_500)
