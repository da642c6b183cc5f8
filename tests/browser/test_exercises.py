"""Each exercise, alive in its page: Python answers, the bet returns, restart works, by mouse and by keyboard."""

from io import BytesIO

import pytest
from axe import findings
from playwright.sync_api import expect
from pypdf import PdfReader
from until import until

from soak_memory import Standing

pytestmark = pytest.mark.browser
PLACES = {
    "startpunt": "book/vertrek/startpunt.html",
    "buig-de-curve": "book/reis/1-resultaat.html",
    "een-deur-48-lijnen": "book/reis/2-grenzeloos.html",
    "wie-leidt-hier": "book/reis/3-leiderschap.html",
    "de-ontbrekende-brug": "book/reis/4-dynamisch.html",
    "wat-blijft-hangen": "book/reis/5-verhaal.html",
    "casussen-onderzoeken": "exercises/casussen-onderzoeken.html",
    "verhaal-of-meting": "book/kaart/verhaal-of-meting.html",
    "uw-samenwerking": "book/kaart/uw-samenwerking.html",
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


def types(field, text):
    """Type over what a field holds, as a reader does: a browser reports a change only of what was typed."""
    field.focus()
    field.press("ControlOrMeta+a")
    field.press_sequentially(text)
    field.press("Tab")


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


def test_moving_on_takes_the_reader_to_the_beginning_of_the_step(exercise_on):
    exercise = exercise_on(PLACES["wie-leidt-hier"], viewport={"width": 360, "height": 740})
    bar = exercise.locator(".rw-stappen").first

    def stands_in(place):
        expect(exercise.get_by_role("group", name=place)).to_be_focused()
        expect(bar).to_be_in_viewport(ratio=1)

    exercise.get_by_role("button", name="Verder: Maak een stoel leeg").click()
    stands_in("Stap 2 van 8: Maak een stoel leeg.")
    exercise.get_by_role("button", name="Verder: Wat er overblijft").click()
    stands_in("Stap 3 van 8: Wat er overblijft.")
    back = exercise.get_by_role("button", name="Stap terug")
    back.click()
    bar.locator(".rw-hier").filter(has_text="2. Maak een stoel leeg").wait_for()
    expect(back).to_be_focused()  # who takes back more than one move presses it again
    back.click()
    stands_in("Stap 1 van 8: Doe een gok.")
    bar.locator(".rw-stap").nth(2).click()
    exercise.locator(".rw-status").get_by_text("Stap 3 van").wait_for()
    expect(bar.get_by_role("button", name="3. Wat er overblijft")).to_be_focused()


ANSWER = """exercise => {
    for (const box of exercise.querySelectorAll('.widget-radio-box')) {
        const options = [...box.querySelectorAll('input')].filter((one) => one.offsetParent);
        if (options.length && !options.some((one) => one.checked)) options[0].click();
    }
    for (const knop of exercise.querySelectorAll('.rw-schermen .rw-knop:enabled')) {
        if (knop.offsetParent && /^(Lees|Wat kozen)|uitleg|rekenvoorbeeld/.test(knop.textContent)) knop.click();
    }
}"""
# On a phone the bar shows numbers in place of names; every other button says what it does.
SILENT = """element => [...element.querySelectorAll('.rw-knop')]
    .filter((button) => button.checkVisibility() && !button.closest('.rw-stappen'))
    .filter((button) => parseFloat(getComputedStyle(button).fontSize) < 12).map((button) => button.textContent)"""
WIDER = """exercise => {
    const edge = exercise.getBoundingClientRect().right + 1;
    return [...exercise.querySelectorAll('table, svg, button, select, input, textarea')]
        .filter((one) => one.offsetParent && !one.closest('.rw-tabel') && one.getBoundingClientRect().right > edge)
        .map((one) => one.outerHTML.slice(0, 160));
}"""


def goes_to(exercise, number):
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(number).click()
    exercise.locator(".rw-stappen").first.locator(".rw-hier").filter(has_text=f"{number + 1}. ").wait_for()


@pytest.mark.chromium("names, roles and widths are the same in every browser; core widgets are tried in both")
@pytest.mark.parametrize("ident", PLACES)
def test_every_answered_step_is_accessible_and_fits_a_phone(page_with, address, ident):
    page = page_with(reduced_motion="reduce", viewport={"width": 320, "height": 900})
    page.goto(address + PLACES[ident])
    exercise = page.locator(".rw-oefening").first
    exercise.scroll_into_view_if_needed()
    page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
    found = []
    steps = exercise.locator(".rw-stappen").first.locator(".rw-stap")
    for number in range(steps.count()):
        goes_to(exercise, number)
        for _ in range(2):  # an answer can bring another question
            exercise.evaluate(ANSWER)
            goes_to(exercise, number - 1 if number else 1)  # Python answers in turn: now it has seen them all
            goes_to(exercise, number)
        found += [(number + 1, "is cut off", one) for one in exercise.evaluate(WIDER)]
        found += [(number + 1, "says nothing", one) for one in exercise.evaluate(SILENT)]
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if beyond > 0:
            found.append((number + 1, f"{beyond} px wider than a phone"))
        found += [(number + 1, *one) for one in findings(page, ".rw-oefening")]
    assert not found


def test_the_bet_on_the_curve_comes_back_with_the_real_line(awake):
    exercise = awake("buig-de-curve")
    types(exercise.get_by_role("spinbutton", name="2022"), "2500")
    exercise.get_by_role("button", name="Leg mijn lijn vast en kijk").click()
    exercise.get_by_text("U dacht 2.500 in 2022, het werden er 1.200.").wait_for()
    exercise.locator(".rw-curve-name").filter(has_text="echt 1.200").wait_for()


def test_forty_eight_organisations_make_1128_lines(awake):
    exercise = awake("een-deur-48-lijnen")
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(1).click()
    exercise.get_by_role("button", name="Alle 48").click()
    exercise.get_by_text("1.128 lijnen").first.wait_for()


def test_the_extra_contact_that_kills_the_start(awake):
    exercise = awake("de-ontbrekende-brug")
    exercise.get_by_text("Politie met Zorg").first.click()
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(2).click()
    exercise.get_by_text("1 van de 7").locator("visible=true").first.wait_for()
    assert "U hebt nog niet gegokt" not in exercise.inner_text()


def test_the_fuller_table_loses_less(awake):
    exercise = awake("wie-leidt-hier")
    exercise.get_by_label("Ongeveer evenveel").check()
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(2).click()
    exercise.get_by_role("row").filter(has_text="Voorzitter").filter(has_text="−33 procent").first.wait_for()
    exercise.get_by_role("row").filter(has_text="Zorg").filter(has_text="−4 procent").first.wait_for()
    assert "U hebt nog niet gegokt" not in exercise.inner_text()


def test_what_is_typed_is_shown_as_text_and_never_run(awake):
    exercise = awake("casussen-onderzoeken")
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(4).click()
    field = exercise.get_by_label("Opbrengst")
    types(field, "<img src=x onerror=alert(1)>")
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(0).click()
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(4).click()
    assert field.input_value() == "<img src=x onerror=alert(1)>"


def test_clicks_before_python_wakes_are_answered_in_order(strict_page, address):
    strict_page.goto(address + PLACES["casussen-onderzoeken"])
    exercise = strict_page.locator(".rw-oefening").first
    exercise.locator("input[type=radio]").nth(2).check()
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(2).click()
    exercise.get_by_text("U dacht: bij ongeveer 30").wait_for(timeout=60_000)


@pytest.mark.chromium("only there can a test cut the line of a service worker")
def test_after_one_exercise_the_whole_book_works_without_a_network(awake):
    page = awake("casussen-onderzoeken").page
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    until(page, "navigator.serviceWorker.controller !== null")
    page.context.set_offline(True)
    page.goto(page.url.replace("exercises/casussen-onderzoeken", "book/reis/3-leiderschap"))
    exercise = page.locator(".rw-oefening").first
    exercise.get_by_label("Ongeveer evenveel").check()
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(2).click()
    exercise.get_by_role("row").filter(has_text="Voorzitter").filter(has_text="−33 procent").first.wait_for()
    exercise.get_by_role("row").filter(has_text="Zorg").filter(has_text="−4 procent").first.wait_for()
    assert "U hebt nog niet gegokt" not in exercise.inner_text()


@pytest.mark.chromium("only there can a test count what a page keeps")
def test_a_page_in_which_one_goes_on_for_long_does_not_grow(strict_page, address):
    standing = Standing(strict_page, address)
    standing.measure()
    _, after_two_rounds = standing.measure()
    _, after_three = standing.measure()
    assert after_three <= after_two_rounds + 50  # a round of ten steps draws some 2,400


@pytest.mark.chromium("Playwright prints in Chromium only")
def test_on_paper_an_exercise_is_a_still_until_somebody_does_it(awake):
    exercise = awake("buig-de-curve")

    def printed():
        pages = PdfReader(BytesIO(exercise.page.pdf())).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    still = "U trekt eerst een lijn door en ziet dan pas hoe het liep."
    paper = printed()
    assert still in paper
    assert "Sleep de lijn" not in paper
    exercise.get_by_role("button", name="Leg mijn lijn vast en kijk").click()
    exercise.locator(".rw-stap.rw-hier").get_by_text("2. Hoe het echt liep").wait_for()
    assert still not in printed()
    exercise.get_by_role("button", name="1. Doe een gok").click()
    exercise.locator(".rw-stap.rw-hier").get_by_text("1. Doe een gok").wait_for()
    assert exercise.get_by_text("Sleep de lijn").is_visible()
    begun = printed()
    assert "Uw lijn ligt vast" in begun
    assert "Sleep de lijn" not in begun
