"""The script by which a case that an exercise names leads to its page, on pages of the book and of the notebooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reiswijzer.book.scripts import page_script
from sphinx_live_widgets import live_widget_node

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

SCRIPT = "case_links.mjs"
NAMING = ("uw-samenwerking", "casussen-onderzoeken")
"""The exercises that name cases as links (`exercises.case_card`)."""


def _names_cases(doctree: nodes.document) -> bool:
    return any(node["widget_id"] in NAMING for node in doctree.findall(live_widget_node))


def register(app: Sphinx) -> None:
    """Register the script."""
    page_script(app, Path(__file__).with_name(SCRIPT), _names_cases)
