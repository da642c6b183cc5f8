"""What a reader does with a vlog: watch one of the book, decide about one elsewhere, remember that or take it back."""

import pytest
from axe import findings
from built_book import served
from test_keeping import FORBIDDEN, FORBIDDEN_MESSAGE
from test_pages import SAME
from until import until

import tiny_book
from reiswijzer.content import vlogs

pytestmark = pytest.mark.browser
FILMS = tiny_book.BOOK / "vlogs"
HOST = "127.0.0.1:8443"  # nobody listens there: what is answered, the test answers
KEY = f"reiswijzer/1/vlog/{HOST}"
EMBED = f"https://{HOST}/videos/embed/9c9de5e8-0a1e"
PROOF = {
    "id": "proef",
    "insight": 2,
    "provenance": "mkw",
    "status": "te zien",
    "source": "peertube",
    "host": HOST,
    "video": "9c9de5e8-0a1e",
    "title": "Een proef op afstand",
    "kijkwijzer": "Let op.",
    "transcript": "Eerst dit.\n\nDan dat.",
}
KINDS = (
    {"id": "bekend", "insight": 2, "provenance": "mkw", "status": "bekend", "speaker": "Hans Vedder"},
    PROOF,
    {**PROOF, "id": "tweede", "title": "Nog een proef", "poster": "kader.jpg"},
    {key: value for key, value in {**PROOF, "id": "los", "source": "link", "address": f"https://{HOST}/los"}.items()
     if key not in ("host", "video")},
)  # fmt: skip
PLAYER = "<!doctype html><html lang=nl><title>Speler</title><button>Speel af</button>"
FULL = """
const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (!key.startsWith('reiswijzer/')) return setItem.call(this, key, value);
  throw new DOMException('full', 'QuotaExceededError');
};
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Serve a small book in the clothes of this one, with a vlog of each kind, and return its address."""
    entries = {"kader": vlogs.vlog("kader")} | {table["id"]: vlogs.parse(table) for table in KINDS}
    page = "\n".join(f"```{{vlog}} {ident}\n```\n" for ident in entries)
    pages = {"index": f"# Proef\n\n{page}", "alleen": "---\norphan: true\n---\n# Alleen\n\n```{vlog} proef\n```\n"}
    files = {f"book/vlogs/{file.name}": file.read_bytes() for file in FILMS.iterdir()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vlogs, "vlogs", lambda: entries)
        patch.setattr("reiswijzer.content.check.vlogs", vlogs.vlogs)
        out, warnings = tiny_book.build(tmp_path_factory.mktemp("vlogs"), pages, settings=tiny_book.THEME, files=files)
    assert not warnings
    with served(out) as address:
        yield address


class Reader:
    """A reader, and what went over the line to others than the book."""

    def __init__(self, page, site):
        self.page, self.site, self.asked = page, site, []
        page.context.route(
            lambda url: not url.startswith((site, "data:")),
            lambda route: (self.asked.append(route.request), route.fulfill(body=PLAYER, content_type="text/html")),
        )

    def opens(self, path="alleen.html"):
        self.page.goto(self.site + path, wait_until="networkidle")
        return self

    def button(self, name):
        return self.page.get_by_role("button", name=name)

    @property
    def box(self):
        return self.page.get_by_role("checkbox", name="op dit apparaat voortaan meteen zien")

    @property
    def film(self):
        return self.page.locator("iframe.rw-vlog-film")

    def sees_player(self):
        self.film.content_frame.get_by_role("button", name="Speel af").wait_for()

    def is_told(self, words):
        self.page.get_by_role("status").filter(has_text=words).wait_for()

    def kept(self):
        return self.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('reiswijzer/'))")


@pytest.fixture
def reader(page_with, site):
    """Return a function that gives a reader, with settings and a script that runs before any page."""

    def come(script="", **settings):
        page = page_with(**{"viewport": {"width": 1000, "height": 900}, **settings})
        if script:
            page.add_init_script(script)
        return Reader(page, site)

    return come


