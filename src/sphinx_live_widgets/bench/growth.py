"""How snapshot, page and first answer grow with the number of widgets."""

from __future__ import annotations

import contextlib
import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from . import browsers, tiny
from .line import Line
from .results import Section
from .visit import Failed, Reader, send, visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

COUNTS = (1, 10, 50, 200)
VISITS = 5
_COLUMNS = ("snapshot MB", "page kB raw", "painted", "awake", "answer")


def _sizes(html: Path) -> dict[str, float]:
    names = json.loads((html / "_live" / "files.json").read_text(encoding="utf-8"))
    return {
        "snapshot MB": (html / "_live" / names["snapshot"]).stat().st_size / 1e6,
        "page kB raw": (html / "index.html").stat().st_size / 1e3,
    }


def measure(browser: Browser, cache: Path, tell: Callable[[str], None], counts: tuple[int, ...] = COUNTS) -> Section:
    """Build a tiny book for each count and visit them in turn, each time with an empty cache."""
    reader = replace(tiny.READER, ready=Reader().ready)  # painted is when all of them are
    section = Section(
        f"{browser.browser_type.name} {browser.version}, growth, milliseconds: median (least–most)", _COLUMNS
    )
    with tempfile.TemporaryDirectory() as place, contextlib.ExitStack() as stack:
        lines, sizes = {}, {}
        for count in counts:
            tell(f"building a tiny book of {count} widget(s)")
            html = tiny.build(Path(place) / str(count), count, cache)
            sizes[count] = _sizes(html)
            lines[count] = stack.enter_context(Line(html))
        for run in range(VISITS + 1):
            for count in counts:
                tell(f"{count} widget(s), visit {run} of {VISITS}")
                lines[count].shape()
                try:
                    with browsers.profile(browser) as context:
                        row = visit(send(context, reader), lines[count].address + "index.html", lines[count])
                except Failed as error:
                    tell(str(error))
                    continue
                if run:  # the first one warms the machine up
                    section.add(f"{count} widget" + "s" * (count > 1), {**row, **sizes[count]})
    return section
