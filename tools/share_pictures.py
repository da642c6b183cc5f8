"""Draw what a shared link shows, for the book and for each chapter, into `book/theme/stijl/delen`.

Usage: python tools/share_pictures.py
"""

from html import escape
from pathlib import Path

from open_page import started
from reiswijzer.book.heads import PICTURE
from reiswijzer.book.heads import picture as share
from reiswijzer.content.about import about
from reiswijzer.content.route import picture, route
from reiswijzer.figures.route_picture import route_picture, stop_picture

ROOT = Path(__file__).resolve().parent.parent
STYLES = ROOT / "book" / "theme" / "stijl"
TOKENS = ROOT / "src" / "reiswijzer" / "exercises" / "tokens.css"
SHEET = """
body { margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 64px 60px 44px; display: flex;
  flex-direction: column; background: var(--rw-papier); color: var(--rw-inkt); font-family: var(--rw-letter); }
p { margin: 0 0 18px; font-size: 30px; color: var(--rw-zacht); }
h1 { margin: 0; font-size: 68px; line-height: 1.12; font-weight: 640; letter-spacing: -0.02em; text-wrap: balance; }
svg { margin-top: auto; width: 1080px; height: 290px; }
svg[viewBox="0 0 100 100"] { width: 290px; align-self: flex-end; }
"""


def card(title: str, above: str, drawn: str) -> str:
    """Return the picture as a page of HTML: a title with a line above it and a drawing below."""
    return (
        f'<!DOCTYPE html><html lang="nl" data-theme="light"><link rel="stylesheet" href="thema.css">'
        f"<style>{TOKENS.read_text(encoding='utf-8')}{SHEET}</style>"
        f"<p>{escape(above)}</p><h1>{escape(title)}</h1>{drawn}</html>"
    )


def cards() -> dict[str, str]:
    """Return the pages of HTML by the file name of their picture."""
    told = about()
    found = {share("index"): card(told.title, f"Voor {told.audience}", route_picture("De route", picture()))}
    for stop in route():
        drawn = stop_picture(stop.number, stop.title, stop.picture)
        found[share(stop.doc)] = card(stop.title, f"Halte {stop.number} · {told.title}", drawn)
    return found


def main() -> None:
    """Draw all of them."""
    folder = STYLES / "delen"
    folder.mkdir(exist_ok=True)
    with started(STYLES) as (program, address):
        page = program.new_page(viewport={"width": PICTURE[0], "height": PICTURE[1]}, color_scheme="light")
        for name, text in cards().items():
            page.goto(f"{address}thema.css")  # so that the typeface beside it may be loaded
            page.set_content(text)
            page.evaluate("document.fonts.ready")
            page.screenshot(path=folder / name)
            print(folder / name, flush=True)


if __name__ == "__main__":
    main()
