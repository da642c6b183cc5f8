"""The slowed line takes the time that a real one takes, counted by a clock that nobody waits for."""

import socket

import pytest

from sphinx_live_widgets.bench.line import Line
from sphinx_live_widgets.bench.link import FIRST_WINDOW, HEADER, PACKET, Flow, Link

RATE, DELAY = 20e6 / 8, 0.04


class Clock:
    """Time that passes only by waiting."""

    def __init__(self):
        self.now = 100.0

    def sleep(self, seconds):
        self.now += seconds

    @property
    def passed(self):
        return self.now - 100.0


@pytest.fixture
def clock():
    return Clock()


def link(clock, rate, delay):
    return Link(rate, delay, clock=lambda: clock.now, sleep=clock.sleep)


def test_bytes_take_as_long_as_the_bandwidth_says(clock):
    flow = Flow(link(clock, RATE, 0.0))
    for _ in range(1000):
        flow.send(PACKET)
    assert clock.passed == pytest.approx(1000 * (PACKET + HEADER) / RATE)


def test_two_connections_share_the_bandwidth(clock):
    shared = link(clock, RATE, 0.0)
    one, other = Flow(shared), Flow(shared)
    for _ in range(500):
        one.send(PACKET)
        other.send(PACKET)
    assert clock.passed == pytest.approx(1000 * (PACKET + HEADER) / RATE)


def test_a_line_that_was_idle_saves_nothing_up(clock):
    flow = Flow(link(clock, RATE, 0.0))
    flow.send(PACKET)
    clock.sleep(60)
    flow.send(PACKET)
    assert clock.passed == pytest.approx(60 + 2 * (PACKET + HEADER) / RATE)


def test_connecting_and_asking_take_one_way_there_and_back_each(clock):
    flow = Flow(link(clock, 0.0, DELAY))
    flow.open()
    flow.request()
    assert clock.passed == pytest.approx(2 * DELAY)
    flow.request()
    assert clock.passed == pytest.approx(3 * DELAY)


def test_a_new_connection_begins_slowly_and_a_used_one_does_not(clock):
    flow = Flow(link(clock, 1e9, DELAY))
    flow.request()
    # Windows of 1, 2 and 4 times the first: the second and the third wait for an acknowledgement.
    for _ in range(7):
        flow.send(FIRST_WINDOW)
    assert clock.passed == pytest.approx(3 * DELAY, abs=0.001)
    flow.request()
    for _ in range(4):
        flow.send(FIRST_WINDOW)
    assert clock.passed == pytest.approx(4 * DELAY, abs=0.001)


def test_a_large_file_is_limited_by_the_bandwidth_not_by_the_window(clock):
    flow = Flow(link(clock, RATE, DELAY))
    flow.open()
    flow.request()
    for _ in range(685):
        flow.send(FIRST_WINDOW)
    ideal = 685 * 10 * (PACKET + HEADER) / RATE
    assert ideal + 2 * DELAY < clock.passed < ideal + 6 * DELAY


def test_without_a_limit_no_time_passes(clock):
    flow = Flow(link(clock, 0.0, 0.0))
    flow.open()
    flow.request()
    flow.send(10_000_000)
    assert clock.passed == 0


@pytest.fixture
def served(tmp_path):
    """Return a line to a folder with a page and a file with a hash in its name."""
    (tmp_path / "_live").mkdir()
    (tmp_path / "page.html").write_text("<p>hello</p>" * 500)
    (tmp_path / "_live" / "snapshot-1.bin.gz").write_bytes(bytes(range(256)) * 400)
    with Line(tmp_path) as line:
        yield line


def ask(line, path, *headers):
    """Ask for a file as a browser does; return everything that came back."""
    with socket.create_connection(("127.0.0.1", line.server_address[1])) as connection:
        lines = [f"GET {path} HTTP/1.1", "Host: here", "Connection: close", *headers]
        connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    line.settle()
    return received


def test_every_byte_that_was_sent_is_counted(served):
    received = ask(served, "/page.html"), ask(served, "/_live/snapshot-1.bin.gz"), ask(served, "/absent")
    assert served.sent == sum(map(len, received))
    assert served.requests == 3
    assert received[2].startswith(b"HTTP/1.1 404 ")
    served.shape()
    assert (served.sent, served.requests) == (0, 0)


def test_text_is_compressed_and_what_is_compressed_already_is_not(served):
    page, snapshot = ask(served, "/page.html"), ask(served, "/_live/snapshot-1.bin.gz")
    assert b"Content-Encoding: gzip" in page
    assert len(page) < 1000
    assert b"Content-Encoding" not in snapshot
    assert snapshot.endswith(bytes(range(256)) * 400)


def test_a_page_that_is_still_the_same_is_not_sent_again(served):
    page = ask(served, "/page.html").decode("latin-1")
    tag = next(line for line in page.split("\r\n") if line.startswith("ETag: ")).removeprefix("ETag: ")
    again = ask(served, "/page.html", f"If-None-Match: {tag}")
    assert again.startswith(b"HTTP/1.1 304 ")
    assert len(again) < 200


def test_nothing_outside_the_folder_is_served(served):
    (served.folder.parent / "secret.txt").write_text("secret")
    assert b"secret" not in ask(served, "/../secret.txt")
