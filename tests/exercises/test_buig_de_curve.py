"""Buig de curve: played through its widgets, from the first number to the moved cut-off."""

import re
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from screen import choose, shown_text

from reiswijzer.content import evictions
from reiswijzer.content.files import rows
from reiswijzer.content.texts import texts
from reiswijzer.exercises import buig_de_curve_rules as rules
from reiswijzer.exercises import create
from reiswijzer.exercises.buig_de_curve import BuigDeCurve
from reiswijzer.exercises.buig_de_curve_goal import check, feedback
from reiswijzer.figures.curve_chart import Line, curve_chart
from reiswijzer.models.curve import Rule
from reiswijzer.models.form_fit import Contingency, Form, Situation, near_tie, rank
from reiswijzer.models.gate import Question
from reiswijzer.models.tensions import Tension
from reiswijzer.widgets.curve import by_year

GOK, ZIE, BASISLIJN, DOEL, POORT, VORM, TAFEL, PRIJS, VRIJ = range(9)
LINE = {2018: 3200, 2020: 2800, 2021: 2600, 2022: 2400}
MODEL = "rekenmodel van deze module, geen meting"
HOSTILE = "<script>alert(1)</script> [x](bron:zz) [op](https://kwaad.example) **huurder** {0} & \"'"


@pytest.fixture
def play() -> BuigDeCurve:
    return create("buig-de-curve")


def draw(play, line):
    play.line.plot.drawn = by_year(line)


def pass_gate(play, *answers):
    for question, answer in zip(Question, answers, strict=False):
        choose(play.goal.gate.questions[question], answer)


def fill_table(play, *levels, bet="weetniet"):
    choose(play.forms.contingencies.questions["eigenvorm"], bet)
    for contingency, level in zip(Contingency, levels, strict=True):
        choose(play.forms.contingencies.questions[contingency], str(level))


def hidden(widget):
    return widget.layout.display == "none"


def test_the_bet_returns_in_the_reveal(play):
    draw(play, LINE)
    assert "Uw lijn: 3.200 in 2018" in play.figure_text()
    assert play.line.plot.actual == {}
    play.line.commit.click()
    assert play.state.step == ZIE
    assert "U dacht 2.400 in 2022, het werden er 1.200." in play.line.reveal.value
    assert "gemiddeld 64 procent naast" in play.line.reveal.value
    assert play.line.seen.line == LINE
    assert play.line.seen.actual["2022"] == 1200
    assert "1.200 in 2022" in play.line.seen.after
    assert play.line.seen.baseline == {}


def test_a_committed_line_is_fixed_until_one_step_back(play):
    draw(play, LINE)
    play.line.commit.click()
    assert play.line.plot.locked
    assert hidden(play.line.commit)
    play.undo()
    assert not play.line.plot.locked
    assert play.line.plot.line == LINE
    assert "1.200" not in play.figure()


def test_a_line_that_was_fixed_before_a_reload_can_still_be_changed(play):
    draw(play, LINE)
    play.line.commit.click()
    again = create("buig-de-curve")
    again.resume(play.state)
    again.go(GOK)
    assert "U kunt haar alsnog veranderen." in shown_text(again.line.bet_screen)
    again.line.loosen.click()
    assert not again.line.plot.locked
    assert again.line.plot.line == LINE
    assert hidden(again.line.loosen)
    draw(again, {**LINE, 2022: 1300})
    again.line.commit.click()
    assert "U dacht 1.300 in 2022" in again.line.reveal.value


def test_one_step_back_gives_the_line_before(play):
    draw(play, LINE)
    draw(play, {**LINE, 2022: 500})
    play.undo()
    assert play.line.plot.line == LINE
    play.undo()
    assert play.line.plot.line == {}


def test_an_untouched_line_is_a_flat_bet(play):
    play.line.commit.click()
    assert "vlak doorlopen" in play.line.reveal.value
    assert "U dacht 3.700 in 2022" in play.line.reveal.value
    assert set(play.line.seen.line.values()) == {3700}


