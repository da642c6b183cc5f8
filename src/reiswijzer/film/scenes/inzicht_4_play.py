"""The puzzle of seven as the model plays it: who has joined at a moment, who is seen by whom, which ties there are."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from reiswijzer.film.ease import move
from reiswijzer.models.cascade import SEVEN_PUZZLE, Cascade, Puzzle, run

if TYPE_CHECKING:
    from reiswijzer.film.stage import Now

GRAPH = SEVEN_PUZZLE.graph
NODES = GRAPH.nodes
TIES = tuple(pair for pair in combinations(NODES, 2) if GRAPH.has_tie(*pair))
MISSING = tuple(pair for pair in combinations(NODES, 2) if not GRAPH.has_tie(*pair))
JOINING, SEEING = 0.9, 1.3
"""Seconds in which one joins, and in which the light of that travels along a line."""


def with_tie(tie: tuple[str, str]) -> Puzzle:
    """Return the puzzle of seven with one tie more."""
    return replace(SEVEN_PUZZLE, graph=GRAPH.with_tie(*tie))


@cache
def course(tie: tuple[str, str] | None) -> Cascade:
    """Return how the puzzle of seven runs, with one tie more or with none."""
    return run(with_tie(tie) if tie else SEVEN_PUZZLE)


def again(now: Now) -> float:
    """Return how far all have gone back to the beginning, for the second try."""
    begin, end = now.script.numbers["reset"]
    return now.move("terug", begin, end)


def _step(now: Now, node: str, what: str, takes: float) -> float:
    """Return how far the joining of `node`, or the seeing of it, has come in the first try."""
    index = course(None).joined_in(node)
    if index is None:
        return 0.0
    scene, begin = now.script.numbers["rondes"][index][what]
    return now.move(scene, begin, begin + takes)


def joined(now: Now, node: str) -> float:
    """Return how far `node` has joined, 0 to 1: in the first try, or after all began again."""
    if node in SEVEN_PUZZLE.seeds:
        return _step(now, node, "join", JOINING)
    return _step(now, node, "join", JOINING) * (1 - again(now))


def seen(now: Now, node: str) -> float:
    """Return how far the news that `node` has joined has come along its lines."""
    first = _step(now, node, "seen", SEEING) * (1 - again(now))
    if node not in SEVEN_PUZZLE.seeds:
        return first
    begin = now.script.numbers["seen"]
    return max(first, now.move("terug", begin, begin + SEEING))


def extra(now: Now) -> dict[tuple[str, str], float]:
    """Return the ties that are tried, and how far each has been drawn."""
    one, other = now.script.numbers["erbij"], now.script.numbers["opnieuw"]
    return {
        tuple(one["tie"]): now.move(one["scene"], one["begin"], one["end"]) * (1 - again(now)),
        tuple(other["tie"]): now.move(other["scene"], other["begin"], other["end"])
        * (1 - move(now.since("vraag"), 0, 1)),
    }


def slices(now: Now, node: str) -> list[tuple[float, float]]:
    """Return the disc of `node` as (size, filled) per contact, 0 to 1 each; a contact being laid still grows."""
    tried = extra(now)
    found = []
    for other in NODES:
        pair = (node, other) if NODES.index(node) < NODES.index(other) else (other, node)
        size = 1.0 if pair in TIES else tried.get(pair, 0.0)
        if size > 0:
            late = 1.0 if pair in TIES else max(0.0, 5 * size - 4)  # seen when the line has arrived
            found.append((size, seen(now, other) * late))
    return found
