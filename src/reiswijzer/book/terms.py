"""The explanation of a term beside every `{term}`, from the page with the glossary."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from reiswijzer.book.link_cards import LinkCard, put_cards
from reiswijzer.content.case_words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

CLASS = "std-term"


def explanations(env: BuildEnvironment) -> dict[str, tuple[str, str]]:
    """Return the name and the explanation of every term, by its anchor on the page with the glossary."""
    found: dict[str, tuple[str, str]] | None = env.temp_data.get("reiswijzer_terms")
    if found is None:
        homes = {home for _, _, kind, home, _, _ in env.get_domain("std").get_objects() if kind == "term"}
        found = {}
        for home in sorted(homes):
            for item in env.get_doctree(home).findall(nodes.definition_list_item):
                if isinstance(item.parent.parent, addnodes.glossary):
                    (meaning,) = item.findall(nodes.definition)
                    for term in item.findall(nodes.term):
                        found |= {name: (term.astext(), meaning.astext()) for name in term["ids"]}
        env.temp_data["reiswijzer_terms"] = found
    return found


def _linked(doctree: nodes.document) -> Iterator[str]:
    """Yield the anchor of every term that a page links to; the page with the glossary itself needs none."""
    for link in doctree.findall(nodes.reference):
        if any(CLASS in inner["classes"] for inner in link.findall(nodes.inline)) and "refuri" in link:
            yield link["refuri"].partition("#")[2]


def _add_cards(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    del page, template
    if doctree is None or "body" not in context:
        return
    known, more = explanations(app.env), escape(words("kaartje")["begrip_meer"])
    put_cards(
        app,
        context,
        (
            LinkCard(
                f'a[href$="#{anchor}"]:has(> .{CLASS})',
                known[anchor][0],
                f'<span class="rw-kaartje-kern">{escape(known[anchor][1])}</span>'
                f'<span><a class="rw-kaartje-meer">{more}</a></span>',
            )
            for anchor in sorted(set(_linked(doctree)) & known.keys())
        ),
    )


def register(app: Sphinx) -> None:
    """Register the cards."""
    app.connect("html-page-context", _add_cards)
