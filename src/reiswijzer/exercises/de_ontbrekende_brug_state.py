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
    from collections.abc import Iterable, Mapping

    from reiswijzer.content.texts import Texts

IDENT = "de-ontbrekende-brug"
FIRST_PUZZLE = "zeven"
KINDS = ("leggen", "verbreken", "beginnen", "winst")
PAIRS = ("leggen", "verbreken")
"""Kinds of moves that take two organisations."""

MOST_NAMES, LONGEST_NAME = 10, 24


@dataclass(frozen=True)
class Board:
    """A puzzle as the reader meets it: names and places (user units) by node, and why each solution works."""

    puzzle: Puzzle
    names: Mapping[str, str]
    places: Mapping[str, tuple[float, float]]
    why: Mapping[str, str]


@dataclass(frozen=True)
class Draft:
    """The move the reader is putting together; an empty id is not chosen yet."""

    kind: str = "leggen"
    one: str = ""
    other: str = ""


@dataclass(frozen=True)
class Own:
    """The reader's own network: the names as typed, one a line, and everything that can be set.

    Nodes are "1", "2", ... by line. `ties` and `seeds` may name lines that are gone for now; they count again when
    the line is back. `percent` is the share needed, 0 to 100; `heads` the number needed, from 1.
    """

    raw: str
    ties: frozenset[frozenset[str]]
    seeds: frozenset[str]
    rule: Rule = Rule.SHARE
    percent: int = 40
    heads: int = 2
    one: str = ""
    other: str = ""
    shown: int = 0
    searched: bool = False

    @property
    def names(self) -> dict[str, str]:
        """Names by node id: at most `MOST_NAMES`, without doubles, shortened to `LONGEST_NAME` characters."""
        kept = list(dict.fromkeys(filter(None, map(clean_name, self.raw.splitlines()))))[:MOST_NAMES]
        return {str(number): name for number, name in enumerate(kept, start=1)}

    @property
    def puzzle(self) -> Puzzle:
        """The network as a puzzle."""
        nodes = tuple(self.names)
        known = frozenset(nodes)
        graph = Graph(nodes, frozenset(tie for tie in self.ties if tie <= known))
        threshold = self.percent / 100 if self.rule is Rule.SHARE else self.heads
        return Puzzle.of(graph, self.seeds & known, threshold, self.rule)


@dataclass(frozen=True)
class BridgeState(State):
    """What the reader did: moves on the puzzle, the round on screen, what was opened, and the own network."""

    board: str = FIRST_PUZZLE
    moves: tuple[Move, ...] = ()
    shown: int = 0
    draft: Draft = field(default_factory=Draft)
    notice: str = ""
    own: Own = field(default_factory=lambda: Own("", frozenset(), frozenset()))


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


def make(kind: str, one: str, other: str = "") -> Move:
    """Return the move of this kind; raise `KeyError` for an unknown kind."""
    moves: dict[str, Move] = {
        "leggen": AddTie(one, other),
        "verbreken": CutTie(one, other),
        "beginnen": OtherSeed(one),
        "winst": SmallWin(one),
    }
    return moves[kind]


def parts(move: Any) -> tuple[str, tuple[str, ...]]:
    """Return the kind of a move and the nodes it is about."""
    kind = {AddTie: "leggen", CutTie: "verbreken", OtherSeed: "beginnen", SmallWin: "winst"}[type(move)]
    return kind, ((move.a, move.b) if kind in PAIRS else (move.node,))


def problem(puzzle: Puzzle, made: int, draft: Draft) -> str:
    """Return the text id of what is wrong with this move after `made` moves; empty when it can be made."""
    pair = draft.kind in PAIRS
    if made >= MOVES_ALLOWED:
        return "fout-op"
    if not draft.one or (pair and not draft.other):
        return "fout-paar" if pair else "fout-kies"
    if pair and draft.one == draft.other:
        return "fout-zelf"
    wrong = {
        "leggen": ("fout-bestaat", pair and puzzle.graph.has_tie(draft.one, draft.other)),
        "verbreken": ("fout-ontbreekt", pair and not puzzle.graph.has_tie(draft.one, draft.other)),
        "beginnen": ("fout-begon", puzzle.seeds == {draft.one}),
        "winst": ("fout-nul", puzzle.threshold_of(draft.one) == 0),
    }
    ident, applies = wrong[draft.kind]
    return ident if applies else ""


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
        puzzle=Puzzle.of(graph, table["seeds"], table["threshold"]),
        names={node["id"]: node["name"] for node in nodes},
        places={node["id"]: (float(node["at"][0]), float(node["at"][1])) for node in nodes},
        why=table["why"],
    )
