"""A stand-in for IPython: the few names that ipywidgets imports, without the 3,000 files behind them.

``get_ipython().showtraceback()`` is what ipywidgets calls when a callback raises; here it tells the page.
What is printed and displayed goes where `capture` says.
"""

from __future__ import annotations

import sys
import traceback
import types
from typing import Any

from . import capture, channel


class _Events:
    """The hooks around a cell: a page has no cells."""

    def trigger(self, *_args: Any, **_kwargs: Any) -> None:
        """Do nothing: nobody can have registered."""


class _Formatter:
    """How IPython turns an object into MIME types."""

    def format(self, shown: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the MIME bundle of an object, and no metadata."""
        return capture.bundle_of(shown), {}


class Shell:
    """What ``get_ipython()`` returns in the page."""

    events = _Events()
    display_formatter = _Formatter()

    @classmethod
    def instance(cls) -> Shell:
        """Return a shell: they are all alike."""
        return cls()

    def showtraceback(self, *_args: Any, **_kwargs: Any) -> None:
        """Tell the page that a callback raised: the reader sees one line, the console everything."""
        error = sys.exc_info()[1]
        if error is not None:
            report(error)


def report(error: BaseException) -> None:
    """Send an exception to the page."""
    text = "".join(traceback.format_exception(error))
    print(text, file=sys.stderr)  # noqa: T201  # at build time the log, in the page the console
    line = f"{type(error).__name__}: {error}"
    channel.post({"type": "error", "about": channel.about(), "error": line, "traceback": text})


def install() -> None:
    """Put the stand-in into ``sys.modules`` unless a real IPython was sent along."""
    shell = Shell()
    root = types.ModuleType("IPython")
    root.__path__ = []
    contents: dict[str, dict[str, Any]] = {
        "IPython": {"get_ipython": lambda: shell, "version_info": (9, 0, 0, ""), "__version__": "9.0.0"},
        "IPython.display": {"display": capture.display, "clear_output": capture.clear_output},
        "IPython.core": {"__path__": []},
        "IPython.core.interactiveshell": {"InteractiveShell": Shell},
        "IPython.core.getipython": {"get_ipython": lambda: shell},
    }
    sys.modules["IPython"] = root
    for name, names in contents.items():
        module = sys.modules.setdefault(name, types.ModuleType(name))
        vars(module).update(names)
    vars(root).update(display=sys.modules["IPython.display"], core=sys.modules["IPython.core"])
