"""What a reader writes in a chapter is kept as one types, comes together in the journal, and nothing is ever lost."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_keeping import FORBIDDEN, FORBIDDEN_MESSAGE
from test_pages import WCAG, both_themes

pytestmark = pytest.mark.browser
CHAPTER = "book/reis/3-leiderschap.html"
JOURNAL = "book/thuiskomst/uw-reisverslag.html"
FIELD = "reiswijzer/1/veld/"
FULL = f"""
const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {{
  if (!key.startsWith('{FIELD}')) return setItem.call(this, key, value);
  throw new DOMException('full', 'QuotaExceededError');
}};
"""
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
    page.locator(".rw-dagboek-stand").filter(has_text=words).first.wait_for()


def notes(page, ident):
    """Return the texts that are kept of a field, oldest first."""
    kept = page.evaluate("key => localStorage.getItem(key)", FIELD + ident)
    return kept and [note["text"] for note in json.loads(kept)["notes"]]


def keep(page, ident, text, time=EARLIER):
    content = json.dumps({"version": 1, "notes": [{"time": time, "text": text}]})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [FIELD + ident, content])


def holds(page, ident, words):
    page.wait_for_function("([id, words]) => document.getElementById(id).value === words", arg=[f"veld-{ident}", words])


def test_what_is_typed_is_kept_without_leaving_the_field_and_stands_in_the_journal(page, address):
    page.goto(address + CHAPTER)
    field(page, "3-als").press_sequentially("iedereen zwijgt,")
    status(page, "Bewaard op dit apparaat.")
    field(page, "3-dan").press_sequentially("vraag ik")
    page.goto(address + JOURNAL)  # leaving the page counts too
    holds(page, "3-als", "iedereen zwijgt,")
    holds(page, "3-dan", "vraag ik")
    field(page, "3-dan").press_sequentially(" de wijkagent")
    page.go_back()
    holds(page, "3-dan", "vraag ik de wijkagent")
    assert notes(page, "3-dan") == ["vraag ik de wijkagent"]


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
    # Written at the same moment: the one stays under the other.
    field(other, "3-tafel-2").evaluate(
        """(box, key) => {
            box.focus();
            box.value = 'Allebei tegelijk';
            box.dispatchEvent(new Event('input'));
            localStorage.setItem(key, JSON.stringify({version: 1, notes: [
                {time: new Date().toISOString(), text: 'Ondertussen elders'}]}));
        }""",
        FIELD + "3-tafel-2",
    )
    other.wait_for_function("key => localStorage.getItem(key).includes('Allebei')", arg=FIELD + "3-tafel-2")
    assert notes(other, "3-tafel-2") == ["Ondertussen elders", "Allebei tegelijk"]


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
    assert field(page, "3-tafel-1").input_value() == "Niet verloren"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "niet meer te lezen"),
        ('{"version":1,"notes":[{"time":"gisteren","text":"x"}]}', "niet meer te lezen"),
        ('{"version":7,"notes":{}}', "nieuwere versie"),
    ],
)
def test_what_cannot_be_read_is_put_apart(page, address, text, said):
    page.goto(address + CHAPTER)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [FIELD + "3-tafel-1", text])
    page.reload()
    status(page, said)
    apart = page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes('/apart/'))")
    assert [kept for _, kept in apart] == [text]
    field(page, "3-tafel-1").fill("Opnieuw")
    status(page, "Bewaard")


def test_markup_is_shown_as_it_was_written(page, address):
    hostile = "<img src=x onerror=alert(1)> </textarea><script>alert(2)</script> =1+1 __proto__"
    page.goto(address + JOURNAL)
    keep(page, "3-tafel-1", hostile)
    keep(page, "__proto__", "x")
    page.reload()
    field(page, "3-tafel-1").fill("Nu iets anders")
    page.locator(".rw-veld-eerst").filter(has_text="onerror").wait_for()
    assert hostile in page.locator(".rw-veld-eerst").inner_text()
    assert page.locator(".rw-dagboek img").count() == 0


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
    found = []
    for scheme in both_themes(page):
        violations = Axe().run(page, context=".rw-dagboek", options=WCAG).response["violations"]
        found += [(scheme, item["id"], [node["html"][:160] for node in item["nodes"]]) for item in violations]
    assert not found
    page.emulate_media(media="print")
    assert not box.is_visible()
    printed = page.locator(".rw-veld-vak").first
    assert printed.evaluate("box => getComputedStyle(box, '::after').visibility") == "visible"
    assert printed.bounding_box()["height"] > 300
