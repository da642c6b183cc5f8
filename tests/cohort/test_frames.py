"""The tables for the notebook hold what the figures hold, and a spreadsheet program runs nothing of it."""

import pandas as pd
import pytest
from hypothesis import given, settings
from travellers import file, groups, traveller

from reiswijzer.cohort import answers, frames
from reiswijzer.cohort.gather import files_in, gather


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
