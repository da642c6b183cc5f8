"""Ask every address that the book rests on whether it is still there, and write what came of it.

Usage: python tools/check_links.py [--pause 2] [--timeout 20] [--threads 4]

Needs an internet connection and nothing beyond Python itself; it is no part of the build or of the tests. It asks for
the head of a page, and for the page only when that is refused; never two at a time at one host, and with a pause in
between. The report goes to `_build/bronnencontrole.md` and `.csv`. A page that is gone or has moved is not mended by
itself: a person looks whether the new address says the same.
"""

import argparse
import csv
import http.client
import re
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "src" / "reiswijzer" / "content" / "cases_sources.csv"
WORKS = ROOT / "book" / "references.bib"
REPORT = ROOT / "_build" / "bronnencontrole.md"
AGENT = "Op-reis-door-organisatienetwerken (controle van bronnen)"
MOST_STEPS = 10
ALIVE, MOVED, GONE, REFUSED, UNREACHABLE = "alive", "moved", "gone", "refused", "unreachable"
VERDICTS = {
    GONE: "The site answers that the page is not there (404, 410). Look for it elsewhere.",
    MOVED: "The page is at another address now. See whether it is still the same page, then change the address.",
    UNREACHABLE: "No answer, an error of the site, or an answer that makes no sense. Try again another day.",
    REFUSED: "The site lets no programs in (401, 403, 429, 451). That says nothing about the page: open it yourself.",
    ALIVE: "The page is there. Whether it still says the same, no program can tell.",
}
REFUSALS = {401, 403, 429, 451}
MOVES = {301, 302, 303, 307, 308}


@dataclass(frozen=True)
class Answer:
    """What came of one address: a verdict, the last status (0 for none), the last address and what is to be noted."""

    url: str
    verdict: str
    status: int
    final: str
    note: str


