"""Draw what a shared link shows, for the book and for each chapter, into `book/theme/stijl/delen`.

Usage: python tools/share_pictures.py
"""

import threading
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

import browser
import serve
from reiswijzer.book.heads import PICTURE, picture
from reiswijzer.content.about import about
from reiswijzer.content.route import route
from reiswijzer.figures.journey import journey

STYLES = Path(__file__).resolve().parent.parent / "book" / "theme" / "stijl"
SHEET = """
body { margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 64px 60px 30px; display: flex;
  flex-direction: column; background: var(--rw-papier); color: var(--rw-inkt); font-family: var(--rw-letter); }
p { margin: 0 0 18px; font-size: 30px; color: var(--rw-zacht); min-height: 40px; }
h1 { margin: 0; font-size: 68px; line-height: 1.12; font-weight: 640; letter-spacing: -0.02em; text-wrap: balance; }
svg { margin-top: auto; width: 1080px; height: 270px; }
"""


def card(title: str, above: str, here: int) -> str:
    """Return the picture as a page of HTML; `here` is the number of the stop it is about, 0 for the book."""
    drawn = journey([stop.short for stop in route()], about().picture, here)
    return (
        f'<!DOCTYPE html><html lang="nl" data-theme="light"><link rel="stylesheet" href="tokens.css"><style>{SHEET}'
        f"</style><p>{escape(above)}</p><h1>{escape(title)}</h1>{drawn}</html>"
    )


def cards() -> dict[str, str]:
    """Return the pages of HTML by the file name of their picture."""
    told = about()
    found = {picture("index"): card(told.title, f"Voor {told.audience}", 0)}
    for stop in route():
        found[picture(stop.doc)] = card(stop.title, told.title, stop.number)
    return found


def main() -> None:
    """Draw all of them."""
    folder = STYLES / "delen"
    folder.mkdir(exist_ok=True)
    server = serve.server(STYLES, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    path = browser.find(browser.CHROMIUM)
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        with playwright.chromium.launch(**browser.launch_arguments(browser.CHROMIUM, path, own)) as program:
            page = program.new_page(viewport={"width": PICTURE[0], "height": PICTURE[1]}, color_scheme="light")
            for name, text in cards().items():
                page.goto(f"{address}tokens.css")  # so that the typeface beside it may be loaded
                page.set_content(text)
                page.evaluate("document.fonts.ready")
                page.screenshot(path=folder / name)
                print(folder / name, flush=True)
    server.shutdown()


if __name__ == "__main__":
    main()
