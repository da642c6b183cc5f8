"""Nothing is lost, overtaken or taken back between page and Python, whatever the reader does meanwhile."""

import re

import pytest

pytestmark = pytest.mark.browser

WATCH = """name => {
    const readout = document.querySelector(`[data-live-widget=${name}] .widget-readout`);
    window.seen = [Number(readout.textContent)];
    const note = () => window.seen.push(Number(readout.textContent));
    new MutationObserver(note).observe(readout, {childList: true, subtree: true, characterData: true});
}"""


@pytest.fixture
def order(site, reader):
    return reader.opens(site, "order.html").awake()


@pytest.fixture
def asleep(site, reader):
    site.faults["snapshot"] = "stall"
    return reader.opens(site, "order.html")


def moves(reader, name, times):
    reader.page.get_by_role("slider", name=name, exact=True).focus()
    for _ in range(times):
        reader.page.keyboard.press("ArrowRight")


def status(reader, name):
    return reader.widget(name).locator(".live-widget-status").inner_text()


def test_fast_changes_never_move_a_slider_back_and_the_last_one_arrives(order):
    order.page.evaluate(WATCH, "slow")
    moves(order, "Slow", 8)
    order.page.wait_for_function(
        "/ 8$/.test(document.querySelector('[data-live-widget=slow] .widget-html').innerText.trim())"
    )
    seen = order.page.evaluate("seen")
    assert seen == sorted(seen)
    assert seen[-1] == 8


def test_changes_before_waking_do_not_play_back(site, asleep):
    moves(asleep, "Slow", 6)
    asleep.page.evaluate(WATCH, "slow")
    site.release.set()
    asleep.sees("log: 6")
    assert set(asleep.page.evaluate("seen")) == {6}


@pytest.mark.parametrize("sleeping", [False, True])
def test_a_click_does_not_overtake_the_slider_that_was_moved_before_it(site, reader, sleeping):
    if sleeping:
        site.faults["snapshot"] = "stall"
    reader.opens(site, "order.html")
    if not sleeping:
        reader.awake()
    moves(reader, "Slow", 4)
    reader.presses("Ask")
    moves(reader, "Slow", 2)
    reader.presses("Ask")
    site.release.set()
    reader.sees("asked at 6")
    assert re.search(r" 4 asked at 4 .*6 asked at 6", reader.widget("slow").inner_text())


def test_what_python_says_late_does_not_undo_what_the_reader_did_since(order):
    moves(order, "Slow", 3)
    order.page.wait_for_function(
        "/ 3$/.test(document.querySelector('[data-live-widget=slow] .widget-html').innerText.trim())"
    )
    order.presses("Back")
    moves(order, "Slow", 1)
    order.page.evaluate(WATCH, "slow")
    order.sees("back")
    order.page.wait_for_function(
        "/ 4$/.test(document.querySelector('[data-live-widget=slow] .widget-html').innerText.trim())"
    )
    assert set(order.page.evaluate("seen")) == {4}


def test_python_has_the_last_word_on_a_value(order):
    moves(order, "Even", 1)
    readout = order.widget("picky").locator(".widget-readout")
    readout.get_by_text("0", exact=True).wait_for()
    order.page.keyboard.press("PageUp")
    order.page.wait_for_function(
        "Number(document.querySelector('[data-live-widget=picky] .widget-readout').innerText) > 1"
    )
    order.page.wait_for_function(
        "document.querySelector('[data-live-widget=picky] .widget-readout').innerText % 2 === 0"
    )


def test_starting_over_while_asleep_forgets_this_widget_only(site, reader):
    site.faults["snapshot"] = "stall"
    reader.opens(site, "order.html")
    moves(reader, "Slow", 3)
    reader.presses("Count")
    reader.widget("slow").get_by_role("button", name="Start over").click()
    assert reader.widget("slow").locator(".widget-readout").inner_text() == "0"
    moves(reader, "Slow", 1)
    site.release.set()
    reader.sees("log: 1")
    reader.sees("counted 1")
    assert "3" not in reader.widget("slow").inner_text()


def test_starting_over_while_python_is_busy_ends_at_the_beginning(order):
    moves(order, "Slow", 5)
    order.presses("Ask")
    order.widget("slow").get_by_role("button", name="Start over").click()
    order.page.wait_for_function(
        """() => {
            const slow = document.querySelector('[data-live-widget=slow]');
            const told = (name) => slow.querySelector(name).innerText.trim();
            return told('.widget-readout') === '0' && told('.widget-html') === 'log:';
        }"""
    )
    moves(order, "Slow", 1)
    order.sees("log: 1")
    assert order.errors == []


def test_a_widget_that_cannot_start_over_says_so_and_stays(order):
    order.presses("Count")
    order.sees("counted 1")
    order.widget("fragile").get_by_role("button", name="Start over").click()
    order.sees("Something went wrong")
    assert status(order, "slow") == ""
    order.presses("Count")
    order.sees("counted 2")
    assert status(order, "fragile") == ""


