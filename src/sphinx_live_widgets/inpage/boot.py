"""From an empty interpreter to made widgets: the same steps at build time and in a plain start in the page."""

from __future__ import annotations

import gc
import json
import os
import re
import sys
import zipimport
from typing import Any

from . import channel, shell


def prepare() -> None:
    """Install the channel and the stand-in for IPython, then import ipywidgets."""
    channel.install()
    # An echo tells other front ends of the same kernel what was changed; here it would only come late and move a
    # slider back under the reader's hand.
    os.environ["JUPYTER_WIDGETS_ECHO"] = "0"
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


def front_ends() -> str:
    """Return the files of all front ends as JSON (see `fronts.files`)."""
    from . import fronts  # noqa: PLC0415

    fronts.learn_classes()
    return json.dumps(fronts.files())


def settle() -> None:
    """Throw away what is no longer used, just before the snapshot."""
    from . import wake  # noqa: F401, PLC0415  # the fewer files are needed later, the better

    sys.path_importer_cache.clear()
    vars(zipimport)["_zip_directory_cache"].clear()  # a list of the whole standard library; read again when needed
    re.purge()
    gc.collect()


def failure(error: BaseException) -> dict[str, Any]:
    """Return what went wrong in words for the log of the build."""
    return {"kind": type(error).__name__, "message": str(error)}
