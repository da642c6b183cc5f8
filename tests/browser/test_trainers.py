"""What a trainer does with the pages: show slides by keyboard, print cards, fill in a proof, see days filled in."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
SAME = pytest.mark.chromium("what comes on paper is laid out by rules that are the same in every browser")
A4_WITHIN_MARGINS = {"width": 734, "height": 1062}  # 194 by 281 mm at 96 dots per inch


def test_slides_fill_the_screen_and_obey_the_keyboard(strict_page, address):
    strict_page.goto(address + "book/begeleiders/dia-3-leiderschap.html")
    opener = strict_page.get_by_role("button", name="Toon de dia’s op het hele scherm")
    opener.click()
    dialog = strict_page.get_by_role("dialog", name="Dia’s")

    def at(number):
        dialog.get_by_text(f"Dia {number} van 8").wait_for()
        top = dialog.locator(".rw-dia").nth(number - 1).evaluate("slide => slide.getBoundingClientRect().top")
        assert abs(top) < 2, f"slide {number} stands {top} px from the top"

    at(1)
    for key, number in (("ArrowRight", 2), (" ", 3), ("ArrowLeft", 2), ("ArrowLeft", 1), ("ArrowLeft", 1), ("End", 8),
                        ("PageDown", 8), ("Home", 1)):  # fmt: skip
        strict_page.keyboard.press(key)
        at(number)
    strict_page.keyboard.press("?")
    keys = dialog.get_by_role("listitem").filter(has_text="terug naar het boek")
    keys.wait_for()
    strict_page.keyboard.press("?")
    keys.wait_for(state="detached")
    dialog.get_by_role("button", name="Volgende").click()
    at(2)
    assert not dialog.get_by_text("Voor u.").first.is_visible()
    strict_page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    expect(opener).to_be_focused()
    assert strict_page.locator("article .rw-dia").count() == 8
    strict_page.get_by_text("Voor u.").first.wait_for()


@SAME
def test_no_card_loses_a_word_on_paper(strict_page, address):
    strict_page.set_viewport_size(A4_WITHIN_MARGINS)
    strict_page.goto(address + "book/begeleiders/kaarten.html")
    strict_page.emulate_media(media="print")
    cards = strict_page.locator(".rw-drukkaart")
    assert cards.count() == 60
    cut = cards.evaluate_all(
        "cards => cards.filter(card => card.scrollHeight > card.clientHeight || card.scrollWidth > card.clientWidth)"
        ".map(card => card.innerText.slice(0, 60))"
    )
    assert not cut
    others = strict_page.locator("article :is(h1, h2, table, p):visible:not(.rw-papier *)")
    assert others.count() == 0


@SAME
def test_the_proof_is_printed_alone_with_what_was_typed(strict_page, address):
    strict_page.goto(address + "book/begeleiders/bewijs.html")
    strict_page.get_by_label("Naam van de deelnemer").fill("De heer Vogel")
    strict_page.get_by_label("begeleide bijeenkomst").check()
    assert strict_page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('reiswijzer'))") == []
    strict_page.emulate_media(media="print")
    assert strict_page.get_by_label("Naam van de deelnemer").input_value() == "De heer Vogel"
    shown = strict_page.locator("article").inner_text()
    assert shown.lstrip().startswith("Bewijs van deelname\n\nNaam van de deelnemer")
    assert shown.rstrip().endswith("of de regels van de VTW.")


@SAME
def test_the_plan_is_one_sheet_with_its_five_questions_and_answers(strict_page, address):
    strict_page.goto(address + "book/thuiskomst/uw-plan.html")
    fields = strict_page.locator("article textarea")
    questions = strict_page.locator("article .rw-dagboek label").all_inner_texts()
    answers = [f"Antwoord {number}." for number in range(fields.count())]
    for number, answer in enumerate(answers):
        fields.nth(number).fill(answer)
    strict_page.emulate_media(media="print")
    said = strict_page.locator("article .rw-veld-vak").evaluate_all(
        "all => all.map(one => getComputedStyle(one, '::after').content.replace(/[\"\u200b]/g, ''))"
    )
    assert said == answers
    shown = strict_page.locator("article").inner_text()
    assert [line for line in shown.splitlines() if line.strip()] == ["Uw plan", *questions]
    assert len(questions) == 5
    sheets = strict_page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", sheets)) == 1


def test_the_overview_knows_the_day_of_a_tick_and_skips_what_it_cannot_read(strict_page, address):
    strict_page.goto(address + "book/reis/2-grenzeloos.html")
    strict_page.get_by_label("Deze halte heb ik gelezen").check()
    strict_page.get_by_text("Bewaard op dit apparaat.").wait_for()
    strict_page.evaluate("localStorage.setItem('reiswijzer/1/veld/3-gelezen', '{kapot')")
    today = strict_page.evaluate(
        "new Date().toLocaleDateString('nl', { day: 'numeric', month: 'long', year: 'numeric' })"
    )
    strict_page.goto(address + "book/begeleiders/studieoverzicht.html")
    expect(strict_page.locator("#studieoverzicht-2-gelezen")).to_have_value(today)
    days = strict_page.locator("[data-dag]").evaluate_all(
        "all => all.filter(one => one.value).map(one => [one.id, one.value])"
    )
    assert days == [["studieoverzicht-2-gelezen", today]]
