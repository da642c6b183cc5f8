"""M3: friction between a wish and the pull of a form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.form_fit import Form
from reiswijzer.models.tensions import PULLS, Position, Tension, friction

SIDE = st.floats(-1, 1)
WISH = st.builds(Position, SIDE, SIDE, SIDE)
FORM = st.sampled_from(Form)
WORKED = Position(0.5, 0, -0.5)


@pytest.mark.parametrize(
    ("form", "parts", "mean", "printed"),
    [("nao", (0.40, 0, 0.60), 1 / 3, "0.33"), ("shared", (0.10, 0.35, 0.10), 0.55 / 3, "0.18")],
)
def test_worked_examples(form, parts, mean, printed):
    found = friction(WORKED, form)
    assert tuple(found.per_tension[tension] for tension in Tension) == pytest.approx(parts, abs=1e-12)
    assert found.mean == pytest.approx(mean)
    assert f"{found.mean:.2f}" == printed


def test_table_of_pulls():
    table = {form: tuple(PULLS[form].on(tension) for tension in Tension) for form in Form}
    assert table == {"shared": (0.7, -0.7, -0.7), "lead": (-0.7, 0.7, 0.7), "nao": (-0.3, 0, 0.7)}


@given(WISH, FORM)
def test_bounds(wish, form):
    found = friction(wish, form)
    assert all(0 <= value <= 1 for value in found.per_tension.values())
    assert min(found.per_tension.values()) - 1e-12 <= found.mean <= max(found.per_tension.values()) + 1e-12


@given(FORM)
def test_no_friction_where_the_form_pulls(form):
    assert friction(PULLS[form], form).mean == 0


@given(WISH)
def test_shared_and_lead_mirror_each_other(wish):
    mirrored = Position(*(-wish.on(tension) for tension in Tension))
    assert friction(wish, Form.SHARED).mean == pytest.approx(friction(mirrored, Form.LEAD).mean)


@given(WISH, FORM, st.floats(0, 1))
def test_friction_shrinks_on_the_way_to_the_pull(wish, form, share):
    pull = PULLS[form]
    nearer = Position(*(wish.on(t) + share * (pull.on(t) - wish.on(t)) for t in Tension))
    assert friction(nearer, form).mean == pytest.approx((1 - share) * friction(wish, form).mean, abs=1e-9)


@pytest.mark.parametrize("tension", Tension)
@pytest.mark.parametrize("wrong", [-1.01, 1.01, float("nan")])
def test_a_wish_outside_the_scale_is_named(tension, wrong):
    with pytest.raises(ValueError, match=f"{tension} must lie between -1 and 1, not {wrong}"):
        Position(**(dict.fromkeys(Tension, 0) | {tension: wrong}))


@pytest.mark.parametrize("wrong", ["0", None, True])
def test_a_wish_must_be_a_number(wrong):
    with pytest.raises(TypeError, match=f"internal_external must be a number, not {wrong!r}"):
        Position(0, wrong, 0)


def test_unknown_form_is_named():
    with pytest.raises(ValueError, match="hierarchy"):
        friction(WORKED, "hierarchy")
