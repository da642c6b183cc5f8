"""An anywidget lives in the page: the author's module is a file of the book and all it asks of Python is answered."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from sphinx_live_widgets.builder import tools

pytestmark = pytest.mark.browser

STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
# What a policy blocks, from the first moment on.
WATCH = (
    "window.blocked = []; addEventListener('securitypolicyviolation',"
    "(e) => blocked.push([e.violatedDirective, e.blockedURI, e.sourceFile].join(' ')))"
)


@pytest.fixture
def any_page(site, reader):
    return reader.opens(site, "any.html").awake()


def button(place, name):
    return place.get_by_role("button", name=name, exact=True)


def test_it_is_painted_before_waking_and_what_was_done_is_answered_in_order(site, reader):
    site.faults["snapshot"] = "stall"
    reader.opens(site, "any.html")
    place = reader.widget("talker")
    assert place.get_by_text("count: 0").is_visible()
    assert place.get_by_text("holds the start").is_visible()
    for name in ("Add", "Say", "Add", "Write"):
        button(place, name).click()
    assert place.get_by_text("count: 2").is_visible()
    assert "nothing heard" in place.inner_text()
    site.release.set()
    heard = "nothing heard counted 1 said hello counted 2 got from the page got from Python.."
    place.get_by_text(heard, exact=True).wait_for()
    # The page overwrote the buffers after sending: Python got what they held then.
    assert place.get_by_text("echo hello page+page").is_visible()
    assert reader.errors == []


def test_traits_go_both_ways(any_page):
    place = any_page.widget("talker")
    for _ in range(5):
        button(place, "Add").click()
    place.get_by_text("count: 50").wait_for()
    assert "counted 5 counted 50" in place.inner_text()


def test_bytes_go_both_ways_and_only_the_part_in_view(any_page):
    place = any_page.widget("talker")
    button(place, "Write").click()
    place.get_by_text("holds from Python..", exact=True).wait_for()
    assert "got from the page got from Python.." in place.inner_text()


def test_messages_go_both_ways_with_buffers(any_page):
    place = any_page.widget("talker")
    button(place, "Say").click()
    place.get_by_text("echo hello page+page").wait_for()
    assert "said hello" in place.inner_text()
    # `initialize` listens too.
    assert any_page.page.evaluate("tally.last") == "echo"


def test_python_answers_a_call(any_page):
    place = any_page.widget("talker")
    button(place, "Ask").click()
    place.get_by_text("QUIET bbb").wait_for()


def test_a_call_before_waking_is_answered_after_it(site, reader):
    site.faults["snapshot"] = "stall"
    reader.opens(site, "any.html")
    button(reader.widget("talker"), "Ask").click()
    reader.sees("One moment")
    site.release.set()
    reader.sees("QUIET bbb")


def test_a_widget_that_asks_python_while_it_is_drawn_is_drawn_when_python_is_awake(site, reader):
    site.faults["snapshot"] = "stall"
    reader.opens(site, "waiting.html")
    site.release.set()
    reader.sees("asked 2, drawn with 40")
    assert reader.errors == []


def test_listeners_can_be_taken_away(any_page):
    place = any_page.widget("talker")
    button(place, "Deaf").click()
    button(place, "Add").click()
    place.get_by_text("counted 1").wait_for()
    assert place.get_by_text("count: 0").is_visible()


def test_widgets_of_one_class_load_its_module_and_style_once(any_page):
    assert any_page.page.evaluate("tally.modules") == 1
    first, second = any_page.widget("two").locator(".tiny-talker").all()
    button(second, "Add").click()
    second.get_by_text("second: 1").wait_for()
    assert first.get_by_text("first: 0").is_visible()
    assert first.get_attribute("data-initialized") == "1"
    fetched = any_page.page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    assert len([name for name in fetched if "/look-" in name]) == 1
    assert first.locator("output").first.evaluate("one => getComputedStyle(one).color") == "rgb(1, 2, 3)"


def test_one_made_after_waking_works_and_is_tidied_when_it_is_removed(any_page):
    page = any_page.page
    place = any_page.widget("making")
    button(place, "Late").click()
    place.get_by_text("late and made").wait_for()
    button(place, "Talk").click()
    place.get_by_text("new: 0").wait_for()
    button(place, "Add").click()
    place.get_by_text("nothing heard counted 1").wait_for()
    assert place.locator("output").first.evaluate("one => getComputedStyle(one).color") == "rgb(1, 2, 3)"
    button(place, "Remove").click()
    page.wait_for_function("tally.tidied.includes('view')")
    assert page.evaluate("tally.tidied.sort().join()") == "signal,view"
    assert page.evaluate("tally.modules") == 1


def test_starting_over_gives_the_first_state_back_and_tidies_the_old_view(any_page):
    place = any_page.widget("talker")
    button(place, "Add").click()
    place.get_by_text("count: 1").wait_for()
    button(place, "Start over").click()
    place.get_by_text("count: 0").wait_for()
    any_page.page.wait_for_function("tally.tidied.includes('view')")
    button(place, "Add").click()
    place.get_by_text("nothing heard counted 1", exact=True).wait_for()
    assert place.locator(".tiny-talker").count() == 1


def test_starting_over_before_waking_tidies_the_view_and_model_of_that_widget(site, reader):
    site.faults["snapshot"] = "missing"
    reader.opens(site, "any.html")
    reader.failed()
    place = reader.widget("talker")
    button(place, "Add").click()
    button(place, "Start over").click()
    place.get_by_text("count: 0").wait_for()
    reader.page.wait_for_function("tally.tidied.includes('model')")
    assert sorted(reader.page.evaluate("tally.tidied")) == ["model", "signal", "view"]


def test_a_widget_can_show_widgets_that_its_state_refers_to(site, reader):
    site.faults["snapshot"] = "stall"
    reader.opens(site, "any.html")
    places = reader.widget("board").locator(".tiny-place")
    places.nth(1).get_by_text("hint two").wait_for()
    assert places.all_inner_texts() == ["part one hint one", "part two hint two"]


def test_it_works_under_the_strict_policy(site, reader):
    site.headers["Content-Security-Policy"] = STRICT
    reader.page.add_init_script(WATCH)
    reader.opens(site, "any.html").awake()
    place = reader.widget("making")
    button(place, "Late").click()
    place.get_by_text("late and made").wait_for()
    button(reader.widget("talker"), "Say").click()
    reader.widget("talker").get_by_text("echo hello page+page").wait_for()
    # The theme has inline scripts and styles of its own; nothing else may be blocked.
    blocked = reader.page.evaluate("blocked")
    assert [
        one for one in blocked if "_live/" in one or not re.match("(script|style)-src-(elem|attr) inline", one)
    ] == []
    output = reader.widget("talker").locator("output").first
    assert output.evaluate("one => getComputedStyle(one).color") == "rgb(1, 2, 3)"


def test_it_works_after_a_plain_start(site, reader):
    site.faults["snapshot"] = "other"
    reader.opens(site, "any.html").awake()
    assert any("site" in name for name in site.asked)
    button(reader.widget("talker"), "Add").click()
    reader.widget("talker").get_by_text("nothing heard counted 1", exact=True).wait_for()
    button(reader.widget("making"), "Late").click()
    reader.widget("making").get_by_text("late and made").wait_for()


def test_pages_and_messages_hold_no_text_of_a_module(site, reader, book):
    told = "const W = Worker; window.Worker = class extends W { constructor(...a) { super(...a); (window.told ??= []);"
    reader.page.add_init_script(f"{told} this.addEventListener('message', (e) => told.push(e.data.text ?? '')); }} }}")
    reader.opens(site, "any.html").awake()
    place = reader.widget("making")
    for name in ("Late", "Talk"):
        button(place, name).click()
        place.get_by_text("late and made" if name == "Late" else "new: 0").wait_for()
    opened = [json.loads(text) for text in reader.page.evaluate("told") if "comm_open" in text]
    names = {message["data"]["state"].get("_esm") for message in opened} - {None}
    assert len(names) == 2
    assert all((book / "_live" / name).is_file() for name in names)
    assert "createElement" not in (book / "any.html").read_text()


def test_a_text_that_the_build_did_not_know_is_not_run(site, reader):
    reader.opens(site, "any.html").awake()
    place = reader.widget("making")
    button(place, "Unknown").click()
    place.get_by_text("This cannot be shown here.").wait_for()
    place.get_by_text("the rest").wait_for()
    assert reader.page.evaluate("globalThis.harmed") is None
    reader.is_told("was not there when the book was built")
    button(place, "Late").click()
    place.get_by_text("late and made").wait_for()


def test_a_foreign_module_met_after_waking_is_a_calm_line(site, reader):
    reader.opens(site, "any.html").awake()
    place = reader.widget("making")
    button(place, "Foreign").click()
    place.get_by_text("This cannot be shown here.").wait_for()
    place.get_by_text("the others").wait_for()
    reader.is_told("foreign-module")


def test_one_that_fails_to_draw_leaves_the_static_layer_and_a_calm_line(site, reader):
    reader.opens(site, "any.html").awake()
    text = reader.widget("failing").inner_text()
    assert "The parts of it at rest" in text
    assert "cannot be shown interactively here" in text
    reader.is_told("deliberately not drawn")
    assert reader.widget("talker").get_by_text("count: 0").is_visible()


def test_a_module_that_does_not_arrive_leaves_the_static_layer_and_a_calm_line(site, reader):
    reader.page.route("**/module-*", lambda route: route.abort())
    reader.opens(site, "any.html")
    reader.widget("described").get_by_text("cannot be shown interactively here").wait_for()
    assert reader.widget("described").get_by_text("Described, at rest.").is_visible()


def test_the_page_refuses_another_version_than_the_locked_one(site, reader):
    lock = (tools.LOCKS / "wheels.lock").read_text()
    major, minor = re.search(r"^anywidget==(\d+)\.(\d+)\.", lock, re.MULTILINE).groups()
    locked, other = f"~{major}.{minor}.*", f"~{major}.{int(minor) + 1}.*"

    def renumber(route):
        text = route.fetch().text()
        assert locked in text
        route.fulfill(body=text.replace(locked, other), content_type="text/html")

    # As it comes it is painted (every other test here); renumbered it is not.
    reader.page.route("**/waiting.html", renumber)
    reader.opens(site, "waiting.html")
    reader.sees("cannot be shown interactively here")


def test_without_javascript_its_own_words_are_there(site, page_with):
    page = page_with(java_script_enabled=False)
    page.goto(site.address + "any.html")
    text = page.locator("article").inner_text()
    assert "Described, at rest." in text
    assert "object at 0x" not in text


def test_axe_is_clean_with_anywidgets_awake(any_page):
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
    found = Axe().run(any_page.page, context=".live-widget", options=options).response["violations"]
    assert [(one["id"], node["html"][:160]) for one in found for node in one["nodes"]] == []
