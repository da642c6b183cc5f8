"""The next puzzles: go to one, bet on the obvious move, and see every single move that works, with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import ui
from reiswijzer.exercises.de_ontbrekende_brug_state import FIRST_PUZZLE, boards, written
from reiswijzer.exercises.de_ontbrekende_brug_words import move_text, size
from reiswijzer.models.cascade_moves import obvious_move, one_move_solutions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reiswijzer.content.texts import Texts
    from reiswijzer.exercises.base import Exercise
    from reiswijzer.exercises.de_ontbrekende_brug_state import Board, BridgeState
    from reiswijzer.models.cascade_moves import Move

UNFOLD = "oplossingen"


class MorePuzzles(widgets.VBox):
    """Below a puzzle: a bet and all solutions (the first puzzle has a screen for that), and the other puzzles."""

    def __init__(self, exercise: Exercise[BridgeState]) -> None:
        self._exercise, self._texts = exercise, exercise.texts
        texts = exercise.texts
        self.ask = ui.Prose(texts)
        self.bet = ui.Question(texts, texts.choice("voor-de-hand"), self._bet, replies=False)
        self.unfold = ui.button(texts("toon-oplossingen"), self._unfold)
        self.solutions = ui.Prose(texts)
        self.previous = ui.button(texts("vorige-puzzel"), lambda: self._turn(-1))
        self.next = ui.button(texts("volgende-puzzel"), lambda: self._turn(1))
        super().__init__([self.ask, self.bet, self.unfold, self.solutions, ui.row(self.previous, self.next)])
        self.add_class("rw-kolom")

    def render(self, state: BridgeState) -> None:
        """Show the bet on this puzzle and, once asked for, what works."""
        texts, all_boards = self._texts, boards(self._texts)
        board, place = all_boards[state.board], list(all_boards).index(state.board)
        later = state.board != FIRST_PUZZLE
        opened = self._key(state) in state.opened
        for widget in (self.ask, self.bet):
            ui.show(widget, on=later)
        ui.show(self.unfold, on=later and not opened)
        move = obvious_move(board.puzzle)
        self.ask.say(texts("hand-vraag", wat=move_text(texts, board.names, move)) if later and move else "")
        self.bet.set(state.answers.get(self._question(state)))
        self.solutions.say(self._revealed(state, board) if later and opened else "")
        self.previous.disabled = place == 0
        self.next.disabled = place == len(all_boards) - 1

    def _revealed(self, state: BridgeState, board: Board) -> str:
        texts, move = self._texts, obvious_move(board.puzzle)
        guess = state.answers.get(self._question(state))
        option = texts.choice("voor-de-hand").option(guess) if guess else None
        thought = texts("hand-gok", gok=option.label, reden=option.reply) if option else texts("hand-geen-gok")
        inside = size(move.apply(board.puzzle)) if move else size(board.puzzle)
        outcome = texts("hand-uitkomst", mee=inside, eerst=size(board.puzzle), n=len(board.names))
        return "\n\n".join((thought, outcome, solutions(texts, board)))

    def _bet(self, ident: str) -> None:
        self._exercise.answer(self._question(self._exercise.state), ident)

    def _unfold(self) -> None:
        self._exercise.unfold(self._key(self._exercise.state))

    def _turn(self, steps: int) -> None:
        all_boards = list(boards(self._texts))
        place = all_boards.index(self._exercise.state.board) + steps
        if 0 <= place < len(all_boards):
            self.go(all_boards[place])

    def go(self, board: str) -> None:
        """Go to a puzzle, as it was left."""
        texts, names = self._texts, list(boards(self._texts))
        say = texts("puzzel-zeg", nummer=names.index(board) + 1, totaal=len(names), titel=boards(texts)[board].title)
        self._exercise.act(board=board, shown=0, chosen=(), notice="", say=say)

    @staticmethod
    def _key(state: BridgeState) -> str:
        return f"{UNFOLD}-{state.board}"

    @staticmethod
    def _question(state: BridgeState) -> str:
        return f"hand-{state.board}"


def solutions(texts: Texts, board: Board) -> str:
    """Return how many single moves bring in everyone, and a line with its reason for each."""
    moves = one_move_solutions(board.puzzle)
    head = texts("oplossing-een" if len(moves) == 1 else "oplossingen", n=len(moves), alle=len(board.names))
    return "\n\n".join((head, "\n".join(solution_line(texts, board.names, each, board.why) for each in moves)))


def solution_line(texts: Texts, names: Mapping[str, str], move: Move, why: Mapping[str, str]) -> str:
    """Return one line of a list: a move that works, and why it does when that is known."""
    what = move_text(texts, names, move)
    reason = why.get(written(move), "")
    what = what[:1].upper() + what[1:]
    return texts("oplossing", wat=what, waarom=reason) if reason else texts("oplossing-kaal", wat=what)
