"""`{casuspagina}`: all that is known of one case, where the book tells of it, and two cases to compare it with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from reiswijzer.book.case_map import page_of, slug
from reiswijzer.book.cases import case_link, cited
from reiswijzer.book.directive import BookDirective
from reiswijzer.book.folds import group
from reiswijzer.content import case_words, cases, publishers
from reiswijzer.content.case_words import words
from reiswijzer.content.cases import NATIONAL, Case, case, kinds
from reiswijzer.content.publishers import PARTNER, source_line
from reiswijzer.content.route import stop
from reiswijzer.exercises.alike import compare_with, reason, rule
from reiswijzer.exercises.wording import row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

MAP = "book/kaart/index"
_PARTS = ("vertrek", "reis", "kaart", "thuiskomst", "begeleiders")
"""Folders of the pages that tell of a case, in the order of the book; not the pages of other cases."""


class told_in(nodes.General, nodes.Element):  # noqa: N801 - docutils finds the visitor by this name
    """The place of the list of pages that name the case `case`; known when every page has been read."""


class map_link(nodes.General, nodes.TextElement):  # noqa: N801
    """A link to the map with a choice: attribute `query`."""


def _text(text: str, css: str = "") -> nodes.paragraph:
    return nodes.paragraph("", text, classes=[css] if css else [])


def sentence(text: str) -> str:
    """Return a field of the data as a sentence: with a capital and a full stop."""
    return text[0].upper() + text[1:] + ("" if text.endswith((".", "?", "…")) else ".")


def _document(env: BuildEnvironment, target: str, text: str) -> addnodes.pending_xref:
    return addnodes.pending_xref(
        "", nodes.inline("", text), refdomain="std", reftype="doc", reftarget=f"/{target}", refexplicit=True,
        refwarn=True, refdoc=env.docname,
    )  # fmt: skip


def _fields(item: Case) -> nodes.definition_list:
    said = words("casus")
    rows: tuple[tuple[str, str, list[str]], ...] = (
        ("doel", item.intended_result, []),
        ("vorm", item.governance_form, [kinds("vorm")[item.form]] if item.form else []),
        ("partners", item.partners, []),
        ("opbrengst", item.documented_outcome, [kinds("opbrengst")[each] for each in item.outcomes]),
        (
            "vooraf" if item.only_occasion else "tegen",
            item.documented_difficulty,
            [kinds("tegenvaller")[each] for each in item.setbacks],
        ),
    )
    made = nodes.definition_list()
    for name, text, sorted_as in rows:
        about = nodes.definition("", _text(sentence(text) if text else said["niet_gevonden"]))
        if text and sorted_as:
            about += _text(said["ingedeeld"].format(wat=row(sorted_as)), "rw-casus-indeling")
        made += nodes.definition_list_item("", nodes.term("", said[name]), about)
    return made


def _sources(item: Case) -> nodes.bullet_list:
    say = publishers.words("zin")
    made = nodes.bullet_list(classes=["rw-casus-bronnen"])
    for source in item.sources:
        told = source_line(item, source)
        line = nodes.paragraph("", f"{say['hoofdbron']}: " if told.main else "")
        title = told.supports if told.main else say["over"].format(onderwerp=told.supports)
        line += nodes.reference("", title, refuri=source.url, internal=False)
        by = f"{', ' if told.main else ': '}{told.by}" if told.by else ""
        line += nodes.Text(f"{by}. {told.found_at}".rstrip())
        made += nodes.list_item("", line)
    return made


class CasePageDirective(BookDirective):
    """Place what is known of the case with the id given as argument."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return facts, fields, sources, where the book tells of it, and what to compare it with."""
        for file in (cases.FILE, cases.SOURCES_FILE, cases.SORTED_FILE, cases.KINDS_FILE, case_words.FILE):
            self.depends_on(file)
        item = self.load(lambda: case(self.arguments[0]))
        sheet = group(classes=["rw-casus-blad"], role="group", label=item.name)
        sheet += self._facts(item)
        sheet += _fields(item)
        return [
            sheet,
            self._section("sterkte", self._strength(item)),
            self._section("vergelijk", self._comparisons(item)),
            self._section("genoemd", [told_in(case=item.id), *self._insights(item)]),
            self._section("bronnen", [_sources(item)]),
            self._back(item),
        ]

    def _section(self, name: str, content: Iterable[nodes.Node]) -> nodes.section:
        return nodes.section("", nodes.title("", words("casus")[name]), *content, ids=[name], names=[name])

    def _facts(self, item: Case) -> list[nodes.Node]:
        said = words("casus")
        began = said["begonnen_in"].format(jaar=item.start_year) if item.start_year else said["begonnen_niet"]
        place = item.place or words("kaart")["nergens_kop"].lower()
        facts = " · ".join((kinds("domein")[item.domain], place, began))
        return [
            _text(facts[0].upper() + facts[1:], "rw-casus-feiten"),
            _text(said["bezocht" if item.visited_by_explorers else "bezocht_onbekend"], "rw-casus-feiten"),
        ]

    def _strength(self, item: Case) -> list[nodes.Node]:
        said = words("casus")
        number = len(item.sources)
        many = said["bronnen_een"] if number == 1 else said["bronnen_meer"].format(aantal=number)
        partners = sum(source_line(item, source).kind == PARTNER for source in item.sources)
        alone = "een_" if number == 1 else ""
        some = "sterkte_deel_een" if partners == 1 else "sterkte_deel"
        who = f"sterkte_{alone}alle" if partners == number else some if partners else f"sterkte_{alone}geen"
        outcome = said["sterkte_opbrengst"].format(wat=kinds("opbrengst")[item.outcomes[0]])
        sure = said["sterkte_hoog" if item.confidence == "high" else "sterkte_middel"]
        return [_text(" ".join((many, said[who].format(aantal=partners), outcome, sure)))]

    def _comparisons(self, item: Case) -> list[nodes.Node]:
        made = nodes.bullet_list(classes=["rw-casus-vergelijk"])
        for each in compare_with(item):
            link = case_link(self.env, each.case.id)
            made += nodes.list_item("", nodes.paragraph("", "", link, nodes.Text(f". {reason(item, each)}")))
        return [made, self.fold(words("casus")["regel"], rule())]

    def _insights(self, item: Case) -> list[nodes.Node]:
        said = words("casus")
        line = nodes.paragraph("", f"{said['inzichten']}: ")
        for order, number in enumerate(item.insights):
            here = stop(number)
            line += [nodes.Text(", " if order else ""), _document(self.env, here.doc, here.title)]
        line += nodes.Text(f". {said['inzichten_hulp']}")
        return [line]

    def _back(self, item: Case) -> nodes.Node:
        """Return the way to more cases: of the same place, of its province, or all of them."""
        said = words("casus")
        others = [other for other in cases.cases().values() if other is not item]
        if item.spot == NATIONAL:
            label, query = said["op_kaart_landelijk"], f"?plaats={slug(NATIONAL)}"
        elif item.spot in {other.spot for other in others} - {""}:
            label, query = said["op_kaart"].format(plaats=item.spot), f"?plaats={slug(item.spot)}"
        elif item.province in {other.province for other in others} - {""}:
            place = slug(item.province, province=True)
            label, query = said["op_kaart"].format(plaats=item.province), f"?plaats={place}"
        else:
            label, query = said["op_kaart_alle"], ""
        return nodes.paragraph("", "", map_link("", label, query=query), classes=["rw-casus-op-kaart"])


