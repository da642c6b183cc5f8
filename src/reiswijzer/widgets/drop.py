"""An invisible part that takes in files which are dropped anywhere on what it stands in, in the page and in Jupyter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from reiswijzer.widgets.front import beside

if TYPE_CHECKING:
    from collections.abc import Callable


class Drop(anywidget.AnyWidget):
    """Calls `on_files` with the name and content of what is dropped.

    Parameters
    ----------
    on_files
        Gets a list of (name, bytes).
    most
        Bytes of a file that are read; one byte more comes along of a larger file, which tells that it is larger.
    """

    _esm = beside("drop.mjs")

    most = traitlets.Int(0).tag(sync=True)

    def __init__(self, on_files: Callable[[list[tuple[str, bytes]]], None], most: int) -> None:
        super().__init__(most=most, layout={"display": "none"})
        self._on_files = on_files
        self.on_msg(self._dropped)

    def _dropped(self, _widget: Any, content: Any, buffers: list[Any]) -> None:
        names = [str(name) for name in content.get("names", ())]
        self._on_files([(name, bytes(buffer)) for name, buffer in zip(names, buffers, strict=False)])
