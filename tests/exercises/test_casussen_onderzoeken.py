"""A reader bets, filters the cases, reads one and finds out what the list cannot tell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reiswijzer.content.cases import cases
from reiswijzer.exercises import create
from reiswijzer.exercises.casussen_onderzoeken import hits


@pytest.fixture
def exercise():
    return create("casussen-onderzoeken")


def test_the_bet_comes_back_in_what_is_seen(exercise):
    exercise.bet._radio.index = 0
    exercise.go(2)
    assert "U dacht: bij ongeveer 10. Het zijn er 30 van de 42." in exercise.seen.value


def test_without_a_bet_the_reader_is_told_so(exercise):
    exercise.go(2)
    assert "U hebt nog niet gegokt" in exercise.seen.value


def test_filters_narrow_and_the_count_is_said(exercise):
    exercise.insight.value = "5"
    exercise.domain.value = "energie"
    assert {item.id for item in hits("5", "energie")} >= {"rescoop-limburg"}
    assert f"{len(hits('5', 'energie'))} van de 42" in exercise.count.value
    assert "van de 42" in exercise.status.value


def test_a_case_shows_goal_outcome_setback_and_source(exercise):
    exercise.which.value = "stroomversnelling"
    item = cases()["stroomversnelling"]
    assert item.source_url in exercise.card.value
    for part in ("111.000", "400 woningen", "onderschatting"):
        assert part in exercise.card.value


def test_a_missing_field_is_called_not_found(exercise):
    exercise.which.value = "regionale-energiecooperatie"
    assert "niet gevonden" in exercise.card.value


def test_no_hits_names_the_filter_to_loosen(exercise):
    exercise.domain.value = "onderwijs"
    exercise.insight.value = "5"
    assert not hits("5", "onderwijs")
    assert "op alle" in exercise.count.value
    assert "Er is niets om te tekenen" in exercise.chart.value


def test_a_filter_that_drops_the_chosen_case_closes_it(exercise):
    exercise.which.value = "stroomversnelling"
    exercise.domain.value = "zorg"
    assert exercise.state.chosen == ""
    assert exercise.card.value == ""


def test_own_words_are_kept_through_undo_of_a_filter(exercise):
    exercise.gain.value = "<script>alert(1)</script> minder uitzettingen"
    exercise.domain.value = "zorg"
    exercise.undo()
    assert exercise.state.domain == ""
    assert exercise.state.answers["opbrengst"].startswith("<script>")
    assert "<script>" not in exercise.static_html()


def test_restart_and_undo_bring_everything_back(exercise):
    exercise.bet._radio.index = 1
    exercise.insight.value = "3"
    before = exercise.state
    exercise.restart()
    assert exercise.state == exercise.start
    assert exercise.bet._radio.index is None
    exercise.undo()
    assert exercise.state == before


def test_the_explanation_opens_on_request(exercise):
    assert exercise.explanation.value == ""
    exercise.explain_button.click()
    assert "Wie er niet in staat" in exercise.explanation.value


def test_two_objects_describe_themselves_the_same():
    assert create("casussen-onderzoeken").describe() == create("casussen-onderzoeken").describe()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["insight", "domain", "setback", "which"]), st.integers(0, 30)), max_size=8))
def test_any_order_of_choices_can_be_undone_to_the_start(moves):
    exercise = create("casussen-onderzoeken")
    for name, index in moves:
        control = getattr(exercise, name)
        control.index = index % len(control.options)
    while exercise.history:
        exercise.undo()
    assert exercise.state == exercise.start
