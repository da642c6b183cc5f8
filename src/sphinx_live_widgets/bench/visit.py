"""One visit of a reader, driven by ``reader.js`` inside the page."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from .line import Line

#: What is touched unless the caller says otherwise.
CONTROLS = ".live-widget-view :is(.noUi-handle, button:not([disabled]), input[type=radio])"


@dataclass(frozen=True)
class Reader:
    """What a reader does on a page.

    Attributes
    ----------
    control
        Selector of what is touched, the first one that is on the screen.
    ready
        Selector that matches once everything is painted; empty: the control is enough.
    answer
        Selector of the text that Python changes; empty: the event ``live-widgets-answer`` tells.
    reading
        Milliseconds between painted and the first touch.
    again
        Milliseconds after which an unanswered touch is repeated; 0 is never.
    trips
        How many more touches follow the first answer; their median is ``trip``.
    limit
        Milliseconds after which a visit has failed.
    """

    control: str = CONTROLS
    ready: str = "html[data-live-widgets]"
    answer: str = ""
    reading: float = 0.0
    again: float = 0.0
    trips: int = 5
    limit: float = 90_000.0


class Failed(SystemExit):
    """A visit came to nothing; one among many may be left out."""


def send(context: BrowserContext, reader: Reader) -> Page:
    """Let a reader into every page of a browser profile, and return its first page."""
    script = (Path(__file__).parent / "reader.js").read_text(encoding="utf-8")
    context.add_init_script(f"globalThis.benchPlan = {json.dumps(asdict(reader))};\n{script}")
    return context.new_page()


def visit(page: Page, address: str, line: Line | None = None) -> dict[str, float]:
    """Open a page and wait for its reader.

    Returns
    -------
    dict
        Milliseconds since navigation: ``painted`` (the end of the frame with all widgets in it), ``awake`` and
        ``answer``; ``touch`` (from the first touch to its answer) and ``trip`` (the same, once awake); with a line also
        ``kB`` and ``requests`` of the visit.

    Raises
    ------
    Failed
        If there is nothing to touch, or no answer within the limit.
    """
    try:
        page.goto(address, wait_until="commit")
        measured: dict[str, float] = page.evaluate("globalThis.bench")
    except Error as error:
        raise Failed(f"{address}: {error.message.splitlines()[0]}") from error
    if line is None:
        return measured
    line.settle()
    return {**measured, "kB": line.sent / 1000, "requests": float(line.requests)}
