"""The journal as its reader uses it: bring together, take along, go on elsewhere, plan, share, and wipe."""

import io
import json
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from axe import findings
from playwright.sync_api import expect
from until import until

from reiswijzer.journal.export.lines import day_of_year
from reiswijzer.journal.times import stamp

pytestmark = pytest.mark.browser
only_chromium = pytest.mark.chromium(
    "core widgets; what the store keeps, and files brought in, are tried in both by going on elsewhere"
)
HOME = "book/thuiskomst/"
OPENING = "exercises/startpunt.html"
KEPT = "Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('reiswijzer/')))"
# A Firefox driven over WebDriver BiDi tells nothing of a download and not always of a choice of files, so for what is
# tried in both the page itself says what it hands over, and is given a file as its reader would choose it.
HANDED = """() => {
  window.handed = new Promise((resolve) => {
    let blob;
    const address = URL.createObjectURL;
    URL.createObjectURL = (given) => address.call(URL, (blob = given));
    HTMLAnchorElement.prototype.click = async function () {
      resolve({ name: this.download, text: await blob.text() });
    };
  });
}"""
GIVEN = """([name, text]) => {
  HTMLInputElement.prototype.click = function () {
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], name, { type: 'application/json' }));
    this.files = chosen.files;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };
}"""
KEEP = "keys => Object.entries(keys).forEach(([key, text]) => localStorage.setItem(key, text))"
NOON = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
BEGAN = NOON - timedelta(days=10)  # two of the three cards have come
DAY_ONE, DAY_TWO, LATER = stamp(BEGAN), stamp(NOON - timedelta(days=3)), stamp(NOON - timedelta(days=3, hours=-1))


def noted(**fields):
    """Return the keys of fields: a list of (moment, text) each."""
    return {
        f"reiswijzer/1/veld/{name.replace('_', '-')}": json.dumps(
            {"version": 1, "notes": [{"time": time, "text": text} for time, text in notes]}
        )
        for name, notes in fields.items()
    }


def bet():
    """Return the key of an exercise in which a bet was placed."""
    state = {"step": 0, "answers": {"gok": "gelijk"}, "opened": []}
    document = {"version": 1, "exercise": "wie-leidt-hier", "time": DAY_ONE, "state": state}
    return {"reiswijzer/1/oefening/wie-leidt-hier": json.dumps(document)}


NOTES = noted(
    _1_tafel_1=[(DAY_ONE, "Gezinnen met schulden"), (DAY_TWO, "Gezinnen met kinderen. Zij blijven wonen.")],
    _3_als=[(DAY_ONE, "iedereen zwijgt,")],
    _3_dan=[(DAY_ONE, "vraag ik het de wijkagent")],
)
NOTES = {key.replace("/-", "/"): text for key, text in NOTES.items()}


@pytest.fixture
def reader(page_with, address):
    """Return a function that opens a page of the homecoming in a browser of its own, with what is kept there."""

    def open_page(name, kept=None, **settings):
        page = page_with(reduced_motion="reduce", **settings)
        page.goto(address + "search.html")
        page.evaluate(KEEP, kept or {})
        page.goto(f"{address}{HOME}{name}.html")
        page.locator(".rw-verslag").last.scroll_into_view_if_needed()
        page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
        return page

    return open_page


def saved(page, button):
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def handed(page, button):
    page.evaluate(HANDED)
    page.get_by_role("button", name=button, exact=True).click()
    return page.evaluate("window.handed")


def is_given(page, text):
    page.evaluate(GIVEN, ["reisverslag.json", text])
    page.get_by_role("button", name="Voeg een reisverslag toe").click()


def adds(page, content, name="reisverslag.json"):
    payload = {"name": name, "mimeType": "application/json", "buffer": content}
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Voeg een reisverslag toe").click()
    chooser.value.set_files(payload)


def told(page, words):
    page.locator(".rw-verslag").get_by_text(words).locator("visible=true").first.wait_for()


@pytest.mark.parametrize("window", [{"width": 360, "height": 740}, {"width": 1280, "height": 800}])
def test_who_is_new_sees_at_once_what_it_is_where_to_begin_and_how_a_file_comes_in(reader, window):
    page = reader("uw-reisverslag", viewport=window)
    page.evaluate("scrollTo(0, 0)")
    begin = page.get_by_role("link", name="Begin bij halte 1")
    expect(page.get_by_text("Zolang u niets invult, bewaart dit boek niets.")).to_be_in_viewport()
    expect(begin).to_be_in_viewport(ratio=1)
    assert page.locator("[data-veld]").locator("visible=true").count() == 0
    assert page.get_by_role("button", name="Wis alles").count() == 0, "there is nothing to wipe"
    page.get_by_role("link", name="Voeg uw reisverslag hier toe").click()
    expect(page.get_by_role("button", name="Voeg een reisverslag toe")).to_be_in_viewport()
    begin.click()
    page.wait_for_url("**/1-resultaat.html")


