"""Eén deur, 48 lijnen as a reader plays it, from the bet to free play: by mouse, by keyboard alone, by touch."""

from functools import partial

import pytest
from hands import Keyboard, Mouse, Touch, says

pytestmark = [pytest.mark.browser, pytest.mark.chromium("made of core widgets, which are tried in both")]
PAGE = "book/reis/2-grenzeloos.html"
DESK = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
PHONE = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce", "has_touch": True, "is_mobile": True}
# Where the seven questions stop, as this module reads them; the last one goes through.
ENDS = (
    ("Nee, een patroon zonder namen is genoeg", "deel het patroon"),
    ("Nee", "spreek eerst een doel af"),
    ("Nee", "de grondslag ontbreekt"),
    ("Ja, zonder uitzondering", "laat de bijzondere gegevens weg"),
    ("Nee, het is meer", "kort het bericht in"),
    ("Nee", "licht eerst de huurder in"),
    ("Ja, allebei", "deel het, en leg vast waarom"),
)
YES = ("Ja, nodig", "Ja", "Ja", "Nee, gewone gegevens", "Ja", "Ja, allebei")


@pytest.fixture
def opened(exercise_on):
    """Return a function that opens the chapter and returns its exercise, with Python awake."""
    return partial(exercise_on, PAGE)


def told(exercise, text):
    exercise.locator("p").filter(has_text=text).locator("visible=true").first.wait_for()


def pictured(exercise, text):
    exercise.locator("figcaption").filter(has_text=text).locator("visible=true").wait_for()


def draws_the_lines(hand):
    exercise = hand.exercise
    hand.choose("Ongeveer 500")
    told(exercise, "Genoteerd.")
    hand.press("Verder: Tel de lijnen")
    hand.press("Eén erbij")
    told(exercise, "3 organisaties, 3 lijnen.")
    hand.slide_to_the_end("Organisaties rond de deur")
    told(exercise, "U dacht ongeveer 500, het werden er 1.128")
    pictured(exercise, "1.128 lijnen")
    hand.press("Verder: Kies een regisseur")
    hand.press("Eén regisseur")
    pictured(exercise, "47 lijnen")
    hand.choose("Twee: zorg en de rest")
    hand.press("Een regisseur vertrekt")
    told(exercise, "U dacht: twee. Het werden 47 losse delen.")
    hand.press("Twee regisseurs")
    pictured(exercise, "93 lijnen")
    hand.press("Een regisseur vertrekt")
    pictured(exercise, "één samenhangend geheel")


def finishes_the_sentences(hand):
    exercise = hand.exercise
    hand.press("Verder: Mag dat van de AVG?")
    for number, (last, end) in enumerate(ENDS):
        told(exercise, f"Vraag {number + 1} van 7.")
        for place, answer in enumerate([*YES[: min(number, 5)], last]):
            exercise.locator(".rw-vraag").filter(has_text=f"{place + 1}. ").locator("visible=true").wait_for()
            hand.press(answer)
        told(exercise, end)
        told(exercise, "Laat een privacyjurist meekijken.")
        hand.press("Volgende vraag" if number < 6 else "Een eigen vraag")
    told(exercise, "Alle zeven zinnen zijn af.")
    hand.write("Uw vraag over gegevens", "Mag de huisarts dit weten?")
    hand.press("Nee, een patroon zonder namen is genoeg")
    told(exercise, "deel het patroon")


def weighs(hand):
    exercise = hand.exercise
    hand.press("Verder: Wat doet u met de schuld?")
    hand.choose("Maatwerk")
    hand.press("Maatwerk")
    for value, question in {
        "rendement": "Rendement: wat", "legitimiteit": "Legitimiteit: past", "betrokkenheid": "Betrokkenheid: wie",
    }.items():  # fmt: skip
        hand.select(question, "9 · veel")
        hand.write(f"({value})", "het gezin het vroeg")
    told(exercise, "samen 27 van 30")
    told(exercise, "noemt dit verdedigbaar")
    pictured(exercise, "Maatwerk: rendement 9, legitimiteit 9, betrokkenheid 9.")
    hand.press("Toon ons rekenvoorbeeld")
    told(exercise, "Haar laagste punt is een 2")


def plays_to_the_end(hand):
    exercise = hand.exercise
    draws_the_lines(hand)
    finishes_the_sentences(hand)
    weighs(hand)
    hand.press("Verder: Wat verraste u?")
    hand.write("Wat verraste u?", "Dat twee genoeg is")
    hand.press("Lees onze uitleg")
    says(exercise, "scharnierpunt")
    hand.press("Verder: Uw eigen voordeur")
    hand.write("Wie komen er over de vloer?", "corporatie\nwijkteam\nhuisarts")
    told(exercise, "hoogstens 3 lijnen, met één regisseur 2 lijnen")
    hand.press("Verder: Vrij spelen")
    hand.select("Hoeveel vertrekken er?", "één")
    told(exercise, "11 losse delen")
    hand.press("Stap terug")
    told(exercise, "11 lijnen")


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
