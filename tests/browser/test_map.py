"""The map: a reader looks for something like their own issue, by mouse, by keys, by touch and by an address."""

import re

import pytest
from keyboard import tab_to
from playwright.sync_api import expect
from until import until

pytestmark = pytest.mark.browser
MAP = "book/kaart/index.html"
ALL = 42


@pytest.fixture
def sheet(strict_page, address):
    strict_page.set_viewport_size({"width": 1280, "height": 900})
    strict_page.goto(address + MAP)
    strict_page.locator(".rw-filters").wait_for()
    return strict_page


def shown(sheet):
    """Return the names of the cases in the table, in order."""
    return sheet.locator(".rw-lijst tbody tr:visible th a").all_inner_texts()


def says(page, text):
    """Wait until the line that is announced says this."""
    page.locator(".rw-stand", has_text=text).wait_for()


def test_a_need_is_found_by_a_word_and_the_number_is_announced(sheet):
    says(sheet, f"{ALL} van de {ALL}")
    sheet.get_by_label("Zoek op een woord").fill("huurachterstand")
    says(sheet, re.compile(r"^\d+ van de 42 samenwerkingen\. Uw keuze: het woord ‘huurachterstand’\. Ook gezocht op"))
    found = shown(sheet)
    assert 2 <= len(found) < ALL / 2
    assert "Vroegsignalering van schulden" in found, "nothing there says this word: it is found by its theme"
    assert sheet.locator(".rw-stand").get_attribute("role") == "status"


def test_a_director_in_breda_looks_for_debts(sheet):
    sheet.get_by_label("Zoek op een woord").fill("huurders met een betalingsachterstand eerder helpen")
    says(sheet, "Uw keuze: de woorden")
    assert {"Vroegsignalering van schulden", "Lokaal Woonlastenakkoord ’s-Hertogenbosch"} <= set(shown(sheet))
    sheet.get_by_label("Plaats", exact=True).select_option("breda")
    says(sheet, "Daarnaast")
    assert sheet.locator(".rw-landelijk a", has_text="Vroegsignalering").is_visible(), (
        "what is national binds Breda too"
    )


def test_a_supervisor_in_a_village_looks_for_a_care_cooperative(sheet):
    sheet.get_by_label("Zoek op een woord").fill("zorgcoöperatie")
    says(sheet, "het woord ‘zorgcoöperatie’")
    assert {"Zorgcoöperatie Hoogeloon", "Dorpscoöperatie Klooster&Buren (’t Olde Heem)"} <= set(shown(sheet))


def test_a_word_that_only_our_labels_have_finds_nothing_by_them(sheet):
    sheet.get_by_label("Zoek op een woord").fill("weerbarstiger")
    says(sheet, "het woord ‘weerbarstiger’")
    found = shown(sheet)
    assert found == ["Schakelteam Personen met Verward Gedrag"], "its source says so; others only have the label"


def test_words_that_do_not_go_together_can_be_let_go_one_by_one(sheet):
    sheet.get_by_label("Zoek op een woord").fill("poelenburg windmolen")
    says(sheet, "Geen enkele samenwerking")
    offers = sheet.locator(".rw-geen button")
    assert "Laat het woord ‘windmolen’ los, dan zijn het er 1" in offers.all_inner_texts()
    offers.filter(has_text="windmolen").filter(has_text="er 1").first.click()
    assert shown(sheet) == ["Pact Poelenburg Peldersveld (later Pact Zaandam Oost)"]
    assert sheet.get_by_label("Zoek op een woord").input_value() == "poelenburg"


def test_filters_work_together_and_stand_in_the_address(sheet):
    sheet.get_by_label("Domein").select_option("wonen")
    sheet.get_by_label("Plaats", exact=True).select_option("provincie-zuid-holland")
    says(sheet, "domein ‘wonen’; plaats ‘Zuid-Holland’")
    there = shown(sheet)
    assert "domein=wonen" in sheet.url
    sheet.goto(sheet.url)
    says(sheet, "domein ‘wonen’; plaats ‘Zuid-Holland’")
    assert shown(sheet) == there
    sheet.get_by_role("button", name=f"Toon alle {ALL}").click()
    assert len(shown(sheet)) == ALL
    assert sheet.url.endswith(MAP)


def test_a_choice_under_more_is_seen_when_it_comes_with_the_address(sheet, address):
    sheet.goto(f"{address}{MAP}?tegenvaller=geld&bezocht=&volgorde=jaar")
    says(sheet, "wat er tegenzat ‘geld of kosten’")
    assert sheet.get_by_label("Wat er tegenzat").is_visible()
    years = [int(year) for year in sheet.locator("tbody tr:visible .rw-kol-jaar").all_inner_texts() if year.isdigit()]
    assert years == sorted(years)


