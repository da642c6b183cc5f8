"""Which models the page knows.

A widget that was made with the others but is not part of what is shown is not recorded: the page hears of it just
before the first message that refers to it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_REFERENCE = re.compile(r'(?:IPY_MODEL_|anywidget:|"(?:model_id|root)": ")(live-\d+)')
_known: set[str] = set()


def know(ids: Iterable[str], *, only: bool = False) -> None:
    """Remember models that the page has been told of; with ``only``, forget all others."""
    if only:
        _known.clear()
    _known.update(ids)


def introduce(text: str) -> None:
    """Open the models in a message (JSON) that the page does not know, and with them what they refer to."""
    wanted = {found for found in _REFERENCE.findall(text) if found not in _known}
    if not wanted:
        return
    from ipywidgets.widgets import widget  # noqa: PLC0415  # it takes hold of comm while being imported

    for model_id in sorted(wanted):
        known = widget._instances.get(model_id)  # noqa: SLF001  # ipywidgets has no public list of them
        if known is None or model_id in _known:
            continue
        _known.add(model_id)
        state, paths, buffers = widget._remove_buffers(known.get_state())  # noqa: SLF001  # as its own `open` does
        data = {"state": state, "buffer_paths": paths}
        known.comm.publish_msg("comm_open", data, {"version": widget.__protocol_version__}, buffers)
