"""Say how soon an exercise of the built book replies, while Python is awake: from a click or choice to a changed page.

Usage: python tools/replies.py [rounds]
Nothing fails because it is slow. Each line is the median of the rounds (default 21), with the least and the most.
"""

import statistics
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import browser
import serve

HTML = Path(__file__).resolve().parent.parent / "_build" / "html"
MEASURE = """
async ({rounds, place, acts}) => {
    const shown = (one) => one.getBoundingClientRect().width > 0;
    const find = (selector, text) => [...document.querySelectorAll(selector)]
        .find((one) => shown(one) && (!text || one.textContent.trim() === text));
    const idle = () => new Promise((done) => requestIdleCallback(() => done()));
    const changed = () => new Promise((done) => new MutationObserver((_, seen) => (seen.disconnect(), done()))
        .observe(document.querySelector(place), {childList: true, subtree: true, characterData: true}));
    const times = [];
    for (let round = 0; round < rounds; round += 1) {
        for (const [index, {selector, text, value}] of acts.entries()) {
            await idle();
            const waiting = changed();
            const one = find(selector, text);
            const start = performance.now();
            if (value) {
                one.value = value;
                one.dispatchEvent(new Event('change', {bubbles: true}));
            } else one.click();
            await waiting;
            if (index === acts.length - 1) times.push(performance.now() - start);
        }
    }
    return times;
}
"""


@dataclass(frozen=True)
class Reply:
    """What is measured: the last of `acts`, in a page after `steps` (names of buttons), seen in `place` (selector)."""

    what: str
    page: str
    steps: tuple[str, ...]
    place: str
    acts: tuple[dict[str, str], ...]


def _press(text: str) -> dict[str, str]:
    return {"selector": ".rw-oefening button", "text": text}


def _choose(value: str) -> dict[str, str]:
    return {"selector": ".rw-reliance-mine select", "value": value}


REPLIES = (
    Reply(
        "48 organisations, 1,128 lines drawn",
        "book/reis/2-grenzeloos.html",
        ("3. Regisseur",),
        ".rw-oefening",
        (_press("Eén regisseur"), _press("Iedereen met iedereen")),
    ),
    Reply(
        "a choice in the table of six seats",
        "book/reis/3-leiderschap.html",
        ("5. Uw tafel", "Stoel erbij", "Zet wat nog leeg is"),
        ".rw-oefening .rw-reliance ~ .rw-figuur",
        (_choose("4"), _choose("5")),
    ),
    Reply(
        "next puzzle of the network",
        "book/reis/4-dynamisch.html",
        ("2. Speel",),
        ".rw-oefening .rw-net-tekening",
        (_press("Volgende puzzel"), _press("Vorige puzzel")),
    ),
    Reply(
        "to another step of exercise 1",
        "book/reis/1-resultaat.html",
        (),
        ".rw-oefening .rw-status",
        (_press("2. Zie"), _press("3. Basislijn")),
    ),
)


def measure(page: Page, address: str, reply: Reply, rounds: int) -> list[float]:
    """Return the times of a reply in milliseconds."""
    page.goto(address + reply.page)
    exercise = page.locator(".rw-oefening").first
    exercise.scroll_into_view_if_needed()
    page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
    for name in reply.steps:
        exercise.get_by_role("button", name=name).click()
    page.wait_for_timeout(1000)  # what the last click set in motion is over
    asked = {"rounds": rounds, "place": reply.place, "acts": list(reply.acts)}
    return list(page.evaluate(MEASURE, asked))


def main() -> None:
    """Print the median reply of each exercise."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    server = serve.server(HTML, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    with sync_playwright() as playwright:
        kind = browser.CHROMIUM
        own = playwright.chromium.executable_path
        with playwright.chromium.launch(**browser.launch_arguments(kind, browser.installed(kind), own)) as program:
            for reply in REPLIES:
                times = measure(program.new_page(), address, reply, rounds)
                found = statistics.median(times), min(times), max(times)
                print(f"{reply.what:40} {found[0]:6.1f} ms ({found[1]:.1f}-{found[2]:.1f})", flush=True)
    server.shutdown()


if __name__ == "__main__":
    main()
