"""The exercise "De ontbrekende brug", played through its widgets."""

import re
from dataclasses import replace
from html import unescape
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reiswijzer.content.texts import texts
from reiswijzer.exercises import create
from reiswijzer.exercises.de_ontbrekende_brug_slip import example, kept_of_hundred
from reiswijzer.exercises.de_ontbrekende_brug_state import (
    IDENT,
    Draft,
    boards,
    clean_name,
    counting_heads,
    own_start,
    parts,
    problem,
    replay,
)
from reiswijzer.exercises.de_ontbrekende_brug_words import Scene, draw, round_text, single_ties, size
from reiswijzer.models.cascade import SEVEN_PUZZLE, Puzzle, run
from reiswijzer.models.cascade_moves import AddTie, CutTie, OtherSeed, SmallWin, one_move_solutions, possible_moves
from reiswijzer.models.graph import Graph
from reiswijzer.models.iterated import Strategy

GOK, SPEEL, ZIE, VERKLAAR, SCHAKELAAR, MISVERSTAND, TAFEL, VRIJ = range(8)
MODEL = "Rekenmodel van deze module, geen meting."


@pytest.fixture
def oefening():
    return create(IDENT)


def choose(question, ident):
    question._radio.index = [option.id for option in question.choice.options].index(ident)


def shown_text(widget):
    """Everything a reader sees of a widget, in order, without tags; what is hidden is left out."""
    if getattr(widget.layout, "display", None) == "none":
        return ""
    own = []
    for trait in ("description", "value"):
        value = getattr(widget, trait, "")
        if isinstance(value, str):
            inline = re.sub(r"</?(?:strong|em|a)\b[^>]*>", "", value)
            own.append(unescape(re.sub(r"<[^>]+>", " ", inline)))
    return " ".join(" ".join([*own, *(shown_text(child) for child in getattr(widget, "children", ()))]).split())


def move(screen, kind, one, other=""):
    screen.kind.value = kind
    screen.one.value = one
    if other:
        screen.other.value = other
    screen.do.click()


def test_the_first_move_is_a_bet_of_few_words_and_gives_nothing_away(oefening):
    seen = shown_text(oefening.bet)
    before_the_figure = seen.split("7 organisaties.")[0]
    assert len(before_the_figure.split()) < 40
    assert "Wachten: Zorg, Ggz en Welzijn" in seen
    choose(oefening.bet.question, "schuld-welz")
    assert "Genoteerd: Schuldhulp met Welzijn." in shown_text(oefening.bet)
    assert "van de 7" not in shown_text(oefening.bet)


def test_the_start_stalls_and_every_round_says_who_saw_how_many(oefening):
    oefening.go(SPEEL)
    screen = oefening.play
    assert "Begonnen: Corporatie." in shown_text(screen.rounds.words)
    screen.rounds.next.click()
    assert "Politie ziet 1 van 2 meedoen (Corporatie). Nodig: 1. Doet mee." in shown_text(screen.rounds.words)
    assert "Welzijn ziet 0 van 2 meedoen. Nodig: 1. Wacht." in shown_text(screen.rounds.words)
    assert "Zorg ziet 1 van 3 meedoen (Corporatie). Nodig: 2. Wacht." in shown_text(screen.rounds.words)
    assert "Ronde 1: 2 van de 7 doen mee." in oefening.status.value
    screen.rounds.next.click()
    assert "Gemeente ziet 2 van 3 meedoen (Corporatie en Politie)" in shown_text(screen.rounds.words)
    screen.rounds.end.click()
    assert "Het stokt op 4 van de 7." in shown_text(screen.rounds.words)
    assert screen.rounds.next.disabled
    assert screen.rounds.end.disabled
    screen.rounds.back.click()
    assert "Ronde 3." in shown_text(screen.rounds.words)


def test_the_bet_can_be_made_as_the_first_move(oefening):
    choose(oefening.bet.question, "schuld-welz")
    oefening.forward()
    screen = oefening.play
    assert (screen.kind.value, screen.one.value, screen.other.value) == ("leggen", "schuld", "welz")
    screen.do.click()
    screen.rounds.end.click()
    assert "Het stokt op 4 van de 7." in shown_text(screen.rounds.words)
    assert "Gedaan: contact tussen Schuldhulp en Welzijn. Nog over: 2." in shown_text(screen)


