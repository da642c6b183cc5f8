"""Keep what is drawn and the files of a clip together: `book/vlogs/manifest.json`, one entry per clip.

An entry holds title, seconds, whether a voice is heard, transcript, chapters and the other words in the picture (for
the pages that show the clip), the hash of what it was made from, and the hash of each file. A test compares all of it,
so that no clip is shown that script, drawing or numbers no longer tell.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reiswijzer.film import captions, settings
from reiswijzer.film.drawn import labels, samples

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reiswijzer.content.film import Script

FOLDER = Path(__file__).resolve().parents[3] / "book" / "vlogs"
FILE = FOLDER / "manifest.json"
SUFFIXES = (".mp4", ".jpg", ".nl.vtt")
_MINUS_ZERO = re.compile(r"-(?=0\.0+\b)")


def voice(clip: str) -> Path | None:
    """Return the recorded voice of a clip, when there is one."""
    found = [FOLDER / "stem" / f"{clip}{suffix}" for suffix in (".wav", ".mp3")]
    return next((path for path in found if path.is_file()), None)


def made_from(clip: str, pictures: Iterable[str]) -> str:
    """Return the hash of what a clip is made from: what is drawn, the settings of the files, and the recorded voice.

    As it is about what is drawn and not about the code that draws, other code with the same pictures keeps the hash,
    and another number, letter or model changes it. The sign of a zero does not count: machines differ in it.
    """
    spoken = voice(clip)
    parts = [*(_MINUS_ZERO.sub("", svg).encode() for svg in pictures), settings.fingerprint().encode()]
    return hashlib.sha256(b"".join([*parts, spoken.read_bytes() if spoken else b""])).hexdigest()


def read() -> dict[str, Any]:
    """Return the manifest; empty when there is none yet."""
    if not FILE.is_file():
        return {}
    entries: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return entries


def _files(clip: str) -> dict[str, str]:
    paths = [FOLDER / f"{clip}{suffix}" for suffix in SUFFIXES]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths if path.is_file()}


def entry(script: Script) -> dict[str, Any]:
    """Return what the manifest must say of a clip, from its script, drawing and files as they are now."""
    pictures = samples(script)
    return {
        "title": script.title,
        "seconds": script.seconds,
        "voice": voice(script.id) is not None,
        "made_from": made_from(script.id, pictures),
        "files": _files(script.id),
        "transcript": [list(line) for line in captions.transcript(script)],
        "chapters": [list(chapter) for chapter in captions.chapters(script)],
        "shown": labels(script, pictures),
    }


def stale(script: Script) -> bool:
    """Say whether a clip must be made again: something it is made from changed, or a file is not what was made."""
    return read().get(script.id) != entry(script)


def enter(script: Script) -> None:
    """Write the entry of a clip whose files have just been made."""
    entries = {**read(), script.id: entry(script)}
    text = json.dumps(dict(sorted(entries.items())), ensure_ascii=False, indent=1)
    FILE.write_text(text + "\n", encoding="utf-8")
