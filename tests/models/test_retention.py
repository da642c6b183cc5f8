from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reiswijzer.models import retention
from reiswijzer.models.retention import may_ask_again, retained_impact

ESTIMATES = st.integers(0, 100)


def test_after_the_statistic_and_after_the_story():
    assert round(retained_impact(30, 60, 40), 2) == 0.33
    assert retained_impact(30, 55, 47) == 17 / 25 == 0.68


def test_published_figures():
    assert retention.STATISTIC_RETAINED == pytest.approx(1 - retention.STATISTIC_FADED) == 0.27
    assert retention.STORY_RETAINED == pytest.approx(1 - retention.STORY_FADED) == 0.68
    low, high = retention.PERSUASION_INTERVAL
    assert low < 0 < retention.PERSUASION_DIFFERENCE < high


def test_nothing_changed_so_nothing_to_retain():
    assert retained_impact(30, 30, 80) is None
    assert retained_impact(0, 0, 0) is None


def test_beyond_the_first_change_and_back_past_the_start():
    assert retained_impact(30, 60, 90) == 1
    assert retained_impact(30, 60, 10) == 0
    assert retained_impact(60, 30, 45) == 0.5


@pytest.mark.parametrize(
    ("estimates", "name"),
    [
        ((-1, 50, 50), "prior"),
        ((50, 101, 50), "estimate_now"),
        ((50, 60, 100.1), "estimate_later"),
        ((float("nan"), 60, 50), "prior"),
    ],
)
def test_an_estimate_off_the_scale_is_refused(estimates, name):
    with pytest.raises(ValueError, match=f"{name} is between 0 and 100"):
        retained_impact(*estimates)


def test_the_next_day_is_soon_enough():
    assert not may_ask_again(date(2026, 3, 31), date(2026, 3, 31))
    assert may_ask_again(date(2026, 3, 31), date(2026, 4, 1))
    assert not may_ask_again(date(2026, 3, 31), date(2026, 3, 30))


@given(ESTIMATES, ESTIMATES, ESTIMATES)
def test_a_share_whichever_way_the_scale_runs(prior, now, later):
    share = retained_impact(prior, now, later)
    assert (share is None) == (prior == now)
    assert share == retained_impact(100 - prior, 100 - now, 100 - later)
    if share is not None:
        assert 0 <= share <= 1


@given(ESTIMATES, ESTIMATES)
def test_the_same_estimate_keeps_all_and_the_prior_keeps_nothing(prior, now):
    assume(prior != now)
    assert retained_impact(prior, now, now) == 1
    assert retained_impact(prior, now, prior) == 0