@pytest.mark.parametrize("solution", one_move_solutions(SEVEN_PUZZLE))
def test_every_solution_solves_the_puzzle_through_the_widgets(oefening, solution):
    oefening.go(SPEEL)
    kind, nodes = parts(solution)
    move(oefening.play, kind, *nodes)
    oefening.play.rounds.end.click()
    assert "Alle zeven. U had er één zet nodig." in shown_text(oefening.play)


def test_three_moves_and_no_more_and_each_can_be_taken_back(oefening):
    oefening.go(SPEEL)
    screen = oefening.play
    move(screen, "leggen", "corp", "ggz")
    move(screen, "leggen", "corp", "welz")
    assert "Uw drie zetten zijn op" not in shown_text(screen)
    move(screen, "beginnen", "pol")
    screen.rounds.end.click()
    assert "Uw drie zetten zijn op en het stokt nog." in shown_text(screen)
    move(screen, "winst", "zorg")
    assert "Neem er eerst een terug." in shown_text(screen.notice)
    assert len(oefening.state.moves) == 3
    screen.take_back.click()
    screen.take_back.click()
    assert oefening.state.moves == (AddTie("corp", "ggz"),)
    assert shown_text(screen.notice) == ""
    screen.take_back.click()
    assert screen.take_back.disabled


def test_two_moves_that_solve_it_are_counted(oefening):
    oefening.go(SPEEL)
    move(oefening.play, "leggen", "corp", "welz")
    move(oefening.play, "winst", "zorg")
    oefening.play.rounds.end.click()
    assert "Alle 7 doen mee." in shown_text(oefening.play)
    oefening.play.take_back.click()
    move(oefening.play, "winst", "welz")
    oefening.play.rounds.end.click()
    assert "U had er 2 zetten nodig." in shown_text(oefening.play)


@pytest.mark.parametrize(
    ("kind", "one", "other", "said"),
    [
        ("leggen", "", "", "Kies twee organisaties."),
        ("leggen", "corp", "corp", "Zelfoverleg"),
        ("leggen", "corp", "gem", "hebben al contact"),
        ("verbreken", "corp", "welz", "geen contact"),
        ("beginnen", "corp", "", "al begonnen"),
        ("winst", "", "", "Kies eerst wie."),
    ],
)
def test_an_impossible_move_changes_nothing_and_says_why(oefening, kind, one, other, said):
    oefening.go(SPEEL)
    move(oefening.play, kind, one, other)
    assert said in shown_text(oefening.play.notice)
    assert oefening.state.moves == ()


def test_a_small_win_stops_at_nobody_needed():
    puzzle = Puzzle.of(Graph.of("ab", [("a", "b")]), (), 0)
    assert problem(puzzle, 0, Draft("winst", "a")) == "fout-nul"
    assert problem(puzzle, 0, Draft("beginnen", "a")) == ""


def test_every_possible_move_is_allowed_and_no_other():
    for possible in possible_moves(SEVEN_PUZZLE):
        kind, nodes = parts(possible)
        assert problem(SEVEN_PUZZLE, 0, Draft(kind, *nodes)) == ""
    for one in SEVEN_PUZZLE.graph.nodes:
        for other in SEVEN_PUZZLE.graph.nodes:
            tied = one != other and SEVEN_PUZZLE.graph.has_tie(one, other)
            assert bool(problem(SEVEN_PUZZLE, 0, Draft("verbreken", one, other))) is not tied


def test_bets_come_back_in_the_reveal(oefening):
    choose(oefening.bet.question, "corp-ggz")
    oefening.go(ZIE)
    seen = shown_text(oefening.see)
    assert "U gokte op Corporatie met Ggz. Alleen daarmee doen er 4 van de 7 mee." in seen
    assert "nog geen zet gedaan" in seen
    assert "Politie had twee contacten" not in seen
    choose(oefening.see.second, "vier")
    seen = shown_text(oefening.see)
    assert "U dacht: Vier, net als nu. Het werd er 1." in seen
    assert "Er ontbreken in deze tekening 13 contacten." in seen
    assert "brengen er 2 iedereen mee, veranderen er 7 niets en maken er 4 het erger" in seen
    assert "Aangesloten: niemand." in seen