def test_an_address_with_nonsense_shows_everything_and_says_so(sheet, address):
    sheet.goto(f"{address}{MAP}?domein=<script>&plaats=%00&volgorde=x&inzicht=99&onbekend=1#casus-weg")
    says(sheet, f"{ALL} van de {ALL} samenwerkingen. Een keuze uit dit adres bestaat niet meer.")
    assert sheet.url.endswith(MAP)
    assert len(shown(sheet)) == ALL


def test_markup_in_the_search_stays_text(sheet, address):
    sheet.goto(f"{address}{MAP}?zoek=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    says(sheet, "Geen enkele samenwerking")
    assert sheet.locator(".rw-kaartblad img").count() == 0


def test_no_hits_says_what_to_let_go_and_does_it(sheet):
    sheet.get_by_label("Domein").select_option("onderwijs")
    sheet.get_by_label("Plaats", exact=True).select_option("amsterdam")
    says(sheet, "0 van de 42")
    offers = sheet.locator(".rw-geen button")
    wanted = ["Laat plaats ‘Amsterdam’ los, dan zijn het er 1", "Laat domein ‘onderwijs’ los, dan zijn het er 3"]
    assert sorted(offers.all_inner_texts()) == sorted(wanted)
    assert "er 3" in offers.first.inner_text(), "the most first"
    offers.first.click()
    assert len(shown(sheet)) == 3
    assert sheet.evaluate("document.activeElement.name") == "domein"


def test_no_single_choice_to_let_go_offers_to_begin_again(sheet, address):
    sheet.goto(f"{address}{MAP}?domein=onderwijs&plaats=amsterdam&zoek=zzzz")
    says(sheet, "0 van de 42")
    assert sheet.locator(".rw-geen").inner_text().endswith("Begin opnieuw met alle samenwerkingen.")
    sheet.get_by_role("button", name=f"Toon alle {ALL}").click()
    assert len(shown(sheet)) == ALL


def test_a_place_on_the_map_filters_and_lets_go(sheet):
    spot = sheet.get_by_role("button", name="Amsterdam: 3 samenwerkingen")
    spot.click()
    says(sheet, "3 van de 42")
    assert spot.get_attribute("aria-pressed") == "true"
    assert sheet.get_by_label("Plaats", exact=True).input_value() == "amsterdam"
    spot.click()
    assert len(shown(sheet)) == ALL
    sheet.get_by_label("Domein").select_option("energie")
    assert sheet.locator(".rw-plek:visible").count() == 2, "only places that have something left"
    assert sheet.locator(".rw-landelijk li:visible").count() == 3
    assert sheet.locator(".rw-landkaart h2:visible").all_inner_texts() == ["Heel Nederland", "Plaats niet bekend"]
    sheet.get_by_label("Domein").select_option("onderwijs")
    assert sheet.locator(".rw-landkaart h2:visible").all_inner_texts() == ["Heel Nederland"], "no heading above nothing"


def test_pointing_at_a_row_lights_up_its_place(sheet):
    sheet.locator("#casus-startblok-riekerhaven th").hover()
    sheet.locator(".rw-plek.rw-plek-hier[data-naam=Amsterdam]").wait_for()
    sheet.locator("h1").hover()
    until(sheet, "document.querySelectorAll('.rw-plek-hier').length === 0")


def test_the_name_of_a_place_can_be_put_away_with_escape(sheet):
    spot = sheet.locator(".rw-plek[data-naam=Amsterdam]")
    name = "getComputedStyle(document.querySelector('.rw-plek[data-naam=Amsterdam]'), '::after').content"
    spot.hover()
    assert sheet.evaluate(name) in {'"Amsterdam"', "attr(data-naam)"}, (
        "one browser fills it in, another says what it will"
    )
    sheet.keyboard.press("Escape")
    until(
        sheet, "getComputedStyle(document.querySelector('.rw-plek[data-naam=Amsterdam]'), '::after').display === 'none'"
    )


def test_the_table_is_sorted_by_its_heads(sheet):
    names = shown(sheet)
    head = sheet.get_by_role("columnheader", name="Begonnen")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    years = sheet.locator("tbody tr .rw-kol-jaar").all_inner_texts()
    known = [year for year in years if year != "onbekend"]
    assert known == sorted(known)
    assert years[len(known) :] == ["onbekend"] * (ALL - len(known)), "what is not known comes last"
    says(sheet, "Gesorteerd op begin, oudste eerst.")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert sheet.locator("tbody tr .rw-kol-jaar").first.inner_text() == max(known)
    sheet.get_by_role("columnheader", name="Samenwerking").get_by_role("button").click()
    assert shown(sheet) == names
    for name in ("Plaats", "Domein"):
        sheet.get_by_role("columnheader", name=name).get_by_role("button").click()
        up = sheet.locator(f"tbody tr .rw-kol-{name.lower()}").first.inner_text()
        sheet.get_by_role("columnheader", name=name).get_by_role("button").click()
        assert sheet.locator(f"tbody tr .rw-kol-{name.lower()}").first.inner_text() != up


@pytest.mark.chromium("over WebDriver BiDi a page that Firefox held for going back is not always reported as loaded")
def test_back_from_a_case_brings_the_choice_back(sheet):
    sheet.get_by_label("Domein").select_option("energie")
    there = shown(sheet)
    sheet.locator("tbody tr:visible th a").first.click()
    sheet.locator(".rw-casus-blad").wait_for()
    sheet.go_back()
    says(sheet, "domein ‘energie’")
    assert shown(sheet) == there


def test_the_whole_walk_by_keys_alone(sheet):
    tab_to(sheet, sheet.locator("input[name=zoek]"))
    sheet.keyboard.type("ouderen")
    says(sheet, "het woord ‘ouderen’")
    tab_to(sheet, sheet.locator(".rw-filter-meer summary"))
    sheet.keyboard.press("Enter")
    tab_to(sheet, sheet.locator("select[name=vorm]"))
    sheet.keyboard.type("co")
    says(sheet, "vorm ‘coöperatie’")
    found = shown(sheet)
    assert "Zorgcoöperatie Hoogeloon" in found
    assert len(found) > 1
    spot = sheet.locator(".rw-plek[data-naam=Hoogeloon]")
    tab_to(sheet, spot)
    sheet.keyboard.press("Space")
    says(sheet, "1 van de 42")
    sheet.keyboard.press("Enter")
    says(sheet, f"{len(found)} van de 42")
    sheet.keyboard.press("Enter")
    says(sheet, "1 van de 42")
    tab_to(sheet, sheet.locator("tbody tr:not([hidden]) th a"))
    sheet.keyboard.press("Enter")
    sheet.locator(".rw-casus-blad").wait_for()
    assert "Hoogeloon" in sheet.locator("h1").inner_text()


@pytest.mark.chromium("touch is emulated in Chromium only")
def test_on_a_phone_the_map_unfolds_above_the_list_and_a_tap_on_it_filters(page_with, address):
    page = page_with(viewport={"width": 320, "height": 700}, has_touch=True, is_mobile=True)
    page.goto(address + MAP)
    page.locator(".rw-filters").wait_for()
    assert not page.locator(".rw-land").is_visible()
    opener = page.get_by_role("button", name="Kies op de kaart", expanded=False)
    first_row = page.locator("tbody tr").first.bounding_box()
    assert first_row["y"] - opener.bounding_box()["y"] < 200, "the list comes right below what unfolds the map"
    opener.tap()
    page.get_by_role("button", name="Kies op de kaart", expanded=True).wait_for()
    spot = page.get_by_role("button", name="Rotterdam: 3 samenwerkingen")
    spot.scroll_into_view_if_needed()
    box = spot.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    spot.tap()
    says(page, "3 van de 42")
    assert abs(spot.bounding_box()["y"] - box["y"]) < 2, "what was tapped stays under the finger"
    expect(page.locator(".rw-hier")).to_be_in_viewport()
    page.locator(".rw-hier", has_text="In de lijst: Rotterdam, 3 samenwerkingen.").get_by_role("link").tap()
    assert page.locator("tbody tr:visible").first.bounding_box()["y"] < 700
    page.locator("tbody tr:visible th a").first.tap()
    page.locator(".rw-casus-blad").wait_for()
    page.go_back()
    says(page, "3 van de 42")
    boxes = [each.bounding_box() for each in page.locator(".rw-plek:visible").all()]
    apart = [
        (one, other)
        for index, one in enumerate(boxes)
        for other in boxes[index + 1 :]
        if max(abs(one["x"] - other["x"]), abs(one["y"] - other["y"])) < one["width"]
    ]
    assert not apart, "buttons over each other"


@pytest.mark.parametrize(("width", "beside"), [(600, "national"), (768, "national"), (1280, "list")])
def test_the_map_comes_before_the_list_by_eye_and_by_keys(strict_page, address, width, beside):
    strict_page.set_viewport_size({"width": width, "height": 900})
    strict_page.goto(address + MAP)
    strict_page.locator(".rw-filters").wait_for()
    land, cases = (strict_page.locator(one).bounding_box() for one in (".rw-land", ".rw-lijst"))
    national = strict_page.locator(".rw-landkaart h2", has_text="Heel Nederland").bounding_box()
    links = strict_page.locator(".rw-landelijk").first.bounding_box()
    if beside == "national":
        assert land["y"] + land["height"] < cases["y"]
        assert national["x"] == links["x"] > land["x"] + land["width"], "with its heading above all of it"
        assert national["y"] < land["y"] + land["height"] / 2
        assert links["y"] + links["height"] < cases["y"]
    else:
        assert land["x"] + land["width"] < cases["x"]
    tab_to(strict_page, strict_page.locator(".rw-plek").first)
    tab_to(strict_page, strict_page.locator(".rw-landelijk a").first)
    tab_to(strict_page, strict_page.locator("tbody a").first)


@pytest.mark.parametrize("width", [768, 1280])
def test_by_keys_the_map_can_be_passed_over(strict_page, address, width):
    strict_page.set_viewport_size({"width": width, "height": 900})
    strict_page.goto(address + MAP)
    strict_page.locator(".rw-filters").wait_for()
    link = strict_page.get_by_role("link", name="Meteen naar de lijst")
    tab_to(strict_page, link)
    expect(link).to_be_in_viewport()
    strict_page.keyboard.press("Enter")
    expect(strict_page.locator("#lijst")).to_be_focused()
    expect(strict_page.locator("tbody a").first).to_be_in_viewport()


@pytest.mark.chromium("a page without script is the same in every browser")
def test_without_script_the_whole_list_is_there(page_with, address):
    page = page_with(java_script_enabled=False)
    page.goto(address + MAP)
    assert page.locator("tbody tr").count() == ALL
    assert not page.locator(".rw-filters").is_visible()
    assert page.locator(".rw-plek").first.get_attribute("href").startswith("#casus-")
    page.locator("tbody th a").first.click()
    assert page.locator(".rw-casus-blad").is_visible()


# The card beside the name of a case.

CHAPTER = "book/reis/1-resultaat.html"


@pytest.fixture
def chapter(strict_page, address):
    strict_page.set_viewport_size({"width": 1000, "height": 800})
    strict_page.goto(address + CHAPTER)
    return strict_page


def test_a_card_comes_on_hover_can_be_entered_and_goes(chapter):
    link = chapter.locator("a.rw-casus").first
    link.hover()
    card = chapter.locator(".rw-kaartje")
    card.wait_for()
    card.hover()
    assert card.get_by_role("link", name="Wat ervan kwam").is_visible()
    chapter.locator("h1").hover()
    card.wait_for(state="detached")


def test_a_card_comes_on_focus_tab_goes_into_it_and_escape_puts_it_away(chapter):
    tab_to(chapter, chapter.locator("a.rw-casus").first)
    card = chapter.locator(".rw-kaartje")
    card.wait_for()
    described = chapter.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent"
    )
    assert "2013" in described
    chapter.keyboard.press("Tab")
    assert chapter.evaluate("document.activeElement.className") == "rw-kaartje-meer"
    chapter.keyboard.press("Escape")
    card.wait_for(state="detached")
    assert "rw-casus" in chapter.evaluate("document.activeElement.className")


