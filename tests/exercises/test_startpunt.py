"""The opening "Startpunt", played through its widgets."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from screen import choose, shown_text

from reiswijzer.content.texts import texts
from reiswijzer.exercises import create
from reiswijzer.exercises import startpunt_rules as rules
from reiswijzer.figures.spread import spread
from reiswijzer.models import gate
from reiswijzer.models.conditions import Condition, compare

POORT, U, RVC, PARTNER, VERSCHIL, GESPREK = range(6)
MODEL = "Rekenmodel van deze module, geen meting."
EXAMPLE = texts(rules.IDENT).data["voorbeeld"]


@pytest.fixture
def oefening():
    return create(rules.IDENT)


def answer(oefening, role, values):
    """Give one answer per condition, the same for both statements."""
    oefening.go(1 + rules.ROLES.index(role))
    by_condition = dict(zip(Condition, values, strict=True))
    for ident, box in oefening.scans[role].statements.items():
        box.value = by_condition[Condition(ident.split()[1])]


def fill_example(oefening):
    for role, values in EXAMPLE.items():
        answer(oefening, role, values)


@pytest.mark.parametrize(
    ("answers", "said", "asked"),
    [
        ("ja", "Doe het alleen.", 1),
        ("nee nee", "Maak een afspraak met zijn tweeën.", 2),
        ("nee ja nee", "Een keten of een contract is genoeg.", 3),
        ("nee ja ja nee", "Begin nog niet.", 4),
        ("nee ja ja ja", "Een netwerk is een kandidaat.", 4),
    ],
)
def test_the_gate_asks_no_more_than_it_needs_and_explains_its_outcome(oefening, answers, said, asked):
    questions = oefening.gate.questions
    for question, ident in zip(gate.Question, answers.split(), strict=False):
        assert "De uitkomst verschijnt" in shown_text(oefening.gate)
        choose(questions[question], ident)
    assert said in shown_text(oefening.gate)
    assert sum(each.layout.display is None for each in questions.values()) == asked
    assert "De volgorde en de beslisregel zijn van ons." in shown_text(oefening.gate)


def test_a_changed_answer_reopens_the_gate_without_losing_the_rest(oefening):
    for question, ident in zip(gate.Question, ("nee", "ja", "ja", "ja"), strict=True):
        choose(oefening.gate.questions[question], ident)
    choose(oefening.gate.questions[gate.Question.ALONE], "ja")
    assert "Doe het alleen." in shown_text(oefening.gate)
    assert "drie of meer organisaties" not in shown_text(oefening.gate)
    oefening.undo()
    assert "Een netwerk is een kandidaat." in shown_text(oefening.gate)


def test_the_first_move_needs_few_words(oefening):
    intro, first, *_ = oefening.gate.children
    assert len(f"{shown_text(intro)} {shown_text(first)}".split()) < 40


def test_ten_own_statements_with_named_options_for_each_of_three_roles(oefening):
    for number, role in enumerate(rules.ROLES):
        oefening.go(1 + number)
        screen = oefening.scans[role]
        assert len(screen.statements) == 10
        assert "0 van de 10 ingevuld." in shown_text(screen)
        for box in screen.statements.values():
            assert box.description.endswith(".")
            assert [label for label, _ in box.options][1:] == oefening.texts.data["schaal"]
        answer(oefening, role, [3] * 5)
        assert "Alle tien ingevuld." in shown_text(screen)
    assert "U koos: klopt deels." in oefening.status.value


def test_the_worked_example_shows_difference_before_average(oefening):
    fill_example(oefening)
    oefening.go(VERSCHIL)
    screen = oefening.compare
    assert "verzonnen" not in shown_text(screen)
    assert "Het grootste verschil" not in shown_text(screen)
    screen.bet.value = "process"
    seen = shown_text(screen)
    assert "U dacht: proces. Daar is het verschil 1 punt." in seen
    assert "Het grootste verschil zit bij ambitie en relatie: 2 punten" in seen
    assert "Over alle rollen samen het laagst: belangen." in seen
    assert "2,3" not in seen
    assert seen.index("grootste verschil") < seen.index("het laagst")
    screen.more.click()
    seen = shown_text(screen)
    assert "Ambitie 2 punten 3,0 Relatie 2 punten 3,3 Belangen 1 punt 2,3" in seen
    assert "Er is geen getal waaronder het mis is" in seen
    assert MODEL in seen
    screen.bet.value = "relation"
    assert "U dacht: relatie. Dat klopt." in shown_text(screen)


def test_one_largest_difference_says_who_stands_where_and_who_was_guessed(oefening):
    answer(oefening, "u", [5, 3, 3, 3, 3])
    oefening.go(RVC)
    choose(oefening.scans["rvc"].source, "schatting")
    assert "Leg uw schatting later naast" in shown_text(oefening.scans["rvc"])
    answer(oefening, "rvc", [1, 3, 3, 3, 3])
    oefening.go(VERSCHIL)
    oefening.compare.peek.click()
    seen = shown_text(oefening.compare)
    assert "U hebt niet gegokt." in seen
    assert "Hoogst: uzelf. Laagst: uw RvC." in seen
    assert "Geschat door u: uw RvC." in seen
    assert "Geen voorwaarde staat lager" in seen
    assert oefening.figure().count("<svg") == 1


def test_all_the_same_is_said_with_a_doubt(oefening):
    for role in rules.ROLES:
        answer(oefening, role, [4] * 5)
    oefening.go(VERSCHIL)
    oefening.compare.bet.value = "ambition"
    seen = shown_text(oefening.compare)
    assert "Nergens verschil." in seen
    assert "Daar is het verschil 0 punten." in seen


def test_lowest_and_most_apart_at_once(oefening):
    answer(oefening, "u", [1, 5, 5, 5, 5])
    answer(oefening, "partner", [3, 5, 5, 5, 5])
    oefening.go(VERSCHIL)
    oefening.compare.bet.value = "ambition"
    assert "En juist daarover verschillen zij." in shown_text(oefening.compare)


def test_skipped_steps_show_an_invented_example_that_says_so(oefening):
    oefening.go(VERSCHIL)
    seen = shown_text(oefening.compare)
    assert "Klaar: nog niemand." in seen
    assert "verzonnen voorbeeld" in seen
    oefening.compare.peek.click()
    assert "Verzonnen voorbeeld:" in shown_text(oefening.compare)
    answer(oefening, "u", [4] * 5)
    oefening.go(VERSCHIL)
    assert "Klaar: uzelf." in shown_text(oefening.compare)
    assert "Verzonnen voorbeeld:" in oefening.figure_text()


def test_what_was_done_on_the_example_is_no_bet_on_the_own_roles(oefening):
    oefening.go(VERSCHIL)
    screen = oefening.compare
    screen.bet.value = "relation"
    screen.peek.click()
    assert "U dacht: relatie. Dat klopt." in shown_text(screen)
    fill_example(oefening)
    oefening.go(VERSCHIL)
    seen = shown_text(screen)
    assert screen.bet.value == ""
    assert "Gok eerst." in seen
    assert "U dacht" not in seen
    assert "U hebt niet gegokt" not in seen
    screen.bet.value = "process"
    assert "U dacht: proces." in shown_text(screen)
    assert set(oefening.state.answers) >= {"gok", "gok-voorbeeld"}


@pytest.mark.parametrize(("roles", "said"), [(("u", "rvc"), "Twee blikken"), (rules.ROLES, "Drie blikken")])
def test_the_figure_counts_the_roles_it_shows(oefening, roles, said):
    for role in roles:
        answer(oefening, role, EXAMPLE[role])
    assert oefening.figure_text().startswith(f"{said} op één samenwerking.")
    assert f"{said} op één samenwerking" in oefening.figure()


def test_an_answer_can_be_withdrawn(oefening):
    fill_example(oefening)
    box = next(iter(oefening.scans["partner"].statements.values()))
    box.value = 0
    assert "9 van de 10 ingevuld." in shown_text(oefening.scans["partner"])
    assert set(rules.scores(oefening.texts, oefening.state)) == {"u", "rvc"}


def test_surprise_comes_before_the_explanation_and_own_words_are_kept_apart(oefening):
    oefening.go(GESPREK)
    talk = oefening.talk
    assert "Kaats" not in shown_text(talk)
    talk.own["verrast"].value = "<script>alert(1)</script>"
    talk.own["gesprek-als"].value = "Als wij het over geld hebben, dan vraag ik eerst de griffier."
    talk.unfold.click()
    assert "vijf voorwaarden" in shown_text(talk)
    assert "bewaart uw browser" in shown_text(talk)
    assert "<script" not in oefening.static_html() + oefening.status.value
    oefening.restart()
    oefening.go(GESPREK)
    assert talk.own["gesprek-als"].value == ""
    oefening.undo()
    oefening.undo()
    assert talk.own["gesprek-als"].value.endswith("griffier.")


def test_no_traffic_lights_and_no_cut_offs():
    words = " ".join(texts(rules.IDENT).sentences.values()).lower()
    assert not re.search(r"voldoende|stoplicht|rood|oranje|groen|drempelwaarde|minimaal een", words)


def test_describe_is_the_same_for_two_objects():
    one, other = create(rules.IDENT), create(rules.IDENT)
    assert one.describe() == other.describe()
    assert one.static_html() == other.static_html()
    assert MODEL in one.static_html()


def test_there_is_a_name_for_every_condition():
    assert set(texts(rules.IDENT).data["voorwaarden"]) == set(Condition)


def test_the_example_is_the_worked_example_of_the_model():
    comparison = compare(rules.example(texts(rules.IDENT)))
    assert comparison.lowest == (Condition.INTERESTS,)
    assert comparison.most_spread == (Condition.AMBITION, Condition.RELATION)


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("go"), st.integers(0, 5)),
        st.tuples(st.just("gate"), st.sampled_from(list(gate.Question)), st.sampled_from(["ja", "nee"])),
        st.tuples(st.just("scan"), st.sampled_from(rules.ROLES), st.integers(0, 9), st.integers(0, 5)),
        st.tuples(st.just("all"), st.sampled_from(rules.ROLES), st.lists(st.integers(1, 5), min_size=5, max_size=5)),
        st.tuples(st.just("bet"), st.sampled_from(["", *Condition])),
        st.tuples(st.sampled_from(["peek", "more", "undo", "restart"])),
    ),
    max_size=20,
)


@settings(max_examples=25, deadline=None)
@given(MOVES)
def test_random_moves_never_break_it_and_can_all_be_undone(moves):
    oefening = create(rules.IDENT)
    for kind, *rest in moves:
        if kind == "go":
            oefening.go(*rest)
        elif kind == "gate":
            choose(oefening.gate.questions[rest[0]], rest[1])
        elif kind == "scan":
            list(oefening.scans[rest[0]].statements.values())[rest[1]].value = rest[2]
        elif kind == "all":
            answer(oefening, *rest)
        elif kind == "bet":
            oefening.compare.bet.value = str(rest[0])
        elif kind in ("peek", "more"):
            getattr(oefening.compare, kind).click()
        else:
            getattr(oefening, kind)()
        assert oefening.figure_text()
    for step in range(6):
        oefening.go(step)
    while oefening.history:
        oefening.undo()
    assert oefening.state == oefening.start


def test_drawing_refuses_wrong_scores():
    with pytest.raises(ValueError, match="one score for each"):
        spread({"a": [1, 2]}, ["x"], ("1", "5"), title="t", description="d")
    with pytest.raises(ValueError, match="between 1 and 5"):
        spread({"a": [6]}, ["x"], ("1", "5"), title="t", description="d")


def test_marks_on_the_same_score_stand_apart_and_a_missing_score_is_left_out():
    svg = spread({"a": [3, 3, None]}, ["x", "y", "z"], ("1", "5"), title="t", description="d")
    row = svg[: svg.index(">x</text>")]
    assert re.search(r'cx="162"', row)
    assert re.search(r'<rect x="171.5"', row)
    assert svg.count("<path") == 1
