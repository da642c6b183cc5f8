"""Looking for something: what directors type is found, by keys alone too, and nothing found is not the end."""

import tomllib
from pathlib import Path

import pytest
from axe import findings
from until import until

pytestmark = pytest.mark.browser
QUESTIONS = tomllib.loads(Path(__file__).with_name("zoekvragen.toml").read_text(encoding="utf-8"))["vraag"]
ASK = """async (questions) => {
    const { engine, spread } = await import(new URL('_static/zoeken/ranking.mjs', location.href).href);
    const ask = engine(await (await fetch('zoeklijst.json')).json());
    return questions.map(({ typt }) => {
        const { hits, instead } = ask(typt);
        const first = spread(hits).slice(0, 3).map(({ page }) => page.id);
        return { first, instead: instead.map(([, taken]) => taken) };
    });
}"""


def status(page):
    return page.locator(".rw-zoek-stand")


def test_what_a_director_types_is_found_among_the_first_three(strict_page, address):
    strict_page.goto(f"{address}search.html")
    missed = []
    for question, answer in zip(QUESTIONS, strict_page.evaluate(ASK, QUESTIONS), strict=True):
        found = [page.removesuffix(".html") for page in answer["first"]]
        missed += [f"{question['typt']}: {page} not in {found}" for page in question["vindt"] if page not in found]
        if not question["vindt"] and found:
            missed.append(f"{question['typt']}: {found}, and it stands nowhere")
        if [taken for taken in answer["instead"] if taken] != [word for word in [question.get("anders")] if word]:
            missed.append(f"{question['typt']}: taken for {answer['instead']}")
    assert not missed, "\n".join(missed)


def window(page):
    """Return the field over the page, with its buttons."""
    return page.get_by_role("dialog", name="Zoeken", exact=True)


@pytest.mark.chromium("only this browser is told that it has a touch screen")
def test_with_one_finger_the_window_opens_searches_and_closes(page_with, address):
    page = page_with(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(f"{address}book/reis/1-resultaat.html")
    magnifier = page.get_by_role("button", name="Zoeken", exact=True)
    field, search, close = (
        window(page).get_by_role(role, name=name, exact=True)
        for role, name in (("searchbox", "Zoek in dit boek"), ("button", "Zoek"), ("button", "Sluit"))
    )
    magnifier.tap()
    until(page, "document.activeElement.name === 'q'")
    assert all(one.bounding_box()["height"] >= 44 for one in (field, search, close))
    assert not findings(page, "#pst-search-dialog")
    close.tap()
    window(page).wait_for(state="hidden")
    until(page, "document.activeElement.matches('.search-button')")
    magnifier.tap()
    field.fill("schulden")
    search.tap()
    page.locator(".rw-gevonden li").first.wait_for()
    assert "over ‘schulden’" in status(page).inner_text()


def test_who_closes_the_window_is_back_at_what_opened_it(strict_page, address):
    page = strict_page
    page.goto(f"{address}book/reis/1-resultaat.html")
    page.locator(".rw-menu-halte").first.wait_for()
    opener = page.locator(".search-button__button:visible").first
    opener.click()
    window(page).get_by_role("button", name="Sluit").click()
    until(page, "document.activeElement.matches('.search-button__button')")
    link = page.locator(".bd-article .rw-spoor a").first
    link.focus()
    for keys in (["Escape"], ["Tab", "Tab", "Enter"], ["Tab", "Tab", "Space"]):
        page.keyboard.press("ControlOrMeta+k")
        until(page, "document.activeElement.name === 'q'")
        for key in keys:
            page.keyboard.press(key)
        window(page).wait_for(state="hidden")
        until(page, "document.activeElement.matches('.rw-spoor a')")


def test_by_keys_from_any_page_to_the_place_on_another(strict_page, address):
    page = strict_page
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address)
    page.keyboard.press("ControlOrMeta+k")
    until(page, "document.activeElement.name === 'q'")
    page.keyboard.type("vertouwen")
    page.keyboard.press("Enter")
    first = page.locator(".rw-gevonden li").first
    first.wait_for()
    # A slip of the pen is told, and what was meant is found.
    assert "Niets gevonden voor ‘vertouwen’. Dit zijn" in status(page).inner_text()
    assert "treffers voor ‘vertrouwen’" in status(page).inner_text()
    assert first.locator(".rw-gevonden-soort").inner_text() == "Reiservaringen"
    assert first.locator("mark").first.inner_text().lower().startswith("vertrouwen")
    assert page.locator(".rw-gevonden li").count() == 8
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Toon de andere").press("Enter")
    assert page.locator(".rw-gevonden li").count() > 8
    assert page.evaluate("document.activeElement.closest('.rw-gevonden') !== null")
    # Ctrl+K here leads to the field that is there already; results follow what is typed, also in the address.
    page.keyboard.press("ControlOrMeta+k")
    until(page, "document.activeElement.id === 'zoekwoorden'")
    page.keyboard.type("scharnierpunt")
    status(page).get_by_text("over ‘scharnierpunt’").wait_for()
    assert page.url.endswith("q=scharnierpunt")
    page.locator(".rw-gevonden-onder").get_by_role("link", name="scharnierpunt", exact=True).press("Enter")
    page.wait_for_url("**/begrippen.html#term-scharnierpunt")
    kept = set(page.evaluate("Object.keys(localStorage)"))
    assert not kept, "what was looked for is not kept"


