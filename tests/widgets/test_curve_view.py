"""The curve view: what Python lets through, and what a reader can do with it in a browser-less state."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reiswijzer.widgets.curve import WORDS, Curve, by_year

YEARS = (2018, 2020, 2022)


def make(**state):
    return Curve(words=dict.fromkeys(WORDS, "x"), years=list(YEARS), start=50, highest=100, snap=10, **state)


def test_it_needs_all_its_words():
    with pytest.raises(ValueError, match="no words for hint"):
        Curve(words={name: "x" for name in WORDS if name != "hint"})


def test_a_line_is_kept_as_it_was_drawn():
    plot = make()
    plot.drawn = {"2018": 40, "2020": 30, "2022": 25}
    assert plot.line == {2018: 40, 2020: 30, 2022: 25}


def test_a_series_has_years_as_text_as_json_makes_them():
    assert json.loads(json.dumps(by_year({2018: 3}))) == by_year({2018: 3}) == {"2018": 3}


@pytest.mark.parametrize("value", [None, "7", True, float("nan"), float("inf"), [1]])
def test_what_is_no_number_leaves_a_year_untouched(value):
    plot = make()
    plot.drawn = {"2018": 40, "2020": value}
    assert plot.line == {2018: 40}


@settings(deadline=None, max_examples=50)
@given(
    st.dictionaries(st.sampled_from(["2018", "2019", "2022", "x"]), st.floats(allow_nan=False, allow_infinity=False))
)
def test_a_line_never_leaves_the_plot(drawn):
    plot = make()
    plot.drawn = drawn
    assert plot.line.keys() <= set(YEARS)
    assert all(isinstance(value, int) and 0 <= value <= 100 for value in plot.line.values())


def test_the_page_hears_what_python_made_of_it():
    plot = make()
    heard = []
    plot.observe(lambda change: heard.append(change["new"]), names="drawn")
    plot.set_state({"drawn": {"2018": 400}})
    assert heard == [{"2018": 100}]
    assert plot.get_state()["drawn"] == {"2018": 100}


def test_no_reader_sees_a_word_that_is_written_in_code():
    words = {name: f"[{name}]" for name in WORDS}
    assert Curve(words=words).get_state()["words"] == words
    assert not any(word in Curve._esm for word in ("Uw ", "echt", "tempo", "bekend"))
