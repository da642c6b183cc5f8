"""The exercise "De ontbrekende brug", played through its widgets."""

import sys
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
import screen
from hypothesis import given, settings
from hypothesis import strategies as st
from screen import choose

from reiswijzer.content.texts import texts
from reiswijzer.exercises import create
from reiswijzer.exercises.de_ontbrekende_brug_slip import example, kept_of_hundred
from reiswijzer.exercises.de_ontbrekende_brug_state import (
    FIRST_PUZZLE,
    IDENT,
    KINDS,
    boards,
    clean_name,
    counting_heads,
    own_start,
    parts,
    problem,
    replay,
    written,
)
from reiswijzer.exercises.de_ontbrekende_brug_words import (
    Scene,
    draw,
    move_text,
    round_head,
    round_lines,
    single_ties,
    size,
    title,
)
from reiswijzer.models.cascade import SEVEN_PUZZLE, Puzzle, run
from reiswijzer.models.cascade_moves import (
    MOVES_ALLOWED,
    AddTie,
    CutTie,
    OtherSeed,
    SmallWin,
    obvious_move,
    one_move_solutions,
    possible_moves,
)
from reiswijzer.models.graph import Graph
from reiswijzer.models.iterated import Strategy
from reiswijzer.widgets.network import Network

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

import find_puzzles

BOARDS = boards(texts(IDENT))
LATER = [ident for ident in BOARDS if ident != FIRST_PUZZLE]

GOK, SPEEL, ZIE, VERKLAAR, SCHAKELAAR, MISVERSTAND, TAFEL, VRIJ = range(8)
MODEL = "Rekenmodel van deze module, geen meting."


@pytest.fixture
def oefening():
    return create(IDENT)


def view_text(network):
    """What a reader sees below a drawing, and what a screen reader says of it."""
    frame = network.frames[network.shown]
    return " ".join((frame["caption"], *(line["text"] for line in frame["lines"]), frame["description"]))


def shown_text(widget):
    """Everything a reader sees of a widget, the drawing included."""
    return screen.shown_text(widget, lambda one: view_text(one) if isinstance(one, Network) else None)


def turn(screen, steps):
    """Go some rounds on or back, as the buttons of the view do; None goes to the end."""
    last = len(screen.network.frames) - 1
    screen.network.shown = last if steps is None else min(max(screen.network.shown + steps, 0), last)


def move(screen, kind, *nodes):
    """Choose nodes in the drawing and press the button of a move."""
    screen.network.chosen = list(nodes)
    screen.network.ask(kind, *nodes)


def open_buttons(network):
    return {action["id"] for action in network.actions if action["open"]}


def play(oefening, ident):
    """Open the play screen at a puzzle, by the buttons below it."""
    oefening.go(SPEEL)
    while oefening.state.board != ident:
        oefening.play.more.next.click()
    return oefening.play


def test_the_first_move_is_a_bet_of_few_words_and_gives_nothing_away(oefening):
    seen = shown_text(oefening.bet)
    before_the_figure = seen.split("Ronde 4.")[0]
    assert len(before_the_figure.split()) < 40
    assert "Wachten: Zorg, Ggz en Welzijn" in seen
    choose(oefening.bet.question, "schuld-welz")
    assert "Genoteerd: Schuldhulp met Welzijn." in shown_text(oefening.bet)
    assert "van de 7" not in shown_text(oefening.bet.noted)
    assert oefening.bet.network.frames[-1]["caption"].endswith("Het stokt op 4 van de 7.")
    assert {"a": "schuld", "b": "welz", "kind": "new"} in oefening.bet.network.ties


def test_the_start_stalls_and_every_round_says_who_saw_how_many(oefening):
    oefening.go(SPEEL)
    screen = oefening.play
    assert "Begonnen: Corporatie." in shown_text(screen.network)
    turn(screen, 1)
    assert "Ronde 1. Erbij: Politie. Nu doen er 2 van de 7 mee." in shown_text(screen.network)
    assert "Politie ziet 1 van 2 meedoen (Corporatie). Nodig: 1. Doet mee." in shown_text(screen.network)
    assert "Welzijn ziet 0 van 2 meedoen. Nodig: 1. Wacht." in shown_text(screen.network)
    assert "Zorg ziet 1 van 3 meedoen (Corporatie). Nodig: 2. Wacht." in shown_text(screen.network)
    turn(screen, 1)
    assert "Gemeente ziet 2 van 3 meedoen (Corporatie en Politie)" in shown_text(screen.network)
    turn(screen, None)
    assert "Het stokt op 4 van de 7." in shown_text(screen.network)
    assert oefening.state.shown == 4
    oefening.undo()
    assert "Ronde 2." in shown_text(screen.network)