def test_a_word_taken_for_another_can_be_done_without(strict_page, address):
    page = strict_page
    page.goto(f"{address}search.html?q=governence+Gemeente+xylofoon")
    told = status(page).get_by_text("Niets gevonden voor ‘governence’ en ‘xylofoon’.")
    told.wait_for()
    assert "voor ‘governance Gemeente’" in status(page).inner_text()
    page.get_by_role("link", name="Zoek alleen naar ‘Gemeente’").click()
    status(page).get_by_text("over ‘Gemeente’").wait_for()
    assert not page.locator(".rw-zoek-zonder").is_visible()


def test_what_is_found_begins_with_a_sentence(strict_page, address):
    strict_page.goto(f"{address}search.html?q=schulden")
    texts = strict_page.locator(".rw-gevonden-tekst")
    texts.first.wait_for()
    shown = texts.all_inner_texts()
    whole = [text for text in shown if text[0].isupper() or text[0] in "‘(’" or text[0].isdigit()]
    assert len(whole) > len(shown) / 2, shown


def test_when_nothing_is_found_other_ways_are_offered(strict_page, address):
    strict_page.goto(f"{address}search.html?q=<b>xylofoonles</b>")
    status(strict_page).get_by_text("Niets gevonden over ‘<b>xylofoonles</b>’.").wait_for()
    assert not strict_page.locator(".rw-op-kaart").is_visible()
    strict_page.get_by_role("link", name="met dezelfde woorden").click()
    strict_page.locator(".rw-stand").get_by_text("xylofoonles").wait_for()


@pytest.mark.chromium("what is accessible is the same in every browser")
def test_what_was_found_is_accessible_in_both_themes(page_with, address):
    page = page_with(reduced_motion="reduce", viewport={"width": 320, "height": 800})
    page.goto(f"{address}search.html?q=schulden")
    page.locator(".rw-gevonden li").first.wait_for()
    assert not findings(page)


@pytest.mark.chromium("where JavaScript is off Playwright can click in Chromium only")
def test_without_javascript_the_page_says_where_else_to_look(page_with, address):
    page = page_with(java_script_enabled=False)
    page.goto(f"{address}search.html?q=schulden")
    assert not page.locator("#zoekwoorden").is_visible()
    page.get_by_role("link", name="de begrippen").click()
    page.wait_for_url("**/begrippen.html")