def test_who_bet_on_the_harmful_contact_is_not_asked_again(oefening):
    choose(oefening.bet.question, "pol-zorg")
    oefening.go(ZIE)
    seen = shown_text(oefening.see)
    assert "doen er 1 van de 7 mee" in seen
    assert "Nog één gok" not in seen
    assert "Politie had twee contacten" in seen


def test_skipped_steps_look_sensible(oefening):
    oefening.go(ZIE)
    assert "U hebt nog niet gegokt." in shown_text(oefening.see)
    assert "Maak eerst de gok hierboven." in shown_text(oefening.see)
    oefening.go(VERKLAAR)
    assert "Granovetter" not in shown_text(oefening.explain)
    oefening.go(MISVERSTAND)
    assert "Gok eerst." in shown_text(oefening.slip)
    assert "van de 100" not in shown_text(oefening.slip)


def test_all_solutions_of_one_move_are_shown_on_request_with_a_reason_each(oefening):
    oefening.go(ZIE)
    assert "Er zijn 5 losse zetten" not in shown_text(oefening.see)
    oefening.see.unfold.click()
    seen = shown_text(oefening.see.solutions)
    assert "Er zijn 5 losse zetten waarmee alle zeven meedoen." in seen
    assert seen.count("Contact tussen") == 2
    assert seen.count("Geen contact meer tussen") == 2
    assert "Een klein succes bij Zorg" in seen
    assert oefening.see.unfold.layout.display == "none"
    oefening.undo()
    assert shown_text(oefening.see.solutions) == ""


def test_own_moves_come_back_in_the_reveal_and_in_the_switch(oefening):
    oefening.go(SPEEL)
    move(oefening.play, "verbreken", "zorg", "ggz")
    oefening.go(ZIE)
    assert "geen contact meer tussen Zorg en Ggz) doen er 7 van de 7 mee" in shown_text(oefening.see)
    oefening.go(SCHAKELAAR)
    assert "uw zetten van stap 2 7 van 7 ?" in shown_text(oefening.switch)
    choose(oefening.switch.question, "koppen")
    assert "uw zetten van stap 2 7 van 7 4 van 7" in shown_text(oefening.switch)


def test_the_switch_turns_the_harmful_contact_into_a_solution(oefening):
    oefening.go(SCHAKELAAR)
    seen = shown_text(oefening.switch)
    assert "Politie met Zorg 1 van 7 ?" in seen
    assert "Aangesloten: niemand." in seen
    choose(oefening.switch.question, "koppen")
    seen = shown_text(oefening.switch)
    assert "Politie met Zorg 1 van 7 7 van 7" in seen
    assert "niets 4 van 7 4 van 7" in seen
    assert "Contacten die iedereen meebrengen 2 van 13 11 van 13" in seen
    assert "Wachten: niemand." in seen
    choose(oefening.switch.question, "aandeel")
    assert "Politie met Zorg 1 van 7 ?" in shown_text(oefening.switch)


def test_with_heads_an_extra_contact_never_hurts_and_without_a_move_nothing_differs():
    heads = counting_heads(SEVEN_PUZZLE)
    assert [each.joined for each in run(heads).rounds] == [each.joined for each in run(SEVEN_PUZZLE).rounds]
    assert min(single_ties(heads).values()) == size(heads) == 4
    assert sorted({node: heads.needed(node) for node in heads.graph.nodes if heads.needed(node) == 2}) == [
        "corp",
        "gem",
        "zorg",
    ]


def test_the_reason_for_cutting_says_it_no_longer_helps_with_heads():
    heads = counting_heads(SEVEN_PUZZLE)
    cuts = [each for each in one_move_solutions(heads) if isinstance(each, CutTie)]
    assert cuts == []
    assert [each for each in one_move_solutions(SEVEN_PUZZLE) if isinstance(each, OtherSeed)] == []


