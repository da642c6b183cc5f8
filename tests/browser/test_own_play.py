"""Uw samenwerking as a reader plays it, from the first click to the question: by mouse, by keyboard alone, by touch."""

import json
import re
from functools import partial

import pytest
from axe import findings
from hands import Keyboard, Mouse, Touch, says
from playwright.sync_api import expect
from until import until

from reiswijzer.content.cases import case
from reiswijzer.content.texts import texts

pytestmark = [pytest.mark.browser, pytest.mark.chromium("made of core widgets, which are tried in both")]
DESK = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
PHONE = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce", "has_touch": True, "is_mobile": True}
TEXTS = texts("uw-samenwerking")
PAGE = "book/kaart/uw-samenwerking.html"
KEY = "reiswijzer/1/oefening/uw-samenwerking"
ELDERLY = "ouderen die in het dorp willen blijven wonen"
HOOGELOON = case("zorgcooperatie-hoogeloon")


@pytest.fixture
def opened(exercise_on):
    """Return a function that opens the page and returns its exercise, with Python awake."""
    return partial(exercise_on, PAGE)


def describes(hand):
    """Look at the example in one move, and then describe one's own."""
    exercise = hand.exercise
    hand.press(TEXTS("voorbeeld"))
    says(exercise, "Een verzonnen samenwerking.")
    says(exercise, "Drie van de 42 lijken erop:")
    hand.write(TEXTS("resultaat"), ELDERLY)
    says(exercise, "Ook hier: dorp en platteland; ouder worden en blijven wonen.")
    expect(exercise.get_by_text("Een verzonnen samenwerking.").locator("visible=true")).to_have_count(0)
    hand.select("Domein", "wonen en zorg")
    says(exercise, "Verwant domein: zorg en welzijn.")
    hand.select("Vorm", "akkoord of convenant")
    says(exercise, TEXTS.data["vormen"]["afspraak"])
    says(exercise, "Andere vorm: coöperatie.")


def leads_to_the_page_of(link, item):
    """Wait until a name leads to the page of the case, in the same window, and see that there is such a page."""
    expect(link).to_have_attribute("href", re.compile(rf"(^|/)book/kaart/casussen/{item.id}\.html$"))
    expect(link).not_to_have_attribute("target", "_blank")
    address = link.evaluate("link => link.href")
    assert link.page.request.get(address).ok
    return address


def plays_to_the_end(hand):
    exercise = hand.exercise
    describes(hand)
    hand.press("Verder: Doe een gok")
    exercise.get_by_text("Het gaat om: ").filter(has_text=HOOGELOON.name).locator("visible=true").wait_for()
    hand.press("3. Wat erop lijkt")
    says(exercise, TEXTS("lijkt_dicht"))
    says(exercise, TEXTS("dicht"))
    hand.press("2. Doe een gok")
    hand.choose("Te weinig draagvlak")
    says(exercise, TEXTS("gok_vast"))
    hand.press("Verder: Wat erop lijkt")
    says(exercise, "Dat staat bij 1 van de 3.")
    says(exercise, HOOGELOON.documented_difficulty)
    link = exercise.get_by_role("link", name=HOOGELOON.source_title)
    assert link.get_attribute("href") == HOOGELOON.source_url
    leads_to_the_page_of(exercise.get_by_role("link", name=HOOGELOON.name, exact=True), HOOGELOON)
    exercise.locator("figcaption").filter(has_text="Gedeelde thema’s: ").locator("visible=true").wait_for()
    hand.press("Verder: Wat is bij u anders?")
    hand.write(TEXTS("anders"), "Wij zijn geen dorp")
    hand.press(TEXTS("uitleg_knop"))
    says(exercise, "Lijken is geen voorspellen.")
    hand.press("Verder: Wat wilt u vragen?")
    hand.write(TEXTS("vraag"), "Wie belde het eerst?")
    says(exercise, TEXTS("vraag_slot"))
    hand.press("4. Wat is bij u anders?")
    expect(hand.field(TEXTS("anders"))).to_have_value("Wij zijn geen dorp")


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


