"""State and small parts of `een-deur-48-lijnen`: what the reader did, counts and numbers in Dutch."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from reiswijzer.exercises.base import State
from reiswijzer.models import lines
from reiswijzer.models.graph import Graph, components
from reiswijzer.models.network import articulation_points

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reiswijzer.content.texts import Texts

FAMILY = 48
"""Parties around the one family of 2006 [kruiter48] [S], n = 1."""
MINUTES = round(60 * lines.HOURS_PER_LINE)
"""Minutes a month per line unless the reader says otherwise [D]."""


@dataclass(frozen=True)
class DoorState(State):
    """What the reader did.

    `parties` is the ring of the second step; `directors` and `departed` are about the family of 48; `case` is the
    data question on screen (one past the last is the reader's own), `gate` holds per case id and gate step whether
    the answer was yes, `picks` which option it was; `solution` is the one being weighed; the `free_` fields belong to
    the last step.
    """

    parties: int = 2
    directors: int = 0
    departed: int = 0
    case: int = 0
    gate: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    picks: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    solution: int = 0
    example: bool = False
    explained: bool = False
    free_parties: int = 12
    free_directors: int = 1
    free_departed: int = 0
    free_minutes: int = MINUTES


def table_of(n: int, directors: int, departed: int) -> Graph:
    """Return who is in touch with whom: the ring of `figures.ring` as a graph (M9, M17).

    The directors come first; they, or without directors the first parties, are those who have left.
    """
    names = [str(number) for number in range(n)]
    stay = names[departed:]
    if not directors:
        return Graph.of(stay, ((one, other) for i, one in enumerate(stay) for other in stay[i + 1 :]))
    hubs = names[departed:directors]
    pairs = ((hub, other) for hub in hubs for other in stay if hub != other)
    return Graph.of(stay, pairs)


@cache
def count(n: int, directors: int, departed: int) -> tuple[int, int, int]:
    """Return lines, separate parts and articulation points of that ring."""
    graph = table_of(n, directors, departed)
    return len(graph.ties), len(components(graph)), len(articulation_points(graph))


def dutch(value: float) -> str:
    """Return a number the Dutch way, with at most one decimal: 1.128 or 23,5."""
    whole = round(value, 1)
    shown = f"{whole:,.1f}".removesuffix(".0")
    return shown.replace(",", " ").replace(".", ",").replace(" ", ".")


class Words:
    """Counts with their noun, from the word list of the texts."""

    def __init__(self, texts: Texts) -> None:
        self._words = texts.data["woorden"]

    def some(self, number: int, noun: str) -> str:
        """Return "1 lijn", "47 lijnen"."""
        return f"{dutch(number)} {self._words[noun][number != 1]}"

    def directors(self, number: int) -> str:
        """Return how many directors, in words."""
        return str(self._words["regisseur"][number - 1])

    def parts(self, number: int) -> str:
        """Return into how many parts it falls."""
        if not number:
            return str(self._words["niemand"])
        one, more = self._words["delen"]
        return str(one) if number == 1 else f"{dutch(number)} {more}"

    def hours(self, number: int, minutes: int) -> str:
        """Return the hours a month that this many lines take (M9)."""
        return f"{dutch(lines.hours_per_month(number, minutes / 60))} uur"


def ring_text(texts: Texts, n: int, directors: int, departed: int) -> str:
    """Return in words what the ring of `n` with these directors and departures shows."""
    words = Words(texts)
    lines_, parts, _ = count(n, directors, departed)
    common = {"lijnen": words.some(lines_, "lijn"), "organisaties": words.some(n - departed, "organisatie")}
    if departed:
        return texts("figuur_weg", weg=dutch(departed), delen=words.parts(parts), **common)
    if directors:
        return texts("figuur_regie", regisseurs=words.directors(directors), **common)
    return texts("figuur_net", **common)
