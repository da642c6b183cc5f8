"""Startpunt as a reader plays it, from the first question to the talk: by mouse, by keyboard alone, by touch."""

from functools import partial

import pytest
from hands import Keyboard, Mouse, Touch, says

from reiswijzer.content.texts import texts

pytestmark = [pytest.mark.browser, pytest.mark.chromium("made of core widgets, which are tried in both")]
DESK = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
PHONE = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce", "has_touch": True, "is_mobile": True}
DATA = texts("startpunt").data


@pytest.fixture
def opened(exercise_on):
    """Return a function that opens the page and returns its exercise, with Python awake."""
    return partial(exercise_on, "book/vertrek/startpunt.html")


def scans(hand, *, relation):
    """Answer all ten statements low, but those on the relation."""
    for condition, statements in DATA["stellingen"].items():
        for statement in statements:
            hand.select(statement, DATA["schaal"][relation if condition == "relation" else 1])
    says(hand.exercise, "Alle tien ingevuld.")


def plays_to_the_end(hand):
    exercise = hand.exercise
    for question, answer in {
        "alleen": "Nee", "drie of meer": "Ja", "complex": "Ja", "zelfstandigheid": "Ja",
    }.items():  # fmt: skip
        hand.choose(answer, among=question)
    says(exercise, "Een netwerk is een kandidaat.")
    hand.press("Verder: Hoe u het ziet")
    scans(hand, relation=0)
    hand.press("Verder: Hoe uw RvC het ziet")
    hand.choose("Ik schat wat zij zouden zeggen")
    scans(hand, relation=1)
    hand.press("Verder: Hoe een partner het ziet")
    hand.choose("Van de partner zelf")
    scans(hand, relation=3)
    hand.press("Verder: Waar u verschilt")
    hand.select("Waar liggen de antwoorden het verst uit elkaar?", "Ambitie")
    says(exercise, "U dacht: ambitie. Daar is het verschil 0 punten.")
    says(exercise, "Het grootste verschil zit bij relatie: 3 punten")
    says(exercise, "Geschat door u: uw RvC.")
    exercise.locator("figcaption").filter(has_text="Relatie: Uzelf 1").locator("visible=true").wait_for()
    hand.press("Toon ook de gemiddelden")
    exercise.get_by_role("row").filter(has_text="Relatie").filter(has_text="2,3").wait_for()
    hand.press("Verder: Wat u gaat vragen")
    hand.write("Wat verraste u?", "Dat de partner meer vertrouwen heeft")
    hand.press("Toon onze uitleg")
    says(exercise, "Begin het gesprek bij het grootste verschil")
    hand.write("Welke vraag stelt u", "Welk voorbeeld had u voor ogen?")
    hand.write("Als wij het over", "Als wij het over bellen hebben, dan vraag ik eerst wie dat deed")
    hand.press("5. Waar u verschilt")
    hand.press("Verder: Wat u gaat vragen")
    assert hand.field("Welke vraag stelt u").input_value() == "Welk voorbeeld had u voor ogen?"


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
