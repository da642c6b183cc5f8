from fractions import Fraction
from math import erf, sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reiswijzer.models.thresholds import (
    HUNDRED_PEOPLE,
    HUNDRED_PEOPLE_ONE_CHANGED,
    MOVES_ALLOWED,
    TEN_PARTNERS,
    TEN_PARTNERS_ONE_CHANGED,
    Group,
    InviteStarter,
    LowerThreshold,
    Publish,
    Rung,
    equilibrium,
    missing_rung,
    normal_equilibrium,
    path,
)


@st.composite
def groups(draw):
    numbers = draw(st.lists(st.integers(0, 12), max_size=12))
    return Group.of(numbers, draw(st.fractions(0, 1, max_denominator=8)))


def test_a_hundred_people():
    assert path(HUNDRED_PEOPLE) == tuple(range(1, 101))
    assert equilibrium(HUNDRED_PEOPLE) == 100
    assert missing_rung(HUNDRED_PEOPLE) is None


def test_a_hundred_people_of_whom_one_is_different():
    before, after = HUNDRED_PEOPLE.thresholds, HUNDRED_PEOPLE_ONE_CHANGED.thresholds
    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [(1, 2)]
    assert path(HUNDRED_PEOPLE_ONE_CHANGED) == (1,)
    assert missing_rung(HUNDRED_PEOPLE_ONE_CHANGED) == Rung(inside=1, noticed=1, lowest_waiting=2)


def test_ten_partners():
    assert path(TEN_PARTNERS) == (1, 2, 4, 5, 7, 8, 9, 10)
    assert path(TEN_PARTNERS_ONE_CHANGED) == (1,)


@pytest.mark.parametrize(("spread", "share"), [(0.10, 0.008), (0.12, 0.040), (0.122, 0.055), (0.1225, 1.0)])
def test_a_normal_distribution_jumps(spread, share):
    assert round(normal_equilibrium(0.25, spread), 3) == share


@given(st.floats(0.05, 0.95), st.floats(0.02, 2))
def test_the_normal_equilibrium_is_the_first_point_where_nobody_moves(mean, spread):
    def willing(share):
        return (1 + erf((share - mean) / (spread * sqrt(2)))) / 2

    found = normal_equilibrium(mean, spread)
    assert 0 <= found <= 1
    assert willing(found) == pytest.approx(found, abs=1e-9)
    # Nobody stops earlier; just below the answer both sides are equal up to rounding.
    earlier = [found * step / 200 for step in range(199)]
    assert all(willing(share) > share - 1e-12 for share in earlier)


@pytest.mark.parametrize(("mean", "spread"), [(0, 0.1), (1, 0.1), (0.25, 0), (0.25, -1), (float("nan"), 0.1)])
def test_a_distribution_out_of_range_is_refused(mean, spread):
    with pytest.raises(ValueError, match=r"is between 0 and 1|is above 0"):
        normal_equilibrium(mean, spread)


def test_a_small_win_mends_the_ladder_of_ten():
    first = LowerThreshold(2).apply(TEN_PARTNERS_ONE_CHANGED)
    assert first.thresholds == (0, 3, 1, 2, 4, 5, 5, 6, 8, 9)
    assert path(first) == (1, 2, 3, 4, 5, 7, 8, 9, 10)
    assert MOVES_ALLOWED == 3


def test_a_starter_more_mends_the_ladder_of_a_hundred():
    assert equilibrium(InviteStarter().apply(HUNDRED_PEOPLE_ONE_CHANGED)) == 101


def test_publishing_helps_when_not_everyone_noticed():
    hidden = Group.of(TEN_PARTNERS.thresholds, 0.5)
    assert path(hidden) == (1,)
    assert missing_rung(hidden) == Rung(inside=1, noticed=0, lowest_waiting=1)
    assert equilibrium(Publish().apply(hidden)) == 10
    assert Publish().apply(TEN_PARTNERS) == TEN_PARTNERS


def test_hardly_a_group():
    assert path(Group.of([])) == ()
    assert equilibrium(Group.of([])) == 0
    assert missing_rung(Group.of([])) is None
    assert path(Group.of([1])) == ()
    assert missing_rung(Group.of([1])) == Rung(inside=0, noticed=0, lowest_waiting=1)


def test_visibility_is_read_as_the_decimal_it_is_written_as():
    assert Group.of([0], 0.1).visibility == Fraction(1, 10)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: Group.of([-1]), "whole number from 0, not -1"),
        (lambda: Group.of([0.5]), "whole number from 0, not 0.5"),
        (lambda: Group.of([0], 1.5), "share from 0 to 1, not 3/2"),
        (lambda: LowerThreshold(10).apply(TEN_PARTNERS), "no partner 10 in a group of 10"),
        (lambda: LowerThreshold(-1).apply(TEN_PARTNERS), "no partner -1"),
        (lambda: LowerThreshold(0).apply(TEN_PARTNERS), "needs nobody already"),
    ],
)
def test_what_cannot_be_says_what_was_wrong(call, message):
    with pytest.raises(ValueError, match=message):
        call()


@given(groups())
def test_the_path_climbs_to_a_point_where_nobody_moves(group):
    counts = path(group)
    assert list(counts) == sorted(set(counts))
    final = equilibrium(group)
    assert 0 <= final <= len(group.thresholds)
    assert sum(value <= int(group.visibility * final) for value in group.thresholds) == final


@given(groups(), st.randoms(use_true_random=False))
def test_the_order_of_the_partners_does_not_matter(group, rng):
    shuffled = list(group.thresholds)
    rng.shuffle(shuffled)
    assert path(Group.of(shuffled, group.visibility)) == path(group)


@given(groups(), st.data())
def test_no_intervention_leaves_fewer_inside(group, data):
    open_places = [place for place, value in enumerate(group.thresholds) if value]
    assume(open_places)
    lowered = LowerThreshold(data.draw(st.sampled_from(open_places))).apply(group)
    assert equilibrium(lowered) >= equilibrium(group)
    assert equilibrium(InviteStarter().apply(group)) >= equilibrium(group) + 1
    assert equilibrium(Publish().apply(group)) >= equilibrium(group)


@given(groups())
def test_the_missing_rung_is_the_next_to_climb(group):
    rung = missing_rung(group)
    if rung is None:
        assert equilibrium(group) == len(group.thresholds)
    else:
        assert rung.noticed < rung.lowest_waiting
        assert rung.lowest_waiting in group.thresholds
