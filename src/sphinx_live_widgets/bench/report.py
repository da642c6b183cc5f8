"""A whole report: header, tables, what is met; printed, or put between the marks of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .aims import against
from .table import as_markdown, as_text, rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from .aims import Aim
    from .results import Section


def _part(sections: Sequence[Section], aims: Sequence[Aim], *, markdown: bool) -> str:
    layout = as_markdown if markdown else as_text
    texts = []
    for section in sections:
        held = against(aims, section)
        texts.append(layout(section.title, rows(section)))
        if len(held) > 1:
            texts.append(layout("Must and aim, of the book", held))
    return "\n\n".join(texts)


def _header(about: Mapping[str, str]) -> str:
    return "; ".join(f"{name}: {value}" for name, value in about.items()) + "."


def whole(
    about: Mapping[str, str], parts: Mapping[str, Sequence[Section]], aims: Sequence[Aim], *, markdown: bool = False
) -> str:
    """Return everything as one text."""
    return "\n\n".join([_header(about), *(_part(found, aims, markdown=markdown) for found in parts.values())])


def write_into(
    path: Path, about: Mapping[str, str], parts: Mapping[str, Sequence[Section]], aims: Sequence[Aim]
) -> None:
    """Replace what stands between ``<!-- bench: PART -->`` and ``<!-- end -->`` in a Markdown file, for each part.

    Raises
    ------
    SystemExit
        If the file has no such marks for a part that was measured.
    """
    text = path.read_text(encoding="utf-8")
    for name, sections in parts.items():
        begin, end = f"<!-- bench: {name} -->", "<!-- end -->"
        before, found, rest = text.partition(begin)
        _, closed, after = rest.partition(end)
        if not found or not closed:
            raise SystemExit(f"bench: {path} has no {begin} that is followed by {end}")
        text = f"{before}{begin}\n\n{_header(about)}\n\n{_part(sections, aims, markdown=True)}\n\n{end}{after}"
    path.write_text(text, encoding="utf-8")
