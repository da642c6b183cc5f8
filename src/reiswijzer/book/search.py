"""The search page: an index of what the built pages say, and the scripts that ask it in the browser.

Sphinx's own search knows whether a word stands on a page, not how much the page is about it, and loads its index into
every page. Here MiniSearch weighs titles, headings, the reader's own words (`content/zoeken`) and the text.
The index is made of the finished pages, so that it holds what a reader sees; it is loaded on the search page only.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sphinx
from bs4 import BeautifulSoup
from sphinx import addnodes
from sphinx.search.nl import SearchDutch

from reiswijzer.book.case_map import PAGES
from reiswijzer.content.cases import cases
from reiswijzer.content.search import alike, group_of, hints, idle, words
from reiswijzer.content.themes import folded
from sphinx_live_widgets.builder.tools import node_modules
from sphinx_live_widgets.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bs4 import Tag
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

CONFIG = "reiswijzer_search"
PAGE, INDEX, FOLDER = "search", "zoeklijst.json", "zoeken"
LOCKS = Path(__file__).with_name("locks")
SCRIPTS = ("search.mjs", "ranking.mjs")
#: What no reader looks for: signs, code, what stands on every chapter alike, and what only a script shows.
NO_TEXT = (
    "script, style, svg, template, noscript, .headerlink, .toctree-wrapper, .cell_input, table.dataframe, select, "
    ".citation .label, .backrefs, .rw-kop, .rw-verdergaan, .rw-filters, .rw-casus-vergelijk, .rw-svg, form, button"
)
BLOCKS = (
    "p",
    "li",
    "td",
    "th",
    "div",
    "dt",
    "dd",
    "summary",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "br",
    "legend",
    "label",
)
SHORTEST = 4
"""Letters of a word that may be part of a longer one."""
_JOINTS = ("", "s", "en", "e")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[a-z]+")


def _words_of(tag: Tag) -> str:
    return _SPACE.sub(" ", tag.get_text()).strip()


def sections_of(page: str) -> list[tuple[str, str, str]]:
    """Return the anchor, heading and own text of every section of a page; a term of the glossary is one too."""
    article = BeautifulSoup(page, "html.parser").select_one("article")
    if article is None:
        return []
    for tag in article.select(NO_TEXT):
        tag.decompose()
    for tag in article.find_all(BLOCKS):
        tag.append(" ")
    found: list[tuple[str, str, str]] = []
    for term in reversed(article.select("dl.glossary dt[id]")):
        meaning = term.find_next_sibling("dd")
        found.append((str(term["id"]), _words_of(term), _words_of(meaning) if meaning else ""))
        term.extract()
        if meaning:
            meaning.extract()
    for section in reversed(article.find_all("section")):
        head = section.find(re.compile(r"h[1-6]"))
        heading = _words_of(head.extract()) if head else ""
        found.append((str(section.get("id", "")), heading, _words_of(section)))
        section.extract()
    return found[::-1]


def tails(vocabulary: Iterable[str]) -> dict[str, list[str]]:
    """Return the words that end a compound, by compound: both halves are words of the vocabulary too."""
    known = {word for word in vocabulary if len(word) >= SHORTEST}
    ends: dict[str, list[str]] = {}
    for word in known:
        for at in range(SHORTEST, len(word) - SHORTEST + 1):
            head, tail = word[:at], word[at:]
            if tail in known and any(head.removesuffix(joint) in known for joint in _JOINTS):
                ends.setdefault(word, []).append(tail)
    return ends


def _documents(env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    """Yield every page with the part of the book it stands in, in the order of the book."""

    def below(document: str, part: str) -> Iterator[tuple[str, str]]:
        yield document, part
        for child in env.toctree_includes.get(document, ()):
            yield from below(child, part)

    root = str(env.config.root_doc)
    yield root, ""
    for tree in env.get_doctree(root).findall(addnodes.toctree):
        for document in tree["includefiles"]:
            yield from below(document, str(tree.get("caption") or ""))


def _place(document: str) -> tuple[str, ...]:
    """Return the place of the case that a page is about."""
    folder, _, ident = document.rpartition("/")
    return (cases()[ident].place,) if folder == PAGES else ()


def _page(app: Sphinx, document: str, part: str) -> dict[str, Any]:
    """Return what the search knows of a page; its first section is the page itself."""
    path = Path(app.builder.get_outfilename(document))  # type: ignore[attr-defined]
    sections = sections_of(path.read_text(encoding="utf-8"))
    if not sections:
        return {}
    (_, title, opening), *rest = sections
    group = group_of(document)
    return {
        "id": app.builder.get_target_uri(document),
        "titel": title,
        "soort": group.kind or part,
        "groep": group.kind,
        "gewicht": group.weight,
        "hoogstens": group.most,
        "hints": ". ".join((*hints().get(document, ()), *_place(document))),
        "secties": [["", "", opening], *(list(section) for section in rest)],
    }


def index(app: Sphinx) -> dict[str, Any]:
    """Return the pages of the book with their text, and the words that look for the same."""
    pages = [page for page in (_page(app, *place) for place in _documents(app.env)) if page]
    texts = [
        _WORD.findall(folded(" ".join(text for section in page["secties"] for text in section[1:]))) for page in pages
    ]
    ends = tails({word for text in texts for word in text})
    for page, text in zip(pages, texts, strict=True):
        page["delen"] = " ".join(sorted({tail for word in text for tail in ends.get(word, ())}))
    language = SearchDutch({})
    return {
        "zelfde": [list(words) for words in alike()],
        "stil": sorted({*map(folded, language.stopwords), *idle()}),
        "paginas": pages,
    }


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
        yield PAGE, {"zoeken": words(), "zoeken_woorden": json.dumps(words(), ensure_ascii=False)}, "zoeken.html"


def _write(app: Sphinx, error: Exception | None) -> None:
    if error or not app.config[CONFIG] or app.builder.name != "html":
        return
    library = node_modules(read_settings(app).cache, LOCKS) / "minisearch"
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
    app.connect("build-finished", _write, priority=8_000)