def test_surprise_comes_before_the_explanation_and_measures_after_a_bet(oefening):
    oefening.go(VERKLAAR)
    screen = oefening.explain
    screen.surprise.value = "Dat meer contact kwaad kan."
    assert oefening.state.answers["verrast"] == "Dat meer contact kwaad kan."
    screen.unfold.click()
    seen = shown_text(screen)
    assert "brede brug" in seen
    assert "het worden er 10." in seen
    assert "dan wordt het er 1." in seen
    assert "Tussenpositie" not in seen
    choose(screen.question, "gelijk")
    seen = shown_text(screen)
    assert "Corporatie 3 0,60 Zorg 3 0,53 Gemeente 3 0,33" in seen
    assert "zakt van 0,60 naar 0,27" in seen
    assert "Nu zijn dat Corporatie, Gemeente en Zorg." in seen
    assert "Scharnierpunten zijn er dan: geen." in seen
    assert "Het aantal dat meedoet blijft 4." in seen


def test_a_misunderstanding_comes_back_with_its_bet_and_other_agreements(oefening):
    oefening.go(MISVERSTAND)
    screen = oefening.slip
    choose(screen.bet, "95")
    seen = shown_text(screen)
    assert "U dacht: Ongeveer 95 keer. In onze doorrekening was het 59 van de 100." in seen
    assert "In 8 van de 20 rondes leverden beide." in seen
    choose(screen.agreement, "TF2T")
    assert "95 van de 100 keer geleverd" in shown_text(screen)
    assert "In 19 van de 20 rondes leverden beide." in shown_text(screen)
    choose(screen.agreement, "GTFT")
    assert "88 van de 100 keer geleverd" in shown_text(screen)


def test_the_shown_match_has_one_slip_under_every_agreement():
    first = {strategy: example(strategy).index((False, True)) for strategy in map(Strategy, ("TFT", "TF2T", "GTFT"))}
    assert set(first.values()) == {8}
    assert kept_of_hundred(Strategy.TFT) < kept_of_hundred(Strategy.GTFT) < kept_of_hundred(Strategy.TF2T)


def test_the_own_table_keeps_words_and_replies(oefening):
    oefening.go(TAFEL)
    oefening.table.who.value = "<b>ggz</b> wacht"
    oefening.table.plan.value = "aan de teamleider, wat zij ziet"
    choose(oefening.table.move, "winst")
    assert "Zoek dus eerst de wachter" in shown_text(oefening.table)
    oefening.go(GOK)
    oefening.go(TAFEL)
    assert oefening.table.who.value == "<b>ggz</b> wacht"
    assert "verdwijnt als u de pagina sluit" in shown_text(oefening.table)


def test_the_sandbox_starts_as_the_puzzle_and_follows_the_reader(oefening):
    oefening.go(VRIJ)
    screen = oefening.free
    screen.rounds.end.click()
    assert "Het stokt op 4 van de 7." in shown_text(screen)
    screen.search.click()
    assert "Met één zet doet iedereen mee, op 5 manieren." in shown_text(screen.found)
    screen.one.value, screen.other.value = "2", "4"
    screen.tie.click()
    screen.rounds.end.click()
    assert "Alle 7 doen mee." in shown_text(screen)
    screen.search.click()
    assert "Iedereen doet al mee." in shown_text(screen.found)
    screen.one.value = "1"
    screen.seed.click()
    assert "Begonnen: niemand." in shown_text(screen)
    screen.rule.value = "absolute"
    screen.heads.value = 5
    screen.search.click()
    assert "Geen enkele losse zet" in shown_text(screen.found)
    assert screen.percent.layout.display == "none"
    screen.rule.value = "share"
    screen.percent.value = 5
    screen.seed.click()
    screen.rounds.end.click()
    assert "Alle 7 doen mee." in shown_text(screen)


def test_the_sandbox_says_what_is_missing_for_a_contact_or_a_starter(oefening):
    oefening.go(VRIJ)
    screen = oefening.free
    screen.tie.click()
    assert "Kies twee organisaties." in shown_text(screen.notice)
    screen.seed.click()
    assert "Kies eerst wie." in shown_text(screen.notice)
    screen.one.value = screen.other.value = "3"
    screen.tie.click()
    assert "Zelfoverleg" in shown_text(screen.notice)


