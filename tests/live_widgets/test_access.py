"""Core widgets are usable by keyboard and by name; axe finds nothing, before and after waking, in both themes."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}


def violations(page):
    found = Axe().run(page, context=".live-widget, .live-widget-announcer", options=OPTIONS).response["violations"]
    return [(one["id"], node["html"][:160], node["failureSummary"][:300]) for one in found for node in one["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_is_clean_before_and_after_waking(site, reader, theme):
    site.faults["snapshot"] = "stall"
    reader.page.emulate_media(color_scheme=theme)
    reader.opens(site, "everything.html")
    reader.page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    assert not violations(reader.page)
    site.release.set()
    reader.awake()
    assert not violations(reader.page)


def test_sliders_have_the_name_of_their_label(site, reader):
    reader.opens(site, "everything.html")
    assert reader.page.get_by_role("slider", name="Whole", exact=True).count() == 1
    assert reader.page.get_by_role("slider", name="Range: from", exact=True).count() == 1


def test_a_slider_of_options_says_the_option(site, reader):
    reader.opens(site, "everything.html")
    handle = reader.page.get_by_role("slider", name="Step", exact=True)
    handle.focus()
    reader.page.keyboard.press("ArrowRight")
    reader.page.wait_for_function(
        "document.querySelector('[aria-label=Step][role=slider]').getAttribute('aria-valuetext') === 'middle'"
    )


def test_groups_have_role_and_name(site, reader):
    reader.opens(site, "everything.html")
    assert reader.page.get_by_role("radiogroup", name="One of").count() == 1
    assert reader.page.get_by_role("group", name="Toggle").count() == 1


def test_toggles_say_whether_they_are_pressed(site, reader):
    reader.opens(site, "everything.html")
    switch = reader.page.get_by_role("button", name="Switch")
    assert switch.get_attribute("aria-pressed") == "false"
    switch.click()
    assert reader.page.get_by_role("button", name="Switch", pressed=True).count() == 1


def test_folds_open_by_keyboard(site, reader):
    reader.opens(site, "everything.html")
    header = reader.page.get_by_role("button", name="Fold")
    header.focus()
    reader.page.keyboard.press("Enter")
    assert reader.page.get_by_role("button", name="Fold", expanded=True).count() == 1


def test_radios_are_large_enough_to_touch(site, reader):
    reader.opens(site, "everything.html")
    box = reader.page.get_by_role("radio", name="second").bounding_box()
    assert min(box["width"], box["height"]) >= 24


def test_failing_is_announced_politely(site, reader):
    site.faults["snapshot"] = "missing"
    reader.opens(site, "counter.html")
    text = reader.failed()
    assert reader.page.locator(".live-widget-announcer[role=status]").inner_text() == text
    assert reader.widget("counter").get_by_role("button", name="Try again").is_visible()


def test_nothing_is_wider_than_a_small_screen(site, reader):
    reader.page.set_viewport_size({"width": 320, "height": 700})
    reader.opens(site, "everything.html")
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
