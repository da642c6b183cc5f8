"""What the book says of itself to search engines and to who shares a link, with and without an address."""

import json
import re
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sphinx.errors import ExtensionError

import tiny_book
from reiswijzer import exercises
from reiswijzer.book import address, heads
from reiswijzer.book.addresses import numbered
from reiswijzer.book.structured import duration
from reiswijzer.content.about import about
from reiswijzer.content.route import route

ADDRESS = "https://boek.example.org/reis/"
CHAPTER = route()[0]
STYLES = tiny_book.BOOK / "theme" / "stijl"
PAGES = {
    "index": '---\nmyst:\n  html_meta:\n    description: "Een <boek> & meer."\n---\n# Begin\n',
    "gewoon": "# Gewoon\n\n[Elders](https://elders.example/a) en [weer](https://elders.example/a).\n",
    CHAPTER.doc: "# Halte\n",
}


def _built(folder, monkeypatch, base):
    monkeypatch.setenv(address.SETTING, base)
    pages = {name: text if name == "index" else f"---\norphan: true\n---\n{text}" for name, text in PAGES.items()}
    out, warnings = tiny_book.build(folder, pages, settings=tiny_book.THEME)
    assert not warnings
    return out


def _page(out, name):
    return BeautifulSoup((out / f"{name}.html").read_text(encoding="utf-8"), "html.parser")


def _tags(page):
    return {tag.get("name") or tag.get("property"): tag["content"] for tag in page.select("meta[content]")}


def _data(page):
    (block,) = page.select('script[type="application/ld+json"]')
    return json.loads(block.string)


@pytest.fixture(scope="module")
def with_address(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        yield _built(tmp_path_factory.mktemp("adres"), patch, ADDRESS.rstrip("/"))


@pytest.fixture(scope="module")
def without_address(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        yield _built(tmp_path_factory.mktemp("geen"), patch, "")


def test_a_page_knows_its_address_and_shows_a_picture_when_shared(with_address):
    for name, expected, picture in (
        ("index", ADDRESS, "boek.png"),
        (CHAPTER.doc, f"{ADDRESS}{CHAPTER.doc}.html", "halte-1.png"),
    ):
        page = _page(with_address, name)
        tags = _tags(page)
        assert [link["href"] for link in page.select('link[rel="canonical"]')] == [expected]
        assert tags["og:url"] == _data(page)["url"] == expected
        assert tags["og:image"] == f"{ADDRESS}_static/delen/{picture}"
        assert (with_address / "_static" / "delen" / picture).exists()
        assert tags["twitter:card"] == "summary_large_image"


def test_without_an_address_nothing_is_said_that_needs_one(without_address):
    page = _page(without_address, CHAPTER.doc)
    tags = _tags(page)
    assert not page.select('link[rel="canonical"]')
    assert not {"og:url", "og:image"} & tags.keys()
    assert tags["og:title"] == "Halte"
    assert "url" not in _data(page)
    assert not (without_address / "sitemap.xml").exists()
    assert (without_address / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"


def test_the_sitemap_names_every_page_with_a_text_and_robots_names_the_sitemap(with_address):
    listed = {place.text for place in ET.parse(with_address / "sitemap.xml").iter() if place.tag.endswith("loc")}  # noqa: S314 - our own
    texts = [path.relative_to(with_address) for path in with_address.rglob("*.html") if "_static" not in path.parts]
    pages = {path.with_suffix("").as_posix() for path in texts} - set(address.UNLISTED)
    assert listed == {address.of_page(ADDRESS, page) for page in pages}
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (with_address / "robots.txt").read_text()


def test_the_search_page_is_not_to_be_found_from_outside(with_address):
    page = _page(with_address, "search")
    assert _tags(page)["robots"] == "noindex"
    assert not page.select('link[rel="canonical"], script[type="application/ld+json"], meta[property]')
    assert "robots" not in _tags(_page(with_address, "index"))


def test_a_description_is_said_in_one_way_everywhere(with_address):
    page = _page(with_address, "index")
    tags = _tags(page)
    assert tags["description"] == tags["og:description"] == _data(page)["description"] == "Een <boek> & meer."
    assert len(page.select('meta[name="description"]')) == 1


def test_data_cannot_end_the_block_it_stands_in():
    block = heads._data({"name": "</script><script>alert(1)"})
    assert block.count("<") == 2
    assert json.loads(re.sub(r"</?script[^>]*>", "", block))["name"] == "</script><script>alert(1)"


@pytest.mark.parametrize("given", ["boek.example.org", "ftp://a.example/", "https:///reis", "https://a.example/?b=c"])
def test_what_is_no_address_stops_the_build_with_an_example(given):
    with pytest.raises(ExtensionError, match=f"{address.SETTING}: '.*' is no address of a website, such as https://"):
        address.address(given)


def test_minutes_are_written_as_the_standard_wants():
    assert [duration(minutes) for minutes in (0, 27, 60, 129)] == ["PT0M", "PT27M", "PT1H", "PT2H9M"]


def test_on_paper_a_link_is_a_number_and_the_addresses_stand_below():
    link = '<a class="x" href="https://{}">een</a>'
    body = numbered(link.format("a.nl/?p=1&amp;q=2") + '<a href="b.html">hier</a>' + link.format("b.nl") * 2)
    page = BeautifulSoup(body, "html.parser")
    assert [anchor.get("data-adres") for anchor in page.select("a:not(.rw-adressen a)")] == ["1", None, "2", "2"]
    assert [item.a["href"] for item in page.select(".rw-adressen li")] == ["https://a.nl/?p=1&q=2", "https://b.nl"]
    assert numbered("<p>geen</p>") == "<p>geen</p>"


def test_a_page_that_lists_sources_has_no_second_list(without_address):
    assert _page(without_address, "gewoon").select(".rw-adressen")
    assert not _page(without_address, "bronnen").select(".rw-adressen")


def test_colours_of_the_browser_are_those_of_the_book():
    tokens = Path(exercises.__file__).with_name("tokens.css").read_text(encoding="utf-8")
    assert re.findall(r"--rw-papier: (#\w{6}); --rw-vlak", tokens) == [heads.LIGHT, heads.DARK]


@pytest.mark.parametrize("page", ["index", *(stop.doc for stop in route())])
def test_a_share_picture_is_as_large_as_it_says(page):
    data = (STYLES / "delen" / heads.picture(page)).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == heads.PICTURE
    assert len(data) < 150_000


def test_every_page_that_cannot_describe_itself_is_described_and_no_other():
    notebooks = {f"exercises/{path.stem}" for path in (Path(tiny_book.BOOK).parent / "exercises").glob("*.ipynb")}
    assert about().pages.keys() - set(address.UNLISTED) == notebooks
    assert all(50 <= len(text) <= 160 for text in about().pages.values())
    assert unescape("".join(about().pages.values())) == "".join(about().pages.values())
