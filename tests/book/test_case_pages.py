"""The map, the pages of the cases and the links to them, in a small book."""

import pytest
from bs4 import BeautifulSoup

import case_pages
import tiny_book
from reiswijzer.book.case_map import page_of, slug
from reiswijzer.book.cases import LONGEST, card, short
from reiswijzer.content.case_words import period, words
from reiswijzer.content.cases import case, cases, kinds
from reiswijzer.content.files import ContentError
from reiswijzer.content.themes import folded
from reiswijzer.exercises.alike import compare_with

ROOT = tiny_book.BOOK.parent
TWO = {page_of(ident): case_pages.page(case(ident)) for ident in ("nexus-limburg", "ons-doel-leiden")}
MAP = {"book/kaart/index": "# De kaart\n\n```{kaart}\n```\n"}


@pytest.fixture
def book(tmp_path):
    """Return a function that builds pages and returns a reader of their HTML and the warnings."""

    def build(pages):
        html, warnings = tiny_book.build(tmp_path, {"index": "# Proef\n", **pages})

        def read(name):
            return BeautifulSoup((html / f"{name}.html").read_text(), "html.parser")

        return read, [line for line in warnings.splitlines() if "toctree" not in line]

    return build


def test_every_case_has_its_page_and_no_page_is_left_over():
    there = {path.stem: path.read_text() for path in (ROOT / page_of("")).glob("*.md")}
    assert max(len(text.split('description: "')[1].split('"')[0]) for text in there.values()) <= 155
    assert there == {item.id: case_pages.page(item) for item in cases().values()}, "run: make cases"


def test_the_page_of_a_case_tells_all_that_is_known(book):
    read, warnings = book({**TWO, **MAP})
    item, html = case("nexus-limburg"), read(page_of("nexus-limburg"))
    told = " ".join(html.body.get_text().replace("’", "'").split())
    for text in (
        item.place,
        item.governance_form,
        item.intended_result,
        item.documented_outcome,
        item.documented_difficulty,
    ):
        assert text.replace("’", "'") in told
    assert {link["href"] for link in html.select("#bronnen a.external")} == {source.url for source in item.sources}
    assert "bezocht of besproken" in told
    assert kinds("vorm")[item.form] in told
    assert "?plaats=provincie-limburg" in str(html.body), "no other case is in its own region"
    assert not [line for line in warnings if "unknown document" not in line and "casus" in line]


def test_a_case_that_lacks_something_says_so(book):
    read, _ = book(
        {page_of("regionale-energiecooperatie"): case_pages.page(case("regionale-energiecooperatie")), **MAP}
    )
    told = read(page_of("regionale-energiecooperatie")).select_one(".rw-casus-blad").get_text()
    assert told.count("Niet gevonden.") == 2
    assert "plaats niet bekend" in told
    assert "beginjaar niet gevonden" in told


def test_two_other_cases_stand_beside_it_with_the_reason(book):
    read, _ = book({**TWO, **MAP})
    shown = read(page_of("nexus-limburg")).select(".rw-casus-vergelijk li")
    wanted = compare_with(case("nexus-limburg"))
    assert [each.select_one("a.rw-casus").get_text() for each in shown] == [each.case.name for each in wanted]
    assert all("Net als hier" in each.get_text() for each in shown)


def test_it_lists_the_pages_that_name_it_also_after_a_change(book):
    chapter = "book/reis/proef"
    read, _ = book({**TWO, **MAP, chapter: "# Een hoofdstuk\n\n{casus}`nexus-limburg`\n"})
    assert "Een hoofdstuk" in read(page_of("nexus-limburg")).select_one("#genoemd").get_text()
    assert "komt deze samenwerking niet voor" in read(page_of("ons-doel-leiden")).select_one("#genoemd").get_text()
    read, _ = book({**TWO, **MAP, chapter: "# Een hoofdstuk\n\n{casus}`ons-doel-leiden`\n"})
    assert "Een hoofdstuk" not in read(page_of("nexus-limburg")).select_one("#genoemd").get_text()
    assert "Een hoofdstuk" in read(page_of("ons-doel-leiden")).select_one("#genoemd").get_text()


