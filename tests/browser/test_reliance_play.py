"""Wie leidt hier? as a reader plays it, from the bet to free play: by mouse, by keyboard alone, by touch."""

import re
from functools import partial

import pytest
from hands import Keyboard, Mouse, Touch
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
PAGE = "book/reis/3-leiderschap.html"
NARROW = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}
DESK = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}


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
    exercise.locator("p").filter(has_text=text).locator("visible=true").first.wait_for()


def cell(exercise, who, whom):
    return exercise.get_by_label(f"{who} rekent op {whom}", exact=True)


def seat(exercise, name):
    return exercise.get_by_role("button", name=name, exact=True)


def button(exercise, name):
    return exercise.get_by_role("button", name=name)


class AtATable:
    """What a hand does at a table, whichever hand it is."""

    def empty(self, name, *, last=False):
        """Empty the seat with this name; of two tables on screen the first, or the last."""
        seats = seat(self.exercise, name).locator("visible=true")
        self.activate(seats.last if last else seats.first)

    def rate(self, who, whom, option):
        self.turn_to(who)
        self.select(f"{who} rekent op {whom}", option)
        says(self.exercise, f"{who} rekent op {whom}: {option}.")

    def turn_to(self, who):
        """Come to the row of a seat, where there is room for one row at a time."""
        turn = self.exercise.locator(".rw-reliance-turns button").filter(has_text=who)
        if turn.is_visible():
            self.activate(turn)


class ByMouse(AtATable, Mouse):
    pass


class ByKeys(AtATable, Keyboard):
    pass


class ByTouch(AtATable, Touch):
    pass


def reads_the_given_tables(hand):
    exercise = hand.exercise
    hand.choose("Tafel B")
    hand.choose("Ongeveer de helft")
    told(exercise, "Genoteerd.")
    hand.press("Verder: Maak een stoel leeg")
    hand.empty("Voorzitter")
    told(exercise, "Dat is 33 procent minder.")
    hand.empty("Zorg", last=True)
    told(exercise, "Dat is 4 procent minder.")
    hand.press("Verder: Wat er overblijft")
    told(exercise, "U dacht: Tafel B")
    told(exercise, "Het werd 4 procent")
    hand.press("Toon elke stoel")
    told(exercise, "24 procent bij")
    hand.press("Verder: Hoe komt dat?")
    hand.write("Wat verraste u?", "Dat er iets bij kan komen")
    hand.press("Toon onze uitleg")
    told(exercise, "59 adviesteams")
    hand.choose("Het stelsel waarin de aanbieders de leiding deelden")
    told(exercise, "Eén aanbieder overheerste het")


def fills_the_own_table(hand):
    exercise = hand.exercise
    hand.press("Verder: Uw eigen tafel")
    hand.press("Stoel erbij")
    says(exercise, "Erbij: Politie. Aan tafel staan nu 6 stoelen.")
    hand.turn_to("Politie")
    hand.write("Rol op stoel 6", "Huisarts")
    says(exercise, "De rol heet nu Huisarts.")
    hand.turn_to("Bewoners")
    hand.press("Haal Bewoners van tafel")
    says(exercise, "Weg: Bewoners. Aan tafel staan nu 5 stoelen.")
    for who in ("Corporatie", "Zorg", "Huisarts"):
        hand.rate(who, "Gemeente", "volledig")
    told(exercise, "U hebt 3 van de 20 ingevuld.")
    hand.press("Zet wat nog leeg is op ‘redelijk’")
    told(exercise, "Alle 20 zijn ingevuld.")
    hand.press("Verder: Wie vertrekt bij u?")
    hand.empty("Gemeente")
    told(exercise, "U gokte op Gemeente, en dat is in deze som de duurste lege stoel.")
    hand.empty("Huisarts")
    told(exercise, "Uw gok blijft staan.")
    hand.press("Stap terug")
    told(exercise, "zonder Gemeente")
    hand.write("Wie of wat zou die stoel kunnen overnemen", "De corporatie, en die weet het niet")


def plays_to_the_end(hand):
    exercise = hand.exercise
    reads_the_given_tables(hand)
    fills_the_own_table(hand)
    hand.press("Verder: Welke prijs betaalt u?")
    for option in ("Volgende week besluiten", "Eén gezicht naar buiten", "De looptijd uitzitten"):
        hand.choose(option)
    exercise.get_by_role("row").filter(has_text="Leidende organisatie: één partner trekt").wait_for()
    hand.write("Welke prijs accepteert u", "Twee gesprekken achteraf")
    hand.press("Verder: Vrij spelen")
    hand.select("Tafel", "Uw eigen tafel")
    hand.empty("Gemeente")
    told(exercise, "Met 4 van de 5:")


@pytest.mark.long("the same steps as by keys")
def test_it_is_played_to_the_end_by_mouse(opened):
    plays_to_the_end(ByMouse(opened(**DESK)))


def test_it_is_played_to_the_end_by_keyboard_alone(opened):
    exercise = opened(**DESK)
    hand = ByKeys(exercise)
    plays_to_the_end(hand)
    hand.press("5. Uw eigen tafel")
    for gone, beside in (("Welzijn", "Haal Huisarts van tafel"), ("Huisarts", "Stoel erbij")):
        hand.press(f"Haal {gone} van tafel")
        says(exercise, f"Weg: {gone}.")
        expect(exercise.get_by_role("button", name=beside, exact=True)).to_be_focused()


@pytest.mark.long("the keys take the same steps, and every answered step is fitted to a phone in test_exercises")
@pytest.mark.chromium("Playwright touches only there")
def test_it_is_played_to_the_end_by_touch_on_a_phone(opened):
    exercise = opened(**NARROW, has_touch=True, is_mobile=True)
    plays_to_the_end(ByTouch(exercise))
    assert exercise.page.evaluate("document.documentElement.scrollWidth") == 360


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
    button(exercise, "5. Uw eigen tafel").click()
    cell(exercise, "Zorg", "Gemeente").select_option("sterk", timeout=60_000)
    button(exercise, "Haal Corporatie van tafel").click()
    assert cell(exercise, "Zorg", "Gemeente").input_value() == "4"
    exercise.get_by_text("U hebt 1 van de 12 ingevuld.").wait_for(timeout=60_000)
    assert cell(exercise, "Zorg", "Gemeente").input_value() == "4"
    button(exercise, "Stap terug").click()
    exercise.get_by_text("U hebt 1 van de 20 ingevuld.").wait_for()
