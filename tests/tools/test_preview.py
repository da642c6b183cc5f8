"""`make preview`: a page that is open comes again after a build, also under the policy of the book."""

import threading
from urllib.request import urlopen

import pytest

import preview
from sphinx_live_widgets.builder.offline import NAME

PAGE = '<html><head><meta http-equiv="Content-Security-Policy" content="{}"></head><body>{}</body></html>'


@pytest.fixture
def served(tmp_path):
    """Return the address of a folder with one page, the builds it follows, and the page."""
    page = tmp_path / "index.html"
    page.write_text(PAGE.format("default-src 'none'; script-src 'self'; connect-src 'self'", "eerst"))
    (tmp_path / "plaat.svg").write_text("<svg/>")
    builds = preview.Builds()
    with preview.server(tmp_path, 0, builds) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}", builds, page
        running.shutdown()


def test_every_page_gets_the_script_and_nothing_is_kept(served):
    address, _, _ = served
    for path in ("/", "/index.html?x=1"):
        with urlopen(address + path) as answer:
            assert f'<script src="{preview.SCRIPT}"></script></head>' in answer.read().decode()
            assert answer.headers["Cache-Control"] == "no-store"
    with urlopen(f"{address}/plaat.svg") as answer:
        assert answer.read() == b"<svg/>"
    with urlopen(address + preview.SCRIPT) as answer:
        assert preview.EVENTS in answer.read().decode()


def test_an_offline_copy_of_an_earlier_build_is_taken_away(served):
    assert f"/{NAME}" == preview.SERVICE
    with urlopen(served[0] + preview.SERVICE) as answer:
        assert b"unregister" in answer.read()


def test_only_what_sphinx_follows_by_itself_is_built_alone():
    assert preview.only_pages(["book/reis/1-resultaat.md", "exercises/startpunt.ipynb", "book/references.bib"])
    assert not preview.only_pages(["book/reis/1-resultaat.md", "src/reiswijzer/content/vlogs.toml"])


@pytest.mark.browser
@pytest.mark.chromium("says nothing of the book: one browser is enough for who writes it")
def test_an_open_page_shows_what_was_built(served, page):
    address, builds, file = served
    with page.expect_response(address + preview.EVENTS):
        page.goto(address)
    assert page.inner_text("body") == "eerst"
    file.write_text(file.read_text().replace("eerst", "daarna"))
    with page.expect_event("load"):
        builds.announce()
    assert page.inner_text("body") == "daarna"
