"""A soak knows what a reader wrote, tells harm from no network, and sees memory that grows."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))

import soak_memory
from soak_reader import Written, harmless
from spread import percentile


def test_a_later_text_takes_the_place_of_what_the_page_showed_and_of_nothing_else():
    written = Written()
    written.write("3-als", "", "een")
    written.write("3-als", "een", "twee")
    written.write("3-als", "een", "van de andere tab")
    assert written.keys() == {"reiswijzer/1/veld/3-als": ["twee", "van de andere tab"]}
    assert written.missing({"3-als": [{"text": "twee"}]}) == ["3-als: van de andere tab"]
    assert written.missing({}) == ["3-als: twee", "3-als: van de andere tab"]
    assert not written.missing({"3-als": [{"text": "van de andere tab"}, {"text": "twee"}, {"text": "x"}]})


def test_only_a_missing_network_is_harmless_and_only_while_it_is_missing():
    gone = "Failed to load resource: net::ERR_INTERNET_DISCONNECTED"
    assert harmless(gone, offline=True)
    assert not harmless(gone, offline=False)
    assert harmless("An unknown error occurred when fetching the script.", offline=True)
    assert not harmless("Refused to execute inline script", offline=True)
    assert not harmless("Failed to load resource: 404", offline=True)


def test_the_slope_is_not_moved_by_one_odd_measurement():
    points = [(number, 5 + 0.5 * number) for number in range(10)]
    points[4] = (4, 900)
    assert soak_memory.slope(points) == pytest.approx(0.5)
    with pytest.raises(ValueError, match="two moments"):
        soak_memory.slope([(3, 1), (3, 2)])


def test_growth_fails_when_it_goes_on_and_not_while_caches_fill():
    filled = [(10 * number, min(400 + 100 * number, 600)) for number in range(12)]
    leaking = [(10 * number, 400 + 20 * number) for number in range(12)]
    _, wrong = soak_memory.growing({"browser": filled, "page": []})
    assert not wrong
    lines, wrong = soak_memory.growing({"browser": leaking})
    assert "+200.0 MB per 100 journeys" in lines[0]
    assert len(wrong) == 1
    lines, wrong = soak_memory.growing({"browser": leaking[:4]})
    assert "too few" in lines[0]
    assert not wrong


class Process:
    """What a soak asks of a process."""

    def __init__(self, program, megabytes, *arguments):
        self.program, self.bytes, self.arguments = program, megabytes * soak_memory.MB, arguments

    def exe(self):
        return self.program

    def cmdline(self):
        return [self.program, *self.arguments]

    def memory_full_info(self):
        return SimpleNamespace(pss=self.bytes, rss=2 * self.bytes)

    def children(self, *, recursive):
        assert recursive
        return [
            Process("/driver/node", 300, "cli.js"),  # its name is "MainThread"
            Process("/usr/bin/shell", 80, "--headless"),
            Process("/usr/bin/shell", 100, "--type=renderer"),
            Process("/usr/bin/shell", 50, "--lang=nl", "--type=renderer"),
        ]


def test_of_a_browser_each_process_counts_and_what_drives_it_does_not(monkeypatch):
    monkeypatch.setattr(soak_memory.psutil, "Process", lambda: Process("/usr/bin/python", 500))
    assert soak_memory.of_browser() == {"browser": [80], "renderer": [100, 50]}


def test_a_percentile_is_one_of_the_numbers():
    numbers = list(range(1, 101))
    assert [percentile(numbers, share) for share in (0, 0.5, 0.95, 1)] == [1, 50, 95, 100]
    assert percentile([7], 0.95) == 7
    with pytest.raises(ValueError, match="no percentile"):
        percentile([], 0.5)