@pytest.mark.parametrize("page", [PAGE, "exercises/uw-samenwerking.html"])
def test_a_name_leads_to_the_page_of_the_case(exercise_on, page):
    exercise = exercise_on(page, **DESK)
    hand = Mouse(exercise)
    hand.write(TEXTS("resultaat"), ELDERLY)
    says(exercise, f"{HOOGELOON.name}.")
    hand.press("3. Wat erop lijkt")
    link = exercise.get_by_role("link", name=HOOGELOON.name, exact=True)
    address = leads_to_the_page_of(link, HOOGELOON)
    link.click()
    exercise.page.wait_for_url(address)
    expect(exercise.page.get_by_role("heading", level=1)).to_contain_text(HOOGELOON.name)


def test_what_is_alike_stands_near_the_first_question_on_a_phone(opened):
    exercise = opened(**PHONE)
    hand = Touch(exercise)
    hand.write(TEXTS("resultaat"), ELDERLY)
    found = exercise.get_by_text(f"{HOOGELOON.name}.").locator("visible=true").first
    found.wait_for()
    field, answer = hand.field(TEXTS("resultaat")).first.bounding_box(), found.bounding_box()
    assert 0 < answer["y"] - (field["y"] + field["height"]) < 250


def test_a_bet_on_other_neighbours_is_closed_again(opened):
    hand = Mouse(opened(**DESK))
    hand.write(TEXTS("resultaat"), "schulden")
    says(hand.exercise, "Drie van de 42 lijken erop:")
    hand.press("2. Doe een gok")
    hand.choose("Geld of kosten")
    says(hand.exercise, TEXTS("gok_vast"))
    hand.press("1. Beschrijf uw samenwerking")
    hand.write(TEXTS("resultaat"), ELDERLY)
    says(hand.exercise, f"{HOOGELOON.name}.")
    hand.press("3. Wat erop lijkt")
    says(hand.exercise, TEXTS("lijkt_oud"))
    expect(hand.exercise.get_by_text(HOOGELOON.documented_difficulty).locator("visible=true")).to_have_count(0)
    hand.press("2. Doe een gok")
    says(hand.exercise, TEXTS("gok_oud"))
    expect(hand.radio("Geld of kosten")).not_to_be_checked()


def test_the_example_is_undone_in_one_step(opened):
    hand = Mouse(opened(**DESK))
    hand.write(TEXTS("resultaat"), ELDERLY)
    says(hand.exercise, f"{HOOGELOON.name}.")
    hand.press(TEXTS("voorbeeld"))
    says(hand.exercise, "Een verzonnen samenwerking.")
    hand.press("Stap terug")
    says(hand.exercise, f"{HOOGELOON.name}.")
    expect(hand.field(TEXTS("resultaat")).first).to_have_value(ELDERLY)
    expect(hand.exercise.get_by_text("Een verzonnen samenwerking.").locator("visible=true")).to_have_count(0)


def test_what_was_described_is_there_after_a_reload_and_in_the_journal(opened):
    exercise = opened(**DESK)
    page, hand = exercise.page, Mouse(exercise)
    describes(hand)
    hand.press("Verder: Doe een gok")
    hand.choose("Geld of kosten")
    until(page, f"(localStorage.getItem('{KEY}') ?? '').includes('\"gok\":\"geld\"')")
    assert json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))["state"]["answers"]["resultaat"] == ELDERLY
    page.reload()
    exercise = page.locator(".rw-oefening").first
    exercise.scroll_into_view_if_needed()
    exercise.get_by_text("U gaat verder waar u was").wait_for(timeout=60_000)
    expect(exercise.get_by_role("radio", name="Geld of kosten")).to_be_checked()
    hand = Mouse(exercise)
    hand.press("1. Beschrijf uw samenwerking")
    expect(hand.field(TEXTS("resultaat"))).to_have_value(ELDERLY)
    page.goto(page.url.replace("kaart/uw-samenwerking", "thuiskomst/uw-reisverslag"))
    page.get_by_text(ELDERLY).first.wait_for(timeout=60_000)
    page.get_by_text(f"{HOOGELOON.name}, ").first.wait_for()
    page.get_by_text("Geld of kosten").first.wait_for()


@pytest.mark.long("every answered step of every exercise is asked in test_exercises")
def test_no_step_that_is_filled_in_has_findings(opened):
    exercise = opened(**DESK)
    hand = Mouse(exercise)
    describes(hand)
    for number in range(1, len(TEXTS.steps) + 1):
        hand.press(f"{number}. {TEXTS.steps[number - 1].label}")
        exercise.locator(".rw-stappen .rw-hier").filter(has_text=f"{number}. ").wait_for()
        assert findings(exercise.page, ".rw-oefening") == []
