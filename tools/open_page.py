"""Open pages of a folder in a Chromium, for tools that print or picture them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

import browser
import serve


@contextmanager
def started(folder: Path = serve.HTML) -> Iterator[tuple[Browser, str]]:
    """Give a browser, and the address (with a slash at its end) at which the folder is served as long as it runs."""
    path = browser.find(browser.CHROMIUM)
    server = serve.server(folder, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        with playwright.chromium.launch(**browser.launch_arguments(browser.CHROMIUM, path, own)) as program:
            yield program, f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@contextmanager
def opened(name: str, **settings: Any) -> Iterator[Page]:
    """Give a page of the built book, in the light theme; `settings` are of ``new_page``."""
    with started() as (program, address):
        page = program.new_page(color_scheme="light", **settings)
        page.goto(address + name, wait_until="networkidle")
        yield page
