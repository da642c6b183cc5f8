"""Joining along the ties of a network: who sees enough neighbours join to join as well (M16).

Sources: [watts2002] for the share rule, [centolamacy2007] for several confirmations [S]; [eckles2018] is the
counterpoint (with a little noise, long ties speed spread up again) [S]. The puzzle of seven organisations is
[D]: a rekenmodel, no measurement. Moves on a puzzle stand in `cascade_moves`.

Fractions punish nodes with many neighbours: an extra tie can stop a spread. With absolute numbers it never
hurts. Which of the two holds at a real table is an assumption, so show the switch.

Thresholds are fractions made from the decimals as written, and the comparison is one of whole numbers (how many
are needed, how many have joined), so 2 of 5 neighbours meets a threshold of 0.4 exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from reiswijzer.models.graph import Graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Rule(StrEnum):
    """How a threshold is read: as a share of the neighbours (phi), or as a number of confirmations (k)."""

    SHARE = "share"
    ABSOLUTE = "absolute"


@dataclass(frozen=True)
class Puzzle:
    """A network, who starts, and what each node needs to join.

    Parameters
    ----------
    graph : Graph
        Who sees whom.
    seeds : frozenset of str
        Nodes that have joined at the start; may be empty.
    rule : Rule
        How thresholds are read.
    threshold : Fraction
        phi, 0 to 1, for the share rule; k, a whole number from 0, for the absolute rule.
    own_thresholds : tuple of (str, Fraction)
        Nodes whose threshold differs from `threshold`, same ranges.

    Raises
    ------
    ValueError
        When a node is unknown, has two own thresholds, or a threshold is out of range.

    Notes
    -----
    Make one with `Puzzle.of`, which takes ordinary numbers.
    """

    graph: Graph
    seeds: frozenset[str]
    rule: Rule
    threshold: Fraction
    own_thresholds: tuple[tuple[str, Fraction], ...] = ()

    def __post_init__(self) -> None:
        own = [node for node, _ in self.own_thresholds]
        for node in (*sorted(self.seeds), *own):
            self.graph.neighbours(node)
        if len(set(own)) != len(own):
            raise ValueError(f"a node has more than one own threshold: {', '.join(own)}")
        for value in (self.threshold, *(value for _, value in self.own_thresholds)):
            if self.rule is Rule.SHARE and not 0 <= value <= 1:
                raise ValueError(f"a share is between 0 and 1, not {value}")
            if self.rule is Rule.ABSOLUTE and (value < 0 or value.denominator != 1):
                raise ValueError(f"a number of confirmations is a whole number from 0, not {value}")

    @classmethod
    def of(
        cls,
        graph: Graph,
        seeds: Iterable[str],
        threshold: float | Fraction,
        rule: Rule | str = Rule.SHARE,
        own_thresholds: Mapping[str, float | Fraction] | None = None,
    ) -> Puzzle:
        """Make a puzzle from ordinary numbers; 0.4 becomes exactly 2/5.

        Raises
        ------
        ValueError
            As for the class, and for an unknown rule or a threshold that is not a number.
        """
        own = tuple((node, _exact(value)) for node, value in sorted((own_thresholds or {}).items()))
        return cls(graph, frozenset(seeds), Rule(rule), _exact(threshold), own)

    def threshold_of(self, node: str) -> Fraction:
        """Return the threshold of `node`: its own, or else the common one; ValueError for an unknown node."""
        self.graph.neighbours(node)
        return dict(self.own_thresholds).get(node, self.threshold)

    def needed(self, node: str) -> int:
        """Return how many neighbours of `node` must have joined before it joins.

        ceil(phi * degree) or k. At least 1 when the threshold is above 0, so a node without neighbours and with
        any threshold never joins.
        """
        threshold = self.threshold_of(node)
        if self.rule is Rule.ABSOLUTE:
            return int(threshold)
        return max(ceil(threshold * self.graph.degree(node)), 1) if threshold else 0


@dataclass(frozen=True)
class View:
    """What one node that has not joined sees in one round: `seen` out of `neighbours`, `needed` of them."""

    node: str
    seen: tuple[str, ...]
    neighbours: tuple[str, ...]
    needed: int

    @property
    def joins(self) -> bool:
        """Whether what it sees is enough."""
        return len(self.seen) >= self.needed


@dataclass(frozen=True)
class Round:
    """One synchronous round: what everyone who was still out saw, and who joined because of it."""

    number: int
    views: tuple[View, ...]
    joined: tuple[str, ...]


@dataclass(frozen=True)
class Cascade:
    """The whole course: the starters, the rounds from number 1, and everyone who is in at the end.

    Unless all have joined, the last round is one in which nobody joins: its views say what each still misses.
    """

    seeds: tuple[str, ...]
    rounds: tuple[Round, ...]
    final: frozenset[str]

    def joined_in(self, node: str) -> int | None:
        """Return the round in which `node` joined, 0 for a starter, None when it never does."""
        if node in self.seeds:
            return 0
        return next((each.number for each in self.rounds if node in each.joined), None)


def run(puzzle: Puzzle) -> Cascade:
    """Let the nodes join, all at the same moment in each round and for good, until nobody moves (M16) [S]."""
    graph = puzzle.graph
    inside = set(puzzle.seeds)

    def look(node: str) -> View:
        neighbours = graph.neighbours(node)
        seen = tuple(other for other in neighbours if other in inside)
        return View(node, seen, neighbours, puzzle.needed(node))

    # Only who has a neighbour that just joined sees anything new: a chain of 200 takes 200 rounds.
    views = {node: look(node) for node in graph.nodes if node not in inside}
    rounds: list[Round] = []
    while views:
        joined = tuple(node for node, view in views.items() if view.joins)
        rounds.append(Round(len(rounds) + 1, tuple(views.values()), joined))
        if not joined:
            break
        inside.update(joined)
        for node in joined:
            del views[node]
        for node in {other for each in joined for other in graph.neighbours(each)} & views.keys():
            views[node] = look(node)
    starters = tuple(node for node in graph.nodes if node in puzzle.seeds)
    return Cascade(starters, tuple(rounds), frozenset(inside))


def vulnerable(puzzle: Puzzle) -> tuple[str, ...]:
    """Return the nodes that one joined neighbour is enough for: degree at most 1 / phi (M16, [watts2002]) [S].

    Without a connected cluster of them no large cascade starts from one node. In the order of the graph.
    """
    nodes = puzzle.graph.nodes
    return tuple(node for node in nodes if puzzle.graph.degree(node) and puzzle.needed(node) <= 1)


def _exact(number: float | Fraction) -> Fraction:
    """Read a number as the decimal it is written as: 0.1 is 1/10."""
    try:
        return Fraction(str(number))
    except ValueError as error:
        raise ValueError(f"a threshold is a number, not {number!r}") from error


SEVEN_ORGANISATIONS = Graph.of(
    ("corp", "gem", "pol", "zorg", "ggz", "welz", "schuld"),
    (
        ("corp", "gem"),
        ("corp", "pol"),
        ("gem", "pol"),
        ("corp", "zorg"),
        ("zorg", "ggz"),
        ("zorg", "welz"),
        ("ggz", "welz"),
        ("gem", "schuld"),
    ),
)
"""Association, municipality, police, care, mental health care, welfare, debt help [D]. Also used for M17."""

SEVEN_PUZZLE = Puzzle.of(SEVEN_ORGANISATIONS, ("corp",), 0.4)
"""The association has started, phi is 0.4, and four of the seven join [D]."""
