"""The reliance table on the Python side: its words, its state, its front end beside it."""

import pytest
import traitlets

from reiswijzer.widgets.reliance import WORDS, Reliance

WORD_LIST = {name: f"{name} {{a}} {{b}}" for name in WORDS}


def test_it_holds_seats_ratings_and_words_and_sends_all_of_them():
    view = Reliance(seats=["A", "B", "C"], ratings=[[0] * 3] * 3, scale=["weinig", "veel"], words=WORD_LIST)
    state = view.get_state()
    assert {"seats", "ratings", "scale", "spare", "words", "fewest", "most"} <= state.keys()
    assert state["words"] == WORD_LIST
    view.set_state({"seats": ["A", "B"], "ratings": [[0, 2], [1, 0]]})
    assert (view.seats, view.ratings) == (["A", "B"], [[0, 2], [1, 0]])


@pytest.mark.parametrize("missing", WORDS)
def test_a_view_without_one_of_its_words_is_refused(missing):
    with pytest.raises(ValueError, match=f"no words for {missing}"):
        Reliance(words={name: text for name, text in WORD_LIST.items() if name != missing})


@pytest.mark.parametrize("wrong", [{"ratings": [["veel"]]}, {"seats": [1]}, {"ratings": "niets"}])
def test_what_is_no_table_is_refused(wrong):
    view = Reliance(words=WORD_LIST)
    with pytest.raises(traitlets.TraitError):
        view.set_state(wrong)


def test_the_front_end_asks_for_these_words_and_no_others():
    module = Reliance._esm
    assert {name for name in WORDS if f"words.{name}" in module} == set(WORDS)
    assert "innerHTML" not in module
