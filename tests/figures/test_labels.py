"""Names in the drawing of a network: each beside its own node, none over another, no tie through one that has room."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.figures.labels import LINE, label_boxes
from reiswijzer.figures.network import Node, network

SVG = "{http://www.w3.org/2000/svg}"
places = st.tuples(st.integers(2, 8), st.integers(1, 4)).map(lambda at: (60.0 * at[0], 90.0 * at[1]))


def boxes(at, ties=(), size=(600.0, 500.0)):
    return label_boxes(dict.fromkeys(at, "Naam"), at, dict.fromkeys(at, 16.0), ties, size)


@given(st.lists(places, min_size=1, max_size=12, unique=True))
def test_every_name_is_on_the_sheet_and_near_its_node(spots):
    at = {str(number): spot for number, spot in enumerate(spots)}
    for ident, box in boxes(at).items():
        x, y = at[ident]
        assert box.x >= 0
        assert box.x + box.width <= 600
        assert abs(box.y + LINE / 2 - y) < 40
        assert abs(box.x + box.width / 2 - x) < 60


def test_a_name_gives_way_to_a_tie_that_runs_beside_it():
    at = {"a": (100.0, 100.0), "b": (140.0, 20.0), "c": (140.0, 180.0), "d": (100.0, 20.0), "e": (100.0, 180.0)}
    found = boxes(at, [("b", "c"), ("d", "a"), ("a", "e")])["a"]
    assert found.x + found.width < 100, "right of it a tie passes, below and above it too"


def test_two_names_between_two_nodes_do_not_lie_over_each_other():
    at = {"a": (100.0, 100.0), "b": (190.0, 100.0), "c": (230.0, 20.0), "d": (230.0, 180.0), "e": (150.0, 180.0)}
    ties = [("c", "d"), ("a", "e"), ("e", "b"), ("b", "c"), ("b", "d")]
    found = boxes(at, ties)
    assert not found["a"].overlaps(found["b"])
    lines = [(at[one], at[other]) for one, other in ties]
    assert not any(found[one].crossed(*line) for one in "ab" for line in lines)


def test_no_name_no_place():
    nodes = [
        Node("a", "", (50.0, 50.0)),
        Node("b", "Zorg", (150.0, 50.0), "joined"),
        Node("c", "", (250.0, 50.0), "gone"),
    ]
    tree = ET.fromstring(network(nodes, [("a", "b")], width=300, height=100, title="t", description="d"))  # noqa: S314
    assert [one.text for one in tree.iter(f"{SVG}text")] == ["Zorg"]
