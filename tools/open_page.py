"""Open a page of the built book in a Chromium, for tools that print or picture it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page, sync_playwright

import browser
import serve


@contextmanager
def opened(name: str, **settings: Any) -> Iterator[Page]:
    """Give a browser's page, served for as long as it is open, in the light theme; `settings` are of ``new_page``."""
    path = browser.find(browser.CHROMIUM)
    server = serve.server(serve.HTML, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        with playwright.chromium.launch(**browser.launch_arguments(browser.CHROMIUM, path, own)) as program:
            page = program.new_page(color_scheme="light", **settings)
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/{name}", wait_until="networkidle")
            yield page
    server.shutdown()
