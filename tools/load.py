"""Let 200 readers into the built book at once, behind nginx on this computer, and say how soon each file came.

First a browser visits the book, so that it is known what a reader fetches: all that a page with an exercise needs, with
an empty cache; what a next page then still needs; and the offline copy that the service worker makes after that. Then
wrk asks nginx for the same files over as many open connections as there are readers: once with a pause of at most
`--pause` milliseconds between two files of a reader, and once as fast as the answers come, which is more than readers
ever do. nginx has one process, and shares this computer with wrk.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import Page, sync_playwright

import browser
import nginx
import serve
from spread import machine

LUA = Path(__file__).resolve().parent / "load.lua"
FIRST = "book/reis/3-leiderschap.html"
THEN = (
    "index.html", "book/reis/1-resultaat.html", "book/kaart/index.html", "book/kaart/casussen/nexus-limburg.html",
    "book/reis/5-verhaal.html", "book/thuiskomst/uw-reisverslag.html", "book/verantwoording/begrippen.html",
)  # fmt: skip
AWAKE = "html[data-live-widgets=awake]"
MB = 1_000_000


@dataclass
class Asked:
    """What a server was asked for, in order."""

    paths: list[str] = field(default_factory=list)

    def take(self) -> list[str]:
        """Return what was asked for since the last time."""
        found, self.paths = self.paths, []
        return found


def _recorder(asked: Asked) -> ThreadingHTTPServer:
    class Recorder(serve.Handler):
        def do_GET(self) -> None:  # noqa: N802 - named by the base class
            asked.paths.append(self.path)
            super().do_GET()

    def handler(*given: Any) -> Recorder:
        return Recorder(*given, directory=str(serve.HTML))

    return ThreadingHTTPServer(("127.0.0.1", 0), handler)


def _visit(page: Page, address: str) -> None:
    page.goto(address)
    seen = page.locator(".live-widget:visible")  # a part of the journal can be folded
    if seen.count():
        seen.first.scroll_into_view_if_needed()
        page.locator(AWAKE).wait_for(timeout=60_000, state="attached")
    page.wait_for_load_state("networkidle")


def fetched() -> tuple[list[str], list[list[str]], list[str]]:
    """Return what a browser asks for: for a first page, for each next one, and for the offline copy."""
    asked = Asked()
    server = _recorder(asked)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        with playwright.chromium.launch(
            **browser.launch_arguments(browser.CHROMIUM, browser.installed(browser.CHROMIUM), own)
        ) as program:
            page = program.new_context(service_workers="block").new_page()
            _visit(page, address + FIRST)
            first, then = asked.take(), []
            for place in THEN:
                _visit(page, address + place)
                then.append(asked.take())
            page = program.new_page()
            _visit(page, address + FIRST)
            page.evaluate("navigator.serviceWorker.ready.then(() => true)")
            both = asked.take()
    server.shutdown()
    server.server_close()
    for path in first:
        if path in both:
            both.remove(path)
    return first, then, both


def run(
    wrk: str, server: nginx.Server, paths: list[str], *, readers: int, seconds: int, pause: int
) -> dict[str, float]:
    """Return what wrk and the processes of nginx say of one run: milliseconds, bytes, counts, MB and cores."""
    listed = Path(server.command[2]) / "paths"
    listed.write_text("\n".join(paths), encoding="utf-8")
    command = [
        *(wrk, "-t1", f"-c{readers}", f"-d{seconds}s", "--timeout", "10s"),
        *("-s", str(LUA), server.address.rstrip("/"), "--", str(listed), str(pause)),
    ]
    assert server.process  # noqa: S101 - for the type
    process = psutil.Process(server.process.pid)
    before, began, most = sum(process.cpu_times()[:2]), time.monotonic(), 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        while running.poll() is None:
            most = max(most, process.memory_info().rss)
            time.sleep(0.2)
        said = running.stdout.read() if running.stdout else ""
    cores = (sum(process.cpu_times()[:2]) - before) / (time.monotonic() - began)
    return {**read(said), "memory": most / MB, "cores": cores}


def _wrk() -> str:
    return shutil.which("wrk") or (browser.install_package("wrk") and shutil.which("wrk")) or ""


def read(said: str) -> dict[str, float]:
    """Return the line of figures that `load.lua` writes at the end.

    Raises
    ------
    ValueError
        When there is no such line.
    """
    lines = [line for line in said.splitlines() if line.startswith("{")]
    if not lines:
        raise ValueError(f"wrk wrote no figures:\n{said}")
    return dict(json.loads(lines[-1]))


def failed(figures: dict[str, float]) -> int:
    """Return how many requests were refused, broken off, answered too late or with an error."""
    return int(sum(figures[name] for name in ("refused", "broken", "late", "status")))


def row(name: str, figures: dict[str, float], files: float) -> str:
    """Return a row of the table; `files` is how many files a page takes on average."""
    rate, bytes_ = figures["requests"] / figures["seconds"], figures["bytes"] / figures["seconds"] / MB
    times = " | ".join(f"{figures[name]:.0f}" for name in ("p50", "p95", "p99", "max"))
    used = f"{figures['cores']:.2f} | {figures['memory']:.0f}"
    return f"| {name} | {rate:,.0f} | {rate / files:,.0f} | {bytes_:.0f} | {times} | {failed(figures)} | {used} |"


def size(server: nginx.Server, paths: list[str]) -> float:
    """Return how many MB these files are, as nginx packs them."""
    import httpx  # noqa: PLC0415 - comes with jupyterlab, only for this

    with httpx.Client(headers={"Accept-Encoding": "gzip"}) as client:
        total = 0
        for path in paths:
            with client.stream("GET", server.address.rstrip("/") + path) as answer:
                total += sum(map(len, answer.iter_raw()))
    return total / MB


def main() -> None:
    """Measure what the command line asks, and print it as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readers", type=int, default=200, metavar="N")
    parser.add_argument("--seconds", type=int, default=30, metavar="N", help="length of each run (default: 30)")
    parser.add_argument("--pause", type=int, default=200, metavar="MS", help="longest pause of a reader (default: 200)")
    asked = parser.parse_args()
    program, wrk = nginx.find(), _wrk()
    if not program or not wrk:
        sys.exit("load: this needs nginx and wrk; install both with the packages of your system")
    first, then, copy = fetched()
    paths = [*first, *(path for one in then for path in one)]
    files = len(paths) / (1 + len(then))
    with tempfile.TemporaryDirectory() as folder, nginx.served(program, serve.HTML, Path(folder)) as server:
        later = sum(map(len, then)) / len(then)
        print(
            f"A first page with an exercise: {len(first)} files, {size(server, first):.1f} MB. Each of {len(then)} next"
            f" pages: {later:.0f} files, {sum(size(server, one) for one in then) / len(then):.2f} MB."
            f" The offline copy, once: {len(copy)} files, {size(server, copy):.1f} MB."
        )
        print(f"{asked.readers} readers, {asked.seconds} s each; {machine()}\n")
        print("| | requests/s | pages/s | MB/s | p50 ms | p95 | p99 | worst | failed | nginx: cores | MB |")
        print("|---|---|---|---|---|---|---|---|---|---|---|")
        wrong = 0
        for name, pause in ((f"pauses up to {asked.pause} ms", asked.pause), ("no pauses", 0)):
            figures = run(wrk, server, paths, readers=asked.readers, seconds=asked.seconds, pause=pause)
            print(row(name, figures, files), flush=True)
            wrong += failed(figures)
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