def test_looking_without_a_bet_says_so_and_draws_no_line_of_the_reader(play):
    play.go(ZIE)
    assert "ligt nog niet vast" in play.line.skipped.value
    assert hidden(play.line.seen)
    assert play.line.seen.actual == {}
    assert hidden(play.line.conclusion)
    play.line.peek.click()
    assert hidden(play.line.skipped)
    assert "U dacht" not in play.line.reveal.value
    assert "In 2022 werden het er 1.200." in play.line.reveal.value
    assert play.line.seen.line == {}
    assert "rw-svg-reader" not in play.figure()


def test_who_drew_a_line_did_bet_also_without_fixing_it(play):
    draw(play, LINE)
    play.go(BASISLIJN)
    play.line.peek_too.click()
    assert "U dacht 2.400 in 2022" in play.line.reveal.value


def test_going_on_comes_after_fixing_the_line(play):
    assert "rw-eerst" in play.line.commit._dom_classes
    assert "rw-wacht" in play._dom_classes
    play.go(ZIE)
    assert "rw-wacht" not in play._dom_classes
    play.go(GOK)
    play.line.commit.click()
    play.go(GOK)
    assert "rw-wacht" not in play._dom_classes


def test_another_run_up_makes_the_bend_disappear(play):
    play.line.commit.click()
    play.go(BASISLIJN)
    assert "29 procent minder" in play.line.pace.value
    assert "31 procent naast" in play.line.pace.value
    assert play.line.bent.gap == "29% eronder"
    assert hidden(play.line.run_up)
    choose(play.line.bent_bet, "groter")
    assert play.line.bent.gap == "19% erboven"
    assert "19 procent erboven" in play.line.moved.value
    assert round(play.line.bent.baseline["2022"]) == 1007
    assert "tempo 1.007" in play.figure()
    assert "kwam de stippellijn eerst uit op 1.700 in 2022" in play.line.pace.value
    assert "<strong>basislijn</strong>" in play.line.named.value
    choose(play.line.run_up, "2014")
    assert play.line.bent.gap == "29% eronder"
    assert "komt in 2022 uit op 1.700" in play.line.pace.value
    assert "29 procent eronder" in play.line.moved.value


@pytest.mark.parametrize("ident", ["groter", "gelijk", "weg"])
def test_every_bet_on_the_bend_gets_its_reply(play, ident):
    play.line.commit.click()
    choose(play.line.bent_bet, ident)
    assert play.texts.choice("aanloopgok").option(ident).reply.split(".")[0] in play.line.bent_bet._reply.value


def test_the_explanation_opens_after_what_the_reader_thinks(play):
    play.line.commit.click()
    assert hidden(play.line.surprise)
    choose(play.line.conclusion, "oorzaak")
    assert not hidden(play.line.surprise)
    assert play.line.explanation.value == ""
    play.line.open.click()
    assert "geen effectmeting" in play.line.explanation.value
    assert hidden(play.line.open)


@pytest.mark.parametrize("ident", ["werkt", "oorzaak", "bewegen", "niets"])
def test_every_conclusion_gets_its_reply(play, ident):
    play.line.commit.click()
    choose(play.line.conclusion, ident)
    assert play.texts.choice("besluit").option(ident).reply.split(".")[0] in play.line.conclusion._reply.value


def test_open_years_stay_open():
    assert {row["jaar"] for row in rows(evictions.FILE) if not row["aantal"]} == {"2015", "2019"}
    assert 2019 not in rules.hidden()
    assert evictions.series()[2022] == 1200


def test_every_number_of_the_series_has_its_source(play):
    assert {row["bron"] for row in rows(evictions.FILE) if row["aantal"]} <= set(play.texts.references)


