"""All checks, in the order in which they tell most soonest: style, types, tests, notebooks, book, browser.

Usage: python tools/check.py
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import browser
import build

ROOT = Path(__file__).resolve().parent.parent


def step(what: str, *command: str, **environment: str) -> None:
    """Run one check; stop at the first that fails."""
    print(f"\n== {what}", flush=True)
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, check=False, env={**os.environ, **environment}
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"\nFailed: {what}")
    print(f"   {time.monotonic() - started:.0f} s", flush=True)


def main() -> None:
    """Run every check."""
    step("Style", "ruff", "check", ".")
    step("Format", "ruff", "format", "--check", ".")
    step("Types", "mypy")
    step("Models, content, exercises and tools", "pytest", "-q", "-m", "not browser", "-p", "no:playwright")
    notebooks = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "exercises").glob("*.ipynb"))
    # nbval and its kernel client warn about things of their own; the cells themselves are compared strictly.
    step("Notebooks (strict nbval)", "pytest", "-q", "-p", "no:playwright", "--nbval", "--nbval-current-env",
         "-W", "default", *notebooks)  # fmt: skip
    print("\n== Book", flush=True)
    build.build()
    chromium = browser.find()
    step("Browser", "pytest", "-q", "-m", "browser", REISWIJZER_CHROMIUM=chromium)


if __name__ == "__main__":
    main()
