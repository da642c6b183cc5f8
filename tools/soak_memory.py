"""What a browser holds while readers come and go, and whether that grows."""

import itertools
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

import psutil
from playwright.sync_api import Page

STANDING = "book/reis/3-leiderschap.html"
STEPS = ".rw-oefening .rw-stappen .rw-stap"
#: With fewer measurements a slope says nothing, and the first ones still see caches fill.
ENOUGH = 8
MB = 1024 * 1024
#: Seconds: without a process that comes or goes before a browser is measured; the most to wait for that; between looks.
QUIET, PATIENCE, POLL = 3.0, 60.0, 0.25
#: The most that may be added per 100 journeys, in MB. They open some 500 pages with a Python of about 100 MB each: one
#: of those that stays behind is too much. The page that stays open answers 100 clicks: 20 kB for each is too much.
LIMITS = {"browser": 100.0, "page": 2.0}


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Return how much the second number of a point grows per 1 of the first: the median over all pairs (Theil-Sen).

    One odd measurement does not move it, as it does a fitted line.

    Raises
    ------
    ValueError
        With fewer than two points, or with points that all lie at one place.
    """
    found = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in itertools.combinations(points, 2) if a[0] != b[0]]
    if not found:
        raise ValueError("a slope needs measurements at two moments")
    return statistics.median(found)


def growing(measured: dict[str, list[tuple[float, float]]]) -> tuple[list[str], list[str]]:
    """Return a line about the growth of each series of (journeys, MB), and which of them grow too much.

    The first quarter of a series is left out: caches fill.
    """
    lines, wrong = [], []
    for name, points in measured.items():
        settled = points[len(points) // 4 :]
        if len(points) < ENOUGH:
            lines.append(f"{name}: {len(points)} measurements, too few for a slope (it takes {ENOUGH})")
            continue
        grown, limit = 100 * slope(settled), LIMITS[name]
        first, last = settled[0][1], settled[-1][1]
        line = f"{name}: {first:.1f} to {last:.1f} MB, {grown:+.1f} MB per 100 journeys, limit {limit:.0f}"
        lines.append(line)
        if grown > limit:
            wrong.append(f"memory grows: {line}")
    return lines, wrong


def _kind(process: psutil.Process) -> str:
    """Return what a process of a browser is for: "renderer", "gpu-process", "utility", or "browser" for the first."""
    given = next((part for part in process.cmdline() if part.startswith("--type=")), "--type=browser")
    return given.removeprefix("--type=")


def of_browser() -> dict[str, list[float]]:
    """Return what each process of the browsers that this program started takes, in MB, by what it is for.

    Of memory that processes share each counts its part (PSS), where the system tells.
    """
    found: dict[str, list[float]] = {}
    for process in psutil.Process().children(recursive=True):
        try:
            if Path(process.exe()).name == "node":
                continue  # Playwright's own, which calls itself something else
            told = process.memory_full_info()
            found.setdefault(_kind(process), []).append(getattr(told, "pss", told.rss) / MB)
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return found


def at_rest() -> dict[str, list[float]]:
    """Return `of_browser` once no process comes or goes (that of a closed page does), or after `PATIENCE`."""
    quiet_since, until = time.monotonic(), time.monotonic() + PATIENCE
    before: set[int] = set()
    while time.monotonic() < min(quiet_since + QUIET, until):
        now = {process.pid for process in psutil.Process().children(recursive=True)}
        if now != before:
            before, quiet_since = now, time.monotonic()
        time.sleep(POLL)
    return of_browser()


class Standing:
    """A page that a reader leaves open, and in which each measurement does some clicks."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        page.goto(address + STANDING)
        page.locator(".rw-oefening").first.scroll_into_view_if_needed()
        page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
        self.session = page.context.new_cdp_session(page)
        self.session.send("Performance.enable")

    def measure(self) -> tuple[float, int]:
        """Take ten steps in the exercise; return what JavaScript still needs, in MB, and how many nodes are kept."""
        steps = self.page.locator(STEPS)
        for number in range(10):
            step = steps.nth((number + 1) % steps.count())
            step.click()
            self.page.locator(f"{STEPS}.rw-hier").filter(has_text=step.inner_text()).wait_for()
        for _ in range(2):  # what the first round sets free lets go of more
            self.session.send("HeapProfiler.collectGarbage")
        metrics = {one["name"]: one["value"] for one in self.session.send("Performance.getMetrics")["metrics"]}
        return float(metrics["JSHeapUsedSize"]) / MB, int(metrics["Nodes"])
