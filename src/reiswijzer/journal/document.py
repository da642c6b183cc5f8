"""The document in which the state of one exercise is kept: which exercise, version, time, and the state itself."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from reiswijzer.journal.codec import Unreadable, decode, encode

if TYPE_CHECKING:
    from reiswijzer.journal.codec import Kinds

VERSION = 1
LONGEST = 400_000
"""Characters in a document, at most; a full exercise takes some thousands."""

DEEPEST = 64
"""Brackets inside each other, at most: the reader of the standard library goes as deep as it is led."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]')
_LONGEST_NUMBER = 40

S = TypeVar("S")


class Newer(Unreadable):
    """The document was written by a later version of this module."""


def now() -> datetime:
    """Return the present moment; tests put another function in this place."""
    return datetime.now(UTC)


def write(ident: str, state: Any, kinds: Kinds | None = None) -> str:
    """Return the state of exercise `ident` as text; raise `Unreadable` when it cannot be kept or is too long."""
    content = {
        "version": VERSION,
        "exercise": ident,
        "time": now().isoformat(timespec="milliseconds"),
        "state": encode(state, type(state), kinds),
    }
    text = json.dumps(content, separators=(",", ":"))
    if len(text) > LONGEST:
        raise Unreadable("", f"is too long: {len(text)} characters")
    return text


def read(text: str, ident: str, kind: type[S], kinds: Kinds | None = None) -> S:
    """Return the state of exercise `ident` from text that may be damaged or hostile.

    Raises
    ------
    Newer
        When a later version wrote it.
    Unreadable
        When it is anything else than a document of this exercise.
    """
    content = plain(text)
    if not isinstance(content, dict) or type(content.get("version")) is not int:
        raise Unreadable("", "is no document")
    if content["version"] > VERSION:
        raise Newer("/version", f"is {content['version']}, and this module writes {VERSION}")
    if content.keys() != {"version", "exercise", "time", "state"} or content["exercise"] != ident:
        raise Unreadable("", f"is no document of {ident}")
    if content["version"] != VERSION:
        raise Unreadable("/version", "was never written")
    return decode(content["state"], kind, kinds)  # type: ignore[no-any-return]


def plain(text: str) -> Any:
    """Return JSON as plain data, without the liberties that Python's own reader takes.

    Raises
    ------
    Unreadable
        When it is no JSON, too long or too deep, names a field twice, or holds a number that is none.
    """
    if len(text) > LONGEST:
        raise Unreadable("", f"is too long: {len(text)} characters")
    depth = 0
    for token in _TOKEN.findall(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token, 0)
        if depth > DEEPEST:
            raise Unreadable("", "is too deep")
    try:
        return json.loads(text, parse_int=_whole, parse_constant=_no_number, object_pairs_hook=_once)
    except Unreadable:
        raise
    except ValueError as error:
        raise Unreadable("", f"is no JSON: {error}") from error


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise Unreadable("", "holds a number that is too long")
    return int(digits)


def _no_number(name: str) -> Any:
    raise Unreadable("", f"holds {name}")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unreadable("", "names a field twice")
    return found
