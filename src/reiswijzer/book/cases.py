"""`{casus}`: name a documented case by its id; the name links to the main source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from reiswijzer.content.cases import case
from reiswijzer.content.files import ContentError

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx

_EXPLICIT = re.compile(r"^(?P<text>.+?)\s*<(?P<id>[\w-]+)>$", re.DOTALL)


def case_reference(ident: str, text: str = "") -> nodes.reference:
    """Return a link to the main source of a case, with its name or another text."""
    item = case(ident)
    made = nodes.reference("", text or item.name, refuri=item.source_url, internal=False, classes=["rw-casus"])
    made["reftitle"] = f"Bron: {item.source_title}"
    made["casus"] = item.id
    return made


class CaseRole(SphinxRole):
    """The role `{casus}`."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the link, or an error with the unknown id."""
        match = _EXPLICIT.match(self.text)
        ident, text = (match["id"], match["text"]) if match else (self.text, "")
        try:
            return [case_reference(ident, text)], []
        except ContentError as error:
            message = self.inliner.reporter.error(str(error), line=self.lineno)
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]


def register(app: Sphinx) -> None:
    """Register the role."""
    app.add_role("casus", CaseRole())
