"""What holds for every page: it loads alone, in Dutch, accessible, and fits a phone."""

import re

import pytest
from axe import RULES, findings, violations
from built_book import pages

pytestmark = pytest.mark.browser
ENGLISH = (
    "Skip to main", "Back to top", "Search", "Color mode", "Contents", "Previous", "next page", "Toggle", "Click to",
    "Copy", "Show code", "Hide code", "Expand", "Collapse", "Site navigation", "Light", "Dark", "Theme by", "By the",
    "On this page", "Print to PDF", "Download", "Fullscreen", "Launch", "Permalink", "Link to this", "Page", "page",
)  # fmt: skip
SAME = pytest.mark.chromium("what a page says is the same in every browser; one chapter is tried in both")
CHAPTER = "book/reis/1-resultaat.html"
CASES = "book/kaart/casussen/"
# One with little, one with much, one without a place; the other pages of cases are of the same making.
SOME_CASES = {f"{CASES}{name}.html" for name in ("ons-doel-leiden", "nprz", "regionale-energiecooperatie")}
NOTEBOOKS = "exercises/"
SOME_NOTEBOOKS = {f"{NOTEBOOKS}{name}.html" for name in ("wie-leidt-hier", "casussen-onderzoeken")}


def how_often(path):
    """Return a page with how it is marked: in both browsers, in Chromium, or only among everything."""
    if path == CHAPTER:
        return path
    later = (path.startswith(CASES) and path not in SOME_CASES) or (
        path.startswith(NOTEBOOKS) and path not in SOME_NOTEBOOKS
    )
    return pytest.param(path, marks=[SAME, pytest.mark.long("as other pages of its kind")] if later else SAME)


def shown_words(page):
    """Return the names and words of the interface, one text each."""
    return page.evaluate(
        """() => {
            const all = selector => [...document.querySelectorAll(selector)];
            const names = ['aria-label', 'title', 'placeholder', 'alt', 'data-bs-original-title'];
            const named = all('button, a, summary, input, label, nav, aside, [role], [title]');
            const within = 'button, .skip-link, .bd-sidebar, .bd-header-article, footer, .prev-next-footer';
            const leaves = all(within).flatMap(e => [e, ...e.querySelectorAll('*')]);
            const shown = leaves.filter(e => e.children.length === 0);
            return [...named.flatMap(e => names.map(name => e.getAttribute(name))), ...shown.map(e => e.textContent)]
                .filter(Boolean).map(text => text.trim());
        }"""
    )


def test_the_book_has_its_pages():
    assert {"index.html", *(f"book/reis/{name}.html" for name in (
        "1-resultaat", "2-grenzeloos", "3-leiderschap", "4-dynamisch", "5-verhaal"))} <= set(pages())  # fmt: skip


@pytest.mark.parametrize("path", [how_often(path) for path in pages() if path != "404.html"])
def test_page_loads_alone_in_dutch_is_accessible_and_fits_a_phone(strict_page, address, path):
    strict_page.set_viewport_size({"width": 320, "height": 800})
    strict_page.goto(address + path)
    assert strict_page.locator("html").get_attribute("lang") == "nl"
    assert strict_page.locator("h1").count() == 1
    beyond = strict_page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert beyond <= 0, f"{beyond} px wider than a phone"
    english = {word for text in shown_words(strict_page) for word in ENGLISH if re.search(rf"\b{word}\b", text)}
    assert not english, f"English words in the interface: {english}"
    strict_page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert not findings(strict_page, "article")
    assert strict_page.context.cookies() == []


@SAME
@SAME
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_for_what_is_not_there_needs_no_other_file(page_with, address, scheme):
    page = page_with(color_scheme=scheme, viewport={"width": 320, "height": 700})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "404.html")
    assert asked[0] == page.url
    assert [url for url in asked[1:] if not url.endswith(("favicon.ico", ".woff2"))] == [], "the typeface may be missed"
    assert not violations(page, "", scheme, RULES)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("link", name="Naar de route").click()
    page.locator(".rw-routebeeld").wait_for()


@pytest.mark.parametrize("path", ["index.html", CHAPTER, "exercises/wie-leidt-hier.html"])
def test_what_stands_around_every_page_is_accessible_too(page_with, address, path):
    page = page_with(reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    page.goto(address + path)
    assert not findings(page)


def test_the_page_names_itself_when_shared(strict_page, address):
    strict_page.goto(address)
    assert strict_page.locator("meta[name=description]").get_attribute("content")
    assert "organisatienetwerken" in strict_page.title().lower()
