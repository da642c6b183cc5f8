"""What came of "Uw samenwerking": the cases that are like it, and the bets on what went wrong there (M25)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.content.cases import kinds
from reiswijzer.exercises import uw_samenwerking_rules as rules
from reiswijzer.exercises.facts import Fact

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
        if bet := rules.bet(texts, each):
            yield _bet(texts, each, bet)


def _bet(texts: Texts, state: rules.OwnState, bet: str) -> Fact:
    found = rules.near(texts, state)
    counted = rules.setbacks(found)
    values = {
        "gok": texts.choice("gok").option(bet).label,
        "aantal": counted[bet],
        "alle": len(found),
        "lijst": rules.setback_words(texts, counted),
    }
    outcome = None if not found else "raak" if counted[bet] else "mis" if counted else "geen"
    return Fact(rules.bet_key(state), values, outcome=outcome)
