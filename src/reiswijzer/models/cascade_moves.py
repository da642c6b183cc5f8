"""Moves that change a cascade, and which single move makes everyone join (M16).

All of it is [D]: what a player may do, how many moves there are and what a small win is worth. A move is a value
with one method, `apply`, which leaves the old puzzle as it was, so a game is a list of moves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Protocol

from reiswijzer.models.cascade import Puzzle, Rule, run

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL_WIN = {Rule.SHARE: Fraction(1, 10), Rule.ABSOLUTE: Fraction(1)}
"""By how much a small win lowers the threshold of one node [D]."""

MOVES_ALLOWED = 3
"""Moves a player has to get all seven in [D]."""


class Move(Protocol):
    """One change to a puzzle."""

    def apply(self, puzzle: Puzzle) -> Puzzle:
        """Return the puzzle after this move; raise ValueError when it is not possible."""


@dataclass(frozen=True)
class AddTie:
    """Bring two nodes into contact. Raises ValueError on applying when they are tied already."""

    a: str
    b: str

    def apply(self, puzzle: Puzzle) -> Puzzle:
        """Return the puzzle with this tie."""
        return replace(puzzle, graph=puzzle.graph.with_tie(self.a, self.b))


@dataclass(frozen=True)
class CutTie:
    """End the contact between two nodes. Raises ValueError on applying when they are not tied."""

    a: str
    b: str

    def apply(self, puzzle: Puzzle) -> Puzzle:
        """Return the puzzle without this tie."""
        return replace(puzzle, graph=puzzle.graph.without_tie(self.a, self.b))


@dataclass(frozen=True)
class OtherSeed:
    """Let one other node start, instead of all who did. Raises ValueError on applying when it is the only one."""

    node: str

    def apply(self, puzzle: Puzzle) -> Puzzle:
        """Return the puzzle with this node as the only starter."""
        if puzzle.seeds == {self.node}:
            raise ValueError(f"{self.node} is the starter already")
        return replace(puzzle, seeds=frozenset((self.node,)))


@dataclass(frozen=True)
class SmallWin:
    """Lower the threshold of one node by `SMALL_WIN`, at most to 0. Raises ValueError when it is 0 already."""

    node: str

    def apply(self, puzzle: Puzzle) -> Puzzle:
        """Return the puzzle in which this node needs less."""
        before = puzzle.threshold_of(self.node)
        if before == 0:
            raise ValueError(f"{self.node} needs nobody already")
        after = max(before - SMALL_WIN[puzzle.rule], Fraction(0))
        own = dict(puzzle.own_thresholds) | {self.node: after}
        return replace(puzzle, own_thresholds=tuple(sorted(own.items())))


def possible_moves(puzzle: Puzzle) -> Iterator[Move]:
    """Yield every move that can be made: ties to add, ties to cut, other seeds, small wins, in graph order."""
    graph = puzzle.graph
    pairs = tuple(combinations(graph.nodes, 2))
    yield from (AddTie(a, b) for a, b in pairs if not graph.has_tie(a, b))
    yield from (CutTie(a, b) for a, b in pairs if graph.has_tie(a, b))
    yield from (OtherSeed(node) for node in graph.nodes if puzzle.seeds != {node})
    yield from (SmallWin(node) for node in graph.nodes if puzzle.threshold_of(node) > 0)


def one_move_solutions(puzzle: Puzzle) -> tuple[Move, ...]:
    """Return every single move after which all nodes join, by trying them all (M16) [D].

    Meant for puzzles of a table's size: the number of moves grows with the square of the number of nodes.
    """
    everyone = frozenset(puzzle.graph.nodes)
    return tuple(move for move in possible_moves(puzzle) if run(move.apply(puzzle)).final == everyone)


def obvious_move(puzzle: Puzzle) -> AddTie | None:
    """Return the move that comes to mind first: the starter goes to the busiest of those who stay out [D].

    A tie between the first starter and whoever has most ties of all who have not joined in the end and have no tie
    with that starter; of equals the first in graph order. None when there is no such pair.
    """
    graph, final = puzzle.graph, run(puzzle).final
    starter = next((node for node in graph.nodes if node in puzzle.seeds), None)
    if starter is None:
        return None
    strangers = [node for node in graph.nodes if node not in final and not graph.has_tie(starter, node)]
    return AddTie(starter, max(strangers, key=graph.degree)) if strangers else None
