"""Appointments of a whole day as a calendar file (iCalendar, RFC 5545) that any calendar opens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MEDIA_TYPE = "text/calendar"
ALARM = 9
"""Hour of the day at which a calendar reminds of an appointment."""

WIDEST = 75
"""Octets on a line, at most; a longer line goes on after a line break and a space."""


@dataclass(frozen=True)
class Appointment:
    """Something on a day; `uid` makes a second import take the place of the first."""

    uid: str
    day: date
    title: str
    description: str
    url: str = ""


def write(appointments: Iterable[Appointment], made: str) -> bytes:
    """Return the calendar file of these appointments; `made` is a moment in UTC, such as 20261103T093000Z."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//reiswijzer//terugkomkaarten//NL", "CALSCALE:GREGORIAN"]
    for one in appointments:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_escaped(one.uid)}",
            f"DTSTAMP:{made}",
            f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(one.title)}",
            f"DESCRIPTION:{_escaped(one.description)}",
            *([f"URL:{one.url}"] if one.url else []),
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{_escaped(one.title)}",
            f"TRIGGER:PT{ALARM}H",  # counted from the beginning of the day
            "END:VALARM",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _escaped(text: str) -> str:
    text = " ".join(text.replace("\r\n", "\n").split("\r"))
    for character, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(character, written)
    return text


def _folded(line: str) -> bytes:
    """Break a line where it gets too wide, never inside a character."""
    parts: list[bytes] = []
    current = b""
    for character in line:
        piece = character.encode()
        if len(current) + len(piece) > WIDEST - bool(parts):
            parts.append(current)
            current = b""
        current += piece
    return b"\r\n ".join([*parts, current])
