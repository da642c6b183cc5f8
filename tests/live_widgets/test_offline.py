"""After one visit to a page with a widget, the book and its widgets work without a network, one version at a time."""

import json
import re
import shutil

import pytest
from site_server import served

from conftest import build
from sphinx_live_widgets.builder.offline import NAME, remove_service, write_service

pytestmark = pytest.mark.browser

CACHES = "caches.keys().then(names => names.filter(name => !name.endsWith(':documents')))"
SETTLED = "one?.active?.state === 'activated' && navigator.serviceWorker.controller && !one.installing && !one.waiting"
WAITING = "one?.waiting"
GONE = "one === undefined"


def until(page, condition):
    """Wait until a condition on ``one``, the registration of the service worker, is true."""
    page.evaluate(
        f"""async () => {{
            const holds = (one) => {condition};
            const ended = performance.now() + 20_000;
            while (!(await holds(await navigator.serviceWorker.getRegistration('/sub/')))) {{
                if (performance.now() > ended) throw new Error({condition!r});
                await new Promise((resolve) => setTimeout(resolve, 20));
            }}
        }}"""
    )


def hang_up(server):
    """Leave the browser without a network: cutting its own line would not cut that of a service worker in Firefox."""
    server.faults[""] = "cut"


def look_for_new(page):
    """Have the browser look for a new version, as it does by itself after a page was opened."""
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => { one?.update().catch(() => undefined) })")


def stop_service_workers(page):
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")


