"""Let readers who do anything loose on the built book, and say what broke, what was lost and what grew.

    python tools/soak.py                       500 journeys, from a new seed
    python tools/soak.py --seed 7 --only 37    journey 37 of that seed once more, telling each act

All journeys run after each other in one browser with one profile, as on one device; each begins with an empty journal.
It fails on an uncaught error, an error in the console, a request to another host, an entry that is lost, an exercise
that does not wake, and memory that grows. What a journey does follows from the seed, but not when: a slow machine finds
other things to click on, so one that failed may need a few tries to fail again.
"""

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Playwright, sync_playwright

import browser

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "browser"))

from built_book import HTML, pages, served

from soak_memory import Standing, at_rest, growing
from soak_reader import Reader, TroubleError, Watch

#: Journeys between two measurements of memory.
EVERY = 10
#: With more failures than this it is the book or the machine, not a journey.
TOO_MANY = 25


def _holds(page: str) -> set[str]:
    marks = {"field": "<textarea", "exercise": 'id="live-widgets-config"'}
    return {what for what, mark in marks.items() if mark in page}


class Device:
    """A browser with one profile that lives through all journeys, and beside it a page that stays open."""

    def __init__(self, playwright: Playwright, address: str) -> None:
        own = playwright.chromium.executable_path
        settings = browser.launch_arguments(browser.CHROMIUM, browser.installed(browser.CHROMIUM), own)
        self.program = playwright.chromium.launch(**settings)
        self.context: BrowserContext = self.program.new_context(viewport={"width": 1100, "height": 900})
        self.watch = Watch(self.context, address)
        self.standing = Standing(self.program.new_page(), address)

    def close(self) -> None:
        """Close the browser, also one that has broken."""
        try:
            self.program.close()
        except Error as error:
            print(f"the browser did not close: {error.message}", flush=True)


class Soak:
    """All journeys of a seed, and what became of them."""

    def __init__(self, playwright: Playwright, address: str, seed: int, acts: int) -> None:
        self.playwright, self.address, self.seed, self.acts = playwright, address, seed, acts
        self.places = {place: _holds((HTML / place).read_text(encoding="utf-8")) for place in pages()}
        self.done: Counter[str] = Counter()
        self.failed: list[str] = []
        self.measured: dict[str, list[tuple[float, float]]] = {"browser": [], "page": []}
        self.device = Device(playwright, address)

    def journey(self, number: int, *, aloud: bool) -> None:
        """Let one reader go."""
        self.device.watch.heard.clear()
        told = (lambda text: print(f"    {text}", flush=True)) if aloud else (lambda _: None)
        reader = Reader(self.device.context, self.device.watch, self.places, f"{self.seed}.{number}", told)
        try:
            reader.travel(self.acts)
        except (TroubleError, Error) as error:
            self._failure(number, str(error), reader.log)
        except Exception:  # noqa: BLE001 - an hour of journeys must not end with one that this program did not foresee
            self._failure(number, traceback.format_exc(), reader.log)
        self.done += reader.done
        try:
            self.device.watch.offline = False
            reader.close()
        except Error as error:
            self._failure(number, f"the browser broke: {error.message}", reader.log)
            self.device.close()
            self.device = Device(self.playwright, self.address)

    def _failure(self, number: int, what: str, log: list[str]) -> None:
        self.failed.append(f"journey {number}: {what.splitlines()[0] if what else what}")
        print(f"\nFAILED journey {number}: {what}", flush=True)
        print("".join(f"    {line}\n" for line in log[-12:]), end="", flush=True)
        print(f"  again: make soak SOAK='--seed {self.seed} --only {number} --acts {self.acts}'\n", flush=True)

    def close(self) -> None:
        """Close the browser that is there now."""
        self.device.close()

    def measure(self, journeys: int) -> str:
        """Measure what the browser holds with the pages of all readers closed."""
        page, _ = self.device.standing.measure()
        self.measured["page"].append((journeys, page))
        held = at_rest()
        whole = sum(map(sum, held.values()))
        self.measured["browser"].append((journeys, whole))
        kinds = ", ".join(f"{len(held[kind])} {kind} {sum(held[kind]):.0f}" for kind in sorted(held))
        return f"page {page:.1f} MB, browser {whole:.0f} MB ({kinds})"

    def summary(self, journeys: int, seconds: float) -> bool:
        """Print what was done and what went wrong; return whether all is well."""
        lines, grown = growing(self.measured)
        counted = ", ".join(f"{count} {name}" for name, count in sorted(self.done.items()))
        print(f"\n{journeys} journeys, seed {self.seed}, in {seconds / 60:.1f} minutes\n  {counted}")
        for line in lines:
            print(f"  memory, {line}")
        for line in (*self.failed, *grown):
            print(f"  FAILED {line}")
        print(
            "  all well" if not self.failed and not grown else f"  {len(self.failed) + len(grown)} failures", flush=True
        )
        return not self.failed and not grown


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--journeys", type=int, default=500, metavar="N")
    parser.add_argument("--seed", type=int, default=random.randrange(10_000), help="what the journeys follow from")  # noqa: S311
    parser.add_argument("--only", type=int, metavar="N", help="only this journey, aloud")
    parser.add_argument("--first", type=int, default=1, metavar="N", help="go on from this journey (default: 1)")
    parser.add_argument("--acts", type=int, default=14, metavar="N", help="acts in a journey (default: 14)")
    parser.add_argument("--minutes", type=float, default=0, metavar="N", help="stop after so many minutes")
    return parser.parse_args()


def main() -> None:
    """Run the journeys that the command line asks for."""
    asked = _arguments()
    if not (HTML / "index.html").exists():
        sys.exit("Build the book first: make build")
    numbers = [asked.only] if asked.only else range(asked.first, asked.first + asked.journeys)
    print(f"soak: seed {asked.seed}; stop with Ctrl+C, go on with --seed {asked.seed} --first N", flush=True)
    began = time.monotonic()
    ran = 0
    with ExitStack() as stack:
        address = stack.enter_context(served(HTML))
        soak = Soak(stack.enter_context(sync_playwright()), address, asked.seed, asked.acts)
        stack.callback(soak.close)
        try:
            for number in numbers:
                soak.journey(number, aloud=asked.only is not None)
                ran += 1
                if ran % EVERY == 0:
                    minutes = (time.monotonic() - began) / 60
                    print(f"{number:5}  {minutes:5.1f} min  {len(soak.failed)} failed  {soak.measure(ran)}", flush=True)
                late = asked.minutes and time.monotonic() - began > 60 * asked.minutes
                if late or len(soak.failed) > TOO_MANY:
                    break
        except KeyboardInterrupt:
            print("\nstopped", flush=True)
        well = soak.summary(ran, time.monotonic() - began)
    sys.exit(not well)


if __name__ == "__main__":
    main()
