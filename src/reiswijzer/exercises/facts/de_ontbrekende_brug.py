"""What came of "De ontbrekende brug": bets and moves (M16), measures (M17), the slip (M14), the own network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.exercises.de_ontbrekende_brug_reveal import HARMFUL
from reiswijzer.exercises.de_ontbrekende_brug_slip import kept_of_hundred
from reiswijzer.exercises.de_ontbrekende_brug_state import (
    FIRST_PUZZLE,
    Own,
    boards,
    counting_heads,
    own_start,
    replay,
)
from reiswijzer.exercises.de_ontbrekende_brug_words import and_list, move_text, size, tie_pairs
from reiswijzer.exercises.facts import Fact
from reiswijzer.models.cascade_moves import AddTie, obvious_move
from reiswijzer.models.iterated import Strategy
from reiswijzer.models.network import betweenness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reiswijzer.content.texts import Texts
    from reiswijzer.exercises.de_ontbrekende_brug_state import Board, BridgeState

TEMPLATE = "voor-de-hand"
"""The question that is asked at every puzzle but the first."""


def facts(texts: Texts, _words: Mapping[str, str], state: BridgeState) -> Iterator[Fact]:
    """Return what came of the state."""
    all_boards, answers = boards(texts), state.answers
    first = all_boards[FIRST_PUZZLE]
    puzzle, n = first.puzzle, len(first.names)
    if "eerste-gok" in answers:
        one, other = answers["eerste-gok"].split("-")
        yield Fact("eerste-gok", {"mee": size(AddTie(one, other).apply(puzzle)), "n": n})
    harm = AddTie(*HARMFUL)
    yield Fact("tweede-gok", {"mee": size(harm.apply(puzzle))})
    between = betweenness(puzzle.graph)
    yield Fact("middelpunt", {"wie": first.names[max(between, key=lambda node: between[node])]})
    yield Fact("koppen-gok", {"mee": size(harm.apply(counting_heads(puzzle))), "n": n})
    if "mis-gok" in answers:
        yield Fact("mis-gok", {"keer": kept_of_hundred(Strategy.TFT)})
    for ident, board in all_boards.items():
        yield from _moves(texts, state, ident, board)
        yield from _obvious(texts, state, ident, board)
    if state.own not in (own_start(first), Own("", frozenset(), frozenset())):
        yield from _own(texts, state.own)


def _moves(texts: Texts, state: BridgeState, ident: str, board: Board) -> Iterator[Fact]:
    if not state.played.get(ident):
        return
    made = state.moves(ident)
    told = and_list(texts, (move_text(texts, board.names, move) for move in made))
    mee = size(replay(board.puzzle, made))
    values = {"titel": board.title, "zetten": told, "mee": mee, "n": len(board.names)}
    yield Fact("zetten", values, part=ident)


def _obvious(texts: Texts, state: BridgeState, ident: str, board: Board) -> Iterator[Fact]:
    guess, move = state.answers.get(f"hand-{ident}"), obvious_move(board.puzzle)
    labels = {option.id: option.label for option in texts.choice(TEMPLATE).options}
    if guess not in labels or move is None:
        return
    values = {
        "titel": board.title,
        "zet": move_text(texts, board.names, move),
        "gok": labels[guess],
        "mee": size(move.apply(board.puzzle)),
        "n": len(board.names),
        "eerst": size(board.puzzle),
    }
    yield Fact("hand", values, part=ident)


def _own(texts: Texts, own: Own) -> Iterator[Fact]:
    puzzle, names = own.puzzle, own.names
    nodes = puzzle.graph.nodes
    if not nodes:
        return
    ties = ", ".join(texts("paar", a=names[a], b=names[b]) for a, b in tie_pairs(puzzle.graph))
    starters = and_list(texts, (names[node] for node in nodes if node in puzzle.seeds))
    joined = {"mee": size(puzzle), "n": len(nodes)}
    yield Fact("netwerk", {"namen": "\n".join(names[node] for node in nodes), **joined})
    yield Fact("contacten", {"begonnen": starters, "contacten": ties or texts("geen")})
