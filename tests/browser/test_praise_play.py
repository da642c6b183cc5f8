"""Verhaal of meting as a reader plays it, from the first bet to the own programme: by mouse, by keyboard, by touch."""

from functools import partial

import pytest
from hands import Keyboard, Mouse, Touch, holds_the_focus, says
from until import until

pytestmark = [pytest.mark.browser, pytest.mark.chromium("made of core widgets, which are tried in both")]
PAGE = "book/kaart/verhaal-of-meting.html"
DESK = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
PHONE = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce", "has_touch": True, "is_mobile": True}
BETS = {
    "Wijkteams": ("In gemeenten met wijkteams", "90%: ik zou erop durven bouwen", "stegen de doorverwijzingen"),
    "Krachtwijken": ("Die ging niet vooruit", "70%: ik denk het wel", "niet gunstiger dan vergelijkbare wijken"),
    "JOGG": ("Dat daalde", "60%: een licht vermoeden", "9 procentpunt lager"),
    "Startblok": ("Overlast en slijtage", "100%: het kan niet anders", "Dit is geen meting"),
}


@pytest.fixture
def opened(exercise_on):
    """Return a function that opens the page and returns its exercise, with Python awake."""
    return partial(exercise_on, PAGE)


def bets(hand, answer, sure):
    hand.choose(answer)
    hand.choose(sure)
    hand.press("Leg mijn gok vast en kijk")


def plays_to_the_end(hand):
    exercise = hand.exercise
    bets(hand, "Minder terugval door de aanpak", "80%: dat lijkt me wel duidelijk")
    says(exercise, "U dacht: minder terugval door de aanpak, voor 80 procent zeker. Dat kwam niet uit.")
    says(exercise, "onderzoekscentrum van het ministerie")
    for step, (answer, sure, found) in BETS.items():
        hand.press(f"Verder: {step}")
        bets(hand, answer, sure)
        says(exercise, found)
    hand.press("Verder: Hoe zeker was u?")
    says(exercise, "U was gemiddeld 80 procent zeker en had er 3 van de 5 goed.")
    exercise.locator("figcaption").filter(has_text="Top600: 80 procent zeker, mis; Wijkteams: 90").wait_for()
    hand.write("Wat verraste u?", "Dat ik de bewoners niet geloofde")
    hand.press("Toon onze uitleg")
    says(exercise, "Waarom deze vijf.")
    hand.press("Verder: Uw eigen tafel")
    hand.write("Welk programma?", "Het wijkplan")
    hand.write("Welke meting zou u willen zien", "Wie zijn huis hield, ook in de andere wijk")
    hand.write("Als iemand dit programma prijst", "Als iemand dit programma prijst, dan vraag ik met wie")
    hand.press("6. Hoe zeker was u?")
    hand.press("Verder: Uw eigen tafel")
    assert hand.field("Welk programma?").input_value() == "Het wijkplan"


@pytest.mark.long("the same steps as by keys")
def test_it_is_played_to_the_end_by_mouse(opened):
    plays_to_the_end(Mouse(opened(**DESK)))


def test_it_is_played_to_the_end_by_keyboard_alone(opened):
    plays_to_the_end(Keyboard(opened(**DESK)))


@pytest.mark.long("the keys take the same steps, and every answered step is fitted to a phone in test_exercises")
def test_it_is_played_to_the_end_by_touch_on_a_phone(opened):
    exercise = opened(**PHONE)
    plays_to_the_end(Touch(exercise))
    assert exercise.page.evaluate("document.documentElement.scrollWidth") == 360


def test_what_was_found_comes_where_the_button_was(opened):
    """On a phone the finding is in the window as soon as it is there: nobody has to look for it."""
    hand = Touch(opened(**PHONE))
    hand.choose("Geen aanwijzing voor minder terugval")
    hand.choose("70%: ik denk het wel")
    hand.press("Leg mijn gok vast en kijk")
    told = hand.exercise.get_by_text("U dacht: geen aanwijzing").locator("visible=true").first
    told.wait_for()
    assert told.evaluate("one => one.getBoundingClientRect().bottom < innerHeight")


def test_a_bet_and_how_sure_outlive_a_reload_and_stand_in_the_journal(opened, address):
    hand = Mouse(opened(**DESK))
    page = hand.page
    bets(hand, "Geen aanwijzing voor minder terugval", "70%: ik denk het wel")
    says(hand.exercise, "Dat kwam uit.")
    hand.press("7. Uw eigen tafel")
    hand.write("Welke meting zou u willen zien", "Met een wijk ernaast")
    until(page, "localStorage.getItem('reiswijzer/1/oefening/verhaal-of-meting')?.includes('Met een wijk ernaast')")
    page.reload()
    exercise = page.locator(".rw-oefening").first
    says(exercise, "U gaat verder waar u was")
    hand = Mouse(exercise)
    assert hand.field("Welke meting zou u willen zien").input_value() == "Met een wijk ernaast"
    hand.press("1. Top600")
    says(exercise, "U dacht: geen aanwijzing voor minder terugval, voor 70 procent zeker. Dat kwam uit.")
    assert hand.radio("Geen aanwijzing voor minder terugval").is_checked()
    assert hand.radio("Geen aanwijzing voor minder terugval").is_disabled()
    page.goto(address + "book/thuiskomst/uw-reisverslag.html")
    page.get_by_text("Geen aanwijzing voor minder terugval (70 procent zeker)").wait_for(timeout=60_000)
    page.get_by_text("Gemiddeld 70 procent zeker, 1 van de 1 goed.").wait_for()
    page.get_by_text("Met een wijk ernaast").wait_for()


def test_who_plays_by_keyboard_stands_at_what_came_when_the_button_goes_away(opened):
    hand = Keyboard(opened(**DESK))
    bets(hand, "Minder terugval door de aanpak", "80%: dat lijkt me wel duidelijk")
    holds_the_focus(hand.page, "U dacht: minder terugval")
    says(hand.exercise, "Uw gok ligt vast.")
    hand.press("Verder: Wijkteams")
    hand.press("Kijk zonder te gokken")
    holds_the_focus(hand.page, "U keek zonder een gok vast te leggen.")
    hand.press("6. Hoe zeker was u?")
    hand.press("Toon onze uitleg")
    holds_the_focus(hand.page, "Waarom deze vijf.")
    says(hand.exercise, "Wat u vroeg, staat nu op het scherm.")


def test_what_was_laid_down_stays_after_a_step_back(opened):
    hand = Mouse(opened(**DESK))
    bets(hand, "Minder terugval door de aanpak", "80%: dat lijkt me wel duidelijk")
    says(hand.exercise, "Dat kwam niet uit.")
    hand.press("Verder: Wijkteams")
    says(hand.exercise, "Een sociaal wijkteam")
    hand.press("Stap terug")
    says(hand.exercise, "Dat kwam niet uit.")
    assert hand.radio("Minder terugval door de aanpak").is_disabled()
    assert hand.button("Stap terug").is_disabled()
