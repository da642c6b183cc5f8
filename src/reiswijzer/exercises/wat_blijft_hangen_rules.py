"""State and rules of `wat-blijft-hangen`: estimates as typed, what is left of them (M18), and the drawing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.exercises.base import State
from reiswijzer.figures.day_bars import Kept, day_bars
from reiswijzer.models.retention import HIGHEST, STATISTIC_RETAINED, STORY_RETAINED, retained_impact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reiswijzer.content.texts import Texts

IDENT = "wat-blijft-hangen"
FORMS = ("verhaal", "cijfer")
BEFORE, AFTER, LATER = MOMENTS = ("vooraf", "na", "later")
PUBLISHED = {"verhaal": STORY_RETAINED, "cijfer": STATISTIC_RETAINED}
CAME_BACK, NEVER = "gisteren", "niet"
_TYPED = re.compile(r"\s*([0-9]{1,3})\s*%?\s*")


@dataclass(frozen=True)
class HangState(State):
    """What the reader did.

    Estimates stand in `answers` as typed, by `key`. `part` is the part of the own story on screen; `explained` and
    `others` tell what was opened; `group` holds how many people chose each change, `free` the three numbers (prior,
    right after, later) of the last step.
    """

    part: int = 0
    explained: bool = False
    others: bool = False
    group: tuple[int, ...] = (3, 1, 1, 0)
    free: tuple[int, ...] = (30, 60, 40)


def key(moment: str, form: str) -> str:
    """Return the question id of an estimate."""
    return f"{moment}/{form}"


def parse(typed: str) -> int | None:
    """Return a typed estimate, 0 to 100, or None when that is not what was typed."""
    found = _TYPED.fullmatch(typed)
    number = int(found[1]) if found else None
    return number if number is not None and number <= HIGHEST else None


def estimate(state: State, moment: str, form: str) -> int | None:
    """Return an estimate, None when there is none yet or it is no number from 0 to 100."""
    return parse(state.answers.get(key(moment, form), ""))


def estimates(state: State, form: str) -> tuple[int, int, int] | None:
    """Return the three estimates about one form, None as long as one is missing."""
    found = [number for moment in MOMENTS if (number := estimate(state, moment, form)) is not None]
    return (found[0], found[1], found[2]) if len(found) == len(MOMENTS) else None


def has_both(state: State, moment: str) -> bool:
    """Tell whether both estimates of this moment are there."""
    return all(estimate(state, moment, form) is not None for form in FORMS)


def revealed(state: State) -> bool:
    """Tell whether the published figures may be shown: after the later estimates, or to who will not return."""
    came = state.answers.get("terug")
    return came == NEVER or (came == CAME_BACK and has_both(state, LATER))


def own_shares(state: State) -> dict[str, float]:
    """Return per form which share is left for this reader; a form with nothing to compute is left out (M18)."""
    if state.answers.get("terug") != CAME_BACK:
        return {}
    shares = {form: retained_impact(*three) for form in FORMS if (three := estimates(state, form))}
    return {form: share for form, share in shares.items() if share is not None}


def percent(share: float) -> int:
    """Return a share as a whole percentage."""
    return round(100 * share)


def draw(texts: Texts, items: Sequence[Kept]) -> tuple[str, str]:
    """Return the bars and what they show in words."""
    known = [item for item in items if item.share is not None]
    words = " ".join(
        texts("figuur_regel", wat=item.label, procent=percent(item.share)) for item in known if item.share is not None
    )
    words = f"{texts('figuur_vol')} {words}" if known else texts("figuur_leeg")
    first, second = texts.data["dagen"]
    return day_bars(items, (first, second), title=texts("figuur_titel"), description=words), words


def drawing_of(texts: Texts, state: HangState) -> tuple[str, str]:
    """Return the drawing of the experiment: question marks, or the published figures and the reader's own."""
    names, shown, own = texts.data["staaf"], revealed(state), own_shares(state)
    items = [Kept(names["bron"][form], PUBLISHED[form] if shown else None) for form in FORMS]
    if shown:
        items += [Kept(names["zelf"][form], own[form], own=True) for form in FORMS if form in own]
    return draw(texts, items)


def free_drawing(texts: Texts, state: HangState) -> tuple[str, str]:
    """Return the drawing of the last step: the published figures and the numbers that were set."""
    names = texts.data["staaf"]
    items = [Kept(names["bron"][form], PUBLISHED[form]) for form in FORMS]
    share = retained_impact(*state.free)
    return draw(texts, items if share is None else [*items, Kept(names["vrij"], share, own=True)])
