from collections import Counter
from itertools import product
from math import sqrt
from random import Random
from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.iterated import (
    CLASSICAL_PAYOFFS,
    FORGIVENESS,
    TRUST_PAYOFFS,
    Move,
    Payoffs,
    Strategy,
    continuation_for_donation,
    continuation_for_reciprocity,
    expected_rounds,
    intended,
    match,
    most_generous_stable,
    self_play_cooperation,
)

ALLC, ALLD, TFT, GRIM, TF2T, WSLS, GTFT = Strategy
C, D = Move

NOISE_TABLE = {
    (TFT, 0.01): 0.80,
    (GRIM, 0.01): 0.62,
    (TF2T, 0.01): 0.99,
    (WSLS, 0.01): 0.97,
    (GTFT, 0.01): 0.97,
    (TFT, 0.05): 0.59,
    (GRIM, 0.05): 0.24,
    (TF2T, 0.05): 0.95,
    (WSLS, 0.05): 0.87,
    (GTFT, 0.05): 0.88,
    (TFT, 0.10): 0.54,
    (GRIM, 0.10): 0.20,
    (TF2T, 0.10): 0.89,
    (WSLS, 0.10): 0.76,
    (GTFT, 0.10): 0.79,
}


def seeded(seed):
    return Random(seed)  # noqa: S311 - a game, not a secret


def play(first, second, rounds=10, **more):
    return match(first, second, rounds=rounds, rng=seeded(1), **more)


@pytest.mark.parametrize(
    ("first", "second", "scores"),
    [
        (TFT, TFT, (20, 20)),
        (TFT, ALLD, (-1, 3)),
        (ALLD, TFT, (3, -1)),
        (ALLC, ALLD, (-10, 30)),
        (ALLD, ALLC, (30, -10)),
        (TF2T, ALLD, (-2, 6)),
        (WSLS, ALLD, (-5, 15)),
        (GRIM, ALLD, (-1, 3)),
        (ALLD, ALLD, (0, 0)),
    ],
)
def test_ten_rounds_without_noise(first, second, scores):
    assert play(first, second).scores == scores


def test_a_generous_player_loses_about_four_to_one_that_never_invests():
    # Exactly -1 - 9/3 = -4 on average. A score is -1 minus a binomial(9, 1/3) number with deviation sqrt(2), so the
    # mean of 2,000 has a standard error of 0.032; four of those is 0.13.
    rng = seeded(1)
    scores = [match(GTFT, ALLD, rounds=10, rng=rng).scores[0] for _ in range(2000)]
    assert fmean(scores) == pytest.approx(-4, abs=0.13)


def test_the_ends_of_forgiving():
    assert play(GTFT, ALLD, forgiveness=0).moves == play(TFT, ALLD).moves
    assert play(GTFT, ALLD, forgiveness=1).moves == play(ALLC, ALLD).moves


@pytest.mark.parametrize(
    ("strategy", "mine", "other", "move"),
    [
        (TFT, [C, C], [D, C], C),
        (TFT, [C, C], [C, D], D),
        (GRIM, [C, D], [D, C], D),
        (GRIM, [C, D], [C, C], C),
        (TF2T, [C, C, C], [D, D, C], C),
        (TF2T, [C, C], [C, D], C),
        (TF2T, [C], [D], C),
        (TF2T, [C, C, C], [C, D, D], D),
        (WSLS, [C], [C], C),
        (WSLS, [C], [D], D),
        (WSLS, [D], [C], D),
        (WSLS, [D], [D], C),
        (ALLC, [D], [D], C),
        (ALLD, [C], [C], D),
        (GTFT, [C, C], [D, C], C),
    ],
)
def test_what_a_strategy_wants(strategy, mine, other, move):
    assert intended(strategy, mine, other, seeded(1)) is move


# Every strategy as what it remembers: at the start, the chance that it wants to invest, and after a round.
MEMORIES = {
    TFT: (C, lambda last: float(last is C), lambda _, _mine, other: other),
    GRIM: (False, lambda hurt: float(not hurt), lambda hurt, _mine, other: hurt or other is D),
    TF2T: (0, lambda hurts: float(hurts < 2), lambda hurts, _mine, other: min(hurts + 1, 2) if other is D else 0),
    WSLS: (True, float, lambda _, mine, other: mine is other),
    GTFT: (C, lambda last: 1.0 if last is C else FORGIVENESS, lambda _, _mine, other: other),
}


def exact_cooperation(strategy, noise, rounds):
    """Follow the chances of what both remember, instead of playing."""
    start, wants, remember = MEMORIES[strategy]
    states = {(start, start): 1.0}
    total = 0.0
    for _ in range(rounds):
        after = Counter()
        for (x, y), chance in states.items():
            invest = [wanted * (1 - noise) + (1 - wanted) * noise for wanted in (wants(x), wants(y))]
            total += chance * fmean(invest)
            for a, b in product(Move, repeat=2):
                part = [p if move is C else 1 - p for p, move in zip(invest, (a, b), strict=True)]
                after[remember(x, a, b), remember(y, b, a)] += chance * part[0] * part[1]
        states = after
    return total / rounds


