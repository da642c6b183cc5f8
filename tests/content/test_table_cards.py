"""Cards for the table: known cases, every text filled and short enough, no bet given away, no names."""

import pytest

from reiswijzer.content import table_cards
from reiswijzer.content.cases import case
from reiswijzer.content.files import ContentError
from reiswijzer.content.table_cards import case_cards, household, role_cards

# A reader is to bet on these later, so a card may not tell how they went.
PROGRAMMES_TO_BET_ON = {"top600-amsterdam", "jogg", "sociale-wijkteams", "startblok-riekerhaven", "krachtwijken"}


def test_the_decks_fill_their_sheets_and_reach_every_insight():
    assert len(case_cards()) % 4 == len(role_cards()) % 4 == 0
    assert {number for card in case_cards() for number in case(card.case).insights} == {1, 2, 3, 4, 5}
    assert not {card.case for card in case_cards()} & PROGRAMMES_TO_BET_ON


def test_a_case_card_tells_an_outcome_that_its_case_documents():
    for card in case_cards():
        item = case(card.case)
        told = f"{card.outcome} {card.difficulty}"
        assert item.documented_outcome, card.case
        assert item.documented_difficulty, card.case
        numbers = {word.strip(".,:;()%") for word in told.split() if word.strip(".,:;()%").replace(".", "").isdigit()}
        source = f"{item.documented_outcome} {item.documented_difficulty} {item.intended_result}"
        assert {each for each in numbers if each not in source} <= {"2005", "2023"}, card.case


def test_roles_stand_around_one_household():
    who, task = household()
    assert who
    assert task
    assert len({card.title for card in role_cards()}) == len(role_cards())


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"case": "bestaat-niet"}, "bestaat-niet: there is no case"),
        ({"outcome": ""}, "nprz: 'outcome' is missing or empty"),
        ({"wanted": "a" * 231}, "nprz: 'wanted' has 231 characters; a card holds 230"),
    ],
)
def test_a_card_that_cannot_be_right_is_refused(monkeypatch, table, message):
    good = {"case": "nprz", "wanted": "Veel.", "question": "Hoeveel?", "outcome": "Wat.", "difficulty": "Iets."}
    monkeypatch.setattr(table_cards, "toml", lambda _: {"card": [{**good, **table}]})
    with pytest.raises(ContentError, match=message):
        table_cards.case_cards.__wrapped__()
