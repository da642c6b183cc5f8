"""What trainers get from the directives: plans, cards, slides and forms, and errors with file and id."""

import re
from dataclasses import replace
from importlib import resources
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup

import tiny_book
from reiswijzer.book import slides
from reiswijzer.content.forms import form
from reiswijzer.content.plans import plan
from reiswijzer.content.slides import deck
from reiswijzer.content.table_cards import case_cards, role_cards


@pytest.fixture
def page(tmp_path):
    """Return a function that builds one page of MyST and returns its HTML and the warnings."""

    def build(text: str) -> tuple[BeautifulSoup, str]:
        html, warnings = tiny_book.build(tmp_path, {"index": f"# Proef\n\n## Deel\n\n{text}\n"})
        return BeautifulSoup((html / "index.html").read_text(), "html.parser"), warnings

    return build


def test_a_plan_shows_its_sums_its_clock_and_what_to_say(page):
    html, warnings = page("```{tijdplan} werkbijeenkomst\n```")
    made = plan("werkbijeenkomst")
    assert html.select_one(".rw-plan-som").get_text() == (
        "195 minuten, waarvan 15 pauze. De netto contacttijd is 180 minuten."
    )
    rows = [[cell.get_text(strip=True) for cell in row.select("td")] for row in html.select(".rw-plan-tabel tbody tr")]
    assert [int(row[1]) for row in rows] == [part.minutes for part in made.parts]
    assert rows[-1][0] == "3:08"
    parts = html.select("section.rw-plan-deel")
    assert [part.select_one("h3").contents[0].strip() for part in parts] == [part.title for part in made.parts]
    said = [line.get_text(strip=True) for line in html.select(".rw-plan-zeg li")]
    assert said == [line for part in made.parts for line in part.say]
    assert {link["href"] for link in html.select(".rw-plan-tabel a")} == {f"#{part['id']}" for part in parts}
    assert not warnings


def test_cards_come_four_to_a_sheet(page):
    html, warnings = page("```{kaarten} 3\n```\n\n```{kaarten} casussen\n```\n\n```{kaarten} rollen\n```")
    sheets = html.select("ul.rw-vel")
    assert {len(sheet.select("li.rw-drukkaart")) for sheet in sheets} == {4}
    assert len(sheets) * 4 == 8 + len(case_cards()) + len(role_cards())
    assert all(card.select_one("a[href]") for card in html.select(".rw-drukkaart:has(.rw-drukkaart-vouw)"))
    assert all("verzonnen" in card.get_text() for card in html.select(".rw-drukkaart:has(dl)"))
    assert not warnings


def test_slides_have_their_figures_and_options_without_script(page):
    html, warnings = page("```{dias} 2\n```")
    shown = html.select("section.rw-dia")
    assert len(shown) == len(deck(2).slides)
    assert "1.128 lijnen" in html.select_one("#dia-2-antwoord svg desc").get_text()
    named = {each.figcaption.get_text(): each.desc.get_text() for each in html.select("#dia-2-antwoord figure")}
    assert list(named) == ["Iedereen met iedereen", "Eén regisseur"]
    assert "1.128 lijnen" in named["Iedereen met iedereen"]
    assert len(html.select("#dia-2-vraag figure")) == 1
    assert not html.select("#dia-2-vraag figcaption"), "one drawing needs no name"
    assert len(html.select("#dia-2-gok ol li")) == 4
    assert not html.select(".rw-dias button, .rw-dias-balk button")
    assert not warnings


@pytest.mark.parametrize("number", range(1, 6))
def test_what_a_slide_says_does_not_hang_on_where_its_figures_stand(number):
    said = " ".join(slide.text for slide in deck(number).slides).lower()
    assert not re.search(r"\b(links|rechts|bovenste|onderste)\b", said)


def test_drawings_without_a_name_each_are_refused(page, monkeypatch):
    made = deck(3)
    bare = replace(made, slides=tuple(replace(slide, names=()) for slide in made.slides))
    monkeypatch.setattr(slides, "deck", lambda _: bare)
    _, warnings = page("```{dias} 3\n```")
    assert "wie-leidt-hier, vraag: has 2 drawings and 0 names" in warnings


def test_a_form_is_plain_html_that_the_browser_does_not_remember(page):
    html, warnings = page("```{formulier} bewijs\n```")
    for control in html.select(".rw-bewijs input"):
        assert control["autocomplete"] == "off"
        assert control.find_parent("label") or html.select(f"label[for={control['id']}]")
    assert not html.select(".rw-bewijs form, .rw-bewijs button")
    assert form("bewijs").small in html.get_text()
    assert not warnings


def test_only_pages_made_for_paper_get_its_style(tmp_path):
    pages = {"index": "# Proef\n\n```{dias} 1\n```", "gewoon": "---\norphan: true\n---\n# Gewoon\n\nTekst."}
    html, _ = tiny_book.build(tmp_path, pages)
    assert "papier-dias.css" in (html / "index.html").read_text()
    assert "papier-" not in (html / "gewoon.html").read_text()


def test_the_made_up_files_come_as_one_zip(page, tmp_path):
    html, warnings = page("Pak {voorbeeldbestanden}`de twaalf` uit.")
    link = html.select_one("a.download")
    assert link.get_text() == "de twaalf"
    with ZipFile(tmp_path / "html" / link["href"]) as found:
        packed = {name: found.read(name) for name in found.namelist()}
    folder = resources.files("reiswijzer.content") / "samen" / "voorbeeld"
    assert packed == {file.name: file.read_bytes() for file in folder.iterdir()}
    assert len(packed) == 12
    assert not warnings


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("```{tijdplan} bestaat-niet\n```", "tijdplannen/: bestaat-niet: there is no time plan"),
        ("```{kaarten} 9\n```", "route.toml: 9: there is no stop"),
        ("```{dias} 9\n```", "dias/: 9: there are no slides"),
        ("```{formulier} bestaat-niet\n```", "formulieren/: bestaat-niet: there is no form"),
        (":::{papier} behang\nTekst.\n:::", "there is no paper 'behang', only kaarten, dias, formulier, plan"),
    ],
)
def test_an_unknown_id_is_a_warning_with_page_line_file_and_id(page, text, message):
    _, warnings = page(text)
    assert message in warnings
    assert "index.md:" in warnings
