"""The built book behind nginx with the strict headers: all works, nothing is refused, and what is foreign is."""

import gzip
import re
import tomllib

import pytest
from built_book import HTML, ROOT, served
from hosted import ask, host
from until import until

from sphinx_live_widgets import policy

pytestmark = pytest.mark.browser
RULES = tomllib.loads((ROOT / "hosting" / "headers.toml").read_text(encoding="utf-8"))
TYPES = {f".{ending}": kind for kind, endings in RULES["types"].items() for ending in endings.split()}
#: Nothing that a page asks for: lists for other tools, and catalogues that the theme brings.
UNTYPED = {"", ".inv", ".po", ".mo"}
CHAPTER = "book/reis/1-resultaat.html"
HARMFUL = {"inline", "data", "text", "handler"}
PLAYER = "<!doctype html><title>Speler</title><button>Speel af</button>"
KEPT = """async () => {
    const ended = performance.now() + 60_000;
    for (;;) {
        const one = await navigator.serviceWorker.getRegistration();
        if (one?.active?.state === 'activated' && navigator.serviceWorker.controller && !one.installing) return;
        if (performance.now() > ended) throw new Error('the book was not kept');
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}"""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Return the one nginx of this file."""
    with host(tmp_path_factory.mktemp("nginx")) as server:
        yield server


class Watched:
    """A page, and every complaint about it: of the policy, of the console, of scripts."""

    def __init__(self, page):
        self.page, self.refused, self.errors = page, [], []
        page.expose_function("tellRefused", self._refuse)
        page.add_init_script(
            """window.refused = 0;
            addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sourceFile, lineNumber}) => {
                window.refused += 1;
                tellRefused(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
            })"""
        )
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._note)

    def _refuse(self, told):
        self.refused.append(told)

    def _note(self, message):
        # A worker has no event for the page to hear, only a line in the console.
        if re.search("Content.Security.Policy", message.text):
            self.refused.append(message.text)
        elif message.type == "error":
            self.errors.append(message.text)

    def sees_refused(self, number):
        until(self.page, f"window.refused >= {number}")
        assert self.refused != []

    def awake(self):
        self.page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")


@pytest.fixture
def watched(page_with):
    return Watched(page_with(viewport={"width": 1280, "height": 900}))


def test_nginx_has_nothing_to_say_of_the_configuration(book):
    told = book.check()
    assert told.returncode == 0
    assert "warn" not in told.stderr
    assert "test is successful" in told.stderr


def test_no_page_holds_a_script_or_anything_else_that_the_policy_refuses():
    found = policy.read(HTML)
    assert (found.scripts, found.refused) == ({}, {})


def test_every_kind_of_file_has_its_type_and_every_answer_the_headers(book):
    samples = {path.suffix: path.relative_to(HTML).as_posix() for path in HTML.rglob("*") if path.name[0] not in "._"}
    samples = {suffix: path for suffix, path in samples.items() if (HTML / path).is_file()}
    assert set(samples) - set(TYPES) <= UNTYPED, "an unknown kind of file: give it its type in hosting/headers.toml"
    assert {".html", ".css", ".js", ".mjs", ".zst", ".woff2", ".mp4", ".vtt", ".csv"} <= set(samples)
    for suffix, path in samples.items():
        headers = ask(book.address + path).headers
        kind, _, charset = headers["content-type"].partition("; charset=")
        assert kind == TYPES.get(suffix, "application/octet-stream"), path
        assert charset == (
            "utf-8" if kind.startswith("text/") or kind == "application/json" or suffix == ".svg" else ""
        )
        for name, value in RULES["headers"].items():
            assert headers[name.lower()] == value, path
        assert "'unsafe-inline'" not in re.search(r"script-src ([^;]*)", headers["content-security-policy"])[1]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_what_has_a_hash_in_its_name_is_kept_for_a_year_and_a_page_is_asked_for_again(book):
    lifetimes = {path.name: ask(f"{book.address}_live/{path.name}").headers["cache-control"]
                 for path in (HTML / "_live").iterdir()}  # fmt: skip
    for name, lifetime in lifetimes.items():
        assert ("immutable" in lifetime) == bool(re.search(r"-[0-9a-f]{16}\.", name)), name
    for path in (CHAPTER, "", "live-widgets-service.js", "zoeklijst.json"):
        answer = ask(book.address + path)
        assert answer.headers["cache-control"] == "no-cache"
        again = ask(book.address + path, **{"If-None-Match": answer.headers["etag"]})
        assert again.status == 304
    assert ask(book.address + "_static/boek.css").headers["cache-control"] == "public, max-age=86400"


def test_text_is_sent_packed(book):
    for path in (CHAPTER, "zoeklijst.json", "_static/boek.css", "_static/map.mjs"):
        answer = ask(book.address + path, **{"Accept-Encoding": "gzip"})
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["vary"] == "Accept-Encoding"
        assert gzip.decompress(answer.body) == (HTML / path).read_bytes()


@pytest.mark.parametrize("path", ["book/", "weg.html", "_live/page-0000000000000000.js", ".buildinfo", "_headers"])
def test_what_is_not_there_is_refused_with_the_headers_and_not_remembered(book, path):
    answer = ask(book.address + path)
    assert answer.status in {403, 404}
    assert (answer.status == 404) == (b"Deze pagina is er niet" in answer.body)
    assert "cache-control" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "script-src" in answer.headers["content-security-policy"]
    assert b"nginx/" not in answer.body


def test_a_reader_walks_through_the_book_and_nothing_is_refused(book, watched):
    page = watched.page
    page.goto(book.address + CHAPTER)
    watched.awake()
    control = page.locator(".rw-regelkader")
    control.get_by_role("combobox").first.select_option(index=3)
    control.locator(".rw-uitkomst").get_by_text("U schatte vijftig.").wait_for()
    # The captions of a film come from this server too.
    page.evaluate("document.querySelector('video track').track.mode = 'showing'")
    until(page, "document.querySelector('video track').track.cues?.length > 0")
    page.goto(book.address + "book/kaart/index.html")
    page.get_by_label("Domein").select_option("wonen")
    page.locator(".rw-stand", has_text="domein ‘wonen’").wait_for()
    page.goto(book.address + "search.html?q=huurachterstand")
    page.locator(".rw-gevonden li").first.wait_for()
    assert page.evaluate("[1, 2].map(Documentation.PLURAL_EXPR)") == [0, 1]
    page.goto(book.address + "book/thuiskomst/uw-reisverslag.html")
    watched.awake()
    page.wait_for_load_state("networkidle")
    assert watched.refused == []
    assert watched.errors == []


def test_a_film_elsewhere_plays_when_its_website_is_in_the_policy(book, watched):
    page = watched.page
    page.context.route(
        lambda url: not url.startswith((book.address, "data:", "blob:")),
        lambda route: route.fulfill(body=PLAYER, content_type="text/html"),
    )
    page.goto(book.address + "vlogs/index.html")
    for button in page.get_by_role("button", name="Laat de film hier zien").all()[::-1]:
        button.click()
    frames = page.locator("iframe.rw-vlog-film")
    assert frames.count() == 3
    for known in (0, 1):
        frames.nth(known).content_frame.get_by_role("button", name="Speel af").wait_for()
    watched.sees_refused(1)
    assert [told for told in watched.refused if "frame-src" not in told] == []
    assert all("vreemd.example" in told for told in watched.refused)


@pytest.mark.parametrize("served_by", ["header", "meta"])
def test_a_script_put_into_a_page_does_not_run(book, watched, served_by):
    page = watched.page
    with served(book.root) as plain:
        page.goto(f"{plain}kwaad-zonder-meta.html", wait_until="load")
        until(page, "window.harm?.length === 4")
        assert set(page.evaluate("window.harm")) == HARMFUL, "without a policy they run: this page can tell"
        assert watched.refused == []
        if served_by == "header":
            page.goto(f"{book.address}kwaad-zonder-meta.html", wait_until="load")
        else:
            page.goto(f"{plain}kwaad-met-meta.html", wait_until="load")
    watched.sees_refused(len(HARMFUL))
    assert page.evaluate("window.harm") is None


def test_without_a_network_the_kept_book_opens_and_is_as_strict(book, watched):
    page = watched.page
    page.goto(book.address + CHAPTER)
    watched.awake()
    page.evaluate(KEPT)
    assert watched.refused == []
    book.stop()
    try:
        page.goto(book.address + "book/reis/4-dynamisch.html")
        watched.awake()
        assert page.get_by_role("heading", level=1).is_visible()
        assert watched.refused == []
        page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: 'harm = 1'}))")
        watched.sees_refused(1)
        assert page.evaluate("window.harm") is None
    finally:
        book.start()
