"""Sureness and outcome: the score, its ends, and what it cannot be fooled by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.calibration import COIN, Forecast, calibrate

forecasts = st.lists(st.builds(Forecast, st.floats(0, 1), st.booleans()), min_size=1, max_size=12)


def test_three_times_eighty_percent_sure_and_twice_right():
    found = calibrate([Forecast(0.8, True), Forecast(0.8, True), Forecast(0.8, False)])
    assert (found.forecasts, found.right) == (3, 2)
    assert found.score == pytest.approx(0.24)
    assert found.sureness == pytest.approx(0.8)
    assert found.gap == pytest.approx(0.8 - 2 / 3)


@given(st.lists(st.booleans(), min_size=1, max_size=12))
def test_a_coin_scores_the_same_whatever_happens(outcomes):
    assert calibrate(Forecast(0.5, came) for came in outcomes).score == COIN == 0.25


@given(st.integers(1, 12))
def test_certain_and_right_is_perfect_certain_and_wrong_the_worst(count):
    assert calibrate([Forecast(1, True)] * count).score == 0
    assert calibrate([Forecast(1, False)] * count).score == 1


@given(forecasts)
def test_the_score_lies_between_its_ends_and_the_order_does_not_matter(made):
    found = calibrate(made)
    assert 0 <= found.score <= 1
    assert -1 <= found.gap <= 1
    assert found.score == pytest.approx(calibrate(reversed(made)).score)
    assert found.share_right * found.forecasts == pytest.approx(found.right)


@given(forecasts)
def test_the_chosen_answer_and_its_opposite_are_the_same_forecast(made):
    opposite = [Forecast(1 - each.probability, not each.came_true) for each in made]
    assert calibrate(opposite).score == pytest.approx(calibrate(made).score)


@given(st.integers(0, 20), st.integers(1, 20), st.floats(0, 1))
def test_nobody_gains_by_saying_other_than_what_happens_so_often(right, wrong, said):
    """Over many like cases the share that comes true is the best thing to say: the score is proper."""
    total = right + wrong

    def score(probability):
        return calibrate([Forecast(probability, True)] * right + [Forecast(probability, False)] * wrong).score

    assert score(right / total) <= score(said) + 1e-9


@pytest.mark.parametrize("probability", [-0.01, 1.01, float("nan")])
def test_a_probability_off_the_scale_is_refused(probability):
    with pytest.raises(ValueError, match="between 0 and 1"):
        Forecast(probability, came_true=True)


def test_nothing_adds_up_to_nothing():
    with pytest.raises(ValueError, match="at least one"):
        calibrate([])
