"""A notebook shows tables as a Dutch reader reads them."""

import pandas as pd
from bs4 import BeautifulSoup

from reiswijzer.exercises.dutch_table import toon


def rows(data):
    """Return the words of every cell, row by row, the heads first."""
    shown = BeautifulSoup(toon(data)._repr_html_(), "html.parser")
    return [[cell.text for cell in row.find_all(["th", "td"])] for row in shown.find_all("tr")]


def test_a_sentence_is_whole_and_its_column_has_room():
    sentence = "Wat het kost, en wie dat betaalt, staat in geen enkel verslag. " * 3
    shown = toon(pd.DataFrame({"Zin": [sentence], "Kort": ["ja"]}))
    assert rows(pd.DataFrame({"Zin": [sentence]})) == [["Zin"], [sentence]]
    assert [column.kind for column in shown.columns] == ["rw-lang", ""]


def test_numbers_are_dutch_and_a_column_has_as_many_decimals_as_it_needs():
    frame = pd.DataFrame({"uren": [0.5, 564.0], "deel": [1 / 3, 1.0], "keer": [1128, -2], "heel": [33.0, 2.0]})
    assert rows(frame)[1:] == [["0,5", "0,33", "1.128", "33"], ["564,0", "1,00", "-2", "2"]]
    assert {column.kind for column in toon(frame).columns} == {"rw-getal"}
    assert toon(frame, decimals=3).columns[1].cells == ("0,333", "1,000")


def test_a_year_is_no_thousand():
    years = {"beginjaar": pd.array([2015, None], dtype="Int64"), "eerste beginjaar": [1997.0, 2026.0]}
    frame = pd.DataFrame(years)
    assert rows(frame)[1:] == [["2015", "1997"], ["", "2026"]]


def test_the_name_of_an_index_stands_in_the_one_row_of_heads():
    frame = pd.crosstab(pd.Series(["a", "a", "b"], name="domein"), pd.Series(["x", "y", "y"], name="vorm"))
    assert rows(frame) == [["domein", "x", "y"], ["a", "1", "1"], ["b", "0", "1"]]
    pairs = pd.DataFrame({"n": [4]}, index=pd.MultiIndex.from_tuples([("Gemeente", "Zorg")], names=["van", "naar"]))
    assert rows(pairs) == [["van", "naar", "n"], ["Gemeente", "Zorg", "4"]]
    assert rows(pd.DataFrame({("verlies", "A"): [1]})) == [["verlies, A"], ["1"]]


def test_an_index_that_only_numbers_is_left_out_and_one_with_a_name_is_not():
    frame = pd.DataFrame({"woord": ["regie", "huurder"]})
    assert rows(frame) == [["woord"], ["regie"], ["huurder"]]
    assert rows(frame[frame["woord"] == "huurder"]) == [["woord"], ["huurder"]]
    assert rows(frame.rename_axis("plaats"))[0] == ["plaats", "woord"]
    assert rows(pd.Series([3], index=["munt"], name="score")) == [["", "score"], ["munt", "3"]]


def test_more_values_in_a_cell_read_as_words_and_what_is_missing_is_empty():
    frame = pd.DataFrame({"opbrengst_soort": [("lof", "plannen"), (), None, float("nan")]})
    assert rows(frame) == [["opbrengst soort"], ["lof; plannen"], [""], [""], [""]]
    mixed = pd.DataFrame({"over": [33, "niet te berekenen"]})
    assert rows(mixed)[1:] == [["33"], ["niet te berekenen"]]
    assert toon(mixed).columns[0].kind == ""


def test_a_line_break_is_one_and_markup_is_text():
    shown = toon(pd.DataFrame({"uit": ["past.\nWat <b> kost"]}))
    assert "<td>past.<br>Wat &lt;b&gt; kost</td>" in shown._repr_html_()
    assert repr(shown) == "uit\npast. Wat <b> kost"
