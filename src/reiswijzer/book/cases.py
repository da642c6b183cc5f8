"""`{casus}`: name a documented case by its id; the name leads to its page, and a card beside it says the least of it.

The pages that name a case are remembered, so that the page of the case can say where the book tells of it.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxRole

from reiswijzer.book.case_map import page_of
from reiswijzer.book.scripts import page_script
from reiswijzer.content.case_words import words
from reiswijzer.content.cases import Case, case
from reiswijzer.content.files import ContentError

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

SCRIPT, CLASS = "card.mjs", "rw-casus"
LONGEST = 170
"""Characters of one field on a card, at most; the page of the case has all of it."""
_EXPLICIT = re.compile(r"^(?P<text>.+?)\s*<(?P<id>[\w-]+)>$", re.DOTALL)


def cited(env: BuildEnvironment) -> dict[str, set[str]]:
    """Return the ids of the cases that each page names, by document."""
    if not hasattr(env, "reiswijzer_cited"):
        env.reiswijzer_cited = {}  # type: ignore[attr-defined]
    found: dict[str, set[str]] = env.reiswijzer_cited
    return found


def case_source(ident: str, text: str = "") -> nodes.reference:
    """Return a link to the main source of a case, with its name or another text."""
    item = case(ident)
    made = nodes.reference("", text or item.name, refuri=item.source_url, internal=False)
    made["reftitle"] = f"Bron: {item.source_title}"
    return made


def case_link(env: BuildEnvironment, ident: str, text: str = "") -> addnodes.pending_xref:
    """Return a link to the page of a case, with its name or another text; the present page is remembered."""
    item = case(ident)
    cited(env).setdefault(env.docname, set()).add(item.id)
    return addnodes.pending_xref(
        "", nodes.inline("", text or item.name, classes=[CLASS]), refdomain="std", reftype="doc",
        reftarget=f"/{page_of(item.id)}", refexplicit=True, refwarn=True, refdoc=env.docname,
    )  # fmt: skip


class CaseRole(SphinxRole):
    """The role `{casus}`."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the link, or an error with the unknown id."""
        match = _EXPLICIT.match(self.text)
        ident, text = (match["id"], match["text"]) if match else (self.text, "")
        try:
            return [case_link(self.env, ident, text)], []
        except ContentError as error:
            message = self.inliner.reporter.error(str(error), line=self.lineno)
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]


def short(text: str) -> str:
    """Return the beginning of a text, up to the end of a word, with an ellipsis when something is left out."""
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:.") + " …"


def _line(label: str, text: str) -> str:
    return f"<span><strong>{escape(label)}</strong> {escape(short(text))}</span>" if text else ""


def card(item: Case) -> str:
    """Return the card of a case as HTML of inline elements, so that it can stand inside a paragraph."""
    said = words("kaartje")
    where = item.place if item.start_year is None else f"{item.place}, {item.start_year}"
    return (
        f'<span class="rw-kaartje-naam">{escape(item.name)}</span>'
        + (f'<span class="rw-kaartje-waar">{escape(where)}</span>' if where else "")
        + _line(said["wilde"], item.intended_result)
        + _line(said["kwam"], item.documented_outcome)
        + _line(said["tegen"], item.documented_difficulty)
        + f'<span><a class="rw-kaartje-meer">{escape(said["meer"])}</a> · {escape(said["bron"])}: '
        f'<a href="{escape(item.source_url)}">{escape(item.source_title)}</a></span>'
    )


def _add_cards(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Put the cards of the cases that a page names at its end, where only the script finds them."""
    del template
    named = sorted(cited(app.env).get(page, ()))
    if not named or doctree is None or "body" not in context:
        return
    cards = "".join(
        f'<template class="rw-kaartje-inhoud" data-casus="{item.id}" '
        f'data-label="{escape(words("kaartje")["label"].format(naam=item.name))}">{card(item)}</template>'
        for item in map(case, named)
    )
    context["body"] += cards


def _forget(app: Sphinx, env: BuildEnvironment, document: str) -> None:
    del app
    cited(env).pop(document, None)


def _merge(app: Sphinx, env: BuildEnvironment, documents: set[str], other: BuildEnvironment) -> None:
    del app
    for document in documents & cited(other).keys():
        cited(env)[document] = cited(other)[document]


def _names_a_case(doctree: nodes.document) -> bool:
    return any(CLASS in name["classes"] for name in doctree.findall(nodes.inline))


def register(app: Sphinx) -> None:
    """Register the role, what is remembered of it, and the script of the cards."""
    app.add_role("casus", CaseRole())
    app.connect("env-purge-doc", _forget)
    app.connect("env-merge-info", _merge)
    app.connect("html-page-context", _add_cards)
    page_script(app, Path(__file__).with_name(SCRIPT), _names_a_case)
