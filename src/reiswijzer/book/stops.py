"""`{halte}` heads a chapter with its place on the route; `{routebeeld}` draws the route, `{route}` lists its stops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup
from docutils import nodes
from sphinx import addnodes

from reiswijzer.book.directive import BookDirective
from reiswijzer.book.folds import group
from reiswijzer.content.route import FILE, Stop, picture, route, stop
from reiswijzer.figures.route_picture import route_picture, stop_picture

if TYPE_CHECKING:
    from sphinx.application import Sphinx


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


class StopDirective(BookDirective):
    """Place the header of the stop whose number is the argument."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the minutes and the small route with the present stop marked."""
        self.depends_on(FILE)
        here = self.load(lambda: stop(int(self.arguments[0])))
        header = group(classes=["rw-kop", f"rw-kop-{here.number}"], role="group", label="Plaats op de route")
        header += _drawn("rw-kop-beeld", stop_picture(here.number, here.title, here.picture))
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


class RouteDirective(BookDirective):
    """Place the whole route: five stops with number, title, question and minutes."""

    def run(self) -> list[nodes.Node]:
        """Return the route as an ordered list."""
        self.depends_on(FILE)
        region = group(classes=["rw-route"], role="group", label="De route langs vijf haltes")
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


def _number_menu(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document) -> None:
    """Put the number of each stop before its title in the menu, in the colour of the stop."""
    del app, page, template, doctree
    make = context.get("generate_toctree_html")
    if not make:
        return
    numbers = {item.title: item.number for item in route()}

    def numbered(*arguments: Any, **options: Any) -> Any:
        menu = make(*arguments, **options)
        for link in menu.select("a") if hasattr(menu, "select") else ():
            if number := numbers.get(link.get_text(strip=True)):
                mark = f'<span class="rw-menu-halte rw-halte-{number}">{number}</span>'
                link.insert(0, BeautifulSoup(mark, "html.parser"))
        return menu

    context["generate_toctree_html"] = numbered


def register(app: Sphinx) -> None:
    """Register the directives, and the numbers in the menu."""
    app.connect("html-page-context", _number_menu, priority=960)
    app.add_directive("halte", StopDirective)
    app.add_directive("routebeeld", RoutePictureDirective)
    app.add_directive("route", RouteDirective)
