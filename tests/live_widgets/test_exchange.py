"""What travels between page and Python arrives: bytes, links, output, new widgets, shared models, chance."""

import pytest
from tiny_exercises.exchange import PIXEL

pytestmark = pytest.mark.browser


@pytest.fixture
def exchange(site, reader):
    return reader.opens(site, "exchange.html").awake()


def test_bytes_reach_the_page(exchange):
    size = "fetch(document.querySelector('img.widget-image').src).then(r => r.arrayBuffer()).then(b => b.byteLength)"
    assert exchange.page.evaluate(size) == len(PIXEL)
    exchange.presses("Paint")
    exchange.sees(f"{2 * len(PIXEL)} bytes")
    assert exchange.page.evaluate(size) == 2 * len(PIXEL)


def test_bytes_reach_python(exchange):
    file = {"name": "a.txt", "mimeType": "text/plain", "buffer": b"hello"}
    with exchange.page.expect_file_chooser() as chooser:
        exchange.page.get_by_role("button", name="File").click()
    chooser.value.set_files([file])
    exchange.sees("got hello")


def test_printed_text_appears_in_an_output_widget(exchange):
    exchange.presses("Print")
    exchange.page.locator(".widget-output pre", has_text="printed").wait_for()


def test_widgets_made_after_waking_work(exchange):
    exchange.presses("Make")
    exchange.presses("New button")
    exchange.sees("new button pressed")


def test_linked_widgets_follow_each_other_without_python(site, reader):
    site.faults["snapshot"] = "stall"
    reader.opens(site, "exchange.html")
    reader.widget("linked").locator(".noUi-handle").focus()
    reader.page.keyboard.press("ArrowRight")
    assert reader.widget("linked").locator("input").input_value() == "1"


def test_two_widgets_share_one_model(exchange):
    exchange.widget("sharing").locator(".noUi-handle").focus()
    exchange.page.keyboard.press("ArrowRight")
    for name in ("sharing", "sharing-too"):
        place = exchange.widget(name)
        place.get_by_text("shared is 4").wait_for()
        assert place.locator(".widget-readout").inner_text() == "4"


def test_two_readers_meet_different_chances(site, browser):
    seen = set()
    for _ in range(2):
        context = browser.new_context()
        page = context.new_page()
        page.goto(site.address + "exchange.html")
        page.get_by_role("button", name="Chance").click()
        seen.add(page.get_by_text("chance 0.").inner_text())
        context.close()
    assert len(seen) == 2


def test_html_of_widgets_can_do_nothing(exchange):
    place = exchange.widget("hostile")
    assert exchange.page.evaluate("window.harmed") is None
    assert (
        place.locator("script, iframe, foreignObject, [onerror], [onclick], [style]").evaluate_all(
            "found => found.filter(one => one.closest('.widget-html-content')).length"
        )
        == 0
    )
    assert place.locator("#bad").get_attribute("href") is None
    assert place.locator("#away").get_attribute("src") is None


def test_html_of_widgets_keeps_what_is_harmless(exchange):
    place = exchange.widget("hostile")
    assert place.locator("p#safe.kept[role=note][aria-label=kept] a").get_attribute("href") == "https://example.org/"
    assert place.locator("svg[role=img] circle.dot").get_attribute("fill") == "red"
    assert place.locator("details summary").count() == 1
    assert place.locator("table td").inner_text(timeout=1000) == "cell" or place.locator("table td").count() == 1