def test_every_round_of_every_puzzle_is_in_the_view_before_python_is_asked(oefening):
    for ident, board in BOARDS.items():
        network = play(oefening, ident).network
        course = run(board.puzzle)
        assert len(network.frames) == len(course.rounds) + 1
        for shown, frame in enumerate(network.frames):
            inside = {node for node, state in frame["states"].items() if state in {"started", "joined"}}
            assert inside == {node for node in board.names if (course.joined_in(node) or 0) <= shown
                              and course.joined_in(node) is not None}  # fmt: skip
            assert frame["description"].count(" met ") == len(board.puzzle.graph.ties)


def test_the_bet_can_be_made_as_the_first_move(oefening):
    choose(oefening.bet.question, "schuld-welz")
    oefening.forward()
    screen = oefening.play
    assert screen.network.chosen == ["schuld", "welz"]
    screen.network.ask("leggen", "schuld", "welz")
    assert screen.network.chosen == []
    turn(screen, None)
    assert "Het stokt op 4 van de 7." in shown_text(screen.network)
    assert "Gedaan: contact tussen Schuldhulp en Welzijn. Nog over: 2." in shown_text(screen)


@pytest.mark.parametrize(
    ("ident", "solution"), [(ident, each) for ident in BOARDS for each in one_move_solutions(BOARDS[ident].puzzle)]
)
def test_every_solution_solves_its_puzzle_through_the_widgets(oefening, ident, solution):
    kind, nodes = parts(solution)
    screen = play(oefening, ident)
    move(screen, kind, *nodes)
    turn(screen, None)
    assert f"Alle {len(BOARDS[ident].names)} doen mee. Dat kostte u één zet." in shown_text(screen.result)


@pytest.mark.parametrize("ident", BOARDS)
def test_no_other_single_move_solves_a_puzzle_through_the_widgets(oefening, ident):
    screen, board = play(oefening, ident), BOARDS[ident]
    solved = set()
    for each in possible_moves(board.puzzle):
        kind, nodes = parts(each)
        move(screen, kind, *nodes)
        turn(screen, None)
        if "Dat kostte u" in shown_text(screen.result):
            solved.add(written(each))
        screen.take_back.click()
    assert solved == set(board.why)


def test_three_moves_and_no_more_and_each_can_be_taken_back(oefening):
    oefening.go(SPEEL)
    screen = oefening.play
    move(screen, "leggen", "corp", "ggz")
    move(screen, "leggen", "corp", "welz")
    assert "Uw drie zetten zijn op" not in shown_text(screen)
    assert open_buttons(screen.network) == set(KINDS)
    move(screen, "beginnen", "pol")
    turn(screen, None)
    assert "Uw drie zetten zijn op en het stokt nog." in shown_text(screen)
    assert open_buttons(screen.network) == set()
    move(screen, "winst", "zorg")
    assert "Neem er eerst een terug." in shown_text(screen.notice)
    assert len(oefening.state.moves()) == 3
    screen.take_back.click()
    screen.take_back.click()
    assert oefening.state.moves() == (AddTie("corp", "ggz"),)
    assert shown_text(screen.notice) == ""
    screen.take_back.click()
    assert screen.take_back.disabled


def test_two_moves_that_solve_it_are_counted(oefening):
    oefening.go(SPEEL)
    move(oefening.play, "leggen", "corp", "welz")
    move(oefening.play, "winst", "welz")
    turn(oefening.play, None)
    assert "Alle 7 doen mee. Dat kostte u 2 zetten." in shown_text(oefening.play)


def test_what_is_added_and_what_is_cut_stay_visible(oefening):
    oefening.go(SPEEL)
    move(oefening.play, "leggen", "corp", "welz")
    move(oefening.play, "verbreken", "zorg", "ggz")
    kinds = {(tie["a"], tie["b"]): tie["kind"] for tie in oefening.play.network.ties}
    assert kinds["corp", "welz"] == "new"
    assert kinds["zorg", "ggz"] == "cut"
    assert kinds["zorg", "welz"] == ""