def test_nobody_is_asked_before_the_reader_clicks_and_one_after(reader):
    one = reader().opens()
    assert one.film.count() == 0
    assert one.asked == []
    one.button("Laat de film hier zien").click()
    one.sees_player()
    assert [request.url for request in one.asked] == [EMBED]
    assert one.asked[0].headers.get("referer") in (one.site, None)
    assert one.film.get_attribute("title") == PROOF["title"]
    assert one.film.get_attribute("referrerpolicy") == "strict-origin-when-cross-origin"
    assert one.kept() == []
    one.opens()
    assert one.film.count() == 0
    assert len(one.asked) == 1


def test_by_keyboard_the_reader_goes_into_the_film_and_sends_it_away(reader):
    one = reader().opens()
    one.button("Laat de film hier zien").focus()
    one.page.keyboard.press("Enter")
    one.sees_player()
    assert one.page.evaluate("document.activeElement.localName") == "iframe"
    away = one.button("Haal de film weer weg")
    away.focus()
    one.page.keyboard.press("Enter")
    one.film.wait_for(state="detached")
    assert one.page.evaluate("document.activeElement.textContent") == "Laat de film hier zien"
    assert not away.is_visible()


def test_a_choice_is_remembered_when_asked_and_taken_back(reader):
    one = reader().opens()
    one.box.check()
    assert one.kept() == []
    one.button("Laat de film hier zien").click()
    one.is_told("voortaan meteen")
    assert one.kept() == [KEY]
    one.opens()
    one.sees_player()
    assert one.box.is_checked()
    one.box.uncheck()
    one.is_told("wordt het u weer gevraagd")
    assert one.kept() == []
    one.opens()
    assert one.button("Laat de film hier zien").is_visible()
    assert len(one.asked) == 2


def test_a_choice_can_be_remembered_while_the_film_is_there(reader):
    one = reader().opens()
    one.button("Laat de film hier zien").click()
    one.sees_player()
    one.box.check()
    one.is_told("voortaan meteen")
    assert one.kept() == [KEY]


def test_two_films_of_one_website_have_one_choice(reader):
    one = reader().opens("index.html")
    first, second = (one.page.locator(f"#vlog-{ident}") for ident in ("proef", "tweede"))
    shows = {"name": "Laat de film hier zien"}
    first.get_by_role("checkbox").check()
    assert second.get_by_role("checkbox").is_checked()
    assert one.kept() == []
    for block in (first, second):
        block.get_by_role("button", **shows).click()
        block.get_by_role("status").filter(has_text="voortaan meteen").wait_for()
    assert one.kept() == [KEY]
    assert first.get_by_role("status").inner_text() == ""
    first.get_by_role("checkbox").uncheck()
    first.get_by_role("status").filter(has_text="Niet onthouden").wait_for()
    assert not second.get_by_role("checkbox").is_checked()
    assert second.get_by_role("status").inner_text() == ""
    assert one.kept() == []
    # Shown once more, the second film does not bring back what was withdrawn at the first.
    second.get_by_role("button", name="Haal de film weer weg").click()
    second.get_by_role("button", **shows).click()
    second.locator("iframe").wait_for()
    assert one.kept() == []
    # A film of this website is there, so a tick at the other film counts at once.
    first.get_by_role("button", name="Haal de film weer weg").click()
    first.get_by_role("checkbox").check()
    assert one.kept() == [KEY]
    assert second.get_by_role("checkbox").is_checked()


def test_a_choice_that_is_taken_back_in_another_tab_is_taken_back_here(reader):
    one = reader().opens()
    one.box.check()
    one.button("Laat de film hier zien").click()
    one.is_told("voortaan meteen")
    other = Reader(one.page.context.new_page(), one.site).opens()
    other.sees_player()
    other.box.uncheck()
    one.page.get_by_role("checkbox", checked=False).wait_for()
    one.button("Haal de film weer weg").click()
    one.button("Laat de film hier zien").click()
    one.sees_player()
    assert one.kept() == []


