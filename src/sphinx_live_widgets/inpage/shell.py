"""A stand-in for IPython: the few names that ipywidgets imports, without the 3,000 files behind them.

``get_ipython().showtraceback()`` is what ipywidgets calls when a callback raises; here it tells the page.
``Output`` asks IPython's display machinery to capture; here the context manager captures by itself.
"""

from __future__ import annotations

import contextlib
import io
import sys
import traceback
import types
from typing import Any

from . import channel

_captures: list[Any] = []


class _Events:
    """The hooks around a cell: a page has no cells."""

    def trigger(self, *_args: Any, **_kwargs: Any) -> None:
        """Do nothing: nobody can have registered."""


class Shell:
    """What ``get_ipython()`` returns in the page."""

    events = _Events()

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


def bundle_of(shown: Any) -> dict[str, Any]:
    """Return the MIME bundle of an object, in the way IPython would."""
    make = getattr(shown, "_repr_mimebundle_", None)
    made = make() if make else None
    if isinstance(made, tuple):
        made = made[0]
    if made:
        return dict(made)
    bundle: dict[str, Any] = {"text/plain": repr(shown)}
    if callable(getattr(shown, "_repr_html_", None)):
        bundle["text/html"] = shown._repr_html_()
    return bundle


def display(*shown: Any, **_options: Any) -> None:
    """Append objects to the Output widget in whose ``with`` block this is called; elsewhere print them."""
    for one in shown:
        bundle = bundle_of(one)
        if not _captures:
            print(bundle.get("text/plain", ""))  # noqa: T201  # there is nowhere else to show it
            continue
        _flush(_captures[-1])
        _append(_captures[-1][0], {"output_type": "display_data", "data": bundle, "metadata": {}})


def clear_output(*_args: Any, **_kwargs: Any) -> None:
    """Empty the Output widget in whose ``with`` block this is called."""
    if _captures:
        _flush(_captures[-1])
        _captures[-1][0].outputs = ()


def _append(output: Any, item: dict[str, Any]) -> None:
    output.outputs = (*output.outputs, item)


def _flush(capture: tuple[Any, io.StringIO, Any]) -> None:
    output, stream, _ = capture
    text = stream.getvalue()
    if text:
        _append(output, {"output_type": "stream", "name": "stdout", "text": text})
        stream.seek(0)
        stream.truncate()


def _enter(self: Any) -> Any:
    stream = io.StringIO()
    redirect = contextlib.redirect_stdout(stream)
    redirect.__enter__()
    _captures.append((self, stream, redirect))
    return self


def _leave(self: Any, kind: Any, error: Any, _trace: Any) -> bool:
    capture = _captures.pop()
    capture[2].__exit__(None, None, None)
    _flush(capture)
    if kind is None:
        return False
    lines = traceback.format_exception(error)
    _append(self, {"output_type": "error", "ename": kind.__name__, "evalue": str(error), "traceback": ["".join(lines)]})
    return True


def install() -> None:
    """Put the stand-in into ``sys.modules`` unless a real IPython was sent along."""
    shell = Shell()
    root = types.ModuleType("IPython")
    root.__path__ = []
    contents: dict[str, dict[str, Any]] = {
        "IPython": {"get_ipython": lambda: shell, "version_info": (9, 0, 0, ""), "__version__": "9.0.0"},
        "IPython.display": {"display": display, "clear_output": clear_output},
        "IPython.core": {"__path__": []},
        "IPython.core.interactiveshell": {"InteractiveShell": Shell},
        "IPython.core.getipython": {"get_ipython": lambda: shell},
    }
    sys.modules["IPython"] = root
    for name, names in contents.items():
        module = sys.modules.setdefault(name, types.ModuleType(name))
        vars(module).update(names)
    vars(root).update(display=sys.modules["IPython.display"], core=sys.modules["IPython.core"])


def capture_outputs(output_class: Any) -> None:
    """Let ``with Output():`` capture without a kernel."""
    output_class.__enter__ = _enter
    output_class.__exit__ = _leave
