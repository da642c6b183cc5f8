"""Dated versions of one thing: notes of a field, documents of an exercise. The oldest comes first, the last is now."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar, cast

from reiswijzer.journal import times

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Document = Mapping[str, Any]

STEP = timedelta(milliseconds=1)


@dataclass(frozen=True, order=True)
class Note:
    """What stood in a field from a moment on, as `times.stamp` writes it; an empty text means it was cleared."""

    time: str
    text: str


V = TypeVar("V", bound="Note | Document")


def union(one: Iterable[V], other: Iterable[V]) -> tuple[V, ...]:
    """Return the versions of both, by time and then by content; what is the same to the letter is there once."""
    found = {(_time(version), _spelled(version)): version for version in (*one, *other)}
    return tuple(found[name] for name in sorted(found))


def union_by_id(one: Mapping[str, tuple[V, ...]], other: Mapping[str, tuple[V, ...]]) -> dict[str, tuple[V, ...]]:
    """Return the versions of both by id."""
    return {ident: union(one.get(ident, ()), other.get(ident, ())) for ident in sorted(one.keys() | other.keys())}


def with_later(versions: tuple[V, ...], new: V, *, continues: bool = True) -> tuple[V, ...]:
    """Return the versions with a new present one, after what is older.

    What is of the same day here is written over, when the new one `continues` it: what came in from elsewhere since
    the writer last looked stays. A clock that runs behind what another device noted does not put the new one before it.
    """
    here = times.local(_time(new)).date()
    over = continues and bool(versions) and times.local(_time(versions[-1])).date() == here
    kept = versions[:-1] if over else versions
    if kept and _time(kept[-1]) >= _time(new):
        new = _at(new, times.stamp(datetime.fromisoformat(_time(kept[-1])) + STEP))
    return (*kept, new)


def _time(version: Note | Document) -> str:
    time: str = version.time if isinstance(version, Note) else version["time"]
    return time


def _at(version: V, time: str) -> V:
    moved: Any = replace(version, time=time) if isinstance(version, Note) else {**version, "time": time}
    return cast("V", moved)


def _spelled(version: Note | Document) -> str:
    return version.text if isinstance(version, Note) else json.dumps(version, sort_keys=True)
