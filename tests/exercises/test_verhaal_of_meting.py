"""A reader bets on what was found, sees it with its source, and learns how sure they were."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from screen import choose, shown_text

from reiswijzer.content.cases import case, cases
from reiswijzer.content.noted import noted as lines_of
from reiswijzer.content.texts import texts
from reiswijzer.exercises import create
from reiswijzer.exercises import verhaal_of_meting_rules as rules
from reiswijzer.exercises.facts import verhaal_of_meting as facts
from reiswijzer.exercises.verhaal_of_meting import frame

IDENT = rules.IDENT
TEXTS = texts(IDENT)
PROGRAMMES = rules.programmes(TEXTS)
CASES = {
    "top600": "top600-amsterdam",
    "wijkteams": "sociale-wijkteams",
    "krachtwijken": "krachtwijken",
    "jogg": "jogg",
    "startblok": "startblok-riekerhaven",
}
SURENESSES = [option.id for option in TEXTS.choice("zeker").options]


@pytest.fixture
def exercise():
    return create(IDENT)


def screen(exercise):
    return exercise._stack.children[exercise.state.step]


def lays_down(exercise, programme, option, percent):
    exercise.go(PROGRAMMES.index(programme))
    shown = exercise.programmes[programme]
    choose(shown.bet, option)
    choose(shown.sure, str(percent))
    shown.commit.click()
    return shown_text(shown)


def came(programme):
    return TEXTS.data["uit"][programme]


def other(programme):
    return next(option.id for option in TEXTS.choice(programme).options if option.id != came(programme))


def test_going_on_comes_after_laying_down_a_bet(exercise):
    first = exercise.programmes["top600"]
    assert "rw-wacht" not in exercise._dom_classes
    choose(first.bet, came("top600"))
    choose(first.sure, "50")
    assert "rw-eerst" in first.commit._dom_classes
    assert "rw-wacht" in exercise._dom_classes
    first.commit.click()
    assert "rw-wacht" not in exercise._dom_classes


def test_one_thing_is_asked_after_the_other_and_nothing_is_chosen_beforehand(exercise):
    first = exercise.programmes["top600"]
    assert first.bet._radio.index is None
    assert "Hoe zeker" not in shown_text(first)
    choose(first.bet, "geen")
    assert "Hoe zeker bent u daarvan?" in shown_text(first)
    assert first.sure._radio.index is None
    assert "Leg mijn gok vast" not in shown_text(first)
    choose(first.sure, "80")
    assert "Leg mijn gok vast en kijk" in shown_text(first)
    assert "WODC" not in shown_text(first)


def test_the_bet_comes_back_with_what_was_found_and_can_no_longer_be_changed(exercise):
    told = lays_down(exercise, "top600", "minder", 80)
    assert "U dacht: minder terugval door de aanpak, voor 80 procent zeker. Dat kwam niet uit." in told
    for words in ("WODC", "Wat we dan nog niet weten.", "Wat een bestuur vooraf had kunnen vragen."):
        assert words in told
    assert exercise.programmes["top600"].bet._radio.disabled
    assert "Hoe zeker bent u daarvan?" not in told


@pytest.mark.parametrize("looks", ["lays down a bet", "only looks"])
def test_one_step_back_goes_over_other_moves_and_never_reopens_what_was_seen(exercise, looks):
    if looks == "only looks":
        exercise.programmes["top600"].peek.click()
    else:
        lays_down(exercise, "top600", "minder", 80)
    before = exercise.state
    assert exercise._back.disabled  # nothing is left to take back
    exercise.go(1)
    exercise.undo()
    exercise.undo()
    exercise.undo()
    shown = exercise.programmes["top600"]
    assert exercise.state == before
    assert shown.bet._radio.disabled
    assert "WODC" in shown_text(shown)
    exercise.restart()
    assert not shown.bet._radio.disabled
    assert "WODC" not in shown_text(shown)


def test_a_step_back_still_takes_back_what_was_done_before_and_after(exercise):
    exercise.go(2)
    choose(exercise.programmes["krachtwijken"].bet, "niet")
    lays_down(exercise, "top600", "minder", 80)
    exercise.go(1)
    seen = []
    while exercise.history:
        exercise.undo()
        seen.append((exercise.state.step, exercise.state.answers.get("krachtwijken")))
        assert rules.bet(TEXTS, exercise.state, "top600").percent == 80
    assert seen == [(0, "niet"), (2, "niet"), (2, None), (0, None)]


def test_a_step_back_after_a_restart_brings_the_first_bets_back_as_they_were(exercise):
    lays_down(exercise, "top600", "minder", 80)
    exercise.restart()
    lays_down(exercise, "top600", "geen", 100)
    assert rules.bet(TEXTS, exercise.state, "top600").right
    exercise.undo()
    assert rules.bet(TEXTS, exercise.state, "top600") == rules.Bet("top600", "minder", 80, right=False)


@pytest.mark.parametrize(
    ("programme", "teller"),
    [("top600", "Secondant"), ("wijkteams", "Movisie"), ("krachtwijken", "NU.nl"), ("jogg", "Volkskrant"),
     ("startblok", "NUL20")],
)  # fmt: skip
def test_the_praise_names_who_told_it_and_its_sources_stand_with_what_was_found(exercise, programme, teller):
    urls = {source.url for source in case(CASES[programme]).sources}
    exercise.go(PROGRAMMES.index(programme))
    shown = exercise.programmes[programme]
    assert teller in shown_text(shown)
    lays_down(exercise, programme, came(programme), 90)
    assert "Dat kwam uit." in shown.found.value
    origin = shown.found.value.split("Waar het verhaal vandaan komt.")[1]
    assert any(f'href="{url}"' in origin for url in urls)


def test_no_link_before_the_bet_gives_the_answer_away():
    """Only two pages that praise and count may be opened before: their addresses say nothing of what came later."""
    links = {each: re.findall(r"\(bron:([\w-]+)\)", TEXTS(f"{each}_lof")) for each in PROGRAMMES}
    assert {each for each, found in links.items() if found} == {"startblok"}
    assert links["startblok"] == ["startblok-riekerhaven-aantallen", "startblok-riekerhaven-jaar"]
    asked = [text for each in PROGRAMMES for text in (TEXTS.choice(each).question, TEXTS("vastleggen"))]
    assert not [text for text in asked if "bron:" in text]


def test_what_came_true_is_what_the_facts_say():
    """The answers that count as right, held against the words of the facts."""
    said = {programme: f"{case(ident).documented_outcome} {case(ident).documented_difficulty}"
            for programme, ident in CASES.items()}  # fmt: skip
    for programme, words in {
        "top600": "geen aanwijzing dat de aanpak recidive vermindert",
        "wijkteams": "in gemeenten met wijkteams stegen doorverwijzingen naar Wmo-zorg in 2015-2017 14% harder",
        "krachtwijken": "tevredenheid van bewoners ging wel de goede kant op",
        "jogg": "daling van te zware kinderen van 32% naar 24%",
        "startblok": "meldt NRC overlast",
    }.items():
        assert words in said[programme]
    assert {programme: came(programme) for programme in PROGRAMMES} == {
        "top600": "geen", "wijkteams": "met", "krachtwijken": "vooruit", "jogg": "daling", "startblok": "overlast",
    }  # fmt: skip


def test_always_doubting_is_no_way_to_win():
    """Two of the five came out well, so a reader who always expects disappointment is wrong there."""
    good = {"top600": "minder", "wijkteams": "zonder", "krachtwijken": "vooruit", "jogg": "daling", "startblok": "goed"}
    assert sum(good[programme] == came(programme) for programme in PROGRAMMES) == 2


@pytest.mark.parametrize("bet", ["daling", "gelijk"])
def test_all_studies_of_jogg_are_told_and_none_is_said_to_side_with_the_reader(exercise, bet):
    told = lays_down(exercise, "jogg", bet, 70)
    assert "van 32 naar 24 procent" in told
    assert "9 procentpunt lager" in told
    assert "Dat verschil was niet significant. Het kan dus toeval zijn, al is het daarmee nog geen nul." in told
    assert "na acht jaar geen effect" in told
    assert "dichter bij" not in told
    assert "Lees ook de andere twee, want die zijn er net zo goed." in told


def test_krachtwijken_are_told_with_what_went_down_too(exercise):
    told = lays_down(exercise, "krachtwijken", "niet", 70)
    assert "Maar bewoners voelden zich ook weer onveiliger" in told
    assert "Tevredener zegt dus nog niet: door het programma." in told


def test_startblok_is_called_no_measurement(exercise):
    told = lays_down(exercise, "startblok", "overlast", 70)
    assert "Dit is geen meting" in told


def test_looking_without_a_bet_is_possible_and_does_not_count(exercise):
    exercise.programmes["top600"].peek.click()
    assert "U keek zonder een gok vast te leggen." in exercise.programmes["top600"].found.value
    exercise.go(5)
    assert "U legde nog geen gok vast." in shown_text(screen(exercise))
    assert "Top600: gekeken zonder gok; Wijkteams: nog open" in exercise.figure_text()
    assert rules.calibration(TEXTS, exercise.state) is None


def test_sure_and_right_stand_side_by_side(exercise):
    for programme, right, percent in zip(
        PROGRAMMES, (False, True, True, False, True), (100, 80, 90, 70, 80), strict=True
    ):
        lays_down(exercise, programme, came(programme) if right else other(programme), percent)
    exercise.go(5)
    told = shown_text(screen(exercise))
    assert "U legde vijf gokken vast." in told
    assert "U was gemiddeld 84 procent zeker en had er 3 van de 5 goed." in told
    assert "Uw zekerheid liep dus voor op uw gelijk." in told
    assert "U hebt 0,32." in told  # (1 + 0,04 + 0,01 + 0,49 + 0,04) / 5
    assert "Met 5 gokken kunt u niemand beoordelen, ook uzelf niet." in told
    assert "Rekenmodel van deze module, geen meting." in told
    assert "Gemiddeld 84 procent zeker, 60 procent goed." in exercise.figure_text()


@pytest.mark.parametrize(
    ("right", "percent", "said"),
    [((True, True), 60, "gelijk liep dus voor op uw zekerheid"), ((True,), 90, "liggen dicht bij elkaar"),
     ((False,), 50, "zekerheid liep dus voor op uw gelijk")],
)  # fmt: skip
def test_fewer_than_five_bets_are_told_as_such(exercise, right, percent, said):
    for programme, hit in zip(PROGRAMMES, right, strict=False):
        lays_down(exercise, programme, came(programme) if hit else other(programme), percent)
    exercise.go(5)
    told = shown_text(screen(exercise))
    assert f"U legde {len(right)} van de 5 gokken vast." in told
    assert f"Met {'één gok' if len(right) == 1 else '2 gokken'} kunt u niemand beoordelen" in told
    assert said in told


def test_the_explanation_waits_for_the_surprise_and_names_one_where_both_agree(exercise):
    exercise.go(5)
    shown = screen(exercise)
    assert "ParkinsonNet" not in shown_text(shown)
    shown.surprise.value = "Dat ik zo zeker was."
    shown.unfold.click()
    told = shown_text(shown)
    assert "ParkinsonNet" in told
    assert "zeggen ze niets over hoe vaak dat voorkomt" in told
    assert "Brierscore" in told
    assert exercise.state.answers["verrast"] == "Dat ik zo zeker was."


def test_own_words_outlive_undo_and_are_shown_as_text(exercise):
    exercise.go(6)
    exercise.own.own["meting"].value = "<b>Vergelijk</b> met de andere wijk"
    exercise.go(0)
    choose(exercise.programmes["top600"].bet, "geen")
    exercise.undo()
    assert exercise.state.answers["meting"] == "<b>Vergelijk</b> met de andere wijk"
    assert "<b>" not in exercise.static_html()


def test_the_first_bet_is_asked_within_forty_words():
    asked = f"{TEXTS('top600_lof')} {TEXTS.choice('top600').question}"
    assert len(re.sub(r"\(bron:[^)]*\)", "", asked).split()) <= 40


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_praise_is_short(programme):
    assert len(re.sub(r"\(bron:[^)]*\)", "", TEXTS(f"{programme}_lof")).split()) <= 60


def test_all_sources_are_used_and_none_is_of_another_case():
    named = set(re.findall(r"\(bron:([\w-]+)\)", " ".join(TEXTS.sentences.values())))
    assert named == set(TEXTS.references)
    known = {*CASES.values(), "parkinsonnet"}
    assert known <= cases().keys()
    assert all(any(ref.startswith(ident) for ident in known) for ref in named - {"brier1950", "munneke2010"})


def told(state):
    return {fact.line: fact for fact in facts.facts(TEXTS, lines_of(IDENT).words, state)}


def test_the_journal_tells_the_bet_at_once_and_what_was_found_when_it_was_seen(exercise):
    choose(exercise.programmes["top600"].bet, "geen")
    fact = told(exercise.state)["top600"]
    assert (fact.present, fact.outcome) == ("kaal", None)
    choose(exercise.programmes["top600"].sure, "70")
    fact = told(exercise.state)["top600"]
    assert (fact.present, fact.outcome, fact.values["zeker"]) == ("zeker", None, 70)
    assert "ijking" not in told(exercise.state)
    exercise.programmes["top600"].commit.click()
    found = told(exercise.state)
    assert (found["top600"].outcome, found["top600"].values["klopt"]) == ("", "Dat kwam uit.")
    assert found["ijking"].values == {"zeker": 70, "goed": 1, "aantal": 1, "score": "0,09"}


def test_a_bet_that_was_never_whole_is_told_and_does_not_count(exercise):
    choose(exercise.programmes["jogg"].bet, "gelijk")
    state = replace(exercise.state, opened=frozenset({"jogg"}))
    assert rules.bet(TEXTS, state, "jogg") is None
    assert told(state)["jogg"].values["klopt"] == "Dat kwam niet uit."


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(PROGRAMMES), st.tuples(st.booleans(), st.sampled_from(SURENESSES)), max_size=5))
def test_what_was_bet_adds_up_whatever_it_was(made):
    answers = {}
    for programme, (right, percent) in made.items():
        answers[programme] = came(programme) if right else other(programme)
        answers[rules.sure_key(programme)] = percent
    state = rules.PraiseState(answers=answers, opened=frozenset(made))
    found = rules.calibration(TEXTS, state)
    assert (found is None) == (not made)
    if found:
        assert found.forecasts == len(made)
        assert found.right == sum(right for right, _ in made.values())
        assert found.score == pytest.approx(
            sum((int(percent) / 100 - right) ** 2 for right, percent in made.values()) / len(made)
        )
    text = rules.draw(TEXTS, state)[1]
    assert text.count("nog open") == 5 - len(made)


def test_the_table_for_notebooks_names_both_answers():
    table = frame()
    assert list(table.index) == list(TEXTS.data["naam"].values())
    assert (table["Kwam uit"] != table["Kwam niet uit"]).all()
    assert table.loc["JOGG", "Kwam uit"] == "Dat daalde"


def test_two_objects_describe_themselves_the_same():
    assert create(IDENT).describe() == create(IDENT).describe()
    assert create(IDENT).static_html() == create(IDENT).static_html()
