"""Nothing that the reader is looking at moves when a widget takes the place of its static layer."""

import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.chromium("over WebDriver BiDi a page is not open before its script has arrived, which these hold back"),
]

WATCH = """
window.shifts = [];
new PerformanceObserver(list => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifts.push(one.value);
}).observe({type: 'layout-shift', buffered: true});
"""
NO_ANCHORING = """
const sheet = new CSSStyleSheet();
sheet.replaceSync('html { overflow-anchor: none }');
document.adoptedStyleSheets.push(sheet);
"""
PLACE = "document.querySelector('#reading-here h2').getBoundingClientRect().top"
SHIFTED = "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(shifts.reduce((a, b) => a + b, 0)))))"


@pytest.fixture(params=["anchoring", "no anchoring"])
def stalled(request, site, reader):
    """Return a function that opens a page in which nothing is painted until the site is released."""
    reader.page.add_init_script(WATCH + (NO_ANCHORING if request.param == "no anchoring" else ""))
    reader.page.set_viewport_size({"width": 1000, "height": 800})

    def opens(name):
        site.faults["page-"] = "stall"
        reader.page.goto(site.address + name, wait_until="commit")
        reader.page.locator("#reading-here p").last.wait_for()
        reader.page.wait_for_function("document.fonts.status === 'loaded'")
        return reader

    return opens


def scrolls(page, top):
    """Scroll until the text that is read stands at this distance from the top of the screen."""
    page.evaluate(
        """top => {
            const now = document.querySelector('#reading-here h2').getBoundingClientRect().top;
            scrollBy({top: now - top, behavior: 'instant'});
        }""",
        top,
    )
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def painted(site, page):
    site.release.set()
    page.wait_for_selector("html[data-live-widgets]")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def height(page):
    return page.locator(".live-widget").bounding_box()["height"]


@pytest.mark.parametrize("name", ["lower.html", "higher.html"])
@pytest.mark.parametrize("top", [-600, 60], ids=["out of sight", "seen in part"])
def test_text_below_a_widget_that_begins_above_the_screen_stays_where_it_is(site, stalled, name, top):
    page = stalled(name).page
    scrolls(page, top)
    assert page.locator(".live-widget").bounding_box()["y"] < 0
    before, static = page.evaluate(PLACE), height(page)
    painted(site, page)
    assert abs(page.evaluate(PLACE) - before) < 1
    assert top > 0 or abs(height(page) - static) > 20
    assert page.evaluate(SHIFTED) < 0.001


def test_a_widget_in_view_that_becomes_lower_keeps_its_room_until_it_is_touched(site, stalled):
    reader = stalled("lower.html")
    page = reader.page
    before, static = page.evaluate(PLACE), height(page)
    assert before < 800
    painted(site, page)
    assert height(page) == static
    assert page.evaluate(PLACE) == before
    assert page.evaluate(SHIFTED) < 0.001
    page.locator(".noUi-handle").press("ArrowRight")
    page.wait_for_function("before => document.querySelector('.live-widget').offsetHeight < before - 20", arg=static)
    reader.sees("6 partners")
    assert page.evaluate(SHIFTED) < 0.001


def test_the_room_of_a_widget_is_given_back_when_it_is_out_of_sight(site, stalled):
    page = stalled("lower.html").page
    static = height(page)
    painted(site, page)
    scrolls(page, -300)
    page.wait_for_function("before => document.querySelector('.live-widget').offsetHeight < before - 20", arg=static)
    assert abs(page.evaluate(PLACE) + 300) < 1
    assert page.evaluate(SHIFTED) < 0.001


@pytest.mark.parametrize("name", ["lower.html", "higher.html"])
def test_a_link_to_a_heading_below_a_widget_ends_there(site, stalled, name):
    page = stalled(f"{name}#reading-here").page
    painted(site, page)
    page.wait_for_load_state("load")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert -5 < page.evaluate(PLACE) < 200


def test_messages_and_buttons_under_a_widget_move_nothing(site, stalled):
    reader = stalled("higher.html")
    page = reader.page
    painted(site, page)
    site.calm()
    site.faults["snapshot"] = "stall"
    page.reload()
    page.wait_for_selector("html[data-live-widgets]")
    before = page.evaluate(PLACE)
    reader.presses("Add")
    reader.sees("One moment")
    page.get_by_role("button", name="Start over").wait_for()
    assert page.evaluate(PLACE) == before