def test_it_is_written_again_only_when_it_is_named_elsewhere_than_before(book, tmp_path):
    chapter, nexus = "book/reis/proef", tmp_path / "html" / f"{page_of('nexus-limburg')}.html"

    def written(text):
        if nexus.exists():
            nexus.write_text("van de vorige keer")
        book({**TWO, **MAP, chapter: text})
        return nexus.read_text() != "van de vorige keer"

    assert written("# Een hoofdstuk\n\n{casus}`nexus-limburg`\n")
    assert not written("# Een hoofdstuk\n\nAndere woorden over {casus}`nexus-limburg`.\n")
    assert written("# Een andere titel\n\nAndere woorden over {casus}`nexus-limburg`.\n")
    assert written("# Een andere titel\n\nGeen naam meer.\n")
    assert not written("# Nog een titel\n\nNog steeds geen naam.\n")


def test_the_name_of_a_case_leads_to_its_page_and_has_a_card(book):
    read, _ = book({**TWO, **MAP, "een": "# Een\n\n{casus}`nexus-limburg` en {casus}`de drie <nexus-limburg>`\n"})
    html = read("een")
    own, other = html.select("a.rw-casus")
    assert own.get_text().startswith("neXus")
    assert other.get_text() == "de drie"
    assert own["href"] == other["href"] == page_of("nexus-limburg") + ".html"
    (template,) = html.select("template.rw-kaartje-inhoud")
    assert own["data-casus"] == "nexus-limburg"
    assert html.select(template["data-voor"]) == [own, other]
    assert any("card.mjs" in script.get("src", "") for script in html.select("script"))
    assert not any("card.mjs" in script.get("src", "") for script in read("index").select("script"))


def test_a_book_without_pages_for_cases_leads_to_the_source(book):
    read, _ = book({"een": "# Een\n\n{casus}`nexus-limburg`\n"})
    assert read("een").select_one("a.rw-casus")["href"] == case("nexus-limburg").source_url


def test_a_case_that_is_not_there_stops_the_build(book):
    _, warnings = book(
        {"een": "# Een\n\n{casus}`bestaat-niet`\n", "twee": "# Twee\n\n```{casuspagina} ook-niet\n```\n"}
    )
    assert any("cases.csv: bestaat-niet: there is no case" in line for line in warnings)
    assert any("cases.csv: ook-niet: there is no case" in line for line in warnings)


def test_a_card_does_not_tell_what_came_of_it():
    for item in cases().values():
        made = card(item).html
        for text in (item.documented_outcome, item.documented_difficulty):
            assert not text or short(text).split(" …")[0] not in made


def test_a_long_text_is_cut_between_words():
    assert short("kort") == "kort"
    cut = short("woorden " * 60)
    assert len(cut) <= LONGEST + 2
    assert cut.endswith("woorden …")


def test_the_map_has_every_case_once_in_the_table_and_every_place_once(book):
    read, _ = book(MAP)
    html = read("book/kaart/index")
    rows = html.select(".rw-lijst tbody tr")
    assert {row["id"] for row in rows} == {f"casus-{ident}" for ident in cases()}
    assert len(rows) == len(cases())
    spots = {item.spot for item in cases().values() if item.lat is not None}
    assert {spot["data-naam"] for spot in html.select(".rw-plek")} == spots
    beside = {item["data-casus"] for item in html.select(".rw-landelijk li")}
    assert beside == {item.id for item in cases().values() if item.lat is None}
    assert html.select_one(".rw-filters").has_attr("hidden"), "without script there is nothing to choose"


def test_every_choice_of_a_filter_has_a_case_and_every_case_can_be_chosen(book):
    read, _ = book(MAP)
    html = read("book/kaart/index")
    rows = html.select(".rw-lijst tbody tr")
    for name in ("domein", "inzicht", "plaats", "vorm", "opbrengst", "tegenvaller", "begonnen"):
        offered = {option["value"] for option in html.select(f"select[name={name}] option")} - {""}
        there = {token for row in rows for token in row[f"data-{name}"].split()}
        assert offered == there, name


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (None, "onbekend"),
        (1997, "tot-2009"),
        (2009, "tot-2009"),
        (2010, "2010-2014"),
        (2019, "2015-2019"),
        (2020, "vanaf-2020"),
    ],
)
def test_a_year_falls_in_one_period(year, name):
    assert period(year) == name


def test_names_in_an_address_have_no_accents_and_provinces_are_told_from_towns():
    assert folded("Coöperatie ’s-Hertogenbosch") == "cooperatie s hertogenbosch"
    assert slug("Utrecht") != slug("Utrecht", province=True)


def test_words_that_are_missing_are_named():
    with pytest.raises(ContentError, match=r"kaart/kaart\.toml: bestaat-niet: there is no such text"):
        words("kaart")["bestaat-niet"]
