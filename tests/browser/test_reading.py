"""What a reader does in a chapter: choose, read the reply, walk the route, by mouse and by keyboard."""

import pytest
from playwright.sync_api import expect
from test_pages import SAME

pytestmark = pytest.mark.browser
CHAPTERS = ["1-resultaat", "2-grenzeloos", "3-leiderschap", "4-dynamisch", "5-verhaal"]
FIRST_IN_BOTH = [CHAPTERS[0], *(pytest.param(name, marks=SAME) for name in CHAPTERS[1:])]


def test_route_leads_from_the_landing_page_to_every_stop(strict_page, address):
    for number, name in enumerate(CHAPTERS, start=1):
        strict_page.goto(address)
        strict_page.locator(".rw-route-halte").nth(number - 1).get_by_role("link").click()
        strict_page.wait_for_url(f"**/book/reis/{name}.html")
        assert f"Halte {number} van 5" in strict_page.locator(".rw-kop").inner_text()


@pytest.mark.parametrize("name", FIRST_IN_BOTH)
def test_no_option_is_open_before_the_reader_chooses(strict_page, address, name):
    strict_page.goto(f"{address}book/reis/{name}.html")
    assert strict_page.locator(".rw-keuzeblok").count() >= 3
    assert strict_page.locator(".rw-keuzeblok details[open]").count() == 0


@pytest.mark.parametrize("name", FIRST_IN_BOTH)
def test_choosing_shows_the_reply_by_mouse_and_by_keyboard(strict_page, address, name):
    strict_page.goto(f"{address}book/reis/{name}.html")
    for block in strict_page.locator(".rw-keuzeblok").all():
        first, second = block.locator("details").nth(0), block.locator("details").nth(1)
        assert not first.locator(".rw-vouw-inhoud").is_visible()
        first.locator("summary").click()
        assert len(first.locator(".rw-vouw-inhoud").inner_text()) > 20
        second.locator("summary").focus()
        strict_page.keyboard.press("Enter")
        assert second.locator(".rw-vouw-inhoud").is_visible()


@pytest.mark.chromium("where JavaScript is off Playwright can click in Chromium only")
@pytest.mark.parametrize("name", CHAPTERS)
def test_chapter_is_whole_without_javascript(page_with, address, name):
    page = page_with(java_script_enabled=False)
    page.goto(f"{address}book/reis/{name}.html")
    page.locator(".rw-keuzeblok summary").first.click()
    assert page.locator(".rw-keuzeblok .rw-vouw-inhoud").first.is_visible()
    assert page.locator(".rw-oefenkader svg").count() >= 1
    assert page.locator(".rw-kaart").count() == 3


def test_theme_can_be_switched_by_keyboard(strict_page, address):
    strict_page.goto(address)
    button = strict_page.locator(".theme-switch-button:visible").first
    before = strict_page.locator("html").get_attribute("data-mode")
    button.focus()
    strict_page.keyboard.press("Enter")
    assert strict_page.locator("html").get_attribute("data-mode") != before


@pytest.mark.parametrize("name", FIRST_IN_BOTH)
def test_paper_has_the_title_and_every_reply(strict_page, address, name):
    strict_page.goto(f"{address}book/reis/{name}.html")
    strict_page.emulate_media(media="print")
    assert strict_page.locator("h1").is_visible()
    for reply in strict_page.locator(".rw-keuzeblok .rw-vouw-inhoud").all():
        assert reply.bounding_box()["height"] > 12  # a line of print


def test_nothing_is_kept_until_the_reader_chooses_and_only_the_choice_then(page_with, address):
    page = page_with(color_scheme="dark")
    page.goto(address)
    page.goto(address + "book/vertrek/zo-werkt-het.html")
    shown = page.locator("html")
    expect(shown).to_have_attribute("data-theme", "dark")
    kept = "[{...localStorage}, {...sessionStorage}]"
    assert page.evaluate(kept) == [{}, {}]
    switch = page.locator(".theme-switch-button:visible").first
    switch.press("Enter")
    expect(shown).to_have_attribute("data-theme", "light")
    page.reload()
    expect(shown).to_have_attribute("data-theme", "light")
    assert page.evaluate(kept) == [{"mode": "light", "theme": "light"}, {}]
    while shown.get_attribute("data-mode") != "auto":
        switch.press("Enter")
    assert page.evaluate(kept) == [{}, {}]


@SAME
def test_the_menu_and_the_contents_of_the_page_open_on_a_phone_and_lead_on(page_with, address):
    errors = []
    page = page_with(viewport={"width": 360, "height": 740}, has_touch=True)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + "book/reis/1-resultaat.html")
    page.get_by_role("button", name="Toon of verberg de inhoud van deze pagina").tap()
    page.get_by_role("dialog").get_by_role("link", name="Voor de RvC").tap()
    page.wait_for_url("**#voor-de-rvc")
    page.get_by_role("button", name="Toon of verberg het menu").tap()
    page.get_by_role("dialog").get_by_role("link", name="Uw plan").tap()
    page.wait_for_url("**/thuiskomst/uw-plan.html")
    assert not errors
