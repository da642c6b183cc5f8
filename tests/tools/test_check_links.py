"""The checker of sources tells gone from refused, moved and unreachable, and asks politely."""

import csv
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

import check_links
from check_links import ALIVE, GONE, MOVED, REFUSED, UNREACHABLE, Answer, Turns, check, moved_note

PLAIN = {"/goed": 200, "/weg": 404, "/voorgoed-weg": 410, "/verboden": 403, "/te-vaak": 429, "/stuk": 500}
LEADS = {
    "/verhuisd": (301, "/goed"),
    "/even-elders": (302, "/goed"),
    "/twee-keer": (308, "/verhuisd"),
    "/verhuisd-en-weg": (301, "/weg"),
    "/naar-de-voorkant": (301, "/"),
    "/rondje": (302, "/rondje"),
    "/ander-soort": (301, "ftp://127.0.0.1/bestand"),
    "/vreemd": (301, "/co\u00f6peratie en meer"),
    "/nergens-heen": (302, ""),
}


class Site(BaseHTTPRequestHandler):
    def answer(self):
        self.server.asked.append((self.command, self.path, self.headers["User-Agent"]))
        if self.path == "/traag":
            self.server.done.wait()
            return
        status, where = LEADS.get(self.path, (PLAIN.get(self.path, 404), ""))
        if self.path in ("/", "/co%C3%B6peratie%20en%20meer") or (self.path == "/geen-kop" and self.command == "GET"):
            status = 200
        elif self.path == "/geen-kop":
            status = 405
        self.send_response(status)
        if where:
            # As some sites do: bytes that are not ASCII, straight into the head.
            self._headers_buffer.append(f"Location: {where}\r\n".encode())
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = answer  # noqa: N815 - the names that http.server looks for

    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked, server.done = [], threading.Event()
    server.address = f"http://127.0.0.1:{server.server_address[1]}"
    running = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    running.start()
    yield server
    server.done.set()
    server.shutdown()
    running.join()
    server.server_close()


def look(url, timeout=5.0):
    return check(url, Turns(0), timeout)


@pytest.mark.parametrize(
    ("path", "verdict", "status", "note"),
    [
        ("/goed", ALIVE, 200, ""),
        ("/goed#halverwege", ALIVE, 200, ""),
        ("/geen-kop", ALIVE, 200, ""),
        ("/verhuisd", MOVED, 200, "elsewhere at the same host"),
        ("/even-elders", MOVED, 200, "elsewhere at the same host"),
        ("/twee-keer", MOVED, 200, "elsewhere at the same host"),
        ("/vreemd", MOVED, 200, "elsewhere at the same host"),
        ("/naar-de-voorkant", MOVED, 200, "leads to a front page: the page itself may be gone"),
        ("/weg", GONE, 404, ""),
        ("/voorgoed-weg", GONE, 410, ""),
        ("/verhuisd-en-weg", GONE, 404, "elsewhere at the same host"),
        ("/verboden", REFUSED, 403, ""),
        ("/te-vaak", REFUSED, 429, ""),
        ("/stuk", UNREACHABLE, 500, "an error of the site"),
        ("/nergens-heen", UNREACHABLE, 302, "an error of the site"),
    ],
)
def test_an_answer_becomes_a_verdict(site, path, verdict, status, note):
    found = look(site.address + path)
    assert (found.verdict, found.status, found.note) == (verdict, status, note)


def test_a_page_that_does_not_answer_in_time_is_unreachable(site):
    found = look(f"{site.address}/traag", timeout=0.05)
    assert (found.verdict, found.status) == (UNREACHABLE, 0)
    assert "timed out" in found.note.lower()


def test_a_host_that_does_not_exist_is_unreachable(monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    found = look("https://bestaat-niet.invalid/pagina")
    assert (found.verdict, found.status) == (UNREACHABLE, 0)
    assert "Name or service not known" in found.note


def test_a_port_where_nobody_listens_is_unreachable():
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        assert look(f"http://127.0.0.1:{nobody.getsockname()[1]}/").verdict == UNREACHABLE


@pytest.mark.parametrize(
    ("path", "note"), [("/rondje", "more than 10 redirections"), ("/ander-soort", "no web address: ftp://")]
)
def test_a_redirection_that_makes_no_sense_is_unreachable_and_ends(site, path, note):
    found = look(site.address + path)
    assert found.verdict == UNREACHABLE
    assert note in found.note


@pytest.mark.parametrize("url", ["geen adres", "https://", "file:///etc/hostname", "http://[kapot/"])
def test_what_is_no_address_is_unreachable_and_nothing_is_opened(url):
    assert look(url).verdict == UNREACHABLE


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ("http://nos.nl/a", "https://nos.nl/a", "the same address with https"),
        ("http://nos.nl/a", "https://nos.nl/b", "elsewhere at the same host"),
        ("https://nos.nl/a", "https://www.nos.nl/a", "elsewhere at the same host"),
        ("https://nos.nl/a", "https://npo.nl/a", "at another host"),
        ("https://nos.nl/a", "https://npo.nl/", "leads to a front page: the page itself may be gone"),
        ("https://nos.nl", "https://npo.nl", "at another host"),
        ("https://nos.nl/a#b", "https://nos.nl/a", ""),
        ("https://nos.nl/\u2018a\u2019", "https://nos.nl/%E2%80%98a%E2%80%99", ""),
    ],
)
def test_a_move_is_described(old, new, note):
    assert moved_note(old, new) == note


