"""Each exercise, alive in its page: Python answers, the bet returns, restart works, by mouse and by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_pages import WCAG

pytestmark = pytest.mark.browser
PLACES = {
    "startpunt": "book/vertrek/startpunt.html",
    "buig-de-curve": "book/reis/1-resultaat.html",
    "een-deur-48-lijnen": "book/reis/2-grenzeloos.html",
    "wie-leidt-hier": "book/reis/3-leiderschap.html",
    "de-ontbrekende-brug": "book/reis/4-dynamisch.html",
    "wat-blijft-hangen": "book/reis/5-verhaal.html",
    "casussen-onderzoeken": "exercises/casussen-onderzoeken.html",
}


@pytest.fixture
def awake(strict_page, address):
    """Return a function that opens the page of an exercise and waits until Python is awake."""

    def open_page(ident: str):
        strict_page.goto(address + PLACES[ident])
        exercise = strict_page.locator(".rw-oefening").first
        exercise.scroll_into_view_if_needed()
        strict_page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
        return exercise

    return open_page


@pytest.mark.parametrize("ident", PLACES)
def test_every_step_opens_and_is_announced(awake, ident):
    exercise = awake(ident)
    steps = exercise.locator(".rw-stappen").first.locator(".rw-stap")
    for number in range(1, steps.count() + 1):
        steps.nth(number - 1).click()
        if number > 1:
            exercise.locator(".rw-status").get_by_text(f"Stap {number} van {steps.count()}").wait_for()
        exercise.locator(".rw-stappen").first.locator(".rw-hier").filter(has_text=f"{number}. ").wait_for()


@pytest.mark.parametrize("ident", PLACES)
def test_keyboard_alone_moves_on_goes_back_and_restarts(awake, ident):
    exercise = awake(ident)
    page = exercise.page
    exercise.locator(".rw-verder").focus()
    page.keyboard.press("Enter")
    exercise.locator(".rw-status").get_by_text("Stap 2 van").wait_for()
    exercise.locator(".rw-terug").focus()
    page.keyboard.press("Space")
    exercise.locator(".rw-status").get_by_text("teruggedraaid").wait_for()
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(2).focus()
    page.keyboard.press("Enter")
    exercise.locator(".rw-status").get_by_text("Stap 3 van").wait_for()
    exercise.locator(".rw-opnieuw").focus()
    page.keyboard.press("Enter")
    exercise.locator(".rw-status").get_by_text("weer aan het begin").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ident", PLACES)
def test_every_step_is_accessible_and_fits_a_phone(browser, address, ident, scheme):
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce", viewport={"width": 320, "height": 900})
    page = context.new_page()
    page.goto(address + PLACES[ident])
    exercise = page.locator(".rw-oefening").first
    exercise.scroll_into_view_if_needed()
    page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
    found = []
    steps = exercise.locator(".rw-stappen").first.locator(".rw-stap")
    for number in range(steps.count()):
        steps.nth(number).click()
        exercise.locator(".rw-stappen").first.locator(".rw-hier").filter(has_text=f"{number + 1}. ").wait_for()
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if beyond > 0:
            found.append((number + 1, f"{beyond} px wider than a phone"))
        violations = Axe().run(page, context=".rw-oefening", options=WCAG).response["violations"]
        found += [(number + 1, item["id"], item["nodes"][0]["html"][:160]) for item in violations]
    context.close()
    assert not found


def test_the_bet_on_the_curve_comes_back_with_the_real_line(awake):
    exercise = awake("buig-de-curve")
    exercise.get_by_label("In 2022").fill("2500")
    exercise.get_by_label("In 2022").press("Tab")
    exercise.get_by_role("button", name="Leg mijn lijn vast en kijk").click()
    exercise.locator("figcaption").filter(has_text="1.200").first.wait_for()
    assert "2.500" in exercise.inner_text()


def test_forty_eight_organisations_make_1128_lines(awake):
    exercise = awake("een-deur-48-lijnen")
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(1).click()
    exercise.get_by_role("button", name="Alle 48").click()
    exercise.get_by_text("1.128 lijnen").first.wait_for()


def test_the_extra_contact_that_kills_the_start(awake):
    exercise = awake("de-ontbrekende-brug")
    exercise.get_by_text("Politie met Zorg").first.click()
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(2).click()
    exercise.get_by_text("Politie").first.wait_for()
    assert "U hebt nog niet gegokt" not in exercise.inner_text()


def test_the_fuller_table_loses_less(awake):
    exercise = awake("wie-leidt-hier")
    exercise.get_by_label("Ongeveer evenveel").check()
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(2).click()
    exercise.get_by_text("33").first.wait_for()
    assert "U hebt nog niet gegokt" not in exercise.inner_text()


def test_what_is_typed_is_shown_as_text_and_never_run(awake):
    exercise = awake("casussen-onderzoeken")
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(4).click()
    field = exercise.get_by_label("Opbrengst")
    field.fill("<img src=x onerror=alert(1)>")
    field.press("Tab")
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(0).click()
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(4).click()
    assert field.input_value() == "<img src=x onerror=alert(1)>"


def test_clicks_before_python_wakes_are_answered_in_order(strict_page, address):
    strict_page.goto(address + PLACES["casussen-onderzoeken"])
    exercise = strict_page.locator(".rw-oefening").first
    exercise.locator("input[type=radio]").nth(2).check()
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(2).click()
    exercise.get_by_text("U dacht: bij ongeveer 35").wait_for(timeout=60_000)
