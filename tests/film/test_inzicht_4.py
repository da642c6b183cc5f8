"""What clip `inzicht-4` says is what the model of its exercise computes, and it leaves the exercise to the reader."""

from itertools import chain

import pytest

from reiswijzer.content.files import toml
from reiswijzer.content.film import script
from reiswijzer.film.scenes.inzicht_4_play import MISSING, course, joined, slices, with_tie
from reiswijzer.film.stage import Now
from reiswijzer.models.cascade import SEVEN_PUZZLE, run
from reiswijzer.models.cascade_moves import AddTie, one_move_solutions

CLIP = script("inzicht-4")
HAND, AGAIN = (tuple(CLIP.numbers[name]["tie"]) for name in ("erbij", "opnieuw"))
COUNTS = {1: "Eén", 2: "Twee", 4: "vier", 7: "zeven", 13: "Dertien"}


def said(scene):
    found = next(each for each in CLIP.scenes if each.id == scene)
    return " ".join(line.text for line in found.lines)


def view(cascade, node):
    """Return how many joined contacts `node` sees in the last round in which it looked, of how many, and its need."""
    last = [each for each in chain.from_iterable(part.views for part in cascade.rounds) if each.node == node][-1]
    return len(last.seen), len(last.neighbours), last.needed


def at(scene, seconds):
    begin = next(each.begin for each in CLIP.scenes if each.id == scene)
    return Now(CLIP, begin + seconds)


def test_four_join_and_the_words_say_who_sees_how_many():
    first = course(None)
    assert (view(first, "pol"), view(first, "gem"), view(first, "schuld")) == ((1, 2, 1), (2, 3, 2), (1, 1, 1))
    assert view(first, "zorg") == (1, 3, 2)
    assert COUNTS[len(first.final)] in said("keten")


def test_one_contact_is_too_few_and_another_stops_the_start():
    assert course(HAND).final == course(None).final
    assert view(course(HAND), "welz") == (1, 3, 2)
    assert COUNTS[len(course(HAND).final)] in said("hand")
    assert course(AGAIN).final == SEVEN_PUZZLE.seeds
    assert view(course(AGAIN), "pol") == (1, 3, 2)


def test_the_numbers_of_the_question_are_those_of_the_model():
    solving = [tie for tie in MISSING if len(run(with_tie(tie)).final) == 7]
    assert said("vraag").startswith(f"{COUNTS[len(MISSING)]} contacten")
    assert f"{COUNTS[len(solving)]} ervan brengen alle {COUNTS[7]} mee" in said("vraag")


def test_no_contact_is_tried_that_solves_the_puzzle_or_that_the_reader_is_asked_to_guess_about():
    choices = {choice["id"]: choice for choice in toml("exercises/de-ontbrekende-brug.toml")["choice"]}
    guesses = {frozenset(option["id"].split("-")) for option in choices["eerste-gok"]["option"]}
    assert len(guesses) == 4
    solving = {frozenset((move.a, move.b)) for move in one_move_solutions(SEVEN_PUZZLE) if isinstance(move, AddTie)}
    assert not {frozenset(HAND), frozenset(AGAIN)} & (guesses | solving)


@pytest.mark.parametrize(
    ("scene", "seconds", "many"),
    [("begin", 7, 1), ("regel", 13, 2), ("keten", 10, 4), ("hand", 10, 4), ("terug", 13, 1)],
)
def test_as_many_have_joined_on_screen_as_the_model_has(scene, seconds, many):
    assert sum(joined(at(scene, seconds), node) for node in SEVEN_PUZZLE.graph.nodes) == many


@pytest.mark.parametrize(
    ("scene", "seconds", "node", "share"),
    [
        ("regel", 5, "pol", 1 / 2),
        ("kloof", 5, "zorg", 1 / 3),
        ("hand", 6, "welz", 1 / 3),
        ("terug", 4, "pol", 1 / 2),
        ("terug", 9, "pol", 1 / 3),
    ],
)
def test_a_disc_is_filled_as_far_as_its_organisation_sees(scene, seconds, node, share):
    pieces = slices(at(scene, seconds), node)
    assert sum(size * filled for size, filled in pieces) / sum(size for size, _ in pieces) == pytest.approx(share)
