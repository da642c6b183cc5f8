"""The built book, served on a free port, and a page that asks nobody else for anything."""

import pytest
from built_book import HTML, served


@pytest.fixture(scope="session")
def address():
    """Serve the built book and return its address."""
    assert (HTML / "index.html").exists(), "build the book first: make build"
    with served(HTML) as address:
        yield address


@pytest.fixture
def strict_page(page, address):
    """Return a page that fails the test when it asks another host for something or throws an error."""
    elsewhere, errors = [], []
    page.on(
        "request",
        lambda request: None if request.url.startswith((address, "data:", "blob:")) else elsewhere.append(request.url),
    )
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console", lambda message: message.type != "error" or errors.append(f"{message.text} {message.location['url']}")
    )
    yield page
    assert not elsewhere, f"requests to other hosts: {elsewhere}"
    assert not errors, f"errors on the page: {errors}"


@pytest.fixture
def exercise_on(page_with, address):
    """Return a function that opens a page with settings of its own and returns its exercise, with Python awake."""

    def open_page(path, **settings):
        page = page_with(**settings)
        page.goto(address + path)
        exercise = page.locator(".rw-oefening").first
        exercise.scroll_into_view_if_needed()
        page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
        return exercise

    return open_page
