"""What a reader meets: readable without JavaScript, painted at once, answered by Python, in order."""

import re

import pytest

pytestmark = pytest.mark.browser


def test_a_page_without_widgets_loads_nothing(site, reader):
    reader.page.goto(site.address + "index.html")
    reader.rests()
    assert not [name for name in site.asked if name.startswith("_live/")]


def test_a_slider_is_answered_by_python(site, reader):
    reader.opens(site, "counter.html")
    reader.page.locator(".noUi-handle").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.sees("6 partners, 15 pairs")
    assert reader.errors == []


def test_what_was_done_before_waking_is_answered_in_order(site, reader):
    site.faults["snapshot"] = "stall"
    reader.opens(site, "deep/er/journal.html")
    field = reader.widget("journal").locator("input")
    for word in ("one", "two", "three"):
        field.fill(word)
        reader.presses("Add")
    reader.sees("One moment")
    assert "nothing yet" in reader.widget("journal").inner_text()
    site.release.set()
    reader.sees("log: one two three")
    reader.page.wait_for_function("!document.body.innerText.includes('One moment')")


def test_of_waiting_that_no_reader_asked_for_nothing_is_said(site, reader):
    site.faults["snapshot"] = "stall"
    reader.opens(site, "waiting.html")  # its widget asks Python of its own accord
    opened = reader.page.evaluate("performance.now()")
    reader.page.wait_for_function("opened => performance.now() > opened + 800", arg=opened)  # it would have spoken
    assert "One moment" not in reader.page.locator("body").inner_text()
    assert reader.page.locator(".live-widget-announcer").inner_text() == ""
    site.release.set()
    reader.sees("asked 2, drawn with 40")


def test_waiting_is_told_where_the_reader_did_something_and_nowhere_else(site, reader):
    site.faults["snapshot"] = "stall"
    reader.opens(site, "exchange.html")
    reader.presses("Print")
    reader.sees("One moment")
    told = reader.page.locator(".live-widget-status").filter(has_text="One moment")
    assert told.count() == 1
    assert reader.widget("parts").locator(told).count() == 1
    site.release.set()
    reader.sees("printed")


def test_nothing_is_rebuilt_or_moved_by_waking(site, reader):
    site.faults["snapshot"] = "stall"
    reader.opens(site, "counter.html")
    mark = """() => {
        const handle = document.querySelector('.noUi-handle');
        handle.marked = true;
        return JSON.stringify(document.querySelector('.live-widget').getBoundingClientRect());
    }"""
    before = reader.page.evaluate(mark)
    site.release.set()
    reader.awake()
    assert reader.page.evaluate("document.querySelector('.noUi-handle').marked")
    assert reader.page.evaluate(mark) == before


def test_files_and_modules_can_be_used_for_the_first_time_after_waking(site, reader):
    reader.opens(site, "deep/er/journal.html")
    reader.presses("Read")
    reader.sees('lazily word = "kept"')


def test_starting_over_gives_the_first_state_back_and_works_again(site, reader):
    reader.opens(site, "deep/er/journal.html").awake()
    reader.page.get_by_label("Word").fill("first")
    reader.presses("Add")
    reader.sees("log: first")
    reader.widget("journal").get_by_role("button", name="Start over").click()
    reader.sees("nothing yet")
    reader.page.get_by_label("Word").fill("second")
    reader.presses("Add")
    reader.sees("log: second")
    assert reader.errors == []


def test_without_javascript_the_static_layer_is_there(site, page_with):
    page = page_with(java_script_enabled=False)
    page.goto(site.address + "deep/er/journal.html")
    text = page.locator("article").inner_text()
    assert "A journal to keep words in." in text
    assert "A static text by the author." in text


def test_a_widget_without_own_description_is_described_from_its_parts(site, page_with):
    page = page_with(java_script_enabled=False)
    page.goto(site.address + "counter.html")
    text = page.locator("article").inner_text()
    assert re.search(r"Partners: 5\s+5 partners, 10 pairs", text)


def test_the_mime_type_in_a_notebook_gives_a_live_widget_and_no_other_loader(site, reader):
    reader.opens(site, "notebook.html")
    reader.page.locator(".noUi-handle").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.sees("6 partners")
    assert "requirejs" not in reader.page.content().lower()


def test_everything_comes_from_the_own_origin(site, reader):
    elsewhere = []
    reader.page.on("request", lambda request: elsewhere.append(request.url))
    reader.opens(site, "counter.html").awake().rests()
    theme = ("https://cdn.jsdelivr.net/npm/mathjax", "data:", "blob:")
    assert [url for url in elsewhere if not url.startswith((site.address, *theme))] == []


def test_a_reader_who_saves_data_wakes_python_by_touch_only(site, reader):
    reader.page.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    reader.opens(site, "counter.html").rests()
    assert reader.page.locator("html").get_attribute("data-live-widgets") == "painted"
    assert not [name for name in site.asked if "snapshot" in name]
    reader.page.locator(".noUi-handle").focus()
    reader.awake()


def test_over_a_slow_connection_the_page_goes_first_and_python_is_started_once(site, reader):
    site.faults["early-"] = "stall"
    reader.page.goto(site.address + "counter.html", wait_until="commit")
    reader.awake()  # by the page script: the start at the head of the page has not come yet
    site.release.set()
    reader.rests()
    assert reader.page.evaluate("!('liveWidgetsEarly' in globalThis)")
    assert len([name for name in site.asked if "/worker-" in name]) == 1