class Editions:
    """A copy of the tiny book that can be published again: the number of the edition is in each page and one image."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "_images").mkdir(exist_ok=True)
        (folder / "404.html").write_text("<!DOCTYPE html><title>Lost</title><p>Not in this book.</p>")
        self.pages = {page: page.read_text() for page in (folder / "index.html", folder / "counter.html")}

    def publish(self, number):
        for page, text in self.pages.items():
            shown = f'<img id="mark" src="_images/mark.svg" alt=""><p>Edition {number}.</p></article>'
            page.write_text(text.replace("</article>", shown))
        picture = f'<svg xmlns="http://www.w3.org/2000/svg" width="{number}" height="9"></svg>'
        (self.folder / "_images" / "mark.svg").write_text(picture)
        write_service(self.folder)
        return self


@pytest.fixture
def editions(book, tmp_path):
    return Editions(shutil.copytree(book, tmp_path / "editions")).publish(1)


@pytest.fixture
def library(editions):
    """Return a server of the copy, on an origin that no other test has used."""
    with served(editions.folder) as server:
        yield server


@pytest.fixture
def kept(library, reader):
    """Return a reader whose browser keeps the first edition."""
    reader.opens(library, "counter.html").awake()
    until(reader.page, SETTLED)
    return reader


def mark(page):
    """Return the edition that the image on a page is of; 0 when it could not be had."""
    page.wait_for_function("document.getElementById('mark').complete")
    return page.evaluate("document.getElementById('mark').naturalWidth")


def asked_for(server, pattern):
    return [name for name in server.asked if re.search(pattern, name)]


def test_another_page_and_its_widget_work_without_a_network(library, kept):
    hang_up(library)
    library.asked.clear()
    kept.opens(library, "deep/er/journal.html")
    kept.page.get_by_label("Word").fill("offline")
    kept.presses("Add")
    kept.sees("log: offline")
    # The page itself and a new version are asked for in vain; of what belongs to the page nothing is.
    assert set(library.asked) <= {"deep/er/journal.html", NAME}
    assert kept.errors == []


@pytest.mark.parametrize("address", ["", "index.html", "index.html?highlight=tiny#tiny", "index"])
def test_the_first_page_is_found_under_each_of_its_addresses(library, kept, address):
    hang_up(library)
    kept.page.goto(library.address + address)
    kept.sees("Edition 1.")
    assert mark(kept.page) == 1


def test_an_address_that_is_not_in_the_book_gets_the_page_for_that(library, kept):
    hang_up(library)
    assert kept.page.goto(library.address + "deep/er/nowhere.html").status == 404
    kept.sees("Not in this book.")


def test_with_a_network_a_page_is_always_the_newest(library, editions, kept):
    editions.publish(2)
    kept.page.goto(library.address + "index.html")
    kept.sees("Edition 2.")
    assert mark(kept.page) == 2


def test_a_page_from_the_network_never_gets_a_file_of_the_version_that_is_kept(library, editions, kept):
    editions.publish(2)
    library.faults["mark.svg"] = "cut"
    kept.page.goto(library.address + "index.html")
    kept.sees("Edition 2.")
    assert mark(kept.page) == 0


def test_a_page_from_the_network_never_gets_an_old_file_that_the_browser_still_holds(library, editions, kept):
    library.headers["Cache-Control"] = "max-age=600"
    kept.page.goto(library.address + "index.html")
    assert mark(kept.page) == 1
    editions.publish(2)
    # In a new tab: within one tab the browser shows an image that it has decoded without asking anybody.
    other = kept.page.context.new_page()
    other.goto(library.address + "index.html")
    other.get_by_text("Edition 2.").wait_for()
    assert mark(other) == 2


def test_a_page_that_is_kept_never_gets_a_file_from_the_network(library, editions, kept):
    library.faults["index.html"] = "cut"
    kept.page.goto(library.address + "index.html")
    editions.publish(2)
    more = "() => new Promise(done => { const one = new Image(); one.onload = () => done(one.naturalWidth); %s })"
    assert kept.page.evaluate(more % "one.src = '_images/mark.svg?again'") == 1
    missing = "fetch('_images/new.svg').then(() => 'came', () => 'did not')"
    (editions.folder / "_images" / "new.svg").write_text("<svg/>")
    assert kept.page.evaluate(missing) == "did not"


@pytest.mark.chromium("only there can a test stop a service worker")
def test_where_a_page_came_from_is_known_after_the_service_worker_was_stopped(library, editions, kept):
    library.faults["index.html"] = "cut"
    kept.page.goto(library.address + "index.html")
    other = kept.page.context.new_page()
    library.faults.clear()
    editions.publish(2)
    other.goto(library.address + "index.html")
    stop_service_workers(kept.page)
    image = "fetch('_images/mark.svg').then(one => one.text()).then(text => Number(/width=.(\\d)/.exec(text)[1]))"
    assert kept.page.evaluate(image) == 1
    assert other.evaluate(image) == 2


@pytest.mark.chromium("only there can a test stop a service worker")
def test_what_is_known_of_pages_does_not_grow(library, kept):
    library.faults["index.html"] = "cut"
    for _ in range(5):
        kept.page.goto(library.address + "index.html")
        stop_service_workers(kept.page)
    count = """caches.keys().then(names => caches.open(names.find(name => name.endsWith(':documents'))))
        .then(kept => kept.keys()).then(keys => keys.length)"""
    assert kept.page.evaluate(count) <= 2


def test_a_new_version_waits_for_pages_of_the_old_one_and_then_replaces_it(library, editions, kept):
    first = kept.page.evaluate(CACHES)
    editions.publish(2)
    other = kept.page.context.new_page()
    other.goto(library.address + "counter.html")
    until(other, WAITING)
    assert len(other.evaluate(CACHES)) == 2
    blank = kept.page.context.new_page()
    blank.goto(library.address.removesuffix("sub/"))  # outside of the book: no service worker there
    hang_up(library)
    other.goto(library.address + "index.html")
    assert other.locator("article").inner_text().count("Edition 1.") == 1
    assert mark(other) == 1
    other.close()
    kept.page.close()
    until(blank, "one.active.state === 'activated' && !one.waiting")
    blank.goto(library.address + "index.html")
    blank.get_by_text("Edition 2.").wait_for()
    assert mark(blank) == 2
    assert len(blank.evaluate(CACHES)) == 1
    assert blank.evaluate(CACHES) != first


def test_installing_begins_when_python_is_awake(library, reader):
    library.faults["snapshot"] = "stall"
    reader.opens(library, "counter.html")
    reader.page.wait_for_load_state("load")
    assert reader.page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0
    library.release.set()
    until(reader.page, SETTLED)


def test_installing_a_new_version_does_not_compete_with_waking(library, editions, kept):
    editions.publish(2)
    page = editions.folder / "counter.html"
    old = next((editions.folder / "_live").glob("snapshot-*"))
    new = old.with_name("snapshot-" + "0" * 16 + ".bin.gz")
    new.write_bytes(old.read_bytes())
    page.write_text(page.read_text().replace(old.name, new.name))
    (editions.folder / "_images" / "first.svg").write_text("<svg/>")
    write_service(editions.folder)
    library.faults[new.name] = "stall"
    library.asked.clear()
    kept.opens(library, "counter.html")
    look_for_new(kept.page)
    until(kept.page, "one.installing")
    for number in range(30):  # many times longer than an install that does not hold back needs for its first file
        kept.page.evaluate(f"fetch('_images/mark.svg?{number}').then(one => one.text())")
    assert asked_for(library, "_images/first.svg") == []
    assert kept.page.evaluate("document.documentElement.dataset.liveWidgets") == "waking"
    library.release.set()
    kept.awake()
    until(kept.page, WAITING)
    assert len(asked_for(library, "_images/first.svg")) == 1


def test_large_files_are_fetched_once(library, editions, kept):
    large = r"_live/(snapshot|pyodide|worker|page)-"
    assert len(asked_for(library, large)) == 4
    editions.publish(2)
    kept.opens(library, "counter.html").awake()
    until(kept.page, WAITING)
    assert len(asked_for(library, large)) == 4


def test_an_update_that_breaks_off_leaves_the_old_version_and_goes_on_later(library, editions, kept):
    editions.publish(2)
    library.faults["searchindex.js"] = "cut"
    library.asked.clear()
    kept.opens(library, "counter.html").awake()
    kept.page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update()).then(() => true)")
    until(kept.page, "!one.installing")
    assert asked_for(library, "searchindex.js")
    assert len(kept.page.evaluate(CACHES)) == 2
    hang_up(library)
    kept.page.goto(library.address + "index.html")
    kept.sees("Edition 1.")
    library.faults.clear()
    kept.opens(library, "counter.html").awake()
    look_for_new(kept.page)
    until(kept.page, WAITING)
    assert len(asked_for(library, "notebook.html")) == 1


def test_a_file_of_another_version_is_not_kept(library, editions, kept):
    first = kept.page.evaluate(CACHES)
    editions.publish(2)
    (editions.folder / "_images" / "mark.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="3"/>')
    ended = kept.page.evaluate(
        """() => navigator.serviceWorker.getRegistration().then(one => one.update()).then(one => new Promise(done => {
            const { installing } = one;
            installing.postMessage('live-widgets-keep');
            installing.addEventListener('statechange', () => done(installing.state));
        }))"""
    )
    assert ended == "redundant"
    hang_up(library)
    kept.page.goto(library.address + "index.html")
    kept.sees("Edition 1.")
    assert mark(kept.page) == 1
    assert set(first) <= set(kept.page.evaluate(CACHES))


@pytest.mark.chromium("only there can a test take away the room")
def test_without_room_the_book_goes_on_without_a_copy(library, reader):
    session = reader.page.context.new_cdp_session(reader.page)
    origin = library.address.removesuffix("/sub/")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 2_000_000})
    reader.opens(library, "counter.html").awake()
    reader.is_told("will not be kept")
    until(reader.page, GONE)
    assert reader.page.evaluate(CACHES) == []
    assert reader.errors == []
    assert [text for text in reader.page.evaluate("told") if "error" in text.lower()] == []
    reader.page.locator(".noUi-handle").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.sees("6 partners")


def test_a_page_that_is_gone_is_gone_with_a_network(library, editions, kept):
    (editions.folder / "notebook.html").unlink()
    assert kept.page.goto(library.address + "notebook.html").status == 404


def test_the_setting_takes_the_copy_out_of_the_browsers_of_readers(library, editions, kept):
    kept.page.evaluate("caches.open('of somebody else')")
    remove_service(editions.folder)
    kept.page.goto(library.address + "index.html")
    look_for_new(kept.page)
    until(kept.page, GONE)
    until(kept.page, f"{CACHES}.then(names => names.length === 1)")
    assert kept.page.evaluate(CACHES) == ["of somebody else"]
    hang_up(library)
    with pytest.raises(Exception, match=r"ERR_EMPTY_RESPONSE|NS_ERROR_NET"):
        kept.page.goto(library.address + "index.html")


@pytest.mark.long("builds two books for what is not there")
def test_a_book_without_widgets_or_without_the_setting_asks_for_no_service_worker(tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text('project = "Small"\nextensions = ["myst_nb", "sphinx_live_widgets"]\n')
    (source / "index.md").write_text("# Small\n")
    build(source, tmp_path / "html")
    assert "unregister" in (tmp_path / "html" / NAME).read_text()
    (source / "index.md").write_text("# Small\n\n```{live-widget} it\n```\n")
    chosen = {
        "live_widgets_factory": {"it": "tiny_exercises.basic:counter"},
        "live_widgets_packages": ["tiny_exercises"],
    }
    build(source, tmp_path / "html", live_widgets_offline=False, **chosen)
    assert "unregister" in (tmp_path / "html" / NAME).read_text()
    assert '"service":""' in (tmp_path / "html" / "index.html").read_text()
    build(source, tmp_path / "html", **chosen)
    assert "unregister" not in (tmp_path / "html" / NAME).read_text()


def test_captions_are_kept_and_films_are_not(tmp_path):
    for name in ("film.nl.vtt", "film.mp4"):
        (tmp_path / name).write_text("WEBVTT")
    write_service(tmp_path)
    service = (tmp_path / NAME).read_text()
    assert json.loads(re.search(r"^const FILES = ({.*?});$", service, re.DOTALL | re.MULTILINE)[1]).keys() == {
        "film.nl.vtt"
    }


def test_a_changed_book_has_a_new_version(tmp_path):
    versions = set()
    for text in ("first", "second"):
        (tmp_path / "index.html").write_text(text)
        write_service(tmp_path)
        versions.add((tmp_path / NAME).read_text().splitlines()[0])
    assert len(versions) == 2
