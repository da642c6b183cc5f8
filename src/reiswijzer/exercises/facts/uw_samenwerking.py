"""What came of "Uw samenwerking": the cases that are like it, and the bets on what went wrong there (M25)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.content.cases import kinds
from reiswijzer.exercises import uw_samenwerking_rules as rules
from reiswijzer.exercises.facts import Fact
from reiswijzer.exercises.wording import listing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reiswijzer.content.texts import Texts


def facts(texts: Texts, _words: Mapping[str, str], state: rules.OwnState) -> Iterator[Fact]:
    """Return what came of the state; the neighbours are those of the reader's own description."""
    for name in rules.LISTS:
        if chosen := rules.own(state, name):
            yield Fact(name, {"naam": kinds(name)[chosen]})
    own, invented = rules.OwnState(answers=state.answers), rules.OwnState(answers=state.answers, example=True)
    if found := rules.near(texts, own):
        yield Fact("gelijkend", {"namen": rules.names(found)})
    for each in (own, invented):
        if made := rules.last_bet(texts, each):
            yield Fact(rules.bet_key(each), *_bet(texts, made))


def _bet(texts: Texts, made: rules.Bet) -> tuple[dict[str, object], str, str, str]:
    """Return values and variants of a bet; what came of it is about the cases it was made on, whatever came later."""
    counted, times = rules.setbacks(made.about), rules.hits(texts, made)
    values: dict[str, object] = {
        "gok": texts.choice("gok").option(made.option).label,
        "namen": listing(each.name for each in made.about),
        "aantal": times,
        "alle": len(made.about),
        "lijst": rules.setback_words(texts, counted),
    }
    right = "klopt" if made.option == rules.NO_SETBACK or len(made.about) == 1 else "raak"
    outcome = right if times else "mis" if counted else "geen"
    return values, "", "", outcome