HOSTILE = '<script>alert(1)</script>\n"><img src=x onerror=y>\n[klik](https://voorbeeld.test)\n{n} & **vet**'


def test_hostile_names_are_shown_as_they_are_and_never_as_html(oefening):
    oefening.go(VRIJ)
    screen = oefening.free
    screen.names.value = HOSTILE
    screen.one.value, screen.other.value = "1", "3"
    screen.tie.click()
    screen.rounds.end.click()
    screen.search.click()
    page = screen.rounds.figure.value + screen.rounds.words.value + screen.found.value + oefening.status.value
    assert "<script" not in page
    assert "<img" not in page
    assert "<a " not in page
    assert "&lt;script&gt;" in page
    assert "{n} &amp; vet" in page


def test_names_are_cut_doubles_go_and_there_are_ten_at_most(oefening):
    oefening.go(VRIJ)
    oefening.free.names.value = "\n".join(["a", "a", "  ", *(f"nummer {n}" for n in range(20))])
    assert len(oefening.state.own.names) == 10
    assert oefening.state.own.names["1"] == "a"
    assert len(clean_name("x" * 100)) == 24
    oefening.free.names.value = ""
    assert "Begonnen: niemand" in shown_text(oefening.free)
    oefening.free.search.click()
    oefening.free.names.value = "alleen"
    oefening.free.seed.click()
    oefening.free.rounds.end.click()
    oefening.free.names.value = "een\ntwee"
    oefening.free.one.value = "2"
    oefening.free.other.value = "1"
    oefening.free.tie.click()
    oefening.free.rounds.next.click()
    assert "een ziet" not in shown_text(oefening.free.rounds.words)


def test_a_lonely_organisation_waits_without_contacts():
    puzzle = Puzzle.of(Graph.of("ab"), "a", 0.4)
    assert "b heeft geen contacten en wacht" in round_text(texts(IDENT), Scene(puzzle, {"a": "a", "b": "b"}, 1))
    everyone = Puzzle.of(Graph.of("a"), "a", 0.4)
    assert "Alle 1 doen mee" in round_text(texts(IDENT), Scene(everyone, {"a": "a"}, 0))
    assert "Nog geen organisaties" in draw(texts(IDENT), Scene(Puzzle.of(Graph.of(()), (), 0.4), {}))[0]


def test_the_puzzle_in_the_texts_is_the_one_of_the_model_and_its_reasons_are_its_solutions():
    board = boards(texts(IDENT))["zeven"]
    assert board.puzzle == SEVEN_PUZZLE
    keys = {" ".join((parts(each)[0], *parts(each)[1])) for each in one_move_solutions(SEVEN_PUZZLE)}
    assert set(board.why) == keys
    assert own_start(board).puzzle.graph.nodes == ("1", "2", "3", "4", "5", "6", "7")
    assert size(own_start(board).puzzle) == 4


def test_no_solution_lies_between_those_who_join_already():
    inside = run(SEVEN_PUZZLE).final
    assert not any(set(parts(each)[1]) <= inside for each in one_move_solutions(SEVEN_PUZZLE))
    assert all("zorg" in parts(each)[1] for each in one_move_solutions(SEVEN_PUZZLE))


def test_moves_that_the_other_rule_does_not_know_are_passed_over():
    twice = (SmallWin("pol"), SmallWin("pol"), AddTie("gem", "zorg"))
    assert size(replay(counting_heads(SEVEN_PUZZLE), twice)) == 7


def test_undo_and_restart_bring_everything_back(oefening):
    choose(oefening.bet.question, "gem-zorg")
    oefening.go(SPEEL)
    oefening.play.do.click()
    oefening.play.rounds.end.click()
    before = oefening.state
    oefening.restart()
    assert oefening.state == oefening.start
    assert oefening.bet.question._radio.index is None
    oefening.undo()
    assert oefening.state == before
    assert "Alle zeven." in shown_text(oefening.play)
    while oefening.history:
        oefening.undo()
    assert oefening.state == oefening.start


def test_the_static_page_shows_the_stalled_start_with_its_words(oefening):
    page = oefening.static_html()
    assert page.count("<svg") == 1
    assert "Wachten: Zorg, Ggz en Welzijn." in page
    assert MODEL in page
    assert "Gemeente met Zorg" not in page
    assert "figcaption" in page


