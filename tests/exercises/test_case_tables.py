"""The data files open in a Dutch spreadsheet, cannot be made to compute, and say the same as the tables."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pandas as pd
import pytest

from reiswijzer.content import case_fields
from reiswijzer.content.case_fields import CASES, SOURCES, fields, filled, found
from reiswijzer.content.cases import cases, kinds
from reiswijzer.content.files import ContentError, toml
from reiswijzer.exercises.casussen_onderzoeken_tables import ARCHIVE, bronnen_frame, files, frame, to_csv

DUTCH = {"sep": ";", "decimal": ",", "encoding": "utf-8-sig", "dtype": {"beginjaar": "Int64", "inzichten": "str"}}


def read(name):
    return list(csv.DictReader(StringIO(files()[name].decode("utf-8-sig")), delimiter=";"))


def test_the_tables_hold_every_case_and_every_source():
    table, sources = frame(), bronnen_frame()
    assert list(table["kenmerk"]) == list(cases())
    assert table["aantal_bronnen"].sum() == len(sources) == 133
    assert sources.groupby("kenmerk").size().to_dict() == table.set_index("kenmerk")["aantal_bronnen"].to_dict()
    assert (sources[sources["hoofdbron"] == "ja"].groupby("kenmerk").size() == 1).all()
    assert set(table.loc[table["alleen_betrokkenen"] == "ja", "kenmerk"]) == {
        ident for ident, group in sources.groupby("kenmerk") if set(group["uitgever_soort"]) == {"betrokken partij"}
    }


def test_a_file_begins_with_the_mark_and_the_names_and_ends_its_lines_as_a_spreadsheet_does():
    made = files()
    for name, file in ((f"{CASES}.csv", CASES), (f"{SOURCES}.csv", SOURCES)):
        assert made[name].startswith(b"\xef\xbb\xbf")
        first = made[name].decode("utf-8-sig").split("\r\n")[0]
        assert first.split(";") == [field.name for field in fields(file)]
        assert b"\n" not in made[name].replace(b"\r\n", b"")


def test_the_file_says_what_the_cases_say():
    rows = {row["kenmerk"]: row for row in read(f"{CASES}.csv")}
    assert len(rows) == 42
    item, row = cases()["nprz"], rows["nprz"]
    assert row["opbrengst"] == item.documented_outcome
    assert row["breedte"] == str(item.lat).replace(".", ",")
    assert row["tegenvaller_soort"].split(" | ") == [kinds("tegenvaller")[each] for each in item.setbacks]
    assert rows["regionale-energiecooperatie"]["beginjaar"] == ""


def test_pandas_reads_the_file_back_as_the_table_it_came_from():
    back = pd.read_csv(BytesIO(files()[f"{CASES}.csv"]), **DUTCH)
    table = frame()
    assert list(back.columns) == list(table.columns)
    assert back["breedte"].equals(table["breedte"])
    assert back["beginjaar"].equals(table["beginjaar"])
    assert list(back["opbrengst"].fillna("")) == list(table["opbrengst"])
    assert [tuple(cell.split(" | ")) for cell in back["inzichten"]] == list(table["inzichten"])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "＝"])
def test_text_like_a_formula_becomes_text_also_in_a_list(start):
    made = to_csv(["a", "b"], [{"a": f"{start}SOM(1)", "b": (f"{start}1", "x")}]).decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(made), delimiter=";")
    assert row == {"a": f"'{start}SOM(1)", "b": f"'{start}1 | x"}


def test_separators_quotes_and_lines_inside_a_text_stay_inside():
    text = 'een; "twee"\ndrie'
    (row,) = csv.DictReader(StringIO(to_csv(["a"], [{"a": text}]).decode("utf-8-sig"), newline=""), delimiter=";")
    assert row["a"] == text


def test_the_dictionary_explains_every_column_and_counts_what_is_filled():
    meaning = {(row["bestand"], row["veld"]): row for row in read("velden.csv")}
    for file in (f"{CASES}.csv", f"{SOURCES}.csv"):
        rows = read(file)
        for name in rows[0]:
            entry = meaning.pop((file, name))
            assert int(entry["gevuld"]) == sum(bool(row[name]) for row in rows), name
            assert int(entry["rijen"]) == len(rows)
            possible = set(entry["mogelijke_waarden"].split(" | ")) - {""}
            held = {part for row in rows for part in row[name].split(" | ") if part}
            assert not possible or held <= possible, name
    assert not meaning


def test_everything_is_in_the_zip_with_a_note_and_is_the_same_twice():
    made = files()
    with ZipFile(BytesIO(made[ARCHIVE])) as zipped:
        inside = {name: zipped.read(name) for name in zipped.namelist()}
    note = inside.pop("leesmij.txt").decode("utf-8-sig")
    assert "CC BY 4.0" in note
    assert "133" in note
    assert inside == {name: content for name, content in made.items() if name != ARCHIVE}
    assert files() == made


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda tables: tables[1:], "samenwerkingen/kenmerk: has a meaning or a value"),
        (lambda tables: [*tables, {**tables[0], "veld": "lust"}], "samenwerkingen/lust: has a meaning or a value"),
        (lambda tables: [*tables, tables[0]], "kenmerk: occurs twice"),
        (lambda tables: [{**tables[0], "betekenis": ""}, *tables[1:]], "kenmerk: 'betekenis' is missing"),
        (lambda tables: [{**tables[0], "waarde": "gevoel"}, *tables[1:]], "waarde 'gevoel'"),
    ],
)
def test_a_field_that_is_not_explained_is_named(monkeypatch, change, message):
    real = toml(case_fields.FILE)
    monkeypatch.setattr(case_fields, "toml", lambda _: {**real, CASES: change(real[CASES])})
    with pytest.raises(ContentError, match=message):
        fields(CASES)


def test_nothing_is_not_something_and_zero_is():
    assert [found(value) for value in ("", None, (), 0, 0.0, "x", ("x",))] == [False] * 3 + [True] * 4
    assert filled([{"a": "", "b": 0}, {"a": "x", "b": None}]) == {"a": 1, "b": 1}
