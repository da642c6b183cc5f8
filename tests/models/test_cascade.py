from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_graphs import chain, graphs, star

from reiswijzer.models.cascade import (
    SEVEN_ORGANISATIONS,
    SEVEN_PUZZLE,
    Puzzle,
    Rule,
    View,
    run,
    vulnerable,
)
from reiswijzer.models.graph import Graph

SHARES = st.fractions(0, 1, max_denominator=10)
COUNTS = st.integers(0, 4)


@st.composite
def puzzles(draw, rule=None):
    rule = rule or draw(st.sampled_from(Rule))
    graph = draw(graphs())
    number = SHARES if rule is Rule.SHARE else COUNTS
    nodes = st.sampled_from(graph.nodes) if graph.nodes else st.nothing()
    own = draw(st.dictionaries(nodes, number))
    return Puzzle.of(graph, draw(st.sets(nodes)), draw(number), rule, own)


def test_the_puzzle_is_the_one_of_the_model_card():
    assert SEVEN_PUZZLE.graph.nodes == ("corp", "gem", "pol", "zorg", "ggz", "welz", "schuld")
    assert len(SEVEN_PUZZLE.graph.ties) == 8
    assert SEVEN_PUZZLE.threshold == Fraction(2, 5)
    assert SEVEN_PUZZLE.seeds == {"corp"}


def test_four_of_seven_join_and_in_this_order():
    course = run(SEVEN_PUZZLE)
    assert course.final == {"corp", "pol", "gem", "schuld"}
    assert [each.joined for each in course.rounds] == [("pol",), ("gem",), ("schuld",), ()]
    assert [each.number for each in course.rounds] == [1, 2, 3, 4]
    assert course.joined_in("corp") == 0
    assert course.joined_in("gem") == 2
    assert course.joined_in("zorg") is None


def test_the_last_round_says_what_those_outside_miss():
    assert run(SEVEN_PUZZLE).rounds[-1].views == (
        View("zorg", seen=("corp",), neighbours=("corp", "ggz", "welz"), needed=2),
        View("ggz", seen=(), neighbours=("zorg", "welz"), needed=1),
        View("welz", seen=(), neighbours=("zorg", "ggz"), needed=1),
    )


@pytest.mark.parametrize(
    ("tie", "final", "node", "seen", "neighbours"),
    [
        (("gem", "zorg"), 7, "zorg", 2, 4),
        (("schuld", "welz"), 4, "welz", 1, 3),
        (("corp", "welz"), 4, "welz", 1, 3),
        (("corp", "ggz"), 4, "ggz", 1, 3),
        (("pol", "zorg"), 1, "pol", 1, 3),
    ],
)
def test_one_tie_more_and_why(tie, final, node, seen, neighbours):
    course = run(replace(SEVEN_PUZZLE, graph=SEVEN_ORGANISATIONS.with_tie(*tie)))
    assert len(course.final) == final
    last = next(view for each in reversed(course.rounds) for view in each.views if view.node == node)
    assert (len(last.seen), len(last.neighbours)) == (seen, neighbours)
    assert last.joins == (final == 7)


def test_another_starter():
    assert run(replace(SEVEN_PUZZLE, seeds=frozenset({"zorg"}))).final == {"zorg", "ggz", "welz"}
    assert len(run(replace(SEVEN_PUZZLE, seeds=frozenset({"gem"}))).final) == 4


def test_a_threshold_is_compared_without_rounding():
    # In floats 0.28 * 25 is 7.000000000000001, so 7 of 25 would just not be enough.
    assert Puzzle.of(star(26), (), 0.28).needed("n0") == 7
    for threshold in (0.4, Fraction(2, 5)):
        puzzle = Puzzle.of(star(6), ("n1", "n2"), threshold)
        assert puzzle.needed("n0") == 2
        assert "n0" in run(puzzle).final


def test_absolute_numbers_do_not_punish_the_well_connected():
    seen_by_share = run(Puzzle.of(star(8), ("n1", "n2"), 0.4)).final
    seen_by_number = run(Puzzle.of(star(8), ("n1", "n2"), 2, "absolute", {"n3": 1})).final
    assert "n0" not in seen_by_share
    assert seen_by_number == {"n0", "n1", "n2", "n3"}


