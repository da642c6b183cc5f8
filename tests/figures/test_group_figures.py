"""The figures of travellers side by side: whole, named, and true to the numbers."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.figures.before_after import Change, before_after
from reiswijzer.figures.divergence import WIDEST, Row, divergence
from reiswijzer.figures.dot_plot import TALLEST, dot_plot, people_per_dot

SVG = "{http://www.w3.org/2000/svg}"
ENDS = ("1 klopt niet", "5 klopt helemaal")
HOSTILE = "Wie <b>dit</b> & dat \"leest\" weet 'genoeg' over een zin die niet op één regel past en dus door moet lopen"
counts = st.lists(st.integers(0, 400), min_size=5, max_size=5).filter(any)


def parsed(svg):
    """Return the drawing, after a look at its name, its text equivalent and whether all of it is on the sheet."""
    tree = ET.fromstring(svg)  # noqa: S314 - our own drawing
    assert tree.find(f"{SVG}title").text
    assert tree.find(f"{SVG}desc").text
    height = float(tree.get("viewBox").split()[3])
    places = [float(one.get(name)) for one in tree.iter() for name in ("y", "cy", "y1", "y2") if one.get(name)]
    assert all(0 <= place <= height for place in places)
    return tree


def texts(tree):
    return [one.text for one in tree.iter(f"{SVG}text")]


@given(counts)
def test_every_answer_has_its_number_and_dots_for_all_who_gave_it(found):
    tree = parsed(dot_plot({"": found}, ENDS, title="Titel", description="In woorden"))
    dots = len(list(tree.iter(f"{SVG}circle")))
    each = people_per_dot({"": found})
    assert dots == sum(-(-count // each) for count in found)
    assert max(found) <= each * TALLEST
    assert [one for one in texts(tree) if one.isdecimal()][: sum(map(bool, found))] == [str(n) for n in found if n]


def test_groups_stand_under_their_names():
    groups = {"Bestuurders": (1, 0, 3, 1, 0), HOSTILE: (0, 0, 0, 2, 3)}
    found = texts(parsed(dot_plot(groups, ENDS, title="Titel", description="In woorden")))
    assert "Bestuurders" in found
    assert HOSTILE in found


@pytest.mark.parametrize("rows", [{}, {"": (1, 2, 3)}, {"": (1, 2, 3, 4, -1)}])
def test_a_dot_plot_needs_five_counts(rows):
    with pytest.raises(ValueError, match="needs"):
        dot_plot(rows, ENDS, title="Titel", description="In woorden")


@given(st.lists(st.tuples(counts, st.floats(0, WIDEST)), min_size=1, max_size=6))
def test_the_map_keeps_the_order_and_draws_what_is_further_apart_longer(given_rows):
    rows = [Row(HOSTILE, found, apart, f"r{number}") for number, (found, apart) in enumerate(given_rows)]
    tree = parsed(divergence(rows, ("1 tot en met 5", "uit elkaar"), title="Titel", description="In woorden"))
    assert [one for one in texts(tree) if re.fullmatch(r"r\d", one)] == [row.shown for row in rows]
    assert " ".join(one for one in texts(tree) if one in HOSTILE and not one.isdecimal()).count("niet op één regel")
    opacities = [float(one.get("fill-opacity")) for one in tree.iter() if one.get("fill-opacity")]
    assert max(opacities) <= 0.4


def test_nobody_lies_apart_further_than_the_scale():
    with pytest.raises(ValueError, match="apart"):
        divergence([Row("x", (1, 0, 0, 0, 1), 4, "4")], ("", ""), title="Titel", description="In woorden")


@given(st.tuples(*[st.integers(0, 300)] * 3).filter(any))
def test_who_moved_is_drawn_in_proportion_and_adds_up(moved):
    row = Change(HOSTILE, moved, 1.8, 1.2, "1,8 → 1,2")
    tree = parsed(before_after([row], ("eerst", "later"), title="Titel", description="In woorden"))
    widths = [float(one.get("width")) for one in tree.iter(f"{SVG}rect") if one.get("fill-opacity")]
    assert len(widths) == sum(map(bool, moved))
    assert abs(sum(width + 2 for width in widths) - 340) < 1


@pytest.mark.parametrize("row", [Change("x", (0, 0, 0), 1, 1, ""), Change("x", (1, 0, 0), 5, 1, "")])
def test_a_change_of_nobody_cannot_be_drawn(row):
    with pytest.raises(ValueError, match="cannot be drawn"):
        before_after([row], ("eerst", "later"), title="Titel", description="In woorden")
