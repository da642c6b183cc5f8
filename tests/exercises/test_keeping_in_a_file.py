"""In Jupyter a notebook may ask for a file: then every exercise goes on from it and keeps in it."""

import json

import pytest

from reiswijzer.exercises import MODULES, create
from reiswijzer.exercises.keeping import Place
from reiswijzer.exercises.notebook import bewaar_in, example, frame, only, open_journal
from reiswijzer.exercises.noted import compose
from reiswijzer.journal.export.cells import harmless
from reiswijzer.journal.files import JournalFile

IDENT = "casussen-onderzoeken"


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(Place, "file", None)
    return tmp_path / "reisverslag.json"


def test_without_asking_nothing_is_kept(place):
    create(IDENT).answer("opbrengst", "Warmte.")
    assert not list(place.parent.iterdir())


def test_an_exercise_goes_on_where_it_was(place):
    bewaar_in(place)
    exercise = create(IDENT)
    assert not exercise.keeping.notice.value
    exercise.answer("opbrengst", "Warmte.")
    exercise.go(4)
    again = create(IDENT)
    assert again.state == exercise.state
    assert "U gaat verder waar u was, volgens het bestand reisverslag.json." in again.keeping.notice.value
    again.answer("tegenvaller", "Kou.")
    assert not again.keeping.notice.value
    assert len(JournalFile(place).read().exercises[IDENT]) == 1


def test_who_begins_again_begins_again(place):
    bewaar_in(place)
    create(IDENT).answer("opbrengst", "Warmte.")
    exercise = create(IDENT)
    exercise.restart()
    again = create(IDENT)
    assert again.state == again.start
    assert not again.keeping.notice.value


def test_an_exercise_that_is_there_already_can_be_given_a_file(place):
    create(IDENT).keeping.keep_in(JournalFile(place))
    exercise = create(IDENT)
    exercise.answer("opbrengst", "Warmte.")
    assert not place.exists()
    exercise.keeping.keep_in(JournalFile(place))
    exercise.answer("tegenvaller", "Kou.")
    assert JournalFile(place).present(IDENT)["state"]["answers"] == {"opbrengst": "Warmte.", "tegenvaller": "Kou."}


def test_a_damaged_file_is_told_and_put_apart(place):
    place.write_text("{")
    bewaar_in(place)
    exercise = create(IDENT)
    (apart,) = place.parent.iterdir()
    assert f"Het heet nu {apart.name}." in exercise.keeping.notice.value
    exercise.answer("opbrengst", "Warmte.")
    assert JournalFile(place).present(IDENT)


def test_a_newer_file_is_told_and_left_alone(place):
    content = json.dumps({"format": "reiswijzer-reisverslag", "version": 9})
    place.write_text(content)
    bewaar_in(place)
    exercise = create(IDENT)
    assert "nieuwere versie" in exercise.keeping.notice.value
    exercise.answer("opbrengst", "Warmte.")
    assert place.read_text() == content


def test_a_document_that_cannot_be_read_stays_in_the_file(place):
    bewaar_in(place)
    exercise = create(IDENT)
    exercise.answer("opbrengst", "Warmte.")
    content = json.loads(place.read_text())
    content["exercises"][IDENT][0]["state"] = {"later": 1}
    place.write_text(json.dumps(content))
    again = create(IDENT)
    assert "is niet te lezen" in again.keeping.notice.value
    again.answer("opbrengst", "Kou.")
    again.answer("opbrengst", "Wind.")
    states = [each["state"] for each in JournalFile(place).read().exercises[IDENT]]
    assert states[0] == {"later": 1}
    assert [each["answers"]["opbrengst"] for each in states[1:]] == ["Wind."]


def test_a_file_that_cannot_be_written_is_told_and_the_exercise_goes_on(place, monkeypatch):
    bewaar_in(place)
    exercise = create(IDENT)

    def fail(*_):
        raise PermissionError

    monkeypatch.setattr(JournalFile, "write", fail)
    exercise.answer("opbrengst", "Warmte.")
    assert "niet te openen of te schrijven" in exercise.keeping.notice.value
    assert exercise.state.answers["opbrengst"] == "Warmte."


def test_a_place_that_is_no_file_is_told(place):
    place.mkdir()
    bewaar_in(place)
    assert "niet te openen of te schrijven" in create(IDENT).keeping.notice.value


def test_without_a_file_the_example_opens(place):
    assert open_journal(place) == example()
    JournalFile(place).keep_note("1-tafel-1", "Iets.")
    assert list(open_journal(place).fields) == ["1-tafel-1"]


def test_the_example_goes_through_the_whole_book():
    report = compose(example())
    assert [part.id for part in report.parts] == [
        "startpunt", "1-resultaat", "2-grenzeloos", "3-leiderschap", "4-dynamisch", "5-verhaal", "kaart", "plan",
    ]  # fmt: skip
    assert any(entry.first for part in report.parts for entry in part.entries)
    kinds = {entry.kind for part in report.parts for entry in part.entries}
    assert kinds == {"gok", "uitkomst", "antwoord", "eigen", "als-dan", "vraag", "gelezen"}


@pytest.mark.parametrize("ident", MODULES)
def test_an_exercise_goes_on_from_the_example(place, ident):
    JournalFile(place).add(example())
    bewaar_in(place)
    exercise = create(ident)
    assert exercise.state != exercise.start
    assert "U gaat verder waar u was" in exercise.keeping.notice.value


def test_the_table_has_a_row_for_every_entry():
    report = compose(example())
    table = frame(report)
    assert len(table) == sum(len(part.entries) for part in report.parts)
    assert not table[["Halte", "Soort", "Vraag", "Nu", "Dag"]].isin([""]).any().any()


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", " =1", "\r=1", "\n=1", "＝1", "\u00a0=1", "  |1"]
)
def test_a_cell_that_looks_like_a_formula_is_made_text(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Warmte.", "", "3 - 1", 7, None, "'=1"])
def test_any_other_cell_stays_as_it_is(cell):
    assert harmless(cell) == cell


def test_one_stop_can_be_read_by_itself():
    report = compose(example())
    assert [part.id for part in only(report, "kaart").parts] == ["kaart"]
    with pytest.raises(ValueError, match="6-later: dit verslag heeft startpunt, 1-resultaat"):
        only(report, "6-later")
