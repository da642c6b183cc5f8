"""`{tijdplan}`: the plan of a session, first as a table to keep in sight, then part by part with what to say aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from reiswijzer.book.directive import BookDirective
from reiswijzer.book.folds import group
from reiswijzer.content.plans import FOLDER, METHODS, plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.application import Sphinx

    from reiswijzer.content.plans import Part, Plan

HEADS = ("Klok", "Minuten", "Onderdeel", "Werkvorm")
WIDTHS = (12, 12, 48, 28)


def clock(minutes: int) -> str:
    """Return minutes from the start as hours and minutes: 75 is 1:15."""
    return f"{minutes // 60}:{minutes % 60:02d}"


class PlanDirective(BookDirective):
    """Place the plan with the id given as argument."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the sums, the table, what to bring, and a section per part."""
        made = self.load(lambda: plan(self.arguments[0]))
        for name in (made.id, METHODS):
            self.depends_on(f"{FOLDER}/{name}.toml")
        lasts = f"{made.minutes} minuten"
        if made.breaks:
            lasts += f", waarvan {made.breaks} pauze. De netto contacttijd is {made.net} minuten"
        block = group(classes=["rw-plan"], role="group", label=f"Tijdplan: {made.title}")
        block += nodes.paragraph("", f"{lasts}.", classes=["rw-plan-som"])
        block += self._table(made)
        needs = nodes.section("", nodes.title("", "Klaarleggen"), ids=[f"{made.id}-klaarleggen"])
        needs += _list(made.needs, "rw-vinklijst")
        return [block, needs, *(self._part(made, part) for part in made.parts)]

    def _table(self, made: Plan) -> nodes.table:
        columns = nodes.tgroup(cols=len(HEADS))
        columns += [nodes.colspec(colwidth=width) for width in WIDTHS]
        columns += nodes.thead("", _row([nodes.Text(head)] for head in HEADS))
        body = nodes.tbody()
        for part in made.parts:
            name = nodes.reference("", part.title, refid=_ident(made, part), internal=True)
            times = [nodes.Text(clock(part.begins))], [nodes.Text(str(part.minutes))]
            body += _row((*times, [name], [nodes.Text("" if part.is_break else part.method.name)]))
        columns += body
        return nodes.table("", columns, classes=["rw-plan-tabel"])

    def _part(self, made: Plan, part: Part) -> nodes.section:
        section = nodes.section("", nodes.title("", part.title), ids=[_ident(made, part)], classes=["rw-plan-deel"])
        times = f"{clock(part.begins)} tot {clock(part.ends)} · {part.minutes} minuten"
        line = nodes.paragraph("", times, classes=["rw-plan-tijd"])
        if not part.is_break:
            line += nodes.Text(" · ")
            line += self.line(f"[{part.method.name}]({part.method.url})" if part.method.url else part.method.name)
        section += line
        section += self.blocks(part.does)
        for head, lines, css in (("U zegt", part.say, "rw-plan-zeg"), ("Klaarleggen", part.needs, "rw-plan-nodig"),
                                 ("Nabespreken", part.ask, "rw-plan-vraag")):  # fmt: skip
            if lines:
                section += nodes.paragraph("", head, classes=["rw-plan-kop"])
                section += _list(lines, css)
        if part.else_:
            section += nodes.paragraph("", "Loopt het anders", classes=["rw-plan-kop"])
            section += self.blocks(part.else_)
        return section


def _ident(made: Plan, part: Part) -> str:
    return f"{made.id}-{part.id}"


def _row(cells: Iterable[Sequence[nodes.Node]]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))


def _list(lines: Iterable[str], css: str) -> nodes.bullet_list:
    items = (nodes.list_item("", nodes.paragraph("", line)) for line in lines)
    return nodes.bullet_list("", *items, classes=[css])


def register(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("tijdplan", PlanDirective)
