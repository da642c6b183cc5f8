"""Look at what a clip draws, without making it: pictures of it through the whole clip, and the words in them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from reiswijzer.film.scenes import drawing_of
from reiswijzer.film.stage import frame, moments

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reiswijzer.content.film import Script

STEP = 23
"""Frames from one sample to the next. Just under a second, so that samples fall at every part of a second."""
_TEXT = "{http://www.w3.org/2000/svg}text"
_WORD = re.compile(r"[^\W\d_]{2}")


def samples(script: Script) -> list[str]:
    """Return pictures from the whole clip as SVG text, the last of them its poster."""
    draw = drawing_of(script.id)
    return [frame(script, draw, t) for t in (*moments(script)[::STEP], script.poster)]


def texts(picture: str) -> list[str]:
    """Return all texts in a picture of ours, back to front."""
    return [found.text or "" for found in ET.fromstring(picture).iter(_TEXT)]  # noqa: S314


def labels(script: Script, pictures: Iterable[str]) -> list[str]:
    """Return the words in the pictures that no caption says, in order of appearance.

    Numbers that run and single letters are left out. What the script lists together is one text, and whole: who sits
    at a table, a sentence over two lines.
    """
    said = "\n".join(line.caption for line in script.lines).casefold()
    lists = {text: listed for listed in script.words.values() if isinstance(listed, list) for text in listed}
    found: dict[str, None] = {}
    for text in dict.fromkeys(text for picture in pictures for text in texts(picture)):
        if _WORD.search(text) and not re.search(rf"\b{re.escape(text.casefold())}", said):
            found[", ".join(part.removesuffix(",") for part in lists.get(text, [text]))] = None
    return list(found)
