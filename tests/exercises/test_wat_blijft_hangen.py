"""`wat-blijft-hangen`, played through its widgets: estimates, the return a day later, a story and a choice."""

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from screen import choose

from reiswijzer.content import texts as texts_module
from reiswijzer.content.texts import texts
from reiswijzer.exercises import clock, create
from reiswijzer.exercises.wat_blijft_hangen_rules import (
    AFTER,
    BEFORE,
    LATER,
    MOMENTS,
    TOPICS,
    HangState,
    due,
    parse,
)
from reiswijzer.figures.day_bars import LONGEST, Kept, day_bars
from reiswijzer.journal import document
from reiswijzer.models.narrative import CELLS, Beat, Check, Part
from reiswijzer.models.retention import STATISTIC_RETAINED, STORY_RETAINED, retained_impact

IDENT = "wat-blijft-hangen"
SCHAT, LEES, WEER, MORGEN, VERKLAAR, VERHAAL, KIES, VRIJ = range(8)
MODEL = "Rekenmodel van deze module, geen meting."
TOLD = {
    Part.SELF: "Vorige winter stond ik in een keuken met een huurder en wist ik niet meer wie er over ging. ",
    Part.US: "Wij van de corporatie spraken met het wijkteam af dat er iemand opneemt, ook als het regent. ",
    Part.NOW: "Daarom vraag ik u, wethouder, om op 12 maart een uur mee te lopen over de galerij. ",
}


NOON = int(datetime(2026, 3, 31, 12).timestamp())  # noqa: DTZ001 - the reader's own noon
HOUR = 60 * 60
DAY = 24 * HOUR


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self, moment=NOON):
        self.moment = moment

    def __call__(self):
        return self.moment


@pytest.fixture(autouse=True)
def watch(monkeypatch):
    """Return the clock of the exercise; at noon the door is the story and the consulting hour the number."""
    assert NOON % 2 == 0
    made = Clock()
    monkeypatch.setattr(clock, "now", made)
    return made


@pytest.fixture
def hang():
    return create(IDENT)


def type_in(hang, moment, door, consulting):
    for topic, typed in zip(TOPICS, (door, consulting), strict=True):
        hang.boxes[moment, topic].value = typed


def leaves(widget):
    """Return every widget in the tree that shows or holds text."""
    children = getattr(widget, "children", ())
    return [leaf for child in children for leaf in leaves(child)] or ([widget] if hasattr(widget, "value") else [])


def play_estimates(hang, watch):
    type_in(hang, BEFORE, "40", "10")
    hang.go(WEER)
    type_in(hang, AFTER, "80", "45")
    choose(hang.bet, "helft")
    hang.go(MORGEN)
    watch.moment += DAY
    type_in(hang, LATER, "70", "20 %")


def write_story(hang, times=2):
    hang.go(VERHAAL)
    for place, part in enumerate(Part):
        hang.story.tabs[place].click()
        for beat in Beat:
            hang.story.boxes[beat].value = TOLD[part] * (times - (beat is not Beat.CHOICE))


# The drawing and what is typed.


def test_bars_are_as_long_as_what_is_left():
    svg = day_bars([Kept("a", 0.25), Kept("b")], ("x", "y"), title="t", description="d")
    widths = [float(width) for width in re.findall(r'<rect [^>]*?width="([\d.]+)"', svg)]
    assert widths == [LONGEST, LONGEST / 4, LONGEST, LONGEST]
    assert svg.count("stroke-dasharray") == 1
    assert ">?</text>" in svg
    assert ">25%</text>" in svg


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_bars_refuse_what_is_no_share(share):
    with pytest.raises(ValueError, match="between 0 and 1"):
        day_bars([Kept("a", share)], ("x", "y"), title="t", description="d")


@pytest.mark.parametrize(
    ("typed", "number"),
    [("0", 0), (" 100 ", 100), ("45%", 45), ("101", None), ("-1", None), ("veel", None), ("", None), ("4,5", None)],
)
def test_only_whole_numbers_to_100_count(typed, number):
    assert parse(typed) == number


