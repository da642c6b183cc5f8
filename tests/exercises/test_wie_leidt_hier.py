"""The exercise "Wie leidt hier?", played through its widgets."""

import re
from dataclasses import replace
from html import unescape
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reiswijzer.content.texts import texts
from reiswijzer.exercises import create
from reiswijzer.exercises import wie_leidt_hier_rules as rules
from reiswijzer.exercises.fields import decimal, listing
from reiswijzer.figures.reliance import Seat, reliance
from reiswijzer.models.form_fit import Form
from reiswijzer.models.shared_leadership import Ratings
from reiswijzer.models.tensions import Tension

GOK, SPEEL, ZIE, VERKLAAR, TAFEL, WEG, PRIJS, VRIJ = range(8)
MODEL = "Rekenmodel van deze module, geen meting."


@pytest.fixture
def oefening():
    return create(rules.IDENT)


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
            own.append(unescape(re.sub(r"<[^>]+>", " ", value)))
    return " ".join(" ".join([*own, *(shown_text(child) for child in getattr(widget, "children", ()))]).split())


def fill(oefening, table):
    """Type a whole table of ratings into the own table, seat by seat."""
    oefening.go(TAFEL)
    for number, row in enumerate(table.rows):
        oefening.table.raters[number].click()
        for cell, rating in zip(oefening.table.cells, [each for each in row if each is not None], strict=True):
            cell.value = rating


def test_the_first_move_is_a_bet_of_few_words_that_gives_nothing_away(oefening):
    intro, first, _, _, figures, _ = oefening.bet.children
    assert len(f"{shown_text(intro)} {shown_text(first)}".split()) < 40
    assert "procent" not in shown_text(oefening.bet)
    assert "En hoeveel onderlinge leiding" not in shown_text(oefening.bet)
    assert "Voorzitter 5,0, Gemeente 3,0, Zorg 2,0, Corporatie 2,3 en Welzijn 1,5" in shown_text(figures)
    choose(first, "gelijk")
    assert "En hoeveel onderlinge leiding" in shown_text(oefening.bet)
    choose(oefening.bet.second, "vijfde")
    assert "Genoteerd." in shown_text(oefening.bet)
    assert "procent" not in shown_text(oefening.bet)


@pytest.mark.parametrize(
    ("table", "seat", "said"),
    [
        ("a", "1", "met vijf: 44 . Zonder Voorzitter: 29 . Dat is 33 procent minder."),
        ("b", "3", "met vijf: 68 . Zonder Zorg: 65 . Dat is 4 procent minder."),
        ("a", "5", "Zonder Welzijn: 54 . Dat is 24 procent meer."),
    ],
)
def test_an_empty_seat_shows_what_is_left(oefening, table, seat, said):
    oefening.go(SPEEL)
    oefening.play.seats[table].value = seat
    assert said in shown_text(oefening.play.words[table])
    assert "Leeg: " in shown_text(oefening.play.figures[table])
    oefening.undo()
    assert oefening.play.seats[table].value == ""
    assert "Zonder" not in shown_text(oefening.play)


def test_bets_come_back_with_the_numbers_of_the_chapter(oefening):
    choose(oefening.bet.first, "a")
    oefening.go(ZIE)
    assert "U dacht: Tafel A" in shown_text(oefening.see)
    assert "Over tafel B hebt u niet gegokt. Daar gaat 4 procent verloren." in shown_text(oefening.see)
    oefening.go(GOK)
    choose(oefening.bet.second, "vijfde")
    oefening.go(ZIE)
    seen = shown_text(oefening.see)
    assert "dacht u: Ongeveer een vijfde: één stoel van de vijf . Het werd 4 procent ." in seen
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
    oefening.go(VERKLAAR)
    assert "Gok eerst." in shown_text(oefening.explain)
    oefening.go(WEG)
    assert "Uw tafel is nog niet vol: 0 van de 20." in shown_text(oefening.leave)
    oefening.go(PRIJS)
    assert "Nog te kiezen: 3 van de 3." in shown_text(oefening.price)
    oefening.go(VRIJ)
    oefening.free.pick.value = rules.OWN
    assert "Uw eigen tafel is nog niet vol" in shown_text(oefening.free)
    assert all(button.disabled for button in oefening.free.seats.values())


