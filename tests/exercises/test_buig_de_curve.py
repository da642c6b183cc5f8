"""Buig de curve: played through its widgets, from the first number to the moved cut-off."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reiswijzer.content.files import rows
from reiswijzer.content.texts import Texts
from reiswijzer.exercises import buig_de_curve_rules as rules
from reiswijzer.exercises import create
from reiswijzer.exercises.buig_de_curve import BuigDeCurve
from reiswijzer.exercises.buig_de_curve_goal import check, feedback
from reiswijzer.figures.curve_chart import curve_chart
from reiswijzer.figures.line_chart import Line
from reiswijzer.models.curve import Rule
from reiswijzer.models.form_fit import Contingency, Form, Situation, rank
from reiswijzer.models.gate import Question
from reiswijzer.models.tensions import Tension

GOK, ZIE, DOEL, POORT, VORM, TAFEL, PRIJS, VRIJ = range(8)
LINE = {2018: 3200, 2020: 2800, 2021: 2600, 2022: 2400}
HOSTILE = "<script>alert(1)</script> [x](bron:zz) [op](https://kwaad.example) **huurder** {0} & \"'"


@pytest.fixture
def play() -> BuigDeCurve:
    return create("buig-de-curve")


def choose(question, ident):
    question._radio.index = [option.id for option in question.choice.options].index(ident)


def press(screen, label):
    next(child for child in screen.children if getattr(child, "description", "") == label).click()


def draw(play, line):
    for year, value in line.items():
        play.line.fields[year].value = value


def pass_gate(play, *answers):
    for question, answer in zip(Question, answers, strict=False):
        choose(play.goal.gate.questions[question], answer)


def fill_table(play, *levels):
    for contingency, level in zip(Contingency, levels, strict=True):
        choose(play.forms.contingencies.questions[contingency], str(level))


def hidden(widget):
    return widget.layout.display == "none"


def test_the_bet_returns_in_the_reveal(play):
    draw(play, LINE)
    assert "Uw lijn: 3.200 in 2018" in play.line.drawn.value
    assert "1.200" not in play.line.drawn.value
    play.line.commit.click()
    assert play.state.step == ZIE
    assert "U dacht 2.400 in 2022, het werden er 1.200." in play.line.reveal.value
    assert "gemiddeld 64 procent naast" in play.line.reveal.value
    assert "31 procent naast" in play.line.reveal.value
    assert "u 2.400" in play.line.seen.value
    assert "echt 1.200" in play.line.seen.value
    assert "tempo 1.700" in play.line.seen.value


def test_a_committed_line_is_fixed_until_one_step_back(play):
    draw(play, LINE)
    play.line.commit.click()
    assert all(field.disabled for field in play.line.fields.values())
    assert hidden(play.line.commit)
    play.undo()
    assert not any(field.disabled for field in play.line.fields.values())
    assert {year: field.value for year, field in play.line.fields.items()} == LINE
    assert "1.200" not in play.figure()


def test_an_untouched_line_is_a_flat_bet(play):
    play.line.commit.click()
    assert "vlak doorlopen" in play.line.reveal.value
    assert "U dacht 3.700 in 2022" in play.line.reveal.value


def test_looking_without_a_bet_says_so_and_draws_no_line_of_the_reader(play):
    play.go(ZIE)
    assert "U hebt nog niet gegokt" in play.line.skipped.value
    assert hidden(play.line.seen)
    assert hidden(play.line.surprise)
    play.line.peek.click()
    assert hidden(play.line.skipped)
    assert "U dacht" not in play.line.reveal.value
    assert "In 2022 werden het er 1.200." in play.line.reveal.value
    assert "rw-svg-reader" not in play.line.seen.value


def test_another_run_up_makes_the_bend_disappear(play):
    play.line.commit.click()
    assert hidden(play.line.explanation)
    play.line.open.click()
    assert not hidden(play.line.explanation)
    assert "29 procent onder de basislijn" in " ".join(play.line.explanation.value.split())
    choose(play.line.run_up, "2014")
    assert "29 procent eronder" in play.line.bent.value
    choose(play.line.run_up, "2016")
    assert "19 procent erboven" in play.line.bent.value
    assert "tempo 1.007" in play.line.seen.value


@pytest.mark.parametrize("ident", ["werkt", "oorzaak", "bewegen", "niets"])
def test_every_conclusion_gets_its_reply(play, ident):
    play.line.commit.click()
    choose(play.line.conclusion, ident)
    assert play.texts.choice("besluit").option(ident).reply.split(".")[0] in play.line.conclusion._reply.value


def test_open_years_stay_open():
    assert {row["jaar"] for row in rows(rules.DATA) if not row["aantal"]} == {"2015", "2019"}
    assert 2019 not in rules.hidden()
    assert rules.series()[2022] == 1200


def test_every_number_of_the_series_has_its_source(play):
    assert {row["bron"] for row in rows(rules.DATA) if row["aantal"]} <= set(play.texts.references)


# The goal sentence.


def test_the_goal_question_agrees_with_the_check(play):
    for option in play.texts.choice("doelzin").options:
        checked = check(play.texts, option.label)
        assert checked.passes is option.correct
        assert option.correct or checked.breaking in option.reply.casefold()


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Gezinnen met schulden krijgen een eigen wijkteam", "wijkteam"),
        ("Er is een casusoverleg voor jongeren zonder huis", "casusoverleg"),
        ("Verhuurders kennen hun bewoners", "Verhuurders"),
        ("Vóór 2027 tekenen wij een samenwerkingspact", "samenwerkingspact"),
        ("Bewoners voelen zich thuis dankzij de huurdersvereniging", "huurdersvereniging"),
    ],
)
def test_the_check_names_the_word_that_breaks_the_rule(play, sentence, word):
    play.go(DOEL)
    play.goal.sentence.value = sentence
    assert play.goal.feedback.value == ""
    press(play.goal.goal_screen, play.texts("toetsen"))
    assert f"‘{word}’" in play.goal.feedback.value


@pytest.mark.parametrize(
    "sentence",
    [
        "Geen huurder in Oost verliest zijn huis",
        "Alle kinderen in de Vogelbuurt krijgen een ontbijt",
        "Ouderen in ons dorp zijn niet eenzaam",
        "Jongeren wonen zelfstandig zonder schulden",
        "De tv-avond maakt bewoners met een impact op televisie minder eenzaam",
    ],
)
def test_plain_goals_pass(play, sentence):
    assert check(play.texts, sentence).passes
    assert "houdt stand" in feedback(play.texts, sentence)


def test_what_is_missing_is_asked_for(play):
    assert Rule.POPULATION in check(play.texts, "Niemand is eenzaam").failed
    assert "geen groep mensen" in feedback(play.texts, "Niemand is eenzaam")
    assert "hoe het dan met hen gaat" in feedback(play.texts, "Alle huurders in Oost")
    assert "nog geen zin" in feedback(play.texts, "  ")


# The gate.


@pytest.mark.parametrize(
    ("answers", "verdict", "shown"),
    [
        (("ja",), "Doe het alleen", 1),
        (("nee", "nee"), "z’n tweeën", 2),
        (("nee", "ja", "nee"), "keten of contract", 3),
        (("nee", "ja", "ja", "nee"), "Begin nog niet", 4),
        (("nee", "ja", "ja", "ja"), "komt in aanmerking", 4),
    ],
)
def test_the_gate_stops_at_the_deciding_answer(play, answers, verdict, shown):
    play.go(POORT)
    assert "4 te gaan" in play.goal.verdict.value
    pass_gate(play, *answers)
    assert verdict in play.goal.verdict.value
    assert verdict in play.status.value
    assert sum(not hidden(question) for question in play.goal.gate.questions.values()) == shown


def test_the_goal_stands_at_the_gate_escaped(play):
    play.go(POORT)
    assert "nog geen doelzin" in play.goal.goal.value
    play.goal.sentence.value = HOSTILE
    press(play.goal.goal_screen, play.texts("toetsen"))
    assert "&lt;script&gt;" in play.goal.goal.value
    for value in (play.goal.goal.value, play.goal.feedback.value):
        assert "<script" not in value
        assert "kwaad.example&quot;" not in value
        assert 'href="https://kwaad' not in value


@pytest.mark.parametrize(
    ("answers", "note"),
    [((), "ging de poort voorbij"), (("ja",), "ging niet open"), (("nee", "ja", "ja", "ja"), "staat open")],
)
def test_the_form_is_never_locked_but_the_gate_is_remembered(play, answers, note):
    pass_gate(play, *answers)
    play.go(VORM)
    assert note in play.forms.gate_note.value


# The forms.


@pytest.mark.parametrize(
    ("bet", "said"),
    [("nao", "0,79 tegen 0,75"), ("lead", "nipt tweede"), ("shared", "komt op 0,08")],
)
def test_two_forms_nearly_tie_whatever_the_bet(play, bet, said):
    play.go(VORM)
    assert hidden(play.forms.example)
    assert "Gok eerst" in play.forms.outcome.value
    choose(play.forms.bet, bet)
    assert f"U koos {play.texts.data['forms'][bet]['chosen']}" in play.forms.outcome.value
    assert said in play.forms.outcome.value
    assert "gelijkspel" in play.forms.lesson.value
    assert "0,79" in play.figure()
    assert "apart bureau: past 0,79, zwakste schakel 0,50" in play.figure_text()


def test_the_given_tables_are_the_worked_examples(play):
    best = {
        "wijk": (Form.NAO, 1),
        "startgroep": (Form.LEAD, 0.75),
        "dienst": (Form.SHARED, 1),
        "regio": (Form.NAO, 19 / 24),
    }
    for ident, (form, fit) in best.items():
        first = rank(rules.given_table(play.texts, ident))[0]
        assert (first.form, first.fit) == (form, pytest.approx(fit))


def test_own_table_opens_question_by_question_and_says_what_would_have_to_change(play):
    play.go(TAFEL)
    questions = play.forms.contingencies.questions
    assert [not hidden(question) for question in questions.values()] == [True, False, False, False]
    fill_table(play, 1, 1, 1, 1)
    assert not hidden(play.forms.own)
    assert "Leidende organisatie</strong> past volgens dit rekenmodel het best" in play.forms.own_text.value
    assert "het vertrouwen van laag naar hoog" in play.forms.own_text.value
    fill_table(play, 2, 2, 3, 3)
    assert "Er hoeft niets te veranderen" in play.forms.own_text.value
    fill_table(play, 1, 3, 2, 3)
    assert "dichter bij elkaar dan 0,05" in play.forms.own_text.value
    assert "Het aparte bureau en de leidende organisatie" in play.forms.own_text.value


def test_every_situation_has_words_for_every_form(play):
    for levels in product((1, 2, 3), (1, 2, 3), (1, 2, 3, 4), (1, 2, 3)):
        text = rules.forms_text(play.texts, Situation(*levels))
        assert text.count("- **") == 3
        assert text.count("past 1,00") == text.count("Er hoeft niets te veranderen")


def test_the_price_is_that_of_the_form_that_fits_the_own_table(play):
    play.go(PRIJS)
    choose(play.forms.wishes.questions[Tension.EFFICIENCY_INCLUSIVENESS], "tweede")
    assert "Nog 2 te gaan" in play.forms.price.value
    choose(play.forms.wishes.questions[Tension.INTERNAL_EXTERNAL], "eerste")
    choose(play.forms.wishes.questions[Tension.FLEXIBILITY_STABILITY], "eerste")
    assert "regionale tafel" in play.forms.price.value
    assert "Zelfsturend netwerk</strong> wringt 0,00." in play.forms.price.value
    assert "Leidende organisatie</strong> wringt 0,70, het meest bij" in play.forms.price.value
    fill_table(play, 3, 1, 4, 1)
    assert "Bij uw tafel paste <strong>zelfsturend netwerk</strong>" in play.forms.price.value


def test_moving_our_own_cut_off_moves_the_winner(play):
    play.go(VRIJ)
    assert hidden(play.forms.partners)
    choose(play.forms.which, "regio")
    assert "Bovenaan: <strong>apart bureau</strong>" in play.forms.free_now.value
    play.forms.many.value = 22
    assert "Bovenaan: <strong>leidende organisatie</strong>" in play.forms.free_now.value
    assert "alleen de grens schoof op" in play.forms.free_now.value
    assert "0,88" in play.figure()
    play.forms.partners.value = 25
    assert "alleen de grens" not in play.forms.free_now.value
    choose(play.forms.which, "startgroep")
    assert play.forms.partners.value == 5


# What holds for every exercise.


def test_undo_and_restart_bring_everything_back(play):
    draw(play, LINE)
    play.line.commit.click()
    pass_gate(play, "nee", "ja")
    fill_table(play, 2, 2, 3, 3)
    before, shown = play.state, play.line.seen.value
    play.restart()
    assert play.state == play.start
    assert all(field.value == 3700 for field in play.line.fields.values())
    assert all(q._radio.index is None for q in play.forms.contingencies.questions.values())
    play.undo()
    assert play.state == before
    assert play.line.seen.value == shown
    while play.history:
        play.undo()
    assert play.state == play.start


def test_own_words_are_kept_but_are_no_step(play):
    areas = {
        "verrast": play.line.surprise,
        "doel": play.goal.sentence,
        "rvc": play.forms.board,
        "alsdan": play.forms.plan,
    }
    for question, area in areas.items():
        area.value = HOSTILE
        assert play.state.answers[question] == HOSTILE
    assert not play.history
    assert all(area.value == HOSTILE for area in areas.values())


def test_every_step_makes_sense_on_its_own(play):
    for step in range(len(play.texts.steps)):
        play.go(step)
        assert play.figure_text() in play.static_html()
        assert "het werden er" not in play.static_html()
        play.restart()


def test_the_starting_figure_gives_nothing_away(play):
    shown = play.static_html() + play.describe()
    for value in rules.hidden().values():
        assert f"{value:,}".replace(",", ".") not in shown
    assert ">?<" in play.figure()


def test_describe_is_deterministic(play):
    assert play.describe() == create("buig-de-curve").describe()
    assert play._repr_mimebundle_()["text/plain"] == play.describe()


def test_design_numbers_say_that_they_are_no_measurement(play):
    for screen in play._stack.children[1:]:
        assert any(
            "Rekenmodel van deze module, geen meting." in str(getattr(child, "value", "")) for child in screen.children
        )


def test_every_control_has_a_name(play):
    named = [*play.line.fields.values(), play.forms.partners, play.forms.many, play.goal.sentence, play.line.surprise,
             play.forms.board, play.forms.plan]  # fmt: skip
    assert all(control.description for control in named)
    assert len({control.description for control in named}) == len(named)


MOVES = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 5), st.integers(0, 7000)), max_size=25)


def move(play, kind, which, value):
    """Do one of the reader's moves."""
    questions = [
        *play.goal.gate.questions.values(), *play.forms.contingencies.questions.values(),
        *play.forms.wishes.questions.values(), play.forms.bet, play.forms.which, play.line.conclusion,
        play.line.run_up, play.goal.which,
    ]  # fmt: skip
    if kind < 4:
        radio = questions[value % len(questions)]._radio
        radio.index = which % len(radio.options)
    elif kind == 4:
        list(play.line.fields.values())[which % 4].value = value
    elif kind == 5:
        (play.line.commit, play.line.peek, play.line.open, play._next, play._back, play._restart)[which].click()
    elif kind == 6:
        play.go(which + 2)
    elif kind == 7:
        play.goal.sentence.value = HOSTILE[value % len(HOSTILE) :]
    elif kind == 8:
        press(play.goal.goal_screen, play.texts("toetsen"))
    else:
        slider = play.forms.partners if kind == 9 else play.forms.many
        slider.value = value % 45


