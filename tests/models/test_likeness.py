"""Likeness by shared features: a weighted Jaccard similarity with rare features heavier."""

import itertools
import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reiswijzer.models.likeness import covered, likeness, neighbours, weights

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
    for before, after in itertools.pairwise(found):
        assert before.covered >= after.covered - 1e-8
        assert before.likeness >= after.likeness - 1e-8 or before.covered > after.covered
    assert all(set(each.shared) == own & others[each.id] for each in found)


def test_covered_worked_example():
    weight = {"a": 1, "b": 2, "c": 3}
    assert covered(frozenset("ab"), frozenset("bc"), weight) == pytest.approx(2 / 3)
    assert covered(frozenset("bc"), frozenset("ab"), weight) == pytest.approx(2 / 5)


@given(FEATURES, FEATURES, FEATURES, WEIGHT)
def test_what_else_the_other_has_changes_nothing_in_what_it_covers(own, other, more, weight):
    assert covered(own, other | (more - own), weight) == pytest.approx(covered(own, other, weight))


@given(FEATURES, FEATURES, WEIGHT)
def test_all_is_covered_by_who_has_all_and_by_no_other(own, other, weight):
    assume(own)
    found = covered(own, other, weight)
    assert 0 <= found <= 1 + 1e-12
    assert (found > 1 - 1e-12) == (own <= other)


@given(FEATURES, FEATURES, FEATURES, WEIGHT)
def test_who_shares_all_that_another_shares_and_more_never_stands_below_it(own, one, more, weight):
    less, greater = own & one, own & (one | more)
    assume(less < greater)
    others = {"less": less, "greater": greater | {"x", "y", "z"}}
    assert neighbours(own, others, {**weight, **dict.fromkeys("xyz", 10.0)})[0].id == "greater"


def test_weights_that_are_given_take_the_place_of_those_that_are_counted():
    others = {"first": frozenset("a"), "heavy": frozenset("b")}
    assert neighbours(frozenset("ab"), others)[0].id == "first"
    assert neighbours(frozenset("ab"), others, {"a": 1.0, "b": 5.0})[0].id == "heavy"


def test_of_those_that_cover_as_much_the_likest_comes_first():
    others = {"wide": frozenset("abcd"), "narrow": frozenset("abc"), "part": frozenset("a")}
    assert [each.id for each in neighbours(frozenset("ab"), others, {"a": 1})] == ["narrow", "wide", "part"]


def test_equally_alike_keep_their_order():
    assert [each.id for each in neighbours(frozenset("a"), {"later": frozenset("a"), "first": frozenset("a")})] == [
        "later",
        "first",
    ]


def test_nothing_known_is_like_nothing():
    assert likeness(frozenset(), frozenset(), {}) == 0
    assert covered(frozenset(), frozenset("a"), {}) == 0
    assert neighbours(frozenset(), {"a": frozenset("a")}) == ()


@pytest.mark.parametrize("wrong", [0, -1, float("nan")])
def test_a_weight_that_is_not_above_zero_is_refused(wrong):
    with pytest.raises(ValueError, match="above 0"):
        likeness(frozenset("a"), frozenset("a"), {"a": wrong})
    with pytest.raises(ValueError, match="above 0"):
        covered(frozenset("a"), frozenset("a"), {"a": wrong})