def _told(env: BuildEnvironment) -> dict[str, list[tuple[str, str]]]:
    """Return by case the pages that name it, with their titles, in the order of the book."""
    found: dict[str, list[tuple[str, str]]] = {}
    for page, named in cited(env).items():
        parts = page.split("/")
        if len(parts) > 1 and parts[1] in _PARTS and "/casussen/" not in page:
            for ident in named:
                found.setdefault(ident, []).append((page, env.titles[page].astext()))
    for pages in found.values():
        pages.sort(key=lambda told: (_PARTS.index(told[0].split("/")[1]), told[0]))
    return found


def _tell(app: Sphinx, doctree: nodes.document, document: str) -> None:
    """Fill in the pages that name the case."""
    for place in list(doctree.findall(told_in)):
        pages = _told(app.env).get(place["case"])
        if not pages:
            place.replace_self(_text(words("casus")["nergens"]))
            continue
        made = nodes.bullet_list()
        for page, title in pages:
            address = app.builder.get_relative_uri(document, page)
            link = nodes.reference("", title, refuri=address, internal=True)
            made += nodes.list_item("", nodes.paragraph("", "", link))
        place.replace_self(made)


def _outdated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages of the cases that are named elsewhere than when they were last written."""
    del app
    before, now = env.__dict__.get("reiswijzer_told", {}), _told(env)
    env.__dict__["reiswijzer_told"] = now
    changed = {ident for ident in before.keys() | now.keys() if before.get(ident) != now.get(ident)}
    return sorted({page_of(ident) for ident in changed} & env.found_docs)


def _visit_map_link(self: Any, node: nodes.Element) -> None:
    address = self.builder.get_relative_uri(self.builder.current_docname, MAP) + node["query"]
    self.body.append(self.starttag(node, "a", "", CLASS="reference internal", href=address))


def _depart_map_link(self: Any, node: nodes.Element) -> None:
    del node
    self.body.append("</a>")


def _pass(self: Any, node: nodes.Element) -> None:
    """Other builders show the words."""


def register(app: Sphinx) -> None:
    """Register the directive and what it leaves to be filled in."""
    others: dict[str, Any] = dict.fromkeys(("latex", "text", "man", "texinfo"), (_pass, _pass))
    app.add_node(map_link, html=(_visit_map_link, _depart_map_link), **others)
    app.add_directive("casuspagina", CasePageDirective)
    app.connect("doctree-resolved", _tell)
    app.connect("env-updated", _outdated)
