"""Moments as text, in one form: UTC with milliseconds, as JavaScript writes it, so that their order is that of text."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from reiswijzer.journal.codec import Unreadable

AHEAD = timedelta(days=1)
"""How far a clock may be ahead of ours: a device may be set wrong, but not by more than this."""

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})")


def now() -> datetime:
    """Return the present moment; tests put another function in this place."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return an aware moment as text, such as 2026-11-03T09:30:00.000Z."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def canonical(value: object, path: str) -> str:
    """Return a moment that was read from elsewhere in our form.

    Raises
    ------
    Unreadable
        When it is no ISO 8601 moment with an offset, or lies more than `AHEAD` in the future.
    """
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        raise Unreadable(path, "is no moment")
    try:
        moment = datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Unreadable(path, f"is no moment: {error}") from error
    if moment - now() > AHEAD:
        raise Unreadable(path, "lies in the future")
    return stamp(moment)


def local(text: str) -> datetime:
    """Return a moment in our form as time of the clock on the wall here."""
    return datetime.fromisoformat(text).astimezone()
