"""`{rvc-kaarten}`: the three question cards for supervisors that belong to an insight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from reiswijzer.book.cases import case_link
from reiswijzer.book.directive import BookDirective
from reiswijzer.book.folds import group
from reiswijzer.content.cards import Card, cards
from reiswijzer.content.cases import cases
from reiswijzer.content.files import ContentError

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class CardsDirective(BookDirective):
    """Place the cards of the insight given as argument (1 to 5)."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the cards as a list."""
        number = self.load(lambda: int(self.arguments[0]))
        found = self.load(lambda: _cards_of(number))
        region = group(classes=["rw-kaarten"], role="group", label="Vraagkaarten voor de raad van commissarissen")
        deck = nodes.bullet_list(classes=["rw-kaarten-lijst"])
        for card in found:
            item = nodes.list_item(classes=["rw-kaart"])
            item += nodes.paragraph("", "", *self.line(card.question), classes=["rw-kaart-vraag"])
            item += self.blocks(card.why)
            item += nodes.paragraph("", "", *self._source(card), classes=["rw-kaart-bron"])
            deck += item
        region += deck
        return [region]

    def _source(self, card: Card) -> list[nodes.Node]:
        if card.source in cases():
            return [nodes.Text("Bron: "), case_link(self.env, card.source)]
        return self.line(f"Bron: {{cite:t}}`{card.source}`")


def _cards_of(number: int) -> tuple[Card, ...]:
    if number not in cards():
        raise ContentError("rvc/", str(number), "there are no cards for this insight")
    return cards()[number]


def register(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("rvc-kaarten", CardsDirective)
