"""What a finished page says, section by section, as text in which its blocks do not run into each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from bs4 import Tag

#: What no reader looks for: signs, code, fields to fill in, what stands on every chapter, and what only a script shows.
NO_TEXT = (
    "script, style, svg, template, noscript, .headerlink, .toctree-wrapper, .cell_input, table.dataframe, select, "
    ".citation .label, .backrefs, .rw-kop, .rw-verdergaan, .rw-filters, .rw-casus-vergelijk, .rw-svg, form, button, "
    ".rw-vlog-moment, .rw-voornemen"
)
#: What a block ends with on one line, when it has no full stop of its own. Who stands lower holds.
ENDS = {
    ". ": "p, div, dd, figcaption, h1, h2, h3, h4, ul, ol, table, details, .rw-rij-over",
    ": ": "dt, summary, legend, label, .rw-plan-kop",
    "; ": "li, tr",
    " · ": "td, th",
    " ": "br",
}
_EDGE = "\x1e"  # stands in no page: around what a block ends with
_ENDED = re.compile(r"[.?!…:;,·][)\]’”'\"]*$")


def _mark_edges(article: Tag) -> None:
    for end, blocks in ENDS.items():
        for block in article.select(blocks):
            block.insert(0, _EDGE * 2)
            block.append(f"{_EDGE}{end}{_EDGE}")


def _words_of(tag: Tag) -> str:
    """Return the text of a tag whose edges are marked; of blocks that end together, the outermost says how."""
    text, end = "", ""
    pieces = tag.get_text().split(_EDGE)
    for words, closing in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if piece := " ".join(words.split()):
            text += (" " if _ENDED.search(text) else end or ". ") + piece if text else piece
            end = ""
        end = closing or end
    return text


def sections_of(page: str) -> list[tuple[str, str, str]]:
    """Return the anchor, heading and own text of every section of a page; a term of the glossary is one too."""
    article = BeautifulSoup(page, "html.parser").select_one("article")
    if article is None:
        return []
    for tag in article.select(NO_TEXT):
        tag.decompose()
    _mark_edges(article)
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
