"""The drawing of bets: every bet with its word, right and wrong told apart without colour, lengths true."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.figures.sureness import WIDTH, Sure, sureness

SVG = "{http://www.w3.org/2000/svg}"
bets = st.lists(st.tuples(st.integers(1, 100), st.booleans()), min_size=1, max_size=6)


def drawn(rows, sums=()):
    tree = ET.fromstring(sureness(rows, sums, title="Titel", description="In woorden"))  # noqa: S314 - our own drawing
    assert tree.find(f"{SVG}title").text == "Titel"
    height = float(tree.get("viewBox").split()[3])
    assert all(float(one.get("y")) <= height for one in tree.iter(f"{SVG}text"))
    return tree


@given(bets)
def test_a_bar_is_as_long_as_the_bet_was_sure_and_empty_when_it_was_wrong(made):
    rows = [Sure(f"<r{place}>", "wrd", percent, right) for place, (percent, right) in enumerate(made)]
    bars = list(drawn(rows).iter(f"{SVG}rect"))
    assert len(bars) == len(made)
    for bar, (percent, right) in zip(bars, made, strict=True):
        assert (bar.get("fill") == "none") == (not right)
        assert float(bar.get("width")) == pytest.approx(WIDTH * percent / 100 - (0 if right else 2), abs=0.06)


def test_an_open_bet_has_its_word_and_no_bar_and_sums_come_below():
    tree = drawn([Sure("Open", "nog open"), Sure("Raak", "goed", 80, right=True)], [Sure("Som", "80%", 80)])
    words = [one.text for one in tree.iter(f"{SVG}text")]
    assert words[:6] == ["Open", "nog open", "Raak", "goed", "Som", "80%"]
    assert len(list(tree.iter(f"{SVG}rect"))) == 2


@pytest.mark.parametrize("percent", [-1, 101])
def test_more_than_sure_cannot_be_drawn(percent):
    with pytest.raises(ValueError, match="between 0 and 100"):
        sureness([Sure("x", "y", percent, right=True)], (), title="Titel", description="In woorden")
