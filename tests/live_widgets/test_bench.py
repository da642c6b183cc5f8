"""The bench measures what it says it measures; no test asks how fast anything is."""

import json
import os
import shlex
import subprocess
import sys
from math import isfinite

import pytest

from conftest import CACHE
from sphinx_live_widgets.bench import aims, book, growth, report, step, table
from sphinx_live_widgets.bench.line import Line
from sphinx_live_widgets.bench.peers import install
from sphinx_live_widgets.bench.results import VISIT, Section
from sphinx_live_widgets.bench.visit import Failed, Reader


def bench(*arguments):
    """Run the command and return what it did."""
    command = [sys.executable, "-m", "sphinx_live_widgets.bench", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "100"})


def assert_numbers(section, columns):
    assert section.series
    for name, rows in section.series.items():
        for row in rows:
            missing = [column for column in columns if not isfinite(row.get(column, float("nan")))]
            assert missing == [], name


@pytest.mark.browser
@pytest.mark.long("measures; nothing of the book rests on it")
def test_the_command_prints_and_writes_numbers(book_folder, tmp_path):
    target = tmp_path / "bench.json"
    done = bench(
        book_folder, "counter.html", "--runs", 1, "--browser", "chromium", "--only", "snapshot", "--json", target
    )
    assert done.returncode == 0, done.stderr
    data = json.loads(target.read_text())
    (section,) = data["page"]
    assert list(section["series"]) == ["snapshot, cold", "snapshot, warm"]
    assert_numbers(Section(**section), VISIT)
    cold, warm = (section["series"][name][0] for name in ("snapshot, cold", "snapshot, warm"))
    assert 0 < cold["painted"] < cold["answer"]
    assert cold["kB"] > 4000
    assert warm["kB"] < 1000
    assert all(value for value in data["about"].values())
    for text in ("chromium", "Pyodide: 314.", "cores", "snapshot, warm"):
        assert text in done.stdout


@pytest.mark.browser
@pytest.mark.long("visits each page in five ways")
def test_every_way_of_visiting_gives_every_number(monkeypatch, book_folder, browser):
    # The slow line of the test is a fast one, and nobody reads for ten seconds.
    monkeypatch.setattr(book, "SLOW", {"rate": 1e9, "delay": 0.001})
    monkeypatch.setattr(book, "PLANS", [book.replace(plan, reading=min(plan.reading, 100.0)) for plan in book.PLANS])
    with Line(book_folder) as line:
        section = book.measure(browser, line, "counter.html", Reader(trips=2), runs=1, tell=lambda _text: None)
    assert [len(rows) for rows in section.series.values()] == [1] * 9
    assert_numbers(section, VISIT)
    kilobytes = {name: rows[0]["kB"] for name, rows in section.series.items()}
    # A plain start fetches the standard library; a kept book fetches next to nothing.
    assert kilobytes["plain start, cold"] != kilobytes["snapshot, cold"]
    assert kilobytes["kept for offline use"] < 1000


@pytest.fixture
def book_folder(request):
    """Return the tiny book, under a name that leaves ``book`` to the module."""
    return request.getfixturevalue("book")


@pytest.mark.browser
@pytest.mark.long("builds three books to measure them")
def test_growth_is_measured_on_books_that_it_builds(monkeypatch, browser):
    monkeypatch.setattr(growth, "VISITS", 1)
    section = growth.measure(browser, CACHE, lambda _text: None, counts=(1, 3))
    assert list(section.series) == ["1 widget", "3 widgets"]
    assert_numbers(section, section.columns)
    one, three = (section.series[name][0] for name in section.series)
    assert one["page kB raw"] < three["page kB raw"]


@pytest.mark.browser
@pytest.mark.chromium("the driver of the other does not pass on what a page says of its error")
def test_a_page_without_anything_to_touch_is_said(book_folder, browser):
    with Line(book_folder) as line, pytest.raises(Failed, match="no control to touch within 1000 ms"):
        book.measure(browser, line, "index.html", Reader(limit=1000), runs=1, tell=lambda _text: None)