def test_surprise_comes_before_the_explanation_and_the_counter_finding_after_a_bet(oefening):
    oefening.go(VERKLAAR)
    screen = oefening.explain
    assert "Dichtheid" not in shown_text(screen)
    screen.surprise.value = "Dat er iets bij kan komen."
    screen.unfold.click()
    seen = shown_text(screen)
    assert "Tafel A heeft dichtheid 0,55, tafel B 0,74" in seen
    assert "Tafel A: 0,70. Tafel B: 0,09." in seen
    assert "Milward" not in seen
    choose(screen.counter, "gedeeld")
    seen = shown_text(screen)
    assert "U dacht: Het stelsel waarin de aanbieders de leiding deelden" in seen
    assert "Eén aanbieder overheerste het" in seen
    assert 'href="https://doi.org/10.1093/oxfordjournals.jpart.a024378"' in screen.found.value


def test_the_own_table_is_filled_in_with_named_options_and_names_that_say_who_relies_on_whom(oefening):
    oefening.go(TAFEL)
    labels = set()
    for button in oefening.table.raters:
        button.click()
        labels |= {cell.description for cell in oefening.table.cells}
    assert len(labels) == 20
    assert "Gemeente rekent op Bewoners" in labels
    assert [label for label, _ in oefening.table.cells[0].options][1:] == texts(rules.IDENT).data["schaal"]
    oefening.table.raters[0].click()
    oefening.table.cells[0].value = 5
    assert "Corporatie rekent op Gemeente: volledig." in oefening.status.value
    assert "U hebt 1 van de 20 ingevuld." in shown_text(oefening.table)
    assert "Gemeente 5,0." in shown_text(oefening.table.figure)
    oefening.table.rest.click()
    assert "Alle twintig zijn ingevuld." in shown_text(oefening.table)
    assert oefening.state.rows[0][1] == 5
    assert oefening.table.rest.disabled
    oefening.undo()
    assert rules.filled(oefening.state.rows) == 1


def test_the_example_typed_over_gives_the_example_back(oefening):
    fill(oefening, rules.GIVEN["a"])
    assert rules.ratings(oefening.state, rules.OWN) == rules.GIVEN["a"]
    assert "Onderlinge leiding: 44 van 100. Centralisatie: 0,70 ." in shown_text(oefening.table)
    oefening.go(WEG)
    assert "procent" not in shown_text(oefening.leave)
    oefening.leave.bet.value = "2"
    seen = shown_text(oefening.leave)
    assert "U gokte op Gemeente . In deze som kost Corporatie het meest." in seen
    assert "Corporatie Dat is 33 procent minder." in seen
    oefening.leave.bet.value = "1"
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
    oefening.leave.bet.value = bet
    assert said in shown_text(oefening.leave)


def test_roles_can_be_changed_and_are_escaped(oefening):
    oefening.go(TAFEL)
    assert oefening.table.role_grid.layout.display == "none"
    oefening.table.rename.click()
    oefening.table.roles[0].value = "<script>alert(1)</script> **x** {0}"
    oefening.table.roles[1].value = "Zorg"
    assert oefening.table.raters[0].description == "<script>alert(1)</script"
    assert [button.description for button in oefening.table.raters].count("Zorg") == 1
    oefening.table.rest.click()
    pages = [oefening.table.figure.value, oefening.table.table.value, oefening.table.who.value]
    oefening.go(WEG)
    oefening.leave.bet.value = "1"
    pages += [oefening.leave.result.value, oefening.leave.table.value, oefening.static_html(), oefening.status.value]
    assert all("<script" not in page for page in pages)
    oefening.leave.own["weg-als"].value = "<b>ik</b>"
    assert oefening.state.answers["weg-als"] == "<b>ik</b>"
    assert "<b>ik" not in oefening.static_html()


def test_the_price_of_each_form_follows_from_three_named_choices(oefening):
    oefening.go(PRIJS)
    for tension in Tension:
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
    free = oefening.free
    for seat in "123":
        free.seats[seat].click()
    seen = shown_text(free)
    assert "Met 2 van de 5:" in seen
    assert "Met vijf was de onderlinge leiding 44." in seen
    assert free.seats["4"].disabled
    assert free.seats["1"].description == "Zet terug: Voorzitter"
    free.seats["4"].click()
    assert len(oefening.state.free_gone) == 3
    free.seats["1"].click()
    assert not free.seats["4"].disabled
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


def test_every_text_is_used():
    source = "".join(
        resources.files("reiswijzer.exercises").joinpath(f"wie_leidt_hier_{part}.py").read_text(encoding="utf-8")
        for part in ("given", "own", "rules")
    )
    built = {f"zie-{name}" for name in ("tafel", "weg", "voor", "na", "verlies")}
    unused = [ident for ident in texts(rules.IDENT).sentences if f'"{ident}"' not in source and ident not in built]
    assert unused == []
    assert set(texts(rules.IDENT).data["vormen"]) == set(Form)
    assert set(texts(rules.IDENT).data["spanningen"]) == set(Tension)