@pytest.mark.chromium("the driver of the other does not print")
def test_on_paper_who_is_new_has_room_to_write(reader):
    page = reader("uw-reisverslag")
    page.emulate_media(media="print")
    assert page.locator(".rw-veld-vak").locator("visible=true").count() == 25


def test_a_part_of_the_journal_opens_for_who_writes_there_and_stays_open_with_what_was_written(reader):
    page = reader("uw-reisverslag")
    page.get_by_role("button", name="Schrijf hier").nth(2).press("Enter")
    box = page.locator("#veld-3-tafel-1")
    box.fill("De wijkagent")
    said = box.locator("xpath=ancestor::*[contains(@class, 'rw-veld ')]").get_by_role("status")
    said.filter(has_text="Bewaard op dit apparaat.").wait_for()
    assert page.get_by_role("button", name="Schrijf hier").count() == 4
    page.reload()
    expect(box).to_have_value("De wijkagent")
    expect(box).to_be_visible()
    assert page.get_by_role("button", name="Schrijf hier").count() == 4
    assert not page.get_by_role("link", name="Begin bij halte 1").is_visible()
    assert not findings(page, "article")


@only_chromium
def test_everything_stands_in_the_journal_in_the_order_of_the_route_with_first_answers(reader):
    page = reader("uw-reisverslag", {**NOTES, **bet()})
    told(page, "U gokte:")
    assert page.locator("#veld-1-tafel-1").input_value() == "Gezinnen met kinderen. Zij blijven wonen."
    page.locator(".rw-veld-eerst").filter(has_text=f"({day_of_year(BEGAN.date())}): Gezinnen met schulden").wait_for()
    headings = [text.strip("#") for text in page.locator("h2").all_inner_texts()]
    assert headings[:6] == [
        "Startpunt", "Halte 1: resultaat", "Halte 2: grenzeloos", "Halte 3: leiderschap", "Halte 4: dynamisch",
        "Halte 5: verhaal",
    ]  # fmt: skip
    assert not findings(page, ".rw-verslagkader")


def test_a_reader_goes_on_in_another_browser_and_nothing_of_either_is_lost(reader):
    first = reader("uw-reisverslag", {**NOTES, **bet()})
    file = handed(first, "Bewaar een bestand om elders verder te gaan")
    assert file["name"] == "reisverslag.json"
    here = noted(_1_tafel_1=[(LATER, "Op de telefoon")], _2_tafel_1=[(DAY_ONE, "Een sleutel")])
    second = reader("uw-reisverslag", {key.replace("/-", "/"): text for key, text in here.items()})
    is_given(second, file["text"])
    told(second, "Dit verandert er.")
    told(second, "Voor welke groep mensen doet u dit")
    assert second.locator("#veld-3-als").input_value() == ""  # not before the reader says so
    second.get_by_role("button", name="Voeg toe", exact=True).click()
    told(second, "Toegevoegd.")
    assert second.locator("#veld-3-als").input_value() == "iedereen zwijgt,"
    assert second.locator("#veld-1-tafel-1").input_value() == "Op de telefoon"
    assert second.locator("#veld-2-tafel-1").input_value() == "Een sleutel"
    told(second, "U gokte:")
    fields = json.loads(handed(second, "Bewaar een bestand om elders verder te gaan")["text"])["fields"]
    texts = [note["text"] for note in fields["1-tafel-1"]]
    assert texts == ["Gezinnen met schulden", "Gezinnen met kinderen. Zij blijven wonen.", "Op de telefoon"]
    is_given(second, file["text"])
    told(second, "Alles uit dit bestand staat hier al.")


@only_chromium
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x00\xff\x00", "Dit is geen reisverslag."),
        (b'{"format":"reiswijzer-reisverslag","version":99}', "nieuwere versie"),
        (b'{"format":"reiswijzer-reisverslag","version":1,"made":"' + DAY_ONE.encode() + b'","fields":{"x":7},'
         b'"exercises":{}}', "beschadigd"),
        (b"[" * 100_000, "Dit is geen reisverslag."),
    ],
)  # fmt: skip
def test_a_file_that_is_no_journal_is_named_and_changes_nothing(reader, content, words):
    page = reader("uw-reisverslag", NOTES)
    before = page.evaluate(KEPT)
    adds(page, content)
    told(page, words)
    assert page.get_by_role("button", name="Voeg toe", exact=True).count() == 0
    assert page.evaluate(KEPT) == before


