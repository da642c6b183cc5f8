"""`{gegevensbestand}`: a link that downloads the data of the cases, as one file or all in a zip."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.addnodes import download_reference
from sphinx.util.docutils import SphinxRole

from reiswijzer.exercises.casussen_onderzoeken_tables import files

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx

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
        path = Path(self.env.doctreedir) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made[name])
        target = "/" + Path(os.path.relpath(path, self.env.srcdir)).as_posix()
        return [download_reference(self.rawtext, text, reftarget=target)], []


def register(app: Sphinx) -> None:
    """Register the role."""
    app.add_role("gegevensbestand", DataFileRole())