@settings(deadline=None, max_examples=25)
@given(MOVES)
def test_random_moves_never_raise_and_can_all_be_undone(moves):
    play = create("buig-de-curve")
    for kind, which, value in moves:
        move(play, kind, which, value)
        assert play.figure_text() in play.static_html()
    while play.history:
        play.undo()
    typed = {"doel", "verrast", "rvc", "alsdan"}
    answers = {key: value for key, value in play.state.answers.items() if key not in typed}
    assert replace(play.state, answers=answers) == play.start


def test_every_text_is_used(monkeypatch):
    used = set()
    say = Texts.__call__

    def record(self, ident, **values):
        used.add(ident)
        return say(self, ident, **values)

    monkeypatch.setattr(Texts, "__call__", record)
    for bet, gate in (("nao", ("ja",)), ("lead", ("nee", "nee")), ("shared", ("nee", "ja", "nee")),
                      (None, ("nee", "ja", "ja", "nee")), (None, ("nee", "ja", "ja", "ja"))):  # fmt: skip
        play = create("buig-de-curve")
        if bet:
            if bet == "nao":
                draw(play, LINE)
            play.line.commit.click()
            choose(play.forms.bet, bet)
        else:
            play.line.peek.click()
        play.line.open.click()
        choose(play.line.run_up, "2014")
        choose(play.line.run_up, "2016")
        for sentence in ("", "Niemand is eenzaam", "Huurders in Oost", "Een loket", "Huurders zijn veilig"):
            play.goal.sentence.value = sentence
            press(play.goal.goal_screen, play.texts("toetsen"))
        pass_gate(play, *gate)
        for tension in Tension:
            choose(play.forms.wishes.questions[tension], "eerste")
        fill_table(play, 1, 3, 2, 3)
        fill_table(play, 2, 2, 3, 3)
        choose(play.forms.which, "regio")
        play.forms.many.value = 22
        play.forms.partners.value = 21
    assert used == set(create("buig-de-curve").texts.sentences)


# The drawing.


def test_the_curve_draws_a_step_over_a_missing_year_thin():
    drawn = curve_chart([Line("a", {1: 5.0, 2: 4.0, 4: 2.0})], range(1, 5), top=6, step=2, title="t", description="d")
    assert drawn.count('stroke-width="3"') == 1
    assert drawn.count('stroke-width="1.5"') == 1
    assert ">?<" not in drawn
    assert "a&lt;" in curve_chart([Line("a<", {1: 9.0})], range(1, 3), top=6, step=2, title="t", description="d")
