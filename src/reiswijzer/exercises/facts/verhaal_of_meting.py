"""What came of "Verhaal of meting?": every bet with how sure it was, and what the bets add up to (M26)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.exercises import verhaal_of_meting_rules as rules
from reiswijzer.exercises.facts import Fact
from reiswijzer.exercises.fields import decimal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reiswijzer.content.texts import Texts


def facts(texts: Texts, words: Mapping[str, str], state: rules.PraiseState) -> Iterator[Fact]:
    """Return what came of the state; what was found is told once the reader has seen it."""
    for each in rules.programmes(texts):
        pick, percent = rules.pick(texts, state, each), rules.percent(texts, state, each)
        if pick is not None:
            right = pick == texts.data["uit"][each]
            values = {
                "gok": texts.choice(each).option(pick).label,
                "zeker": percent,
                "klopt": words["raak" if right else "mis"],
            }
            present = "kaal" if percent is None else "zeker"
            yield Fact(each, values, present=present, outcome="" if rules.shown(state, each) else None)
    found = rules.calibration(texts, state)
    if found:
        numbers = {"zeker": rules.whole(found.sureness), "goed": found.right, "aantal": found.forecasts}
        yield Fact("ijking", {**numbers, "score": decimal(found.score, 2)})
