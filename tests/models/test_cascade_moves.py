from dataclasses import replace
from fractions import Fraction

import pytest

from reiswijzer.models.cascade import SEVEN_PUZZLE, Puzzle, Rule, run
from reiswijzer.models.cascade_moves import (
    AddTie,
    CutTie,
    OtherSeed,
    SmallWin,
    obvious_move,
    one_move_solutions,
    possible_moves,
)
from reiswijzer.models.graph import Graph


@pytest.mark.parametrize(
    ("move", "final"),
    [
        (AddTie("gem", "zorg"), 7),
        (AddTie("schuld", "welz"), 4),
        (AddTie("corp", "welz"), 4),
        (AddTie("corp", "ggz"), 4),
        (AddTie("pol", "zorg"), 1),
        (OtherSeed("zorg"), 3),
        (OtherSeed("gem"), 4),
        (CutTie("corp", "zorg"), 4),
        (SmallWin("zorg"), 7),
    ],
)
def test_what_one_move_does(move, final):
    assert len(run(move.apply(SEVEN_PUZZLE)).final) == final


def test_five_single_moves_bring_in_all_seven():
    assert one_move_solutions(SEVEN_PUZZLE) == (
        AddTie("gem", "zorg"),
        AddTie("zorg", "schuld"),
        CutTie("zorg", "ggz"),
        CutTie("zorg", "welz"),
        SmallWin("zorg"),
    )


def test_every_possible_move_is_tried():
    moves = list(possible_moves(SEVEN_PUZZLE))
    assert len(moves) == len(set(moves)) == 13 + 8 + 6 + 7


def test_a_small_win_is_exactly_a_tenth():
    once = SmallWin("zorg").apply(SEVEN_PUZZLE)
    assert once.threshold_of("zorg") == Fraction(3, 10)
    assert once.threshold_of("corp") == Fraction(2, 5)
    assert SmallWin("zorg").apply(once).threshold_of("zorg") == Fraction(1, 5)


def test_a_small_win_is_one_confirmation_when_numbers_count():
    puzzle = Puzzle.of(Graph.of("ab"), (), 2, Rule.ABSOLUTE)
    assert SmallWin("a").apply(puzzle).needed("a") == 1


def test_a_small_win_does_not_go_below_nobody():
    puzzle = Puzzle.of(Graph.of("ab"), (), 0.05)
    assert SmallWin("a").apply(puzzle).threshold_of("a") == 0


def test_moves_leave_the_old_puzzle_as_it_was_and_can_be_made_in_any_order():
    before = replace(SEVEN_PUZZLE)
    wins = SmallWin("zorg").apply(SmallWin("ggz").apply(SEVEN_PUZZLE))
    assert wins == SmallWin("ggz").apply(SmallWin("zorg").apply(SEVEN_PUZZLE))
    tied = CutTie("zorg", "gem").apply(AddTie("gem", "zorg").apply(SEVEN_PUZZLE))
    assert tied == SEVEN_PUZZLE == before


@pytest.mark.parametrize(
    ("move", "message"),
    [
        (AddTie("corp", "gem"), "already tied"),
        (AddTie("corp", "x"), "unknown node"),
        (CutTie("corp", "welz"), "not tied"),
        (OtherSeed("corp"), "starter already"),
        (OtherSeed("x"), "unknown node"),
        (SmallWin("x"), "unknown node"),
    ],
)
def test_an_impossible_move_says_why(move, message):
    with pytest.raises(ValueError, match=message):
        move.apply(SEVEN_PUZZLE)


def test_who_needs_nobody_gets_no_small_win():
    puzzle = Puzzle.of(Graph.of("ab"), (), 0)
    with pytest.raises(ValueError, match="needs nobody"):
        SmallWin("a").apply(puzzle)
    assert list(possible_moves(puzzle)) == [AddTie("a", "b"), OtherSeed("a"), OtherSeed("b")]


def test_the_obvious_move_goes_to_the_busiest_who_stays_out():
    # From corp: gem, schuld, zorg and welz have no tie with it; what they have is counted here by hand.
    graph, seed = SEVEN_PUZZLE.graph, next(iter(SEVEN_PUZZLE.seeds))
    final = run(SEVEN_PUZZLE).final
    out = [node for node in graph.nodes if node not in final and not graph.has_tie(seed, node)]
    move = obvious_move(SEVEN_PUZZLE)
    assert move in {AddTie(seed, node) for node in out}
    assert graph.degree(move.b) == max(map(graph.degree, out))
    hub = Puzzle.of(Graph.of("abcd", ["bc", "cd"]), "a", Fraction(2, 5))
    assert obvious_move(hub) == AddTie("a", "c")
    assert obvious_move(replace(hub, graph=Graph.of("dcba", ["cd", "cb"]))) == AddTie("a", "c")


def test_nothing_is_obvious_without_a_starter_or_when_all_join():
    assert obvious_move(Puzzle.of(Graph.of("ab"), (), 0.5)) is None
    assert obvious_move(Puzzle.of(Graph.of("ab", ["ab"]), "a", 0.5)) is None
