"""`een-deur-48-lijnen`, played through its widgets: what a director does and what then stands on the screen."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from screen import choose

from reiswijzer.content import texts as texts_module
from reiswijzer.content.texts import texts
from reiswijzer.exercises import create
from reiswijzer.exercises.een_deur_48_lijnen_gate import our_outcome
from reiswijzer.exercises.een_deur_48_lijnen_parts import DoorState, count, dutch, table_of
from reiswijzer.figures.ring import mesh_path, places, ring
from reiswijzer.figures.triangle import Shape, triangle
from reiswijzer.journal import document
from reiswijzer.models.data_gate import Outcome, Step, special_step
from reiswijzer.models.graph import components
from reiswijzer.models.lines import full_mesh, parts_left, star, two_directors
from reiswijzer.models.value_triangle import HIGHEST_POINTS, Value

IDENT = "een-deur-48-lijnen"
GOK, LIJNEN, REGISSEUR, POORT, SCHULD, VERKLAAR, TAFEL, VRIJ = range(8)


@pytest.fixture
def door():
    return create(IDENT)


def walk(door, stops):
    """Answer the gate for the case on screen with yes, up to the step where it stops."""
    for step in Step:
        options = door.texts.data["gate"][step]["options"]
        yes = str(step) != stops
        door.gate.options[[option["yes"] for option in options].index(yes)].click()
        if not yes:
            return


def lines_in(path):
    """Return the separate lines of path data, each as a set of two points."""
    found = []
    for part in re.findall(r"M[^M]+", path):
        points = part.strip("MZ").split("L")
        ends = [*points[1:], points[0]] if part.endswith("Z") else points[1:]
        found += [frozenset(pair) for pair in zip(points, ends, strict=False)]
    return found


# The drawing.


@given(st.integers(1, 48))
def test_path_draws_every_line_once(n):
    drawn = lines_in(mesh_path(places(n)))
    assert len(drawn) == len(set(drawn)) == full_mesh(n)


@pytest.mark.parametrize(("directors", "departed", "lines"), [(1, 0, 47), (1, 1, 0), (2, 0, 93), (2, 1, 46), (2, 2, 0)])
def test_drawing_has_the_lines_of_the_model(directors, departed, lines):
    svg = ring(48, directors=directors, departed=departed, title="t", description="d")
    path = re.search(r' d="(M[^"]*)" fill="none" stroke="[^"]*" stroke-width="[\d.]+" stroke-opacity', svg)
    assert len(set(lines_in(path.group(1)))) == lines if path else lines == 0
    assert svg.count('stroke-dasharray="4 3"') == departed


def test_all_lines_are_a_small_drawing():
    assert len(ring(48, title="t", description="d").encode()) < 20_000


@pytest.mark.parametrize(("n", "directors", "departed"), [(0, 0, 0), (3, 4, 0), (3, 1, 2), (3, 0, 4)])
def test_impossible_ring_is_refused(n, directors, departed):
    with pytest.raises(ValueError, match="no ring"):
        ring(n, directors=directors, departed=departed, title="t", description="d")


def test_triangle_refuses_what_does_not_fit():
    with pytest.raises(ValueError, match="three corners"):
        triangle("ab", [], top=10, threshold=5, title="t", description="d")
    with pytest.raises(ValueError, match="between 0 and 10"):
        triangle("abc", [Shape("x", (1, 2, 11))], top=10, threshold=5, title="t", description="d")


@given(st.integers(2, 48), st.integers(0, 2), st.integers(0, 2))
def test_ring_counts_what_the_models_count(n, directors, departed):
    departed = min(departed, directors or n)
    lines, parts, hinges = count(n, directors, departed)
    assert parts == parts_left(n, directors, departed) == len(components(table_of(n, directors, departed)))
    if not departed:
        assert lines == (full_mesh, star, two_directors)[directors](n)
        assert hinges == (directors == 1 and n > 2)


@pytest.mark.parametrize(("value", "shown"), [(1128, "1.128"), (23.5, "23,5"), (564.0, "564"), (2256, "2.256")])
def test_numbers_are_dutch(value, shown):
    assert dutch(value) == shown


# Played from start to end.


def play_lines(door):
    choose(door.bet, "100")
    door.go(LIJNEN)
    door.parties.value = 12
    door.everyone.click()


def play_directors(door):
    door.go(REGISSEUR)
    door.forms[1].click()
    choose(door.bet_leave, "een")
    door.leave.click()
    door.forms[2].click()
    door.leave.click()


def play_gate(door):
    door.go(POORT)
    for case in door.gate.cases:
        walk(door, case["stops"])
        door.gate.following.click()


def play_debt(door):
    door.go(SCHULD)
    choose(door.debt.question, "standaard")
    for place, points in enumerate([(3, 9, 0), (9, 6, 9)]):
        door.debt.tabs[place].click()
        for value, given_points in zip(Value, points, strict=True):
            door.debt.points[value].value = given_points
            door.debt.arguments[value].value = f"Omdat het {value} is"


def test_lines_grow_and_the_bet_comes_back(door):
    assert "stroke-opacity" not in door.figure(), "the start does not give the lines away"
    choose(door.bet, "100")
    assert "Genoteerd" in door.noted.value
    door._next.click()
    assert "2 organisaties, 1 lijn." in door.lines_told.value
    door.parties.value = 12
    assert "12 organisaties, 66 lijnen." in door.lines_told.value
    assert "33 uur" in door.lines_told.value
    assert door.bet_back.value == ""
    door.everyone.click()
    assert door.parties.value == 48
    assert "48 organisaties, 1.128 lijnen." in door.lines_told.value
    assert "U dacht ongeveer 100, het werden er <strong>1.128</strong>." in door.bet_back.value
    assert "1.128 lijnen" in door.status.value
    assert "1.128 lijnen" in door.figures["lijnen"].value


def test_a_director_comes_goes_and_gets_a_second(door):
    door.go(REGISSEUR)
    assert door.leave.disabled
    assert "rw-gekozen" in door.forms[0]._dom_classes
    door.forms[1].click()
    assert [("rw-gekozen" in form._dom_classes) for form in door.forms] == [False, True, False]
    assert "<strong>47 lijnen</strong>" in door.director_told.value
    assert door.bet_leave.layout.display is None
    choose(door.bet_leave, "een")
    door.leave.click()
    assert "U dacht: één. Het werden <strong>47</strong> losse delen." in door.leave_back.value
    assert "47 losse delen" in door.figures["regisseur"].value
    assert door.leave.disabled
    door.forms[2].click()
    assert "<strong>93 lijnen</strong>" in door.director_told.value
    door.leave.click()
    assert "één samenhangend geheel" in door.figures["regisseur"].value
    assert "<strong>aan elkaar</strong>" in door.director_told.value
    door.leave.click()
    assert "46 losse delen" in door.figures["regisseur"].value


def test_seven_sentences_are_finished(door):
    door.go(POORT)
    for case in door.gate.cases:
        walk(door, case["stops"])
        assert "Onze lezing komt daar ook uit" in door.gate._outcome.value
        assert "Laat een privacyjurist meekijken." in door.gate._outcome.value
        assert "<a href=" in door.gate._outcome.value
        door.gate.following.click()
    assert "Alle zeven zinnen zijn af" in door.gate._tally.value
    assert door.gate.results.value.count("<tr>") == 8


def test_two_solutions_are_weighed(door):
    play_debt(door)
    verdict = door.debt._outcome.value
    assert "Onder de 5: rendement en betrokkenheid." in verdict
    assert "De rekenregel noemt dit verdedigbaar" in verdict
    assert "U wilde naar binnen met de standaardroute." in verdict
    assert "Maatwerk: rendement 9, legitimiteit 6, betrokkenheid 9." in door.debt.figure.value
    door.debt.toggle.click()
    assert "samen 14 van 30, laagste 2, balans 0,22" in door.debt._end.value
    assert "samen 23 van 30, laagste 6, balans 0,67" in door.debt._end.value
    door.debt.tabs[0].click()
    assert door.debt.arguments[Value.RETURNS].value == "Omdat het returns is"
    assert door.debt.points[Value.COMMITMENT].value == 0


def test_the_weighing_follows_the_choice_one_value_at_a_time(door):
    door.go(SCHULD)
    screen = door.debt

    def shown():
        return [value for value in Value if screen.points[value].layout.display is None]

    assert screen.weighing.layout.display == "none"
    assert "Een fonds betaalt" in screen.offered.value
    screen.weigh.click()
    assert screen.offered.layout.display == "none"
    assert screen.weighing.layout.display is None
    assert shown() == [Value.RETURNS]
    assert screen.arguments[Value.RETURNS].layout.display == "none"
    screen.points[Value.RETURNS].value = 3
    assert screen.arguments[Value.RETURNS].layout.display is None
    assert shown() == [Value.RETURNS, Value.LEGITIMACY]
    screen.tabs[1].click()
    assert shown() == [Value.RETURNS]
    for _ in range(3):
        door.undo()
    assert screen.weighing.layout.display == "none"
    choose(screen.question, "maatwerk")
    assert screen.weighing.layout.display is None


def test_one_organisation_at_a_time_says_what_the_last_one_brought(door):
    door.go(LIJNEN)
    door.one_more.click()
    door.one_more.click()
    assert "4 organisaties, 6 lijnen." in door.lines_told.value
    assert "bracht 3 lijnen mee" in door.lines_told.value
    door.everyone.click()
    assert door.one_more.disabled


def test_explanation_opens_after_the_surprise(door):
    door.go(VERKLAAR)
    door.surprise.value = "Dat 93 genoeg is"
    assert door.explanation.value == ""
    door.explain.click()
    assert "scharnierpunt" in door.explanation.value
    assert door.first.value == ""
    assert re.findall(r"<td>([^<]*)</td>", door.standing.value) == [
        *("1.128", "47", "93"),
        *("564", "23,5", "46,5"),
        *("0", "1", "0"),
        *("1", "47", "1"),
    ]
    door.explain.click()
    assert door.explanation.value == ""
    assert door.surprise.value == "Dat 93 genoeg is"


def test_own_door_counts_roles_once(door):
    door.go(TAFEL)
    door.own.fields["rollen"].value = "corporatie\nwijkteam\n\nhuisarts\n Huisarts \nbewindvoerder"
    told = door.own.told.value
    assert "<strong>4 organisaties</strong> rond uw deur: hoogstens 6 lijnen, met één regisseur 3 lijnen" in told
    assert "met twee 5 lijnen" in told
    assert "3 uur, 1,5 uur of 2,5 uur" in told


def test_free_play_joins_all_controls(door):
    door.go(VRIJ)
    assert door._next.layout.display == "none"
    door.undo()
    assert door._next.layout.display is None
    door.go(VRIJ)
    free = door.free.controls
    free["free_departed"].value = 1
    assert "11 losse delen" in door.free.told.value
    free["free_directors"].value = 2
    free["free_minutes"].value = 60
    assert "10 lijnen, 10 uur per maand, één samenhangend geheel." in door.free.told.value
    free["free_departed"].value = 2
    free["free_directors"].value = 1
    assert free["free_departed"].value == 1, "no more directors can leave than there are"
    free["free_departed"].value = 2
    assert free["free_directors"].value == 2
    free["free_directors"].value = 0
    free["free_parties"].value = 2
    assert "niemand meer" in door.free.told.value


def test_model_line_stands_on_every_step_that_counts(door):
    for step in (LIJNEN, REGISSEUR, SCHULD, VERKLAAR, TAFEL, VRIJ):
        shown = " ".join(str(leaf.value) for leaf in leaves(door._stack.children[step]))
        assert "Rekenmodel van deze module, geen meting." in shown


def leaves(widget):
    """Return every widget in the tree that shows HTML."""
    children = getattr(widget, "children", ())
    return (
        [leaf for child in children for leaf in leaves(child)]
        if children
        else [widget]
        if hasattr(widget, "value")
        else []
    )


# The gate.


def test_seven_cases_end_in_all_seven_outcomes(door):
    outcomes = [our_outcome(case) for case in door.gate.cases]
    assert sorted(outcomes) == sorted(Outcome)


def test_every_case_has_its_source(door):
    for case in door.gate.cases:
        keys = re.findall(r"\(bron:([\w-]+)\)", case["why"])
        assert keys, case["id"]
        assert all(door.texts.reference(key).url for key in keys)


def test_options_of_the_fourth_question_are_those_of_the_model(door):
    options = door.texts.data["gate"]["special"]["options"]
    assert [option["yes"] for option in options] == [
        special_step(special=False),
        special_step(special=True, exception=True),
        special_step(special=True, exception=False),
    ]


def test_another_end_than_ours_is_said_without_blame(door):
    door.go(POORT)
    walk(door, "limited")
    assert "kort het bericht in" in door.gate._outcome.value
    assert "Onze lezing komt ergens anders uit: <strong>deel het patroon" in door.gate._outcome.value
    door.gate.again.click()
    assert door.gate._outcome.value == ""
    assert door.gate.results.value == ""


@pytest.mark.parametrize(("place", "answer"), [(0, "nee"), (1, "ja, met uitzondering"), (2, "ja, zonder uitzondering")])
def test_the_answers_so_far_are_those_that_were_given(door, place, answer):
    door.go(POORT)
    for _ in range(3):
        door.gate.options[0].click()
    door.gate.options[place].click()
    assert f"grondslag (ja), bijzondere gegevens ({answer})." in door.gate._so_far.value
    door.gate.again.click()
    assert door.gate._so_far.value == ""
    assert door.state.picks == {}


def test_answers_kept_before_options_were_still_open(door):
    kept = json.loads(document.write(IDENT, replace(door.state, step=POORT, gate={"flats": {"needed": True}})))
    del kept["state"]["picks"]
    door.resume(document.read(json.dumps(kept), IDENT, DoorState))
    assert "Uw antwoorden tot nu toe: persoonsgegevens." in door.gate._so_far.value


def test_the_count_of_the_questions_is_said_as_it_is_shown(door):
    door.go(POORT)
    door.gate.following.click()
    assert "Vraag 2 van 7." in door.status.value
    assert "Vraag 2 van 7." in door.gate._case.value
    for _ in door.gate.cases[1:]:
        door.gate.following.click()
    assert "Uw eigen vraag." in door.status.value


def test_the_scale_reaches_all_points_of_the_model_and_of_the_example(door):
    offered = {points for _, points in door.debt.points[Value.RETURNS].options} - {None}
    assert (min(offered), max(offered)) == (0, HIGHEST_POINTS)
    assert {points for item in door.debt.solutions for points in item["points"].values()} <= offered


def test_the_own_question_gets_an_end_and_no_verdict(door):
    door.go(POORT)
    for _ in door.gate.cases:
        door.gate.following.click()
    assert door.gate.own.layout.display is None
    assert door.gate.following.disabled
    door.gate.own.value = "Mag de school het weten?"
    walk(door, "")
    assert "deel het, en leg vast waarom" in door.gate._outcome.value
    assert "Onze lezing" not in door.gate._outcome.value
    door.gate.previous.click()
    assert door.gate.own.layout.display == "none"


# Skipping, undoing, hostile text.


def test_without_a_bet_the_reveal_says_so(door):
    door.go(LIJNEN)
    door.everyone.click()
    assert "U hebt nog niet gegokt. Het werden er <strong>1.128</strong>." in door.bet_back.value
    door.go(REGISSEUR)
    assert "1.128 lijnen" in door.figures["regisseur"].value
    door.forms[1].click()
    door.leave.click()
    assert "U hebt nog niet gegokt. Het werden <strong>47</strong> losse delen." in door.leave_back.value
    door.go(SCHULD)
    door.debt.points[Value.RETURNS].value = 6
    assert "nog geen punten voor legitimiteit en betrokkenheid" in door.debt._outcome.value
    assert "U hebt nog niet gekozen" in door.debt._outcome.value
    door.go(VERKLAAR)
    door.explain.click()
    assert "U hebt nog niets opgeschreven" in door.first.value
    door.go(TAFEL)
    assert "twee rollen" in door.own.told.value
    door.own.fields["rollen"].value = "corporatie"
    assert "nul lijnen" in door.own.told.value


@pytest.mark.parametrize("bet", ["48", "100", "500", "1000"])
def test_every_bet_comes_back_with_its_reply(door, bet):
    choose(door.bet, bet)
    door.go(LIJNEN)
    door.everyone.click()
    assert f"U dacht {door.texts.data['kort']['gok'][bet]}," in door.bet_back.value
    assert door.texts.choice("gok").option(bet).reply.split(".")[0] in door.bet_back.value


def test_points_without_arguments_are_not_defensible(door):
    door.go(SCHULD)
    for value in Value:
        door.debt.points[value].value = 9
    assert "Er ontbreekt nog een argument bij rendement, legitimiteit en betrokkenheid." in door.debt._outcome.value
    assert "verdedigbaar" not in door.debt._outcome.value


def test_undo_and_restart_restore_everything(door):
    choose(door.bet, "48")
    door.go(LIJNEN)
    door.parties.value = 20
    door._back.click()
    assert door.parties.value == 2
    assert "2 organisaties" in door.lines_told.value
    door.go(REGISSEUR)
    door.forms[2].click()
    door.leave.click()
    before = door.state
    door._restart.click()
    assert door.state == door.start
    assert door.bet._radio.index is None
    door._back.click()
    assert door.state == before
    assert "46 lijnen" in door.director_told.value


def test_own_words_never_become_html(door):
    nasty = '<img src=x onerror="alert(1)">{jurist}\n<script>alert(2)</script>'
    door.go(TAFEL)
    for field in door.own.fields.values():
        field.value = nasty
    door.surprise.value = nasty
    door.gate.own.value = nasty
    for value in Value:
        door.debt.points[value].value = 6
        door.debt.arguments[value].value = nasty
    door.free.controls["free_parties"].value = 5
    assert "2 organisaties" in door.own.told.value
    own = {
        id(field) for field in [*door.own.fields.values(), *door.debt.arguments.values(), door.surprise, door.gate.own]
    }
    shown = " ".join(str(leaf.value) for leaf in leaves(door) if id(leaf) not in own)
    assert "<img" not in shown
    assert "<script" not in shown


MOVES = st.one_of(
    st.tuples(st.just("go"), st.integers(0, 7)),
    st.tuples(st.just("parties"), st.integers(2, 48)),
    st.tuples(st.just("form"), st.integers(0, 2)),
    st.tuples(st.just("leave"), st.just(0)),
    st.tuples(st.just("gate"), st.integers(0, 2)),
    st.tuples(st.just("case"), st.sampled_from([-1, 0, 1])),
    st.tuples(st.just("points"), st.sampled_from([None, 0, 3, 6, 9])),
    st.tuples(st.just("tab"), st.integers(0, 1)),
    st.tuples(st.just("free_parties"), st.integers(2, 48)),
    st.tuples(st.just("free_directors"), st.integers(0, 2)),
    st.tuples(st.just("free_departed"), st.integers(0, 2)),
    st.tuples(st.just("roles"), st.text(max_size=20)),
)


def play(door, move, value):
    match move:
        case "go":
            door.go(value)
        case "parties":
            door.parties.value = value
        case "form":
            door.forms[value].click()
        case "leave":
            door.leave.click()
        case "gate":
            door.gate.options[value].click()
        case "case":
            (door.gate.previous, door.gate.again, door.gate.following)[value + 1].click()
        case "points":
            door.debt.points[Value.LEGITIMACY].value = value
        case "tab":
            door.debt.tabs[value].click()
        case "roles":
            door.own.fields["rollen"].value = value
        case _:
            door.free.controls[move].value = value


def counted_in(said):
    """Return lines and separate parts as a sentence counts them; None for what it does not count."""
    lines = re.search(r"([0-9.]+) lijn", said)
    parts = re.search(r"([0-9.]+) losse delen", said)
    named = {"één samenhangend geheel": 1, "niemand meer": 0}
    whole = next((number for words, number in named.items() if words in said), None)
    return lines and int(lines[1].replace(".", "")), int(parts[1]) if parts else whole


def owed(state):
    """Return lines and, once someone left, separate parts of the ring on screen, by the model."""
    if state.step == GOK:
        return None, None
    n, directors, departed = 48, state.directors, state.departed
    if state.step == LIJNEN:
        n, directors, departed = state.parties, 0, 0
    elif state.step == VRIJ:
        n, directors, departed = state.free_parties, state.free_directors, state.free_departed
    left, hubs = n - departed, directors - departed
    lines = full_mesh(left) if not directors else (0, star(left), two_directors(left))[hubs] if left > 1 else 0
    return lines, parts_left(n, directors, departed) if departed else None


@settings(max_examples=25, deadline=None)
@given(st.lists(MOVES, max_size=20))
def test_any_moves_can_be_taken_back(moves):
    door = create(IDENT)
    for move, value in moves:
        play(door, move, value)
        assert counted_in(door.figure_text()) == owed(door.state)
        assert door.state.free_departed <= (door.state.free_directors or 2)
    while door.history:
        door.undo()
    typed = {"rollen"}
    assert {key: value for key, value in door.state.answers.items() if key not in typed} == {}
    assert door.state.step == 0
    door.restart()
    assert door.state == door.start


# Without a front end, and the texts.


def test_every_option_can_come_back_in_a_sentence():
    for ident, short in texts(IDENT).data["kort"].items():
        assert list(short) == [option.id for option in texts(IDENT).choice(ident).options]


def test_description_is_the_same_for_every_object(door):
    assert door.describe() == create(IDENT).describe()
    assert door.static_html() == create(IDENT).static_html()
    assert "48 organisaties" in door.describe()


def test_bet_screen_asks_within_forty_words():
    asked = f"{texts(IDENT)('gok_inleiding')} {texts(IDENT).choice('gok').question}"
    assert len(re.sub(r"\(bron:[^)]*\)", "", asked).split()) <= 40


def test_sources_named_are_the_sources_listed():
    content = Path(texts_module.__file__).parent / "exercises" / f"{IDENT}.toml"
    named = set(re.findall(r"\(bron:([\w-]+)\)", content.read_text(encoding="utf-8")))
    assert named == set(texts(IDENT).references)


def test_sources_stand_in_the_bibliography():
    bibliography = (Path(__file__).parents[2] / "book" / "references.bib").read_text(encoding="utf-8")
    for reference in texts(IDENT).references.values():
        assert f"{{{reference.id}," in bibliography
        assert reference.url in bibliography
