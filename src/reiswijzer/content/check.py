"""Load everything once, so that whatever is wrong in a content file is found before a page is made."""

from __future__ import annotations

from reiswijzer.content.cards import cards
from reiswijzer.content.cases import cases
from reiswijzer.content.choices import choices
from reiswijzer.content.route import route
from reiswijzer.content.texts import exercise_ids, texts


def check_all() -> None:
    """Load every content file; raise `ContentError` with file and id at the first thing that is wrong."""
    cases()
    choices()
    cards()
    route()
    for ident in exercise_ids():
        texts(ident)
