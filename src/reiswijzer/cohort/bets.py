"""What travellers bet in the exercises, per option, to lay beside what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.cohort.rules import enough
from reiswijzer.content.files import ContentError, require, toml
from reiswijzer.content.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reiswijzer.journal.share import Share

FILE = "samen/gokken.toml"


@dataclass(frozen=True)
class Bet:
    """A question that is bet on, its options, the id of the one that came true, and what came of it in words."""

    id: str
    question: str
    options: Mapping[str, str]
    came: str
    outcome: str


@dataclass(frozen=True)
class Placed:
    """How many travellers chose each option of a bet, by option id, in the order of the question."""

    bet: Bet
    counts: Mapping[str, int]


def known() -> tuple[Bet, ...]:
    """Return the bets that have an outcome, in the order of the route.

    Raises
    ------
    ContentError
        When an exercise, question or option is not there, or has no outcome.
    """
    found = []
    for table in toml(FILE)["gok"]:
        ident = str(table.get("id", "gok without id"))
        require(FILE, ident, table, "id", "uit", "uitkomst")
        exercise, _, question = ident.partition("/")
        choice = texts(exercise).choice(question)
        options = {option.id: option.label for option in choice.options}
        if table["uit"] not in options:
            raise ContentError(FILE, ident, f"'{table['uit']}' is no option")
        found.append(Bet(ident, choice.question, options, table["uit"], table["uitkomst"].strip()))
    return tuple(found)


def placed(shares: Sequence[Share], of: Iterable[Bet] | None = None) -> tuple[Placed, ...]:
    """Return the bets that at least five travellers placed; an option that is not known does not count."""
    found = []
    for bet in known() if of is None else of:
        chosen = [share.bets.get(bet.id) for share in shares]
        counts = {option: chosen.count(option) for option in bet.options}
        if enough(sum(counts.values())):
            found.append(Placed(bet, counts))
    return tuple(found)
