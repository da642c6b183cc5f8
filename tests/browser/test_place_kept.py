"""A control that hides itself takes nobody along: by keyboard one then stands at what came in its place."""

import pytest
from hands import Keyboard, Mouse, holds_the_focus, says
from until import until

pytestmark = pytest.mark.browser
DESK = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
SHOWN = "Wat u vroeg, staat nu op het scherm."


def test_our_explanation_has_the_focus_when_it_is_opened(exercise_on):
    hand = Keyboard(exercise_on("book/reis/3-leiderschap.html", **DESK))
    hand.press("4. Hoe komt dat?")
    hand.press("Toon onze uitleg")
    says(hand.exercise, SHOWN)
    until(hand.page, "() => document.activeElement.matches('.widget-html')")
    told = hand.page.evaluate("document.activeElement.textContent")
    assert len(told) > 200
    hand.page.keyboard.press("Tab")
    assert hand.page.evaluate("Boolean(document.activeElement.closest('.rw-oefening'))")


def test_the_end_of_a_question_about_data_has_the_focus(exercise_on):
    hand = Keyboard(exercise_on("book/reis/2-grenzeloos.html", **DESK))
    hand.press("4. Mag dat van de AVG?")
    hand.press("Nee, een patroon zonder namen is genoeg")
    holds_the_focus(hand.page, "deel het patroon")
    says(hand.exercise, "U komt uit bij: deel het patroon")


def test_an_answer_that_asks_the_next_question_keeps_the_focus_on_the_answers(exercise_on):
    hand = Keyboard(exercise_on("book/reis/2-grenzeloos.html", **DESK))
    hand.press("4. Mag dat van de AVG?")
    hand.press("Ja, nodig")
    hand.exercise.get_by_text("2. Staat het doel vooraf vast").locator("visible=true").first.wait_for()
    assert hand.page.evaluate("document.activeElement.matches('button')")


def test_who_has_gone_on_writing_is_not_called_back(exercise_on):
    hand = Mouse(exercise_on("book/reis/3-leiderschap.html", **DESK))
    hand.press("4. Hoe komt dat?")
    box = hand.field("Wat verraste u?")
    box.wait_for()
    button = hand.button("Toon onze uitleg")
    button.focus()
    button.evaluate("one => one.click()")
    box.focus()
    says(hand.exercise, SHOWN)
    hand.page.keyboard.type("Dat de stoel leeg was")
    until(hand.page, "localStorage.getItem('reiswijzer/1/oefening/wie-leidt-hier')?.includes('Dat de stoel leeg was')")
    assert box.evaluate("one => one === document.activeElement")