def test_vulnerable_nodes_are_those_with_degree_at_most_one_over_phi():
    assert vulnerable(SEVEN_PUZZLE) == ("pol", "ggz", "welz", "schuld")
    assert vulnerable(replace(SEVEN_PUZZLE, threshold=Fraction(1, 3))) == SEVEN_ORGANISATIONS.nodes
    assert vulnerable(Puzzle.of(Graph.of("ab"), (), 0.1)) == ()


@given(graphs(), st.fractions(Fraction(1, 10), 1, max_denominator=10))
def test_vulnerable_is_the_rule_of_watts(graph, phi):
    rule = tuple(node for node in graph.nodes if 0 < graph.degree(node) <= 1 / phi)
    assert vulnerable(Puzzle.of(graph, (), phi)) == rule


def test_hardly_a_network():
    assert run(Puzzle.of(Graph.of(""), (), 0.4)).final == frozenset()
    assert run(Puzzle.of(Graph.of("a"), ("a",), 0.4)).rounds == ()
    assert run(Puzzle.of(Graph.of("ab"), ("a",), 0.4)).final == {"a"}
    assert run(Puzzle.of(Graph.of("ab"), ("a",), 0)).final == {"a", "b"}
    assert run(Puzzle.of(chain(3), (), 0.4)).final == frozenset()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Puzzle.of(chain(2), ("x",), 0.4), "unknown node: 'x'"),
        (lambda: Puzzle.of(chain(2), (), 0.4, own_thresholds={"x": 0.1}), "unknown node: 'x'"),
        (lambda: Puzzle.of(chain(2), (), 1.1), "between 0 and 1"),
        (lambda: Puzzle.of(chain(2), (), 0.4, own_thresholds={"n0": -0.1}), "between 0 and 1"),
        (lambda: Puzzle.of(chain(2), (), 1.5, "absolute"), "whole number"),
        (lambda: Puzzle.of(chain(2), (), -1, "absolute"), "whole number"),
        (lambda: Puzzle.of(chain(2), (), float("nan")), "not nan"),
        (lambda: Puzzle.of(chain(2), (), 0.4, "majority"), "majority"),
        (lambda: SEVEN_PUZZLE.needed("x"), "unknown node: 'x'"),
        (
            lambda: replace(SEVEN_PUZZLE, own_thresholds=(("pol", Fraction(0)), ("pol", Fraction(1)))),
            "more than one own threshold: pol",
        ),
    ],
)
def test_what_is_not_a_puzzle_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


@given(puzzles(), st.data())
def test_more_starters_never_leave_fewer_inside(puzzle, data):
    nodes = st.sampled_from(puzzle.graph.nodes) if puzzle.graph.nodes else st.nothing()
    more = replace(puzzle, seeds=puzzle.seeds | data.draw(st.sets(nodes)))
    assert run(puzzle).final <= run(more).final


@given(puzzles(rule=Rule.ABSOLUTE))
def test_with_absolute_numbers_an_added_tie_never_hurts(puzzle):
    graph = puzzle.graph
    before = run(puzzle).final
    for a in graph.nodes:
        for b in graph.nodes:
            if a < b and not graph.has_tie(a, b):
                assert before <= run(replace(puzzle, graph=graph.with_tie(a, b))).final


@given(puzzles())
def test_the_rounds_tell_the_whole_story(puzzle):
    course = run(puzzle)
    inside = set(puzzle.seeds)
    for each in course.rounds:
        assert {view.node for view in each.views} == set(puzzle.graph.nodes) - inside
        for view in each.views:
            assert view.neighbours == puzzle.graph.neighbours(view.node)
            assert set(view.seen) == set(view.neighbours) & inside
            assert view.joins == (view.node in each.joined)
        inside |= set(each.joined)
    assert inside == course.final
    assert all(each.joined for each in course.rounds[:-1])
    assert all(not view.joins for each in course.rounds[-1:] for view in each.views if view.node not in inside)


@given(puzzles())
def test_nobody_is_left_who_sees_enough(puzzle):
    course = run(puzzle)
    assert run(replace(puzzle, seeds=course.final)).final == course.final


@given(puzzles(rule=Rule.SHARE))
def test_a_share_is_never_missed_by_rounding(puzzle):
    for node in puzzle.graph.nodes:
        degree = puzzle.graph.degree(node)
        enough = [seen for seen in range(degree + 1) if seen >= puzzle.threshold_of(node) * degree]
        if degree:
            assert puzzle.needed(node) == enough[0]
