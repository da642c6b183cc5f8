"""Find puzzles for "De ontbrekende brug": networks where the obvious move fails and few single moves bring in everyone.

    python tools/find_puzzles.py

Draws small connected networks by chance, with a fixed seed per wish so that every run finds the same, keeps the first
that has what the wish asks for and can be drawn without crossing lines, and prints it as a table for the exercise's
texts: ties, places and the moves that work. Names and reasons are written by hand. Wishes get harder: the share of all
possible moves that work falls.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from reiswijzer.models.cascade import Puzzle, run
from reiswijzer.models.cascade_moves import (
    AddTie,
    CutTie,
    Move,
    OtherSeed,
    SmallWin,
    obvious_move,
    one_move_solutions,
    possible_moves,
)
from reiswijzer.models.graph import Graph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Place = tuple[int, int]
THRESHOLD = 0.4
MOST_TIES = 5
"""Ties of one organisation: more makes a drawing that nobody reads."""

ROWS = tuple(range(46, 330, 70))
SLOTS: tuple[Place, ...] = tuple(
    (x, y) for row, y in enumerate(ROWS) for x in ((97, 202) if row % 2 else (45, 150, 255))
)
"""Where an organisation can stand so that its label fits a drawing 300 wide."""

TRIES = 200_000
FEWEST = 3
"""How many are in before a move, and how many are still out, at least."""


@dataclass(frozen=True)
class Wish:
    """What a puzzle must have: organisations, ties, kinds of single moves that work, and how the obvious one fails.

    `lures` asks that the obvious move brings in some, but not all; otherwise it brings in nobody. It never costs
    anyone: the starter stays in whatever it sees.
    """

    ident: str
    organisations: int
    ties: int
    works: tuple[type[Move], ...]
    lures: bool
    seed: int


WISHES = (
    Wish("geldzorgen", 8, 10, (AddTie, AddTie, SmallWin), lures=False, seed=1),
    Wish("energie", 8, 11, (OtherSeed, OtherSeed), lures=False, seed=2),
    Wish("opvang", 9, 11, (CutTie, SmallWin), lures=True, seed=3),
    Wish("dementie", 10, 13, (AddTie,), lures=True, seed=4),
)


def networks(wish: Wish, rng: Random) -> Iterator[Puzzle]:
    """Yield connected networks of the size wished for, the first organisation the starter."""
    nodes = [chr(ord("a") + index) for index in range(wish.organisations)]
    pairs = list(combinations(nodes, 2))
    for _ in range(TRIES):
        ties = {(nodes[rng.randrange(index)], node) for index, node in enumerate(nodes) if index}
        ties.update(rng.sample(pairs, wish.ties))
        chosen = sorted(ties)
        rng.shuffle(chosen)
        graph = Graph.of(nodes, chosen)
        while len(graph.ties) > wish.ties:
            graph = graph.without_tie(*chosen.pop())
        if _connected(graph) and max(map(graph.degree, nodes)) <= MOST_TIES:
            yield Puzzle.of(graph, nodes[:1], THRESHOLD)


def fulfils(puzzle: Puzzle, wish: Wish) -> bool:
    """Tell whether a network is what is wished for."""
    everyone, start = len(puzzle.graph.nodes), len(run(puzzle).final)
    obvious = obvious_move(puzzle)
    if not FEWEST <= start <= everyone - FEWEST or obvious is None:
        return False
    after = len(run(obvious.apply(puzzle)).final)
    if after == everyone or (after > start) is not wish.lures:
        return False
    return sorted(type(move).__name__ for move in one_move_solutions(puzzle)) == sorted(
        kind.__name__ for kind in wish.works
    )


def difficulty(puzzle: Puzzle) -> float:
    """Return the share of all possible single moves that bring in everyone; lower is harder."""
    return len(one_move_solutions(puzzle)) / len(list(possible_moves(puzzle)))


def crossings(graph: Graph, places: dict[str, Place]) -> int:
    """Return how often two ties cross, or a tie runs through an organisation."""
    ties = sorted(map(tuple, map(sorted, graph.ties)))
    lines = [(places[a], places[b]) for a, b in ties]
    crossed = sum(_cross(*one, *other) for one, other in combinations(lines, 2))
    through = sum(_near(place, *line) for place in places.values() for line in lines if place not in line)
    return crossed + through


def arranged(graph: Graph, rng: Random) -> dict[str, Place] | None:
    """Return places without crossings and with short ties, or None when none were found."""
    best: tuple[float, dict[str, Place]] | None = None
    for _ in range(30):
        order: list[str | None] = [*graph.nodes, *[None] * (len(SLOTS) - len(graph.nodes))]
        rng.shuffle(order)
        cost = _cost(graph, order)
        better = True
        while better:
            better = False
            for one, other in combinations(range(len(SLOTS)), 2):
                order[one], order[other] = order[other], order[one]
                changed = _cost(graph, order)
                if changed < cost:
                    cost, better = changed, True
                else:
                    order[one], order[other] = order[other], order[one]
        places = _placed(order)
        if crossings(graph, places) == 0 and (best is None or cost < best[0]):
            best = cost, places
    return best and best[1]


def find(wish: Wish) -> tuple[Puzzle, dict[str, Place]]:
    """Return the first network that fulfils a wish, with places.

    Raises
    ------
    LookupError
        When there is none among the networks drawn.
    """
    draw, turn = Random(wish.seed), Random(wish.seed)  # noqa: S311
    for puzzle in networks(wish, draw):
        if fulfils(puzzle, wish) and (places := arranged(puzzle.graph, turn)):
            return puzzle, places
    raise LookupError(f"no network for {wish.ident}")


def table(wish: Wish, puzzle: Puzzle, places: dict[str, Place]) -> str:
    """Return a puzzle as TOML, with the moves that work and what the obvious one does as comments."""
    ties = ", ".join(f'["{a}", "{b}"]' for a, b in sorted(map(sorted, puzzle.graph.ties)))
    lines = [f'[[data.puzzle]]\nid = "{wish.ident}"\nthreshold = {THRESHOLD}\nseeds = ["a"]\nties = [{ties}]']
    lines += [f'  {{ id = "{node}", name = "", at = {list(places[node])} }},' for node in puzzle.graph.nodes]
    lines += [f"# works: {move}" for move in one_move_solutions(puzzle)]
    obvious = obvious_move(puzzle)
    after = len(run(obvious.apply(puzzle)).final) if obvious else 0
    lines.append(f"# obvious: {obvious} gives {after}, no move {len(run(puzzle).final)}; {difficulty(puzzle):.3f}")
    lines += [f"# round {each.number}: {', '.join(each.joined)}" for each in run(puzzle).rounds]
    return "\n".join(lines)


def _connected(graph: Graph) -> bool:
    seen, stack = {graph.nodes[0]}, [graph.nodes[0]]
    while stack:
        new = set(graph.neighbours(stack.pop())) - seen
        seen |= new
        stack.extend(new)
    return len(seen) == len(graph.nodes)


def _placed(order: Sequence[str | None]) -> dict[str, Place]:
    return {node: slot for node, slot in zip(order, SLOTS, strict=True) if node}


def _cost(graph: Graph, order: Sequence[str | None]) -> float:
    places = _placed(order)
    length = sum(abs(places[a][0] - places[b][0]) + abs(places[a][1] - places[b][1]) for a, b in map(tuple, graph.ties))
    return 1000 * crossings(graph, places) + length + 3 * max(y for _, y in places.values())


def _side(p: Place, q: Place, r: Place) -> int:
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])


def _cross(p: Place, q: Place, r: Place, s: Place) -> bool:
    if {p, q} & {r, s}:
        return False
    return _side(p, q, r) * _side(p, q, s) < 0 and _side(r, s, p) * _side(r, s, q) < 0


def _near(spot: Place, p: Place, q: Place, room: float = 24) -> bool:
    """Tell whether a spot lies within `room` of the line between two others."""
    length = (q[0] - p[0]) ** 2 + (q[1] - p[1]) ** 2
    along = ((spot[0] - p[0]) * (q[0] - p[0]) + (spot[1] - p[1]) * (q[1] - p[1])) / length
    if not 0 < along < 1:
        return False
    return _side(p, q, spot) ** 2 / length < room**2


def main() -> None:
    """Print a puzzle for every wish."""
    for wish in WISHES:
        print(table(wish, *find(wish)), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
