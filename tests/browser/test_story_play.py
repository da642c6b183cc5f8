"""Wat blijft hangen? as a reader plays it over two days: by mouse, by keyboard alone, by touch on a phone."""

import json

import pytest
from hands import Keyboard, Mouse, Touch, says
from until import until

pytestmark = [pytest.mark.browser, pytest.mark.chromium("made of core widgets, which are tried in both")]
PLACE = "book/reis/5-verhaal.html"
KEY = "reiswijzer/1/oefening/wat-blijft-hangen"
TOUCH = pytest.mark.chromium("Playwright touches only there")
DOOR, CONSULTING = "Wijkbeheerder en wijkteam bellen samen aan", "De corporatie nodigt huurders uit"
A_DAY_EARLIER = """key => {
    const kept = JSON.parse(localStorage.getItem(key));
    for (const moment of ['started', 'read']) kept.state[moment] -= 24 * 60 * 60;
    localStorage.setItem(key, JSON.stringify(kept));
}"""


def shown(page):
    exercise = page.locator(".rw-oefening").first
    exercise.wait_for()
    exercise.evaluate("element => element.scrollIntoView()")
    page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
    return exercise


@pytest.fixture
def opened(page_with, address):
    """Return a function that opens the exercise in a page of its own."""

    def open_page(**settings):
        page = page_with(reduced_motion="reduce", **settings)
        page.goto(address + PLACE)
        return shown(page)

    return open_page


def estimates(hand, door, consulting):
    hand.write(DOOR, door)
    hand.write(CONSULTING, consulting)


def plays_the_first_day(hand):
    exercise = hand.exercise
    estimates(hand, "40", "10")
    says(exercise, "Twee schattingen, op niets gebaseerd")
    hand.press("Verder: Lees verhaal en cijfer")
    says(exercise, "Een verhaal")
    says(exercise, "Een cijfer")
    hand.press("Verder: Schat opnieuw")
    estimates(hand, "80", "45")
    says(exercise, "Kom morgen terug op deze pagina")
    hand.choose("Ruim de helft")
    says(exercise, "Genoteerd")
    hand.press("Verder: Kom morgen terug")
    says(exercise, "met een nacht ertussen")
    hand.choose("Ja, ik kom terug")
    says(exercise, "Dan wachten de vraagtekens tot morgen")


def comes_back_a_day_later(exercise):
    """Reload the page as if a day had passed since the reader read."""
    page = exercise.page
    until(page, "key => (localStorage.getItem(key) ?? '').includes('morgen')", arg=KEY)
    page.evaluate(A_DAY_EARLIER, KEY)
    page.reload()
    return shown(page)


def plays_the_second_day(hand):
    exercise = hand.exercise
    says(exercise, "Welkom terug. Dezelfde twee vragen")
    estimates(hand, "70", "20")
    says(exercise, "U dacht: ruim de helft")
    says(exercise, "van 40 naar 80, een dag later 70")
    says(exercise, "van 10 naar 45, een dag later 20")
    says(exercise, "dit is een anekdote over uzelf")
    hand.press("Verder: Wat verraste u?")
    hand.choose("Het scheelt niets")
    hand.write("Wat verraste u?", "Dat het zo snel zakt")
    hand.press("Lees onze uitleg")
    says(exercise, "U dacht: het scheelt niets")
    says(exercise, "13.113 deelnemers")
    hand.press("Verder: Uw eigen verhaal")
    hand.write("Wat stond er op het spel?", "Vorige winter stond ik in een keuken.")
    says(exercise, "u komt er zelf in voor")
    hand.press("Ons")
    hand.write("Wat kozen wij?", "Wij belden met het wijkteam.")
    says(exercise, "een partner van buiten (wijkteam)")
    hand.press("Verder: Kies één verandering")
    hand.choose("De lijst")
    says(exercise, "Iemand zal vragen wat er met die twaalf adressen is gedaan")
    hand.press("Wat kozen anderen?")
    says(exercise, "Van 10 tweetallen kozen er 2 hetzelfde: 20 procent")
    hand.press("Verder: Vrij spelen")
    says(exercise, "33 procent over")


def plays_two_days(exercise, player):
    plays_the_first_day(player(exercise))
    plays_the_second_day(player(comes_back_a_day_later(exercise)))


@pytest.mark.long("the same steps as by keys")
def test_it_is_played_over_two_days_by_mouse(opened):
    plays_two_days(opened(), Mouse)


def test_it_is_played_over_two_days_by_keyboard_alone(opened):
    plays_two_days(opened(), Keyboard)


@TOUCH
@pytest.mark.long("the keys take the same steps, and every answered step is fitted to a phone in test_exercises")
def test_it_is_played_over_two_days_by_touch_on_a_phone(opened):
    plays_two_days(opened(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True), Touch)


def test_who_is_back_finds_the_text_covered_until_there_is_a_new_estimate(opened):
    exercise = opened()
    hand = Mouse(exercise)
    plays_the_first_day(hand)
    exercise = comes_back_a_day_later(exercise)
    hand = Mouse(exercise)
    hand.press("2. Lees verhaal en cijfer")
    says(exercise, "Hier staat wat u eerder las en schatte")
    assert not exercise.get_by_text("Lees allebei één keer").locator("visible=true").count()
    hand.press("Toch kijken")
    says(exercise, "Lees allebei één keer")


def test_who_does_not_come_back_sees_the_published_figures_alone(opened):
    exercise = opened()
    hand = Mouse(exercise)
    hand.press("4. Kom morgen terug")
    says(exercise, "Hier ligt nog niets om op terug te komen")
    hand.choose("Nee, laat de cijfers nu zien")
    says(exercise, "Verhaal, gepubliceerd: op dag 1 nog 68 procent.")
    assert "uzelf" not in exercise.locator("figcaption").locator("visible=true").first.inner_text()


def test_what_is_kept_holds_the_moments_and_no_more_than_was_done(opened):
    exercise = opened()
    assert exercise.page.evaluate("key => localStorage.getItem(key)", KEY) is None
    Mouse(exercise).write(DOOR, "40")
    until(exercise.page, "key => localStorage.getItem(key) !== null", arg=KEY)
    kept = json.loads(exercise.page.evaluate("key => localStorage.getItem(key)", KEY))["state"]
    assert kept["answers"] == {"vooraf/deur": "40"}
    assert kept["started"] > 0
    assert kept["read"] == 0