@pytest.mark.parametrize(("cell", "share"), NOISE_TABLE.items())
def test_self_play_with_misunderstandings(cell, share):
    # Our mean of 400 matches may be four of its standard errors from the exact share: a right model passes with all
    # but one in ten thousand seeds. The table was itself simulated with 4,000 matches and then rounded, so it may be
    # three of its own standard errors and 0.005 off. That is needed: TFT and GRIM with 1 % noise are 0.81 and 0.64.
    strategy, noise = cell
    exact = exact_cooperation(strategy, noise, 50)
    rng = seeded(1)
    shares = [match(strategy, strategy, rounds=50, rng=rng, noise=noise).cooperation for _ in range(400)]
    assert fmean(shares) == pytest.approx(exact, abs=4 * stdev(shares) / sqrt(400))
    assert share == pytest.approx(exact, abs=0.005 + 3 * stdev(shares) / sqrt(4000))


def test_self_play_is_the_mean_of_its_matches():
    rng = seeded(3)
    shares = [match(TFT, TFT, rounds=20, rng=rng, noise=0.1).cooperation for _ in range(5)]
    again = self_play_cooperation(TFT, noise=0.1, rng=seeded(3), rounds=20, repeats=5)
    assert again == pytest.approx(fmean(shares))


def test_the_conditions_of_reciprocity():
    assert continuation_for_reciprocity(CLASSICAL_PAYOFFS) == 2 / 3
    assert continuation_for_reciprocity(TRUST_PAYOFFS) == 1 / 3
    assert expected_rounds(2 / 3) == pytest.approx(3)
    assert expected_rounds(1 / 3) == pytest.approx(1.5)
    assert expected_rounds(0) == 1
    assert continuation_for_donation(benefit=3, cost=1) == 1 / 3


def test_the_most_generous_stable_player():
    assert most_generous_stable(CLASSICAL_PAYOFFS) == pytest.approx(1 / 3)
    assert most_generous_stable(TRUST_PAYOFFS) == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: Payoffs(reward=3, sucker=0, temptation=3, punishment=1), "must fall"),
        (lambda: Payoffs(reward=2, sucker=0, temptation=5, punishment=1), "taking turns"),
        (lambda: play(TFT, TFT, rounds=0), "rounds is at least 1"),
        (lambda: play(TFT, TFT, noise=1.1), "noise is a chance"),
        (lambda: play(TFT, TFT, forgiveness=-0.1), "forgiveness is a chance"),
        (lambda: self_play_cooperation(TFT, noise=0, rng=seeded(1), repeats=0), "repeats is at least 1"),
        (lambda: continuation_for_donation(1, 1), "must exceed"),
        (lambda: continuation_for_donation(1, 0), "must exceed"),
        (lambda: expected_rounds(1), "from 0 to below 1"),
        (lambda: expected_rounds(-0.1), "from 0 to below 1"),
    ],
)
def test_what_is_out_of_range_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()


MATCHES = {
    "first": st.sampled_from(Strategy),
    "second": st.sampled_from(Strategy),
    "noise": st.floats(0, 1),
    "rounds": st.integers(1, 20),
    "seed": st.integers(0, 99),
}


@given(**MATCHES)
def test_a_seed_decides_the_match(first, second, noise, rounds, seed):
    one, two = (match(first, second, rounds=rounds, rng=seeded(seed), noise=noise) for _ in range(2))
    assert one == two
    assert len(one.moves) == rounds
    assert 0 <= one.cooperation <= 1


@given(**MATCHES)
def test_scores_add_up(first, second, noise, rounds, seed):
    played = match(first, second, rounds=rounds, rng=seeded(seed), noise=noise)
    # Every investment costs one coin and brings the other three: together plus two.
    assert sum(played.scores) == pytest.approx(2 * played.cooperation * 2 * rounds)


@given(st.sampled_from(Strategy), st.sampled_from(Strategy), st.integers(1, 20))
def test_without_noise_players_can_change_places(first, second, rounds):
    if GTFT not in {first, second}:
        assert play(first, second, rounds).scores == play(second, first, rounds).scores[::-1]


@given(st.sampled_from([ALLC, TFT, GRIM, TF2T, WSLS, GTFT]), st.sampled_from([ALLC, TFT, GRIM, TF2T, WSLS, GTFT]))
def test_who_never_starts_holding_back_keeps_investing_without_noise(first, second):
    assert play(first, second, 30).cooperation == 1


def test_the_most_generous_stable_player_is_held_by_the_tighter_of_two_limits():
    # 1 - (5 - 3)/(3 + 4) = 5/7 and (3 - 2)/(5 - 2) = 1/3, by hand.
    assert most_generous_stable(Payoffs(reward=3, sucker=-4, temptation=5, punishment=2)) == pytest.approx(1 / 3)


def test_turns_are_compared_with_what_the_sucker_loses():
    assert Payoffs(reward=2, sucker=-1, temptation=3, punishment=0) == TRUST_PAYOFFS