@pytest.mark.parametrize(
    ("kind", "nodes", "said"),
    [
        ("leggen", ("corp", "gem"), "hebben al contact"),
        ("verbreken", ("corp", "welz"), "geen contact"),
        ("beginnen", ("corp",), "al begonnen"),
        ("leggen", ("corp",), ""),
        ("leggen", ("corp", "corp"), ""),
        ("winst", ("niemand",), ""),
    ],
)
def test_an_impossible_move_changes_nothing_and_says_why(oefening, kind, nodes, said):
    oefening.go(SPEEL)
    oefening.play.network.ask(kind, *nodes)
    assert said in shown_text(oefening.play.notice)
    assert oefening.state.moves() == ()
    assert oefening.play.network.answered == 1


def test_a_small_win_stops_at_nobody_needed():
    puzzle = Puzzle.of(Graph.of("ab", [("a", "b")]), (), 0)
    assert problem(puzzle, 0, "winst", ("a",)) == "fout-nul"
    assert problem(puzzle, 0, "beginnen", ("a",)) == ""


def test_every_possible_move_is_allowed_and_no_other():
    for possible in possible_moves(SEVEN_PUZZLE):
        assert problem(SEVEN_PUZZLE, 0, *parts(possible)) == ""
        assert problem(SEVEN_PUZZLE, MOVES_ALLOWED, *parts(possible)) == "fout-op"
    for pair in combinations(SEVEN_PUZZLE.graph.nodes, 2):
        tied = SEVEN_PUZZLE.graph.has_tie(*pair)
        assert bool(problem(SEVEN_PUZZLE, 0, "verbreken", pair)) is not tied
        assert bool(problem(SEVEN_PUZZLE, 0, "leggen", pair)) is tied


@pytest.mark.parametrize("ident", BOARDS)
def test_claims_of_every_puzzle(ident):
    """It stalls, the obvious move fails, the moves that work are the ones with a reason, and one is enough."""
    board = BOARDS[ident]
    start, everyone = size(board.puzzle), len(board.names)
    assert 3 <= start <= everyone - 3
    assert {written(each) for each in one_move_solutions(board.puzzle)} == set(board.why)
    assert 1 <= len(board.why) <= 5
    obvious = obvious_move(board.puzzle)
    assert obvious.a in board.puzzle.seeds
    assert size(obvious.apply(board.puzzle)) < everyone
    assert all(len(name) <= 16 for name in board.names.values())


def test_puzzles_get_harder_a_smaller_share_of_the_possible_moves_works():
    shares = [find_puzzles.difficulty(board.puzzle) for board in BOARDS.values()]
    assert len(shares) >= 5
    assert all(later < earlier for earlier, later in pairwise(shares))


@pytest.mark.parametrize("ident", BOARDS)
def test_no_lines_cross_in_the_drawing_of_a_puzzle(ident):
    board = BOARDS[ident]
    assert find_puzzles.crossings(board.puzzle.graph, board.places) == 0


@pytest.mark.parametrize("wish", find_puzzles.WISHES[:1], ids=lambda wish: wish.ident)
def test_the_search_finds_the_puzzle_that_is_in_the_texts(wish):
    """The names are ours; the network, its starter and its places are the ones of the search."""
    puzzle, places = find_puzzles.find(wish)
    board = BOARDS[wish.ident]
    name = dict(zip(puzzle.graph.nodes, board.puzzle.graph.nodes, strict=True))
    assert {frozenset(map(name.get, tie)) for tie in puzzle.graph.ties} == board.puzzle.graph.ties
    assert {name[node] for node in puzzle.seeds} == board.puzzle.seeds
    assert {name[node]: place for node, place in places.items()} == board.places


@pytest.mark.parametrize("wish", find_puzzles.WISHES, ids=lambda wish: wish.ident)
def test_every_later_puzzle_is_what_the_search_was_asked_for(wish):
    assert find_puzzles.fulfils(BOARDS[wish.ident].puzzle, wish)


@pytest.mark.parametrize("ident", LATER)
def test_a_later_puzzle_has_a_bet_and_shows_every_solution_with_its_reason(oefening, ident):
    screen, board = play(oefening, ident), BOARDS[ident]
    obvious = obvious_move(board.puzzle)
    assert f"Eén zet ligt voor de hand: {move_text(oefening.texts, board.names, obvious)}." in shown_text(screen)
    assert "losse zet" not in shown_text(screen)
    choose(screen.more.bet, "allen")
    screen.more.unfold.click()
    seen = shown_text(screen.more.solutions)
    assert "U dacht: Iedereen." in seen
    assert f"doen er {size(obvious.apply(board.puzzle))} van de {len(board.names)} mee" in seen
    for reason in board.why.values():
        assert reason in seen
    oefening.undo()
    assert shown_text(screen.more.solutions) == ""


