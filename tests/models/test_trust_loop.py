"""M8: small wins, big bangs and people who leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.trust_loop import ROUNDS, START, Parameters, play, step, turnover

UNIT = st.floats(0, 1)
PARAMETERS = st.builds(Parameters, UNIT, UNIT, UNIT, UNIT)
AMBITIONS = st.lists(UNIT, max_size=8)
SMALL_WINS = (0.30, 0.45, 0.60, 0.75)


def test_small_wins():
    played = play(SMALL_WINS)
    assert played.path == pytest.approx((0.2, 0.320, 0.473, 0.631, 0.769), abs=5e-4)
    assert played.path[4] == pytest.approx(0.7694375)
    assert played.result == pytest.approx(2.10)
    assert [each.success for each in played.rounds] == [True] * 4


def test_big_bang():
    played = play((0.8, 0.8))
    assert played.path == pytest.approx((0.2, 0.12, 0.072))
    assert played.result == 0
    assert [each.success for each in played.rounds] == [False, False]


def test_turnover_after_the_four_small_wins():
    # 0.615 in the worked example is 0.8 times the rounded 0.769; unrounded it is 0.61555.
    assert play(SMALL_WINS, departures=[4]).trust == pytest.approx(0.61555)
    assert turnover(play(SMALL_WINS).trust) == pytest.approx(0.61555)
    assert turnover(0.769) == pytest.approx(0.615, abs=5e-4)


def test_too_cautious_never_fails_and_brings_little():
    played = play([0.1] * ROUNDS)
    assert all(each.success for each in played.rounds)
    assert played.result == pytest.approx(0.8)


def test_ambition_exactly_at_the_limit_succeeds():
    assert step(0.2, 0.35).success
    assert step(0.1, 0.3, Parameters(delta=0.2)).success
    assert not step(0.2, 0.36).success


def test_no_rounds_gives_the_start_back():
    played = play(())
    assert (played.trust, played.path, played.rounds, played.result) == (START, (START,), (), 0)


def test_someone_who_explains_lets_ambition_run_further():
    assert not step(0.2, 0.4).success
    assert step(0.2, 0.4, Parameters(delta=0.20)).success


@given(UNIT, UNIT, PARAMETERS)
def test_step_stays_in_bounds_and_moves_the_right_way(trust, ambition, parameters):
    outcome = step(trust, ambition, parameters)
    assert 0 <= outcome.trust <= 1
    if outcome.success:
        assert outcome.trust >= trust
        assert outcome.result == ambition
    else:
        assert outcome.trust <= trust
        assert outcome.result == 0


@given(UNIT, UNIT, UNIT, PARAMETERS)
def test_more_trust_never_turns_success_into_failure(one, other, ambition, parameters):
    less, more = step(min(one, other), ambition, parameters), step(max(one, other), ambition, parameters)
    assert more.success >= less.success
    if more.success == less.success:
        assert more.trust >= less.trust - 1e-12


@given(AMBITIONS, UNIT, PARAMETERS)
def test_play_is_its_steps_one_after_the_other(ambitions, start, parameters):
    played = play(ambitions, start=start, parameters=parameters)
    assert len(played.path) == len(played.rounds) + 1 == len(ambitions) + 1
    for trust, ambition, outcome in zip(played.path, ambitions, played.rounds, strict=False):
        assert step(trust, ambition, parameters) == outcome
    assert played.result == pytest.approx(sum(each.result for each in played.rounds))


@given(st.data(), st.lists(UNIT, min_size=1, max_size=8))
def test_a_departure_never_leaves_more_trust_nor_more_result(data, ambitions):
    number = data.draw(st.integers(1, len(ambitions)))
    calm, upset = play(ambitions), play(ambitions, departures=[number])
    assert upset.path[:number] == calm.path[:number]
    assert upset.path[number] == pytest.approx(0.8 * calm.path[number])


@given(st.lists(UNIT, min_size=3, max_size=5))
def test_order_of_departures_makes_no_difference_and_twice_means_two(ambitions):
    assert play(ambitions, departures=[3, 1, 1]) == play(ambitions, departures=[1, 3, 1])
    once, twice = play(ambitions, departures=[1]), play(ambitions, departures=[1, 1])
    assert twice.path[1] == pytest.approx(0.8 * once.path[1])


@given(UNIT, PARAMETERS)
def test_turnover_bounds(trust, parameters):
    assert 0 <= turnover(trust, parameters) <= trust


@pytest.mark.parametrize("wrong", [-0.1, 1.1, float("nan")])
def test_numbers_outside_their_range_are_named(wrong):
    for call, name in (
        (lambda: step(wrong, 0.5), "trust"),
        (lambda: step(0.5, wrong), "ambition"),
        (lambda: turnover(wrong), "trust"),
        (lambda: play([0.5], start=wrong), "start"),
        (lambda: play([0.5, wrong]), "ambition"),
        (lambda: Parameters(delta=wrong), "delta"),
        (lambda: Parameters(alpha=wrong), "alpha"),
        (lambda: Parameters(beta=wrong), "beta"),
        (lambda: Parameters(gamma=wrong), "gamma"),
    ):
        with pytest.raises(ValueError, match=f"{name} must lie between 0 and 1, not {wrong}"):
            call()


@pytest.mark.parametrize("wrong", ["0.5", None, True])
def test_what_is_no_number_is_named(wrong):
    with pytest.raises(TypeError, match=f"ambition must be a number, not {wrong!r}"):
        step(0.5, wrong)


@pytest.mark.parametrize("wrong", [0, 3, -1])
def test_a_departure_after_a_round_that_is_not_played_is_named(wrong):
    with pytest.raises(ValueError, match=f"round {wrong}, but there are 2 rounds"):
        play([0.1, 0.2], departures=[wrong])
