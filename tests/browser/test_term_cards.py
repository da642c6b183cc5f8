"""A term explains itself beside the word: on hover, on focus and on a tap. (The card itself: test_map.py.)"""

import pytest
from keyboard import tab_to

pytestmark = pytest.mark.browser
CHAPTER = "book/reis/1-resultaat.html"
TERM = "a:has(> .std-term)"
MEANING = "Drie of meer zelfstandige organisaties"


def test_a_term_is_explained_on_hover_and_by_keys(strict_page, address):
    page = strict_page
    page.set_viewport_size({"width": 1000, "height": 800})
    page.goto(address + CHAPTER)
    term, card = page.locator(TERM).first, page.locator(".rw-kaartje")
    term.hover()
    card.get_by_text(MEANING).wait_for()
    card.hover()
    page.keyboard.press("Escape")
    card.wait_for(state="detached")
    tab_to(page, term)
    card.wait_for()
    described = "document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent"
    assert page.evaluate(described).startswith(MEANING)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/begrippen.html#term-organisatienetwerk")


@pytest.mark.chromium("touch is emulated in Chromium only")
def test_the_first_tap_on_a_term_shows_its_meaning_inside_a_small_window(page_with, address):
    page = page_with(viewport={"width": 320, "height": 700}, has_touch=True, is_mobile=True)
    page.goto(address + CHAPTER)
    term, card = page.locator(TERM).first, page.locator(".rw-kaartje")
    term.tap()
    card.get_by_text(MEANING).wait_for()
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    card.get_by_role("button", name="Sluit").tap()
    card.wait_for(state="detached")
    assert CHAPTER in page.url