def test_a_later_puzzle_without_a_bet_says_so(oefening):
    screen = play(oefening, LATER[0])
    screen.more.unfold.click()
    assert "U hebt hier niet gegokt." in shown_text(screen.more.solutions)


def test_every_puzzle_keeps_its_own_moves_and_the_reveal_is_about_the_first(oefening):
    screen = play(oefening, LATER[0])
    assert screen.network.frames[0]["states"].keys() == BOARDS[LATER[0]].names.keys()
    kind, nodes = parts(one_move_solutions(BOARDS[LATER[0]].puzzle)[0])
    move(screen, kind, *nodes)
    screen.more.previous.click()
    assert screen.more.previous.disabled
    assert oefening.state.moves() == ()
    oefening.go(ZIE)
    assert "nog geen zet gedaan" in shown_text(oefening.see)
    play(oefening, LATER[-1])
    assert screen.more.next.disabled
    assert "Gedaan" not in shown_text(screen)
    screen.more.go(LATER[0])
    assert "Gedaan" in shown_text(screen)


def test_bets_come_back_in_the_reveal(oefening):
    choose(oefening.bet.question, "corp-ggz")
    oefening.go(ZIE)
    seen = shown_text(oefening.see)
    assert "U gokte op Corporatie met Ggz. Alleen daarmee wordt het 4 van de 7." in seen
    assert "nog geen zet gedaan" in seen
    assert "Politie had twee contacten" not in seen
    choose(oefening.see.second, "vier")
    seen = shown_text(oefening.see)
    assert "U dacht: Vier, net als nu. Het werd er 1." in seen
    assert "Er ontbreken in deze tekening 13 contacten." in seen
    assert "krijgt u met 2 ervan iedereen mee, verandert er met 7 niets en wordt het met 4 erger" in seen
    assert "Aangesloten: niemand." in seen


def test_who_bet_on_the_harmful_contact_is_not_asked_again(oefening):
    choose(oefening.bet.question, "pol-zorg")
    oefening.go(ZIE)
    seen = shown_text(oefening.see)
    assert "Alleen daarmee wordt het 1 van de 7." in seen
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
    assert "Er zijn 5 losse zetten waarmee alle 7 meedoen." in seen
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
    assert "geen contact meer tussen Zorg en Ggz) wordt het 7 van de 7." in shown_text(oefening.see)
    oefening.go(SCHAKELAAR)
    assert "uw zetten van stap 2 7 van 7 ?" in shown_text(oefening.switch)
    choose(oefening.switch.bet, "niets")
    choose(oefening.switch.question, "koppen")
    assert "uw zetten van stap 2 7 van 7 4 van 7" in shown_text(oefening.switch)


def test_the_switch_turns_the_harmful_contact_into_a_solution(oefening):
    oefening.go(SCHAKELAAR)
    seen = shown_text(oefening.switch)
    assert "Politie met Zorg 1 van 7 ?" in seen
    assert "Aangesloten: niemand." in seen
    choose(oefening.switch.bet, "iedereen")
    assert "Politie met Zorg 1 van 7 ?" in shown_text(oefening.switch)
    choose(oefening.switch.question, "koppen")
    seen = shown_text(oefening.switch)
    assert "Politie met Zorg 1 van 7 7 van 7" in seen
    assert "niets 4 van 7 4 van 7" in seen
    assert "Contacten waarmee iedereen meedoet 2 van 13 11 van 13" in seen
    assert "Wachten: niemand." in seen
    choose(oefening.switch.question, "aandeel")
    assert "Politie met Zorg 1 van 7 ?" in shown_text(oefening.switch)


@pytest.mark.parametrize("bet", ["minder", "niets", "iedereen"])
def test_the_switch_asks_for_a_bet_first_and_gives_it_back(oefening, bet):
    oefening.go(SCHAKELAAR)
    screen = oefening.switch
    option = oefening.texts.choice("koppen-gok").option(bet)
    assert screen.question.layout.display == "none"
    choose(screen.bet, bet)
    assert screen.question.layout.display is None
    assert "U dacht" not in shown_text(screen.words)
    choose(screen.question, "koppen")
    assert f"U dacht: {option.label}. Het wordt 7 van de 7. {option.reply}" in shown_text(screen.words)
    choose(screen.question, "aandeel")
    assert "U dacht" not in shown_text(screen.words)