ROWS = st.lists(st.integers(0, 5), min_size=20, max_size=20).map(
    lambda values: tuple(
        tuple(0 if i == j else values[4 * i + j - (j > i)] for j in range(rules.SEATS)) for i in range(rules.SEATS)
    )
)
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("go"), st.integers(0, 7)),
        st.tuples(st.just("rate"), st.integers(0, 3), st.integers(0, 5)),
        st.tuples(st.just("rater"), st.integers(0, 4)),
        st.tuples(st.just("empty"), st.sampled_from("ab"), st.sampled_from(["", *rules.IDS])),
        st.tuples(st.just("free"), st.sampled_from(rules.IDS)),
        st.tuples(st.just("pick"), st.sampled_from(["a", "b", rules.OWN])),
        st.tuples(st.just("bet"), st.sampled_from(["", *rules.IDS])),
        st.tuples(st.sampled_from(["rest", "undo", "restart", "next"])),
        st.tuples(st.just("role"), st.integers(0, 4), st.text(max_size=30)),
    ),
    max_size=25,
)


def set_value(widget, value):
    if not hasattr(widget, "options") or value in [each for _, each in widget.options]:
        widget.value = value


def make(oefening, move):
    """Do one move through the widgets; on a table that is not complete a bet has no options yet."""
    kind, *rest = move
    {
        "go": oefening.go,
        "rate": lambda place, rating: set_value(oefening.table.cells[place], rating),
        "rater": lambda number: oefening.table.raters[number].click(),
        "empty": lambda table, seat: set_value(oefening.play.seats[table], seat),
        "free": lambda seat: oefening.free.seats[seat].click(),
        "pick": lambda table: set_value(oefening.free.pick, table),
        "bet": lambda seat: set_value(oefening.leave.bet, seat),
        "role": lambda number, typed: set_value(oefening.table.roles[number], typed),
        "rest": oefening.table.rest.click,
        "next": oefening.table.next.click,
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
    for step in range(8):
        oefening.go(step)
    while oefening.history:
        oefening.undo()
    bare = replace(oefening.state, roles=oefening.start.roles)
    assert bare == oefening.start


@settings(max_examples=50, deadline=None)
@given(ROWS, st.frozensets(st.sampled_from(rules.IDS)))
def test_own_rows_become_ratings_only_when_complete(rows, gone):
    state = rules.LeadState(rows=rows)
    table = rules.ratings(state, rules.OWN)
    assert (table is None) == (rules.filled(rows) < 20)
    whole = rules.ratings(replace(state, rows=rules.fill_rest(rows)), rules.OWN)
    assert whole is not None
    assert len(rules.without(whole, gone).members) == max(5 - len(gone), 2)
    svg, words = rules.draw(texts(rules.IDENT), state, rules.OWN, gone)
    there = [i for i in range(5) if rules.IDS[i] not in gone]
    assert svg.count("<polygon") == sum(rows[i][j] >= 3 for i in there for j in there)
    assert ("Leeg: " in words) == bool(gone)


@given(ROWS)
def test_costliest_seat_is_the_largest_loss(rows):
    table = Ratings.of(
        [[None if i == j else max(v, 1) for j, v in enumerate(row)] for i, row in enumerate(rows)], rules.IDS
    )
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
    words, state = texts(rules.IDENT), rules.LeadState(rows=rules.fill_rest(rules.EMPTY))
    assert "rw-svg-started" not in rules.draw(words, state, rules.OWN)[0]
    assert rules.draw(words, state, "a")[0].count("rw-svg-started") == 1


def test_long_roles_are_shortened_in_the_drawing():
    svg = reliance([Seat("1", "Een heel lange functienaam"), Seat("2", "B")], {}, title="t", description="d")
    assert "Een heel lang…" in svg


@pytest.mark.parametrize(("value", "digits", "shown"), [(2.25, 1, "2,3"), (0.703125, 2, "0,70"), (3, 1, "3,0")])
def test_numbers_are_dutch(value, digits, shown):
    assert decimal(value, digits) == shown


@pytest.mark.parametrize(("items", "joined"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), ("abc", "a, b en c")])
def test_lists_are_dutch(items, joined):
    assert listing(items) == joined