# Played from start to end.


def test_estimates_come_back_a_day_later(hang, watch):
    assert "vraagteken" in hang.figure_text()
    assert not re.search(r"\b(27|68)\b", hang.figure_text() + hang.texts.shows + hang.texts.question)
    assert "27%" not in hang.figure()
    hang.go(MORGEN)
    assert "Hier ligt nog niets" in hang.waiting.value
    hang.go(SCHAT)
    type_in(hang, BEFORE, "40", "10")
    assert "Lees nu" in hang.hints[BEFORE].value
    assert "Spreekuur: u schat 10." in hang.status.value
    hang.go(WEER)
    assert "hond" not in " ".join(str(leaf.value) for leaf in leaves(hang._stack.children[WEER]))
    type_in(hang, AFTER, "80", "45")
    assert "Kom morgen terug" in hang.hints[AFTER].value
    choose(hang.bet, "helft")
    assert "Genoteerd" in hang.noted.value
    hang.go(MORGEN)
    assert "met een nacht ertussen" in hang.waiting.value
    assert hang.later.layout.display == "none"
    watch.moment += DAY
    hang.go(VERHAAL)
    hang.go(MORGEN)
    assert hang.waiting.value == ""
    assert hang.later.layout.display is None
    assert hang.came.layout.display == "none"
    hang.boxes[LATER, "deur"].value = "70"
    assert "vraagteken" in hang.figure_text()
    hang.boxes[LATER, "spreekuur"].value = "20"
    told = hang.outcome.value
    assert "U dacht: ruim de helft. Bij een cijfer was er na een dag <strong>27 procent</strong> over" in told
    assert "van 40 naar 80, een dag later 70. Van die verandering is 75 procent over." in told
    assert "van 10 naar 45, een dag later 20. Van die verandering is 29 procent over." in told
    assert "anekdote over uzelf" in told
    assert hang.model.layout.display is None
    assert "Cijfer, gepubliceerd: op dag 1 nog 27 procent." in hang.drawing.value
    assert "Verhaal, uzelf: op dag 1 nog 75 procent." in hang.drawing.value


def test_in_the_odd_seconds_story_and_number_change_places(hang, watch):
    def read():
        return [hang.reading[topic].value for topic in TOPICS]

    watch.moment += 1
    type_in(hang, BEFORE, "40", "10")
    assert "Een cijfer" in read()[0]
    assert "204" in read()[0]
    assert "Een verhaal" in read()[1]
    assert "thermoskan" in read()[1]
    type_in(hang, AFTER, "80", "45")
    watch.moment += DAY
    type_in(hang, LATER, "50", "45")
    assert "<strong>Verhaal, uzelf:</strong> van 10 naar 45, een dag later 45" in hang.outcome.value
    assert "<strong>Cijfer, uzelf:</strong> van 40 naar 80, een dag later 50" in hang.outcome.value


@pytest.mark.parametrize("after", [True, False])
def test_who_reads_before_estimating_keeps_the_texts_that_were_read(hang, watch, after):
    watch.moment += 1
    hang.go(LEES)
    read = [hang.reading[topic].value for topic in TOPICS]
    if after:
        hang.go(WEER)
        type_in(hang, AFTER, "80", "45")
    hang.go(SCHAT)
    type_in(hang, BEFORE, "40", "10")
    assert [hang.reading[topic].value for topic in TOPICS] == read
    assert "Een verhaal" in read[0]


def test_after_more_than_a_day_the_own_numbers_stand_alone(hang, watch):
    type_in(hang, BEFORE, "40", "10")
    type_in(hang, AFTER, "80", "45")
    watch.moment += 6 * DAY
    type_in(hang, LATER, "70", "20")
    told = hang.outcome.value
    assert "van 40 naar 80, 6 dagen later 70. Van die verandering is 75 procent over." in told
    assert "een dag later" not in told
    assert "Het onderzoek mat na één dag; uw getal leggen wij er daarom niet naast." in told
    assert "Cijfer, gepubliceerd: op dag 1 nog 27 procent." in hang.figure_text()
    assert "uzelf" not in hang.figure_text()