def test_leaving_the_link_by_keys_puts_the_card_away(chapter):
    tab_to(chapter, chapter.locator("a.rw-casus").first)
    chapter.locator(".rw-kaartje").wait_for()
    chapter.keyboard.press("Shift+Tab")
    chapter.locator(".rw-kaartje").wait_for(state="detached")


def test_a_click_goes_to_the_case(chapter):
    chapter.locator("a.rw-casus").first.click()
    chapter.locator(".rw-casus-blad").wait_for()


@pytest.mark.chromium("touch is emulated in Chromium only")
def test_the_first_tap_shows_the_card_inside_the_window_and_a_tap_elsewhere_puts_it_away(page_with, address):
    page = page_with(viewport={"width": 320, "height": 700}, has_touch=True, is_mobile=True)
    page.goto(address + CHAPTER)
    link = page.locator("a.rw-casus").first
    link.tap()
    card = page.locator(".rw-kaartje")
    card.wait_for()
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.locator("h2").first.tap()
    card.wait_for(state="detached")
    link.tap()
    assert link.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.className") == "rw-kaartje"
    card.get_by_role("button", name="Sluit").tap()
    card.wait_for(state="detached")
    assert "rw-casus" in page.evaluate("document.activeElement.className")
    link.tap()
    card.get_by_role("link", name="Wat ervan kwam").tap()
    page.locator(".rw-casus-blad").wait_for()
