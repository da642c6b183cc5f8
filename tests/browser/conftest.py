"""The built book, served on a free port, and a Chromium that is already here."""

import os
import sys
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import browser as browser_finder  # noqa: E402
import serve  # noqa: E402

HTML = ROOT / "_build" / "html"


def pages() -> list[str]:
    """Return the path of every page of the book, without the pages that Sphinx makes itself."""
    return sorted(
        str(path.relative_to(HTML))
        for path in HTML.rglob("*.html")
        if path.name not in {"genindex.html", "search.html"}
        and "_static" not in path.parts
        and "_live" not in path.parts
    )


@pytest.fixture(scope="session")
def browser_type_launch_args():
    return {
        "executable_path": os.environ.get(browser_finder.SETTING) or browser_finder.installed() or None,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def address():
    """Serve the built book and return its address."""
    assert (HTML / "index.html").exists(), "build the book first: make build"
    running = serve.server(HTML, 0)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_address[1]}/"
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.fixture
def strict_page(page, address):
    """Return a page that fails the test when it asks another host for something or throws an error."""
    elsewhere, errors = [], []
    page.on(
        "request",
        lambda request: None if request.url.startswith((address, "data:", "blob:")) else elsewhere.append(request.url),
    )
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: message.type != "error" or errors.append(message.text))
    yield page
    assert not elsewhere, f"requests to other hosts: {elsewhere}"
    assert not errors, f"errors on the page: {errors}"