@pytest.mark.parametrize("bet", ["corp", "gem", "zorg", "gelijk"])
def test_the_bet_on_the_measures_comes_back(oefening, bet):
    oefening.go(VERKLAAR)
    screen = oefening.explain
    screen.unfold.click()
    choose(screen.question, bet)
    label = oefening.texts.choice("middelpunt").option(bet).label
    assert f"U dacht: {label}. Volgens de tabel hangt het meest van Corporatie af." in shown_text(screen.after)


def test_one_is_said_as_one(oefening):
    oefening.go(VRIJ)
    screen = oefening.free
    screen.names.value = "Corporatie"
    assert "heeft nu 1 organisatie." in oefening.status.value
    assert "1 organisatie. Begonnen:" in shown_text(screen)
    assert (
        title(oefening.texts, Scene(oefening.state.own.puzzle, oefening.state.own.names)) == "Netwerk van 1 organisatie"
    )
    screen.names.value = "a\nb"
    move(screen, "verbreken", "1", "2")
    screen.search.click()
    assert "Met één zet doet iedereen mee, op één manier." in shown_text(screen.found)


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
    assert "tot u opnieuw begint" in shown_text(oefening.table)


def test_the_sandbox_starts_as_the_puzzle_and_follows_the_reader(oefening):
    oefening.go(VRIJ)
    screen = oefening.free
    turn(screen, None)
    assert "Het stokt op 4 van de 7." in shown_text(screen)
    screen.search.click()
    assert "Met één zet doet iedereen mee, op 5 manieren." in shown_text(screen.found)
    move(screen, "leggen", "2", "4")
    assert "Contacten: 9." in oefening.status.value
    turn(screen, None)
    assert "Alle 7 doen mee." in shown_text(screen)
    screen.search.click()
    assert "Iedereen doet al mee." in shown_text(screen.found)
    move(screen, "mee", "1")
    assert "Begonnen: niemand." in shown_text(screen)
    screen.rule.value = "absolute"
    screen.heads.value = 5
    screen.search.click()
    assert "Geen enkele losse zet" in shown_text(screen.found)
    assert screen.percent.layout.display == "none"
    screen.rule.value = "share"
    screen.percent.value = 5
    move(screen, "mee", "1")
    turn(screen, None)
    assert "Alle 7 doen mee." in shown_text(screen)
    move(screen, "verbreken", "2", "4")
    assert "Contacten: 8." in oefening.status.value


def test_who_is_taken_away_keeps_a_place_and_can_come_back(oefening):
    oefening.go(VRIJ)
    screen = oefening.free
    move(screen, "weg", "1")
    assert screen.network.frames[0]["states"]["1"] == "gone"
    assert len(screen.network.nodes) == 7
    assert "Begonnen: niemand" in shown_text(screen)
    assert "heeft nu 6 organisaties" in oefening.status.value
    assert all("1" not in (tie["a"], tie["b"]) for tie in screen.network.ties)
    move(screen, "weg", "1")
    turn(screen, None)
    assert "Het stokt op 4 van de 7." in shown_text(screen)


HOSTILE = '<script>alert(1)</script>\n"><img src=x onerror=y>\n[klik](https://voorbeeld.test)\n{n} & **vet**'


def test_hostile_names_are_shown_as_they_are_and_never_as_html(oefening):
    oefening.go(VRIJ)
    screen = oefening.free
    screen.names.value = HOSTILE
    move(screen, "leggen", "1", "3")
    turn(screen, None)
    screen.search.click()
    found = screen.found.value
    move(screen, "mee", "4")
    page = found + oefening.status.value
    assert "<script>alert(1)</scrip…" in [node["name"] for node in screen.network.nodes]
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
    move(oefening.free, "mee", "1")
    turn(oefening.free, None)
    oefening.free.names.value = "een\ntwee"
    move(oefening.free, "leggen", "2", "1")
    turn(oefening.free, 1)
    assert "een ziet 0 van 1 meedoen. Nodig: 1. Wacht." in shown_text(oefening.free.network)


