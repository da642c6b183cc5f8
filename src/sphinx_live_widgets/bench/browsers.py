"""The two browsers as a reader has them, without their own traffic, and private profiles of them."""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING, Literal

from playwright.sync_api import Error, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Playwright

#: Names under which a distribution installs each browser.
PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell"),
    "firefox": ("firefox-esr", "firefox"),
}

_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # What asks another host fails at once instead of waiting for a network.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def find(name: str) -> str:
    """Return the path of an installed browser, or nothing."""
    return next((path for program in PROGRAMS[name] if (path := shutil.which(program))), "")


def installed() -> list[str]:
    """Return the names of the browsers that are here."""
    return [name for name in PROGRAMS if find(name)]


def _start(playwright: Playwright, name: str, path: str) -> Browser:
    if name == "chromium":
        return playwright.chromium.launch(executable_path=path, args=_QUIET)
    # The channel speaks WebDriver BiDi, so that the Firefox of a distribution will do.
    browser = playwright.firefox.launch(executable_path=path, channel="moz-firefox")
    browser.new_context().close()  # where a version of playwright that does not fit fails
    return browser


@contextlib.contextmanager
def launch(playwright: Playwright, name: str) -> Iterator[Browser]:
    """Run a browser, without a window.

    Raises
    ------
    SystemExit
        If it is not installed, or this playwright cannot drive it.
    """
    path = find(name)
    if not path:
        raise SystemExit(f"bench: {name} is not installed (looked for {', '.join(PROGRAMS[name])})")
    try:
        browser = _start(playwright, name, path)
    except Error as error:
        raise SystemExit(f"bench: {path} cannot be driven; --browser leaves it out.\n{error.message[:500]}") from error
    try:
        yield browser
    finally:
        browser.close()


def check(names: Iterable[str]) -> None:
    """Start every browser once, so that nobody waits for numbers of one to hear that another does not start."""
    for name in names:
        with sync_playwright() as playwright, launch(playwright, name):
            pass


@contextlib.contextmanager
def profile(browser: Browser, *, keeps: bool = False) -> Iterator[BrowserContext]:
    """Open a private profile with an empty cache in a browser that runs already; ``keeps`` allows service workers."""
    workers: Literal["allow", "block"] = "allow" if keeps else "block"
    context = browser.new_context(viewport={"width": 1280, "height": 800}, service_workers=workers)
    try:
        yield context
    finally:
        context.close()