def test_a_state_kept_before_the_later_moment_was_still_opens(hang, watch):
    play_estimates(hang, watch)
    kept = json.loads(document.write(IDENT, hang.state))
    del kept["state"]["again"]
    opened = create(IDENT)
    opened.resume(document.read(json.dumps(kept), IDENT, HangState))
    assert "een dag later" in opened.outcome.value
    assert "Verhaal, uzelf" in opened.figure_text()


def test_both_forms_of_a_topic_claim_the_same():
    said = texts(IDENT)
    assert len({said(f"lees_{topic}_{form}") for topic in TOPICS for form in ("verhaal", "cijfer")}) == 4
    assert 204 / 240 == 0.85
    assert 108 / 240 == 0.45


@pytest.mark.parametrize(
    ("read", "later", "asked"),
    [
        (NOON, DAY, True),
        (NOON, 20 * HOUR, True),
        (NOON, 11 * HOUR, False),
        (NOON + 11 * HOUR, 2 * HOUR, False),
        (NOON - 11 * HOUR, 20 * HOUR, False),
        (NOON, -DAY, False),
        (NOON, 30 * DAY, True),
    ],
)
def test_a_night_has_to_pass(hang, watch, read, later, asked):
    watch.moment = read
    type_in(hang, AFTER, "80", "45")
    assert due(hang.state, read + later) == asked


def test_who_is_back_estimates_before_looking_and_may_look(hang, watch):
    type_in(hang, BEFORE, "40", "10")
    type_in(hang, AFTER, "80", "45")
    watch.moment += DAY
    hang.go(LEES)
    cover, screen = hang.covers[LEES]
    assert (cover.layout.display, screen.layout.display) == (None, "none")
    to_return, look = cover.children[1].children
    look.click()
    assert (cover.layout.display, screen.layout.display) == ("none", None)
    hang.undo()
    to_return.click()
    assert hang.state.step == MORGEN
    type_in(hang, LATER, "70", "20")
    assert screen.layout.display is None


def test_a_kept_state_opens_where_it_was_and_after_a_day_at_the_later_estimate(hang, watch):
    type_in(hang, AFTER, "80", "45")
    hang.go(VERHAAL)
    kept = hang.state
    today = create(IDENT)
    assert not today.resume(kept)
    assert today.state == kept
    watch.moment += DAY
    tomorrow = create(IDENT)
    assert "Schat eerst opnieuw" in tomorrow.resume(kept)
    assert tomorrow.state.step == MORGEN
    assert tomorrow.later.layout.display is None


def test_without_an_estimate_beforehand_there_is_nothing_to_compare(hang, watch):
    type_in(hang, AFTER, "50", "45")
    watch.moment += DAY
    type_in(hang, LATER, "50", "45")
    assert hang.outcome.value.count("er ontbreekt een getal") == 2
    assert hang.model.layout.display == "none"
    assert "uzelf" not in hang.figure_text()


def test_who_does_not_return_sees_only_published_figures(hang):
    type_in(hang, BEFORE, "40", "10")
    type_in(hang, AFTER, "80", "45")
    hang.go(MORGEN)
    choose(hang.came, "morgen")
    assert "vraagteken" in hang.figure_text()
    assert hang.outcome.value == hang.published.value == ""
    choose(hang.came, "niet")
    assert "Verhaal, gepubliceerd: op dag 1 nog 68 procent." in hang.figure_text()
    assert "uzelf" not in hang.figure_text() + hang.outcome.value
    assert "dag 0 en op dag 1" in hang.published.value
    assert "qjae020" in hang.published.value


def test_explanation_holds_the_counter_finding(hang):
    hang.go(VERKLAAR)
    choose(hang.persuades, "verhaal")
    assert hang.persuades_back.value == ""
    hang.surprise.value = "Dat het niet scheelt"
    hang.explain.click()
    assert "U dacht: het verhaal. Gemiddeld was er vrijwel geen verschil." in hang.persuades_back.value
    assert "13.113 deelnemers" in hang.explanation.value
    assert "10.1080/10410236.2022.2137750" in hang.explanation.value
    hang.explain.click()
    assert hang.explanation.value == hang.persuades_back.value == ""
    assert hang.surprise.value == "Dat het niet scheelt"


