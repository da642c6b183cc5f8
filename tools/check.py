"""All checks, in the order in which they tell most soonest; the longest in parts, two side by side.

Usage: python tools/check.py
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import browser
import build

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
PLAIN = ("-p", "no:playwright")
# nbval and its kernel client warn about things of their own; the cells themselves are compared strictly.
NBVAL = ("pytest", "-q", *PLAIN, "--nbval", "--nbval-current-env", "-W", "default")
TESTS_FAILED = 1  # what pytest returns then; anything else is no matter of bad luck
CHROMIUM = "browser and not long"
PRINTING = Lock()
# What is marked `chromium` says there why it is not tried in both.
FIREFOX = "browser and not chromium and not long"
# The rest of what can be tried there: `make firefox`.
IN_FIREFOX = tuple(
    f"tests/{name}.py"
    for name in (
        "browser/test_curve_play",
        "browser/test_journal_pages",
        "browser/test_network_play",
        "browser/test_notes",
        "live_widgets/test_exchange",
        "live_widgets/test_waking",
    )
)


def command(*module: str) -> list[str]:
    """Return how a module of this environment is run."""
    return [sys.executable, "-m", *module]


def step(what: str, *module: str, **environment: str) -> None:
    """Run one check; stop at the first that fails."""
    print(f"\n== {what}", flush=True)
    started = time.monotonic()
    if subprocess.run(command(*module), cwd=ROOT, check=False, env={**os.environ, **environment}).returncode:
        sys.exit(f"\nFailed: {what}")
    print(f"   {time.monotonic() - started:.0f} s", flush=True)


def pytest(marks: str, *more: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run tests; what they print is kept for when they are done."""
    return subprocess.run(
        command("pytest", "-q", "-m", marks, *more),
        cwd=ROOT, check=False, text=True, stderr=subprocess.STDOUT, stdout=subprocess.PIPE,
        env={**os.environ, **environment},
    )  # fmt: skip


def browser_tests(name: str, marks: str, *more: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run tests in a browser; what fails is tried once more by itself, and both are told.

    On a machine that does something else too, a browser can come late for once. What fails twice is wrong.
    """
    own = ("-o", f"cache_dir=.pytest_cache/{name}")  # of its own: it says what failed, and others run beside it
    first = pytest(marks, *own, *more, **environment)
    if first.returncode != TESTS_FAILED:
        return first
    again = pytest(marks, *own, "--last-failed", *more, **environment)
    both = f"{first.stdout}\n-- Once more, only what failed:\n{again.stdout}"
    return subprocess.CompletedProcess(again.args, again.returncode, both)


def told(name: str, check: "Callable[[], subprocess.CompletedProcess[str]]") -> str:
    """Run a check and print what it had to say; return its name if it failed, or ""."""
    print(f"\n-- {name} ...", flush=True)
    started = time.monotonic()
    done = check()
    with PRINTING:
        print(f"\n== {name}\n{done.stdout}   {time.monotonic() - started:.0f} s", flush=True)
    return name if done.returncode else ""


def tests() -> "dict[str, Callable[[], subprocess.CompletedProcess[str]]]":
    """Return the tests in parts that take about as long: whoever is done with one takes the next."""
    paths = {kind.setting: browser.find(kind) for kind in browser.KINDS.values()}
    book = sorted(str(path) for path in (ROOT / "tests" / "browser").glob("test_*.py"))
    chromium = {"widgets": ("tests", "--ignore=tests/browser"), "book-1": book[::2], "book-2": book[1::2]}
    return {
        **{name: partial(browser_tests, name, CHROMIUM, *which, **paths) for name, which in chromium.items()},
        "plain": partial(pytest, "not browser", *PLAIN, "-p", "no:cacheprovider"),
        "firefox": partial(browser_tests, "firefox", FIREFOX, "--browser", "firefox", *IN_FIREFOX, **paths),
    }


def main() -> None:
    """Run every check."""
    step("Style", "ruff", "check", ".")
    step("Format", "ruff", "format", "--check", ".")
    step("Types", "mypy")
    print("\n== Book", flush=True)
    build.build()
    step("Notebooks (strict nbval)", *NBVAL, *sorted(str(path) for path in (ROOT / "exercises").glob("*.ipynb")))
    # Two at a time is what two cores bear; a third makes browsers so slow that tests give up.
    with ThreadPoolExecutor(max_workers=2) as pool:
        failed = [name for name in pool.map(told, *zip(*tests().items(), strict=True)) if name]
    if failed:
        sys.exit(f"\nFailed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
