"""Find a Chromium for the browser tests, and say which: an installed one, Playwright's own, or the system's package."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
SETTING = "REISWIJZER_CHROMIUM"


def installed() -> str:
    """Return the path of a Chromium that is already here, or ""."""
    named = os.environ.get(SETTING, "")
    found = [named, *(shutil.which(name) or "" for name in INSTALLED), str(MAC) if MAC.exists() else ""]
    return next((path for path in found if path), "")


def _downloaded() -> str:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where no browser is installed

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else ""


def _run(*command: str) -> bool:
    try:
        return subprocess.run(command, check=False, capture_output=True, timeout=600).returncode == 0
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return False


def find() -> str:
    """Return the path of a Chromium; install one when there is none, or stop with what to do."""
    path = installed() or _downloaded()
    if not path:
        print("No Chromium here; asking Playwright for its own ...", flush=True)
        if _run(sys.executable, "-m", "playwright", "install", "chromium"):
            path = _downloaded()
    if not path and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Playwright's download did not work; installing the system's package ...", flush=True)
        _run("apt-get", "update")
        _run("apt-get", "install", "-y", "--no-install-recommends", "chromium")
        path = installed()
    if not path:
        sys.exit(
            f"\nThe browser tests need a Chromium. Install one, or name it: {SETTING}=/path/to/chromium make test\n"
        )
    print(f"Chromium for the browser tests: {path}", flush=True)
    return path
