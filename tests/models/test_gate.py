"""M1: the first match decides, and only unanswered questions before it are open."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.gate import Question, Verdict, decide, open_questions

ANSWERS = st.dictionaries(st.sampled_from(Question), st.booleans())
FULL = st.fixed_dictionaries(dict.fromkeys(Question, st.booleans()))


def answered(*values: bool) -> dict[Question, bool]:
    return dict(zip(Question, values, strict=False))


def test_leaking_tap_is_done_alone():
    assert decide({Question.ALONE: True}) is Verdict.ALONE


def test_tenant_with_arrears_and_psychiatric_problems_is_a_candidate():
    assert decide(answered(False, True, True, True)) is Verdict.CANDIDATE


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ((True,), "alone"),
        ((False, False), "bilateral"),
        ((False, True, False), "chain"),
        ((False, True, True, False), "not_yet"),
        ((False, True, True, True), "candidate"),
    ],
)
def test_decision_table(values, verdict):
    assert decide(answered(*values)) == verdict
    assert open_questions(answered(*values)) == ()
    assert decide(answered(*values[:-1])) is None


def test_the_sixteen_combinations_fall_8_4_2_1_1():
    verdicts = [decide(answered(*values)) for values in product((True, False), repeat=4)]
    assert [verdicts.count(verdict) for verdict in Verdict] == [8, 4, 2, 1, 1]


def test_nothing_answered_leaves_everything_open():
    assert open_questions({}) == tuple(Question)
    assert decide({}) is None


def test_a_deciding_answer_waits_for_the_questions_before_it():
    assert open_questions({Question.COMPLEX: False}) == (Question.ALONE, Question.THREE)
    assert decide({Question.COMPLEX: False}) is None


@given(ANSWERS)
def test_verdict_exactly_when_nothing_is_open(answers):
    still_open = open_questions(answers)
    assert (decide(answers) is None) == bool(still_open)
    assert not set(still_open) & set(answers)


@given(FULL, ANSWERS)
def test_what_comes_after_the_deciding_answer_makes_no_difference(answers, later):
    table = [(Question.ALONE, True), *((question, False) for question in list(Question)[1:])]
    stop = next((i for i, (question, value) in enumerate(table) if answers[question] is value), 3)
    tail = set(list(Question)[stop + 1 :])
    changed = answers | {question: value for question, value in later.items() if question in tail}
    assert decide(changed) is decide(answers)


@given(FULL)
def test_order_of_answering_and_plain_ids_make_no_difference(answers):
    backwards = {str(question): answers[question] for question in reversed(Question)}
    assert decide(backwards) is decide(answers)


def test_unknown_question_is_named():
    with pytest.raises(ValueError, match="'budget'"):
        decide({"budget": True})


@pytest.mark.parametrize("answer", [1, "yes", None])
def test_an_answer_must_be_a_bool(answer):
    with pytest.raises(TypeError, match=f"'three'.*{answer!r}"):
        open_questions({Question.THREE: answer})
