"""What a report says of what was written: the last words, the first when they were others, and when."""

import pytest

from reiswijzer.content import journal as content
from reiswijzer.journal.journal import Journal
from reiswijzer.journal.report import Entry, compose, field_entries, if_then, words
from reiswijzer.journal.versions import Note

MONDAY, TUESDAY, WEDNESDAY = (f"2026-11-0{day}T09:00:00.000Z" for day in (2, 3, 4))


def entries(ident, **fields):
    """Return the entries of a part of which fields were written."""
    journal = Journal({name.replace("_", "-").removeprefix("f"): notes for name, notes in fields.items()})
    return {entry.id: entry for entry in field_entries(content.part(ident).fields, journal)}


def test_a_changed_answer_stands_beside_what_came_first():
    notes = (Note(MONDAY, " "), Note(TUESDAY, "eerst "), Note(WEDNESDAY, " later"))
    entry = entries("3-leiderschap", **{"f3-tafel-1": notes})["3-tafel-1"]
    assert (entry.kind, entry.present, entry.first) == ("eigen", "later", "eerst")
    assert (entry.time, entry.first_time) == (WEDNESDAY, TUESDAY)


def test_an_answer_that_came_back_to_the_first_has_no_other():
    notes = (Note(MONDAY, "zo"), Note(TUESDAY, "anders"), Note(WEDNESDAY, "zo"))
    entry = entries("3-leiderschap", **{"f3-tafel-1": notes})["3-tafel-1"]
    assert (entry.present, entry.first, entry.time, entry.first_time) == ("zo", "", WEDNESDAY, "")


def test_the_question_for_the_supervisors_is_a_question_and_the_rest_of_the_plan_is_not():
    fields = {field.id: (Note(MONDAY, "iets"),) for field in content.part("plan").fields}
    kinds = {ident: entry.kind for ident, entry in entries("plan", **fields).items()}
    assert {ident for ident, kind in kinds.items() if kind == "vraag"} == {"plan-vraag-rvc"}


def test_two_halves_are_one_line_of_their_last_words_with_their_first_ones_beside_it():
    halves = {
        "f3-als": (Note(MONDAY, "iedereen zwijgt"), Note(WEDNESDAY, "het stil valt")),
        "f3-dan": (Note(TUESDAY, "vraag ik iets"),),
    }
    entry = entries("3-leiderschap", **halves)["3-dan"]
    assert (entry.kind, entry.present) == ("als-dan", "Als het stil valt, dan vraag ik iets")
    assert entry.first == "Als iedereen zwijgt, dan vraag ik iets"
    assert (entry.time, entry.first_time) == (WEDNESDAY, MONDAY)


def test_of_two_changed_halves_the_earliest_first_words_give_the_time():
    halves = {
        "f3-als": (Note(TUESDAY, "a"), Note(WEDNESDAY, "b")),
        "f3-dan": (Note(MONDAY, "c"), Note(TUESDAY, "d")),
    }
    entry = entries("3-leiderschap", **halves)["3-dan"]
    assert (entry.first, entry.first_time, entry.time) == ("Als a, dan c", MONDAY, WEDNESDAY)


@pytest.mark.parametrize(
    ("when", "then", "line"),
    [
        ("Als het regent,", "Dan schuil ik", "Als het regent, dan schuil ik"),
        ("als het regent …", "", "Als het regent, dan …"),
        ("", "schuil ik", "Als …, dan schuil ik"),
        ("alsof het regent", "danst men", "Als alsof het regent, dan danst men"),
        ("", "", ""),
    ],
)
def test_a_line_is_read_as_one_however_its_halves_were_begun(when, then, line):
    assert if_then(when, then) == line


def test_what_this_version_has_no_place_for_comes_last_and_is_not_lost():
    journal = Journal({"later-veld": (Note(MONDAY, "bewaard"),), "3-tafel-1": (Note(MONDAY, "hier"),)})
    made = compose(journal, lambda _exercise, _documents: ())
    assert "Leiderschap" in made.parts[0].title
    assert [[entry.id for entry in part.entries] for part in made.parts] == [["3-tafel-1"], ["later-veld"]]
    last = made.parts[-1].entries[0]
    assert (last.kind, last.present, bool(last.prompt)) == ("eigen", "bewaard", True)


def test_what_an_exercise_noted_stands_in_the_part_of_its_stop_before_the_own_words():
    journal = Journal({"3-tafel-1": (Note(MONDAY, "hier"),)}, {"wie-leidt-hier": ({"stap": 1},)})

    def told(exercise, documents):
        return (Entry(exercise, "keuze", "Welke stoel?", str(documents[0]["stap"])),)

    made = compose(journal, told)
    assert [[entry.id for entry in part.entries] for part in made.parts] == [["wie-leidt-hier", "3-tafel-1"]]


def test_a_part_that_is_no_stop_has_a_title_of_its_own():
    made = compose(Journal({"plan-resultaat": (Note(MONDAY, "iets"),)}), lambda _exercise, _documents: ())
    assert [part.title for part in made.parts] == [words()["deel-plan"]]
