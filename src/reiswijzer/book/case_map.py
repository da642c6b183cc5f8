"""`{kaart}`: the documented cases as a table that can be filtered and sorted, beside a map of the places.

All of it is in the page; `map.mjs` only hides, orders and counts. Without script it is a table and a picture.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup

from reiswijzer.book.directive import BookDirective
from reiswijzer.book.scripts import page_script
from reiswijzer.book.templates import TEMPLATES
from reiswijzer.content import case_words, cases
from reiswijzer.content.case_words import period, words
from reiswijzer.content.cases import NATIONAL, Case, kinds
from reiswijzer.content.provinces import provinces
from reiswijzer.content.themes import FILE as THEMES
from reiswijzer.content.themes import case_themes, folded, pattern_of, themes
from reiswijzer.figures.netherlands import HEIGHT, WIDTH, netherlands, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx

SCRIPT = "map.mjs"
PAGES = "book/kaart/casussen"
NONE = "geen"
COLUMNS = ("naam", "plaats", "jaar", "domein")
TOLD = (
    "stand",
    "woorden",
    "weg",
    "ook_landelijk",
    "hier",
    "op",
    "thema",
    "woord",
    "gekozen",
    "geen",
    "los",
    "los_geen",
    "plek",
    "plek_een",
    "plek_meer",
)


class case_map(nodes.General, nodes.Element):  # noqa: N801 - docutils finds the visitor by this name
    """The place of the map."""


@dataclass(frozen=True)
class Row:
    """A case in the table: its address, what is said below its name, and what it is found by."""

    item: Case
    href: str
    domain: str
    about: str
    tokens: dict[str, str]
    searched: str


@dataclass(frozen=True)
class Spot:
    """A place on the map: where its button stands (percent), and the cases there."""

    name: str
    slug: str
    left: str
    top: str
    count: int
    first: str
    label: str


def slug(name: str, *, province: bool = False) -> str:
    """Return the name of a place as it stands in an address; a province and a town may have the same name."""
    return ("provincie-" if province else "") + folded(name).replace(" ", "-")


def _about(item: Case) -> str:
    said, outcomes = words("kaart"), kinds("opbrengst")
    form = kinds("vorm")[item.form] if item.form else said["vorm_onbekend"]
    parts = [f"{form[0].upper()}{form[1:]}."]
    parts += [said["over_opbrengst"].format(wat="; ".join(outcomes[each] for each in item.outcomes))]
    setbacks = [kinds("tegenvaller")[each] for each in item.setbacks]
    if item.setback_found:
        parts.append(said["over_tegen"].format(wat="; ".join(setbacks)))
    else:
        parts.append(said["wel_vooraf" if setbacks else "geen_tegen"])
    return " ".join(parts)


def _tokens(item: Case) -> dict[str, str]:
    places = [slug(item.spot)] if item.spot else [case_words.UNKNOWN]
    if item.province:
        places.append(slug(item.province, province=True))
    return {
        "inzicht": " ".join(map(str, item.insights)),
        "domein": item.domain,
        "plaats": " ".join(places),
        "vorm": item.form or case_words.UNKNOWN,
        "begonnen": period(item.start_year),
        "opbrengst": " ".join(item.outcomes),
        "tegenvaller": " ".join(item.setbacks) or NONE,
        "themas": " ".join(case_themes(item)),
        "bezocht": "ja" if item.visited_by_explorers else case_words.UNKNOWN,
    }


def _row(item: Case, href: str) -> Row:
    texts = (item.name, item.place, item.spot, item.province, kinds("domein")[item.domain], item.partners)
    more = (item.governance_form, item.intended_result, item.documented_outcome, item.documented_difficulty)
    told = (source.supports for source in item.sources)
    return Row(
        item, href, kinds("domein")[item.domain], _about(item), _tokens(item), folded(" ".join((*texts, *more, *told)))
    )


def _spots(rows: Iterable[Row]) -> tuple[tuple[Spot, ...], str]:
    """Return the places in the order of the alphabet, and the drawing below them."""
    said = words("kaart")
    there: dict[str, list[Case]] = {}
    for row in rows:
        if row.item.lat is not None:
            there.setdefault(row.item.spot, []).append(row.item)
    named = sorted(there.items())
    places = [(here[0].lon or 0.0, here[0].lat or 0.0) for _, here in named]
    markers = spread(places)
    spots = []
    for (name, here), marker in zip(named, markers, strict=True):
        many = said["plek_een"] if len(here) == 1 else said["plek_meer"].format(aantal=len(here))
        label = said["plek"].format(plaats=name, aantal=many)
        left, top = f"{marker.x / WIDTH * 100:.2f}", f"{marker.y / HEIGHT * 100:.2f}"
        spots.append(Spot(name, slug(name), left, top, len(here), here[0].id, label))
    described = said["kaart_tekst"].format(plaatsen=len(spots))
    return tuple(spots), netherlands(provinces(), markers, title=said["kaart_titel"], description=described)


def html(address: Callable[[str], str]) -> str:
    """Return the map page's content; `address` gives the address of the page of a case by its id."""
    said = words("kaart")
    rows = sorted(
        (_row(item, address(item.id)) for item in cases.cases().values()), key=lambda row: folded(row.item.name)
    )
    spots, land = _spots(rows)
    national = [row for row in rows if row.item.spot == NATIONAL]
    nowhere = [row for row in rows if not row.item.spot]
    provinces_here = sorted({row.item.province for row in rows if row.item.province})
    elsewhere = [(slug(NATIONAL), NATIONAL), (case_words.UNKNOWN, said["nergens_kop"])]
    labels = {"naam": said["naam"], "plaats": said["plaats"], "jaar": said["begonnen"], "domein": said["domein"]}
    return TEMPLATES.get_template("kaart.html").render(
        w=said,
        told=json.dumps({key: said[key] for key in TOLD}, ensure_ascii=False),
        idle=said["stopwoorden"],
        themes=json.dumps([[each.id, each.label, pattern_of(each)] for each in themes().values()], ensure_ascii=False),
        wissen=said["wissen"].format(alle=len(rows)),
        rows=rows,
        columns=[(name, labels[name]) for name in COLUMNS],
        domains=list(kinds("domein").items()),
        insights=list(said["inzichten"].items()),
        places=[
            (said["landelijk_kop"], elsewhere),
            (said["provincie_kop"], [(slug(name, province=True), name) for name in provinces_here]),
            (said["plaats_kop"], [(spot.slug, spot.name) for spot in spots]),
        ],
        forms=[*kinds("vorm").items(), (case_words.UNKNOWN, said["onbekend"])],
        outcomes=list(kinds("opbrengst").items()),
        setbacks=[*kinds("tegenvaller").items(), (NONE, said["tegen_geen"])],
        periods=list(said["periode"].items()),
        orders=list(said["volgordes"].items()),
        spots=spots,
        land=Markup(land),  # noqa: S704 - our own drawing, escaped where it is made
        beside=[(said["landelijk_kop"], national), (said["nergens_kop"], nowhere)],
    )


def page_of(ident: str) -> str:
    """Return the document of a case."""
    return f"{PAGES}/{ident}"


def _visit(self: Any, node: nodes.Element) -> None:
    del node
    here = self.builder.current_docname
    self.body.append(html(lambda ident: self.builder.get_relative_uri(here, page_of(ident))))


def _plain_list(self: Any, node: nodes.Element) -> None:
    del node
    self.add_text("\n".join(f"- {item.name}" for item in cases.cases().values()))


def _nothing(self: Any, node: nodes.Element) -> None:
    """Other builders have no map."""


class MapDirective(BookDirective):
    """Place the map and the table."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the map."""
        for file in (cases.FILE, cases.SORTED_FILE, cases.KINDS_FILE, case_words.FILE, THEMES):
            self.depends_on(file)
        return [case_map()]


def register(app: Sphinx) -> None:
    """Register the directive, the node and the script."""
    others: dict[str, Any] = dict.fromkeys(("latex", "man", "texinfo"), (_nothing, _nothing))
    app.add_node(case_map, html=(_visit, _nothing), text=(_plain_list, _nothing), **others)
    app.add_directive("kaart", MapDirective)
    page_script(app, Path(__file__).with_name(SCRIPT), lambda doctree: any(doctree.findall(case_map)))
