"""A report as Markdown (CommonMark), in which what the reader wrote is text, for readers with tables and maths too.

An address that stands bare in a text may still become a link in readers that look for those.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reiswijzer.journal.export.lines import clean, day, lines
from reiswijzer.journal.report import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reiswijzer.journal.report import Entry, Report

# Inside a line these can begin markup; at the beginning of a line there are more of them.
_INSIDE = re.compile(r"[\\`*_\[\]<>&|~$^{}]")
_AT_BEGIN = re.compile(r"^(?:[#+\-=:%!]|[0-9]+(?=[.)](?: |$)))")


def write(report: Report) -> str:
    """Return the report as a Markdown document."""
    blocks = [f"# {escape(report.title)}", escape(words()["gemaakt"].format(dag=day(report.made)))]
    for part in report.parts:
        blocks.append(f"## {escape(part.title)}")
        for entry in part.entries:
            blocks += _entry(entry)
    blocks.append(escape(words()["model"] if report.parts else words()["leeg"]))
    return "\n\n".join(blocks) + "\n"


def _entry(entry: Entry) -> Iterator[str]:
    yield f"**{escape(clean(entry.prompt).replace(chr(10), ' '))}**"
    for line in lines(entry):
        if line.quoted:
            yield f"{escape(line.label)}:"
            yield "\n".join(f"> {each}".rstrip() for each in escape(line.text).split("\n"))
        else:
            yield f"{escape(line.label)}: {escape(line.text)}"


def escape(text: str) -> str:
    r"""Return text as Markdown that shows the same: a break in a line is a backslash, an empty line a new paragraph."""
    found = [_line(line) for line in clean(text).split("\n")]
    ends = [line and following for line, following in zip(found, [*found[1:], ""], strict=True)]
    return "\n".join(f"{line}\\" if goes_on else line for line, goes_on in zip(found, ends, strict=True))


def _line(line: str) -> str:
    escaped = _INSIDE.sub(r"\\\g<0>", " ".join(line.split()))
    begin = _AT_BEGIN.match(escaped)
    if begin is None:
        return escaped
    number = begin[0].isdigit()
    return f"{begin[0]}\\{escaped[begin.end() :]}" if number else f"\\{escaped}"
