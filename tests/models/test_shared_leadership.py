import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reiswijzer.models.shared_leadership import (
    ONE_LEADER,
    SHARED,
    Ratings,
    centralisation,
    density,
    in_strength,
    knock_out,
    normalised_density,
)


def square(n, rating):
    return [[None if i == j else rating(i, j) for j in range(n)] for i in range(n)]


@st.composite
def tables(draw, min_members=2):
    n = draw(st.integers(min_members, 6))
    return Ratings.of(square(n, lambda _i, _j: draw(st.integers(1, 5))))


def test_one_dominant_leader():
    assert density(ONE_LEADER) == 0.550
    assert normalised_density(ONE_LEADER) == 0.4375
    assert in_strength(ONE_LEADER) == {"1": 5.0, "2": 3.0, "3": 2.0, "4": 2.25, "5": 1.5}
    assert round(centralisation(ONE_LEADER), 3) == 0.703


def test_the_dominant_leader_leaves():
    gone = knock_out(ONE_LEADER, "1")
    assert gone.member == "1"
    assert (gone.density_before, gone.normalised_before) == (0.550, 0.4375)
    assert round(gone.density_after, 3) == 0.433
    assert round(gone.normalised_after, 3) == 0.292
    assert round(gone.loss, 2) == 0.33


def test_shared_leadership():
    assert density(SHARED) == 0.740
    assert normalised_density(SHARED) == 0.675
    assert in_strength(SHARED) == {"1": 3.75, "2": 3.75, "3": 4.0, "4": 3.5, "5": 3.5}
    assert round(centralisation(SHARED), 3) == 0.094


def test_the_one_most_relied_on_leaves_a_shared_table():
    gone = knock_out(SHARED, "3")
    assert round(gone.density_after, 3) == 0.717
    assert round(gone.normalised_after, 3) == 0.646
    assert round(gone.loss, 2) == 0.04


def test_the_ends_of_the_scales():
    nobody = Ratings.of(square(4, lambda _i, _j: 1))
    everybody = Ratings.of(square(4, lambda _i, _j: 5))
    one = Ratings.of(square(4, lambda _i, j: 5 if j == 0 else 1), "abcd")
    assert (density(nobody), normalised_density(nobody), centralisation(nobody)) == (0.2, 0, 0)
    assert (density(everybody), normalised_density(everybody), centralisation(everybody)) == (1, 1, 0)
    assert centralisation(one) == 1
    assert knock_out(one, "a").loss == 1
    assert knock_out(nobody, "1").loss is None


def test_loss_is_negative_when_the_table_gains():
    table = Ratings.of(square(3, lambda i, j: 1 if 0 in {i, j} else 5))
    assert knock_out(table, "1").loss == pytest.approx(-2)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Ratings.of([]), "at least two"),
        (lambda: Ratings.of([[None]]), "at least two"),
        (lambda: Ratings.of(square(2, lambda _i, _j: 3), "aa"), "different members"),
        (lambda: Ratings.of(square(3, lambda _i, _j: 3)[:2]), "2 members need 2 rows of 2"),
        (lambda: Ratings.of(square(3, lambda _i, _j: 0)), "1 about 2 is 0"),
        (lambda: Ratings.of(square(3, lambda _i, _j: 6)), "whole number 1 to 5"),
        (lambda: Ratings.of(square(3, lambda _i, _j: 2.5)), "whole number 1 to 5"),
        (lambda: Ratings.of(square(3, lambda _i, _j: None)), "1 about 2 is None"),
        (lambda: Ratings.of([[3, 3], [3, None]], "ab"), "nobody rates themselves: a about a"),
        (lambda: SHARED.without("x"), "unknown member: 'x'"),
        (lambda: knock_out(Ratings.of(square(2, lambda _i, _j: 3)), "1"), "at least two"),
    ],
)
def test_what_is_not_a_table_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


@given(tables())
def test_ranges(table):
    assert 0.2 <= density(table) <= 1
    assert 0 <= normalised_density(table) <= 1
    assert 0 <= centralisation(table) <= 1 + 1e-12
    assert all(1 <= strength <= 5 for strength in in_strength(table).values())


@given(tables())
def test_the_two_densities_say_the_same_on_another_scale(table):
    assert normalised_density(table) == pytest.approx((density(table) - 0.2) / 0.8)


@given(tables(), st.randoms(use_true_random=False))
def test_the_order_around_the_table_does_not_matter(table, rng):
    order = list(range(len(table.members)))
    rng.shuffle(order)
    other = Ratings.of(([table.rows[i][j] for j in order] for i in order), [table.members[i] for i in order])
    assert density(other) == density(table)
    assert centralisation(other) == pytest.approx(centralisation(table))
    assert in_strength(other) == in_strength(table)


@given(tables(), st.data())
def test_relying_more_on_someone_never_lowers_density(table, data):
    n = len(table.members)
    i, j = data.draw(st.sampled_from([(i, j) for i in range(n) for j in range(n) if i != j]))
    assume(table.rows[i][j] < 5)
    more = [list(row) for row in table.rows]
    more[i][j] += 1
    assert density(Ratings.of(more)) > density(table)


@given(tables(min_members=3), st.data())
def test_who_leaves_takes_along_only_own_ratings(table, data):
    member = data.draw(st.sampled_from(table.members))
    left = table.without(member)
    assert set(left.members) == set(table.members) - {member}
    place = table.members.index
    for i, giver in enumerate(left.members):
        for j, receiver in enumerate(left.members):
            assert left.rows[i][j] == table.rows[place(giver)][place(receiver)]
