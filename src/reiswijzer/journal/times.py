"""Moments as text, in one form: UTC with milliseconds, as JavaScript writes it, so that their order is that of text."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from reiswijzer.journal.codec import Unreadable

AHEAD = timedelta(days=1)
"""How far a clock may be ahead of ours: a device may be set wrong, but not by more than this."""

FIRST = datetime(2020, 1, 1, tzinfo=UTC)
"""No file is of before this book."""

YEARS = range(1970, 9999)
"""What a clock on a device can say; a year further and time of day here may be no date any more."""

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})")


def now() -> datetime:
    """Return the present moment; tests put another function in this place."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return an aware moment as text, such as 2026-11-03T09:30:00.000Z."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def canonical(value: object, path: str, *, elsewhere: bool = True) -> str:
    """Return a moment that was read in our form.

    Parameters
    ----------
    value : object
        What was read.
    path : str
        Where it stood.
    elsewhere : bool
        Whether it comes from a file; the own clock may have been wrong, and what it dated is no less the reader's.

    Raises
    ------
    Unreadable
        When it is no ISO 8601 moment with an offset in `YEARS`, or comes from elsewhere and lies more than `AHEAD` in
        the future or before `FIRST`.
    """
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        raise Unreadable(path, "is no moment")
    try:
        moment = datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Unreadable(path, f"is no moment: {error}") from error
    if moment.year not in YEARS:
        raise Unreadable(path, "is no moment of a clock")
    if elsewhere and moment - now() > AHEAD:
        raise Unreadable(path, "lies in the future")
    if elsewhere and moment < FIRST:
        raise Unreadable(path, f"lies before {FIRST.year}")
    return stamp(moment)


def local(text: str) -> datetime:
    """Return a moment in our form as time of the clock on the wall here."""
    return datetime.fromisoformat(text).astimezone()
