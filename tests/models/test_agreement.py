from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.agreement import Agreement, agreement


def test_a_group_of_five():
    assert agreement("AABCA") == Agreement(agreeing=3, pairs=10)
    assert agreement("AABCA").share == 0.30


def test_all_the_same_and_all_different():
    assert agreement(["a", "a", "a"]).share == 1
    assert agreement(["a", "b", "c"]).share == 0


@pytest.mark.parametrize("choices", [[], ["a"]])
def test_one_person_has_nobody_to_agree_with(choices):
    with pytest.raises(ValueError, match=f"at least two choices, not {len(choices)}"):
        agreement(choices)


@given(st.lists(st.sampled_from("abcd"), min_size=2, max_size=25), st.randoms(use_true_random=False))
def test_it_is_the_plain_count_over_pairs_in_any_order(choices, rng):
    pairs = list(combinations(choices, 2))
    plain = Agreement(sum(a == b for a, b in pairs), len(pairs))
    rng.shuffle(choices)
    assert agreement(choices) == plain
    assert 0 <= plain.share <= 1