def test_a_new_tick_takes_away_what_was_said_of_the_old_one(reader):
    one = reader().opens()
    one.button("Laat de film hier zien").click()
    one.box.check()
    one.box.uncheck()
    one.is_told("Niet onthouden")
    one.button("Haal de film weer weg").click()
    one.box.check()
    one.page.get_by_role("status").filter(has_not_text="Niet onthouden").wait_for(state="attached")
    assert one.kept() == []


@pytest.mark.parametrize("script", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_the_film_is_there_when_nothing_can_be_kept(reader, script):
    one = reader(script)
    errors = []
    one.page.on("pageerror", lambda error: errors.append(str(error)))
    one.opens()
    one.box.check()
    one.button("Laat de film hier zien").click()
    one.sees_player()
    one.is_told("laat deze pagina niets bewaren")
    assert not one.box.is_checked()
    # The theme reads the storage without asking whether it may.
    assert set(errors) <= {FORBIDDEN_MESSAGE}


def test_nobody_is_told_of_a_film_that_is_not_there(reader):
    one = reader(FORBIDDEN).opens()
    one.box.check()
    one.box.uncheck()
    one.is_told("laat deze pagina niets bewaren")
    assert "te zien" not in one.page.get_by_role("status").inner_text()


def test_without_javascript_there_is_a_link_and_no_contact(reader):
    one = reader(java_script_enabled=False).opens("index.html")
    link = one.page.locator("#vlog-proef a.rw-vlog-scherm")
    assert link.get_attribute("href") == f"https://{HOST}/w/9c9de5e8-0a1e"
    assert link.inner_text().strip() == f"Bekijk de film op {HOST}"
    assert one.page.locator("#vlog-kader video[controls]").is_visible()
    assert one.asked == []


@pytest.mark.chromium("the Firefox of a distribution plays H.264 only where the system brings a decoder")
def test_nothing_of_a_film_is_fetched_before_it_is_played_and_then_with_captions(reader):
    one = reader().opens("index.html")
    fetched = []
    one.page.on("request", lambda request: request.url.endswith(".mp4") and fetched.append(request.url))
    one.page.reload(wait_until="networkidle")
    assert one.page.evaluate("document.querySelector('video').paused")
    assert fetched == []
    one.page.evaluate("document.querySelector('video').play()")
    until(one.page, "document.querySelector('video').textTracks[0].mode === 'showing'")
    until(one.page, "document.querySelector('video').textTracks[0].cues?.length > 5")
    assert fetched


@pytest.mark.chromium("the Firefox of a distribution plays H.264 only where the system brings a decoder")
def test_the_reader_can_jump_to_the_end_of_a_film(reader):
    one = reader().opens("index.html")
    one.page.evaluate("document.querySelector('video').play()")
    until(one.page, "document.querySelector('video').readyState >= 1")
    one.page.evaluate("document.querySelector('video').currentTime = document.querySelector('video').duration - 2")
    until(
        one.page,
        "() => { const film = document.querySelector('video');"
        " return !film.seeking && film.currentTime > film.duration - 3; }",
    )


@SAME
@pytest.mark.parametrize("width", [320, 1280])
def test_every_kind_is_accessible_and_keeps_its_place(reader, width):
    one = reader(viewport={"width": width, "height": 900}, reduced_motion="reduce").opens("index.html")
    one.page.locator("#vlog-tweede").get_by_role("button", name="Laat de film hier zien").click()
    one.sees_player()
    one.page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert one.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert not findings(one.page)


@pytest.mark.chromium("Playwright sets print in Chromium only")
def test_paper_has_words_and_addresses_and_no_player(reader):
    one = reader().opens("index.html")
    one.page.emulate_media(media="print")
    assert not one.page.locator("video, .rw-vlog-scherm, .rw-vlog-keuze").filter(visible=True).count()
    for block in one.page.locator(".rw-vlog:has(details)").all():
        assert block.locator("details p").last.bounding_box()["height"] > 10
    assert one.page.locator("#vlog-proef .rw-vlog-herkomst a").first.is_visible()
    line = one.page.get_by_text("De film staat op deze pagina van het boek op internet.")
    assert line.is_visible()
    one.page.emulate_media(media="screen")
    assert not line.is_visible()
