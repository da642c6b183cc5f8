"""The directives of the book on a page of their own: what they show, and what they refuse with file and id."""

import pytest
from bs4 import BeautifulSoup

import tiny_book
from reiswijzer.book import binder
from reiswijzer.content.cards import cards
from reiswijzer.content.choices import choice
from reiswijzer.content.route import route


@pytest.fixture
def page(tmp_path, monkeypatch):
    """Return a function that builds one page of MyST and returns its HTML and the warnings."""
    monkeypatch.delenv(binder.SETTING, raising=False)

    def build(text: str) -> tuple[BeautifulSoup, str]:
        html, warnings = tiny_book.build(tmp_path, {"index": f"# Proef\n\n{text}\n"})
        return BeautifulSoup((html / "index.html").read_text(), "html.parser"), warnings

    return build


def test_choice_shows_a_closed_fold_per_option(page):
    html, warnings = page("```{keuze} 3-gok\n```")
    item = choice("3-gok")
    folds = html.select(".rw-keuzeblok details")
    assert len(folds) == len(item.options) + bool(item.after)
    assert not html.select("details[open]")
    assert all(fold.select_one(".rw-vouw-inhoud").get_text(strip=True) for fold in folds)
    assert not warnings


def test_cards_name_their_source(page):
    html, warnings = page("```{rvc-kaarten} 3\n```")
    shown = html.select(".rw-kaart")
    assert len(shown) == len(cards()[3])
    assert all("Bron:" in card.get_text() and card.select_one("a") for card in shown)
    assert not warnings


def test_case_links_to_its_source_under_its_own_or_another_name(page):
    html, warnings = page("{casus}`nexus-limburg` en {casus}`de drie <nexus-limburg>`")
    own, other = html.select("a.rw-casus")
    assert own.get_text().startswith("neXus")
    assert other.get_text() == "de drie"
    assert own["href"] == other["href"]
    assert own["href"].startswith("https://mkw-platform.nl/")
    assert not warnings


def test_route_and_header_link_to_the_stops(page):
    html, warnings = page("```{route}\n```\n\n```{halte} 2\n```")
    assert [link.get_text() for link in html.select(".rw-route-titel a")] == [stop.title for stop in route()]
    assert html.select_one(".rw-spoor .rw-hier").get_text() == "Grenzeloos"
    assert len(html.select(".rw-spoor a")) == len(route()) - 1
    assert not warnings


def test_chart_has_picture_words_caveat_and_source(page):
    html, warnings = page("```{grafiek} corporaties\n```")
    block = html.select_one(".rw-grafiek")
    assert block.select_one("svg[role=img] title").get_text() == "Van 1.152 naar 279 corporaties"
    assert "76 procent minder" in block.get_text()
    assert "Let op." in block.get_text()
    assert block.select_one("a.external")
    assert not warnings


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("```{keuze} bestaat-niet\n```", "choices/: bestaat-niet: there is no choice"),
        ("```{rvc-kaarten} 9\n```", "rvc/: 9: there are no cards"),
        ("```{halte} 9\n```", "route.toml: 9: there is no stop"),
        ("```{grafiek} bestaat-niet\n```", "charts.toml: bestaat-niet: there is no chart"),
        ("```{oefening} bestaat-niet\n```", "exercises/: bestaat-niet: there is no exercise"),
        (
            "```{regelaar} bestaat-niet\n```",
            "exercises/: bestaat-niet: there is no exercise",
        ),
        ("```{regelaar} buig-de-curve\n```", "exercises/buig-de-curve.toml: buig-de-curve: has a directive of its own"),
        (
            "```{oefening} kleine-stappen\n```",
            "regelaars/kleine-stappen.toml: kleine-stappen: has a directive of its own",
        ),
        ("{casus}`bestaat-niet`", "cases.csv: bestaat-niet: there is no case"),
    ],
)
def test_an_unknown_id_is_a_warning_with_page_line_file_and_id(page, text, message):
    _, warnings = page(text)
    assert message in warnings
    assert "index.md:" in warnings


def test_references_are_dutch_and_notes_stay_out(page, tmp_path):
    html, warnings = page("{cite:t}`crosbybryson2010` {cite:t}`wang2014` {cite:p}`cambre_som`")
    text = html.select_one("[role=main], .body").get_text()
    assert "Crosby en Bryson (2010)" in text
    assert "Wang e.a. (2014)" in text
    assert "(SOM, z.d.)" in text
    bronnen = (tmp_path / "html" / "bronnen.html").read_text()
    assert "verified" not in bronnen
    assert not warnings


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://github.com/iemand/reiswijzer.git", "https://github.com/iemand/reiswijzer"),
        ("git@github.com:iemand/reiswijzer.git", "https://github.com/iemand/reiswijzer"),
        ("https://sleutel:geheim@gitlab.com/groep/boek", "https://gitlab.com/groep/boek"),
        ("ssh://git@github.com/iemand/boek.git", "https://github.com/iemand/boek"),
        ("/home/iemand/kopie", ""),
        ("https://intern.example/groep/boek.git", ""),
        ("", ""),
    ],
)
def test_repository_address_comes_from_public_remotes_without_secrets(remote, address):
    assert binder.public_address(remote) == address


def test_the_binder_menu_becomes_one_dutch_button():
    entry = {
        "type": "link",
        "text": "Binder",
        "url": "https://mybinder.org/v2/gh/iemand/boek/main",
        "tooltip": "Launch",
    }
    other = {"label": "search", "text": "Zoek"}
    context = {"header_buttons": [other, {"type": "group", "label": "launch-buttons", "buttons": [entry]}]}
    binder._dutch_button(None, "exercises/startpunt", "page.html", context, None)
    kept, button = context["header_buttons"]
    assert kept == other
    assert button["url"] == entry["url"]
    assert button["tooltip"].startswith("Open dit notebook in Binder")