class Turns:
    """One request at a time per host, with a pause of `pause` seconds between two."""

    def __init__(
        self, pause: float, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._pause, self._clock, self._sleep = pause, clock, sleep
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._last: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until it is this caller's turn at the host."""
        with self._guard:
            lock = self._locks.setdefault(host, threading.Lock())
        with lock:
            if host in self._last:
                wait = self._last[host] + self._pause - self._clock()
                if wait > 0:
                    self._sleep(wait)
            try:
                yield
            finally:
                self._last[host] = self._clock()


class _Stay(urllib.request.HTTPRedirectHandler):
    """Report a redirection instead of following it, so that each step waits for its turn and is known."""

    def redirect_request(self, *_: object) -> None:
        """Follow nothing."""


_OPENER = urllib.request.build_opener(_Stay)


def _ask(url: str, method: str, timeout: float) -> tuple[int, str]:
    """Return the status, and where a redirection leads ("" for none); the page itself is not read."""
    request = urllib.request.Request(  # noqa: S310 - `follow` lets only http and https through
        url, method=method, headers={"User-Agent": AGENT, "Accept": "*/*", "Accept-Language": "nl, en;q=0.5"}
    )
    try:
        with _OPENER.open(request, timeout=timeout) as reply:
            return reply.status, ""
    except urllib.error.HTTPError as error:
        with error:
            leads = error.headers.get("Location", "") if error.code in MOVES else ""
            # Sites send any bytes here; http.client reads them as Latin-1, so this gives them back as they were sent.
            return error.code, ascii_address(leads.encode("latin-1"))


def ascii_address(url: str | bytes) -> str:
    """Return an address as it goes over the line: what is not ASCII, and spaces, in percent signs."""
    return urllib.parse.quote(url.strip(), safe="%/:=&?~#+!$,;'@()*[]")


def host_of(url: str) -> str:
    """Return the host of an address without "www.", so that both names share their turns."""
    return (urllib.parse.urlsplit(url).hostname or "").removeprefix("www.")


def follow(url: str, turns: Turns, timeout: float) -> tuple[int, str]:
    """Return the last status and address when every redirection is followed.

    Raises
    ------
    OSError
        When a host is not found, does not answer in time or breaks off.
    ValueError
        When an address makes no sense, or there are more than ten redirections.
    """
    here = ascii_address(url)
    for _ in range(MOST_STEPS + 1):
        if urllib.parse.urlsplit(here).scheme not in ("http", "https") or not host_of(here):
            raise ValueError(f"no web address: {here}")
        status, leads = 0, ""
        for method in ("HEAD", "GET"):
            with turns.turn(host_of(here)):
                try:
                    status, leads = _ask(here, method, timeout)
                except (OSError, http.client.HTTPException):
                    if method == "GET":
                        raise
                    continue
            if leads or status < http.HTTPStatus.BAD_REQUEST:
                break
        if not leads:
            return status, here
        here = urllib.parse.urljoin(here, leads)
    raise ValueError(f"more than {MOST_STEPS} redirections")


def moved_note(url: str, final: str) -> str:
    """Return what is to be said about a move from one address to another, "" when they are the same."""
    old, new = urllib.parse.urlsplit(ascii_address(url)), urllib.parse.urlsplit(final)
    if old._replace(fragment="") == new._replace(fragment=""):
        return ""
    if old.scheme == "http" and new.scheme == "https" and old[1:4] == new[1:4]:
        return "the same address with https"
    if old.path.strip("/") and not new.path.strip("/") and not new.query:
        return "leads to a front page: the page itself may be gone"
    if host_of(url) != host_of(final):
        return "at another host"
    return "elsewhere at the same host"


def check(url: str, turns: Turns, timeout: float) -> Answer:
    """Return what came of one address."""
    try:
        status, final = follow(url, turns, timeout)
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", error)
        return Answer(url, UNREACHABLE, 0, "", f"{type(reason).__name__}: {reason}")
    note = moved_note(url, final)
    if status in (404, 410):
        return Answer(url, GONE, status, final, note)
    if status in REFUSALS:
        return Answer(url, REFUSED, status, final, note)
    if not http.HTTPStatus.OK <= status < http.HTTPStatus.MULTIPLE_CHOICES:
        return Answer(url, UNREACHABLE, status, final, note or "an error of the site")
    return Answer(url, MOVED if note else ALIVE, status, final, note)


def addresses() -> dict[str, list[str]]:
    """Return every address of the cases, the bibliography and the pages, with where it stands."""
    found: dict[str, list[str]] = {}
    with CASES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["source_url"], []).append(f"case {row['case_id']}")
    for entry in re.split(r"^@", WORKS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        key = entry.partition("{")[2].partition(",")[0].strip()
        for name, value in re.findall(r"\b(url|doi)\s*=\s*[{\"]([^}\"]+)[}\"]", entry):
            url = value if name == "url" else f"https://doi.org/{value}"
            found.setdefault(url, []).append(f"work {key}")
    for page in [ROOT / "index.md", *sorted((ROOT / "book").rglob("*.md"))]:
        for url in re.findall(r"\]\((https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)", page.read_text(encoding="utf-8")):
            found.setdefault(url, []).append(f"page {page.relative_to(ROOT)}")
    return {url: list(dict.fromkeys(where)) for url, where in found.items()}


def check_all(urls: list[str], turns: Turns, timeout: float, threads: int) -> list[Answer]:
    """Return what came of the addresses, in their order; the hosts with most of them are begun first."""
    by_host: dict[str, list[str]] = {}
    for url in urls:
        by_host.setdefault(host_of(url), []).append(url)

    def one_host(asked: list[str]) -> list[Answer]:
        answers = []
        for url in asked:
            answers.append(check(url, turns, timeout))
            print(f"{answers[-1].verdict:12}{answers[-1].status or '-':>4}  {url}", flush=True)
        return answers

    with ThreadPoolExecutor(threads) as pool:
        groups = pool.map(one_host, sorted(by_host.values(), key=len, reverse=True))
        found = {answer.url: answer for group in groups for answer in group}
    return [found[url] for url in urls]


def write(answers: list[Answer], places: dict[str, list[str]], report: Path) -> None:
    """Write the report for people, and the same as a table beside it."""
    report.parent.mkdir(parents=True, exist_ok=True)
    counts = Counter(answer.verdict for answer in answers)
    lines = [f"# Sources checked on {time.strftime('%Y-%m-%d')}", ""]
    lines += [f"- {verdict}: {counts[verdict]}" for verdict in VERDICTS]
    for verdict, meaning in VERDICTS.items():
        lines += ["", f"## {verdict} ({counts[verdict]})", "", meaning, ""]
        for answer in sorted((each for each in answers if each.verdict == verdict), key=lambda each: each.url):
            lines.append(f"- <{answer.url}> ({', '.join(places[answer.url])})")
            details = [f"status {answer.status}"] if answer.status else []
            details += [answer.note] if answer.note else []
            details += [f"now <{answer.final}>"] if answer.note and answer.final else []
            if verdict != ALIVE:
                lines.append(f"  - {'; '.join(details)}")
    report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with report.with_suffix(".csv").open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(["verdict", "status", "address", "final address", "note", "where"])
        for each in answers:
            row = (each.verdict, each.status or "", each.url, each.final, each.note, ", ".join(places[each.url]))
            table.writerow(row)


def main(arguments: list[str] | None = None) -> None:
    """Check everything, write the report and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pause", type=float, default=2.0, help="seconds between two requests to one host")
    parser.add_argument("--timeout", type=float, default=20.0, help="seconds to wait for an answer")
    parser.add_argument("--threads", type=int, default=4, help="hosts asked at the same time")
    asked = parser.parse_args(arguments)
    places = addresses()
    answers = check_all(list(places), Turns(asked.pause), asked.timeout, asked.threads)
    write(answers, places, REPORT)
    counts = Counter(answer.verdict for answer in answers)
    print(", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS))
    print(f"The report: {REPORT}")
    if not any(answer.status for answer in answers):
        sys.exit("Not one address answered. Is there a network connection?")


if __name__ == "__main__":
    main()
