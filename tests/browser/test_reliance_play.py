"""Who leads here: the exercise from start to end, by mouse, by keyboard alone and by touch on a phone."""

import re
from functools import partial

import pytest

pytestmark = pytest.mark.browser
PAGE = "book/reis/3-leiderschap.html"
NARROW = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}
ROLES = ("Corporatie", "Gemeente", "Zorg", "Welzijn", "Bewoners")


@pytest.fixture
def opened(exercise_on):
    """Return a function that opens the chapter and returns its exercise, with Python awake."""
    return partial(exercise_on, PAGE)


def step(exercise, number, act="click"):
    bar = exercise.locator(".rw-stappen").first
    getattr(bar.locator(".rw-stap").nth(number - 1), act)()
    bar.locator(".rw-hier").filter(has_text=f"{number}. ").wait_for()


def says(exercise, text):
    exercise.locator(".rw-status").get_by_text(text).wait_for()


def told(exercise, text):
    exercise.locator("p").get_by_text(text).wait_for()


def cell(exercise, who, whom):
    return exercise.get_by_label(f"{who} rekent op {whom}", exact=True)


def seat(exercise, name):
    return exercise.get_by_role("button", name=name, exact=True)


def button(exercise, name):
    return exercise.get_by_role("button", name=name)


def test_by_mouse_from_the_bet_to_free_play(opened):
    exercise = opened(viewport={"width": 1280, "height": 900})
    exercise.get_by_role("radio", name="Tafel B").check()
    exercise.get_by_label("Ongeveer de helft").check()
    exercise.get_by_text("Genoteerd.").wait_for()
    step(exercise, 2)
    seat(exercise, "Voorzitter").first.click()
    told(exercise, "Dat is 33 procent minder.")
    seat(exercise, "Zorg").last.click()
    told(exercise, "Dat is 4 procent minder.")
    step(exercise, 3)
    exercise.get_by_text("Het werd 4 procent").wait_for()
    assert "U dacht: Tafel B" in exercise.inner_text()
    step(exercise, 4)
    button(exercise, "Toon onze uitleg").click()
    exercise.get_by_label("waarin de aanbieders de leiding deelden").check()
    exercise.get_by_text("Eén aanbieder overheerste het").wait_for()
    step(exercise, 5)
    for one in ROLES:
        for other in ROLES:
            if one != other:
                cell(exercise, one, other).select_option("sterk" if other == "Gemeente" else "een beetje")
    told(exercise, "Alle 20 zijn ingevuld.")
    step(exercise, 6)
    seat(exercise, "Zorg").click()
    exercise.get_by_text("In deze som kost Gemeente het meest.").wait_for()
    step(exercise, 7)
    for label in ("Volgende week besluiten", "Eén gezicht naar buiten", "De looptijd uitzitten"):
        exercise.get_by_label(label).check()
    exercise.get_by_text("Leidende organisatie: één partner trekt").wait_for()
    step(exercise, 8)
    exercise.get_by_label("Tafel", exact=True).select_option("Uw eigen tafel")
    seat(exercise, "Gemeente").click()
    told(exercise, "Met 4 van de 5:")


def test_by_keyboard_alone_from_the_bet_to_the_own_empty_seat(opened):
    exercise = opened(viewport={"width": 1280, "height": 900})
    keyboard = exercise.page.keyboard
    exercise.get_by_role("radio", name="Tafel A").focus()
    keyboard.press("Space")
    says(exercise, "Uw gok staat: Tafel A.")
    exercise.get_by_label("Minder dan een tiende").focus()
    keyboard.press("Space")
    exercise.get_by_text("Genoteerd.").wait_for()
    button(exercise, "Verder: Lege stoel").press("Enter")
    first = seat(exercise, "Voorzitter").first
    first.press("Enter")
    says(exercise, "Tafel A: de stoel van Voorzitter is leeg.")
    keyboard.press("Space")
    says(exercise, "Tafel A: alle stoelen zijn bezet.")
    button(exercise, "5. Uw tafel").press("Enter")
    # Letters and arrows in a list stay the browser's own; Tab goes along the row.
    cell(exercise, "Corporatie", "Gemeente").focus()
    keyboard.type("vol")
    says(exercise, "Corporatie rekent op Gemeente: volledig.")
    keyboard.press("Tab")
    assert exercise.page.evaluate("document.activeElement.ariaLabel") == "Corporatie rekent op Zorg"
    button(exercise, "Haal Bewoners van tafel").press("Enter")
    says(exercise, "Weg: Bewoners. Aan tafel staan nu 4 stoelen.")
    assert exercise.page.evaluate("document.activeElement.ariaLabel") == "Haal Welzijn van tafel"
    keyboard.press("Enter")
    says(exercise, "Aan tafel staan nu 3 stoelen.")
    assert exercise.page.evaluate("document.activeElement.textContent") == "Stoel erbij"
    assert cell(exercise, "Corporatie", "Gemeente").input_value() == "5"
    keyboard.press("Enter")
    says(exercise, "Erbij: Welzijn. Aan tafel staan nu 4 stoelen.")
    role = exercise.get_by_label("Rol op stoel 4")
    role.focus()
    keyboard.press("ControlOrMeta+a")
    keyboard.type("Politie")
    keyboard.press("Enter")
    says(exercise, "De rol heet nu Politie.")
    cell(exercise, "Politie", "Zorg").wait_for()
    button(exercise, "Zet wat nog leeg is").press("Enter")
    told(exercise, "Alle 12 zijn ingevuld.")
    button(exercise, "Verder: Uw lege stoel").press("Enter")
    seat(exercise, "Gemeente").press("Enter")
    exercise.get_by_text("U gokte op Gemeente").wait_for()
    button(exercise, "Stap terug").press("Enter")
    exercise.get_by_text("Dat is uw gok").wait_for()


