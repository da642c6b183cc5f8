"""The page about the data: its tables say what the data say, and its files are what a reader takes along."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import tiny_book
from reiswijzer.content.case_checks import checks
from reiswijzer.content.cases import cases
from reiswijzer.content.publishers import mirrors, resting_on_partners
from reiswijzer.content.publishers import words as publisher_words
from reiswijzer.exercises.casussen_onderzoeken_tables import files

PAGE = Path(__file__).resolve().parents[2] / "book" / "kaart" / "de-gegevens.md"


@pytest.fixture
def page(tmp_path):
    """Return a function that builds one page of MyST and returns its HTML, the folder and the warnings."""

    def build(text):
        html, warnings = tiny_book.build(tmp_path, {"index": f"# Proef\n\n{text}\n"})
        return BeautifulSoup((html / "index.html").read_text(), "html.parser"), html, warnings

    return build


def rows(table):
    return [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in table.select("tbody tr")]


def test_fields_are_listed_with_their_name_and_how_often_they_are_filled(page):
    html, _, warnings = page("```{gegevens} velden\n```")
    tables = html.select("table.rw-gegevens-tabel")
    shown = [row for table in tables for row in rows(table)]
    meaning = list(csv.DictReader(StringIO(files()["velden.csv"].decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in shown] == [f"{row['opschrift']} {row['veld']}" for row in meaning]
    for line, row in zip(shown, meaning, strict=True):
        assert line[1].startswith(row["betekenis"])
        assert line[1].endswith(f"Gevuld bij {row['gevuld']} van de {row['rijen']}.")
    assert all(table.select_one("caption").get_text(strip=True) for table in tables)
    assert not warnings


def test_every_check_is_shown_with_its_count_and_the_faults_together(page):
    html, _, warnings = page("```{gegevens} controles\n```")
    shown = rows(html.select_one("table"))
    assert [row[0] for row in shown] == [check.sentence for check in checks()]
    assert all(int(row[1].split()[0]) > 0 for row in shown)
    assert "Fouten bij de laatste bouw: 0." in html.get_text()
    assert not warnings


def test_publishers_are_counted_by_kind_and_named(page):
    html, _, warnings = page("```{gegevens} uitgevers\n```")
    shown = rows(html.select_one("table"))
    assert sum(int(row[2]) for row in shown) == 133
    labels = publisher_words("soort").values()
    assert all(row[0].startswith(label) for row, label in zip(shown, labels, strict=True))
    for ident in resting_on_partners():
        assert cases()[ident].name in html.get_text()
    assert "NUL20" in html.select_one("details").get_text()
    assert not warnings


def test_mirrors_are_listed_with_whom_they_are_from(page):
    html, _, warnings = page("```{gegevens} doorgeefluiken\n```")
    links = [link["href"] for link in html.select("li a.external")]
    assert links == list(mirrors())
    text = html.get_text()
    assert "Oorspronkelijk van Pedagogische Studiën, 2021." in text
    assert "Oorspronkelijke uitgever niet bekend." in text
    assert not warnings


def test_a_file_is_downloaded_as_it_was_made(page):
    html, folder, warnings = page(
        "{gegevensbestand}`samenwerkingen.csv` en {gegevensbestand}`alles <gegevens-samenwerkingen.zip>`"
    )
    one, everything = html.select("a.download")
    assert everything.get_text() == "alles"
    for link, name in ((one, "samenwerkingen.csv"), (everything, "gegevens-samenwerkingen.zip")):
        assert link["href"].endswith(f"/{name}")
        assert (folder / link["href"]).read_bytes() == files()[name]
    assert not warnings


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("```{gegevens} geheim\n```", "kaart/gegevens.toml: geheim: there is no such table"),
        ("{gegevensbestand}`geheim.xlsx`", "geheim.xlsx: there is no such data file"),
    ],
)
def test_an_unknown_name_is_refused(page, text, message):
    assert message in page(text)[2]


def test_the_numbers_in_the_text_of_the_page_are_those_of_the_data():
    text = PAGE.read_text(encoding="utf-8")
    visited = sum(item.visited_by_explorers for item in cases().values())
    sources = sum(len(item.sources) for item in cases().values())
    assert f"{len(cases())} samenwerkingen met {sources} verwijzingen" in text
    assert visited == 5
    assert f"Vijf van de {len(cases())} " in text
    assert f"De andere {len(cases()) - visited} " in text
    assert sum(len(item.sources) > 1 for item in cases().values()) > len(cases()) / 2, "most have several sources"
