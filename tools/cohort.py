"""Say how long it takes to lay share files side by side: 5, 25 and 250 in the page, 10,000 with pandas.

Usage: python tools/cohort.py [rounds]
Nothing fails because it is slow. Each line is the median of the rounds (default 7), with the least and the most. The
page is timed from the drop of the files until the figures are there, with Python awake.
"""

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Page

from open_page import started
from reiswijzer.cohort import bets, frames
from reiswijzer.cohort.answers import statements
from reiswijzer.cohort.gather import files_in, gather
from reiswijzer.journal import share
from reiswijzer.journal.share import Sentence, Share

if TYPE_CHECKING:
    from collections.abc import Callable

HTML = Path(__file__).resolve().parent.parent / "_build" / "html"
PAGE = "book/thuiskomst/naast-elkaar.html"
IN_PAGE = (5, 25, 250)
IN_NOTEBOOK = 10_000
WORDS = ("huurder", "wijk", "regie", "tafel", "zorg", "gemeente", "overleg", "deur", "brug", "geld", "uren", "buurt")
DROP = """
async (files) => {
    const said = document.querySelector('.rw-samen .rw-status');
    const until = (words) => new Promise((done) => {
        const look = () => said.textContent.includes(words) && (seen.disconnect(), requestAnimationFrame(done));
        const seen = new MutationObserver(look);
        seen.observe(said, {childList: true, subtree: true, characterData: true});
    });
    const carried = new DataTransfer();
    for (const [name, text] of files) carried.items.add(new File([text], name));
    const there = until('doen mee');
    const start = performance.now();
    document.querySelector('.rw-samen').dispatchEvent(
        new DragEvent('drop', {dataTransfer: carried, bubbles: true, cancelable: true}));
    await there;
    const took = performance.now() - start;
    const away = until('weggelegd');
    [...document.querySelectorAll('.rw-samen button')].find((one) => one.textContent === 'Leg alles weg').click();
    await away;
    return took;
}
"""


def traveller(number: int, chance: random.Random) -> Share:
    """Return a made-up traveller who shares all there is to share and four sentences."""
    birds = sorted(share.birds())
    scores = {ident: chance.randint(1, 5) for ident in statements()}
    again = {ident: min(max(score + chance.randint(-1, 1), 1), 5) for ident, score in scores.items()}
    placed = {bet.id: chance.choice(list(bet.options)) for bet in bets.known()}
    said = [Sentence(f"{stop}-tafel-1", f"{number} {' '.join(chance.choices(WORDS, k=14))}.") for stop in (1, 2, 3, 4)]
    label = f"{birds[number // 10_000]} {number % 10_000:04d}"
    return Share(label, chance.choice(["bestuurder", "commissaris"]), scores, again, placed, tuple(said))


def files(number: int) -> list[tuple[str, str]]:
    """Return this many files, the same in every run."""
    chance = random.Random(number)  # noqa: S311 - made-up answers
    return [(f"deelbestand-{each}.json", share.write(traveller(each, chance))) for each in range(number)]


def report(what: str, times: list[float]) -> None:
    """Print a line of milliseconds."""
    print(f"{what:44} {statistics.median(times):8.0f} ms ({min(times):.0f}-{max(times):.0f})", flush=True)


def in_page(page: Page, address: str, rounds: int) -> None:
    """Time the page for each number of files; the first time, when nothing has been read before, is not counted."""
    page.goto(address + PAGE)
    page.locator(".rw-samen").scroll_into_view_if_needed()
    page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
    for number in IN_PAGE:
        group = files(number)
        times = [page.evaluate(DROP, group) for _ in range(rounds + 1)][1:]
        report(f"{number} travellers in the page, awake", times)


def in_notebook(rounds: int) -> None:
    """Time reading a folder and making every table, one after the other."""
    tables: list[Callable[..., object]] = [
        *(frames.divergence, frames.groups, frames.shifts, frames.guesses, frames.shared),
        lambda shares: frames.sentences(shares, 1),
    ]
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files(IN_NOTEBOOK):
            (Path(folder) / name).write_text(text, encoding="utf-8")
        reading, making = [], []
        for _ in range(rounds):
            start = time.perf_counter()
            gathering = gather(files_in(Path(folder)))
            read = time.perf_counter()
            for table in tables:
                table(gathering.shares)
            reading.append((read - start) * 1000)
            making.append((time.perf_counter() - read) * 1000)
    if len(gathering.shares) != IN_NOTEBOOK:
        sys.exit(f"only {len(gathering.shares)} of {IN_NOTEBOOK} files took part: {gathering.refused[:3]}")
    report(f"{IN_NOTEBOOK} travellers in Python: reading", reading)
    report(f"{IN_NOTEBOOK} travellers in Python: all tables", making)


def main() -> None:
    """Print all medians."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with started(HTML) as (program, address):
        in_page(program.new_page(), address, rounds)
    in_notebook(rounds)


if __name__ == "__main__":
    main()
