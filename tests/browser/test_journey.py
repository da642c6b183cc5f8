"""The book for who has no mouse, larger letters, colours of their own, no wish for motion, or hears it read out."""

import json

import pytest
from hands import Keyboard, says
from keyboard import tab_to
from measures import CUT, LARGE, MOVING, OWN_COLOURS, SMALL, SPACED, UNREADABLE, WATCHED, nameless, skipped
from playwright.sync_api import expect
from test_exercises import PLACES
from test_journal_pages import HANDED
from test_pages import SAME

pytestmark = pytest.mark.browser
DESK, LARGE_ON_A_SMALL_SCREEN, PHONE = (1280, 640, 360)
JOURNAL = "book/thuiskomst/uw-reisverslag.html"
# A page of every kind, and every exercise; of the notebooks none, which are of the theme's making.
KINDS = ["index.html", "search.html?q=schulden", "book/kaart/index.html", "book/kaart/casussen/nprz.html", JOURNAL,
         *(path for path in PLACES.values() if path.startswith("book/"))]  # fmt: skip


@pytest.fixture
def opened(page_with, address):
    """Return a function that opens a page, with its exercise awake if it has one."""

    def open_page(path, **settings):
        page = page_with(reduced_motion="reduce", **settings)
        page.goto(address + path)
        alive = page.locator(".rw-oefening:visible, .rw-verslag:visible")  # a part of the journal can be folded
        if alive.count():
            alive.first.scroll_into_view_if_needed()
            page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
        return page

    return open_page


def test_with_keys_alone_from_the_first_page_to_the_file_of_the_journal(page_with, address):
    page = page_with(reduced_motion="reduce", viewport={"width": DESK, "height": 800})

    def skips_to_the_text():
        page.evaluate(WATCHED)
        tab_to(page, page.get_by_role("link", name="Naar de inhoud"))
        page.keyboard.press("Enter")

    page.goto(address)
    skips_to_the_text()
    tab_to(page, page.locator(".rw-route").get_by_role("link", name="Focus op resultaat"))
    assert page.evaluate("window.lost") == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/1-resultaat.html")

    skips_to_the_text()
    option = page.locator(".rw-keuzeblok").nth(2).locator("details").first
    tab_to(page, option.locator("summary"))
    page.keyboard.press("Enter")
    assert option.locator(".rw-vouw-inhoud").is_visible()
    hands = Keyboard(page.locator(".rw-oefening").first)
    hands.reach(hands.exercise.get_by_role("spinbutton", name="2022"))
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("2500")
    hands.press("Leg mijn lijn vast en kijk")
    says(hands.exercise, "U dacht 2.500 in 2022")
    hands.press("Verder: Boog de lijn?")
    expect(hands.exercise.get_by_role("group", name="Stap 3 van 9: Boog de lijn?")).to_be_focused()
    note = page.locator("#veld-1-tafel-1")
    tab_to(page, note)
    page.keyboard.type("Gezinnen met schulden")
    page.locator(".rw-veld-stand").get_by_text("ewaard").first.wait_for()
    tab_to(page, page.get_by_role("link", name="uw reisverslag").last)
    assert page.evaluate("window.lost") == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/uw-reisverslag.html")

    skips_to_the_text()
    assert page.locator("#veld-1-tafel-1").input_value() == "Gezinnen met schulden"
    tab_to(page, page.get_by_role("button", name="Bewaar een bestand om elders verder te gaan"))
    assert page.evaluate("window.lost") == []
    page.evaluate(HANDED)
    page.keyboard.press("Enter")
    file = page.evaluate("window.handed")
    kept = json.loads(file["text"])
    assert file["name"] == "reisverslag.json"
    assert [note["text"] for note in kept["fields"]["1-tafel-1"]] == ["Gezinnen met schulden"]
    assert "buig-de-curve" in kept["exercises"]


