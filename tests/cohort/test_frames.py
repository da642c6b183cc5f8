"""The tables for the notebook hold what the figures hold, and a spreadsheet program runs nothing of it."""

import pandas as pd
import pytest
from hypothesis import given, settings
from travellers import file, groups, traveller

from reiswijzer.cohort import answers, frames
from reiswijzer.cohort.gather import files_in, gather
from reiswijzer.cohort.words import sentences
from reiswijzer.journal.share import LARGEST


@settings(max_examples=25)
@given(groups)
def test_tables_hold_what_the_figures_hold_and_no_more(shares):
    table = frames.divergence(shares)
    shown = answers.divergence(shares)
    assert [tuple(row) for row in table[list(frames.SCALE)].to_numpy().tolist()] == [one.counts for one in shown]
    parts = frames.groups(shares)
    assert len(parts) == sum(len(answers.split(shares, ident) or ()) for ident in answers.statements())
    assert len(frames.shifts(shares)) == len(answers.shifts(shares))


def test_below_five_every_table_is_empty():
    shares = [traveller(number, "bestuurder", 3, 4, ["Zin."]) for number in range(4)]
    for make in (frames.divergence, frames.groups, frames.shifts, frames.guesses, frames.shared):
        assert make(shares).empty
    assert frames.sentences(shares, 1).empty


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "|"])
def test_what_a_program_could_take_for_a_formula_is_made_harmless(start, tmp_path):
    said = f'{start}HYPERLINK("http://elders";"klik")'
    shares = [traveller(number, said=[f"{said} {number}"]) for number in range(5)]
    frames.to_csv(frames.sentences(shares, 1), tmp_path / "zinnen.csv")
    back = pd.read_csv(tmp_path / "zinnen.csv", sep=";", encoding="utf-8-sig")
    assert len(back) == 5
    assert all(cell[0] not in "=+-@＝|\t" for cell in back.iloc[:, 0])
    assert frames.to_csv(pd.DataFrame({said: [1.5]})).splitlines()[1] == "1,50"
    assert frames.to_csv(pd.DataFrame({"Zin": [f"  {start}1"]})).splitlines()[1] == f"'  {start}1"


def test_files_of_a_folder_are_read_no_further_than_needed(tmp_path):
    (tmp_path / "goed.json").write_bytes(file(traveller(1, first=3)))
    (tmp_path / "groot.json").write_bytes(b" " * 200_000)
    (tmp_path / "foto.png").write_bytes(b"x")
    found = gather(files_in(tmp_path))
    assert len(found.shares) == 1
    assert frames.refused(found).iloc[0, 0] == "groot.json"
    assert max(len(content) for _, content in files_in(tmp_path)) < 70_000
    assert not list(files_in(tmp_path / "bestaat-niet"))


def test_a_file_of_the_largest_size_takes_part_and_one_byte_more_does_not(tmp_path):
    written = file(traveller(1, first=3))
    (tmp_path / "net.json").write_bytes(written.ljust(LARGEST))
    (tmp_path / "over.json").write_bytes(file(traveller(2, first=3)).ljust(LARGEST + 1))
    found = gather(files_in(tmp_path))
    assert [one.label for one in found.shares] == [traveller(1).label]
    assert [(one.name, one.why) for one in found.refused] == [("over.json", "too-large")]


def test_a_file_that_is_another_one_again_is_named_with_that_one():
    found = gather([("a.json", file(traveller(1, first=3))), ("b.json", file(traveller(1, first=3)))])
    assert "a.json" in frames.refused(found).iloc[0, 1]


def test_groups_stand_apart_with_how_many_they_are():
    shares = [
        traveller(number, "bestuurder" if number < 5 else "commissaris", 1 + (number > 4)) for number in range(11)
    ]
    table = frames.groups(shares)
    assert table.iloc[:, 2].tolist() == [5, 6]
    assert table[list(frames.SCALE)].to_numpy().tolist() == [[5, 0, 0, 0, 0], [0, 6, 0, 0, 0]]


def test_the_order_of_sentences_is_that_of_the_seed():
    shares = [traveller(number, said=[f"Zin {number}."]) for number in range(8)]
    for seed in range(3):
        assert frames.sentences(shares, seed).iloc[:, 0].tolist() == [one.text for one in sentences(shares, seed)]


def test_a_dutch_spreadsheet_program_opens_the_file_as_it_is(tmp_path):
    target = tmp_path / "tabel.csv"
    frames.to_csv(pd.DataFrame({"Stelling": ["één"], "Punten": [1.5]}), target)
    assert target.read_bytes().decode("utf-8").splitlines() == ["\ufeffStelling;Punten", "één;1,50"]
    assert frames.to_csv(pd.DataFrame({"Stelling": ["één"]})).splitlines() == ["Stelling", "één"]
