"""The way through the book: the menu beside every page, and the pages before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup

from reiswijzer.book.case_map import PAGES
from reiswijzer.content.route import route

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docutils import nodes
    from sphinx.application import Sphinx

CASES = f"{PAGES}/"
FOLD_NAME = "Toon of verberg wat hieronder valt"


def finish(menu: Any, numbers: dict[str, int]) -> None:
    """Name the folds, mark the present page and number the stops (by their title) in a menu as the theme makes it."""
    for fold in menu.select("summary"):
        fold["aria-label"] = FOLD_NAME  # the theme shows only an arrow, which a screen reader cannot say
    for link in menu.select("a"):
        if "current" in link.get("class", ()):
            link["aria-current"] = "page"
        if number := numbers.get(link.get_text(strip=True)):
            mark = f'<span class="rw-menu-halte rw-halte-{number}">{number}</span>'
            link.insert(0, BeautifulSoup(mark, "html.parser"))


def _finish_menu(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document) -> None:
    del app, page, template, doctree
    make = context.get("generate_toctree_html")
    if not make:
        return
    numbers = {item.title: item.number for item in route()}

    def finished(*arguments: Any, **options: Any) -> Any:
        menu = make(*arguments, **options)
        if hasattr(menu, "select"):  # an empty text where there is no menu
            finish(menu, numbers)
        return menu

    context["generate_toctree_html"] = finished


def beside(page: str, step: int, relations: Mapping[str, Sequence[str | None]]) -> str | None:
    """Return the page before (`step` 1) or after (2) a page on the route, which passes over the pages of the cases."""
    found = relations[page][step]
    while found and found.startswith(CASES) and not page.startswith(CASES):
        found = relations[found][step]
    return found


def _pass_over_cases(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document) -> None:
    """Whoever follows the arrows goes on with the route; the cases are visited from the map."""
    del template, doctree
    builder: Any = app.builder
    for name, step in (("prev", 1), ("next", 2)):
        if not context.get(name) or page.startswith(CASES):
            continue
        target = beside(page, step, builder.relations)
        shown = builder.render_partial(app.env.titles[target])["title"] if target else ""
        context[name] = {"link": builder.get_relative_uri(page, target), "title": shown} if target else None


def register(app: Sphinx) -> None:
    """Register what is done to the menu, after the theme has said how it makes one, and to the arrows."""
    app.connect("html-page-context", _pass_over_cases)
    app.connect("html-page-context", _finish_menu, priority=950)
