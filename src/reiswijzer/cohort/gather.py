"""Take in any number of files: every one that cannot take part is named with the reason, and the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from reiswijzer.journal.codec import Unreadable
from reiswijzer.journal.document import Newer
from reiswijzer.journal.share import LARGEST, NoJson, NoShare, Share, TooLarge, WholeJournal, clean, read, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
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
_NOBODY = "Grutto 0000"


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
    labels: dict[str, str] = {}
    contents: dict[str, str] = {}
    for given, content in files:
        name = shown_name(given)
        try:
            share = read(content)
        except Unreadable as error:
            refused.append(Refused(name, _WHY.get(type(error), "unfit")))
            continue
        whole, nameless = write(share), write(replace(share, label=_NOBODY))
        twin = contents.get(whole) or (contents.get(nameless) if share.sentences else None)
        if twin is not None or share.label in labels:
            same: Why = "same-label" if twin is None else "same"
            refused.append(Refused(name, same, labels[share.label] if twin is None else twin))
            continue
        labels[share.label] = contents[whole] = contents[nameless] = name
        shares.append(share)
    return Gathering(tuple(sorted(shares, key=lambda share: share.label)), tuple(refused))


def files_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the JSON files of a folder by name, with no more of each than is needed to refuse it; none is no folder."""
    for path in sorted(folder.glob("*.json")):
        with path.open("rb") as file:
            yield path.name, file.read(LARGEST + 1)


def shown_name(name: str) -> str:
    """Return the name of a file as it may be shown: one line, nothing that turns it around, and not too long."""
    shown = clean(name) or "?"
    return shown if len(shown) <= LONGEST_NAME else f"{shown[: LONGEST_NAME - 1]}…"
