"""Visit the tiny page of ours and its peers in turn."""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_live_widgets.bench import browsers, tiny
from sphinx_live_widgets.bench.book import SLOW, SLOW_NAME
from sphinx_live_widgets.bench.line import Line
from sphinx_live_widgets.bench.results import Section
from sphinx_live_widgets.bench.visit import Failed, send, visit

from . import install, voici, voila

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

_COLUMNS = ("painted", "answer", "touch", "trip", "kB", "requests")


@dataclass(frozen=True)
class Peer:
    """One of those who are compared.

    Attributes
    ----------
    name
        What it is called.
    page
        Address of the widget, below the line's where there is one.
    line
        The line that a static site is served over.
    server
        The server of a widget that has one.
    """

    name: str
    page: str
    line: Line | None = None
    server: voila.Voila | None = None

    def visits(self, browser: Browser, names: tuple[str, ...], **shape: float) -> list[tuple[str, dict[str, float]]]:
        """Visit it once for each name, in one profile that begins empty; service workers are allowed."""
        rows = []
        with browsers.profile(browser, keeps=True) as context:
            page = send(context, tiny.READER)
            for name in names:
                if self.server:
                    self.server.wait_until_ready()
                if self.line:
                    self.line.shape(**shape)
                address = self.line.address + self.page if self.line else self.page
                rows.append((f"{self.name}, {name}", visit(page, address, self.line)))
        return rows


def _peers(stack: contextlib.ExitStack, cache: Path, place: Path, tell: Callable[[str], None]) -> list[Peer]:
    tell("building the tiny book and the Voici site, starting Voila (the first time everything is installed)")
    ours = stack.enter_context(Line(tiny.build(place / "ours", 1, cache)))
    cold = stack.enter_context(voila.serve(cache, place / "voila", preheated=False))
    heated = stack.enter_context(voila.serve(cache, place / "voila-preheated", preheated=True))
    site = stack.enter_context(Line(voici.build(cache, place / "voici")))
    return [
        Peer("this extension", "index.html", line=ours),
        Peer("Voila, running", cold.address, server=cold),
        Peer("Voila, kernel preheated", heated.address, server=heated),
        Peer("Voici", voici.PAGE, line=site),
    ]


def measure(browser: Browser, cache: Path, runs: int, tell: Callable[[str], None]) -> Section:
    """Measure everybody ``runs`` times, in turn, each time beginning with another one.

    Raises
    ------
    SystemExit
        If a peer cannot be installed or started.
    """
    voila_version, voici_version = install.pinned("voila", "voila"), install.pinned("voici", "voici-core")
    title = (
        f"{browser.browser_type.name} {browser.version}, VBox(IntSlider, HTML), Voila {voila_version}, "
        f"Voici {voici_version} with Pyodide {voici.PYODIDE}, milliseconds: median (least–most)"
    )
    section = Section(title, _COLUMNS)
    with tempfile.TemporaryDirectory() as place, contextlib.ExitStack() as stack:
        peers = _peers(stack, cache, Path(place), tell)
        for peer in peers:  # a first visit warms everything up and does not count
            peer.visits(browser, ("first",))
        section.series.update({f"{peer.name}, {way}": [] for way in ("cold", "warm") for peer in peers})
        for run in range(runs):
            tell(f"peers, run {run + 1} of {runs}")
            for peer in peers[run % len(peers) :] + peers[: run % len(peers)]:
                try:
                    found = peer.visits(browser, ("cold", "warm"))
                    if peer.line:
                        found += peer.visits(browser, (SLOW_NAME,), **SLOW)
                except Failed as error:
                    tell(str(error))
                    continue
                for name, row in found:
                    section.add(name, row)
    return section
