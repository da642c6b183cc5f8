"""The chapters keep their promises: anatomy, length, cases with sources, works cited, plain Dutch."""

import re
from pathlib import Path

import pytest
from pybtex.database import parse_file
from reader_text import PAGES as ALL_PAGES
from reader_text import plain

from reiswijzer.content.cases import cases
from reiswijzer.content.choices import choices
from reiswijzer.content.route import route

BOOK = Path(__file__).resolve().parents[2] / "book"
CHAPTERS = {stop.number: BOOK.parent / f"{stop.doc}.md" for stop in route()}
# The pages of the cases are written from the data; `test_case_pages` looks at those.
PAGES = [page for page in ALL_PAGES if page.is_relative_to(BOOK) and page.parent.name != "casussen"]
FIXED = ("Even ophalen", "De situatie", "Kies eerst")
CLOSING = ("Oefening", "Kijk terug", "Waar het niet opgaat", "Uw eigen tafel", "Voor de RvC", "De vraag die overblijft")
PROGRAMMES_TO_BET_ON = {"top600-amsterdam", "jogg", "sociale-wijkteams", "startblok-riekerhaven", "krachtwijken"}


def sections(markdown: str) -> dict[str, str]:
    """Return the text of each second-level section by title."""
    parts = re.split(r"^## +(.+)$", markdown, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def essay(markdown: str) -> str:
    """Return the essay: the sections between the choice and the exercise."""
    found = sections(markdown)
    return "\n".join(text for title, text in found.items() if title not in FIXED and not title.startswith(CLOSING))


@pytest.mark.parametrize("number", CHAPTERS)
def test_chapter_has_its_anatomy(number):
    titles = list(sections(CHAPTERS[number].read_text(encoding="utf-8")))
    assert tuple(titles[: len(FIXED)]) == FIXED
    closing = [title for title in titles if title.startswith(CLOSING)]
    assert [next(start for start in CLOSING if title.startswith(start)) for title in closing] == list(CLOSING)


@pytest.mark.parametrize("number", CHAPTERS)
def test_chapter_shows_its_own_film_and_names_the_vlog_of_the_essay(number):
    placed = re.findall(r"\{vlog\} ([\w-]+)", CHAPTERS[number].read_text(encoding="utf-8"))
    assert placed == [f"inzicht-{number}", f"mkw-inzicht-{number}"]


@pytest.mark.parametrize("number", CHAPTERS)
def test_essay_is_1200_to_2000_words(number):
    assert 1200 <= len(plain(essay(CHAPTERS[number].read_text(encoding="utf-8"))).split()) <= 2000


@pytest.mark.parametrize("number", CHAPTERS)
def test_chapter_rests_on_cases_and_works(number):
    text = CHAPTERS[number].read_text(encoding="utf-8")
    named = set(re.findall(r"\{casus\}`(?:[^`<]*<)?([\w-]+)>?`", text))
    cited = {key.strip() for keys in re.findall(r"\{cite:\w\}`([^`]*)`", text) for key in keys.split(",")}
    assert named <= cases().keys()
    assert len(named - {"nexus-limburg"}) >= 3
    assert "nexus-limburg" in named
    assert not named & PROGRAMMES_TO_BET_ON, "a reader is to bet on these later"
    assert len(cited) >= 4


def test_every_cited_work_is_in_the_bibliography():
    known = parse_file(str(BOOK / "references.bib")).entries
    for page in PAGES:
        for keys in re.findall(r"\{cite:\w\}`([^`]*)`", page.read_text(encoding="utf-8")):
            assert {key.strip() for key in keys.split(",")} <= known.keys(), page


@pytest.mark.parametrize("number", CHAPTERS)
def test_every_choice_of_a_chapter_stands_on_its_page(number):
    placed = set(re.findall(r"\{keuze\} ([\w-]+)", CHAPTERS[number].read_text(encoding="utf-8")))
    assert placed == {ident for ident in choices() if ident.startswith(f"{number}-")}


@pytest.mark.parametrize("page", [*PAGES, BOOK.parent / "index.md"], ids=lambda page: page.stem)
def test_page_has_no_exclamation_marks_and_a_description(page):
    text = page.read_text(encoding="utf-8")
    assert "!" not in plain(text)
    description = re.search(r'description: "([^"]+)"', text)
    assert description
    assert len(description[1]) <= 155
