"""The search page and the window that leads to it: Sphinx's own make way, and our scripts are laid beside the index.

Sphinx's own search knows whether a word stands on a page, not how much the page is about it, and loads its index into
every page. Here MiniSearch weighs titles, headings, the reader's own words (`content/zoeken`) and the text. How:
`search_text.py` reads a page, `search_index.py` makes the index of all; in the browser `search.mjs` shows what
`ranking.mjs` finds in it (`slips.mjs`: for a word mistyped), with the words around it (`excerpt.mjs`).
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sphinx
from sphinx.search.nl import SearchDutch

from reiswijzer.book.npm import package
from reiswijzer.book.search_index import index
from reiswijzer.content.search import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

CONFIG = "reiswijzer_search"
PAGE, INDEX, FOLDER = "search", "zoeklijst.json", "zoeken"
SCRIPTS = ("search.mjs", "ranking.mjs", "slips.mjs", "excerpt.mjs")


def _stemmer() -> str:
    """Return Sphinx's Dutch stemmer (Snowball) as an ES module."""
    folder = Path(sphinx.__file__).parent / "search" / "minified-js"
    parts = [
        (folder / name).read_text(encoding="utf-8") for name in ("base-stemmer.js", SearchDutch.js_stemmer_rawcode)
    ]
    return "\n".join(
        (
            "let BaseStemmer, DutchStemmer;",
            *parts,
            "const made = new DutchStemmer();",
            "export const stem = (word) => made.stemWord(word);\n",
        )
    )


def _replace(app: Sphinx) -> None:
    """Keep Sphinx from making its own index and page."""
    if app.config[CONFIG] and app.builder.name == "html":
        app.builder.search = False  # type: ignore[attr-defined]


def _search_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    if app.config[CONFIG] and app.builder.name == "html":
        yield PAGE, {"zoeken_woorden": json.dumps(words(), ensure_ascii=False)}, "zoeken.html"


def _add_words(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document) -> None:
    """Give every page the words of the search: its window can be opened anywhere."""
    del app, page, template, doctree
    context["zoeken"] = words()


def _write(app: Sphinx, error: Exception | None) -> None:
    if error or not app.config[CONFIG] or app.builder.name != "html":
        return
    library = package(app, "minisearch")
    folder = Path(app.outdir) / "_static" / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(library / "dist" / "es" / "index.js", folder / "minisearch.js")
    shutil.copy(library / "LICENSE.txt", folder / "minisearch-licence.txt")
    for script in SCRIPTS:
        shutil.copy(Path(__file__).with_name(script), folder)
    (folder / "stemmer.mjs").write_text(_stemmer(), encoding="utf-8")
    text = json.dumps(index(app), ensure_ascii=False, separators=(",", ":"))
    (Path(app.outdir) / INDEX).write_text(text, encoding="utf-8")


def register(app: Sphinx) -> None:
    """Register the setting, the page and what is written when all pages are there."""
    app.add_config_value(CONFIG, default=False, rebuild="html", types=(bool,))
    app.connect("builder-inited", _replace)
    app.connect("html-collect-pages", _search_page)
    app.connect("html-page-context", _add_words)
    app.connect("build-finished", _write, priority=8_000)
