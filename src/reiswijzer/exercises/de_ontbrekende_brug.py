"""De ontbrekende brug: seven organisations, four of which join, and at most three moves to get all seven.

Joins the rekenmodellen M16 (cascade), M17 (measures), M15 (thresholds) and M14 (misunderstandings). The parts, in
the order of the screens: `_play` (bet and puzzles) with `_more` (solutions, next puzzle), `_reveal` (bets back,
explanation, switch), `_slip` (side dish), `_own` (own table and sandbox); `_state` holds state and rules, `_words`
sentences and still drawings, `_view` puts a scene in the network view.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reiswijzer.content.texts import texts
from reiswijzer.exercises.base import Exercise
from reiswijzer.exercises.de_ontbrekende_brug_own import FreeScreen, TableScreen
from reiswijzer.exercises.de_ontbrekende_brug_play import BetScreen, PlayScreen
from reiswijzer.exercises.de_ontbrekende_brug_reveal import ExplainScreen, SeeScreen, SwitchScreen
from reiswijzer.exercises.de_ontbrekende_brug_slip import SlipScreen
from reiswijzer.exercises.de_ontbrekende_brug_state import IDENT, BridgeState, boards, own_start, replay
from reiswijzer.exercises.de_ontbrekende_brug_words import Scene, draw

if TYPE_CHECKING:
    from collections.abc import Sequence


class MissingBridge(Exercise[BridgeState]):
    """The exercise; each screen renders its own part of the state, and only when it is the one on screen."""

    def screens(self) -> Sequence[Any]:
        """Make the screens, in the order of the steps."""
        self.bet, self.play, self.see = BetScreen(self), PlayScreen(self), SeeScreen(self)
        self.explain, self.switch, self.slip = ExplainScreen(self), SwitchScreen(self), SlipScreen(self)
        self.table, self.free = TableScreen(self), FreeScreen(self)
        return [self.bet, self.play, self.see, self.explain, self.switch, self.slip, self.table, self.free]

    def figure(self) -> str:
        """Return the network after the moves so far, where it stalls or succeeds."""
        return self._drawing()[0]

    def figure_text(self) -> str:
        """Return in words who joins and who has contact with whom."""
        return self._drawing()[1]

    def _drawing(self) -> tuple[str, str]:
        board = boards(self.texts)[self.state.board]
        puzzle = replay(board.puzzle, self.state.moves(self.state.board))
        scene = Scene(puzzle, board.names, 0, board.places, board.puzzle)
        return draw(self.texts, replace(scene, shown=scene.last))


def exercise() -> MissingBridge:
    """Make the exercise in its starting state."""
    start = BridgeState()
    board = boards(texts(IDENT))[start.board]
    return MissingBridge(IDENT, replace(start, own=own_start(board)))
