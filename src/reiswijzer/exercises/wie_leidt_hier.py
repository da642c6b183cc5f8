"""Wie leidt hier?: two given tables and the reader's own, and what is left when a seat is emptied (M13, M3).

The screens of the given tables stand in `_given`, those of the reader's own table in `_own`, the price and free play
in `_end`; `_parts` draws a table, `_rules` holds state and rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reiswijzer.content.texts import texts
from reiswijzer.exercises import wie_leidt_hier_parts as parts
from reiswijzer.exercises import wie_leidt_hier_rules as rules
from reiswijzer.exercises.base import Exercise
from reiswijzer.exercises.wie_leidt_hier_end import FreeScreen, PriceScreen
from reiswijzer.exercises.wie_leidt_hier_given import BetScreen, ExplainScreen, PlayScreen, SeeScreen
from reiswijzer.exercises.wie_leidt_hier_own import LeaveScreen, TableScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST_OWN, _LAST_OWN = 4, 5


class WhoLeads(Exercise[rules.LeadState]):
    """The exercise; each screen renders its own part of the state, and only when it is the one on screen."""

    def screens(self) -> Sequence[Any]:
        """Make the screens, in the order of the steps."""
        self.bet, self.play, self.see = BetScreen(self), PlayScreen(self), SeeScreen(self)
        self.explain, self.table, self.leave = ExplainScreen(self), TableScreen(self), LeaveScreen(self)
        self.price, self.free = PriceScreen(self), FreeScreen(self)
        return [self.bet, self.play, self.see, self.explain, self.table, self.leave, self.price, self.free]

    def figure(self) -> str:
        """Return the tables on screen: the two given ones, or the reader's own."""
        return "".join(svg for svg, _ in self._drawings())

    def figure_text(self) -> str:
        """Return in words how much the others rely on every seat."""
        return " ".join(words for _, words in self._drawings())

    def _drawings(self) -> list[tuple[str, str]]:
        state = self.state
        if _FIRST_OWN <= state.step <= _LAST_OWN:
            return [parts.draw(self.texts, state, rules.OWN, filter(None, [state.emptied.get(rules.OWN)]))]
        if state.step > _LAST_OWN:
            return [parts.draw(self.texts, state, state.free, state.free_gone)]
        return [parts.draw(self.texts, state, table, filter(None, [state.emptied.get(table)])) for table in rules.GIVEN]


def exercise() -> WhoLeads:
    """Make the exercise in its starting state."""
    return WhoLeads(rules.IDENT, rules.start(texts(rules.IDENT)))