def test_a_lonely_organisation_waits_without_contacts():
    puzzle = Puzzle.of(Graph.of("ab"), "a", 0.4)
    assert round_lines(texts(IDENT), Scene(puzzle, {"a": "a", "b": "b"}), 1) == [
        ("b heeft geen contacten en wacht.", False)
    ]
    alone, both = (Scene(Puzzle.of(Graph.of(who), who, 0.4), {one: one for one in who}) for who in ("a", "ab"))
    assert round_head(texts(IDENT), alone, 0) == "Het begin. Begonnen: a. Meer organisaties zijn er niet."
    assert round_head(texts(IDENT), both, 0) == "Het begin. Begonnen: a en b. Alle 2 doen mee."
    assert "Nog geen organisaties" in draw(texts(IDENT), Scene(Puzzle.of(Graph.of(()), (), 0.4), {}))[0]


def test_the_puzzle_in_the_texts_is_the_one_of_the_model_and_its_reasons_are_its_solutions():
    board = boards(texts(IDENT))["zeven"]
    assert board.puzzle == SEVEN_PUZZLE
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
    move(oefening.play, "leggen", "gem", "zorg")
    turn(oefening.play, None)
    before = oefening.state
    oefening.restart()
    assert oefening.state == oefening.start
    assert oefening.bet.question._radio.index is None
    oefening.undo()
    assert oefening.state == before
    assert "Alle 7 doen mee." in shown_text(oefening.play)
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
    for number in (GOK, SPEEL, ZIE, VERKLAAR, SCHAKELAAR, MISVERSTAND, VRIJ):
        oefening.go(number)
        assert MODEL in shown_text(oefening._stack.children[number])


def test_every_control_has_a_name(oefening):
    for number in range(8):
        oefening.go(number)
    for control in (oefening.free.names, oefening.free.percent, oefening.free.rule):
        assert control.description
    for network in (oefening.play.network, oefening.free.network):
        assert network.title
        assert all(action["label"] for action in network.actions)
    for area in (oefening.explain.surprise, oefening.table.who, oefening.table.plan):
        assert area.description


TYPED = st.text(st.characters(codec="utf-8"), max_size=30)
CLICKS = st.sampled_from(
    ["play.take_back", "play.more.next", "play.more.previous", "play.more.unfold", "see.unfold", "explain.unfold",
     "free.search"]
)  # fmt: skip
CHOICES = st.sampled_from(
    [
        "bet.question", "play.more.bet", "see.second", "explain.question", "switch.question", "slip.bet",
        "slip.agreement", "table.move",
    ]
)  # fmt: skip
SCREENS = st.sampled_from(["play", "free"])
NODES = st.lists(st.sampled_from([*SEVEN_PUZZLE.graph.nodes, *"1234567"]), min_size=1, max_size=2)
STEPS = st.one_of(
    st.tuples(st.just("go"), st.integers(-1, 8)),
    st.tuples(st.just("click"), CLICKS),
    st.tuples(st.just("choose"), CHOICES, st.integers(0, 2)),
    st.tuples(st.just("round"), SCREENS, st.sampled_from([1, -1, None])),
    st.tuples(st.just("select"), SCREENS, NODES),
    st.tuples(st.just("ask"), SCREENS, st.sampled_from([*KINDS, "mee", "weg"]), NODES),
    st.tuples(st.just("type"), st.sampled_from(["free.names", "explain.surprise", "table.who"]), TYPED),
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
        case ("round", screen, steps):
            turn(getattr(oefening, screen), steps)
        case ("select", screen, nodes):
            getattr(oefening, screen).network.chosen = nodes
        case ("ask", screen, kind, nodes):
            getattr(oefening, screen).network.ask(kind, *nodes)
        case ("type", path, words):
            found(oefening, path).value = words
        case (name,):
            getattr(oefening, name)()


@settings(max_examples=40, deadline=None)
@given(st.lists(STEPS, max_size=25))
def test_no_sequence_of_moves_breaks_it_and_all_can_be_taken_back(steps):
    oefening = create(IDENT)
    for each in steps:
        make_step(oefening, each)
        assert all(len(moves) <= MOVES_ALLOWED for moves in oefening.state.played.values())
        assert oefening.figure().startswith("<svg")
    while oefening.history:
        oefening.undo()
    assert replace(oefening.state, answers={}, chosen=(), notice="", own=oefening.start.own) == oefening.start
    oefening.restart()
    assert oefening.state == oefening.start
