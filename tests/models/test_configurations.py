"""M4: the rule over the Safety Houses."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.configurations import (
    CONFIGURATIONS,
    Condition,
    Configuration,
    Network,
    combinations,
    count_effective,
    coverage,
    old_enough,
)

NETWORK = st.sampled_from(combinations())


def test_two_years_old_and_one_year_later():
    young = Network(age=old_enough(2), stability=True, central_integration=True, resources=True, nao=True)
    now, later = coverage(young), coverage(replace(young, age=old_enough(3)))
    assert not now.effective
    assert now.missing == dict.fromkeys(Configuration, (Condition.AGE,))
    assert later.effective
    assert later.missing == dict.fromkeys(Configuration, ())


def test_three_of_thirty_two():
    assert len(set(combinations())) == 32
    assert count_effective() == 3


@given(NETWORK)
def test_rule_as_one_sentence(network):
    rule = network.age and network.stability and network.central_integration and (network.resources or network.nao)
    assert coverage(network).effective is rule


@given(NETWORK, st.sampled_from(Configuration))
def test_missing_is_exactly_what_a_configuration_lacks(network, configuration):
    missing = coverage(network).missing[configuration]
    assert set(missing) == {c for c in CONFIGURATIONS[configuration] if not network.has(c)}
    assert coverage(replace(network, **dict.fromkeys(missing, True))).effective


@given(NETWORK, st.sampled_from(Condition))
def test_gaining_a_condition_never_harms(network, condition):
    assert coverage(replace(network, **{condition: True})).effective >= coverage(network).effective


@given(NETWORK)
def test_money_and_an_nao_replace_each_other(network):
    swapped = replace(network, resources=network.nao, nao=network.resources)
    assert coverage(swapped).effective is coverage(network).effective


@pytest.mark.parametrize(("years", "enough"), [(0, False), (2.99, False), (3, True), (40, True)])
def test_old_enough_from_three_years(years, enough):
    assert old_enough(years) is enough


@pytest.mark.parametrize("wrong", [-1, float("nan")])
def test_impossible_age_is_named(wrong):
    with pytest.raises(ValueError, match=f"not {wrong}"):
        old_enough(wrong)


@pytest.mark.parametrize("condition", Condition)
def test_a_condition_must_be_a_bool(condition):
    with pytest.raises(TypeError, match=f"{condition} must be True or False, not 1"):
        Network(**(dict.fromkeys(Condition, True) | {condition: 1}))
