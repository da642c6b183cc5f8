"""Find the browsers of the tests, and say which: installed ones, Playwright's own, or the system's packages."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Kind:
    """One kind of browser: what Playwright calls it, where it may be, and what the system calls its package."""

    name: str
    setting: str
    commands: tuple[str, ...]
    mac: Path
    packages: tuple[str, ...]


CHROMIUM = Kind(
    "chromium",
    "REISWIJZER_CHROMIUM",
    # The shell is the same engine without the windows around it: about a quarter less work for the machine.
    ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    ("chromium-headless-shell", "chromium"),
)
FIREFOX = Kind(
    "firefox",
    "REISWIJZER_FIREFOX",
    ("firefox-esr", "firefox"),
    Path("/Applications/Firefox.app/Contents/MacOS/firefox"),
    ("firefox-esr", "firefox"),
)
KINDS = {kind.name: kind for kind in (CHROMIUM, FIREFOX)}
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync")  # fmt: skip


def installed(kind: Kind) -> str:
    """Return the path of a browser that is already here, or ""."""
    named = os.environ.get(kind.setting, "")
    found = [named, *(shutil.which(name) or "" for name in kind.commands), str(kind.mac) if kind.mac.exists() else ""]
    return next((path for path in found if path), "")


def launch_arguments(kind: Kind, path: str, own: str) -> dict[str, Any]:
    """Return what Playwright is told to start the browser at ``path``; ``own`` is where Playwright keeps its own."""
    if kind is CHROMIUM:
        return {"executable_path": path or own, "args": list(QUIET)}
    # Each test starts Python anew, too short for what the optimising compiler would do in the background.
    preferences = {"firefox_user_prefs": {"javascript.options.wasm_optimizingjit": False}}
    if path in {"", own}:
        return preferences
    # A Firefox as Mozilla or a distribution makes it speaks WebDriver BiDi; Playwright's own speaks another language.
    return {"channel": "moz-firefox", "executable_path": path, **preferences}


def _tried(kind: Kind, path: str) -> str:
    """Return the path (of Playwright's own for "") when Playwright can open a page in that browser, or ""."""
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - not there when a browser is only named

    with sync_playwright() as playwright:
        own = getattr(playwright, kind.name)
        path = path or own.executable_path
        if not Path(path).exists():
            return ""
        try:
            with own.launch(**launch_arguments(kind, path, own.executable_path)) as browser:
                browser.new_page()
        except Error as error:
            print(f"{path} cannot be driven: {error.message.splitlines()[0]}", flush=True)
            return ""
    return path


def _run(*command: str) -> bool:
    try:
        return subprocess.run(command, check=False, capture_output=True, timeout=600).returncode == 0
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return False


def _from_playwright(kind: Kind) -> str:
    print(f"No {kind.name} here; asking Playwright for its own ...", flush=True)
    return _tried(kind, "") if _run(sys.executable, "-m", "playwright", "install", kind.name) else ""


def install_package(*packages: str) -> bool:
    """Install the first of these packages of the system that can be had; only root on Debian and its like can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    _run("apt-get", "update")
    return any(_run("apt-get", "install", "-y", "--no-install-recommends", package) for package in packages)


def _from_system(kind: Kind) -> str:
    print("Playwright's download did not work; looking for a package of the system ...", flush=True)
    return _tried(kind, installed(kind)) if install_package(*kind.packages) else ""


def find(kind: Kind) -> str:
    """Return the path of a browser that works; install one when there is none, or stop with what to do."""
    there = installed(kind)
    path = (there and _tried(kind, there)) or _tried(kind, "") or _from_playwright(kind) or _from_system(kind)
    if not path:
        name = kind.name.capitalize()
        sys.exit(f"\nThe browser tests need a {name}. Install one, or name it: {kind.setting}=/path/to/it make test\n")
    print(f"{kind.name.capitalize()} for the browser tests: {path}", flush=True)
    return path
