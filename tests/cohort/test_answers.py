"""The figures themselves: who differs most comes first, bets lie beside what came of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from travellers import BIRDS

from reiswijzer.cohort import bets
from reiswijzer.cohort.answers import disagreement, divergence, shifts, statements
from reiswijzer.cohort.bets import known
from reiswijzer.cohort.words import stop_words
from reiswijzer.content.cases import cases
from reiswijzer.content.files import ContentError, toml
from reiswijzer.content.texts import texts
from reiswijzer.exercises import create
from reiswijzer.exercises.de_ontbrekende_brug_reveal import HARMFUL
from reiswijzer.exercises.de_ontbrekende_brug_state import FIRST_PUZZLE, boards
from reiswijzer.exercises.de_ontbrekende_brug_words import size
from reiswijzer.exercises.een_deur_48_lijnen_parts import FAMILY, dutch
from reiswijzer.exercises.startpunt_rules import statements as asked
from reiswijzer.exercises.wie_leidt_hier_rules import GIVEN, key_seats
from reiswijzer.journal.share import Share
from reiswijzer.models.cascade_moves import AddTie
from reiswijzer.models.lines import full_mesh, parts_left
from reiswijzer.models.retention import STATISTIC_RETAINED
from reiswijzer.models.shared_leadership import knock_out

counts = st.lists(st.integers(0, 9), min_size=5, max_size=5).map(tuple).filter(lambda one: sum(one) > 1)


def test_two_camps_lie_further_apart_than_answers_all_over_the_scale():
    two_camps, everywhere = disagreement((25, 0, 0, 0, 25)), disagreement((10, 10, 10, 10, 10))
    one_outlier, together = disagreement((1, 0, 0, 0, 49)), disagreement((0, 0, 50, 0, 0))
    assert two_camps > everywhere > one_outlier > together == 0


@given(counts)
def test_disagreement_is_the_mean_over_pairs_and_the_same_from_both_ends(found):
    answers = [score for score, count in enumerate(found) for _ in range(count)]
    pairs = [abs(one - other) for at, one in enumerate(answers) for other in answers[:at]]
    assert abs(disagreement(found) - sum(pairs) / len(pairs)) < 1e-9
    assert disagreement(found) == disagreement(found[::-1])
    assert 0 <= disagreement(found) <= 4


def test_where_travellers_differ_most_comes_first():
    ids = list(statements())
    shares = [
        Share(f"{BIRDS[number]} 0001", None, {ids[0]: 3, ids[1]: 1 + number % 5, ids[2]: 1 if number % 2 else 5})
        for number in range(10)
    ]
    assert [one.statement for one in divergence(shares)] == [ids[2], ids[1], ids[0]]
    assert [one.statement for one in divergence(shares, ids[:2])] == [ids[1], ids[0]]


def test_the_statements_are_those_of_the_scan():
    scan = asked(create("startpunt").texts)
    assert statements() == {f"{condition} {number}": line for condition, number, line in scan}


def test_what_came_of_a_bet_is_what_the_models_and_the_cases_say():
    first = boards(texts("de-ontbrekende-brug"))[FIRST_PUZZLE]
    joined, of = size(AddTie(*HARMFUL).apply(first.puzzle)), len(first.names)
    setbacks = sum(item.setback_found for item in cases().values())
    lost = {table: 100 * (knock_out(given, key_seats(given)[0]).loss or 0) for table, given in GIVEN.items()}
    kept = 100 * STATISTIC_RETAINED
    written = {1: "één", 7: "zeven"}
    # Of each bet: what came of it, how the outcome says that, and the number that each option stands for.
    came = {
        "een-deur-48-lijnen/gok": (
            full_mesh(FAMILY), dutch(full_mesh(FAMILY)), {"48": 48, "100": 100, "500": 500, "1000": 1000}
        ),
        "een-deur-48-lijnen/gok_vertrek": (
            parts_left(FAMILY, 1, 1), f"alle {FAMILY - 1} los", {"een": 1, "twee": 2, "tien": 10, "los": FAMILY - 1}
        ),
        "wie-leidt-hier/gok": (
            lost["a"] - lost["b"], f"het meest: {lost['a']:.0f} procent", {"a": 40, "b": -40, "gelijk": 0}
        ),
        "wie-leidt-hier/gok-b": (lost["b"], f"{lost['b']:.0f} procent", {"helft": 50, "vijfde": 20, "weinig": 5}),
        "de-ontbrekende-brug/tweede-gok": (
            joined, f"{written[joined]} mee van de {written[of]}", {"zeven": 7, "vijf-zes": 5, "vier": 4, "minder": 3}
        ),
        "wat-blijft-hangen/gok": (kept, "ruim een kwart", {"alles": 100, "helft": 50, "kwart": 25, "niets": 0}),
        "casussen-onderzoeken/tegenvallers": (
            setbacks, f"{setbacks} van de {len(cases())}", {"tien": 10, "twintig": 20, "vijfendertig": 30}
        ),
    }  # fmt: skip
    assert 25 < kept < 30
    assert {bet.id for bet in known()} == set(came)
    for bet in known():
        number, said, options = came[bet.id]
        assert said in bet.outcome, bet.id
        assert set(options) == set(bet.options), bet.id
        assert bet.came == min(options, key=lambda option: abs(options[option] - number)), bet.id


def test_what_came_of_the_tables_is_what_the_exercise_shows():
    outcomes = {bet.id: bet for bet in known()}
    play = create("wie-leidt-hier")
    play.answer("gok", "a")
    play.answer("gok-b", "weinig")
    play.go(2)
    table = play._stack.children[2].table.value
    for bet in ("wie-leidt-hier/gok", "wie-leidt-hier/gok-b"):
        percent = outcomes[bet].outcome.split(" procent")[0].split()[-1]
        assert f"−{percent} procent" in table


def test_stop_words_are_written_as_words_are_compared():
    assert stop_words() == {word.lower() for word in stop_words()}
    assert "regie" not in stop_words()


def test_two_answers_are_the_fewest_that_can_differ():
    assert disagreement((1, 0, 0, 0, 1)) == 4
    with pytest.raises(ValueError, match="at least two answers, not 1"):
        disagreement((0, 1, 0, 0, 0))


def test_a_bet_says_what_the_exercise_asked():
    for bet in known():
        exercise, question = bet.id.split("/")
        assert bet.question == texts(exercise).choice(question).question


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"id": None}, "samen/gokken.toml: gok without id: .*id"),
        ({"uitkomst": ""}, "samen/gokken.toml: {id}: .*uitkomst"),
        ({"uit": "nooit"}, "samen/gokken.toml: {id}: 'nooit' is no option"),
    ],
)
def test_a_mistake_in_a_bet_is_told_with_file_and_id(monkeypatch, changed, told):
    first = toml(bets.FILE)["gok"][0]
    table = {key: value for key, value in {**first, **changed}.items() if value is not None}
    monkeypatch.setattr(bets, "toml", lambda _: {"gok": [table]})
    with pytest.raises(ContentError, match=told.replace("{id}", first["id"])):
        known()


def test_who_stayed_moved_neither_up_nor_down():
    one, other = list(statements())[:2]
    later = (1, 2, 3, 3, 4, 5, 5)
    shares = [
        Share(f"{BIRDS[number]} 0001", None, {one: 3, other: 3}, {one: score, other: 3})
        for number, score in enumerate(later)
    ]
    moved, stayed = shifts(shares)
    assert (moved.statement, moved.down, moved.same, moved.up) == (one, 2, 2, 3)
    assert (stayed.statement, stayed.down, stayed.same, stayed.up) == (other, 0, 7, 0)
    assert shifts(shares, [other]) == (stayed,)
