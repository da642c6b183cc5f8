"""Comms without a kernel: what a widget sends goes to one sink, what the page sends is handed to the widgets."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import comm
from comm.base_comm import BaseComm, CommManager

from . import fronts, opening

if TYPE_CHECKING:
    from collections.abc import Callable

    Sink = Callable[[str, list[Any]], None]

_sink: Sink | None = None
_about = ""
_manager = CommManager()
_numbers = itertools.count(1)
_closed: set[str] = set()


def connect(sink: Sink | None) -> None:
    """Send everything the widgets publish from now on to ``sink`` (JSON text and a list of binary buffers)."""
    global _sink  # noqa: PLW0603  # one interpreter has one page
    _sink = sink


def about(name: str | None = None) -> str:
    """Return what Python is dealing with now (a comm id or widget id), after setting it when a name is given."""
    global _about  # noqa: PLW0603
    if name is not None:
        _about = name
    return _about


def post(message: dict[str, Any], buffers: list[Any] | None = None) -> None:
    """Send one message to the page; before waking there is no page and the message is dropped."""
    if _sink is None:
        return
    if message["type"] == "comm_open":
        opening.know([message["comm_id"]])
    text = json.dumps(message)
    opening.introduce(text)
    _sink(text, list(buffers or []))


class PageComm(BaseComm):
    """A comm whose other end is the page."""

    def publish_msg(
        self,
        msg_type: str,
        data: dict[str, Any] | None = None,
        metadata: dict[str, Any] | None = None,
        buffers: list[Any] | None = None,
        **_keys: Any,
    ) -> None:
        """Send one comm message to the page."""
        if msg_type == "comm_close":
            _closed.add(self.comm_id)
        message = {"type": msg_type, "comm_id": self.comm_id, "target_name": self.target_name}
        content = dict(data or {})
        if "state" in content:
            content["state"] = fronts.refer(content["state"])
        post({**message, "data": content, "metadata": metadata or {}}, buffers)


def _create_comm(*args: Any, **kwargs: Any) -> PageComm:
    # Counted ids make two builds of the same widgets equal, and a plain start equal to the snapshot.
    if not kwargs.get("comm_id"):
        kwargs["comm_id"] = f"live-{next(_numbers)}"
    return PageComm(*args, **kwargs)


def install() -> None:
    """Make ``comm`` (and so ipywidgets) use this channel; call before ipywidgets is imported."""
    comm.create_comm = _create_comm
    comm.get_comm_manager = lambda: _manager


def deliver(text: str, buffers: list[Any]) -> None:
    """Hand one message of the page to the widget it is for, unless that was closed in the meantime.

    Parameters
    ----------
    text
        JSON with ``type`` (``comm_msg``, ``comm_open`` or ``comm_close``), ``comm_id``, ``data``.
    buffers
        The binary parts, bytes-like.

    Raises
    ------
    KeyError
        If no widget has that comm id: page and interpreter do not belong together.
    """
    message = json.loads(text)
    comm_id = about(message["comm_id"])
    kind = message["type"]
    content = {"comm_id": comm_id, "data": message["data"], "target_name": message.get("target_name", "")}
    envelope = {"content": content, "buffers": buffers, "metadata": message.get("metadata", {})}
    if kind == "comm_open":
        opening.know([comm_id])
        _manager.comm_open(None, None, envelope)  # type: ignore[arg-type]  # there is no socket
        return
    if comm_id in _closed:
        return
    target = _manager.comms[comm_id]
    if kind == "comm_close":
        target.handle_close(envelope)
        _manager.comms.pop(comm_id, None)
        _closed.add(comm_id)
    else:
        target.handle_msg(envelope)
