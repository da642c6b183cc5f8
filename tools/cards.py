"""Print the cards of the built book to `_build/kaarten.pdf`, as a reader does with the browser's own print command.

Usage: python tools/cards.py
"""

import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

import browser
import serve

ROOT = Path(__file__).resolve().parent.parent
HTML = ROOT / "_build" / "html"
PAGE = "book/begeleiders/kaarten.html"
TARGET = ROOT / "_build" / "kaarten.pdf"


def print_page(address: str, target: Path) -> None:
    """Write what the page at `address` looks like on paper to `target`, each sheet as the page itself sizes it."""
    path = browser.find(browser.CHROMIUM)
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        with playwright.chromium.launch(**browser.launch_arguments(browser.CHROMIUM, path, own)) as program:
            page = program.new_page(color_scheme="light")
            page.goto(address, wait_until="networkidle")
            page.pdf(path=target, prefer_css_page_size=True, print_background=True, tagged=True)


def main() -> None:
    """Print the cards, and say where they are."""
    server = serve.server(HTML, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print_page(f"http://127.0.0.1:{server.server_address[1]}/{PAGE}", TARGET)
    server.shutdown()
    print(f"The cards: {TARGET}", flush=True)


if __name__ == "__main__":
    main()
