import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.narrative import (
    CELLS,
    Beat,
    Check,
    Names,
    Part,
    Words,
    check_story,
    word_count,
)

WORDS = Words(
    i=("ik", "mij", "me"),
    we=("wij", "we", "ons"),
    moments=("gisteren", "in de keuken", "winter"),
    asks=("vraag", "doe mee"),
    persons=("u", "jullie"),
    dates=("maart", "vrijdag"),
)
NAMES = Names(own=("Woonhof",), partners=("Gemeente Veldstad", "Welzijn"), asked=("Samira",))
STORY = {
    (Part.SELF, Beat.CHALLENGE): "Vorige winter stond ik in de keuken van een huurder.",
    (Part.US, Beat.CHOICE): "Wij van Woonhof kozen met de gemeente  Veldstad voor één plan.",
    (Part.NOW, Beat.OUTCOME): "Ik vraag u, Samira, om vrijdag 12-3 mee te gaan.",
}


def outcome(check, cells=STORY, names=NAMES):
    return next(result for result in check_story(cells, WORDS, names) if result.check is check)


def only(part, text):
    return {(part, Beat.CHALLENGE): text}


def test_one_result_per_check_in_order():
    assert tuple(result.check for result in check_story(STORY, WORDS, NAMES)) == tuple(Check)


@pytest.mark.parametrize(
    ("check", "evidence"),
    [
        (Check.SELF_I, ("ik",)),
        (Check.SELF_MOMENT, ("in de keuken", "winter")),
        (Check.US_WE, ("wij",)),
        (Check.US_PARTNER, ("Gemeente Veldstad",)),
        (Check.NOW_ASK, ("vraag",)),
        (Check.NOW_PERSON, ("u", "Samira")),
        (Check.NOW_DATE, ("vrijdag", "12-3")),
    ],
)
def test_what_is_there_is_shown_as_evidence(check, evidence):
    result = outcome(check)
    assert (result.passed, result.evidence) == (True, evidence)


@pytest.mark.parametrize("check", [each for each in Check if each is not Check.ONLY_HERO])
def test_an_empty_story_fails_all_but_the_warning(check):
    assert not outcome(check, {}).passed
    assert outcome(Check.ONLY_HERO, {}).passed


@pytest.mark.parametrize(
    ("check", "part", "text"),
    [
        (Check.SELF_I, Part.SELF, "Ikzelf kreeg gelijk van de Melkweg."),
        (Check.SELF_I, Part.US, "Ik was erbij."),
        (Check.US_WE, Part.SELF, "Wij waren erbij."),
        (Check.US_PARTNER, Part.US, "De Welzijnsraad en de gemeente."),
        (Check.NOW_DATE, Part.NOW, "Bel 06-1234567, dossier 2026-12-3-4."),
        (Check.NOW_PERSON, Part.NOW, "Dit uur."),
    ],
)
def test_part_of_a_word_or_another_part_of_the_story_does_not_count(check, part, text):
    assert outcome(check, only(part, text)).evidence == ()


def test_capitals_and_the_way_an_accent_is_stored_do_not_matter():
    names = Names(partners=("CAFÉ Zuid",))
    assert outcome(Check.US_PARTNER, only(Part.US, "Met cafe\N{COMBINING ACUTE ACCENT} zuid."), names).passed


def test_a_name_is_text_and_not_a_pattern():
    names = Names(partners=("Zorg (regio+)", "  "))
    assert outcome(Check.US_PARTNER, only(Part.US, "Met zorg (regio+) samen."), names).passed
    assert not outcome(Check.US_PARTNER, only(Part.US, "Met zorg regio samen."), names).passed


def test_the_own_organisation_is_not_a_partner():
    names = Names(own=("Woonhof",), partners=(" woonhof ",))
    assert not outcome(Check.US_PARTNER, only(Part.US, "Woonhof deed het."), names).passed


@pytest.mark.parametrize(
    ("text", "passed", "evidence"),
    [
        ("Woonhof redde de dag.", False, ("Woonhof",)),
        ("Woonhof en Welzijn samen.", True, ("Woonhof",)),
        ("Welzijn redde de dag.", True, ()),
        ("Iemand redde de dag.", True, ()),
    ],
)
def test_a_warning_when_the_own_organisation_is_the_only_hero(text, passed, evidence):
    result = outcome(Check.ONLY_HERO, only(Part.SELF, text))
    assert (result.passed, result.evidence) == (passed, evidence)


@pytest.mark.parametrize(("count", "passed"), [(149, False), (150, True), (300, True), (301, False)])
def test_length(count, passed):
    result = outcome(Check.LENGTH, only(Part.NOW, "woord " * count))
    assert (result.passed, result.evidence) == (passed, (str(count),))


def test_empty_cells_are_named():
    filled = dict.fromkeys(CELLS, "tekst")
    assert outcome(Check.ALL_CELLS, filled).passed
    filled[Part.US, Beat.OUTCOME] = " \n"
    assert outcome(Check.ALL_CELLS, filled).evidence == ("us/outcome",)


def test_words_are_counted_as_a_reader_would():
    assert word_count("Zo'n sociaal-medisch team: 3 mensen, m’n collega's …") == 7
    assert word_count("") == 0


def test_an_unknown_cell_is_refused():
    with pytest.raises(ValueError, match="unknown cells"):
        check_story({("them", "choice"): "tekst"}, WORDS, NAMES)


@pytest.mark.parametrize("broken", [(), ("",), ("ik", " ")])
def test_a_word_list_without_words_is_refused(broken):
    with pytest.raises(ValueError, match=re.escape("'we'")):
        Words(i=("ik",), we=broken, moments=("nu",), asks=("vraag",), persons=("u",), dates=("maart",))


@given(st.dictionaries(st.sampled_from(CELLS), st.text(max_size=60)), st.lists(st.text(max_size=8), max_size=3))
def test_any_text_and_any_name_gets_an_answer(cells, partners):
    results = check_story(cells, WORDS, Names(own=("x",), partners=tuple(partners)))
    assert tuple(result.check for result in results) == tuple(Check)
    assert all(set(result.evidence) <= set(partners) for result in results if result.check is Check.US_PARTNER)


@given(st.sampled_from(CELLS), st.sampled_from([Check.SELF_I, Check.US_WE, Check.NOW_ASK, Check.NOW_DATE]))
def test_adding_text_never_undoes_what_was_found(cell, check):
    more = STORY | {cell: f"{STORY.get(cell, '')} En verder."}
    assert outcome(check, more).passed
