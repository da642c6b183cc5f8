"""The document in which the state of one exercise is kept: which exercise, version, time, and the state itself."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeVar

from reiswijzer.journal.codec import Unreadable, decode, encode
from reiswijzer.journal.times import now, stamp

if TYPE_CHECKING:
    from reiswijzer.journal.codec import Kinds

VERSION = 1
LONGEST = 400_000
"""Characters in a document, at most; a full exercise takes some thousands."""

DEEPEST = 64
"""Brackets of one kind inside each other, at most: the reader of the standard library goes as deep as it is led."""

MOST_BRACKETS = 1_000_000
"""A journal that is as full as it may be has fewer; the reader of the standard library needs time for each."""

# Possessive, and a text need not end: so no text makes the search go back over what it has seen.
_TEXT = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_NO_BRACKET = re.compile(r"[^\[\]{}]+")
_HALF = re.compile("[\ud800-\udfff]")
_LONGEST_NUMBER = 40

S = TypeVar("S")


class Newer(Unreadable):
    """The document was written by a later version of this module."""


class TooLong(Unreadable):
    """There is more text than is taken in or kept."""

    def __init__(self, characters: int) -> None:
        super().__init__("", f"is too long: {characters} characters")


class NoJson(Unreadable):
    """The text is no JSON, or JSON that takes liberties."""


def write(ident: str, state: Any, kinds: Kinds | None = None) -> str:
    """Return the state of exercise `ident` as text; raise `Unreadable` when it cannot be kept or is too long."""
    content = {
        "version": VERSION,
        "exercise": ident,
        "time": stamp(now()),
        "state": encode(state, type(state), kinds),
    }
    text = dump(content)
    if len(text) > LONGEST:
        raise TooLong(len(text))
    return text


def read(text: str, ident: str, kind: type[S], kinds: Kinds | None = None) -> S:
    """Return the state of exercise `ident` from text that may be damaged or hostile; raise as `opened` does."""
    return opened(plain(text), ident, kind, kinds)


def opened(content: Any, ident: str, kind: type[S], kinds: Kinds | None = None) -> S:
    """Return the state of exercise `ident` from the plain data of a document.

    Raises
    ------
    Newer
        When a later version wrote it.
    Unreadable
        When it is anything else than a document of this exercise.
    """
    if not isinstance(content, dict) or type(content.get("version")) is not int:
        raise Unreadable("", "is no document")
    if content["version"] > VERSION:
        raise Newer("/version", f"is {content['version']}, and this module writes {VERSION}")
    if content.keys() != {"version", "exercise", "time", "state"} or content["exercise"] != ident:
        raise Unreadable("", f"is no document of {ident}")
    if content["version"] != VERSION:
        raise Unreadable("/version", "was never written")
    return decode(content["state"], kind, kinds)  # type: ignore[no-any-return]


def dump(content: Any, indent: int | None = None) -> str:
    """Return plain data as JSON, letter for letter as `JSON.stringify` in a page writes them."""
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(content, ensure_ascii=False, separators=separators, indent=indent)
    return _HALF.sub(lambda half: f"\\u{ord(half.group()):04x}", text)


def plain(text: str, longest: int = LONGEST) -> Any:
    """Return JSON as plain data, without the liberties that Python's own reader takes.

    Raises
    ------
    TooLong
        When it has more than `longest` characters.
    NoJson
        When it is no JSON, is too deep, names a field twice, or holds a number that is none.
    """
    if len(text) > longest:
        raise TooLong(len(text))
    brackets = _NO_BRACKET.sub("", _TEXT.sub("", text))
    if len(brackets) > MOST_BRACKETS:
        raise NoJson("", "has more parts than any journal")
    for _ in range(DEEPEST):
        brackets = brackets.replace("[]", "").replace("{}", "")
    if brackets:
        raise NoJson("", "is too deep, or does not close what it opens")
    try:
        return json.loads(text, parse_int=_whole, parse_constant=_no_number, object_pairs_hook=_once)
    except Unreadable:
        raise
    except ValueError as error:
        raise NoJson("", f"is no JSON: {error}") from error


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise NoJson("", "holds a number that is too long")
    return int(digits)


def _no_number(name: str) -> Any:
    raise NoJson("", f"holds {name}")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NoJson("", "names a field twice")
    return found