def test_own_story_is_checked_on_form_while_writing(hang):
    hang.go(VERHAAL)
    assert "Nog leeg" in hang.story.feedback.value
    hang.story.boxes[Beat.CHALLENGE].value = "Wij van de corporatie deden alles alleen."
    assert "Nog 8 van de 9 vakken leeg" in hang.story.feedback.value
    assert "Alleen uw eigen organisatie komt voor (corporatie)" in hang.story.feedback.value
    assert "1 van 9 vakken gevuld, 7 woorden." in hang.status.value
    write_story(hang)
    assert all(result.passed for result in hang.story.results()), hang.story.results()
    assert "Dit zagen wij nog niet" not in hang.story.feedback.value
    assert "een partner van buiten (wijkteam)" in hang.story.feedback.value
    assert hang.story.card.value.count("<p>") == len(CELLS) + 1
    hang.story.tabs[0].click()
    assert "keuken" in hang.story.boxes[Beat.CHALLENGE].value
    assert hang.story.boxes[Beat.CHALLENGE].description == "Wat stond er op het spel?"


def test_what_is_missing_is_said_of_the_part_at_hand_only(hang):
    hang.go(VERHAAL)
    hang.story.boxes[Beat.CHALLENGE].value = "Tja."
    assert "Mijzelf: het woord" in hang.story.feedback.value
    assert "Ons:" not in hang.story.feedback.value
    hang.story.tabs[1].click()
    assert "Mijzelf:" not in hang.story.feedback.value
    assert "Ons: het woord" in hang.story.feedback.value


def test_a_partner_the_reader_names_counts(hang):
    hang.go(VERHAAL)
    hang.story.tabs[1].click()
    hang.story.boxes[Beat.CHOICE].value = "Wij belden de imkers."
    assert "Ons: een partner van buiten uw organisatie." in hang.story.feedback.value
    hang.story.partners.value = "koor, imkers"
    assert "een partner van buiten (imkers)" in hang.story.feedback.value


@pytest.mark.parametrize(
    ("pick", "pairs", "percent"), [("sleutel", 3, 30), ("lijst", 2, 20), ("nee", 2, 20), ("nummer", 1, 10)]
)
def test_choice_is_compared_with_four_roles(hang, pick, pairs, percent):
    hang.go(KIES)
    choose(hang.change.question, pick)
    assert hang.texts.choice("kies").option(pick).reply in hang.change.question._reply.value
    assert hang.change.others.value == ""
    hang.change.open.click()
    assert hang.change.others.value.count("<li>") == 4
    assert f"Van 10 tweetallen kozen er {pairs} hetzelfde: {percent} procent." in hang.change.told.value
    assert MODEL in hang.change.told.value


def test_free_play_counts_pairs_and_shares(hang):
    hang.go(VRIJ)
    assert hang._next.layout.display == "none"
    assert "3 hetzelfde: 30 procent" in hang.free.group_told.value
    assert "33 procent" in hang.free.numbers_told.value
    assert "Uw drie schattingen: op dag 1 nog 33 procent." in hang.figure_text()
    for slider in hang.free.group[:2]:
        slider.value = 0
    assert "twee mensen nodig" in hang.free.group_told.value
    hang.free.numbers[1].value = 30
    assert "veranderde niets" in hang.free.numbers_told.value
    assert "Uw drie" not in hang.figure_text()


# Skipping, undoing, hostile text.


def test_skipped_steps_say_so(hang):
    hang.go(WEER)
    assert "Vooraf ontbreekt nog" in hang.unmoved.value
    hang.go(MORGEN)
    choose(hang.came, "niet")
    assert "U hebt nog niet gegokt." in hang.outcome.value
    hang.go(VERKLAAR)
    hang.explain.click()
    assert "U hebt nog niet gegokt wat meer overtuigt." in hang.persuades_back.value
    hang.go(KIES)
    hang.change.open.click()
    assert "U hebt nog niet gekozen." in hang.change.told.value
    assert "tweetallen" not in hang.change.told.value


