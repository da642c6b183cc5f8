"""Dutch words for the parts of the theme that have none, from `nl.po`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SOURCE = Path(__file__).parent / "nl.po"


def register(app: Sphinx) -> None:
    """Compile the catalogue beside the doctrees and add it to what Sphinx itself has in Dutch."""
    folder = Path(app.doctreedir).parent / ".vertaling"
    target = folder / "nl" / "LC_MESSAGES" / "sphinx.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    with SOURCE.open("rb") as source:
        catalogue = read_po(source, locale="nl")
    with target.open("wb") as compiled:
        write_mo(compiled, catalogue)
    app.add_message_catalog("sphinx", str(folder))
