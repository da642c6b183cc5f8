"""What a reader writes in a chapter is kept as one types, comes together in the journal, and nothing is ever lost."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from axe import findings
from playwright.sync_api import expect
from test_keeping import FORBIDDEN, FORBIDDEN_MESSAGE
from until import until

from reiswijzer.journal import journal

pytestmark = pytest.mark.browser
CHAPTER = "book/reis/3-leiderschap.html"
JOURNAL = "book/thuiskomst/uw-reisverslag.html"
FIELD = "reiswijzer/1/veld/"
SAVING = pytest.mark.chromium("Playwright hears of a download in Chromium only")
FULL = f"""
const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {{
  if (!key.startsWith('{FIELD}')) return setItem.call(this, key, value);
  throw new DOMException('full', 'QuotaExceededError');
}};
"""
# A reader who goes on typing, however slow the machine: the field is not kept before this ends.
TYPES_ON = """field => {
  field.value = 'Ondertussen elders';
  const type = () => field.dispatchEvent(new Event('input', { bubbles: true }));
  window.typing = setInterval(type, 50);
  type();
}"""
EARLIER = (datetime.now(UTC) - timedelta(days=3)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@pytest.fixture
def page(page_with):
    page = page_with(reduced_motion="reduce")
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    # The theme reads the storage without asking whether it may.
    assert set(errors) <= {FORBIDDEN_MESSAGE}


def field(page, ident):
    return page.locator(f"#veld-{ident}")


def status(page, words):
    page.locator(".rw-veld-stand").filter(has_text=words).first.wait_for()


def notes(page, ident):
    """Return the texts that are kept of a field, oldest first."""
    kept = page.evaluate("key => localStorage.getItem(key)", FIELD + ident)
    return kept and [note["text"] for note in json.loads(kept)["notes"]]


def keep(page, ident, text, time=EARLIER):
    content = json.dumps({"version": 1, "notes": [{"time": time, "text": text}]})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [FIELD + ident, content])


def holds(page, ident, words):
    until(page, "([id, words]) => document.getElementById(id).value === words", arg=[f"veld-{ident}", words])


def test_what_is_typed_is_kept_without_leaving_the_field_and_stands_in_the_journal(page, address):
    page.goto(address + CHAPTER)
    field(page, "3-als").press_sequentially("iedereen zwijgt,")
    status(page, "Bewaard op dit apparaat.")
    field(page, "3-dan").press_sequentially("vraag ik")
    page.goto(address + JOURNAL)  # leaving the page counts too
    holds(page, "3-als", "iedereen zwijgt,")
    holds(page, "3-dan", "vraag ik")
    field(page, "3-dan").press_sequentially(" de wijkagent")
    page.goto(address + CHAPTER)
    holds(page, "3-dan", "vraag ik de wijkagent")
    assert notes(page, "3-dan") == ["vraag ik de wijkagent"]


def test_the_line_that_says_it_is_kept_is_in_sight_of_who_types_also_above_a_keyboard_on_a_phone(page, address):
    page.set_viewport_size({"width": 360, "height": 400})  # what a keyboard on the screen leaves
    page.goto(address + CHAPTER)
    box = field(page, "3-tafel-1")
    said = page.locator(".rw-veld").filter(has=box).get_by_role("status")
    below = field(page, "3-tafel-2")
    box.click()
    apart = below.bounding_box()["y"] - box.bounding_box()["y"]
    page.keyboard.type("De wijkagent")
    said.filter(has_text="Bewaard op dit apparaat.").wait_for()
    assert below.bounding_box()["y"] - box.bounding_box()["y"] == apart, "its room was there"
    for line in range(12):
        page.keyboard.press("Enter")
        page.keyboard.type(f"regel {line}")
    expect(said).to_be_in_viewport(ratio=1)
    assert said.bounding_box()["y"] >= box.bounding_box()["y"] + box.bounding_box()["height"], "not over what is typed"
    page.keyboard.press("ControlOrMeta+Home")
    page.keyboard.type("Bovenaan ")
    expect(said).to_be_in_viewport(ratio=1)


def test_an_answer_of_an_earlier_day_stays_beside_the_present_one(page, address):
    page.goto(address + JOURNAL)
    keep(page, "3-tafel-1", "De voorzitter")
    page.reload()
    field(page, "3-tafel-1").fill("Wij allemaal")
    status(page, "Bewaard")
    assert notes(page, "3-tafel-1") == ["De voorzitter", "Wij allemaal"]
    field(page, "3-tafel-1").fill("Wij allemaal, om beurten")
    page.reload()
    holds(page, "3-tafel-1", "Wij allemaal, om beurten")
    assert notes(page, "3-tafel-1") == ["De voorzitter", "Wij allemaal, om beurten"]
    page.get_by_text("De voorzitter").and_(page.locator(".rw-veld-eerst")).wait_for()


def test_two_pages_follow_each_other_and_lose_nothing(page, address):
    page.goto(address + CHAPTER)
    other = page.context.new_page()
    other.goto(address + CHAPTER)
    field(page, "3-tafel-2").fill("Van de ene")
    status(page, "Bewaard")
    holds(other, "3-tafel-2", "Van de ene")
    field(other, "3-tafel-3").fill("Van de andere")
    status(other, "Bewaard")
    holds(page, "3-tafel-3", "Van de andere")
    # While the one still types, the other keeps something else in the same field: it stays, under what is typed.
    field(page, "3-tafel-2").evaluate(TYPES_ON)
    field(other, "3-tafel-2").press_sequentially(", en")
    until(page, "([key, words]) => localStorage.getItem(key).includes(words)", arg=[FIELD + "3-tafel-2", ", en"])
    page.evaluate("clearInterval(window.typing)")
    for words in (", en", "Ondertussen elders"):
        until(other, "([key, words]) => localStorage.getItem(key)?.includes(words)", arg=[FIELD + "3-tafel-2", words])
    assert sorted(notes(other, "3-tafel-2")) == ["Ondertussen elders", "Van de ene, en"]


@SAVING
@pytest.mark.parametrize(("script", "said"), [(FORBIDDEN, "niets bewaren"), (FULL, "browser is vol")])
def test_where_nothing_can_be_kept_the_text_stays_and_can_be_saved_as_a_file(page, address, script, said):
    page.add_init_script(script)
    page.goto(address + CHAPTER)
    field(page, "3-tafel-1").fill("Niet verloren")
    status(page, said)
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert download.value.suggested_filename == "reisverslag.json"
    assert saved["fields"]["3-tafel-1"][-1]["text"] == "Niet verloren"
    page.evaluate("document.dispatchEvent(new CustomEvent('reiswijzer-changed'))")
    assert field(page, "3-tafel-1").input_value() == "Niet verloren"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "niet meer te lezen"),
        ('{"version":1,"notes":[{"time":"gisteren","text":"x"}]}', "niet meer te lezen"),
    ],
)
def test_what_cannot_be_read_is_put_apart(page, address, text, said):
    page.goto(address + "search.html")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [FIELD + "3-tafel-1", text])
    page.goto(address + CHAPTER)
    status(page, said)
    apart = page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes('/apart/'))")
    assert [kept for _, kept in apart] == [text]
    field(page, "3-tafel-1").fill("Opnieuw")
    status(page, "Bewaard")


@SAVING
def test_what_a_later_version_wrote_is_left_as_it_is_and_the_text_can_be_saved_as_a_file(page, address):
    later = '{"version":7,"notes":{}}'
    page.goto(address + CHAPTER)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [FIELD + "3-tafel-1", later])
    page.reload()
    status(page, "nieuwere versie")
    field(page, "3-tafel-1").fill("Nu geschreven")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert saved["fields"]["3-tafel-1"][-1]["text"] == "Nu geschreven"
    assert page.evaluate("key => localStorage.getItem(key)", FIELD + "3-tafel-1") == later


def test_a_note_of_a_clock_that_runs_ahead_stays_the_earlier_one(page, address):
    page.goto(address + CHAPTER)
    ahead = (datetime.now(UTC) + timedelta(hours=30)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    keep(page, "3-tafel-1", "Van de telefoon", ahead)
    page.reload()
    field(page, "3-tafel-1").fill("Hier, en later")
    status(page, "Bewaard")
    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", FIELD + "3-tafel-1"))["notes"]
    assert [note["text"] for note in kept] == ["Van de telefoon", "Hier, en later"]
    assert kept[0]["time"] < kept[1]["time"]


@SAVING
def test_markup_is_shown_as_it_was_written(page, address):
    hostile = "<img src=x onerror=alert(1)> </textarea><script>alert(2)</script> =1+1 __proto__"
    page.goto(address + JOURNAL)
    keep(page, "3-tafel-1", hostile)
    for odd in ("__proto__", "constructor", "A B", "x/apart/1"):
        keep(page, odd, "x")
    page.evaluate("localStorage.setItem('reiswijzer/1/oefening/startpunt', 'null')")
    page.reload()
    field(page, "3-tafel-1").fill("Nu iets anders")
    page.locator(".rw-veld-eerst").filter(has_text="onerror").wait_for()
    assert hostile in page.locator(".rw-veld-eerst").inner_text()
    assert page.locator(".rw-dagboek img").count() == 0
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar een bestand om elders verder te gaan").click()
    whole = journal.read(download.value.path().read_bytes())  # as the page writes it, Python reads it
    assert sorted(whole.fields) == ["3-tafel-1", "constructor"]
    assert not whole.exercises


def test_without_javascript_one_can_still_write_and_print(page_with, address):
    page = page_with(java_script_enabled=False)
    page.goto(address + CHAPTER)
    assert "staat JavaScript uit" in page.locator(".rw-dagboek").first.inner_text()
    assert field(page, "3-tafel-1").is_editable()


@pytest.mark.chromium("axe and print are the same in both")
def test_the_fields_are_accessible_fit_a_phone_and_print_with_what_was_written(page_with, address):
    page = page_with(reduced_motion="reduce", viewport={"width": 320, "height": 700})
    page.goto(address + CHAPTER)
    long = "Een lange regel die op papier helemaal te lezen moet zijn. " * 12
    keep(page, "3-tafel-1", long)
    page.reload()
    page.get_by_label("Deze halte heb ik gelezen").check()
    assert notes(page, "3-gelezen") == ["ja"]
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    box = field(page, "3-tafel-1")
    assert box.evaluate("box => box.scrollHeight - box.clientHeight") <= 1
    assert not findings(page, ".rw-dagboek")
    page.emulate_media(media="print")
    assert not box.is_visible()
    printed = page.locator(".rw-veld-vak").first
    assert printed.evaluate("box => getComputedStyle(box, '::after').visibility") == "visible"
    assert printed.bounding_box()["height"] > 300
