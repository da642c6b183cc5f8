"""M11: the first 'no' decides, and the sentence stays unfinished until then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.data_gate import IF_NO, Outcome, Step, decide, deciding_step, open_steps, special_step

ANSWERS = st.dictionaries(st.sampled_from(Step), st.booleans())
ALL_YES = dict.fromkeys(Step, True)


def test_arrears_to_the_care_provider():
    """Early signalling is no ground here; with the tenant's agreement, 'please make contact' is enough."""
    first = {Step.NEEDED: True, Step.PURPOSE: True, Step.GROUND: False}
    assert decide(first) is Outcome.NO_GROUND
    assert deciding_step(first) is Step.GROUND

    with_amount = first | {Step.GROUND: True, Step.SPECIAL: special_step(special=False), Step.LIMITED: False}
    assert decide(with_amount) is Outcome.TRIM

    please_make_contact = with_amount | {Step.LIMITED: True}
    assert decide(please_make_contact) is None
    assert open_steps(please_make_contact) == (Step.INFORMED,)
    assert decide(please_make_contact | {Step.INFORMED: True}) is Outcome.SHARE


@pytest.mark.parametrize(
    ("step", "outcome"),
    list(zip(Step, ["anonymise", "define_purpose", "no_ground", "leave_out", "trim", "inform"], strict=True)),
)
def test_each_first_no_has_its_outcome(step, outcome):
    answers = ALL_YES | {step: False}
    assert decide(answers) == outcome
    assert deciding_step(answers) is step


def test_six_times_yes_is_sharing():
    assert decide(ALL_YES) is Outcome.SHARE
    assert deciding_step(ALL_YES) is None
    assert open_steps(ALL_YES) == ()


def test_nothing_answered_leaves_everything_open():
    assert open_steps({}) == tuple(Step)
    assert decide({}) is None
    assert deciding_step({}) is None


def test_a_no_waits_for_the_steps_before_it():
    assert open_steps({Step.GROUND: False}) == (Step.NEEDED, Step.PURPOSE)
    assert decide({Step.GROUND: False}) is None


def test_every_step_and_outcome_is_in_use():
    assert list(IF_NO) == list(Step)
    assert [*IF_NO.values(), Outcome.SHARE] == list(Outcome)


@pytest.mark.parametrize(
    ("special", "exception", "passed"),
    [(False, False, True), (False, True, True), (True, False, False), (True, True, True)],
)
def test_special_data_needs_an_exception(special, exception, passed):
    assert special_step(special, exception) is passed
    assert special_step(special) is not special


@given(ANSWERS)
def test_outcome_exactly_when_nothing_is_open(answers):
    still_open = open_steps(answers)
    assert (decide(answers) is None) == bool(still_open)
    assert not set(still_open) & set(answers)


@given(ANSWERS)
def test_answering_what_is_open_always_leads_to_an_outcome(answers):
    for _ in Step:
        still_open = open_steps(answers)
        if not still_open:
            break
        answers = answers | {still_open[0]: True}
    assert decide(answers) is not None


@given(st.fixed_dictionaries(dict.fromkeys(Step, st.booleans())), ANSWERS)
def test_what_comes_after_the_first_no_makes_no_difference(answers, later):
    stopped = deciding_step(answers)
    tail = set() if stopped is None else set(list(Step)[list(Step).index(stopped) + 1 :])
    changed = answers | {step: value for step, value in later.items() if step in tail}
    assert decide(changed) is decide(answers)


@given(ANSWERS)
def test_order_of_answering_and_plain_ids_make_no_difference(answers):
    backwards = {str(step): answers[step] for step in reversed(answers)}
    assert decide(backwards) is decide(answers)
    assert open_steps(backwards) == open_steps(answers)


@pytest.mark.parametrize("function", [decide, deciding_step, open_steps])
def test_wrong_input_is_named(function):
    with pytest.raises(ValueError, match="'consent'"):
        function({"consent": True})
    with pytest.raises(TypeError, match="'ground' must be True or False, not None"):
        function({Step.GROUND: None})


def test_wrong_halves_of_the_fourth_step_are_named():
    with pytest.raises(TypeError, match="special must be True or False, not None"):
        special_step(None)
    with pytest.raises(TypeError, match="exception must be True or False, not 'x'"):
        special_step(special=True, exception="x")
