"""What the numbers depend on: versions, machine, date."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import re
from typing import TYPE_CHECKING

from sphinx_live_widgets import __version__
from sphinx_live_widgets.builder.tools import LOCKS

if TYPE_CHECKING:
    from pathlib import Path


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as text:  # noqa: PTH123  # not a file of ours
            found = re.search(r"model name\s*: (.+)", text.read())
    except OSError:
        found = None
    return found[1].strip() if found else platform.processor() or "unknown processor"


def about(page: Path) -> dict[str, str]:
    """Return the header of a report, by name."""
    locked = json.loads((LOCKS / "package.json").read_text(encoding="utf-8"))["dependencies"]
    wheels = (LOCKS / "wheels.lock").read_text(encoding="utf-8")
    found = re.search(r"^ipywidgets==(\S+)", wheels, re.MULTILINE)
    now = dt.datetime.now(dt.UTC)
    built = dt.datetime.fromtimestamp(page.stat().st_mtime, dt.UTC)
    return {
        "measured": f"{now:%Y-%m-%d}",
        "book built": f"{built:%Y-%m-%d}",
        "sphinx_live_widgets": __version__,
        "Pyodide": locked["pyodide"],
        "ipywidgets": found[1] if found else "unknown",
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, {_processor()}",
        "load when it began": load(),
    }


def load() -> str:
    """Return how many processes wanted to run in the last minute: more than a few say that the numbers are noisy."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
