"""Print medians of interleaved visits: resumed from the snapshot and started plainly, cold and warm, fast and slow."""

from __future__ import annotations

import argparse
import platform
import shutil
import statistics
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, sync_playwright

from .line import Line
from .measure import CONTROLS, visit

if TYPE_CHECKING:
    from collections.abc import Iterable

_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_SLOW = (20e6 / 8, 0.04)
_KEYS = ("painted", "awake", "answer", "touch", "trip", "kB", "requests")


@dataclass(frozen=True)
class _Visits:
    """What all visits of one run of the command share."""

    browser: Browser
    line: Line
    page_name: str
    controls: str

    def fresh(self, count: int, *, plain: bool = False, reading: float = 0.0) -> list[dict[str, float]]:
        """Return ``count`` visits one after the other in a browser profile of their own: the first one is cold."""
        context = self.browser.new_context(viewport={"width": 1280, "height": 800}, service_workers="block")
        if plain:
            context.add_init_script("globalThis.liveWidgetsPlain = true")
        page = context.new_page()
        visits = []
        for _ in range(count):
            self.line.shape(self.line.rate, self.line.delay)
            measured = visit(page, self.line.address + self.page_name, reading, self.controls)
            visits.append({**measured, "kB": self.line.sent / 1000, "requests": float(self.line.requests)})
        context.close()
        return visits


def _print_row(name: str, visits: Iterable[dict[str, float]]) -> None:
    rows = list(visits)
    medians = "".join(f"{statistics.median(row[key] for row in rows):>10.0f}" for key in _KEYS)
    print(f"{name:<34}{len(rows):>3}{medians}", flush=True)  # noqa: T201  # this is the output of the command


def main() -> None:
    """Measure as the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m sphinx_live_widgets.bench", description=__doc__)
    parser.add_argument("html", type=Path, help="folder of the built book")
    parser.add_argument("page", help="page with a live widget, relative to that folder")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--browser", choices=["chromium", "firefox"], default="chromium")
    parser.add_argument("--control", default=CONTROLS, help="selector of the control that is touched")
    parser.add_argument("--executable", default=None, help="path of the browser")
    chosen = parser.parse_args()
    line = Line(chosen.html)
    threading.Thread(target=line.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        kind = getattr(playwright, chosen.browser)
        path = chosen.executable or shutil.which(chosen.browser)
        browser = kind.launch(executable_path=path, args=_QUIET if chosen.browser == "chromium" else [])
        print(f"{chosen.browser} {browser.version}, {platform.machine()}, milliseconds, medians")  # noqa: T201
        print(f"{'':<34}{'n':>3}" + "".join(f"{key:>10}" for key in _KEYS))  # noqa: T201
        visits = _Visits(browser, line, chosen.page, chosen.control)
        results: dict[str, list[dict[str, float]]] = {}
        for _ in range(chosen.runs):
            for name, plain in (("snapshot", False), ("plain start", True)):
                line.shape(0, 0)
                cold, warm = visits.fresh(2, plain=plain)
                results.setdefault(f"{name}, cold", []).append(cold)
                results.setdefault(f"{name}, warm", []).append(warm)
            for name, reading in (("touched at once", 0.0), ("touched after 10 s", 10.0)):
                line.shape(*_SLOW)
                results.setdefault(f"20 Mbit/s 40 ms, {name}", []).extend(visits.fresh(1, reading=reading))
        for name, rows in results.items():
            _print_row(name, rows)
        browser.close()
    line.shutdown()
    line.server_close()


if __name__ == "__main__":
    main()