@pytest.mark.parametrize("ident", ["buig-de-curve", "startpunt"])
def test_no_year_of_publication_stands_without_a_link(ident):
    content = texts(ident)
    said = [*content.sentences.values(), content.question, content.shows]
    said += [option.reply for choice in content.choices.values() for option in choice.options]
    unlinked = re.sub(r"\[[^\]]+\]\(bron:[\w-]+\)", "", " ".join(said))
    assert re.findall(r".{30}(?:19|20)\d\d\)", unlinked) == []


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
        ("De gemeente betaalt de schulden van huurders", "gemeente betaalt"),
        ("De gemeente zorgt dat ouderen niet eenzaam zijn", "gemeente zorgt"),
        ("Gezinnen met schulden helpt de gemeente", "helpt de gemeente"),
    ],
)
def test_the_check_names_the_word_that_breaks_the_rule_while_one_types(play, sentence, word):
    assert play.goal.sentence.continuous_update
    play.goal.sentence.value = sentence
    assert f"hier breekt de zin, op ‘{word}’" in play.goal.feedback.value
    assert f"Met <strong>‘{word}’</strong>" in play.goal.feedback.value


def test_writing_begins_after_the_first_choice(play):
    play.go(DOEL)
    assert hidden(play.goal.sentence)
    choose(play.goal.which, "loket")
    assert not hidden(play.goal.sentence)
    assert play.goal.feedback.value == ""


def test_the_examples_pass(play):
    examples = re.findall("‘(.*?)’", play.texts("doel-voorbeelden"))
    assert len(examples) == 3
    assert all(check(play.texts, example).passes for example in examples)


@pytest.mark.parametrize(
    "sentence",
    [
        "Geen huurder in Oost verliest zijn huis",
        "Alle kinderen in de Vogelbuurt krijgen een ontbijt",
        "Ouderen in ons dorp zijn niet eenzaam",
        "Jongeren wonen zelfstandig zonder schulden",
        "Alle inwoners van de gemeente zijn schuldenvrij",
        "Jongeren in de gemeente betalen hun huur zonder schulden",
        "De tv-avond maakt bewoners met een impact op televisie minder eenzaam",
    ],
)
def test_plain_goals_pass(play, sentence):
    assert check(play.texts, sentence).passes
    assert "houdt stand" in feedback(play.texts, sentence)


def test_what_is_missing_is_asked_for(play):
    assert Rule.POPULATION in check(play.texts, "Niemand is eenzaam").failed
    assert "Wie merkt het" in feedback(play.texts, "Niemand is eenzaam")
    assert "hoe gaat het dan met hen" in feedback(play.texts, "Alle huurders in Oost")
    assert "‘huurders’" in feedback(play.texts, "Alle huurders in Oost")
    assert feedback(play.texts, "  ") == ""


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
    assert sum(not hidden(question) for question in play.goal.gate.questions.values()) == shown


def test_the_goal_stands_at_the_gate_escaped(play):
    play.go(POORT)
    assert "nog geen doelzin" in play.goal.goal.value
    play.goal.sentence.value = HOSTILE
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
    assert "poort" not in shown_text(play.forms.form_screen)
    choose(play.forms.bet, "nao")
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
    assert [not hidden(question) for question in questions.values()] == [True, False, False, False, False]
    fill_table(play, 1, 1, 1, 1)
    assert not hidden(play.forms.own)
    assert "Leidende organisatie</strong> past volgens dit rekenmodel het best" in play.forms.own_text.value
    assert "✗ vertrouwen: van laag naar hoog" in play.forms.own.value
    fill_table(play, 2, 2, 3, 3)
    best = play.forms.own.value.split('role="listitem"')[1]
    assert "Apart bureau" in best
    assert best.count("✓") == 4
    fill_table(play, 1, 3, 2, 3)
    assert "dichter bij elkaar dan 0,05" in play.forms.own_text.value
    assert "Het aparte bureau en de leidende organisatie" in play.forms.own_text.value


