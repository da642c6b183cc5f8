"""Uw samenwerking: describe your own collaboration and lay it beside the documented ones that are most like it (M25).

`_rules` holds state and rules; the first screens stand in `_describe`, the others in `_beside`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reiswijzer.exercises import uw_samenwerking_rules as rules
from reiswijzer.exercises.base import Exercise
from reiswijzer.exercises.uw_samenwerking_beside import AskScreen, DifferentScreen, LikeScreen
from reiswijzer.exercises.uw_samenwerking_describe import BetScreen, DescribeScreen

if TYPE_CHECKING:
    from collections.abc import Sequence


class OwnCollaboration(Exercise[rules.OwnState]):
    """The exercise; each screen renders its own part of the state, and only when it is the one on screen."""

    def screens(self) -> Sequence[Any]:
        """Make the screens, in the order of the steps."""
        self.describing, self.bet, self.like = DescribeScreen(self), BetScreen(self), LikeScreen(self)
        self.different, self.ask = DifferentScreen(self), AskScreen(self)
        return [self.describing, self.bet, self.like, self.different, self.ask]

    def figure(self) -> str:
        """Return which themes the neighbours share; of the invented example as long as there are none."""
        return rules.draw(self.texts, self.state)[0]

    def figure_text(self) -> str:
        """Return the same in words."""
        return rules.draw(self.texts, self.state)[1]


def exercise() -> OwnCollaboration:
    """Make the exercise in its starting state."""
    return OwnCollaboration(rules.IDENT, rules.OwnState())
