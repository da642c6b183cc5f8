"""Make the widgets in Pyodide, record their state and save the interpreter's memory; reuse what did not change."""

from __future__ import annotations

import json
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ExtensionError
from sphinx.util import logging

from . import tools
from .fingerprint import digest, digest_files, package_files
from .kept import made_once
from .site import pack

if TYPE_CHECKING:
    from ..settings import Settings  # noqa: TID252

logger = logging.getLogger(__name__)

_HERE = Path(__file__).parent
_OWN = [_HERE / name for name in ("snapshot.mjs", "memory.mjs", "compress.mjs", "wasm.mjs", "zeroing.mjs")]
_OWN_LIMIT = 300.0  # starting Python and saving its memory: not the author's code


@dataclass(frozen=True)
class Snapshot:
    """A recorded set of widgets.

    Attributes
    ----------
    folder
        Holds ``snapshot.bin.zst``, ``record.json``, ``fronts.json`` and ``site.zip``.
    record
        Widget id to ``root``, ``state``, ``html`` and ``text``.
    fronts
        Name of a file to its text: the front ends of anywidgets.
    """

    folder: Path
    record: dict[str, dict[str, Any]]
    fronts: dict[str, str]


def _kept(settings: Settings) -> list[str]:
    kept = []
    for name in settings.packages:
        files = package_files(name)
        kept.append(
            f"/live/{name}" if len(files) > 1 or f"{name}/__init__.py" in files else f"/live/{next(iter(files))}"
        )
    return kept


def take(settings: Settings, factories: list[dict[str, Any]], runtime: Path) -> Snapshot:
    """Return the snapshot of these factories, made now unless the cache holds it.

    Raises
    ------
    ExtensionError
        If a widget cannot live in the page; the message names it and says why.
    """
    site = pack([*tools.page_wheels(settings.cache), *settings.wheels], settings.packages, settings.leave_out)
    kept = _kept(settings)
    key = digest_files(_OWN, json.dumps([runtime.parent.parent.name, digest(site), factories, kept]))

    def fill(folder: Path) -> None:
        (folder / "site.zip").write_bytes(site)
        plan = {"runtime": str(runtime), "site": str(folder / "site.zip"), "output": str(folder)}
        (folder / "plan.json").write_text(json.dumps({**plan, "keep": kept, "factories": factories}), encoding="utf-8")
        _make(folder, len(factories), settings.make_limit)

    folder = made_once(settings.cache / f"snapshot-{key}", fill)
    record, fronts = (
        json.loads((folder / name).read_text(encoding="utf-8")) for name in ("record.json", "fronts.json")
    )
    return Snapshot(folder, record, fronts)


def _make(folder: Path, count: int, limit: float) -> None:
    logger.info("live widgets: making a memory snapshot of %d widget(s)", count)
    log = folder / "log.txt"
    command = [str(tools.node()), str(_HERE / "snapshot.mjs"), str(folder / "plan.json")]
    with (
        log.open("w", encoding="utf-8") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8") as process,
    ):
        current, problem = _follow(process, limit)
    if problem:
        raise ExtensionError(f"live widget {current!r}: {problem}" if current else f"live widgets: {problem}")
    if process.returncode:
        tail = "\n".join(log.read_text(encoding="utf-8").splitlines()[-12:])
        where = f"live widget {current!r}" if current else "live widgets"
        raise ExtensionError(f"{where}: Node stopped with code {process.returncode}.\n{tail}")


def _follow(process: subprocess.Popen[str], limit: float) -> tuple[str, str]:
    """Read the events of the Node process; return the widget it was busy with and what went wrong, if anything."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    current, problem, timer = "", "", threading.Timer(_OWN_LIMIT, stop)
    timer.start()
    for line in process.stdout or ():
        event = json.loads(line)
        timer.cancel()
        if event["event"] == "make":
            current = event["id"]
            logger.info("live widgets: making %s", current)
        elif event["event"] == "save":
            current = ""
            logger.info("live widgets: saving the memory")
        elif event["event"] == "failed":
            current = event.get("id") or ""
            problem = _explain(event)
        elif event["event"] == "done":
            logger.info("live widgets: %.1f MB of memory saved", event["bytes"] / 1e6)
        timer = threading.Timer(limit if current else _OWN_LIMIT, stop)
        timer.start()
    timer.cancel()
    if late.is_set():
        own = f"no sign of life for {_OWN_LIMIT:g} s"
        problem = f"took longer than {limit:g} s (live_widgets_make_limit)" if current else own
    return current, problem


def _explain(event: dict[str, Any]) -> str:
    reason = str(event["reason"])
    if reason.startswith("ModuleNotFoundError"):
        reason += (
            "\nIn the page only pure Python can be imported: name the package in live_widgets_packages, add its pure "
            "wheel to live_widgets_wheels, or import it only where a full kernel runs."
        )
    return f"{reason}\n{event['detail']}"
