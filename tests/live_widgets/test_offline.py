"""After one visit to a page with a widget, the book and its widgets work without a network."""

import pytest

from sphinx_live_widgets.builder.offline import NAME, write_service

pytestmark = pytest.mark.browser


@pytest.fixture
def kept(site, reader):
    """Return a reader whose browser keeps the book."""
    reader.opens(site, "counter.html").awake()
    reader.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    reader.page.wait_for_function("navigator.serviceWorker.controller !== null")
    return reader


def test_another_page_and_its_widget_work_without_a_network(site, kept):
    kept.page.context.set_offline(True)
    site.asked.clear()
    kept.opens(site, "deep/er/journal.html")
    kept.page.get_by_label("Word").fill("offline")
    kept.presses("Add")
    kept.sees("log: offline")
    assert not any("snapshot" in name for name in site.asked)


def test_with_a_network_a_page_is_always_the_newest(site, book, kept):
    page = book / "index.html"
    before = page.read_text()
    try:
        page.write_text(before.replace("A page without widgets.", "A newer page."))
        kept.page.goto(site.address + "index.html")
        kept.sees("A newer page.")
    finally:
        page.write_text(before)


def test_a_changed_book_has_a_new_version(tmp_path):
    versions = set()
    for text in ("first", "second"):
        (tmp_path / "index.html").write_text(text)
        write_service(tmp_path)
        versions.add((tmp_path / NAME).read_text().splitlines()[0])
    assert len(versions) == 2
