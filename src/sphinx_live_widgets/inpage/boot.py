"""From an empty interpreter to made widgets: the same steps at build time and in a plain start in the page."""

from __future__ import annotations

import gc
import json
from typing import Any

from . import channel, files, shell


def prepare() -> None:
    """Install the channel and the stand-in for IPython, then import ipywidgets."""
    channel.install()
    try:
        import IPython  # noqa: F401, PLC0415  # only there when the book sends it along
    except ImportError:
        shell.install()
    import ipywidgets  # noqa: PLC0415  # it takes hold of comm while being imported

    ipywidgets.register_comm_target()


def make(widget_id: str, target: str, takes_id: bool) -> str:
    """Make one widget and return its description as JSON (see `roots.make`)."""
    from . import roots  # noqa: PLC0415  # needs ipywidgets

    return json.dumps(roots.make(widget_id, target, takes_id))


def describe(widget_id: str) -> str:
    """Return the description of a made widget as JSON: factories that share a model may have changed it since."""
    from . import roots  # noqa: PLC0415

    return json.dumps(roots.describe(widget_id))


def settle(folders: list[str]) -> None:
    """Keep the book's files in memory and throw away what is no longer used, just before the snapshot."""
    from . import wake  # noqa: F401, PLC0415  # there is no file system to import it from later

    files.keep(folders)
    gc.collect()


def failure(error: BaseException) -> dict[str, Any]:
    """Return what went wrong in words for the log of the build."""
    return {"kind": type(error).__name__, "message": str(error)}
