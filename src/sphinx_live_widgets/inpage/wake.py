"""Join a resumed interpreter to the page that resumed it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from . import channel, fronts, roots, shell

if TYPE_CHECKING:
    from collections.abc import Callable


def wake(sink: Callable[[str, Any], None]) -> None:
    """Connect to the page and reseed chance: a snapshot holds one seed for all readers."""
    from pyodide.ffi import to_js  # type: ignore[import-not-found]  # noqa: PLC0415  # only exists in the page

    random.seed()
    fronts.learn_classes()  # after a plain start; in a snapshot they are known
    channel.connect(lambda text, buffers: sink(text, to_js([bytes(one) for one in buffers])))


def deliver(text: str, buffers: Any) -> None:
    """Hand over a message of the page; whatever goes wrong is told to the page, not thrown at it."""
    try:
        channel.deliver(text, [memoryview(one.to_bytes()) for one in buffers])
    except BaseException as error:  # noqa: BLE001  # a reader's click must not stop the worker, sys.exit() included
        shell.report(error)


def start_over(widget_id: str) -> None:
    """Make one widget anew (see `roots.start_over`)."""
    try:
        roots.start_over(widget_id)
    except BaseException as error:  # noqa: BLE001
        shell.report(error)
