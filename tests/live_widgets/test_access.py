"""Core widgets are usable by keyboard and by name; axe finds nothing, before and after waking, in both themes."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from ipywidgets.widgets import widget as core

from conftest import Reader

pytestmark = pytest.mark.browser

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": LEVELS, "resultTypes": ["violations"]}


def violations(page):
    found = Axe().run(page, context=".live-widget, .live-widget-announcer", options=OPTIONS).response["violations"]
    return [(one["id"], node["html"][:160], node["failureSummary"][:300]) for one in found for node in one["nodes"]]


#: Core widgets that no page shows, and why.
UNSHOWN = {
    "ControllerAxisModel": "made by the page for a gamepad that is connected",
    "ControllerButtonModel": "made by the page for a gamepad that is connected",
    "DOMWidgetModel": "the base class of image, sound and film",
}


def test_the_page_holds_every_core_widget(book):
    text = (book / "everything.html").read_text()
    recorded = json.loads(re.search(r'<script type="application/json">(.*?)</script></div>', text)[1])["state"]
    shown = {entry["model_name"] for entry in recorded.values()}
    modules = ("@jupyter-widgets/base", "@jupyter-widgets/controls", "@jupyter-widgets/output")
    known = {key[2] for key, _ in core._registry.items() if key[0] in modules}
    assert len(known) > 60
    assert known - shown == set(UNSHOWN)


@pytest.mark.parametrize("name", ["everything.html", "unusual.html"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_is_clean_before_and_after_waking(site, reader_with, theme, name):
    site.faults["snapshot"] = "stall"
    reader = reader_with(color_scheme=theme)
    reader.opens(site, name)
    assert reader.page.evaluate("theme => matchMedia(`(prefers-color-scheme: ${theme})`).matches", theme)
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


def test_everything_that_takes_focus_has_a_name_of_its_own_and_can_be_hit(site, reader):
    """A name comes from the author, or is a word for the kind of control; axe accepts weaker ones."""
    for name in ("everything.html", "unusual.html"):
        reader.opens(site, name)
        tree = reader.page.locator(".live-widget").aria_snapshot()
        roles = "slider|textbox|spinbutton|combobox|listbox|button|radio|checkbox|progressbar|tab|group|img"
        assert re.findall(rf"^ *- '?(?:{roles})(?:| \[.*\])'?:?$", tree, re.MULTILINE) == []
        assert "null" not in tree
        small = reader.page.evaluate("""() => [...document.querySelectorAll(
            '.live-widget :is(button, input, select, textarea, [tabindex="0"], [role=tab], [contenteditable=true])')]
            .filter(one => { const {width, height} = one.getBoundingClientRect();
                             return width > 0 && Math.min(width, height) < 24; })
            .map(one => one.outerHTML.slice(0, 120))""")
        assert small == []


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("slider", "Upright range: from"),
        ("spinbutton", "Bounded number"),
        ("progressbar", "Upright progress"),
        ("combobox", "Menu"),
        ("listbox", "Several"),
        ("checkbox", "Agreed"),
        ("group", "Colours"),
        ("button", "Remove: red"),
        ("button", "Remove: #00aa00"),
        ("combobox", "Whole numbers: Add"),
        ("combobox", "Suggest"),
        ("textbox", "Secret"),
        ("img", "One pixel"),
        ("img", "Not valid"),
        ("button", "Play"),
        ("button", "File"),
        ("tab", "Two"),
        ("tabpanel", "One"),
    ],
)
def test_a_reader_who_hears_the_page_finds(everything, role, name):
    assert everything.page.get_by_role(role, name=name, exact=True).count() == 1


@pytest.fixture(scope="module")
def everything(running, browser):
    """Return a reader of one page that the tests only read."""
    context = browser.new_context()
    page = context.new_page()
    yield Reader(page).opens(running, "everything.html").awake()
    context.close()


def test_controls_that_are_off_say_so(site, reader):
    reader.opens(site, "unusual.html")
    for role, name in [
        ("slider", "Still slider"),
        ("slider", "Still range: to"),
        ("textbox", "Still text"),
        ("combobox", "Still menu"),
        ("radio", "d"),
        ("checkbox", "Still box"),
        ("button", "e"),
    ]:
        assert reader.page.get_by_role(role, name=name, exact=True, disabled=True).count() == 1, name
    assert reader.page.get_by_role("slider", name="Still slider").get_attribute("tabindex") == "-1"


def test_a_hint_of_the_author_describes_the_control(site, reader):
    reader.opens(site, "unusual.html")
    field = reader.page.get_by_role("textbox", name="With hint")
    assert field.get_attribute("aria-description") == "What to write here"


def test_a_range_of_options_says_the_options(everything):
    for part, text in (("from", "low"), ("to", "high")):
        handle = everything.page.get_by_role("slider", name=f"Steps: {part}", exact=True)
        assert handle.get_attribute("aria-valuetext") == text


def test_long_labels_wrap(site, reader):
    reader.page.set_viewport_size({"width": 320, "height": 700})
    reader.opens(site, "unusual.html")
    cut = reader.page.evaluate("""() => [...document.querySelectorAll(
        '.live-widget :is(.widget-label, .widget-label-basic, .jupyter-button, .widget-readout),' +
        '.live-widget .widget-radio-box label')]
        .filter(one => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
        .map(one => one.outerHTML.slice(0, 120))""")
    assert cut == []


def test_tags_are_added_removed_and_placed_by_keyboard(site, reader):
    reader.opens(site, "everything.html")
    field = reader.page.get_by_label("Words: Add")
    press = reader.page.keyboard.press
    tags = "document.querySelector('[aria-label=Words]').querySelectorAll('.jupyter-widget-tag:not(input)')"
    words = f"() => [...{tags}].map(one => one.innerText.trim())"
    field.focus()
    reader.page.keyboard.type("three")
    press("Enter")
    assert reader.page.evaluate(words) == ["one", "two", "three"]
    reader.page.get_by_role("button", name="Remove: two").focus()
    press("Enter")
    assert reader.page.evaluate(words) == ["one", "three"]
    assert field.evaluate("one => one === document.activeElement")
    press("ArrowLeft")
    reader.page.keyboard.type("two")
    press("Enter")
    assert reader.page.evaluate(words) == ["one", "two", "three"]
    press("Backspace")
    assert len(reader.page.evaluate(words)) == 2


def test_tags_are_removed_by_mouse(site, reader):
    reader.opens(site, "everything.html")
    reader.page.get_by_role("button", name="Remove: 1.5").click()
    assert reader.page.get_by_role("button", name="Remove: 1.5").count() == 0


def test_tabs_are_changed_by_arrow_keys(site, reader):
    reader.opens(site, "everything.html")
    reader.page.get_by_role("tab", name="One").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("Enter")
    panel = reader.page.get_by_role("tabpanel", name="Two")
    panel.get_by_label("Second leaf").wait_for()
    tab = reader.page.get_by_role("tab", name="Two", selected=True)
    assert tab.get_attribute("aria-controls") == panel.get_attribute("id")


def test_play_is_started_and_stopped_by_keyboard(site, reader):
    reader.opens(site, "everything.html")
    reader.page.get_by_role("button", name="Play", exact=True).focus()
    reader.page.keyboard.press("Enter")
    reader.page.get_by_role("button", name="Pause", exact=True).wait_for()
    reader.page.keyboard.press("Enter")
    reader.page.get_by_role("button", name="Play", exact=True).wait_for()
    repeat = reader.page.get_by_role("button", name="Repeat", exact=True)
    repeat.press("Enter")
    assert repeat.get_attribute("aria-pressed") == "true"
    assert reader.errors == []


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("Whole", "ArrowRight", "1"),
        ("Range: to", "ArrowLeft", "79"),
        ("Upright", "ArrowUp", "1"),
        ("Steps: from", "ArrowRight", "middle"),
    ],
)
def test_sliders_move_by_arrow_keys(site, reader, name, key, value):
    reader.opens(site, "everything.html")
    handle = reader.page.get_by_role("slider", name=name, exact=True)
    handle.press(key)
    reader.page.wait_for_function(
        "([one, value]) => one.getAttribute('aria-valuetext') === value", arg=[handle.element_handle(), value]
    )


def test_choices_are_made_by_arrow_keys(site, reader):
    reader.opens(site, "everything.html")
    reader.page.get_by_role("radio", name="first").press("ArrowDown")
    reader.page.get_by_role("radio", name="second", checked=True).wait_for()
    menu = reader.page.get_by_role("combobox", name="Menu")
    menu.press("ArrowDown")
    assert menu.input_value() == "b"


def test_colours_and_days_can_be_typed(site, reader):
    reader.opens(site, "everything.html")
    colour = reader.page.get_by_role("textbox", name="Colour", exact=True).first
    colour.press("ControlOrMeta+a")
    colour.press_sequentially("teal")
    colour.press("Enter")
    reader.page.wait_for_function("document.querySelector('input[type=color]').value === '#008080'")
    day = reader.page.get_by_label("Day")
    day.focus()
    reader.page.keyboard.type("03042026")
    assert day.input_value() == "2026-03-04"


def test_focus_can_be_seen_on_everything_that_takes_it(site, reader):
    reader.opens(site, "everything.html")
    reader.page.locator(".live-widget").first.evaluate("one => { one.tabIndex = -1; one.focus() }")
    seen = """() => {
        const one = document.activeElement, style = getComputedStyle(one);
        const native = one.matches('audio, video');
        const bare = style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2;
        return one.closest('.live-widget-view') && !native && bare
            ? one.outerHTML.slice(0, 120) : '';
    }"""
    for _ in range(60):
        reader.page.keyboard.press("Tab")
        reader.page.evaluate("one => { window.seen ??= new Set(); seen.add(document.activeElement.type); }")
        assert reader.page.evaluate(seen) == ""
    assert {"date", "time", "color", "checkbox", "radio"} <= set(reader.page.evaluate("[...window.seen]"))


def test_nothing_moves_by_itself_for_a_reader_who_asked_so(site, reader_with):
    reader = reader_with(reduced_motion="reduce").opens(site, "everything.html")
    moving = """() => [...document.querySelectorAll('.live-widget *')].filter(one => {
        const style = getComputedStyle(one);
        const changing = style.transitionDuration.split(', ').some(time => parseFloat(time) > 0);
        return changing || style.animationName !== 'none';
    }).length"""
    assert reader.page.evaluate(moving) == 0


def test_a_panel_with_the_class_live_region_is_one(site, reader):
    reader.opens(site, "unusual.html").awake()
    region = reader.page.get_by_role("status").filter(has_text="nothing said")
    assert region.count() == 1
    mark = region.evaluate_handle("one => one")
    reader.presses("Tell")
    reader.sees("something said")
    assert mark.evaluate("one => one.isConnected && one.textContent.includes('something said')")


def test_a_text_before_a_widget_can_name_it_and_a_button_can_be_the_present_one(site, reader):
    reader.opens(site, "unusual.html").awake()
    asked = reader.page.get_by_role("radiogroup", name="Which of these?", exact=True)
    assert asked.get_by_role("radio").count() == 2
    assert reader.page.locator("button[aria-current]").all_inner_texts() == ["Two"]


ANNOUNCED = """
window.announced = [];
new MutationObserver(() => {
    const one = document.querySelector('.live-widget-announcer');
    if (one && !one.watched) {
        one.watched = true;
        const hear = () => one.textContent && window.announced.push(one.textContent);
        new MutationObserver(hear).observe(one, {childList: true, subtree: true, characterData: true});
    }
}).observe(document, {childList: true, subtree: true});
"""


def test_waiting_is_announced_once_for_all_widgets_and_clicks(site, reader):
    reader.page.add_init_script(ANNOUNCED)
    site.faults["snapshot"] = "stall"
    reader.opens(site, "deep/er/journal.html")
    for _ in range(3):
        reader.presses("Add")
        reader.page.wait_for_function("announced.length === 1")
    site.release.set()
    reader.sees("log: - - -")
    assert reader.page.evaluate("announced.length") == 1


def test_a_fast_answer_is_not_announced(site, reader):
    reader.page.add_init_script(ANNOUNCED)
    reader.opens(site, "deep/er/journal.html").awake()
    reader.presses("Add")
    reader.sees("log: -")
    assert reader.page.evaluate("announced") == []


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
