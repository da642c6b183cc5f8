"""A trainer lays share files side by side in the page: by dropping, by keyboard, and with too few of them."""

import pytest
from axe import findings
from keyboard import tab_to
from playwright.sync_api import expect
from test_exercises import WIDER

from reiswijzer.content.texts import TOGETHER, texts
from reiswijzer.exercises.naast_elkaar import examples

pytestmark = pytest.mark.browser
PAGE = "book/thuiskomst/naast-elkaar.html"
WORDS = texts("naast-elkaar", TOGETHER)
FILES = examples(WORDS)
GOOD = [one for one in FILES if one[0].startswith("deelbestand")]
BAD = {
    "halve-download.json": WORDS("weg-no-json"),
    "kopie-deelbestand-kievit-7702.json": WORDS("weg-same", ander="deelbestand-kievit-7702.json"),
    "mijn-hele-reisverslag.json": WORDS("weg-journal"),
}
DROP = """(place, files) => {
    const carried = new DataTransfer();
    for (const [name, text] of files) carried.items.add(new File([text], name));
    const drop = new DragEvent('drop', {dataTransfer: carried, bubbles: true, cancelable: true});
    place.dispatchEvent(drop);
    return drop.defaultPrevented;
}"""


def drop(place, files):
    """Drop files on the page; whatever takes them keeps the browser from opening them."""
    assert place.evaluate(DROP, [[name, content.decode()] for name, content in files])


@pytest.mark.chromium("names, roles and widths are the same in every browser")
def test_twelve_dropped_files_of_which_three_are_bad(exercise_on):
    place = exercise_on(PAGE, viewport={"width": 320, "height": 900}, reduced_motion="reduce")
    drop(place, FILES)
    expect(place.locator(".rw-status")).to_contain_text("9 reizigers doen mee. 3 bestanden doen niet mee")
    expect(place.locator(".rw-reizigers li")).to_have_count(9)
    for item, (name, reason) in zip(place.locator(".rw-geweigerd li").all(), BAD.items(), strict=True):
        expect(item).to_have_text(f"{name} {reason}")
    expect(place.locator("h3").nth(2)).to_have_text(WORDS("verschil-kop"))
    expect(place.get_by_role("img", name=WORDS("verschil-titel"))).to_be_visible()
    for fold in place.locator("summary").all():
        fold.click()
    expect(place.get_by_role("table")).to_have_count(place.locator("summary").count())
    found = place.evaluate(WIDER)
    page = place.page
    found += page.evaluate("[document.documentElement.scrollWidth - innerWidth].filter((beyond) => beyond > 0)")
    found += findings(page, ".rw-samen")
    assert not found


def test_four_files_by_keyboard_give_no_figures_and_the_fifth_does(strict_page, address, tmp_path):
    page = strict_page
    page.on("filechooser", lambda _: None)  # from now on, and not only from the moment a key is pressed
    page.goto(address + PAGE)
    place = page.locator(".rw-samen")
    place.scroll_into_view_if_needed()
    page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
    for name, content in GOOD[:4]:
        (tmp_path / name).write_bytes(content)

    tab_to(page, place.get_by_role("button", name=WORDS("kies")))
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files([tmp_path / name for name, _ in GOOD[:4]])
    expect(place.get_by_text("nu doen er 4 mee")).to_be_visible()
    expect(place.locator("svg")).to_have_count(0)
    drop(place, GOOD[4:])
    expect(place.get_by_role("img", name=WORDS("verschil-titel"))).to_be_visible()
    expect(place.get_by_text("nu doen er 4 mee")).to_have_count(0)
    tab_to(page, place.get_by_role("button", name=WORDS("zinnen-anders")))
    page.keyboard.press("Space")
    expect(place.locator(".rw-status")).to_have_text(WORDS("zinnen-geschud"))
    tab_to(page, place.get_by_role("button", name=WORDS("opnieuw")))
    page.keyboard.press("Enter")
    expect(place.locator("svg")).to_have_count(0)
    expect(place.locator(".rw-status")).to_have_text(WORDS("weggelegd"))
