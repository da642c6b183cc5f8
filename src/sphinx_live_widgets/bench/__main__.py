"""Say how fast pages with live widgets are: medians of interleaved visits, with the least and the most beside them."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from . import about, aims, book, browsers, growth, report, step
from .line import Line
from .peers import compare
from .visit import CONTROLS, Reader

if TYPE_CHECKING:
    from .results import Section

_EPILOG = """
columns: painted (end of the frame that shows all widgets), awake (Python can answer) and answer (to the first touch)
count from navigation; touch is from the first touch to its answer, trip the same once Python is awake; kB is what the
server sent, compressed as a usual server does. A touch follows at once when the widgets are painted, except where the
name of a row says otherwise. Cold is a profile with an empty cache in a browser that runs already, warm is the second
visit in it. Nothing fails because it is slow.
"""


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m sphinx_live_widgets.bench",
        description=__doc__,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("html", type=Path, help="folder of the built book")
    parser.add_argument("page", help="page with a live widget, relative to that folder")
    visits = parser.add_argument_group("visits to the page")
    visits.add_argument("--runs", type=int, default=7, metavar="N", help="visits of each kind (default: 7)")
    visits.add_argument("--only", default="", metavar="TEXT", help="only what has this in the name of its row")
    visits.add_argument(
        "--browser",
        action="append",
        choices=sorted(browsers.PROGRAMS),
        help="may be given twice; default: every one that is installed",
    )
    visits.add_argument(
        "--control", default=CONTROLS, metavar="SELECTOR", help="what is touched; default: the first control"
    )
    visits.add_argument(
        "--aims", type=Path, metavar="FILE", help="TOML file of [[aims]]: what, series, column, must, aim"
    )
    visits.add_argument(
        "--build", metavar="COMMAND", help="builds the book; run again to time the step of an unchanged build"
    )
    more = parser.add_argument_group("more to measure")
    more.add_argument(
        "--growth", action="store_true", help="tiny books of 1, 10, 50 and 200 widgets, five cold visits each"
    )
    more.add_argument(
        "--peers", action="store_true", help="the same widget in Voila and Voici (installed into the cache)"
    )
    more.add_argument("--no-page", action="store_true", help="leave out the page of the book")
    more.add_argument("--cache", type=Path, help="cache of the book builds (default: beside the folder of the book)")
    output = parser.add_argument_group("output")
    output.add_argument("--markdown", action="store_true", help="print Markdown, to paste into a page")
    output.add_argument("--json", type=Path, metavar="FILE", help="also write every single visit as data")
    output.add_argument(
        "--into",
        type=Path,
        metavar="FILE",
        help="also replace what stands between <!-- bench: ... --> marks in a Markdown file",
    )
    return parser


def _tell(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr, flush=True)  # noqa: T201


def _measure(chosen: argparse.Namespace, names: list[str]) -> dict[str, list[Section]]:
    cache = (chosen.cache or chosen.html.parent / ".live-widgets-cache").resolve()
    parts: dict[str, list[Section]] = {"page": [], "growth": [], "peers": []}
    if chosen.build and not chosen.no_page:
        _tell("building again, with nothing changed")
        parts["page"].append(step.unchanged_builds(chosen.build, chosen.runs))
    reader = Reader(control=chosen.control)
    for name in names:
        with sync_playwright() as playwright, browsers.launch(playwright, name) as browser:
            _tell(f"{name} {browser.version}")
            if not chosen.no_page:
                with Line(chosen.html) as line:
                    measured = book.measure(
                        browser, line, chosen.page, reader, runs=chosen.runs, tell=_tell, only=chosen.only
                    )
                parts["page"].append(measured)
            if chosen.growth:
                parts["growth"].append(growth.measure(browser, cache, _tell))
            if chosen.peers:
                parts["peers"].append(compare.measure(browser, cache, chosen.runs, _tell))
    return {part: sections for part, sections in parts.items() if sections}


def main() -> None:
    """Measure as the command line asks."""
    chosen = _arguments().parse_args()
    page = chosen.html / chosen.page
    if not page.is_file():
        raise SystemExit(f"bench: there is no {page}; build the book first")
    wanted = aims.read_aims(chosen.aims) if chosen.aims else []
    names = chosen.browser or browsers.installed()
    browsers.check(names)
    header = about.about(page)
    parts = _measure(chosen, names)
    header["load when it ended"] = about.load()
    # First what cannot fail, so that no hour of measuring is lost on a wrong path.
    print(report.whole(header, parts, wanted, markdown=chosen.markdown), flush=True)  # noqa: T201  # the output
    if chosen.json:
        data = {"about": header, **{part: [asdict(one) for one in found] for part, found in parts.items()}}
        chosen.json.write_text(json.dumps(data, indent=1), encoding="utf-8")
    if chosen.into:
        report.write_into(chosen.into, header, parts, wanted)


if __name__ == "__main__":
    main()
