"""Take in any number of files: every one that cannot take part is named with the reason, and the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reiswijzer.journal.codec import Unreadable
from reiswijzer.journal.document import Newer, NoJson
from reiswijzer.journal.share import LARGEST, NoShare, Share, TooLarge, WholeJournal, clean, read

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from pathlib import Path

LONGEST_NAME = 80
"""Characters of the name of a file that are shown, at most."""

Why = Literal["too-large", "no-json", "journal", "no-share", "newer", "unfit", "same", "same-label"]

_WHY: dict[type[Unreadable], Why] = {
    TooLarge: "too-large",
    NoJson: "no-json",
    WholeJournal: "journal",
    NoShare: "no-share",
    Newer: "newer",
}


@dataclass(frozen=True)
class Refused:
    """A file that does not take part: its name as it may be shown, why, and the file it is too much like ("" if none).

    `why` is too-large, no-json (broken, or of another kind), journal (a whole one), no-share (other JSON), newer
    (from a later version), unfit (something in it does not fit), same (as another file) or same-label.
    """

    name: str
    why: Why
    other: str = ""


@dataclass(frozen=True)
class Gathering:
    """The travellers that are in, in the order of their labels, and the files that are not, in the order they came."""

    shares: tuple[Share, ...] = ()
    refused: tuple[Refused, ...] = ()


def gather(files: Iterable[tuple[str, bytes]]) -> Gathering:
    """Read files (name and content); of two that are the same or carry one label the first takes part.

    The same sentences, answers and bets under another label are the same traveller, who made a file twice. Without
    any sentence two travellers may well have answered alike.
    """
    shares: list[Share] = []
    refused: list[Refused] = []
    labels: dict[str, tuple[str, Hashable]] = {}
    contents: dict[Hashable, str] = {}
    for given, content in files:
        name = shown_name(given)
        try:
            share = read(content)
        except Unreadable as error:
            refused.append(Refused(name, _WHY.get(type(error), "unfit")))
            continue
        content_key = _content(share)
        if share.label in labels:
            other, its_content = labels[share.label]
            refused.append(Refused(name, "same" if its_content == content_key else "same-label", other))
        elif share.sentences and content_key in contents:
            refused.append(Refused(name, "same", contents[content_key]))
        else:
            labels[share.label] = name, content_key
            contents[content_key] = name
            shares.append(share)
    return Gathering(tuple(sorted(shares, key=lambda share: share.label)), tuple(refused))


def _content(share: Share) -> Hashable:
    """Return all that a traveller shares, without the label, to find it again."""
    answers = (frozenset(each.items()) for each in (share.scores, share.again, share.bets))
    return share.role, *answers, frozenset(share.sentences)


def files_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the JSON files of a folder by name, with no more of each than is needed to refuse it; none is no folder."""
    for path in sorted(folder.glob("*.json")):
        with path.open("rb") as file:
            yield path.name, file.read(LARGEST + 1)


def shown_name(name: str) -> str:
    """Return the name of a file as it may be shown: one line, nothing that turns it around, and not too long."""
    shown = clean(name) or "?"
    return shown if len(shown) <= LONGEST_NAME else f"{shown[: LONGEST_NAME - 1]}…"