def test_an_estimate_that_did_not_move_has_nothing_to_keep(hang, watch):
    play_estimates(hang, watch)
    hang.boxes[AFTER, "deur"].value = "40"
    assert "Uw schatting bleef gelijk: Opendoen." in hang.unmoved.value
    assert "Er viel dus niets te bewaren" in hang.outcome.value
    assert "Verhaal, uzelf" not in hang.figure_text()


def test_what_is_no_number_is_said_kindly(hang):
    hang.boxes[BEFORE, "spreekuur"].value = "veel"
    assert "heel getal van 0 tot 100" in hang.hints[BEFORE].value
    assert "heel getal van 0 tot 100" in hang.status.value
    hang.boxes[BEFORE, "spreekuur"].value = ""
    assert hang.hints[BEFORE].value == ""


@pytest.mark.parametrize("ident", ["gok", "overtuigt"])
def test_every_bet_comes_back_with_its_reply(hang, ident):
    for option in hang.texts.choice(ident).options:
        choose({"gok": hang.bet, "overtuigt": hang.persuades}[ident], option.id)
        choose(hang.came, "niet")
        hang.act(explained=True)
        told = hang.outcome.value + hang.persuades_back.value
        assert f"U dacht: {hang.texts.data['kort'][ident][option.id]}." in told
        assert option.reply in told


def test_undo_and_restart_restore_everything(hang, watch):
    play_estimates(hang, watch)
    hang._back.click()
    assert hang.boxes[LATER, "spreekuur"].value == ""
    assert "vraagteken" in hang.figure_text()
    before = hang.state
    hang._restart.click()
    assert hang.state == hang.start
    assert hang.bet._radio.index is None
    assert hang.boxes[BEFORE, "deur"].value == ""
    hang._back.click()
    assert hang.state == before
    assert hang.boxes[BEFORE, "deur"].value == "40"


def test_own_words_never_become_html(hang, watch):
    nasty = '<img src=x onerror="alert(1)">{model} [a](bron:weg) **ik**, <script>alert(2)</script>'
    play_estimates(hang, watch)
    write_story(hang)
    hang.story.tabs[1].click()
    own = [hang.surprise, hang.change.reason, hang.story.plan, hang.story.partners, *hang.story.boxes.values()]
    own += hang.boxes.values()
    for box in own:
        box.value = nasty
    assert "&lt;img" in hang.story.card.value
    shown = " ".join(str(leaf.value) for leaf in leaves(hang) if leaf not in own)
    assert "<img" not in shown
    assert "<script" not in shown
    assert "&lt;img src=x" in hang.story.feedback.value, "a named partner comes back as evidence, escaped"


MOVES = st.one_of(
    st.tuples(st.just("go"), st.integers(0, 7)),
    st.tuples(st.sampled_from(MOMENTS), st.sampled_from(["", "0", "50", "100", "x", "9999"])),
    st.tuples(st.just("terug"), st.sampled_from(["morgen", "niet"])),
    st.tuples(st.just("tab"), st.integers(0, 2)),
    st.tuples(st.just("write"), st.text(max_size=20)),
    st.tuples(st.just("explain"), st.none()),
    st.tuples(st.just("others"), st.none()),
    st.tuples(st.just("group"), st.integers(0, 10)),
    st.tuples(st.just("free"), st.integers(0, 100)),
    st.tuples(st.just("restart"), st.none()),
)


def play(hang, move, value):
    match move:
        case "go":
            hang.go(value)
        case "terug":
            choose(hang.came, value)
        case "tab":
            hang.story.tabs[value].click()
        case "write":
            hang.story.boxes[Beat.OUTCOME].value = value
        case "explain":
            hang.explain.click()
        case "others":
            hang.change.open.click()
        case "group":
            hang.free.group[1].value = value
        case "free":
            hang.free.numbers[2].value = value
        case "restart":
            hang.restart()
        case _:
            hang.boxes[move, "deur"].value = value
            hang.boxes[move, "spreekuur"].value = value


