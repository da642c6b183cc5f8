"""Say how soon the built book replies while Python is awake, and how soon it computes; fail where that is too late.

A reply is from a click or choice to a changed page and its layout. What is computed runs in the worker of a chapter
page, in the Python that readers have there. Each line is the median of the rounds, with the least and the most; the
limits stand under `[[replies]]` in tools/aims.toml.

Usage: python tools/replies.py [rounds]      (default 21)
"""

import re
import statistics
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Route

from open_page import started

AIMS = Path(__file__).resolve().parent / "aims.toml"
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
                for (const kind of ['input', 'change']) one.dispatchEvent(new Event(kind, {bubbles: true}));
            } else one.click();
            await waiting;
            document.body.getBoundingClientRect(); // the page has its new layout too
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


def _filter(domain: str) -> dict[str, str]:
    return {"selector": ".rw-filters select[name=domein]", "value": domain}


def _choose(value: str) -> dict[str, str]:
    return {"selector": ".rw-reliance-mine select", "value": value}


REPLIES = (
    Reply(
        "48 organisations, 1,128 lines drawn",
        "book/reis/2-grenzeloos.html",
        ("3. Kies een regisseur",),
        ".rw-oefening",
        (_press("Eén regisseur"), _press("Iedereen met iedereen")),
    ),
    Reply(
        "a choice in the table of six seats",
        "book/reis/3-leiderschap.html",
        ("5. Uw eigen tafel", "Stoel erbij", "Zet wat nog leeg is"),
        ".rw-oefening .rw-reliance ~ .rw-figuur",
        (_choose("4"), _choose("5")),
    ),
    Reply(
        "next puzzle of the network",
        "book/reis/4-dynamisch.html",
        ("2. Doe drie zetten",),
        ".rw-oefening .rw-net-tekening",
        (_press("Volgende puzzel"), _press("Vorige puzzel")),
    ),
    Reply(
        "to another step of exercise 1",
        "book/reis/1-resultaat.html",
        (),
        ".rw-oefening .rw-status",
        (_press("2. Hoe het echt liep"), _press("3. Boog de lijn?")),
    ),
    Reply(
        "a filter on the map of 42 cases",
        "book/kaart/index.html",
        (),
        ".rw-stand",
        (_filter("energie"), _filter("wonen")),
    ),
)


NODES = 200
COMPUTING = "book/reis/4-dynamisch.html"
# Three contacts each on average, and a seed per ten: a cascade that runs through most of them.
PREPARE = f"""
from random import Random
from time import perf_counter
from reiswijzer.models import network
from reiswijzer.models.cascade import Puzzle, run
from reiswijzer.models.graph import Graph
chance = Random(200)
nodes = [str(number) for number in range({NODES})]
ties = {{tuple(sorted(chance.sample(nodes, 2))) for _ in range({NODES} * 3)}}
graph = Graph.of(nodes, sorted(ties))
def timed(act):
    start = perf_counter()
    act()
    return 1000 * (perf_counter() - start)
"""
COMPUTED = {
    "a cascade of 200 nodes": "run(Puzzle.of(graph, nodes[::10], 0.3))",
    "betweenness of 200 nodes": "network.betweenness(graph)",
    "closeness of 200 nodes": "network.closeness(graph)",
    "articulation points of 200 nodes": "network.articulation_points(graph)",
    "constraint of 200 nodes": "network.constraint(graph)",
    "density and centralisation of 200 nodes": "network.density(graph), network.degree_centralisation(graph)",
}
WAKES = re.compile(r"\(await (\w+)\.start\((.*?)\)\)\.pyimport\(")


def opened(page: Page, address: str) -> None:
    """Open a page with an exercise and wait until its Python is awake."""
    page.goto(address)
    if not page.locator(".rw-oefening").count():
        return  # a page that needs no Python
    page.locator(".rw-oefening").first.scroll_into_view_if_needed()
    page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")


def measure(page: Page, address: str, reply: Reply, rounds: int) -> list[float]:
    """Return the times of a reply in milliseconds."""
    opened(page, address + reply.page)
    for name in reply.steps:
        page.locator(".rw-oefening").first.get_by_role("button", name=name).click()
    page.wait_for_timeout(1000)  # what the last click set in motion is over
    asked = {"rounds": rounds, "place": reply.place, "acts": list(reply.acts)}
    return list(page.evaluate(MEASURE, asked))


def _within_reach(route: Route) -> None:
    """Let the worker of the page keep its Python where `compute` finds it; nothing else of it changes."""
    script, found = WAKES.subn(r"(self.python=await \1.start(\2)).pyimport(", route.fetch().text())
    if found != 1:
        sys.exit("replies: the script of the worker no longer starts Python as WAKES says")
    route.fulfill(body=script, content_type="text/javascript")


def compute(program: Browser, address: str, rounds: int) -> dict[str, list[float]]:
    """Return the times in milliseconds of what the Python of a page computes."""
    context = program.new_context(service_workers="block")
    context.route("**/_live/worker-*.js", _within_reach)
    page = context.new_page()
    opened(page, address + COMPUTING)
    worker = page.workers[0]
    worker.evaluate("code => self.python.runPython(code)", PREPARE)
    timing = "([code, rounds]) => Array.from({length: rounds}, () => self.python.runPython(code))"
    times = {what: worker.evaluate(timing, [f"timed(lambda: ({code}))", rounds]) for what, code in COMPUTED.items()}
    context.close()
    return times


def told(what: str, times: list[float], limits: dict[str, float]) -> bool:
    """Print one line of the table; return whether the median is within its limit, when there is one."""
    median, limit = statistics.median(times), limits.get(what)
    good = limit is None or median <= limit
    verdict = "" if limit is None else f"   at most {limit:.0f} ms: {'met' if good else 'MISSED'}"
    print(f"{what:40} {median:6.1f} ms ({min(times):.1f}-{max(times):.1f}){verdict}", flush=True)
    return good


def main() -> None:
    """Print all medians; stop with an error when one is beyond its limit."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    limits = {item["what"]: item["must"] for item in tomllib.loads(AIMS.read_text(encoding="utf-8"))["replies"]}
    if unknown := limits.keys() - COMPUTED.keys() - {reply.what for reply in REPLIES}:
        sys.exit(f"replies: {AIMS.name} has limits for what is not measured: {', '.join(sorted(unknown))}")
    missed: list[str] = []
    with started(HTML) as (program, address):
        for reply in REPLIES:
            found = told(reply.what, measure(program.new_page(), address, reply, rounds), limits)
            missed += [] if found else [reply.what]
        computed = compute(program, address, rounds)
        missed += [what for what, times in computed.items() if not told(what, times, limits)]
    if missed:
        sys.exit(f"Too late: {'; '.join(missed)}")


if __name__ == "__main__":
    main()
