"""The book as one PDF: what is in it and in which order, links and outline that work, nothing only a screen can do."""

import sys
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from built_book import HTML, served
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

import book_on_paper
import pdf
from reiswijzer.content.about import about
from reiswijzer.content.route import route

CONTROLS = ("Kopieer", "Meer samenwerkingen in", "Bewaar als bestand", "Druk deze bladzijde af", "Download de film")
A4 = (595, 842)
BODY = 10.0  # points, in papier-bladzijde.css


@pytest.fixture(scope="module")
def whole():
    """Return the whole book as it goes to the printer."""
    return BeautifulSoup(book_on_paper.document({}), "html.parser")


def _titles(reader):
    """Return the titles in the outline by depth, (title, number of titles below it)."""
    found = []
    for one in reader.outline:
        if isinstance(one, list):
            found[-1] = (found[-1][0], len(one))
        else:
            found.append((one.title, 0))
    return found


def _body_size(reader):
    """Return the size in points in which most is printed: a browser makes all smaller when one line does not fit."""
    sizes = Counter()

    def count(text, outer, inner, _font, size):
        sizes[round(size * abs(inner[3]) * abs(outer[3]), 1)] += len(text.strip())

    for page in reader.pages:
        page.extract_text(visitor_text=count)
    return sizes.most_common(1)[0][0]


def _check(reader, listed):
    """Check what holds for every printed book; `listed` are the titles that must be chapters."""
    texts = [page.extract_text() for page in reader.pages]
    assert not {at: text for at, text in enumerate(texts, 1) if len(text) < 150}, "pages with hardly a line"
    assert not [word for word in CONTROLS if any(word in text for text in texts)]
    assert _body_size(reader) == BODY
    chapters = dict(_titles(reader))
    assert list(chapters) == [about().paper["contents"], *listed]
    assert all(chapters[stop.title] > 5 for stop in route() if stop.title in listed)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert reader.pdf_header >= "%PDF-1.4"
    for at, page in enumerate(reader.pages, 1):
        assert tuple(round(float(side)) for side in page.mediabox[2:]) == A4
        for font in (page["/Resources"].get("/Font") or {}).values():
            inner = font.get_object().get("/DescendantFonts", [font])[0].get_object()
            shown = inner.get("/FontDescriptor", {})
            assert font.get_object()["/Subtype"] == "/Type3" or any(
                name in shown for name in ("/FontFile2", "/FontFile3")
            ), at
    starts = {title: reader.get_destination_page_number(place) + 1 for title, place in _places(reader)}
    lines = texts[1].splitlines()
    assert all(any(line.endswith(str(starts[title])) for line in lines) for title in listed)


def _places(reader):
    return [(one.title, one) for one in reader.outline if not isinstance(one, list)]


def test_all_chapters_follow_each_other_and_every_link_has_its_place(whole):
    titles = [heading.get_text() for heading in whole.select("h1")]
    assert titles[:2] == [about().paper["contents"], about().title]
    assert [title for title in titles if title in {stop.title for stop in route()}] == [stop.title for stop in route()]
    assert titles[-1] == about().paper["cases"]
    assert len(whole.select(".rw-bijlage article")) == 42
    names = [tag["id"] for tag in whole.select("[id]")]
    assert len(names) == len(set(names))
    inside = {link["href"][1:] for link in whole.select('a[href^="#"]')}
    assert inside <= set(names)
    assert len(inside) > 200
    assert not [
        link["href"] for link in whole.select("a[href]") if not link["href"].startswith(("#", "http", "mailto:"))
    ]
    assert all((HTML / image["src"]).is_file() for image in whole.select("img[src]:not([src^='data:'])"))


def test_nothing_that_only_a_screen_can_do_is_printed(whole):
    assert not whole.select("script, button, select, video, textarea:not([data-veld])")
    assert all(fold.has_attr("open") for fold in whole.select("details"))
    assert len(whole.select(".rw-vlog img[alt]")) == 6


@pytest.mark.browser
@pytest.mark.chromium("only Chromium prints to a file")
def test_a_chapter_and_the_appendix_come_out_of_the_printer(browser, monkeypatch, tmp_path):
    stop = route()[0]
    chosen = [
        book_on_paper.Part("Reiservaringen", (stop.doc,)),
        book_on_paper.Part("Bijlage", book_on_paper.parts()[-1].pages[:3], appendix=True),
    ]
    monkeypatch.setattr(book_on_paper, "parts", lambda: chosen)
    target = tmp_path / "boek.pdf"
    with served(HTML) as address:
        pdf.print_book(browser, address, target)
    reader = PdfReader(target)
    assert 12 <= len(reader.pages) <= 24
    _check(reader, [stop.title, "Bijlage"])


@pytest.mark.browser
@pytest.mark.chromium("only Chromium prints to a file")
@pytest.mark.long("the whole book, printed twice")
def test_the_whole_book_comes_out_of_the_printer(browser, whole, tmp_path):
    target = tmp_path / "boek.pdf"
    with served(HTML) as address:
        pdf.print_book(browser, address, target)
    reader = PdfReader(target)
    assert 150 <= len(reader.pages) <= 240
    assert target.stat().st_size < 15_000_000
    _check(reader, [heading.get_text() for heading in whole.select("h1")][1:])
