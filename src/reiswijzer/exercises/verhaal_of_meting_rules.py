"""State and rules of `verhaal-of-meting`: what was bet and how surely, what it adds up to (M26), and the drawing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reiswijzer.exercises.base import State
from reiswijzer.figures.sureness import Sure, sureness
from reiswijzer.models.calibration import Calibration, Forecast, calibrate

if TYPE_CHECKING:
    from reiswijzer.content.texts import Texts

IDENT = "verhaal-of-meting"
SURE = "zeker"
EXPLAINED = "uitleg"
NEAR = 0.1
"""Sureness and hits lie close together up to this difference, 0 to 1 [D]."""


@dataclass(frozen=True)
class PraiseState(State):
    """What the reader did.

    `answers` holds the answer bet on by programme, how sure by `sure_key`, and own words; `opened` the programmes of
    which the finding was shown, with or without a bet.
    """


@dataclass(frozen=True)
class Bet:
    """A bet that was laid down before its finding was shown: the option, how sure in percent, and whether it came."""

    programme: str
    pick: str
    percent: int
    right: bool


def programmes(texts: Texts) -> tuple[str, ...]:
    """Return the ids of the programmes, in the order of the steps."""
    return tuple(texts.data["naam"])


def sure_key(programme: str) -> str:
    """Return the question id of how sure the reader was about a programme."""
    return f"{SURE}/{programme}"


def _answer(texts: Texts, question: str, given: object) -> str | None:
    """Return what was answered if the question has that option."""
    found = [option.id for option in texts.choice(question).options if option.id == given]
    return found[0] if found else None


def pick(texts: Texts, state: PraiseState, programme: str) -> str | None:
    """Return the option that was bet on, None for none."""
    return _answer(texts, programme, state.answers.get(programme))


def percent(texts: Texts, state: PraiseState, programme: str) -> int | None:
    """Return how sure the reader was, 50 to 100, None as long as that was not said."""
    said = _answer(texts, SURE, state.answers.get(sure_key(programme)))
    return None if said is None else int(said)


def shown(state: PraiseState, programme: str) -> bool:
    """Tell whether the finding is shown."""
    return programme in state.opened


def opened(present: PraiseState, programme: str, state: PraiseState) -> PraiseState:
    """Return a state in which the finding is shown, with the bet that stands at `present` and no other."""
    keys = (programme, sure_key(programme))
    others = {key: answer for key, answer in state.answers.items() if key not in keys}
    laid = {key: present.answers[key] for key in keys if key in present.answers}
    return replace(state, answers={**others, **laid}, opened=state.opened | {programme})


def bet(texts: Texts, state: PraiseState, programme: str) -> Bet | None:
    """Return the bet on a programme, None as long as it is not laid down or when it was never made."""
    chosen, sure = pick(texts, state, programme), percent(texts, state, programme)
    if not shown(state, programme) or chosen is None or sure is None:
        return None
    return Bet(programme, chosen, sure, chosen == texts.data["uit"][programme])


def bets(texts: Texts, state: PraiseState) -> list[Bet]:
    """List the bets that were laid down, in the order of the steps."""
    return [made for each in programmes(texts) if (made := bet(texts, state, each)) is not None]


def calibration(texts: Texts, state: PraiseState) -> Calibration | None:
    """Return what the bets add up to (M26), None without a bet."""
    made = bets(texts, state)
    return calibrate(Forecast(each.percent / 100, each.right) for each in made) if made else None


def whole(share: float) -> int:
    """Return a share as a whole percentage, halves rounded up."""
    return int(100 * share + 0.5 + 1e-9)


def verdict(found: Calibration) -> str:
    """Return which sentence says how sureness and hits relate."""
    if abs(found.gap) <= NEAR + 1e-9:
        return "ijk_gelijk"
    return "ijk_zekerder" if found.gap > 0 else "ijk_vaker"


def _row(texts: Texts, state: PraiseState, programme: str) -> tuple[Sure, str]:
    """Return the row of a programme in the drawing, and the same in words."""
    name, made = texts.data["naam"][programme], bet(texts, state, programme)
    if made is None:
        kind = "geen" if shown(state, programme) else "open"
        return Sure(name, texts(f"noot_{kind}")), texts(f"figuur_{kind}", naam=name)
    kind = "raak" if made.right else "mis"
    row = Sure(name, texts(f"noot_{kind}", zeker=made.percent), made.percent, made.right)
    return row, texts(f"figuur_{kind}", naam=name, zeker=made.percent)


def draw(texts: Texts, state: PraiseState) -> tuple[str, str]:
    """Return the drawing of the bets with sureness and hits below them, and the same in words."""
    rows = [_row(texts, state, each) for each in programmes(texts)]
    words, sums, found = f"{'; '.join(told for _, told in rows)}.", [], calibration(texts, state)
    if found:
        sure, right = whole(found.sureness), whole(found.share_right)
        words = f"{words} {texts('figuur_samen', zeker=sure, deel=right)}"
        sums = [
            Sure(texts(label), texts("som_noot", procent=value), value)
            for label, value in (("som_zeker", sure), ("som_goed", right))
        ]
    return sureness([row for row, _ in rows], sums, title=texts("figuur_titel"), description=words), words