def test_help_says_what_the_columns_mean():
    text = bench("--help").stdout
    assert [column for column in VISIT[:-1] if column not in text] == []


def test_a_page_that_is_not_there_is_said(tmp_path):
    done = bench(tmp_path, "absent.html")
    assert done.returncode != 0
    assert "build the book first" in done.stderr


def section(*values):
    return Section("Title", ("painted", "kB"), {"snapshot, cold": [{"painted": value} for value in values]})


def test_the_table_shows_median_least_and_most():
    assert table.rows(section(400.0, 500.0, 700.0)) == [
        ["", "n", "painted", "kB"],
        ["snapshot, cold", "3", "500 (400–700)", "–"],
    ]
    assert table.rows(section(2.345))[1][2] == "2.35"


AIM = '[[aims]]\nwhat = "painted"\nseries = "snapshot, cold"\ncolumn = "painted"\nmust = 600\naim = 400\n'


@pytest.mark.parametrize(("value", "verdict"), [(400.0, "aim met"), (600.0, "must met"), (601.0, "NOT met")])
def test_an_aim_is_held_against_the_median(tmp_path, value, verdict):
    (tmp_path / "aims.toml").write_text(AIM)
    (aim,) = aims.read_aims(tmp_path / "aims.toml")
    shown = aims.against([aim], section(1.0, value, 9999.0))
    assert shown[1] == ["painted", "600", "400", f"{value:.0f} (1–9999)", verdict]


@pytest.mark.parametrize("wrong", ["must = 600\n", "column"])
def test_a_wrong_aim_is_named(tmp_path, wrong):
    path = tmp_path / "aims.toml"
    path.write_text(AIM + AIM.replace(wrong, "" if wrong.endswith("\n") else "colunm"))
    with pytest.raises(SystemExit, match=r"aims\.toml: aim number 2"):
        aims.read_aims(path)


def test_a_report_is_put_between_the_marks_of_a_page(tmp_path):
    page = tmp_path / "measured.md"
    page.write_text(
        "before\n<!-- bench: page -->\nold\n<!-- end -->\nbetween\n<!-- bench: peers -->\nkept\n<!-- end -->\n"
    )
    for value in (1.0, 500.0):
        report.write_into(page, {"machine": "two cores"}, {"page": [section(value)]}, [])
    text = page.read_text()
    assert "| snapshot, cold | 1 | 500 | – |" in text
    assert "machine: two cores" in text
    assert text.startswith("before\n")
    assert "between\n<!-- bench: peers -->\nkept\n" in text
    assert "\nold\n" not in text
    with pytest.raises(SystemExit, match="growth"):
        report.write_into(page, {}, {"growth": [section(1.0)]}, [])


def say(text, code=0):
    return shlex.join([sys.executable, "-c", f"print({text!r}); raise SystemExit({code})"])


def test_the_step_of_an_unchanged_build_is_read_from_its_log():
    found = step.unchanged_builds(say("live widgets: ready in 0.125 s"), 2)
    assert list(found.series.values()) == [[{"seconds": 0.125}, {"seconds": 0.125}]]


@pytest.mark.parametrize(
    ("command", "problem"),
    [
        (say("no", 3), "failed"),
        (say("nothing"), "does not show the line"),
        (say("live widgets: making a memory snapshot\nlive widgets: ready in 9 s"), "makes a new snapshot each time"),
    ],
)
def test_a_build_that_is_not_an_unchanged_one_is_said(command, problem):
    with pytest.raises(SystemExit, match=problem):
        step.unchanged_builds(command, 1)


def test_peers_are_pinned():
    for pins in install.HERE.glob("*.txt"):
        lines = [line for line in pins.read_text().splitlines() if not line.startswith("#")]
        assert lines
        assert [line for line in lines if "==" not in line] == []
    assert install.pinned("voila", "voila")
    assert install.pinned("voici", "voici-core")