def kept_percentages(hang):
    """Return the percentages the drawing owes the reader: those published, and by the model those of the reader."""
    typed = [[parse(hang.boxes[moment, topic].value) for moment in MOMENTS] for topic in TOPICS]
    own = [three for three in typed if None not in three]
    if hang.state.step == VRIJ:
        own = [[number.value for number in hang.free.numbers]]
    elif hang.state.answers.get("terug") != "niet" and None in (typed[0][2], typed[1][2]):
        return []
    shares = [STORY_RETAINED, STATISTIC_RETAINED, *(retained_impact(*three) for three in own)]
    return [round(100 * share) for share in shares if share is not None]


@settings(max_examples=25, deadline=None)
@given(st.lists(MOVES, max_size=20))
def test_any_moves_can_be_taken_back(moves):
    hang = create(IDENT)
    for move, value in moves:
        play(hang, move, value)
        said = re.findall(r"nog (-?[0-9]+) procent", hang.figure_text())
        assert [int(number) for number in said] == kept_percentages(hang)
    while hang.history:
        hang.undo()
    assert hang.state.step == 0
    assert {ident for ident in hang.state.answers if "outcome" not in ident} == set()
    hang.restart()
    assert hang.state == hang.start


# Without a front end, and the texts.


def test_description_is_the_same_for_every_object(hang):
    assert hang.describe() == create(IDENT).describe()
    assert hang.static_html() == create(IDENT).static_html()


def test_first_move_comes_within_forty_words():
    asked = f"{texts(IDENT)('schat_inleiding')} {texts(IDENT)('vraag_deur')}"
    assert len(asked.split()) <= 40


def test_what_is_invented_says_so():
    said = texts(IDENT)
    read = [f"lees_{topic}_{form}" for topic in TOPICS for form in ("verhaal", "cijfer")]
    assert all("verzonnen voor deze oefening" in said(ident) for ident in read)
    assert "verzonnen voor deze oefening" in said("kies_inleiding")


def test_the_method_of_choosing_has_its_source_one_click_away(hang):
    shown = " ".join(str(leaf.value) for leaf in leaves(hang._stack.children[KIES]))
    assert f'href="{texts(IDENT).reference("daviesdart2005").url}"' in shown


def test_model_line_stands_on_every_step_that_counts(hang):
    hang.go(KIES)
    hang.change.open.click()
    for step in (MORGEN, VERHAAL, KIES, VRIJ):
        assert MODEL in " ".join(str(leaf.value) for leaf in leaves(hang._stack.children[step]))


def test_every_check_has_its_sentence():
    said = set(texts(IDENT).sentences)
    wanted = {f"vorm_{check}_{ending}" for check in Check for ending in ("ja", "nee")}
    assert wanted - said == {f"vorm_{Check.ONLY_HERO}_ja"}


def test_roles_choose_what_there_is_and_bets_can_come_back():
    said = texts(IDENT)
    options = {option.id for option in said.choice("kies").options}
    assert {role["kiest"] for role in said.data["rol"]} <= options
    for ident, short in said.data["kort"].items():
        assert list(short) == [option.id for option in said.choice(ident).options]


def test_sources_named_are_listed_and_stand_in_the_bibliography():
    content = Path(texts_module.__file__).parent / "exercises" / f"{IDENT}.toml"
    named = set(re.findall(r"\(bron:([\w-]+)\)", content.read_text(encoding="utf-8")))
    assert named == set(texts(IDENT).references)
    bibliography = (Path(__file__).parents[2] / "book" / "references.bib").read_text(encoding="utf-8")
    for reference in texts(IDENT).references.values():
        assert f"{{{reference.id}," in bibliography
        assert re.sub(r"^https://(www\.|doi\.org/)?", "", reference.url) in bibliography
