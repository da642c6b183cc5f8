"""State and rules of "De ontbrekende brug": puzzles from data, moves, and the reader's own network.

All computing is done by the rekenmodellen M16 (`cascade`, `cascade_moves`); this module names their moves and keeps
what the reader did.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reiswijzer.exercises.base import State
from reiswijzer.models.cascade import Puzzle, Rule
from reiswijzer.models.cascade_moves import MOVES_ALLOWED, AddTie, CutTie, Move, OtherSeed, SmallWin
from reiswijzer.models.graph import Graph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reiswijzer.content.texts import Texts

IDENT = "de-ontbrekende-brug"
FIRST_PUZZLE = "zeven"
KINDS: Mapping[str, Callable[..., Move]] = {
    "leggen": AddTie,
    "verbreken": CutTie,
    "beginnen": OtherSeed,
    "winst": SmallWin,
}
PAIRS = ("leggen", "verbreken")
"""Kinds of moves that take two organisations."""

MOST_NAMES, LONGEST_NAME = 10, 24


@dataclass(frozen=True)
class Board:
    """A puzzle as the reader meets it: title, names and places (user units) by node, and why each solution works."""

    title: str
    puzzle: Puzzle
    names: Mapping[str, str]
    places: Mapping[str, tuple[float, float]]
    why: Mapping[str, str]


@dataclass(frozen=True)
class Own:
    """The reader's own network: the names as typed, one a line, and everything that can be set.

    Nodes are "1", "2", ... by line. `ties`, `seeds` and `gone` may name lines that are not there for now; they count
    again when the line is back. Who is `gone` keeps a place in the drawing. `percent` is the share needed, 0 to 100;
    `heads` the number needed, from 1.
    """

    raw: str
    ties: frozenset[frozenset[str]]
    seeds: frozenset[str]
    rule: Rule = Rule.SHARE
    percent: int = 40
    heads: int = 2
    gone: frozenset[str] = frozenset()
    chosen: tuple[str, ...] = ()
    shown: int = 0
    searched: bool = False

    @property
    def names(self) -> dict[str, str]:
        """Names by node id: at most `MOST_NAMES`, without doubles, shortened to `LONGEST_NAME` characters."""
        kept = list(dict.fromkeys(filter(None, map(clean_name, self.raw.splitlines()))))[:MOST_NAMES]
        return {str(number): name for number, name in enumerate(kept, start=1)}

    @property
    def puzzle(self) -> Puzzle:
        """The network of those who are there, as a puzzle."""
        nodes = tuple(node for node in self.names if node not in self.gone)
        known = frozenset(nodes)
        graph = Graph(nodes, frozenset(tie for tie in self.ties if tie <= known))
        threshold = self.percent / 100 if self.rule is Rule.SHARE else self.heads
        return Puzzle.of(graph, self.seeds & known, threshold, self.rule)


@dataclass(frozen=True)
class BridgeState(State):
    """What the reader did: the puzzle and round on screen, moves by puzzle, who is chosen, and the own network.

    A move is kept as its kind and nodes, "leggen gem zorg".
    """

    board: str = FIRST_PUZZLE
    played: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shown: int = 0
    chosen: tuple[str, ...] = ()
    notice: str = ""
    own: Own = field(default_factory=lambda: Own("", frozenset(), frozenset()))

    def moves(self, board: str = FIRST_PUZZLE) -> tuple[Move, ...]:
        """Return the moves made on a puzzle."""
        return tuple(make(*written.split()) for written in self.played.get(board, ()))

    def with_moves(self, board: str, moves: Iterable[Move]) -> dict[str, tuple[str, ...]]:
        """Return `played` after these moves on this puzzle."""
        return {**self.played, board: tuple(map(written, moves))}


def boards(texts: Texts) -> dict[str, Board]:
    """Return the puzzles of the texts by id."""
    return {table["id"]: _board(table) for table in texts.data["puzzle"]}


def own_start(board: Board) -> Own:
    """Return the reader's own network before anything was changed: the puzzle itself, by line."""
    line = {node: str(number) for number, node in enumerate(board.puzzle.graph.nodes, start=1)}
    return Own(
        raw="\n".join(board.names[node] for node in board.puzzle.graph.nodes),
        ties=frozenset(frozenset(line[node] for node in tie) for tie in board.puzzle.graph.ties),
        seeds=frozenset(line[node] for node in board.puzzle.seeds),
    )


def clean_name(line: str) -> str:
    """Return a name on one line, without the signs that mean something in our own markup, not too long."""
    name = " ".join(re.sub(r"[*\[\]\x00-\x1f\x7f]", " ", line).split())
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def make(kind: str, *nodes: str) -> Move:
    """Return the move of this kind; raise `KeyError` for an unknown kind, `TypeError` for a wrong number of nodes."""
    return KINDS[kind](*nodes)


def parts(move: Any) -> tuple[str, tuple[str, ...]]:
    """Return the kind of a move and the nodes it is about."""
    kind = next(kind for kind, made in KINDS.items() if type(move) is made)
    return kind, ((move.a, move.b) if kind in PAIRS else (move.node,))


def written(move: Move) -> str:
    """Return a move as it is kept: kind and nodes."""
    kind, nodes = parts(move)
    return " ".join((kind, *nodes))


def problem(puzzle: Puzzle, made: int, kind: str, nodes: tuple[str, ...]) -> str:
    """Return the text id of what is wrong with this move after `made` moves; empty when it can be made."""
    if made >= MOVES_ALLOWED:
        return "fout-op"
    one, other = (*nodes, nodes[0])[:2]
    wrong: dict[str, tuple[str, Callable[[], bool]]] = {
        "leggen": ("fout-bestaat", lambda: puzzle.graph.has_tie(one, other)),
        "verbreken": ("fout-ontbreekt", lambda: not puzzle.graph.has_tie(one, other)),
        "beginnen": ("fout-begon", lambda: puzzle.seeds == {one}),
        "winst": ("fout-nul", lambda: puzzle.threshold_of(one) == 0),
    }
    ident, applies = wrong[kind]
    return ident if applies() else ""


def replay(puzzle: Puzzle, moves: Iterable[Move]) -> Puzzle:
    """Return the puzzle after these moves; a move that is not possible under its rule is passed over."""
    for move in moves:
        try:
            puzzle = move.apply(puzzle)
        except ValueError:
            continue
    return puzzle


def counting_heads(puzzle: Puzzle) -> Puzzle:
    """Return the puzzle in which everyone wants as many heads as its share comes to now (M16) [D].

    Without a move the cascade is the same under both rules, so every difference comes from the rule.
    """
    needed = {node: puzzle.needed(node) for node in puzzle.graph.nodes}
    return Puzzle.of(puzzle.graph, puzzle.seeds, 1, Rule.ABSOLUTE, needed)


def changed(own: Own, **changes: Any) -> Own:
    """Return the own network with changes; the rounds start again and what was searched is gone."""
    return replace(own, **{"shown": 0, "searched": False, **changes})


def _board(table: Mapping[str, Any]) -> Board:
    nodes = table["nodes"]
    graph = Graph.of((node["id"] for node in nodes), [(a, b) for a, b in table["ties"]])
    return Board(
        title=table["title"],
        puzzle=Puzzle.of(graph, table["seeds"], table["threshold"]),
        names={node["id"]: node["name"] for node in nodes},
        places={node["id"]: (float(node["at"][0]), float(node["at"][1])) for node in nodes},
        why=table["why"],
    )
