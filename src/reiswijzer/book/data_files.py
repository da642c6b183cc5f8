"""`{gegevensbestand}`: a link that downloads the data of the cases, as one file or all in a zip."""

from __future__ import annotations

import os
import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.addnodes import download_reference
from sphinx.util.docutils import SphinxRole

from reiswijzer.content import case_fields, cases, publishers
from reiswijzer.exercises.casussen_onderzoeken_tables import files

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx

MADE_FROM = (
    cases.FILE,
    cases.SOURCES_FILE,
    cases.SORTED_FILE,
    cases.KINDS_FILE,
    case_fields.FILE,
    publishers.FILE,
    publishers.ORIGINALS_FILE,
    publishers.WORDS_FILE,
)
"""The content files that the data come from; a page with a link is read again when one changes."""
_EXPLICIT = re.compile(r"^(?P<text>.+?)\s*<(?P<name>[\w.-]+)>$", re.DOTALL)


class DataFileRole(SphinxRole):
    """The role `{gegevensbestand}`: the name of a file, or a text with the name of a file between <>."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the link, or an error with the unknown name; Sphinx puts the file among the downloads of the book."""
        match = _EXPLICIT.match(self.text)
        text, name = (match["text"], match["name"]) if match else (self.text, self.text)
        made = files()
        if name not in made:
            problem = f"{name}: there is no such data file; there are {', '.join(made)}"
            message = self.inliner.reporter.error(problem, line=self.lineno)
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        for file in MADE_FROM:
            self.env.note_dependency(str(resources.files("reiswijzer.content").joinpath(*file.split("/"))))
        path = Path(self.env.doctreedir) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made[name])
        target = "/" + Path(os.path.relpath(path, self.env.srcdir)).as_posix()
        return [download_reference(self.rawtext, text, reftarget=target)], []


def register(app: Sphinx) -> None:
    """Register the role."""
    app.add_role("gegevensbestand", DataFileRole())
