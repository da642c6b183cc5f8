"""Journals of earlier versions, brought up to the present one step at a time.

To change what a journal looks like: raise `VERSION` in `journal`, write a function that takes the plain data of the
version before and returns those of the next (`version` included), and put it in `UPGRADES` under the version it
takes. It gets data that nobody has checked yet: take out what it needs with care, and raise `Unreadable` with the place
when that is not there. Add a document of the old version to `tests/journal/documents/`, as a reader would have it; a
test opens every document there. Documents are never taken away: somebody has a file from that year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reiswijzer.journal.codec import Unreadable
from reiswijzer.journal.document import Newer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Plain = dict[str, Any]

UPGRADES: dict[int, Callable[[Plain], Plain]] = {}
"""By version: how its journals become those of the next version."""


def upgrade(content: Plain, version: int, upgrades: Mapping[int, Callable[[Plain], Plain]] = UPGRADES) -> Plain:
    """Return the plain data of a journal as those of `version`.

    Raises
    ------
    Newer
        When they are of a later version.
    Unreadable
        When they have no version, or one that was never written.
    """
    if type(content.get("version")) is not int:
        raise Unreadable("/version", "is no version")
    if content["version"] > version:
        raise Newer("/version", f"is {content['version']}, and this module reads up to {version}")
    while (had := content["version"]) != version:
        if had not in upgrades:
            raise Unreadable("/version", "was never written")
        content = upgrades[had](content)
    return content
