"""Make the picture of the README: an exercise in its chapter, awake.

Usage: python tools/picture.py
"""

from pathlib import Path

from open_page import opened

TARGET = Path(__file__).resolve().parent.parent / "docs" / "exercise.png"
PAGE = "book/reis/3-leiderschap.html"
FRAME = ".rw-oefenkader"
SIZE = {"width": 1000, "height": 740}


def main() -> None:
    """Wait until the exercise is awake, and say where its picture is."""
    with opened(PAGE, viewport=SIZE) as page:
        frame = page.locator(FRAME).first
        # Always downwards: on the way up the page shows a button.
        for above in (200, 80):
            frame.evaluate("(frame, above) => scrollBy(0, frame.getBoundingClientRect().top - above)", above)
            page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
        page.screenshot(path=TARGET, animations="disabled")
    print(f"The picture: {TARGET} ({TARGET.stat().st_size // 1000} kB)", flush=True)


if __name__ == "__main__":
    main()
