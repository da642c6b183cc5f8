"""The journal as a file, for Jupyter: read, added to, and never lost."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reiswijzer.journal import times
from reiswijzer.journal.codec import Unreadable
from reiswijzer.journal.document import Newer, TooLong
from reiswijzer.journal.journal import LARGEST, Journal, merge, read, with_document, with_note, write

if TYPE_CHECKING:
    from collections.abc import Mapping


class JournalFile:
    """A journal in a file that may not be there yet.

    Every change reads the file again first, so two notebooks may keep in one file; of two changes in the same
    instant the last one stays, as there is no lock. `put_apart` is where a file went
    that could not be read, None as long as that did not happen.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path).expanduser().resolve()
        self.put_apart: Path | None = None

    def read(self) -> Journal:
        """Return the journal; an empty one when there is no file, or when it was damaged and is now put apart.

        Raises
        ------
        Newer
            When a later version wrote it: such a file is not touched.
        OSError
            When the file cannot be read, or a damaged one cannot be put apart.
        """
        try:
            return read(self._content())
        except FileNotFoundError:
            return Journal()
        except Newer:
            raise
        except Unreadable:
            self._put_apart()
            return Journal()

    def write(self, journal: Journal) -> None:
        """Put this journal in the place of the file, whole or not at all.

        Raises
        ------
        Unreadable
            When it is too much to be read back.
        OSError
            When the file cannot be written.
        """
        content = write(journal).encode()
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.name}-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, self.path)  # noqa: PTH105 - the very call that is atomic
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def add(self, other: Journal) -> None:
        """Merge a journal into the file; raises as `read` and `write` do."""
        here = self.read()
        both = merge(here, other)
        if both != here:
            self.write(both)

    def keep_note(self, field: str, text: str) -> None:
        """Keep a text in a field; raises as `read` and `write` do."""
        here = self.read()
        notes = here.fields.get(field, ())
        if text != (notes[-1].text if notes else ""):
            self.write(with_note(here, field, text))

    def keep_document(self, version: Mapping[str, Any], known: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
        """Keep a document of an exercise, and return it as it is kept; raises as `read` and `write` do.

        `known` is what the writer last read or kept: it alone is written over, and only on the same day.
        """
        here = self.read()
        present = here.exercises.get(version["exercise"], (None,))[-1]
        after = with_document(here, version, continues=present is not None and present == known)
        self.write(after)
        return after.exercises[version["exercise"]][-1]

    def present(self, exercise: str) -> Mapping[str, Any] | None:
        """Return the present document of an exercise, None when there is none; raises as `read` does."""
        return self.read().exercises.get(exercise, (None,))[-1]

    def _content(self) -> bytes:
        size = self.path.stat().st_size
        if size > LARGEST:
            raise TooLong(size)
        return self.path.read_bytes()

    def _put_apart(self) -> None:
        """Rename the file, so that nothing is written over it."""
        moment = times.stamp(times.now()).translate(str.maketrans("", "", "-:.TZ"))
        self.put_apart = self.path.with_name(f"{self.path.stem}-onleesbaar-{moment}{self.path.suffix}")
        self.path.rename(self.put_apart)