@pytest.mark.chromium("Playwright touches only there")
def test_by_touch_on_a_phone_one_row_at_a_time(opened):
    exercise = opened(**NARROW, has_touch=True)
    page = exercise.page
    exercise.get_by_text("Ongeveer evenveel").tap()
    exercise.get_by_text("Minder dan een tiende").tap()
    exercise.get_by_text("Genoteerd.").wait_for()
    step(exercise, 2, "tap")
    seat(exercise, "Welzijn").first.tap()
    told(exercise, "Dat is 24 procent meer.")
    step(exercise, 5, "tap")
    button(exercise, "Stoel erbij").tap()
    says(exercise, "Erbij: Politie. Aan tafel staan nu 6 stoelen.")
    assert exercise.get_by_role("row").count() == 1
    for other in ROLES:
        cell(exercise, "Politie", other).select_option("redelijk")
    button(exercise, "Politie 5/5").wait_for()
    button(exercise, "Verder met Corporatie").tap()
    cell(exercise, "Corporatie", "Politie").select_option("volledig")
    says(exercise, "Corporatie rekent op Politie: volledig.")
    button(exercise, "Zet wat nog leeg is").tap()
    told(exercise, "Alle 30 zijn ingevuld.")
    step(exercise, 6, "tap")
    seat(exercise, "Corporatie").tap()
    exercise.get_by_text("U gokte op Corporatie").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    seat(exercise, "Corporatie: leeg").tap()
    says(exercise, "alle stoelen zijn bezet.")


@pytest.mark.chromium("widths are the same in every browser")
@pytest.mark.parametrize("seats", [3, 5, 7])
def test_every_cell_has_a_name_and_every_target_room_on_the_narrowest_screen(opened, seats):
    exercise = opened(viewport={"width": 320, "height": 740}, reduced_motion="reduce")
    step(exercise, 5)
    for number in range(5, seats):
        button(exercise, "Stoel erbij").click()
        says(exercise, f"Aan tafel staan nu {number + 1} stoelen.")
    for number in range(5, seats, -1):
        exercise.get_by_role("button", name=re.compile("van tafel$")).click()
        says(exercise, f"Aan tafel staan nu {number - 1} stoelen.")
    view = exercise.locator(".rw-reliance-view")
    names = view.locator("select").evaluate_all("all => all.map((one) => one.ariaLabel)")
    assert len(set(names)) == seats * (seats - 1)
    assert all(re.fullmatch(r"\S+ rekent op \S+", name) for name in names)
    assert button(exercise, "Stoel erbij").is_disabled() == (seats == 7)
    sizes = view.locator("button:visible, select:visible, input:visible").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map(({width, height, right}) => [width, height, right])"
    )
    assert all(width >= 24 and height >= 24 and right <= 320 for width, height, right in sizes)
    assert exercise.page.evaluate("document.documentElement.scrollWidth") == 320


def test_what_is_chosen_and_added_before_python_wakes_is_shown_at_once_and_kept(page_with, address):
    page = page_with(viewport={"width": 1280, "height": 900})
    page.goto(address + PAGE)
    exercise = page.locator(".rw-oefening").first
    exercise.scroll_into_view_if_needed()
    button(exercise, "5. Uw tafel").click()
    cell(exercise, "Zorg", "Gemeente").select_option("sterk", timeout=60_000)
    button(exercise, "Haal Corporatie van tafel").click()
    assert cell(exercise, "Zorg", "Gemeente").input_value() == "4"
    exercise.get_by_text("U hebt 1 van de 12 ingevuld.").wait_for(timeout=60_000)
    assert cell(exercise, "Zorg", "Gemeente").input_value() == "4"
    button(exercise, "Stap terug").click()
    exercise.get_by_text("U hebt 1 van de 20 ingevuld.").wait_for()