@pytest.mark.parametrize(
    ("bet", "said"),
    [
        ("lead", "en die vorm staat bovenaan</strong> met 0,88"),
        ("nao", "Bovenaan staat de leidende organisatie met 0,88"),
    ],
)
def test_the_bet_on_the_own_table_returns(play, bet, said):
    fill_table(play, 1, 2, 2, 3, bet=bet)
    assert f"U dacht aan {play.texts.data['forms'][bet]['chosen']}" in play.forms.own_text.value
    assert said in play.forms.own_text.value


def test_the_first_move_about_the_form_needs_few_words(play):
    case, bet, *_ = play.forms.form_screen.children
    assert len(f"{shown_text(case)} {shown_text(bet)}".split()) <= 40
    assert [len(option.label.split(": ")) for option in bet.choice.options] == [2, 2, 2]


def test_forms_that_tie_at_the_top_all_win_the_bet(play):
    ties = 0
    for levels in product((1, 2, 3), (1, 2, 3), (1, 2, 3, 4), (1, 2, 3)):
        ranking = rank(Situation(*levels))
        first = [fit for fit in ranking if abs(fit.fit - ranking[0].fit) < 1e-6]
        ties += len(first) > 1
        assert [fit for fit in ranking if rules.on_top(fit, ranking)] == first
        if ties == 1 and len(first) > 1:
            fill_table(play, *levels, bet=first[1].form)
            assert "en die vorm staat bovenaan" in play.forms.own_text.value
    assert ties


def test_what_has_to_shift_is_named_only_where_something_has_to(play):
    fill_table(play, 1, 2, 2, 3)
    assert "Neem mee naar uw partners" in play.forms.own_text.value
    fill_table(play, 2, 2, 3, 3)
    assert "→" not in play.forms.own_text.value


def test_every_situation_says_of_every_form_what_would_have_to_change(play):
    for levels in product((1, 2, 3), (1, 2, 3), (1, 2, 3, 4), (1, 2, 3)):
        shown = rules.forms_cards(play.texts, Situation(*levels)).split("</ul>")
        cards = shown[:-1]
        assert len(cards) == 3
        for card in cards:
            assert sum(card.count(sign) for sign in "✓→✗") == 4
            assert ("past 1,00" in card) == (card.count("✓") == 4)
            assert ("schakel 0,00" in card) == ("✗" in card)


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


def test_in_a_near_tie_the_price_names_every_close_form(play):
    for tension in Tension:
        choose(play.forms.wishes.questions[tension], "eerste")
    assert near_tie(rank(Situation(1, 3, 2, 3))) == (Form.NAO, Form.LEAD)
    fill_table(play, 1, 3, 2, 3)
    said = play.forms.price.value
    assert "Bij uw tafel liggen het aparte bureau en de leidende organisatie dicht bij elkaar." in said
    prices = {
        form: re.search(rf"{form}</strong> wringt (\d,\d\d)", said)[1]
        for form in ("Apart bureau", "Leidende organisatie")
    }
    assert f": {prices['Apart bureau']} en {prices['Leidende organisatie']}." in said
    assert "het best" not in said


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
    before, shown = play.state, play.line.seen.get_state()
    play.restart()
    assert play.state == play.start
    assert play.line.plot.line == play.line.seen.actual == {}
    assert all(q._radio.index is None for q in play.forms.contingencies.questions.values())
    play.undo()
    assert play.state == before
    assert play.line.seen.get_state() == shown
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


def holds_together(play):
    """What is drawn, said and locked is what the state says, and nothing is given away before it was asked for."""
    state, line = play.state, play.line
    revealed = state.committed or state.seen
    screens = " ".join(shown_text(screen) for screen in play._stack.children[: BASISLIJN + 1])
    first, second = (f"{rules.hidden()[year]:,} in {year}".replace(",", ".") for year in (2018, 2020))
    real = f"{first}, {second}"
    for plot in (line.seen, line.bent):
        assert bool(plot.actual) == (real in plot.after) == revealed
        assert hidden(plot) is not revealed
    assert ("het werden er" in screens) == state.committed
    assert line.plot.locked == (hidden(line.commit) and not hidden(line.loosen)) == state.committed
    assert {int(year): value for year, value in line.plot.drawn.items()} == state.drawn
    if state.step == GOK:
        assert real not in play.figure_text()
        assert all(f"{value:,}".replace(",", ".") in play.figure_text() for value in state.drawn.values())
    elif state.step < DOEL:
        assert (real in play.figure_text()) == revealed


