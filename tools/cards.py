"""Print the cards of the built book to `_build/kaarten.pdf`, as a reader does with the browser's own print command.

Usage: python tools/cards.py
"""

from pathlib import Path

from open_page import opened

PAGE = "book/begeleiders/kaarten.html"
TARGET = Path(__file__).resolve().parent.parent / "_build" / "kaarten.pdf"


def main() -> None:
    """Print the cards, each sheet as the page itself sizes it, and say where they are."""
    with opened(PAGE) as page:
        page.pdf(path=TARGET, prefer_css_page_size=True, print_background=True, tagged=True)
    print(f"The cards: {TARGET}", flush=True)


if __name__ == "__main__":
    main()
