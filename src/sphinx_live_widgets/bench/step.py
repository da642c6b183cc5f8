"""What the extension adds to a build in which nothing has changed."""

from __future__ import annotations

import re
import shlex
import subprocess

from .results import Section

_READY = re.compile(r"live widgets: ready in ([\d.]+) s")
_MADE = "live widgets: making a memory snapshot"


def unchanged_builds(command: str, runs: int) -> Section:
    """Build the book again ``runs`` times; the extension itself logs how long its step took.

    Raises
    ------
    SystemExit
        If the command fails, does not show the log of the build, or makes a snapshot after all.
    """
    section = Section("Builds in which nothing changed, seconds", ("seconds",))
    for run in range(runs + 1):
        done = subprocess.run(shlex.split(command), capture_output=True, text=True, check=False)
        log = done.stdout + done.stderr
        if done.returncode:
            raise SystemExit(f"bench: {command!r} failed.\n{log[-2000:]}")
        found = _READY.search(log)
        if found is None:
            raise SystemExit(f"bench: {command!r} does not show the line 'live widgets: ready in ... s'")
        if run == 0:
            continue  # brings up to date what was not
        if _MADE in log:
            raise SystemExit(f"bench: {command!r} makes a new snapshot each time")
        section.add("snapshot step of an unchanged build", {"seconds": float(found[1])})
    return section