def test_no_step_gives_the_real_line_away_before_it_is_asked_for(play):
    for step in range(len(play.texts.steps)):
        play.go(step)
        holds_together(play)


def test_the_starting_figure_gives_nothing_away(play):
    shown = play.static_html() + play.describe()
    for value in rules.hidden().values():
        assert f"{value:,}".replace(",", ".") not in shown
    assert ">?<" in play.figure()


def test_describe_is_deterministic(play):
    assert play.describe() == create("buig-de-curve").describe()
    assert play._repr_mimebundle_()["text/plain"] == play.describe()


def test_design_numbers_say_that_they_are_no_measurement(play):
    for screen in play._stack.children[BASISLIJN:]:
        assert any(MODEL in str(getattr(child, "value", "")).casefold() for child in screen.children)
    draw(play, LINE)
    assert MODEL not in shown_text(play.line.reveal_screen)
    play.line.commit.click()
    assert f"gemiddeld naast zat: {MODEL}." in shown_text(play.line.reveal_screen)


def test_every_control_has_a_name(play):
    named = [play.forms.partners, play.forms.many, play.goal.sentence, play.line.surprise,
             play.forms.board, play.forms.plan]  # fmt: skip
    assert all(control.description for control in named)
    assert len({control.description for control in named}) == len(named)


MOVES = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 6), st.integers(0, 7000)), max_size=25)


def move(play, kind, which, value):
    """Do one of the reader's moves."""
    questions = [
        *play.goal.gate.questions.values(), *play.forms.contingencies.questions.values(),
        *play.forms.wishes.questions.values(), play.forms.bet, play.forms.which, play.line.conclusion,
        play.line.run_up, play.line.bent_bet, play.goal.which,
    ]  # fmt: skip
    if kind < 4:
        radio = questions[value % len(questions)]._radio
        radio.index = which % len(radio.options)
    elif kind == 4:
        draw(play, {**play.line.plot.line, (2018, 2020, 2021, 2022)[which % 4]: value})
    elif kind == 5:
        (play.line.commit, play.line.peek, play.line.open, play._next, play._back, play._restart, play.line.loosen)[
            which
        ].click()
    elif kind == 6:
        play.go(which + 2)
    elif kind == 7:
        play.goal.sentence.value = HOSTILE[value % len(HOSTILE) :]
    elif kind == 8:
        play.line.surprise.value = HOSTILE[: value % len(HOSTILE)]
    else:
        slider = play.forms.partners if kind == 9 else play.forms.many
        slider.value = value % 45


@settings(deadline=None, max_examples=25)
@given(MOVES)
def test_random_moves_never_raise_and_can_all_be_undone(moves):
    play = create("buig-de-curve")
    for kind, which, value in moves:
        move(play, kind, which, value)
        holds_together(play)
    while play.history:
        play.undo()
    typed = {"doel", "verrast", "rvc", "alsdan"}
    answers = {key: value for key, value in play.state.answers.items() if key not in typed}
    assert replace(play.state, answers=answers) == play.start


# The drawing.


def test_the_curve_draws_a_step_over_a_missing_year_thin():
    drawn = curve_chart([Line("a", {1: 5.0, 2: 4.0, 4: 2.0})], range(1, 5), top=6, step=2, title="t", description="d")
    assert drawn.count('stroke-width="3"') == 1
    assert drawn.count('stroke-width="1.5"') == 1
    assert ">?<" not in drawn
    assert "a&lt;" in curve_chart([Line("a<", {1: 9.0})], range(1, 3), top=6, step=2, title="t", description="d")
