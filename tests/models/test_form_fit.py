"""M2: worked examples of the fit, and what must hold in all 108 situations."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.form_fit import (
    IDEAL,
    LEVELS,
    Change,
    Contingency,
    Form,
    Situation,
    changes_needed,
    form_fit,
    near_tie,
    participants_level,
    rank,
    trust_level,
)

SITUATIONS = [Situation(*levels) for levels in product(*(range(1, n + 1) for n in LEVELS.values()))]
SITUATION = st.sampled_from(SITUATIONS)
FORM = st.sampled_from(Form)

DISTRICT = Situation(2, 2, 3, 3)
STARTING = Situation(1, 1, 2, 1)
SHARED_SERVICE = Situation(3, 1, 4, 1)
REGIONAL = Situation(1, 3, 2, 3)


@pytest.mark.parametrize(
    ("situation", "shared", "lead", "nao"),
    [
        (DISTRICT, (5 / 12, 0), (2 / 3, 0.5), (1, 1)),
        (STARTING, (7 / 12, 0), (0.75, 0.5), (5 / 12, 0)),
        (SHARED_SERVICE, (1, 1), (1 / 3, 0), (5 / 12, 0)),
        (REGIONAL, (1 / 12, 0), (0.75, 0.5), (19 / 24, 0.5)),
    ],
)
def test_worked_examples(situation, shared, lead, nao):
    for form, (fit, weakest) in zip(Form, (shared, lead, nao), strict=True):
        found = form_fit(situation, form)
        assert (found.fit, found.weakest) == pytest.approx((fit, weakest), abs=1e-12)


def test_printed_decimals_of_the_worked_examples():
    table = [[f"{form_fit(s, form).fit:.3f}" for form in Form] for s in (DISTRICT, STARTING, REGIONAL)]
    assert table == [["0.417", "0.667", "1.000"], ["0.583", "0.750", "0.417"], ["0.083", "0.750", "0.792"]]


def test_ranking_of_the_worked_examples():
    best = [rank(s)[0].form for s in (DISTRICT, STARTING, SHARED_SERVICE, REGIONAL)]
    assert best == ["nao", "lead", "shared", "nao"]


def test_regional_table_is_the_near_tie_of_the_four():
    assert near_tie(rank(REGIONAL)) == (Form.NAO, Form.LEAD)
    assert [near_tie(rank(s)) for s in (DISTRICT, STARTING, SHARED_SERVICE)] == [(), (), ()]


def test_what_hurts_a_starting_group_most():
    assert form_fit(STARTING, Form.SHARED).hurts == (Contingency.TRUST,)
    assert form_fit(STARTING, Form.LEAD).hurts == (Contingency.PARTICIPANTS, Contingency.COMPETENCE)


def test_what_would_have_to_change():
    assert changes_needed(DISTRICT, Form.SHARED) == (
        Change(Contingency.TRUST, 2, 3),
        Change(Contingency.PARTICIPANTS, 2, 1),
        Change(Contingency.CONSENSUS, 3, 4),
        Change(Contingency.COMPETENCE, 3, 1),
    )
    assert changes_needed(STARTING, Form.NAO)[1] == Change(Contingency.PARTICIPANTS, 1, 2)
    assert changes_needed(DISTRICT, Form.NAO) == ()


@given(SITUATION, FORM)
def test_bounds_and_consistency(situation, form):
    found = form_fit(situation, form)
    assert set(found.distances) == set(Contingency)
    assert all(0 <= d <= 1 for d in found.distances.values())
    assert 0 <= found.weakest <= found.fit <= 1
    assert (found.fit == 1) == (found.hurts == ()) == (changes_needed(situation, form) == ())


@given(SITUATION, FORM)
def test_making_the_changes_makes_the_form_fit(situation, form):
    levels = {k: situation.level(k) for k in Contingency}
    levels |= {change.contingency: change.ideal for change in changes_needed(situation, form)}
    assert form_fit(Situation(**levels), form).fit == 1


@given(SITUATION, FORM)
def test_fit_rises_with_every_step_towards_the_ideal(situation, form):
    before = form_fit(situation, form)
    for change in changes_needed(situation, form):
        levels = {k: situation.level(k) for k in Contingency}
        levels[change.contingency] += 1 if change.ideal > change.present else -1
        after = form_fit(Situation(**levels), form)
        assert after.fit > before.fit
        assert after.weakest >= before.weakest


@pytest.mark.parametrize("form", Form)
def test_every_ideal_combination_fits_perfectly_and_no_other_form_does(form):
    for levels in product(*IDEAL[form].values()):
        ranking = rank(Situation(*levels))
        assert (ranking[0].form, ranking[0].fit) == (form, 1)
        assert ranking[1].fit < 1


def test_ranking_is_by_fit_and_ties_keep_the_order_of_the_source():
    ties = 0
    for situation in SITUATIONS:
        ranking = rank(situation)
        assert sorted(fit.form for fit in ranking) == sorted(Form)
        for better, worse in pairwise(ranking):
            if better.fit == pytest.approx(worse.fit, abs=1e-9):
                ties += 1
                assert list(Form).index(better.form) < list(Form).index(worse.form)
            else:
                assert better.fit > worse.fit
    assert ties > 0


@given(SITUATION, st.floats(0, 1), st.floats(0, 1))
def test_a_wider_margin_never_drops_a_form(situation, one, other):
    narrow, wide = sorted((one, other))
    assert set(near_tie(rank(situation), narrow)) <= set(near_tie(rank(situation), wide))
    assert near_tie(rank(situation), 1) == tuple(fit.form for fit in rank(situation))


def test_near_tie_at_the_edges():
    gap = form_fit(REGIONAL, Form.NAO).fit - form_fit(REGIONAL, Form.LEAD).fit
    assert near_tie(rank(REGIONAL), gap) == (Form.NAO, Form.LEAD)
    assert near_tie(rank(REGIONAL), gap - 0.001) == ()
    assert near_tie(()) == ()


@pytest.mark.parametrize(("n", "level"), [(1, 1), (6, 1), (7, 2), (15, 2), (16, 3), (200, 3)])
def test_participants_level(n, level):
    assert participants_level(n) == level


def test_cut_offs_of_participants_are_visible_parameters():
    assert [participants_level(n, few=3, moderate=5) for n in (3, 4, 5, 6)] == [1, 2, 2, 3]
    assert [participants_level(n, few=1, moderate=2) for n in (1, 2, 3)] == [1, 2, 3]


@pytest.mark.parametrize(("density", "level"), [(0, 1), (0.33, 1), (1 / 3, 2), (0.5, 2), (2 / 3, 2), (0.67, 3), (1, 3)])
def test_trust_level(density, level):
    assert trust_level(density) == level


@given(st.floats(0, 1), st.floats(0, 1))
def test_trust_level_never_falls_with_density(one, other):
    assert trust_level(min(one, other)) <= trust_level(max(one, other))


@given(st.integers(1, 500), st.integers(1, 500))
def test_participants_level_never_falls_with_number(one, other):
    assert participants_level(min(one, other)) <= participants_level(max(one, other))


@pytest.mark.parametrize("contingency", Contingency)
def test_a_level_outside_its_scale_is_named(contingency):
    for wrong in (0, LEVELS[contingency] + 1):
        with pytest.raises(ValueError, match=f"{contingency} must lie between 1 and .*not {wrong}"):
            Situation(**(dict.fromkeys(Contingency, 1) | {contingency: wrong}))


@pytest.mark.parametrize("wrong", [True, 1.0, "1", None])
def test_a_level_must_be_a_whole_number(wrong):
    with pytest.raises(TypeError, match=f"trust must be a whole number, not {wrong!r}"):
        Situation(wrong, 1, 1, 1)
    with pytest.raises(TypeError, match=f"participants must be a whole number, not {wrong!r}"):
        participants_level(wrong)


def test_other_wrong_input_is_named():
    with pytest.raises(ValueError, match="hierarchy"):
        form_fit(DISTRICT, "hierarchy")
    with pytest.raises(ValueError, match="hierarchy"):
        changes_needed(DISTRICT, "hierarchy")
    with pytest.raises(ValueError, match=r"margin .*not 1\.5"):
        near_tie(rank(DISTRICT), 1.5)
    with pytest.raises(ValueError, match="not 0"):
        participants_level(0)
    with pytest.raises(ValueError, match="few=7, moderate=7"):
        participants_level(5, few=7, moderate=7)
    with pytest.raises(ValueError, match=r"density .*not nan"):
        trust_level(float("nan"))
    for low, high in ((0.7, 0.3), (0, 0.5), (0.5, 1)):
        with pytest.raises(ValueError, match=f"low={low}, high={high}"):
            trust_level(0.5, low=low, high=high)


def test_form_ids_as_text_work():
    assert form_fit(DISTRICT, "nao") == form_fit(DISTRICT, Form.NAO)
