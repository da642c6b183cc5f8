"""Likeness by shared features: a weighted Jaccard similarity with rare features heavier."""

import itertools
import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reiswijzer.models.likeness import likeness, neighbours, weights

FEATURE = st.sampled_from("abcdefgh")
FEATURES = st.frozensets(FEATURE)
WEIGHT = st.dictionaries(FEATURE, st.floats(0.01, 10))
DESCRIBED = st.dictionaries(st.sampled_from("uvwxyz"), FEATURES, min_size=1)


def test_worked_example():
    assert likeness(frozenset("ab"), frozenset("bc"), {"a": 1, "b": 2, "c": 3}) == pytest.approx(2 / 6)


def test_a_rarer_feature_weighs_more():
    found = weights([frozenset("ab"), frozenset("a"), frozenset("a")])
    assert found == pytest.approx({"a": math.log(4 / 3), "b": math.log(4)})


def test_an_unknown_feature_counts_as_the_heaviest():
    weight = {"a": 1.0, "b": 3.0}
    assert likeness(frozenset("az"), frozenset("a"), weight) == pytest.approx(1 / 4)


@given(FEATURES, FEATURES, WEIGHT)
def test_bounds_and_symmetry(one, other, weight):
    found = likeness(one, other, weight)
    assert 0 <= found <= 1 + 1e-12
    assert found == pytest.approx(likeness(other, one, weight))
    assert (found > 0) == bool(one & other)


@given(FEATURES, WEIGHT)
def test_only_the_same_is_wholly_alike(one, weight):
    assume(one)
    assert likeness(one, one, weight) == pytest.approx(1)
    assert likeness(one, one | {"extra"}, weight) < 1


@given(FEATURES, FEATURES, FEATURE, WEIGHT)
def test_one_more_shared_feature_never_makes_less_alike(one, other, feature, weight):
    assert likeness(one | {feature}, other | {feature}, weight) >= likeness(one, other, weight) - 1e-12


@given(FEATURES, DESCRIBED)
def test_neighbours_are_ranked_and_share_what_they_say(own, others):
    found = neighbours(own, others)
    assert {each.id for each in found} == {ident for ident, features in others.items() if features & own}
    ranks = [each.likeness for each in found]
    assert all(before >= after - 1e-8 for before, after in itertools.pairwise(ranks))
    assert all(set(each.shared) == own & others[each.id] for each in found)


def test_equally_alike_keep_their_order():
    assert [each.id for each in neighbours(frozenset("a"), {"later": frozenset("a"), "first": frozenset("a")})] == [
        "later",
        "first",
    ]


def test_nothing_known_is_like_nothing():
    assert likeness(frozenset(), frozenset(), {}) == 0
    assert neighbours(frozenset(), {"a": frozenset("a")}) == ()


@pytest.mark.parametrize("wrong", [0, -1, float("nan")])
def test_a_weight_that_is_not_above_zero_is_refused(wrong):
    with pytest.raises(ValueError, match="above 0"):
        likeness(frozenset("a"), frozenset("a"), {"a": wrong})
