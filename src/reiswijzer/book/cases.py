"""`{casus}`: name a documented case by its id; the name leads to its page, and a card beside it says the least of it.

The pages that name a case are remembered, so that the page of the case can say where the book tells of it.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from reiswijzer.book.case_map import page_of
from reiswijzer.book.link_cards import LinkCard, put_cards
from reiswijzer.content.case_words import words
from reiswijzer.content.cases import Case, case
from reiswijzer.content.files import ContentError
from reiswijzer.content.publishers import source_line

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

CLASS = "rw-casus"
LONGEST = 170
"""Characters of one field on a card, at most; the page of the case has all of it."""
_EXPLICIT = re.compile(r"^(?P<text>.+?)\s*<(?P<id>[\w-]+)>$", re.DOTALL)


def cited(env: BuildEnvironment) -> dict[str, set[str]]:
    """Return the ids of the cases that each page names, by document."""
    found: dict[str, set[str]] = env.__dict__.setdefault("reiswijzer_cited", {})
    return found


def remember(env: BuildEnvironment, *idents: str) -> None:
    """Note that the present page names these cases."""
    cited(env).setdefault(env.docname, set()).update(idents)


def case_source(ident: str, text: str = "") -> nodes.reference:
    """Return a link to the main source of a case, with its name or another text."""
    item = case(ident)
    made = nodes.reference("", text or item.name, refuri=item.source_url, internal=False)
    made["reftitle"] = f"Bron: {item.source_title}"
    return made


class case_name(nodes.Inline, nodes.TextElement):  # noqa: N801 - docutils finds the visitor by this name
    """The name of a case (or other words for it), which leads to the page of the case: attribute `case`."""


def case_link(env: BuildEnvironment, ident: str, text: str = "") -> case_name:
    """Return a link to the page of a case, with its name or another text; the present page is remembered."""
    item = case(ident)
    remember(env, item.id)
    return case_name("", text or item.name, case=item.id)


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


def card(item: Case) -> LinkCard:
    """Return the card beside the links to a case.

    What came of it is left to the page of the case: a chapter lets the reader bet first.
    """
    said = words("kaartje")
    source = next(each for each in item.sources if each.url == item.source_url)
    told = source_line(item, source)
    teller = told.original or told.publisher
    where = item.place if item.start_year is None else f"{item.place}, {item.start_year}"
    html = (
        (f'<span class="rw-kaartje-waar rw-kaartje-kern">{escape(where)}</span>' if where else "")
        + _line(said["wilde"], item.intended_result)
        + _line(said["vorm"], item.governance_form)
        + f'<span><a class="rw-kaartje-meer">{escape(said["meer"])}</a></span>'
        + f'<span class="rw-kaartje-bron">{escape(said["bron"])} <a href="{escape(item.source_url)}" '
        f'title="{escape(item.source_title)}">{escape(teller)}</a></span>'
    )
    return LinkCard(f'a.{CLASS}[data-casus="{item.id}"]', item.name, html)


def _add_cards(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    del template
    named = sorted(cited(app.env).get(page, ()))
    if not named or doctree is None or "body" not in context:
        return
    put_cards(app, context, (card(item) for item in map(case, named)))


def _forget(app: Sphinx, env: BuildEnvironment, document: str) -> None:
    del app
    cited(env).pop(document, None)


def _merge(app: Sphinx, env: BuildEnvironment, documents: set[str], other: BuildEnvironment) -> None:
    del app
    for document in documents & cited(other).keys():
        cited(env)[document] = cited(other)[document]


def _visit(self: Any, node: nodes.Element) -> None:
    """Begin the link; a book without pages for cases leads to the main source."""
    page = page_of(node["case"])
    known = page in self.builder.env.found_docs
    address = (
        self.builder.get_relative_uri(self.builder.current_docname, page) if known else case(node["case"]).source_url
    )
    kind = "internal" if known else "external"
    self.body.append(
        self.starttag(node, "a", "", CLASS=f"reference {kind} {CLASS}", href=address, **{"data-casus": node["case"]})
    )


def _depart(self: Any, node: nodes.Element) -> None:
    del node
    self.body.append("</a>")


def _pass(self: Any, node: nodes.Element) -> None:
    """Other builders show the words."""


def register(app: Sphinx) -> None:
    """Register the role, what is remembered of it, and the cards."""
    others: dict[str, Any] = dict.fromkeys(("latex", "text", "man", "texinfo"), (_pass, _pass))
    app.add_node(case_name, html=(_visit, _depart), **others)
    app.add_role("casus", CaseRole())
    app.connect("env-purge-doc", _forget)
    app.connect("env-merge-info", _merge)
    app.connect("html-page-context", _add_cards)
