"""The exercise "Wie leidt hier?", played through its widgets."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from screen import choose, shown_text

from reiswijzer.content.texts import texts
from reiswijzer.exercises import create
from reiswijzer.exercises import wie_leidt_hier_parts as parts
from reiswijzer.exercises import wie_leidt_hier_rules as rules
from reiswijzer.exercises.fields import decimal
from reiswijzer.exercises.wording import listing
from reiswijzer.figures.level import level
from reiswijzer.figures.reliance import Seat, reliance
from reiswijzer.models.form_fit import Form
from reiswijzer.models.shared_leadership import Ratings
from reiswijzer.models.tensions import Tension

GOK, SPEEL, ZIE, VERKLAAR, TAFEL, WEG, PRIJS, VRIJ = range(8)
MODEL = "Rekenmodel van deze module, geen meting."


@pytest.fixture
def oefening():
    return create(rules.IDENT)


def rate(oefening, rows):
    """Choose ratings in the view, as its front end does: both traits in one message."""
    oefening.table.view.set_state({"ratings": [list(row) for row in rows]})


def fill(oefening, table):
    """Choose a whole table of ratings in the own table."""
    oefening.go(TAFEL)
    rate(oefening, [[value or 0 for value in row] for row in table.rows])


def seat_more(oefening, name):
    view = oefening.table.view
    rows = [[*row, 0] for row in view.ratings]
    view.set_state({"seats": [*view.seats, name], "ratings": [*rows, [0] * (len(rows) + 1)]})


def seat_less(oefening, index):
    view = oefening.table.view
    stay = [i for i in range(len(view.seats)) if i != index]
    rows = [[view.ratings[i][j] for j in stay] for i in stay]
    view.set_state({"seats": [view.seats[i] for i in stay], "ratings": rows})


def test_the_first_move_is_a_bet_of_few_words_that_gives_nothing_away(oefening):
    intro, _, first, *_ = oefening.bet.children
    assert len(f"{shown_text(intro)} {shown_text(first)}".split()) < 40
    assert "procent" not in shown_text(oefening.bet)
    assert "En hoeveel onderlinge leiding" not in shown_text(oefening.bet)
    said = "Voorzitter 5,0, Gemeente 3,0, Zorg 2,0, Corporatie 2,3 en Welzijn 1,5"
    assert said in oefening.bet.words.value
    assert oefening.bet.words.value.startswith("<details"), "in words for who asks"
    assert said in oefening.bet.figures["a"].value
    choose(first, "gelijk")
    assert "En hoeveel onderlinge leiding" in shown_text(oefening.bet)
    choose(oefening.bet.second, "vijfde")
    assert "Genoteerd." in shown_text(oefening.bet)
    assert "procent" not in shown_text(oefening.bet)


@pytest.mark.parametrize(
    ("table", "seat", "said"),
    [
        ("a", "1", "Met iedereen 44, zonder Voorzitter 29. Dat is 33 procent minder."),
        ("b", "3", "Met iedereen 68, zonder Zorg 65. Dat is 4 procent minder."),
        ("a", "5", "zonder Welzijn 54. Dat is 24 procent meer."),
    ],
)
def test_a_tap_on_a_seat_empties_it_and_another_tap_brings_it_back(oefening, table, seat, said):
    oefening.go(SPEEL)
    shown = oefening.play.tables[table]
    name = shown.seats[seat].description
    shown.seats[seat].click()
    assert said in shown_text(shown)
    assert shown.seats[seat].description == f"{name}: leeg"
    assert "is leeg. Onderlinge leiding nu" in oefening.status.value
    other = next(each for each in rules.GIVEN[table].members if each != seat)
    shown.seats[other].click()
    assert shown.seats[seat].description == name
    oefening.undo()
    shown.seats[seat].click()
    assert "zonder" not in shown_text(oefening.play)
    assert oefening.state.emptied[table] == ""


def test_bets_come_back_with_the_numbers_of_the_chapter(oefening):
    choose(oefening.bet.first, "a")
    oefening.go(ZIE)
    assert "U dacht: Tafel A" in shown_text(oefening.see)
    assert "Over tafel B hebt u niet gegokt. Daar gaat 4 procent verloren." in shown_text(oefening.see)
    oefening.go(GOK)
    choose(oefening.bet.second, "vijfde")
    oefening.go(ZIE)
    seen = shown_text(oefening.see)
    assert "dacht u: Ongeveer een vijfde: één stoel van de vijf. Het werd 4 procent." in seen
    assert "Tafel A Voorzitter 44 29 −33 procent Tafel B Zorg 68 65 −4 procent" in seen
    assert "zonder Welzijn" not in seen
    oefening.see.unfold.click()
    seen = shown_text(oefening.see)
    assert "zonder Welzijn komt er 24 procent bij" in seen
    assert "Voorzitter −33 procent +2 procent" in seen
    assert MODEL in seen


def test_skipped_steps_look_sensible(oefening):
    oefening.go(ZIE)
    seen = shown_text(oefening.see)
    assert "U hebt nog niet gegokt." in seen
    assert "33" not in seen
    oefening.see.peek.click()
    assert "−33 procent" in shown_text(oefening.see)
    oefening.go(WEG)
    assert "Uw tafel is nog niet vol: 0 van de 20." in shown_text(oefening.leave)
    assert oefening.leave.round.layout.display == "none"
    oefening.go(PRIJS)
    assert "Nog te kiezen: 3 van de 3." in shown_text(oefening.price)
    oefening.go(VRIJ)
    oefening.free.pick.value = rules.OWN
    assert "Uw eigen tafel is nog niet vol" in shown_text(oefening.free)
    assert all(button.disabled for button in list(oefening.free.table.seats.values())[: rules.START])


def test_surprise_comes_before_the_explanation_and_the_counter_finding_after_a_bet(oefening):
    oefening.go(VERKLAAR)
    screen = oefening.explain
    assert "Dichtheid" not in shown_text(screen)
    assert "Gok eerst." not in shown_text(screen)
    screen.surprise.value = "Dat er iets bij kan komen."
    screen.unfold.click()
    seen = shown_text(screen)
    assert "Tafel A heeft dichtheid 0,55, tafel B 0,74" in seen
    assert f'href="{texts(rules.IDENT).reference("carson2007").url}"' in screen.explanation.value
    assert "Tafel A: 0,70. Tafel B: 0,09." in seen
    assert "Gok eerst." in seen
    assert "Milward" not in seen
    choose(screen.counter, "gedeeld")
    seen = shown_text(screen)
    assert "U dacht: Het stelsel waarin de aanbieders de leiding deelden" in seen
    assert "Eén aanbieder overheerste het" in seen
    assert 'href="https://doi.org/10.1093/oxfordjournals.jpart.a024378"' in screen.found.value


def test_the_own_table_says_what_was_chosen_and_draws_it(oefening):
    oefening.go(TAFEL)
    assert oefening.table.view.scale == texts(rules.IDENT).data["schaal"]
    rate(oefening, [[0, 5, 0, 0, 0], *[[0] * 5] * 4])
    assert "Corporatie rekent op Gemeente: volledig." in oefening.status.value
    assert "U hebt 1 van de 20 ingevuld." in shown_text(oefening.table)
    assert "Gemeente 5,0." in shown_text(oefening.table.figure)
    oefening.table.rest.click()
    assert "Alle 20 zijn ingevuld." in shown_text(oefening.table)
    assert oefening.state.rows[0][1] == 5
    assert oefening.table.rest.layout.display == "none"
    oefening.undo()
    assert rules.filled(oefening.state) == 1
    assert oefening.table.view.ratings[0] == [0, 5, 0, 0, 0]
    rate(oefening, [[0] * 5] * 5)
    assert "Corporatie rekent op Gemeente: nog niet gekozen." in oefening.status.value


def test_a_table_has_three_to_seven_seats_and_the_ratings_of_who_stays_stay(oefening):
    oefening.go(TAFEL)
    fill(oefening, rules.GIVEN["a"])
    seat_more(oefening, "Politie")
    assert "Erbij: Politie. Aan tafel staan nu 6 stoelen." in oefening.status.value
    assert "U hebt 20 van de 30 ingevuld." in shown_text(oefening.table)
    seat_more(oefening, "Onderwijs")
    full = oefening.state
    seat_more(oefening, "Nog een")
    assert oefening.state == full
    assert len(oefening.table.view.seats) == rules.MOST
    for index in (6, 5, 2):
        seat_less(oefening, index)
    assert "Weg: Zorg. Aan tafel staan nu 4 stoelen." in oefening.status.value
    assert oefening.state.seats == ("Corporatie", "Gemeente", "Welzijn", "Bewoners")
    assert oefening.state.rows == ((0, 4, 2, 1), (5, 0, 3, 2), (5, 3, 0, 2), (5, 2, 2, 0))
    assert rules.ratings(oefening.state, rules.OWN) is not None
    seat_less(oefening, 0)
    three = oefening.state
    seat_less(oefening, 0)
    assert oefening.state == three
    oefening.go(WEG)
    for seat in "12":
        oefening.leave.round.seats[seat].click()
        assert oefening.leave.round.seats[seat].description.endswith(": leeg")


def test_another_number_of_seats_ends_the_bet_and_one_step_back_restores_it(oefening):
    fill(oefening, rules.GIVEN["b"])
    oefening.go(WEG)
    oefening.leave.round.seats["5"].click()
    oefening.go(TAFEL)
    before = oefening.state
    seat_less(oefening, 4)
    assert "weg-gok" not in oefening.state.answers
    oefening.go(WEG)
    assert "Dat is uw gok" in shown_text(oefening.leave)
    oefening.undo()
    oefening.undo()
    assert oefening.state == before


def test_the_example_filled_in_gives_the_example_back(oefening):
    fill(oefening, rules.GIVEN["a"])
    assert rules.ratings(oefening.state, rules.OWN) == rules.GIVEN["a"]
    assert "Dichtheid 0,55, onderlinge leiding 44 van 100, centralisatie 0,70." in shown_text(oefening.table)
    oefening.go(WEG)
    assert "procent" not in shown_text(oefening.leave)
    oefening.leave.round.seats["2"].click()
    seen = shown_text(oefening.leave)
    assert "U gokte op Gemeente. In deze som kost Corporatie het meest." in seen
    assert "Verschil Corporatie −33 procent" in seen
    oefening.leave.round.seats["1"].click()
    seen = shown_text(oefening.leave)
    assert "U gokte op Gemeente" in seen
    assert "zonder Corporatie 29" in seen
    assert "De stoel van Corporatie is leeg." in oefening.status.value
    for _ in range(2):
        oefening.undo()
    oefening.leave.round.seats["1"].click()
    assert "de duurste lege stoel" in shown_text(oefening.leave)


@pytest.mark.parametrize(
    ("rows", "bet", "said"),
    [
        ([[0, 3, 3, 3, 3], [3, 0, 3, 3, 3], [3, 3, 0, 3, 3], [3, 3, 3, 0, 3], [3, 3, 3, 3, 0]], "1", "geen enkele"),
        ([[0, 5, 1, 1, 1], [5, 0, 1, 1, 1], [1, 1, 0, 1, 1], [1, 1, 1, 0, 1], [1, 1, 1, 1, 0]], "1", "samen met Geme"),
        ([[0, 1, 1, 1, 1], [1, 0, 1, 1, 1], [1, 1, 0, 1, 1], [1, 1, 1, 0, 1], [1, 1, 1, 1, 0]], "3", "niets te verl"),
    ],
)
def test_ties_and_empty_tables_have_their_own_words(oefening, rows, bet, said):
    oefening.act(rows=tuple(map(tuple, rows)))
    oefening.go(WEG)
    oefening.leave.round.seats[bet].click()
    assert said in shown_text(oefening.leave)


def test_roles_can_be_changed_and_are_escaped(oefening):
    oefening.go(TAFEL)
    view = oefening.table.view
    view.set_state({"seats": ["<script>alert(1)</script> **x** {0}", "Zorg", "Zorg", " ", "Bewoners"]})
    assert oefening.state.seats == ("<script>alert(1)</script", "Zorg", "Zorg 3", "Stoel 4", "Bewoners")
    assert tuple(view.seats) == oefening.state.seats
    assert "De rol heet nu" in oefening.status.value
    oefening.table.rest.click()
    pages = [oefening.table.figure.value]
    oefening.go(WEG)
    oefening.leave.round.seats["1"].click()
    shown = oefening.leave.round
    pages += [oefening.leave.result.value, oefening.leave.table.value, oefening.static_html(), oefening.status.value]
    pages += [shown.picture.value, shown.said.value, shown.caption.value, shown.bar.value]
    assert all("<script" not in page for page in pages)
    oefening.leave.own["weg-als"].value = "<b>ik</b>"
    assert oefening.state.answers["weg-als"] == "<b>ik</b>"
    assert "<b>ik" not in oefening.static_html()


@pytest.mark.parametrize("role", ["[Klik](https://kwaad.nl)", "[a](bron:x)", "**x**"])
def test_roles_that_came_in_with_a_file_are_no_markup(oefening, role):
    rows = tuple(tuple(0 if i == j else 1 + (j == 0) for j in range(5)) for i in range(5))
    oefening.act(seats=(role, *oefening.state.seats[1:]), rows=rows)
    oefening.go(WEG)
    oefening.leave.round.seats["1"].click()
    shown = oefening.leave.result.value + oefening.leave.round.said.value
    assert "<a " not in shown
    assert "<strong>x" not in shown


@given(st.lists(st.text(max_size=30), min_size=3, max_size=7))
def test_roles_are_never_blank_double_or_long(typed):
    roles = rules.clean_roles(typed, "Stoel")
    assert len(set(roles)) == len(roles) == len(typed)
    assert all(0 < len(role) <= 26 for role in roles)
    assert rules.clean_roles(roles, "Stoel") == roles


def test_the_price_of_each_form_follows_from_three_named_choices(oefening):
    oefening.go(PRIJS)
    assert [question.layout.display for question in oefening.price.questions.values()] == [None, "none", "none"]
    for tension in Tension:
        assert oefening.price.questions[str(tension)].layout.display is None
        choose(oefening.price.questions[str(tension)], "tweede")
    seen = shown_text(oefening.price)
    assert (
        "Zelfsturend netwerk: de partners sturen samen 0,47 partners of buitenwereld en bijstellen of vasthouden"
        in seen
    )
    assert "Leidende organisatie: één partner trekt 0,23 tempo of inspraak" in seen
    assert MODEL in seen
    for tension, option in zip(Tension, ("tweede", "eerste", "eerste"), strict=True):
        choose(oefening.price.questions[str(tension)], option)
    assert "sturen samen 0,00 nergens" in shown_text(oefening.price)


def test_free_play_empties_several_seats_and_keeps_two(oefening):
    oefening.go(VRIJ)
    free, seats = oefening.free, oefening.free.table.seats
    for seat in "123":
        seats[seat].click()
    seen = shown_text(free)
    assert "Met 2 van de 5:" in seen
    assert "Met alle 5 was de onderlinge leiding 44." in seen
    assert seats["4"].disabled
    assert seats["1"].tooltip == "Zet terug: Voorzitter"
    seats["4"].click()
    assert len(oefening.state.free_gone) == 3
    seats["1"].click()
    assert not seats["4"].disabled
    free.pick.value = "b"
    assert oefening.state.free_gone == frozenset()


def test_undo_and_restart_restore_everything(oefening):
    start = oefening.describe()
    choose(oefening.bet.first, "b")
    fill(oefening, rules.GIVEN["b"])
    before = oefening.state
    oefening.restart()
    assert oefening.state == oefening.start
    assert oefening.describe() == start
    oefening.undo()
    assert oefening.state == before
    while oefening.history:
        oefening.undo()
    assert oefening.state == oefening.start


def test_describe_is_the_same_for_two_objects():
    one, other = create(rules.IDENT), create(rules.IDENT)
    assert one.describe() == other.describe()
    assert one.static_html() == other.static_html()
    assert MODEL in one.static_html()
    assert "33" not in one.describe()


def test_there_is_a_name_for_every_form_and_tension():
    assert set(texts(rules.IDENT).data["vormen"]) == set(Form)
    assert set(texts(rules.IDENT).data["spanningen"]) == set(Tension)


ROWS = st.lists(st.integers(0, 5), min_size=20, max_size=20).map(
    lambda values: tuple(tuple(0 if i == j else values[4 * i + j - (j > i)] for j in range(5)) for i in range(5))
)
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("go"), st.integers(0, 7)),
        st.tuples(st.just("rate"), st.integers(0, 6), st.integers(0, 6), st.integers(-1, 7)),
        st.tuples(st.just("empty"), st.sampled_from("ab"), st.sampled_from(rules.IDS[:5])),
        st.tuples(st.just("free"), st.sampled_from(rules.IDS)),
        st.tuples(st.just("pick"), st.sampled_from(["a", "b", rules.OWN])),
        st.tuples(st.just("bet"), st.sampled_from(rules.IDS)),
        st.tuples(st.sampled_from(["rest", "undo", "restart"])),
        st.tuples(st.just("role"), st.integers(0, 6), st.text(max_size=30)),
        st.tuples(st.just("more"), st.text(max_size=30)),
        st.tuples(st.just("less"), st.integers(0, 6)),
        st.tuples(st.just("write"), st.text(max_size=10)),
    ),
    max_size=25,
)


def tap(table, seat):
    if table.seats[seat].layout.display != "none" and not table.seats[seat].disabled:
        table.seats[seat].click()


def rate_one(oefening, i, j, rating):
    rows = [list(row) for row in oefening.table.view.ratings]
    if max(i, j) < len(rows):
        rows[i][j] = rating
        rate(oefening, rows)


def rename(oefening, number, typed):
    seats = list(oefening.table.view.seats)
    seats[min(number, len(seats) - 1)] = typed
    oefening.table.view.set_state({"seats": seats})


def make(oefening, move):
    """Do one move through the widgets, on the screen where a reader can make it."""
    kind, *rest = move
    screens = {"rate": TAFEL, "role": TAFEL, "more": TAFEL, "less": TAFEL, "rest": TAFEL, "empty": SPEEL}
    screens |= {"free": VRIJ, "pick": VRIJ, "bet": WEG, "write": WEG}
    oefening.go(screens.get(kind, oefening.state.step))
    whole = rules.ratings(oefening.state, rules.OWN) is not None
    {
        "go": oefening.go,
        "rate": lambda *cell: rate_one(oefening, *cell),
        "empty": lambda table, seat: tap(oefening.play.tables[table], seat),
        "free": lambda seat: tap(oefening.free.table, seat),
        "pick": lambda table: setattr(oefening.free.pick, "value", table),
        "bet": lambda seat: whole and tap(oefening.leave.round, seat),
        "role": lambda number, typed: rename(oefening, number, typed),
        "more": lambda name: seat_more(oefening, name),
        "less": lambda index: seat_less(oefening, min(index, len(oefening.state.seats) - 1)),
        "write": lambda text: setattr(oefening.leave.own["weg-als"], "value", text),
        "rest": oefening.table.rest.click,
        "undo": oefening.undo,
        "restart": oefening.restart,
    }[kind](*rest)


@settings(max_examples=25, deadline=None)
@given(MOVES)
def test_random_moves_never_break_it_and_can_all_be_undone(moves):
    oefening = create(rules.IDENT)
    for move in moves:
        make(oefening, move)
        assert oefening.figure().count("<svg") == oefening.figure().count("</svg>")
        size = len(oefening.state.seats)
        assert rules.FEWEST <= size <= rules.MOST
        assert [len(row) for row in oefening.state.rows] == [size] * size
    for step in range(8):
        oefening.go(step)
    while oefening.history:
        oefening.undo()
    bare = replace(oefening.state, answers={})
    assert bare == oefening.start


@settings(max_examples=50, deadline=None)
@given(ROWS, st.frozensets(st.sampled_from(rules.IDS[:5])))
def test_own_rows_become_ratings_only_when_complete(rows, gone):
    state = replace(rules.start(texts(rules.IDENT)), rows=rows)
    table = rules.ratings(state, rules.OWN)
    assert (table is None) == (rules.filled(state) < 20)
    whole = rules.ratings(replace(state, rows=rules.fill_rest(rows)), rules.OWN)
    assert whole is not None
    assert len(rules.without(whole, gone).members) == max(5 - len(gone), 2)
    svg, words = parts.draw(texts(rules.IDENT), state, rules.OWN, gone)
    strong = [(i, j) for i in range(5) for j in range(5) if rows[i][j] >= 3]
    there = [pair for pair in strong if not gone & {rules.IDS[pair[0]], rules.IDS[pair[1]]}]
    assert svg.count("<polygon") == len(there)
    assert svg.count("<path") == len(strong)
    assert ("Leeg: " in words) == bool(gone)


@given(ROWS)
def test_costliest_seat_is_the_largest_loss(rows):
    filled = [[None if i == j else max(v, 1) for j, v in enumerate(row)] for i, row in enumerate(rows)]
    table = Ratings.of(filled, rules.IDS[:5])
    lost = {seat: change.loss or 0 for seat, change in rules.losses(table).items()}
    most = rules.costliest(table)
    assert all(lost[seat] == pytest.approx(max(lost.values())) and lost[seat] > 0 for seat in most)
    assert bool(most) == (max(lost.values()) > 0)


def test_drawing_refuses_what_it_does_not_know():
    with pytest.raises(KeyError):
        reliance([Seat("1", "A"), Seat("2", "B")], {("1", "3"): 5}, title="t", description="d")
    with pytest.raises(KeyError):
        reliance([Seat("1", "A"), Seat("2", "B")], {("1", "2"): 6}, title="t", description="d")


def test_nobody_stands_out_where_all_are_relied_on_alike():
    words, start = texts(rules.IDENT), rules.start(texts(rules.IDENT))
    state = replace(start, rows=rules.fill_rest(start.rows))
    assert "rw-svg-started" not in parts.draw(words, state, rules.OWN)[0]
    assert parts.draw(words, state, "a")[0].count("rw-svg-started") == 1


@pytest.mark.parametrize("wrong", [-1, 101])
def test_a_level_lies_between_0_and_100(wrong):
    assert level(0, 100, title="t", description="d").count("<rect") == 2
    assert level(44, 44, title="t", description="d").count("<rect") == 1
    with pytest.raises(ValueError, match="between 0 and 100"):
        level(50, wrong, title="t", description="d")


def test_long_roles_are_shortened_in_the_drawing():
    svg = reliance([Seat("1", "Een heel lange functienaam"), Seat("2", "B")], {}, title="t", description="d")
    assert "Een heel lang…" in svg


@pytest.mark.parametrize(("value", "digits", "shown"), [(2.25, 1, "2,3"), (0.703125, 2, "0,70"), (3, 1, "3,0")])
def test_numbers_are_dutch(value, digits, shown):
    assert decimal(value, digits) == shown


@pytest.mark.parametrize(("items", "joined"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), ("abc", "a, b en c")])
def test_lists_are_dutch(items, joined):
    assert listing(items) == joined
