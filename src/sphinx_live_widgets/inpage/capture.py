"""What is printed and displayed: into the Output widget whose ``with`` block is open, otherwise to the console.

With a kernel it is the front end that captures; here the context manager does.
"""

from __future__ import annotations

import contextlib
import io
import sys
import traceback
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakSet

_open: list[_Capture] = []
_to_clear: WeakSet[Any] = WeakSet()


@dataclass
class _Capture:
    output: Any
    written: list[dict[str, Any]] = field(default_factory=list)
    redirected: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def flush(self) -> None:
        """Show what was written until now."""
        items, self.written = self.written, []
        _append(self.output, *items)


class _Stream(io.TextIOBase):
    """One of the two streams inside a ``with`` block."""

    def __init__(self, name: str, capture: _Capture) -> None:
        self._name, self._capture = name, capture

    def write(self, text: str) -> int:
        """Keep the text until the block ends or displays something."""
        self._capture.written.append({"output_type": "stream", "name": self._name, "text": text})
        return len(text)


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
        if not _open:
            print(bundle.get("text/plain", ""))  # noqa: T201  # there is nowhere else to show it
            continue
        _open[-1].flush()
        _append(_open[-1].output, {"output_type": "display_data", "data": bundle, "metadata": {}})


def clear_output(wait: bool = False) -> None:  # the signature of IPython
    """Empty the Output widget in whose ``with`` block this is called, with ``wait`` when something takes its place."""
    if not _open:
        return
    _open[-1].flush()
    output = _open[-1].output
    if wait:
        _to_clear.add(output)
    else:
        _to_clear.discard(output)
        output.outputs = ()


def _append(output: Any, *items: dict[str, Any]) -> None:
    if not items:
        return
    all_items = [] if output in _to_clear else list(output.outputs)
    _to_clear.discard(output)
    for item in items:
        last = all_items[-1] if all_items else {}
        if item["output_type"] == "stream" and last.get("name") == item["name"]:
            all_items[-1] = {**last, "text": last["text"] + item["text"]}
        else:
            all_items.append(item)
    output.outputs = tuple(all_items)


def _enter(self: Any) -> Any:
    capture = _Capture(self)
    capture.redirected.enter_context(contextlib.redirect_stdout(_Stream("stdout", capture)))
    capture.redirected.enter_context(contextlib.redirect_stderr(_Stream("stderr", capture)))
    _open.append(capture)
    return self


def _leave(self: Any, kind: Any, error: Any, _trace: Any) -> bool:
    capture = _open.pop()
    capture.redirected.close()
    capture.flush()
    if kind is None:
        return False
    trace = "".join(traceback.format_exception(error))
    print(trace, file=sys.stderr)  # noqa: T201  # the reader sees one line, the console everything
    _append(self, {"output_type": "error", "ename": kind.__name__, "evalue": str(error), "traceback": [trace]})
    return True


def install(output_class: Any) -> None:
    """Let ``with Output():`` capture without a kernel."""
    output_class.__enter__ = _enter
    output_class.__exit__ = _leave
