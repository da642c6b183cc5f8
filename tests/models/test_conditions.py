"""M6: five conditions, means and spreads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.conditions import Condition, compare, condition_score

SCORE = st.floats(1, 5)
ROW = st.fixed_dictionaries(dict.fromkeys(Condition, SCORE))
ROLES = st.dictionaries(st.text(max_size=3), ROW, min_size=1, max_size=4)


def row(*scores: float) -> dict[Condition, float]:
    return dict(zip(Condition, scores, strict=True))


WORKED = {"director": row(4, 3, 4, 4, 3), "rvc": row(3, 2, 2, 4, 2), "partner": row(2, 2, 4, 3, 3)}


def test_worked_example():
    found = compare(WORKED)
    assert list(found.means.values()) == pytest.approx([3, 7 / 3, 10 / 3, 11 / 3, 8 / 3])
    assert [f"{mean:.2f}" for mean in found.means.values()] == ["3.00", "2.33", "3.33", "3.67", "2.67"]
    assert found.spreads == row(2, 1, 2, 1, 1)
    assert found.lowest == (Condition.INTERESTS,)
    assert found.most_spread == (Condition.AMBITION, Condition.RELATION)


def test_score_is_the_mean_of_the_answers():
    assert condition_score([2, 3, 5]) == pytest.approx(10 / 3)
    assert condition_score((4,)) == 4


def test_one_role_has_no_spread():
    found = compare({"director": row(4, 3, 4, 4, 3)})
    assert found.most_spread == ()
    assert found.lowest == (Condition.INTERESTS, Condition.PROCESS)


def test_ties_survive_rounding():
    found = compare({"a": row(1.1, 3.3, 3, 3, 3), "b": row(3.3, 1.1, 3, 3, 3), "c": row(2.2, 2.2, 3, 3, 3)})
    assert found.lowest == found.most_spread == (Condition.AMBITION, Condition.INTERESTS)


@given(st.lists(SCORE, min_size=1, max_size=3))
def test_score_lies_between_its_answers(answers):
    assert min(answers) - 1e-9 <= condition_score(answers) <= max(answers) + 1e-9


@given(ROLES)
def test_bounds_and_members(roles):
    found = compare(roles)
    assert list(found.means) == list(found.spreads) == list(Condition)
    assert all(1 - 1e-9 <= mean <= 5 + 1e-9 for mean in found.means.values())
    assert all(0 <= spread <= 4 for spread in found.spreads.values())
    assert found.lowest
    assert bool(found.most_spread) == any(found.spreads.values())


@given(ROLES)
def test_names_and_order_of_roles_make_no_difference(roles):
    renamed = {f"role {i}": scores for i, scores in enumerate(reversed(roles.values()))}
    one, other = compare(roles), compare(renamed)
    assert one.spreads == other.spreads
    assert list(one.means.values()) == pytest.approx(list(other.means.values()))


@given(ROLES, ROW)
def test_another_role_never_narrows_the_spread(roles, scores):
    before, after = compare(roles), compare(roles | {"one more": scores})
    assert all(after.spreads[condition] >= before.spreads[condition] for condition in Condition)


@pytest.mark.parametrize("wrong", [0.9, 5.1, float("nan")])
def test_a_score_outside_the_scale_is_named(wrong):
    with pytest.raises(ValueError, match=f"answer must lie between 1 and 5, not {wrong}"):
        condition_score([3, wrong])
    with pytest.raises(ValueError, match=f"relation of role 'rvc' .*not {wrong}"):
        compare(WORKED | {"rvc": row(3, 3, wrong, 3, 3)})


@pytest.mark.parametrize("wrong", ["3", True, None])
def test_a_score_must_be_a_number(wrong):
    with pytest.raises(TypeError, match=f"answer must be a number, not {wrong!r}"):
        condition_score([wrong])


def test_missing_input_is_named():
    with pytest.raises(ValueError, match="at least one answer"):
        condition_score([])
    with pytest.raises(ValueError, match="at least one role"):
        compare({})
    with pytest.raises(ValueError, match=r"role 'rvc' .*not for \['ambition'\]"):
        compare({"rvc": {Condition.AMBITION: 3}})
    with pytest.raises(ValueError, match="trust"):
        compare({"rvc": row(3, 3, 3, 3, 3) | {"trust": 3}})


def test_a_spread_of_half_a_point_is_a_spread():
    assert compare({"a": row(3, 3, 3, 3, 3), "b": row(3.5, 3, 3, 3, 3)}).most_spread == (Condition.AMBITION,)
