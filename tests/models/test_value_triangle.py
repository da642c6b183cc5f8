"""M12: balance, total, and the argument that must not be missing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.value_triangle import Score, Solution, Value, weigh

SCORE = st.builds(Score, st.floats(0, 10), st.sampled_from(["", " ", "omdat het werkt"]))
SOLUTION = st.builds(Solution, SCORE, SCORE, SCORE)


def argued(returns: float, legitimacy: float, commitment: float) -> Solution:
    return Solution(*(Score(points, "een zin") for points in (returns, legitimacy, commitment)))


def test_standard_route():
    found = weigh(argued(returns=3, legitimacy=9, commitment=2))
    assert (found.total, found.minimum, found.defensible) == (14, 2, False)
    assert found.balance == pytest.approx(2 / 9)
    assert found.weakest == (Value.COMMITMENT,)


def test_tailor_made_route():
    found = weigh(argued(returns=9, legitimacy=6, commitment=8))
    assert (found.total, found.minimum, found.defensible) == (23, 6, True)
    assert found.balance == pytest.approx(2 / 3)
    assert found.unargued == ()


@pytest.mark.parametrize("blank", ["", "   ", "\n", "...", "\u00a0-"])
@pytest.mark.parametrize("value", Value)
def test_points_without_an_argument_are_not_defensible(value, blank):
    found = weigh(replace(argued(10, 10, 10), **{value: Score(10, blank)}))
    assert not found.defensible
    assert found.unargued == (value,)


def test_five_is_just_enough_and_the_threshold_can_move():
    assert weigh(argued(5, 5, 5)).defensible
    assert not weigh(argued(5, 4.9, 5)).defensible
    assert weigh(argued(5, 4.9, 5), threshold=4).defensible
    assert weigh(argued(0, 0, 0), threshold=0).defensible
    assert weigh(argued(10, 10, 10), threshold=10).defensible


def test_three_times_zero():
    found = weigh(argued(0, 0, 0))
    assert (found.balance, found.total, found.defensible) == (0, 0, False)
    assert found.weakest == tuple(Value)


@given(SOLUTION)
def test_bounds(solution):
    found = weigh(solution)
    assert 0 <= found.balance <= 1
    assert 3 * found.minimum - 1e-9 <= found.total <= 30
    assert found.weakest


@given(SOLUTION)
def test_which_corner_holds_which_score_makes_no_difference_to_the_sums(solution):
    turned = Solution(solution.commitment, solution.returns, solution.legitimacy)
    one, other = weigh(solution), weigh(turned)
    assert (one.balance, one.minimum, one.defensible) == (other.balance, other.minimum, other.defensible)
    assert one.total == pytest.approx(other.total)


@given(st.tuples(*[st.floats(0.1, 10)] * 3), st.floats(0.1, 1))
def test_balance_does_not_change_with_the_scale(points, factor):
    scaled = (factor * each for each in points)
    assert weigh(argued(*points)).balance == pytest.approx(weigh(argued(*scaled)).balance)


@given(SOLUTION, st.sampled_from(Value), st.floats(0, 10))
def test_more_points_never_make_it_less_defensible(solution, value, points):
    score = solution.score(value)
    better = replace(solution, **{value: replace(score, points=max(points, score.points))})
    assert weigh(better).defensible >= weigh(solution).defensible


@given(SOLUTION, st.floats(0, 10), st.floats(0, 10))
def test_a_lower_threshold_never_makes_it_less_defensible(solution, one, other):
    assert weigh(solution, min(one, other)).defensible >= weigh(solution, max(one, other)).defensible


@pytest.mark.parametrize("wrong", [-1, 10.5, float("nan")])
def test_points_and_threshold_outside_the_scale_are_named(wrong):
    with pytest.raises(ValueError, match=f"points must lie between 0 and 10, not {wrong}"):
        Score(wrong, "een zin")
    with pytest.raises(ValueError, match=f"threshold must lie between 0 and 10, not {wrong}"):
        weigh(argued(1, 2, 3), wrong)


def test_wrong_types_are_named():
    with pytest.raises(TypeError, match="points must be a number, not '7'"):
        Score("7")
    with pytest.raises(TypeError, match="argument must be text, not None"):
        Score(7, None)
