"""Print the book as one PDF, `_build/op-reis-door-organisatienetwerken.pdf`, with the browser's own print command.

It is printed twice: the first time tells on which page each chapter begins, for the contents of the second.

Usage: python tools/pdf.py
"""

import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from book_on_paper import HTML, document, headings
from open_page import started
from reiswijzer.content.about import about

TARGET = HTML.parent / "op-reis-door-organisatienetwerken.pdf"


def _beginnings(target: Path) -> dict[str, int]:
    """Return on which page, from 1, each place stands to which a link in the PDF leads."""
    reader = PdfReader(target)
    places = reader.named_destinations
    return {name.lstrip("/"): (reader.get_destination_page_number(place) or 0) + 1 for name, place in places.items()}


def _print(program: Browser, address: str, text: str, target: Path) -> None:
    """Print `text` as if it stood at `address`, beside all files of the book."""
    page = program.new_page(color_scheme="light")
    page.route(address, lambda asked: asked.fulfill(body=text, content_type="text/html"))
    page.emulate_media(media="print")
    page.goto(address, wait_until="load", timeout=120_000)
    page.evaluate("document.fonts.ready.then(() => {})")  # a typeface that comes late would move every page
    page.pdf(path=target, prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
    page.close()


def _entries(entry: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield what stands below an entry of the outline, from top to bottom."""
    below = entry.get("/First")
    while below is not None:
        found = below.get_object()
        yield found
        yield from _entries(found)
        below = found.get("/Next")


def _name(target: Path, titles: list[str]) -> None:
    """Give the outline the titles of the headings: the browser loses the space where a heading goes on in a next line.

    Raises
    ------
    ValueError
        When the outline does not have an entry for every heading.
    """
    writer = PdfWriter(clone_from=target)
    outline = writer.root_object["/Outlines"].get_object()
    for entry, title in zip(_entries(outline), titles, strict=True):
        entry[NameObject("/Title")] = TextStringObject(title)
    writer.pdf_header = PdfReader(target).pdf_header
    writer.add_metadata({"/Author": about().maker})
    writer.write(target)


def print_book(program: Browser, address: str, target: Path) -> None:
    """Print the book that is served at `address` to `target`."""
    starts: dict[str, int] = {}
    for _ in range(2):
        text = document(starts)
        _print(program, f"{address}boek-op-papier.html", text, target)
        starts = _beginnings(target)
    _name(target, headings(text))


def main() -> None:
    """Print the book, and say where it is."""
    began = time.monotonic()
    with started(HTML) as (program, address):
        print_book(program, address, TARGET)
    pages, size = len(PdfReader(TARGET).pages), TARGET.stat().st_size / 1e6
    print(f"{pages} pages, {size:.1f} MB, {time.monotonic() - began:.0f} s: {TARGET}", flush=True)


if __name__ == "__main__":
    main()
