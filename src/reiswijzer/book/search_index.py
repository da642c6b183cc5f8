"""The index that the search page asks: the finished pages in the order of the book, each with its text and its weight.

It is made of the finished pages, so that it holds what a reader sees.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx import addnodes
from sphinx.search.nl import SearchDutch

from reiswijzer.book.case_map import PAGES
from reiswijzer.book.compounds import tails
from reiswijzer.book.search_text import sections_of
from reiswijzer.content.cases import cases
from reiswijzer.content.search import alike, group_of, hints, idle
from reiswijzer.content.themes import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_WORD = re.compile(r"[a-z]+")


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
