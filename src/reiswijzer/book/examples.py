"""`{voorbeeldbestanden}`: a link that downloads the made-up share files as one zip, made when the page is read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile, ZipInfo

from sphinx.addnodes import download_reference
from sphinx.util.docutils import SphinxRole

from reiswijzer.content.texts import TOGETHER, texts
from reiswijzer.exercises.naast_elkaar import IDENT, examples

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

NAME = "verzonnen-deelbestanden.zip"


def write(path: Path) -> None:
    """Write the files to a zip that is the same, byte for byte, whenever it is made."""
    with ZipFile(path, "w") as made:
        for name, content in examples(texts(IDENT, TOGETHER)):
            made.writestr(ZipInfo(name), content)


class ExamplesRole(SphinxRole):
    """Place the link; its text is the text of the role."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link; Sphinx puts the file among the downloads of the book."""
        path = Path(self.env.doctreedir) / NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path)
        target = "/" + Path(os.path.relpath(path, self.env.srcdir)).as_posix()
        return [download_reference(self.rawtext, self.text, reftarget=target)], []


def register(app: Sphinx) -> None:
    """Register the role."""
    app.add_role("voorbeeldbestanden", ExamplesRole())