def test_an_error_stays_on_the_screen_until_the_reader_goes_on(order):
    order.presses("Fail twice")
    order.sees("went on")
    order.page.wait_for_function("document.querySelector('.live-widget-announcer').textContent.startsWith('Something')")
    order.presses("Count")
    order.sees("counted 1")
    assert status(order, "trouble") == ""


def test_an_error_after_starting_over_is_told_at_its_own_widget(order):
    order.presses("Well")
    order.sees("fine")
    order.widget("trouble").get_by_role("button", name="Start over").click()
    order.sees("calm")
    order.presses("Fail twice")
    order.sees("went on")
    assert "Something went wrong" in status(order, "trouble")
    assert status(order, "slow") == ""


def test_an_exercise_that_leaves_does_not_stop_python(order):
    order.presses("Leave")
    order.sees("Something went wrong")
    order.presses("Well")
    order.sees("fine")


def test_a_click_on_a_widget_that_python_closes_is_no_error(site, asleep):
    asleep.presses("Close me")
    asleep.presses("Close me")
    site.release.set()
    asleep.sees("closed")
    asleep.awake()
    asleep.presses("Count")
    asleep.sees("counted 1")
    assert status(asleep, "closing") == ""
    assert asleep.page.get_by_role("button", name="Close me").count() == 0


def test_an_output_takes_what_is_appended(order):
    order.presses("Append")
    order.page.locator(".widget-output pre", has_text="appended").wait_for()
    order.page.locator(".widget-output b", has_text="rich").wait_for()


def test_an_output_that_waits_is_never_empty(order):
    order.presses("Append")
    order.page.locator(".widget-output pre", has_text="appended").wait_for()
    order.page.evaluate("""() => {
        const output = document.querySelector('.widget-output');
        window.empty = false;
        new MutationObserver(() => { window.empty ||= !output.innerText.trim() }).observe(output, {childList: true});
    }""")
    order.presses("Replace")
    order.page.locator(".widget-output pre", has_text="replaced").wait_for()
    assert "appended" not in order.widget("outputs").inner_text()
    assert not order.page.evaluate("empty")


def test_outputs_nest_and_hold_widgets(order):
    order.presses("Nest")
    order.page.get_by_role("slider", name="Displayed").wait_for()
    texts = order.page.locator(".widget-output:not(.inner) pre").all_inner_texts()
    assert [text.split() for text in texts] == [["before", "after"], ["aside"]]
    assert order.page.locator(".inner pre").inner_text().strip() == "inside"
    order.presses("Append")
    order.sees("appended")
    assert order.page.get_by_role("slider", name="Displayed").count() == 1


def test_a_widget_that_was_made_but_not_shown_can_be_shown_later(order):
    order.presses("Open")
    order.page.get_by_label("Hidden until now").fill("word")
    order.page.keyboard.press("Enter")
    order.sees("heard word")


def test_an_error_in_an_output_is_shown_there_and_told_to_the_console(order):
    told = []
    order.page.on("console", lambda message: told.append(message.text))
    order.presses("Break")
    order.page.locator(".widget-output", has_text="ValueError: inside an output").wait_for()
    order.presses("Count")
    order.sees("counted 1")
    assert any("Traceback" in text for text in told)


def test_what_is_printed_logged_or_warned_goes_to_the_console(order):
    told = []
    order.page.on("console", lambda message: told.append(message.text))
    order.presses("Speak")
    order.sees("spoken")
    for word in ("logged", "warned", "said"):
        assert any(word in text for text in told), word
        assert word not in order.page.locator("article").inner_text()


def test_links_made_after_waking_work(order):
    order.presses("Link")
    order.sees("linked")
    moves(order, "Source", 3)
    order.widget("late").locator(".widget-readout").nth(1).get_by_text("3", exact=True).wait_for()


def test_tasks_go_on_after_the_callback(order):
    order.presses("Later")
    order.sees("waited")


def test_a_message_of_more_than_a_megabyte_travels_both_ways(order):
    order.page.get_by_label("Large").evaluate(
        "field => { field.value = 'word '.repeat(300000); field.dispatchEvent(new Event('input', {bubbles: true})) }"
    )
    order.page.get_by_label("Large").evaluate("field => field.dispatchEvent(new Event('change', {bubbles: true}))")
    order.sees("1500000 characters")
    order.page.wait_for_function("document.querySelector('.large-panel').textContent.includes('WORD WORD')")
    assert order.page.evaluate("document.querySelector('.large-panel p').textContent.length") == 1_500_000


def test_one_of_two_widgets_that_share_a_model_starts_over(site, reader):
    reader.opens(site, "exchange.html").awake()
    handle = reader.widget("sharing").locator(".noUi-handle")
    handle.focus()
    reader.page.keyboard.press("ArrowRight")
    reader.widget("sharing").get_by_text("shared is 4").wait_for()
    reader.widget("sharing").get_by_role("button", name="Start over").click()
    reader.widget("sharing").get_by_text("unseen").wait_for()
    reader.widget("sharing-too").locator(".noUi-handle").focus()
    reader.page.keyboard.press("ArrowRight")
    for name in ("sharing", "sharing-too"):
        reader.widget(name).get_by_text("shared is 5").wait_for()
        assert reader.widget(name).locator(".widget-readout").inner_text() == "5"
