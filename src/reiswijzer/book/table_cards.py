"""`{kaarten}` lays out cards to print, four to a sheet.

`{huishouden}` is what the roles stand around, `{afspraken}` what a group agrees on, `{scoreblad}` the sheet with
statements that is scored twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from reiswijzer.book.cases import case_source, remember
from reiswijzer.book.directive import BookDirective
from reiswijzer.book.folds import group
from reiswijzer.book.paper import CLASS, printed
from reiswijzer.content import journal
from reiswijzer.content.cards import cards
from reiswijzer.content.cases import case
from reiswijzer.content.files import ContentError
from reiswijzer.content.route import stop
from reiswijzer.content.table_cards import CASES, ROLES, RULES, agreements, case_cards, household, role_cards
from reiswijzer.content.texts import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx

    from reiswijzer.content.journal import Field
    from reiswijzer.content.route import Stop

PER_SHEET = 4
SCALE = range(1, 6)
DECKS = ("casussen", "rollen")


def _text(text: str, css: str = "") -> nodes.paragraph:
    return nodes.paragraph("", text, classes=[css] if css else [])


def _card(kind: str, *content: nodes.Node, css: str = "") -> nodes.list_item:
    return nodes.list_item("", _text(kind, "rw-drukkaart-soort"), *content, classes=["rw-drukkaart", *css.split()])


class TableCardsDirective(BookDirective):
    """Place a deck: the number of an insight for its question cards, `casussen` or `rollen`."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the sheets of the deck."""
        printed(self, "kaarten")
        name = self.arguments[0]
        for file in (CASES, ROLES, journal.FILE):
            self.depends_on(file)
        if name not in DECKS:
            here = self.load(lambda: stop(int(name)))
            return _sheets(self._questions(here), here.title, f"rw-halte-{here.number}")
        made = self._cases() if name == "casussen" else self._roles()
        return _sheets(made, name.capitalize())

    def _questions(self, here: Stop) -> list[nodes.list_item]:
        """Return the question of the stop, those for the own table, those of the supervisors, and an if-then line."""
        place = f"Halte {here.number} · {here.short}"
        part = self.load(lambda: _part_of(here))
        made = [_card(place, _text(here.question, "rw-drukkaart-groot"))]
        made += [
            _card(f"{place} · uw eigen tafel", _text(field.question, "rw-drukkaart-vraag"))
            for field in part
            if field.kind == "eigen"
        ]
        made += [
            _card(f"{place} · voor de RvC", _text(card.question, "rw-drukkaart-vraag"), *self.blocks(card.why))
            for card in self.load(cards)[here.number]
        ]
        lines: list[nodes.Node] = []
        for field in part:
            if field.kind in ("als", "dan"):
                lines += [
                    _text(field.question, "rw-drukkaart-vraag"),
                    _text("", "rw-drukkaart-regel"),
                    _text(field.hint),
                ]
        made.append(_card(f"{place} · voornemen", *lines))
        return made

    def _cases(self) -> list[nodes.list_item]:
        made = []
        for card in self.load(case_cards):
            item = case(card.case)
            remember(self.env, item.id)
            source = _text("Bron: ", "rw-drukkaart-bron")
            source += case_source(card.case, item.source_title)
            made.append(
                _card(
                    f"Casus · {item.place}",
                    _text(item.name, "rw-drukkaart-naam"),
                    _text(card.wanted),
                    _text(card.question, "rw-drukkaart-vraag"),
                    _text("Vouw hier om", "rw-drukkaart-vouw"),
                    _text(card.outcome),
                    _text(card.difficulty),
                    source,
                    css="rw-drukkaart-klein",
                )
            )
        return made

    def _roles(self) -> list[nodes.list_item]:
        heads = {"wants": "U wilt", "fears": "U vreest", "can": "U kunt", "knows": "Alleen u weet"}
        made = []
        for card in self.load(role_cards):
            points = (
                nodes.definition_list_item("", nodes.term("", head), nodes.definition("", _text(getattr(card, key))))
                for key, head in heads.items()
            )
            made.append(
                _card(
                    "Rol · verzonnen",
                    _text(card.title, "rw-drukkaart-naam"),
                    _text(card.place, "rw-drukkaart-bron"),
                    nodes.definition_list("", *points),
                    css="rw-drukkaart-klein",
                )
            )
        return made


class HouseholdDirective(BookDirective):
    """Place the household that the roles stand around, and what they have to agree on."""

    def run(self) -> list[nodes.Node]:
        """Return it as a quotation of the content file."""
        self.depends_on(ROLES)
        who, task = self.load(household)
        block = group(classes=["rw-huishouden", CLASS], role="group", label="Het huishouden, verzonnen")
        block += [_text(who), _text(task, "rw-drukkaart-vraag")]
        return [block]


class AgreementsDirective(BookDirective):
    """Place what a group agrees on about sharing; with `:muur:` as a sheet for the wall."""

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {"muur": lambda _: True}

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        self.depends_on(RULES)
        lines = self.load(agreements)
        shown = nodes.bullet_list("", *(nodes.list_item("", _text(line)) for line in lines))
        if "muur" not in self.options:
            return [shown]
        css = ["rw-huishouden", "rw-muurblad", CLASS]
        block = group(classes=css, role="group", label="Afspraken, voor aan de muur")
        block += [_text("Onze afspraken", "rw-drukkaart-vraag"), shown]
        return [block]


class ScoreSheetDirective(BookDirective):
    """Place the statements of the opening as a sheet of paper: answered once, and again."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        data = self.load(lambda: texts("startpunt")).data
        columns = nodes.tgroup(cols=3)
        columns += [nodes.colspec(colwidth=width) for width in (60, 20, 20)]
        heads = ("Stelling", "Eerste keer", "Tweede keer")
        columns += nodes.thead("", _row([_text(head)] for head in heads))
        body = nodes.tbody()
        figures = " ".join(map(str, SCALE))
        for statement in (each for statements in data["stellingen"].values() for each in statements):
            body += _row(([_text(statement)], [_text(figures)], [_text(figures)]))
        columns += body
        ends = f"1 is ‘{data['schaal'][0]}’, {SCALE[-1]} is ‘{data['schaal'][-1]}’."
        sheet = group(classes=["rw-scoreblad", CLASS], role="group", label="Scoreblad met tien stellingen")
        sheet += [_text(f"Neem één samenwerking in gedachten. Omcirkel per stelling een cijfer. {ends}"),
                  nodes.table("", columns)]  # fmt: skip
        return [sheet]


def _row(cells: Iterable[list[nodes.paragraph]]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", *cell) for cell in cells))


def _part_of(here: Stop) -> tuple[Field, ...]:
    for part in journal.parts():
        if part.exercise == here.exercise:
            return part.fields
    raise ContentError(journal.FILE, here.exercise, "no part has this exercise, so there are no question cards")


def _sheets(made: list[nodes.list_item], label: str, css: str = "") -> list[nodes.Node]:
    deck = group(classes=["rw-drukwerk", CLASS, *css.split()], role="group", label=f"Kaarten: {label}")
    for first in range(0, len(made), PER_SHEET):
        deck += nodes.bullet_list("", *made[first : first + PER_SHEET], classes=["rw-vel"])
    return [deck]


def register(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("kaarten", TableCardsDirective)
    app.add_directive("huishouden", HouseholdDirective)
    app.add_directive("afspraken", AgreementsDirective)
    app.add_directive("scoreblad", ScoreSheetDirective)
