"""What all tests share: no time limit per example, and how the browser that ``--browser`` names is started."""

import functools
import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

import browser as browser_finder

# Other work on the machine makes an example slow; that is no fault of what is tested.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
# `make mutants` runs the tests a thousand times: fewer examples, and none kept from code that was broken on purpose.
settings.register_profile("mutants", deadline=None, max_examples=30, database=None)

# What Playwright says it has set in a Firefox that it drives over WebDriver BiDi, and has not.
PREFERENCES = {
    ("color_scheme", "light"): ("layout.css.prefers-color-scheme.content-override", 1),
    ("color_scheme", "dark"): ("layout.css.prefers-color-scheme.content-override", 0),
    ("java_script_enabled", False): ("javascript.enabled", False),
    ("reduced_motion", "reduce"): ("ui.prefersReducedMotion", 1),
}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type):
    kind = browser_finder.KINDS[browser_type.name]
    return browser_finder.launch_arguments(kind, browser_finder.installed(kind), browser_type.executable_path)


@pytest.fixture(scope="session")
def launched_with(browser, browser_type_launch_args, launch_browser):
    """Return a function that returns a browser for settings of ``new_context``, started once."""
    launched = []

    @functools.cache
    def launch(preferences):
        own = browser_type_launch_args["firefox_user_prefs"]
        launched.append(launch_browser(firefox_user_prefs={**own, **dict(preferences)}))
        return launched[-1]

    def choose(settings):
        asked = [(name, value) for name, value in settings.items() if isinstance(value, str | bool)]
        preferences = tuple(PREFERENCES[one] for one in asked if one in PREFERENCES)
        return launch(preferences) if preferences and "channel" in browser_type_launch_args else browser

    yield choose
    for one in launched:
        one.close()


@pytest.fixture
def page_with(launched_with):
    """Return a function that opens a page in a context of its own, with settings that hold in every browser."""
    contexts = []

    def open_page(**settings):
        contexts.append(launched_with(settings).new_context(**settings))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()