@SAME
@pytest.mark.parametrize("path", KINDS)
def test_page_has_names_bears_large_and_spaced_letters_and_lies_still(opened, path):
    page = opened(path, viewport={"width": DESK, "height": 900})
    tree = page.locator("body").aria_snapshot()
    faults = [*nameless(tree), *skipped(tree[tree.index("- main") :]), *page.evaluate(MOVING)]
    assert [page.get_by_role(role).count() for role in ("main", "contentinfo")] == [1, 1]
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")

    def look(width, what, *measures):
        page.set_viewport_size({"width": width, "height": 900})
        faults.extend(f"{what}, {width} px: {one}" for measure in measures for one in page.evaluate(measure))

    look(DESK, "plain", CUT, SMALL)
    look(PHONE, "plain", CUT, SMALL)
    page.evaluate(SPACED)
    look(PHONE, "spaced letters", CUT)
    look(DESK, "spaced letters", CUT)
    page.evaluate("document.adoptedStyleSheets = []")
    page.evaluate(LARGE)
    look(DESK, "large letters", CUT)
    look(LARGE_ON_A_SMALL_SCREEN, "large letters", CUT)
    assert faults == []


@SAME
def test_who_listens_hears_where_things_are_and_what_changes(opened):
    page = opened(PLACES["wie-leidt-hier"], viewport={"width": DESK, "height": 900})
    names = page.locator("nav").evaluate_all("all => all.map((one) => one.ariaLabel ?? one.innerText.split('\\n')[0])")
    assert len(names) == len(set(names)), names
    menu = page.get_by_role("navigation", name="Alle pagina's")
    here = " ".join(menu.locator("[aria-current=page]").inner_text().split())
    assert here == "3 Leiderschap: delen als rode draad"
    page.get_by_role("navigation", name="Vorige en volgende pagina").get_by_role("link").first.wait_for()
    assert page.get_by_role("img", name="Tekening bij halte 3").count() == 1
    exercise = page.get_by_role("group", name="Oefening: Wie leidt hier?")
    bet = exercise.get_by_role("radiogroup", name="Welke tafel verliest daardoor het meest?")
    bet.get_by_role("radio", name="Ongeveer evenveel").check()
    present = exercise.locator("button[aria-current=true]")
    assert present.all_inner_texts() == ["1. Doe een gok"]
    exercise.get_by_role("button", name="Verder: Maak een stoel leeg").click()
    exercise.get_by_role("status").get_by_text("Stap 2 van 8: Maak een stoel leeg.").wait_for()
    assert present.all_inner_texts() == ["2. Maak een stoel leeg"]
    notes = page.get_by_role("group", name="Uw aantekeningen")
    notes.get_by_role("textbox", name="Wie doet bij u de vijf taken").fill("De wijkagent")
    notes.get_by_role("status").filter(has_text="ewaard").wait_for()

    page = opened("book/kaart/index.html", viewport={"width": DESK, "height": 900})
    table = page.get_by_role("region", name="Samenwerkingen").get_by_role("table")
    assert (table.get_by_role("columnheader").count(), table.get_by_role("rowheader").count()) == (4, 42)
    page.get_by_role("search", name="Kies wat u wilt zien").get_by_label("Zoek op een woord").fill("schulden")
    expect(page.get_by_role("status").filter(has_text="van de 42 samenwerkingen")).not_to_have_text(
        "42 van de 42 samenwerkingen."
    )


@pytest.mark.chromium("only there can a test set the colours of the device")
def test_in_colours_of_the_reader_every_state_is_seen(opened):
    colours = {"forced_colors": "active", "viewport": {"width": DESK, "height": 900}}
    page = opened("index.html", color_scheme="light", **colours)
    assert page.evaluate(OWN_COLOURS) + page.evaluate(UNREADABLE) == []
    page = opened(PLACES["een-deur-48-lijnen"], color_scheme="dark", **colours)
    assert page.evaluate(OWN_COLOURS) + page.evaluate(UNREADABLE) == []
    option = page.locator(".rw-keuzeblok details").first
    mark = "one => parseFloat(getComputedStyle(one.querySelector('summary'), '::before').borderTopWidth)"
    closed = option.evaluate(mark)
    option.locator("summary").click()
    assert option.evaluate(mark) > 2 * closed
    line = "all => all.map((one) => getComputedStyle(one).borderBottomColor)"
    steps = page.locator(".rw-oefening .rw-stappen").first
    here, others = (steps.locator(f".rw-stap{which}").evaluate_all(line) for which in (".rw-hier", ":not(.rw-hier)"))
    assert set(here).isdisjoint(others)
    bare = (
        "all => all.filter((one) => parseFloat(getComputedStyle(one).borderTopWidth) < 1).map((one) => one.outerHTML)"
    )
    assert page.locator(".rw-oefening .rw-knop:not(.rw-stap), .rw-dagboek textarea").evaluate_all(bare) == []
