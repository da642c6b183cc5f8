"""Turn the small markup of the content texts into safe HTML.

Blank line: new paragraph. Lines that start with "- ": a list. `**strong**`, `*emphasis*`, `[label](https://…)`
and `[label](bron:id)` for a source of the exercise. Everything else is escaped. This is for texts of the book: what
a reader wrote, or what comes from a file, may hold the same signs, so it goes in through `own`, which takes their
meaning away.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reiswijzer.content.texts import Reference

_STRONG = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_EMPHASIS = re.compile(r"(?<![\w*])\*([^*]+?)\*(?![\w*])")
_LINK = re.compile(r"\[([^\]]+)\]\((bron:[\w-]+|https?://[^\s)]+)\)")

_OWN = str.maketrans({"*": "\ue000", "[": "\ue001"})
_BACK = str.maketrans({"\ue000": "*", "\ue001": "["})


def own(text: str) -> str:
    """Return words from elsewhere on one line, such that as a part of a content text they are shown as they are."""
    return " ".join(text.split()).translate(_OWN)


def inline(text: str, reference: Callable[[str], Reference] | None = None) -> str:
    """Return one line of content text as HTML."""

    def link(match: re.Match[str]) -> str:
        label, target = match.groups()
        if target.startswith("bron:"):
            if reference is None:
                raise ValueError(f"no sources to find {target} in")
            target = escape(reference(target.removeprefix("bron:")).url)
        return f'<a href="{target}" target="_blank" rel="noopener noreferrer">{label}</a>'

    made = _EMPHASIS.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", _LINK.sub(link, escape(text))))
    return made.translate(_BACK)


def html(text: str, reference: Callable[[str], Reference] | None = None) -> str:
    """Return content text as HTML paragraphs and lists."""
    blocks = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        if lines and all(line.startswith("- ") for line in lines):
            items = "".join(f"<li>{inline(line[2:], reference)}</li>" for line in lines)
            blocks.append(f"<ul>{items}</ul>")
        elif lines:
            blocks.append(f"<p>{inline(' '.join(lines), reference)}</p>")
    return "".join(blocks)


def fold(label: str, inside: str, css: str = "") -> str:
    """Return a closed fold with this label and this HTML inside."""
    return (
        f'<details class="{f"rw-vouw {css}".strip()}"><summary>{escape(label)}</summary>'
        f'<div class="rw-vouw-inhoud">{inside}</div></details>'
    )


def plain(text: str) -> str:
    """Return content text without its markup, one line per paragraph or list item."""
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\1", text))
    blocks = re.split(r"\n\s*\n", text.strip())
    return "\n".join(
        block if block.lstrip().startswith("- ") else " ".join(block.split()) for block in blocks if block.strip()
    ).translate(_BACK)
