"""M9: lines, hours, and what is left when a director leaves; networkx as the reference."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.lines import full_mesh, hours_per_month, parts_left, star, two_directors

PARTIES = st.integers(1, 60)


def graph(n: int, directors: int) -> nx.Graph:
    if not directors:
        return nx.complete_graph(n)
    tied = nx.Graph()
    tied.add_nodes_from(range(n))
    tied.add_edges_from((i, j) for i in range(directors) for j in range(n) if i != j)
    return tied


@pytest.mark.parametrize(
    ("n", "mesh", "director"),
    [(2, 1, 1), (3, 3, 2), (5, 10, 4), (8, 28, 7), (12, 66, 11), (20, 190, 19), (48, 1128, 47)],
)
def test_table(n, mesh, director):
    assert (full_mesh(n), star(n)) == (mesh, director)


def test_forty_eight_parties():
    assert hours_per_month(full_mesh(48)) == 564
    assert hours_per_month(star(48)) == 23.5
    assert two_directors(48) == 93
    assert parts_left(48, directors=1, departed=0) == 1
    assert parts_left(48, directors=1, departed=1) == 47
    assert parts_left(48, directors=2, departed=1) == 1
    assert parts_left(48, directors=2, departed=2) == 46
    assert parts_left(48, directors=0, departed=1) == 1


def test_one_party_needs_no_line():
    assert (full_mesh(1), star(1), hours_per_month(0)) == (0, 0, 0)
    assert parts_left(1, directors=0, departed=0) == 1
    assert parts_left(1, directors=1, departed=1) == 0


@given(PARTIES)
def test_lines_agree_with_the_graphs(n):
    assert full_mesh(n) == graph(n, 0).number_of_edges()
    assert star(n) == graph(n, 1).number_of_edges()
    if n > 1:
        assert two_directors(n) == graph(n, 2).number_of_edges()


@given(st.data(), st.integers(1, 12))
def test_parts_agree_with_the_graphs(data, n):
    directors = data.draw(st.integers(0, n))
    departed = data.draw(st.integers(0, directors or n))
    left = graph(n, directors)
    left.remove_nodes_from(range(departed))
    assert parts_left(n, directors, departed) == nx.number_connected_components(left)


@given(st.integers(2, 200))
def test_order_of_the_three_ways(n):
    assert star(n) <= two_directors(n) <= full_mesh(n)
    assert full_mesh(n + 1) - full_mesh(n) == n
    assert star(n + 1) - star(n) == 1
    assert two_directors(n + 1) - two_directors(n) == 2


@given(st.integers(0, 2000), st.floats(0, 10), st.integers(0, 2000))
def test_hours_add_up(lines, hours, more):
    together = hours_per_month(lines + more, hours)
    assert together == pytest.approx(hours_per_month(lines, hours) + hours_per_month(more, hours))
    assert together >= 0


@pytest.mark.parametrize("count", [full_mesh, star, two_directors])
def test_wrong_number_of_parties_is_named(count):
    for wrong in (0, -3):
        with pytest.raises(ValueError, match=f"number of parties must be . or more, not {wrong}"):
            count(wrong)
    for wrong in (2.0, "2", True):
        with pytest.raises(TypeError, match=f"must be a whole number, not {wrong!r}"):
            count(wrong)


def test_two_directors_are_two_parties():
    with pytest.raises(ValueError, match="2 or more, not 1"):
        two_directors(1)


@pytest.mark.parametrize("wrong", [-0.5, float("inf"), float("nan")])
def test_wrong_hours_are_named(wrong):
    with pytest.raises(ValueError, match=f"not {wrong}"):
        hours_per_month(3, wrong)


def test_wrong_number_of_lines_is_named():
    with pytest.raises(ValueError, match="number of lines must be 0 or more, not -1"):
        hours_per_month(-1)


@pytest.mark.parametrize(
    ("directors", "departed", "message"),
    [
        (6, 0, "directors must be 5 or fewer, not 6"),
        (-1, 0, "directors must be 0 or more, not -1"),
        (1, 2, "departed must be 1 or fewer, not 2"),
        (0, 6, "departed must be 5 or fewer, not 6"),
        (2, -1, "departed must be 0 or more, not -1"),
    ],
)
def test_wrong_departures_are_named(directors, departed, message):
    with pytest.raises(ValueError, match=message):
        parts_left(5, directors, departed)


def test_nobody_at_all_has_no_parts():
    with pytest.raises(ValueError, match="number of parties must be 1 or more, not 0"):
        parts_left(0, directors=0, departed=0)
