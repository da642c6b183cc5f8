"""State and rules of `wat-blijft-hangen`: estimates as typed, what is left of them (M18), and the drawing.

One of the two topics comes as a story and the other as a number. Which is which depends on the second in which the
reader first estimates, so that over many readers neither form profits from its topic. Who reads without estimating
reads the door as the story, and it stays so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from reiswijzer.exercises.base import State
from reiswijzer.figures.day_bars import LONGEST, Kept, day_bars
from reiswijzer.models.retention import (
    HIGHEST,
    STATISTIC_RETAINED,
    STORY_RETAINED,
    may_ask_again,
    retained_impact,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reiswijzer.content.texts import Texts

IDENT = "wat-blijft-hangen"
FORMS = STORY, NUMBER = ("verhaal", "cijfer")
TOPICS = ("deur", "spreekuur")
BEFORE, AFTER, LATER = MOMENTS = ("vooraf", "na", "later")
PUBLISHED = {"verhaal": STORY_RETAINED, "cijfer": STATISTIC_RETAINED}
NEVER = "niet"
NIGHT = 12 * 60 * 60
"""Seconds between reading and the later estimate, at least: midnight alone makes no night [D]."""
_TYPED = re.compile(r"\s*([0-9]{1,3})\s*%?\s*")


@dataclass(frozen=True)
class HangState(State):
    """What the reader did.

    Estimates stand in `answers` as typed, by `key`; `started` and `read` are the moments (seconds since 1970, 0 for
    not yet) of the first estimate or look at the texts and of the first estimate after reading, `again` that of the
    last later estimate. `part` is the part of the own story on screen; `explained` and `others` tell what was opened;
    `group` holds how many people chose each change, `free` the three numbers (prior, right after, later) of the last
    step.
    """

    started: int = 0
    read: int = 0
    again: int = 0
    part: int = 0
    explained: bool = False
    others: bool = False
    group: tuple[int, ...] = (3, 1, 1, 0)
    free: tuple[int, ...] = (30, 60, 40)


def key(moment: str, topic: str) -> str:
    """Return the question id of an estimate."""
    return f"{moment}/{topic}"


def topic_of(state: HangState, form: str) -> str:
    """Return which topic comes in this form: the story is about the door in the even seconds."""
    return TOPICS[(form == NUMBER) != bool(state.started % 2)]


def first_moment(moment: str, now: int) -> int:
    """Return what `started` becomes by a first estimate: an even second once the texts may have been read."""
    return now if moment == BEFORE else now - now % 2


def form_of(state: HangState, topic: str) -> str:
    """Return in which form this topic comes."""
    return STORY if topic_of(state, STORY) == topic else NUMBER


def parse(typed: str) -> int | None:
    """Return a typed estimate, 0 to 100, or None when that is not what was typed."""
    found = _TYPED.fullmatch(typed)
    number = int(found[1]) if found else None
    return number if number is not None and number <= HIGHEST else None


def estimate(state: HangState, moment: str, form: str) -> int | None:
    """Return an estimate, None when there is none yet or it is no number from 0 to 100."""
    return parse(state.answers.get(key(moment, topic_of(state, form)), ""))


def estimates(state: HangState, form: str) -> tuple[int, int, int] | None:
    """Return the three estimates about one form, None as long as one is missing."""
    found = [number for moment in MOMENTS if (number := estimate(state, moment, form)) is not None]
    return (found[0], found[1], found[2]) if len(found) == len(MOMENTS) else None


def has_both(state: HangState, moment: str) -> bool:
    """Tell whether both estimates of this moment are there."""
    return all(estimate(state, moment, form) is not None for form in FORMS)


def due(state: HangState, now: int) -> bool:
    """Tell whether a night has passed since reading: another day, and long enough ago (M18)."""
    if not state.read or now - state.read < NIGHT:
        return False
    return may_ask_again(_day(state.read), _day(now))


def unseen(state: HangState, now: int) -> bool:
    """Tell whether the reader is back and has yet to estimate without looking."""
    return due(state, now) and not has_both(state, LATER)


def revealed(state: HangState) -> bool:
    """Tell whether the published figures may be shown: after the later estimates, or to who will not return."""
    return state.answers.get("terug") == NEVER or has_both(state, LATER)


def own_shares(state: HangState) -> dict[str, float]:
    """Return per form which share is left for this reader; a form with nothing to compute is left out (M18)."""
    shares = {form: retained_impact(*three) for form in FORMS if (three := estimates(state, form))}
    return {form: share for form, share in shares.items() if share is not None}


def days_between(state: HangState) -> int:
    """Return how many days, at least 1, lie between reading and the later estimate; 1 when that was never kept."""
    return max(1, (_day(state.again) - _day(state.read)).days) if state.again and state.read else 1


def _day(seconds: int) -> date:
    return datetime.fromtimestamp(seconds).astimezone().date()


def percent(share: float) -> int:
    """Return a share as a whole percentage."""
    return round(100 * share)


def draw(texts: Texts, items: Sequence[Kept], longest: float = LONGEST) -> tuple[str, str]:
    """Return the bars, of which a full one is `longest` user units, and what they show in words."""
    known = [item for item in items if item.share is not None]
    words = " ".join(
        texts("figuur_regel", wat=item.label, procent=percent(item.share)) for item in known if item.share is not None
    )
    words = f"{texts('figuur_vol')} {words}" if known else texts("figuur_leeg")
    first, second = texts.data["dagen"]
    title = texts("figuur_titel")
    return day_bars(items, (first, second), title=title, description=words, longest=longest), words


def drawing_of(texts: Texts, state: HangState, longest: float = LONGEST) -> tuple[str, str]:
    """Return the drawing of the experiment: question marks, or the published figures and the reader's own.

    The published figures are about one day, so a number of the reader's own after more days is left out.
    """
    names, shown, own = texts.data["staaf"], revealed(state), own_shares(state)
    items = [Kept(names["bron"][form], PUBLISHED[form] if shown else None) for form in FORMS]
    if shown and days_between(state) == 1:
        items += [Kept(names["zelf"][form], own[form], own=True) for form in FORMS if form in own]
    return draw(texts, items, longest)


def free_drawing(texts: Texts, state: HangState, longest: float = LONGEST) -> tuple[str, str]:
    """Return the drawing of the last step: the published figures and the numbers that were set."""
    names = texts.data["staaf"]
    items = [Kept(names["bron"][form], PUBLISHED[form]) for form in FORMS]
    share = retained_impact(*state.free)
    if share is not None:
        items.append(Kept(names["vrij"], share, own=True))
    return draw(texts, items, longest)