@only_chromium
def test_the_journal_leaves_as_text_and_as_a_word_document(reader):
    page = reader("uw-reisverslag", {**NOTES, **bet()})
    name, text = saved(page, "Bewaar als tekst")
    assert name == "reisverslag.md"
    assert "Gezinnen met kinderen. Zij blijven wonen." in text.decode()
    name, document = saved(page, "Bewaar als Word-document")
    assert name == "reisverslag.docx"
    with zipfile.ZipFile(io.BytesIO(document)) as parts:
        assert "vraag ik het de wijkagent" in parts.read("word/document.xml").decode()


@only_chromium
def test_wiping_asks_first_and_then_takes_everything(reader):
    page = reader("uw-reisverslag", {**NOTES, **bet(), "reiswijzer/1/veld/x/apart/1": "{"})
    page.get_by_role("button", name="Wis alles", exact=True).click()
    told(page, "Weet u het zeker?")
    page.get_by_role("button", name="Nee, laat staan").click()
    assert len(page.evaluate(KEPT)) == 5
    page.get_by_role("button", name="Wis alles", exact=True).click()
    page.get_by_role("button", name="Ja, wis alles").click()
    told(page, "Alles is gewist.")
    assert page.evaluate(KEPT) == {}
    assert page.locator("#veld-3-als").input_value() == ""


@only_chromium
def test_the_plan_takes_what_was_noted_and_stays_the_readers_own(reader):
    page = reader("uw-plan", NOTES)
    told(page, "Als iedereen zwijgt, dan vraag ik het de wijkagent")
    page.get_by_role("button", name="Neem over").locator("visible=true").first.click()
    told(page, "Overgenomen.")
    field = page.locator("#veld-plan-resultaat")
    assert field.input_value() == "Gezinnen met kinderen. Zij blijven wonen."
    field.fill("Niemand slaapt in een auto.")
    page.locator(".rw-veld-stand").filter(has_text="Bewaard").wait_for()
    page.reload()
    until(page, "document.getElementById('veld-plan-resultaat').value.startsWith('Niemand')")
    assert not findings(page, "article")


@only_chromium
def test_a_share_file_holds_what_was_picked_and_nothing_else(reader):
    page = reader("delen", {**NOTES, **bet()})
    page.get_by_label("Uw rol in deze groep").select_option("commissaris")
    page.get_by_label("Zij blijven wonen.").check()
    told(page, "de zin: Zij blijven wonen.")
    assert not findings(page, "article")
    name, content = saved(page, "Bewaar het deelbestand")
    told(page, "Er is niets verstuurd")
    share = json.loads(content)
    label = page.locator(".rw-verslag strong").filter(has_text=share["label"]).first.inner_text()
    assert name == f"deelbestand-{label.lower().replace(' ', '-')}.json"
    assert share == {
        "format": "reiswijzer-deelbestand", "version": 1, "label": label, "role": "commissaris", "scores": {},
        "again": {}, "bets": {}, "sentences": [{"field": "1-tafel-1", "text": "Zij blijven wonen."}],
    }  # fmt: skip
    page.reload()
    told(page, label)  # a second file has the same name


@only_chromium
def test_the_cards_of_who_is_new_count_from_today(reader):
    page = reader("terugkomkaarten")
    told(page, "De dagen tellen vanaf vandaag.")
    told(page, f"Kaart 1: vanaf {day_of_year((datetime.now().astimezone() + timedelta(days=2)).date())}.")


@only_chromium
def test_the_cards_are_due_by_the_readers_own_days_and_go_into_a_calendar(reader):
    page = reader("terugkomkaarten", NOTES)
    told(page, f"U begon hier op {day_of_year(BEGAN.date())}.")
    told(page, "Kaart 2 is aan de beurt.")
    told(page, f"Kaart 3: vanaf {day_of_year((BEGAN + timedelta(days=21)).date())}.")
    name, content = saved(page, "Zet de kaarten in uw agenda")
    assert name == "terugkomkaarten.ics"
    assert content.count(b"BEGIN:VEVENT") == 1
    assert b"book/thuiskomst/terugkomkaarten.html" in content.replace(b"\r\n ", b"")
