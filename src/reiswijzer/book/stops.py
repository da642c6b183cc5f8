"""`{halte}` heads a chapter with its place on the route; `{routebeeld}` draws the route, `{route}` lists its stops.

Header and list say where the reader was, `{verder}` where to go on; `route.mjs` reads that in what the journal keeps.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from reiswijzer.book.directive import BookDirective
from reiswijzer.book.folds import group
from reiswijzer.book.scripts import page_script
from reiswijzer.content import journal
from reiswijzer.content.files import ContentError
from reiswijzer.content.route import FILE, Stop, picture, route, stop, words
from reiswijzer.figures.route_picture import route_picture, stop_picture

if TYPE_CHECKING:
    from sphinx.application import Sphinx


SCRIPT = "route.mjs"
JOURNAL = "book/thuiskomst/uw-reisverslag.html"


def traces(item: Stop) -> dict[str, str | list[str]]:
    """Return where what a reader does at a stop is kept: ids of the exercise, of the fields, and of the tick for read.

    Raises
    ------
    ContentError
        When the journal has no part for the stop, or no such tick.
    """
    part = journal.part(Path(item.doc).name)
    read = f"{item.number}-gelezen"
    fields = [field.id for field in part.fields]
    if read not in fields:
        raise ContentError(journal.FILE, part.id, f"there is no field '{read}'")
    return {"oefening": item.exercise, "velden": fields, "gelezen": read}


def _link(document: str, item: Stop, *, text: str, current: bool = False) -> nodes.Node:
    if current:
        return nodes.inline("", text, classes=["rw-hier"])
    link = addnodes.pending_xref(
        "", nodes.inline("", text), refdomain="std", reftype="doc", reftarget=f"/{item.doc}", refexplicit=True,
        refwarn=True, refdoc=document,
    )  # fmt: skip
    link["classes"].append("rw-halte-link")
    return link


def _drawn(css: str, picture: str) -> nodes.Node:
    box = nodes.container(classes=[css])
    box += nodes.raw("", picture, format="html")
    return box


class _Route(BookDirective):
    """A directive that shows the stops."""

    def region(self, *classes: str, label: str) -> group:
        """Return the region in which the script says where the reader was."""
        self.depends_on(FILE)
        self.depends_on(journal.FILE)
        data = {"sporen": self.load(lambda: [traces(item) for item in route()]), "woorden": words(), "verslag": JOURNAL}
        attributes = {
            f"data-{name}": value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            for name, value in data.items()
        }
        return group(classes=list(classes), role="group", label=label, attributes=attributes)


class StopDirective(_Route):
    """Place the header of the stop whose number is the argument."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the minutes and the small route with the present stop marked."""
        here = self.load(lambda: stop(int(self.arguments[0])))
        header = self.region("rw-kop", f"rw-kop-{here.number}", label="Plaats op de route")
        header += _drawn("rw-kop-beeld", stop_picture(here.number, f"Tekening bij halte {here.number}", here.picture))
        header += nodes.paragraph(
            "",
            f"Halte {here.number} van {len(route())} · lezen {here.reading_minutes} minuten · "
            f"oefening {here.exercise_minutes} minuten",
            classes=["rw-kop-tijd"],
        )
        small = nodes.enumerated_list(classes=["rw-spoor"])
        for item in route():
            entry = nodes.list_item(classes=[f"rw-halte-{item.number}"])
            entry += nodes.paragraph(
                "", "", _link(self.env.docname, item, text=item.short, current=item.number == here.number)
            )
            small += entry
        header += small
        return [header]


class RoutePictureDirective(BookDirective):
    """Place the picture of the route."""

    def run(self) -> list[nodes.Node]:
        """Return the picture."""
        self.depends_on(FILE)
        return [_drawn("rw-routebeeld", route_picture("De route", self.load(picture)))]


class RouteDirective(_Route):
    """Place the whole route: five stops with number, title, question and minutes."""

    def run(self) -> list[nodes.Node]:
        """Return the route as an ordered list."""
        region = self.region("rw-route", label="De route langs vijf haltes")
        stops = nodes.enumerated_list(classes=["rw-route-lijst"])
        for item in self.load(route):
            entry = nodes.list_item(classes=["rw-route-halte", f"rw-halte-{item.number}"])
            entry += nodes.paragraph("", "", _link(self.env.docname, item, text=item.title), classes=["rw-route-titel"])
            entry += nodes.paragraph("", item.question, classes=["rw-route-vraag"])
            minutes = f"lezen {item.reading_minutes} min · oefening {item.exercise_minutes} min"
            entry += nodes.paragraph("", minutes, classes=["rw-route-tijd"])
            stops += entry
        region += stops
        return [region]


class GoOnDirective(BookDirective):
    """Place, on a page with `{route}`, where a reader who was here before can go on; empty for any other."""

    def run(self) -> list[nodes.Node]:
        """Return the place, hidden until the script fills it."""
        return [group(classes=["rw-verdergaan"], role="group", label=words()["label"], attributes={"hidden": "hidden"})]


def _has_stops(doctree: nodes.document) -> bool:
    return any("data-sporen" in node.get("attributes", {}) for node in doctree.findall(group))


def register(app: Sphinx) -> None:
    """Register the directives and the script."""
    app.add_directive("halte", StopDirective)
    app.add_directive("routebeeld", RoutePictureDirective)
    app.add_directive("route", RouteDirective)
    app.add_directive("verder", GoOnDirective)
    page_script(app, Path(__file__).with_name(SCRIPT), _has_stops)