def test_the_head_is_asked_first_and_the_page_only_when_that_fails(site):
    look(f"{site.address}/goed")
    look(f"{site.address}/geen-kop")
    assert [method for method, _, _ in site.asked] == ["HEAD", "HEAD", "GET"]
    assert {agent for _, _, agent in site.asked} == {check_links.AGENT}


def test_one_host_is_asked_one_at_a_time_with_a_pause_and_another_at_once():
    now, slept = [100.0], []

    def sleep(seconds):
        slept.append(seconds)
        now[0] += seconds

    turns = Turns(2, clock=lambda: now[0], sleep=sleep)
    with turns.turn("nos.nl"):
        now[0] += 5  # a slow answer; the pause begins when it is over
    with turns.turn("nrc.nl"):
        pass
    assert slept == []
    now[0] += 0.5
    with turns.turn("nos.nl"):
        assert not turns._locks["nos.nl"].acquire(blocking=False)
    assert slept == [1.5]
    now[0] += 10
    with turns.turn("nos.nl"):
        pass
    assert slept == [1.5]


def test_a_turn_is_given_back_after_an_error():
    turns = Turns(0)
    with pytest.raises(OSError, match="stuk"), turns.turn("nos.nl"):
        raise OSError("stuk")
    with turns.turn("nos.nl"):
        pass


def test_addresses_come_from_cases_works_and_pages():
    places = check_links.addresses()
    assert sum(where.startswith("case ") for found in places.values() for where in found) == 133
    assert (
        "work mkw2020essay"
        in places["https://mkw-platform.nl/essay-corporaties-raken-verstrikt-in-organisatienetwerken/"]
    )
    assert "https://doi.org/10.1093/jopart/mum015" in places
    assert "page book/verantwoording/colofon.md" in places["https://creativecommons.org/licenses/by/4.0/deed.nl"]
    assert not [url for url in places if " " in url or url.endswith((")", ","))]


@pytest.fixture
def report(site, monkeypatch, tmp_path):
    """Run the whole for a few addresses of the site and return the text, the rows and what was printed."""

    def run(*paths, base=None):
        places = {(base or site.address) + path: [f"case {path}", f"page {path}"] for path in paths}
        monkeypatch.setattr(check_links, "addresses", lambda: places)
        monkeypatch.setattr(check_links, "REPORT", tmp_path / "nieuw" / "bronnencontrole.md")
        check_links.main(["--pause", "0", "--timeout", "5"])
        text = check_links.REPORT.read_text(encoding="utf-8")
        with check_links.REPORT.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as file:
            return text, list(csv.DictReader(file, delimiter=";"))

    return run


def test_the_report_counts_every_verdict_and_names_where_an_address_stands(report, site, capsys):
    text, rows = report("/goed", "/weg", "/verhuisd", "/verboden", "/stuk")
    assert {row["address"].removeprefix(site.address): row["verdict"] for row in rows} == {
        "/goed": ALIVE,
        "/weg": GONE,
        "/verhuisd": MOVED,
        "/verboden": REFUSED,
        "/stuk": UNREACHABLE,
    }
    for verdict in check_links.VERDICTS:
        assert f"- {verdict}: 1\n" in text
        assert f"## {verdict} (1)" in text
    assert f"- <{site.address}/weg> (case /weg, page /weg)\n  - status 404\n" in text
    assert f"now <{site.address}/goed>" in text
    assert "1 gone, 1 moved, 1 unreachable, 1 refused, 1 alive" in capsys.readouterr().out


def test_without_a_connection_the_report_is_made_and_the_command_says_so(report, tmp_path):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        with pytest.raises(SystemExit, match="Is there a network connection"):
            report("/a", base=f"http://127.0.0.1:{nobody.getsockname()[1]}")
    assert (tmp_path / "nieuw" / "bronnencontrole.md").exists()


def test_answers_come_in_the_order_asked(monkeypatch):
    monkeypatch.setattr(check_links, "check", lambda url, *_: Answer(url, ALIVE, 200, url, ""))
    urls = ["https://a.nl/1", "https://b.nl/1", "https://a.nl/2", "https://c.nl/1", "https://a.nl/3"]
    assert [answer.url for answer in check_links.check_all(urls, Turns(0), 1, 3)] == urls
