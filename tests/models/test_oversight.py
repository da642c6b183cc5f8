"""M22: the path of oversight, first match first."""

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.oversight import Advice, Path, Reason, Stakes, oversight_path

LEVEL = st.integers(0, 2)
STAKES = st.builds(Stakes, LEVEL, LEVEL, LEVEL, LEVEL)


def test_cost_of_living_pact():
    advice = oversight_path(Stakes(own_risk=1, sovereignty=1, tenant_outcome=2, governance=1))
    assert advice == Advice(Path.VIA_DIRECTOR, Reason.AGENDA_DIRECT)


@pytest.mark.parametrize("governance", [0, 1, 2])
def test_shared_ict_contract(governance):
    advice = oversight_path(Stakes(1, 0, 0, governance))
    assert advice == Advice(Path.OWN_STRATEGY, Reason.LITTLE_AT_STAKE)


@pytest.mark.parametrize(
    ("levels", "path", "reason"),
    [
        ((0, 0, 0, 2), "own_strategy", "little_at_stake"),
        ((0, 0, 2, 2), "own_strategy", "little_at_stake"),
        ((0, 1, 2, 2), "direct", "governed_network"),
        ((2, 2, 2, 2), "direct", "governed_network"),
        ((0, 2, 1, 0), "via_director", "agenda_direct"),
        ((1, 1, 1, 2), "via_director", "in_between"),
        ((2, 0, 2, 0), "via_director", "in_between"),
    ],
)
def test_lines_of_the_table(levels, path, reason):
    assert oversight_path(Stakes(*levels)) == Advice(path, reason)


def test_how_the_81_combinations_fall():
    counted = Counter(oversight_path(Stakes(*levels)).reason for levels in product(range(3), repeat=4))
    assert counted == {"little_at_stake": 30, "governed_network": 9, "agenda_direct": 18, "in_between": 24}


@given(STAKES)
def test_every_reason_has_one_path(stakes):
    advice = oversight_path(stakes)
    assert (
        advice.path
        == {
            Reason.LITTLE_AT_STAKE: Path.OWN_STRATEGY,
            Reason.GOVERNED_NETWORK: Path.DIRECT,
            Reason.AGENDA_DIRECT: Path.VIA_DIRECTOR,
            Reason.IN_BETWEEN: Path.VIA_DIRECTOR,
        }[advice.reason]
    )


@given(STAKES, st.sampled_from(["own_risk", "sovereignty", "tenant_outcome", "governance"]))
def test_more_at_stake_never_leads_back_to_an_earlier_path(stakes, name):
    raised = replace(stakes, **{name: 2})
    order = list(Path)
    assert order.index(oversight_path(raised).path) >= order.index(oversight_path(stakes).path)


@given(STAKES)
def test_sovereignty_and_tenants_weigh_the_same(stakes):
    swapped = replace(stakes, sovereignty=stakes.tenant_outcome, tenant_outcome=stakes.sovereignty)
    assert oversight_path(swapped) == oversight_path(stakes)


@pytest.mark.parametrize("name", ["own_risk", "sovereignty", "tenant_outcome", "governance"])
def test_wrong_items_are_named(name):
    fine = Stakes(1, 1, 1, 1)
    for wrong in (-1, 3):
        with pytest.raises(ValueError, match=f"{name} must be 0, 1 or 2, not {wrong}"):
            replace(fine, **{name: wrong})
    for wrong in (True, 1.0, "1"):
        with pytest.raises(TypeError, match=f"{name} must be a whole number, not {wrong!r}"):
            replace(fine, **{name: wrong})
