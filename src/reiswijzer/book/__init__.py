"""The Sphinx directives and roles of this book; thin, because the texts are in `content` and the rules in `exercises`.

`setup` is all that Sphinx needs. Content is loaded and checked before the first page is read, so that a missing
source or an option without a reply stops the build with its file and id.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ExtensionError

import reiswijzer
from reiswijzer.book import (
    address,
    addresses,
    assets,
    bibliography,
    binder,
    cards,
    case_links,
    case_map,
    case_pages,
    cases,
    charts,
    choices,
    data_files,
    data_tables,
    examples,
    exercises,
    folds,
    forms,
    heads,
    journal,
    journal_page,
    lean_sheets,
    link_cards,
    lost,
    menu,
    paper,
    plans,
    players,
    search,
    slides,
    stops,
    strict,
    table_cards,
    terms,
    translation,
    vlogs,
)
from reiswijzer.content.check import check_all
from reiswijzer.content.files import ContentError

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def _check(app: Sphinx) -> None:
    """Stop the build when a content file is wrong."""
    try:
        check_all(Path(app.srcdir) / vlogs.FOLDER)
    except ContentError as error:
        raise ExtensionError(f"content: {error}") from error


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the parts of this extension."""
    texts = (choices, cards, stops, charts, vlogs, exercises, examples, plans, slides, table_cards, forms)
    mapped = (link_cards, terms, cases, case_links, case_map, case_pages, data_files, data_tables)
    outward = (address, addresses, heads, lost, search)
    around = (bibliography, binder, assets, lean_sheets, menu, translation, *outward, strict)
    for part in (folds, players, paper, journal, journal_page, *texts, *mapped, *around):
        part.register(app)
    app.connect("builder-inited", _check, priority=100)
    return {"version": reiswijzer.__version__, "parallel_read_safe": True, "parallel_write_safe": True}