def test_the_description_is_the_same_every_time_and_figures_follow_moves(oefening):
    other = create(IDENT)
    assert oefening.describe() == other.describe()
    assert oefening._repr_mimebundle_()["text/plain"] == oefening.describe()
    before = oefening.figure()
    oefening.go(SPEEL)
    move(oefening.play, "leggen", "gem", "zorg")
    assert oefening.figure() != before
    assert "Wachten: niemand." in oefening.figure_text()


def test_every_screen_with_model_numbers_says_that_they_are_no_measurement(oefening):
    for step in (GOK, SPEEL, ZIE, VERKLAAR, SCHAKELAAR, MISVERSTAND, VRIJ):
        oefening.go(step)
        assert MODEL in shown_text(oefening._stack.children[step])


def test_every_control_has_a_name(oefening):
    for step in range(8):
        oefening.go(step)
    screen = oefening.play
    for control in (screen.kind, screen.one, screen.other, oefening.free.names, oefening.free.percent):
        assert control.description
    for area in (oefening.explain.surprise, oefening.table.who, oefening.table.plan):
        assert area.description


def test_every_text_is_used():
    code = "".join(
        item.read_text(encoding="utf-8")
        for item in resources.files("reiswijzer.exercises").iterdir()
        if item.name.startswith("de_ontbrekende_brug") and item.name.endswith(".py")
    )
    made_up = {
        f"{head}-{kind}" for head in ("zet", "soort", "uitleg") for kind in ("leggen", "verbreken", "beginnen", "winst")
    }
    unused = [
        key for key in texts(IDENT).sentences if not re.search(rf"""["']{key}["']""", code) and key not in made_up
    ]
    assert unused == []


WORDS = st.text(st.characters(codec="utf-8"), max_size=30)
CLICKS = st.sampled_from(
    [
        "play.rounds.next", "play.rounds.end", "play.rounds.back", "play.do", "play.take_back", "see.unfold",
        "explain.unfold", "free.tie", "free.seed", "free.search", "free.rounds.next", "free.rounds.end",
    ]
)  # fmt: skip
CHOICES = st.sampled_from(
    ["bet.question", "see.second", "explain.question", "switch.question", "slip.bet", "slip.agreement", "table.move"]
)
PICKS = st.sampled_from(["play.kind", "play.one", "play.other", "free.one", "free.other", "free.rule"])
STEPS = st.one_of(
    st.tuples(st.just("go"), st.integers(-1, 8)),
    st.tuples(st.just("click"), CLICKS),
    st.tuples(st.just("choose"), CHOICES, st.integers(0, 2)),
    st.tuples(st.just("pick"), PICKS, st.integers(0, 7)),
    st.tuples(st.just("type"), st.sampled_from(["free.names", "explain.surprise", "table.who"]), WORDS),
    st.tuples(st.sampled_from(["undo", "restart"])),
)


def found(oefening, path):
    for name in path.split("."):
        oefening = getattr(oefening, name)
    return oefening


def make_step(oefening, step):
    match step:
        case ("go", number):
            oefening.go(number)
        case ("click", path):
            found(oefening, path).click()
        case ("choose", path, index):
            question = found(oefening, path)
            question._radio.index = index % len(question.choice.options)
        case ("pick", path, index):
            box = found(oefening, path)
            box.index = index % len(box.options)
        case ("type", path, words):
            found(oefening, path).value = words
        case (name,):
            getattr(oefening, name)()


@settings(max_examples=40, deadline=None)
@given(st.lists(STEPS, max_size=25))
def test_no_sequence_of_moves_breaks_it_and_all_can_be_taken_back(steps):
    oefening = create(IDENT)
    for step in steps:
        make_step(oefening, step)
        assert len(oefening.state.moves) <= 3
        assert oefening.figure().startswith("<svg")
    while oefening.history:
        oefening.undo()
    assert replace(oefening.state, answers={}, draft=Draft(), notice="", own=oefening.start.own) == oefening.start
    oefening.restart()
    assert oefening.state == oefening.start
