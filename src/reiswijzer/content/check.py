"""Load everything once, so that whatever is wrong in a content file is found before a page is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.content import case_fields, journal, search, slides
from reiswijzer.content.about import about
from reiswijzer.content.cards import cards
from reiswijzer.content.case_checks import check_cases
from reiswijzer.content.cases import cases
from reiswijzer.content.choices import choices
from reiswijzer.content.clips import clip
from reiswijzer.content.film import script, script_ids
from reiswijzer.content.forms import form, form_ids
from reiswijzer.content.noted import noted
from reiswijzer.content.plans import plan, plan_ids
from reiswijzer.content.publishers import originals, publishers
from reiswijzer.content.route import route
from reiswijzer.content.route import words as route_words
from reiswijzer.content.table_cards import agreements, case_cards, household, role_cards
from reiswijzer.content.texts import CONTROLS, JOURNAL, TOGETHER, control_ids, exercise_ids, journal_ids, texts
from reiswijzer.content.vlogs import vlogs

if TYPE_CHECKING:
    from pathlib import Path


def check_all(films: Path | None = None) -> None:
    """Load every content file; raise `ContentError` with file and id at the first thing that is wrong.

    `films` is the folder with the films of this book; it is looked at when it is there.
    """
    about()
    cases()
    publishers()
    originals()
    check_cases()
    case_fields.fields(case_fields.CASES)
    case_fields.fields(case_fields.SOURCES)
    choices()
    cards()
    case_cards()
    role_cards()
    household()
    agreements()
    slides.decks()
    slides.words()
    route()
    route_words()
    journal.parts()
    journal.words()
    search.words()
    search.hints()
    search.alike()
    for ident in exercise_ids():
        texts(ident)
        noted(ident)
    for ident in plan_ids():
        plan(ident)
    for ident in form_ids():
        form(ident)
    for ident in script_ids():
        script(ident)
    for ident in control_ids():
        texts(ident, CONTROLS)
    for ident in journal_ids():
        texts(ident, JOURNAL)
    texts("naast-elkaar", TOGETHER)
    for item in vlogs().values():
        if item.source == "local" and films is not None and films.is_dir():
            clip(item.id, films)
