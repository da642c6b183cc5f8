"""Turn a script into text: WebVTT captions, the transcript, the chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reiswijzer.content.film import Script


def clock(seconds: float) -> str:
    """Return seconds as WebVTT writes a moment: ``00:01:02.500``."""
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02}:{whole // 60_000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"


def webvtt(script: Script) -> str:
    """Return the captions: words on screen and, in brackets, what moves."""
    cues = [f"{clock(line.begin)} --> {clock(line.end)}\n{_plain(line.caption)}\n" for line in script.lines]
    return "\n".join(["WEBVTT\n", *cues])


def _plain(caption: str) -> str:
    return " ".join(caption.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").split())


def transcript(script: Script) -> list[tuple[float, str]]:
    """Return every line as (second at which it begins, words and what moves)."""
    return [(round(line.begin, 3), line.caption) for line in script.lines]


def chapters(script: Script) -> list[tuple[float, str]]:
    """Return every chapter as (second at which it begins, title)."""
    return [(round(scene.begin, 3), scene.chapter) for scene in script.scenes if scene.chapter]
