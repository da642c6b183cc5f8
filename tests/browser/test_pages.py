"""What holds for every page: it loads alone, in Dutch, accessible, and fits a phone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from built_book import pages

pytestmark = pytest.mark.browser
WCAG = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],  # to write down all that passes takes longer than to find what does not
}
ENGLISH = (
    "Skip to main", "Back to top", "Search", "Color mode", "Contents", "Previous", "next page", "Toggle", "Click to",
    "Copy", "Show code", "Hide code", "Expand", "Collapse", "Site navigation", "Light", "Dark", "Theme by", "By the",
    "On this page", "Print to PDF", "Download", "Fullscreen", "Launch", "Permalink", "Link to this", "Page", "page",
)  # fmt: skip
SAME = pytest.mark.chromium("what a page says is the same in every browser; one chapter is tried in both")
CHAPTER = "book/reis/1-resultaat.html"
# Rules that this theme breaks by design, each with its reason; nothing else is allowed.
ALLOWED_RULES: dict[str, str] = {}


def both_themes(page):
    """Yield the name of each theme while the page wears it."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.locator(f"html[data-theme={scheme}]").wait_for(state="attached")
        yield scheme


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


@pytest.mark.parametrize("path", [path if path == CHAPTER else pytest.param(path, marks=SAME) for path in pages()])
def test_page_loads_alone_in_dutch_and_fits_a_phone(strict_page, address, path):
    strict_page.set_viewport_size({"width": 320, "height": 800})
    strict_page.goto(address + path, wait_until="networkidle")
    assert strict_page.locator("html").get_attribute("lang") == "nl"
    assert strict_page.locator("h1").count() == 1
    beyond = strict_page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert beyond <= 0, f"{beyond} px wider than a phone"
    english = {word for text in shown_words(strict_page) for word in ENGLISH if re.search(rf"\b{word}\b", text)}
    assert not english, f"English words in the interface: {english}"


@SAME
@pytest.mark.parametrize("path", pages())
def test_page_is_accessible(page_with, address, path):
    page = page_with(reduced_motion="reduce")
    page.goto(address + path, wait_until="networkidle")
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert page.context.cookies() == []
    found = []
    for scheme in both_themes(page):
        found += [
            (scheme, item["id"], [node["html"][:160] for node in item["nodes"]][:3])
            for item in Axe().run(page, options=WCAG).response["violations"]
            if item["id"] not in ALLOWED_RULES
        ]
    assert not found


def test_the_page_names_itself_when_shared(strict_page, address):
    strict_page.goto(address)
    assert strict_page.locator("meta[name=description]").get_attribute("content")
    assert "organisatienetwerken" in strict_page.title().lower()
