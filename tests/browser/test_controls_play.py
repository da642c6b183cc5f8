"""The controls inside the essays, alive in the page: by mouse, by keyboard alone, by touch, and before Python wakes."""

import pytest
from axe import findings

pytestmark = [pytest.mark.browser, pytest.mark.chromium("made of core widgets, which are tried in both")]
# Per control its page, what is chosen (the number of the option in each list that is moved), and what is then said.
PLAYS = {
    "hoe-vaak-mislukt-het": ("book/reis/1-resultaat.html", [3], "U schatte vijftig."),
    "wie-loopt-heen-en-weer": ("book/reis/2-grenzeloos.html", [2], "De tolk merkt"),
    "waar-trekt-de-vorm": ("book/reis/3-leiderschap.html", [3], "De prijs: beweging."),
    "kleine-stappen": ("book/reis/4-dynamisch.html", [1, 1], "2 van de 4 beloften gehaald, opbrengst 0,75."),
    "een-dag-later": ("book/reis/5-verhaal.html", [3, 4], "in deze proeven hield het verhaal langer stand"),
}


def placed(page, address, ident):
    """Open the page of a control, scroll to it, and return it."""
    page.goto(address + PLAYS[ident][0])
    control = page.locator(".rw-regelkader")
    control.scroll_into_view_if_needed()
    return control


def awake(page):
    page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")


def choose(control, ident):
    """Choose the options of this play with the mouse or a finger, as the list of the system does."""
    for place, option in enumerate(PLAYS[ident][1]):
        control.get_by_role("combobox").nth(place).select_option(index=option)


def answered(control, ident):
    control.locator(".rw-uitkomst").get_by_text(PLAYS[ident][2]).wait_for(timeout=60_000)


@pytest.mark.parametrize("ident", PLAYS)
def test_a_choice_is_answered(strict_page, address, ident):
    control = placed(strict_page, address, ident)
    awake(strict_page)
    strict_page.emulate_media(media="print")
    assert not control.get_by_role("combobox").locator("visible=true").count()
    assert "… (" in control.inner_text()
    assert "verborgen" not in control.inner_text()
    strict_page.emulate_media(media="screen")
    assert "… (" not in control.inner_text()
    before = control.locator("figcaption").locator("visible=true").inner_text()
    choose(control, ident)
    answered(control, ident)
    assert control.locator("figcaption").locator("visible=true").inner_text() != before


@pytest.mark.parametrize("ident", list(PLAYS)[:2])  # all controls are made of the same parts
def test_a_choice_made_before_python_wakes_is_kept_and_answered(strict_page, address, ident):
    control = placed(strict_page, address, ident)
    control.get_by_role("combobox").first.wait_for()
    choose(control, ident)
    chosen = [each.input_value() for each in control.get_by_role("combobox").all()]
    answered(control, ident)
    assert [each.input_value() for each in control.get_by_role("combobox").all()] == chosen


@pytest.mark.parametrize("ident", list(PLAYS)[-2:])
def test_keyboard_alone_fills_in_the_sentence(strict_page, address, ident):
    control = placed(strict_page, address, ident)
    awake(strict_page)
    for place, option in enumerate(PLAYS[ident][1]):
        if place:
            strict_page.keyboard.press("Tab")
        else:
            control.get_by_role("combobox").first.focus()
        for _ in range(option):
            strict_page.keyboard.press("ArrowDown")
    answered(control, ident)


@pytest.mark.parametrize("ident", PLAYS)
def test_a_finger_on_a_phone_fills_in_the_sentence(page_with, address, ident):
    page = page_with(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    control = placed(page, address, ident)
    awake(page)
    for each in control.get_by_role("combobox").all():
        box = each.bounding_box()
        assert box["height"] >= 24
        assert box["x"] + box["width"] <= 360
        each.tap()
    choose(control, ident)
    answered(control, ident)


@pytest.mark.parametrize("ident", PLAYS)
def test_a_control_is_accessible_and_fits_a_phone(page_with, address, ident):
    page = page_with(reduced_motion="reduce", viewport={"width": 320, "height": 900})
    control = placed(page, address, ident)
    awake(page)
    found = []
    for moment in ("before", "after"):
        if moment == "after":
            choose(control, ident)
            answered(control, ident)
        beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if beyond > 0:
            found.append((moment, f"{beyond} px wider than a phone"))
        found += [(moment, *one) for one in findings(page, ".rw-regelkader")]
    assert not found


@pytest.mark.parametrize("ident", PLAYS)
def test_without_javascript_the_outcomes_are_there_to_read(page_with, address, ident):
    page = page_with(java_script_enabled=False)
    page.goto(address + PLAYS[ident][0])
    control = page.locator(".rw-regelkader")
    assert control.locator("svg").count() == 1
    assert control.locator("a").count() >= 1
    assert len(control.inner_text().split()) > 60


def test_the_control_and_the_exercise_of_a_chapter_share_one_python(strict_page, address):
    control = placed(strict_page, address, "kleine-stappen")
    awake(strict_page)
    choose(control, "kleine-stappen")
    answered(control, "kleine-stappen")
    exercise = strict_page.locator(".rw-oefening").first
    exercise.locator(".rw-stappen").first.locator(".rw-stap").nth(1).click()
    exercise.locator(".rw-status").get_by_text("Stap 2 van").wait_for()
    assert len(strict_page.workers) == 1
    answered(control, "kleine-stappen")
