"""Visits to one page of the book: from the snapshot and plainly, cold and warm, over a fast line and a slow one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sphinx_live_widgets.builder.offline import NAME as SERVICE

from . import browsers
from .results import VISIT, Section
from .visit import Failed, Reader, send, visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from .line import Line

SLOW = {"rate": 20e6 / 8, "delay": 0.04}
SLOW_NAME = "20 Mbit/s 40 ms"
READING = 10_000.0
_KEPT = """() => Promise.race([
    navigator.serviceWorker.ready.then(() => true),
    new Promise(done => setTimeout(() => done(false), 60_000)),
])"""


@dataclass(frozen=True)
class Plan:
    """A reader with a new profile who comes once, or a second time: ``names`` has a series for each visit."""

    names: tuple[str, ...]
    slow: bool = False
    plain: bool = False
    reading: float = 0.0
    keeps: bool = False


PLANS = (
    Plan(("snapshot, cold", "snapshot, warm")),
    Plan(("plain start, cold", "plain start, warm"), plain=True),
    Plan(("", "kept for offline use"), keeps=True),
    Plan((f"{SLOW_NAME}, touched at once", f"{SLOW_NAME}, warm"), slow=True),
    Plan((f"{SLOW_NAME}, touched after 10 s",), slow=True, reading=READING),
    Plan((f"{SLOW_NAME}, plain start",), slow=True, plain=True),
)


def _carry_out(
    plan: Plan, browser: Browser, line: Line, address: str, reader: Reader
) -> Iterator[tuple[str, dict[str, float]]]:
    with browsers.profile(browser, keeps=plan.keeps) as context:
        if plan.plain:
            context.add_init_script("globalThis.liveWidgetsPlain = true")
        page = send(context, replace(reader, reading=plan.reading))
        for name in plan.names:
            line.shape(**SLOW if plan.slow else {})
            row = visit(page, address, line)
            if name:
                yield name, row
            if plan.keeps and not page.evaluate(_KEPT):
                raise Failed(f"{address}: the book was not kept for offline use within a minute")


def measure(
    browser: Browser,
    line: Line,
    page_name: str,
    reader: Reader,
    *,
    runs: int,
    tell: Callable[[str], None],
    only: str = "",
) -> Section:
    """Measure a page ``runs`` times in all ways with ``only`` in their name; each run begins with another way.

    Raises
    ------
    SystemExit
        If no way has that in its name.
    """
    title = f"{browser.browser_type.name} {browser.version}, {page_name}, milliseconds: median (least–most)"
    is_kept = (line.folder / SERVICE).exists()
    plans = [plan for plan in PLANS if (is_kept or not plan.keeps) and any(only in name for name in plan.names)]
    if not plans:
        raise SystemExit(f"bench: no row of the table has {only!r} in its name")
    # The table keeps the order of the plans.
    section = Section(title, VISIT, {name: [] for plan in plans for name in plan.names if name})
    address = line.address + page_name
    with browsers.profile(browser) as context:  # a first visit warms the machine up and does not count
        visit(send(context, reader), address, line)
    for run in range(runs):
        tell(f"run {run + 1} of {runs}")
        for plan in plans[run % len(plans) :] + plans[: run % len(plans)]:
            try:
                for name, row in _carry_out(plan, browser, line, address, reader):
                    section.add(name, row)
            except Failed as error:  # the column n shows one visit less
                tell(str(error))
    return section
