"""What is in the films that this book holds itself, as their manifest tells: title, length, chapters and words.

`make vlogs` writes the manifest next to the films. It stands with the pages and not in this package, so its folder is
given: the page of a reader has no films to read about.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reiswijzer.content.files import ContentError, require

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Clip:
    """One film. `transcript` and `chapters` are pairs of the second at which something begins, and its words.

    `shown` are the texts that stand only in the picture; `voice` says whether somebody speaks in it.
    """

    id: str
    title: str
    seconds: float
    transcript: tuple[tuple[float, str], ...]
    chapters: tuple[tuple[float, str], ...]
    shown: tuple[str, ...]
    voice: bool
    film: Path
    poster: Path
    captions: Path


def _read(manifest: Path, ident: str) -> dict[str, Any]:
    try:
        found: dict[str, dict[str, Any]] = json.loads(manifest.read_text(encoding="utf-8"))
        return found[ident]
    except FileNotFoundError as error:
        raise ContentError(MANIFEST, ident, f"there are no films: {manifest} does not exist") from error
    except json.JSONDecodeError as error:
        raise ContentError(MANIFEST, ident, f"is not valid JSON: {error}") from error
    except KeyError as error:
        raise ContentError(MANIFEST, ident, "there is no film with this id") from error


def _timed(ident: str, key: str, pairs: list[list[Any]]) -> tuple[tuple[float, str], ...]:
    try:
        return tuple((float(start), str(text)) for start, text in pairs)
    except (TypeError, ValueError) as error:
        raise ContentError(MANIFEST, ident, f"'{key}' is not a list of seconds with words") from error


def _texts(ident: str, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise ContentError(MANIFEST, ident, f"'{key}' is not a list of texts")
    return tuple(value)


def clip(ident: str, folder: Path) -> Clip:
    """Return the film with this id in `folder`.

    Raises
    ------
    ContentError
        When the manifest does not know it or is incomplete, or when a file of it is not there.
    """
    table = _read(folder / MANIFEST, ident)
    require(MANIFEST, ident, table, "title", "seconds", "transcript")
    voice = table.get("voice", False)
    if not isinstance(voice, bool):
        raise ContentError(MANIFEST, ident, f"voice cannot be {voice!r}")
    film, poster, captions = (folder / f"{ident}.{suffix}" for suffix in ("mp4", "jpg", "nl.vtt"))
    for file in (film, poster, captions):
        if not file.is_file():
            raise ContentError(MANIFEST, ident, f"{file.name} does not stand next to the manifest")
    return Clip(
        ident,
        table["title"],
        float(table["seconds"]),
        _timed(ident, "transcript", table["transcript"]),
        _timed(ident, "chapters", table.get("chapters", [])),
        _texts(ident, "shown", table.get("shown", [])),
        voice,
        film,
        poster,
        captions,
    )
