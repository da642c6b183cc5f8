"""A tiny book that is not this one, built once, served with or without faults."""

import io
import sys
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

HERE = Path(__file__).parent
CACHE = HERE.parents[1] / "_build" / ".live-widgets-cache"
for folder in (HERE, HERE.parents[1] / "tools"):
    sys.path.insert(0, str(folder))

from site_server import served  # noqa: E402


def build(source, target, builder="html", **settings):
    """Build a book and return the application and what it logged; a warning fails the build."""
    log = io.StringIO()
    with patch_docutils(str(source)), docutils_namespace():
        app = Sphinx(
            source,
            source,
            target,
            target.parent / "doctrees",
            builder,
            confoverrides={"live_widgets_cache": str(CACHE), **settings},
            status=log,
            warning=log,
            warningiserror=True,
        )
        app.build()
    return app, log.getvalue()


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    """Return the output folder of the tiny book."""
    target = tmp_path_factory.mktemp("tiny") / "html"
    with pytest.MonkeyPatch.context() as patch:
        # The kernel that executes the notebook of the tiny book finds its exercises there.
        patch.setenv("PYTHONPATH", str(HERE))
        app, log = build(HERE / "book", target)
    assert app.statuscode == 0, log
    return target


@pytest.fixture(scope="session")
def running(book):
    """Return the running server."""
    with served(book) as server:
        yield server


@pytest.fixture
def site(running):
    """Return the server without any fault left by another test."""
    running.calm()
    yield running
    running.calm()


@pytest.fixture(scope="session")
def base_url():
    """Take the place of the fixture of pytest-base-url, which pytest 9.2 warns about."""
    return ""


@pytest.fixture
def reader(page):
    """Return a reader of the tiny book."""
    return Reader(page)


@pytest.fixture
def reader_with(page_with):
    """Return a function that returns a reader whose browser has settings of its own."""
    return lambda **settings: Reader(page_with(**settings))


# What the page writes to the console, as text: over WebDriver BiDi an error object arrives without its message.
LISTEN = """
window.told = [];
for (const name of ['log', 'info', 'warn', 'error']) {
    const write = console[name];
    console[name] = (...words) => { told.push(words.join(' ')); write(...words); };
}
"""
IDLE = "new Promise(done => requestIdleCallback(() => requestIdleCallback(() => done())))"


class Reader:
    """A page in the hands of a reader."""

    def __init__(self, page):
        self.page = page
        page.set_default_timeout(60_000)  # a plain start on a busy machine takes half of it
        page.add_init_script(LISTEN)
        self.errors = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def opens(self, site, name):
        """Open a page of the book and wait until its widgets are painted."""
        self.page.goto(site.address + name)
        self.page.wait_for_selector("html[data-live-widgets]")
        return self

    def awake(self):
        """Wait until Python answers."""
        self.page.wait_for_selector("html[data-live-widgets=awake]")
        return self

    def widget(self, name):
        """Return the place of a widget."""
        return self.page.locator(f'.live-widget[data-live-widget="{name}"]')

    def presses(self, name):
        """Press the button with this name."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def sees(self, text):
        """Wait until a text is on the page."""
        self.page.wait_for_function("text => document.body.innerText.includes(text)", arg=text)

    def is_told(self, text):
        """Wait until the page has written a text to the console."""
        self.page.wait_for_function("text => told.some(line => line.includes(text))", arg=text)

    def rests(self):
        """Wait until what the page does when it is loaded and the browser is idle has had its turn."""
        self.page.wait_for_load_state("load")
        self.page.evaluate(IDLE)
        return self

    def failed(self):
        """Wait for the calm message and return its text."""
        self.page.wait_for_selector("html[data-live-widgets=failed]")
        return self.page.locator(".live-widget-status").first.inner_text()
