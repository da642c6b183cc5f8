"""The figures themselves: who differs most comes first, bets lie beside what came of it."""

from hypothesis import given
from hypothesis import strategies as st
from travellers import BIRDS

from reiswijzer.cohort.answers import disagreement, divergence, statements
from reiswijzer.cohort.bets import known
from reiswijzer.cohort.words import stop_words
from reiswijzer.content.cases import cases
from reiswijzer.exercises import create
from reiswijzer.exercises.startpunt_rules import statements as asked
from reiswijzer.journal.share import Share

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


def test_the_statements_are_those_of_the_scan():
    scan = asked(create("startpunt").texts)
    assert statements() == {f"{condition} {number}": line for condition, number, line in scan}


def test_what_came_of_a_bet_is_what_the_exercise_says():
    outcomes = {bet.id: bet for bet in known()}
    setbacks = sum(bool(item.documented_difficulty) for item in cases().values())
    assert f"{setbacks} van de {len(cases())}" in outcomes["casussen-onderzoeken/tegenvallers"].outcome
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
