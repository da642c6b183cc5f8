"""The screens on which the reader bets and plays: a first contact, and then a puzzle in at most three moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import ui
from reiswijzer.exercises.de_ontbrekende_brug_more import MorePuzzles
from reiswijzer.exercises.de_ontbrekende_brug_state import FIRST_PUZZLE, KINDS, boards, make, problem, replay
from reiswijzer.exercises.de_ontbrekende_brug_view import actions, show, view
from reiswijzer.exercises.de_ontbrekende_brug_words import Scene, and_list, model_line, move_text, size
from reiswijzer.models.cascade_moves import MOVES_ALLOWED

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise
    from reiswijzer.exercises.de_ontbrekende_brug_state import Board, BridgeState


class BetScreen(widgets.VBox):
    """The first bet: which single contact; it is drawn, and chosen already on the next screen."""

    def __init__(self, exercise: Exercise[BridgeState]) -> None:
        self._exercise, self._texts = exercise, exercise.texts
        texts = exercise.texts
        self.network = view(texts)
        self.question = ui.Question(texts, texts.choice("eerste-gok"), self._bet, replies=False)
        self.noted = ui.Prose(texts)
        super().__init__(
            [ui.Prose(texts, texts("gok-intro")), self.question, self.noted, self.network, model_line(texts)]
        )
        self.add_class("rw-kolom")

    def render(self, state: BridgeState) -> None:
        """Show the start where it stalls, and the bet as a line that is only thought of."""
        texts, board = self._texts, boards(self._texts)[FIRST_PUZZLE]
        bet = state.answers.get("eerste-gok")
        scene = Scene(board.puzzle, board.names, places=board.places)
        show(self.network, texts, replace(scene, shown=scene.last), guess=tuple(bet.split("-")) if bet else ())
        self.question.set(bet)
        label = texts.choice("eerste-gok").option(bet).label if bet else ""
        self.noted.say(texts("gok-klaar", wat=label) if bet else "")

    def _bet(self, ident: str) -> None:
        label = self._texts.choice("eerste-gok").option(ident).label
        self._exercise.answer(
            "eerste-gok",
            ident,
            say=self._texts("gok-zeg", wat=label),
            board=FIRST_PUZZLE,
            shown=0,
            chosen=tuple(ident.split("-")),
            notice="",
        )


class PlayScreen(widgets.VBox):
    """A puzzle: the cascade round by round, at most three moves, and the way to the next puzzle."""

    def __init__(self, exercise: Exercise[BridgeState]) -> None:
        self._exercise, self._texts = exercise, exercise.texts
        texts = exercise.texts
        self.head = ui.Prose(texts)
        self.network = view(texts)
        self.network.observe(lambda change: exercise.act(shown=change["new"], notice=""), names="shown")
        self.network.observe(
            lambda change: exercise.act(undoable=False, chosen=tuple(change["new"]), notice=""), names="chosen"
        )
        self.network.on_ask(self._do)
        self.notice = ui.Prose(texts)
        self.notice.add_class("live-region")
        self.made = ui.Prose(texts)
        self.result = ui.Prose(texts, css="rw-antwoord")
        self.result.add_class("live-region")
        self.take_back = ui.button(texts("terug"), self._take_back)
        self.more = MorePuzzles(exercise)
        self.meaning = ui.Prose(texts, texts("zetten-uitleg"))
        super().__init__(
            [
                *(self.head, self.made, self.network, self.notice, self.result),
                *(ui.row(self.take_back), self.more, self.meaning, model_line(texts)),
            ]
        )
        self.add_class("rw-kolom")

    def render(self, state: BridgeState) -> None:
        """Show the round, the moves so far and who is chosen."""
        texts, board = self._texts, boards(self._texts)[state.board]
        moves = state.moves(state.board)
        puzzle = replay(board.puzzle, moves)
        scene = Scene(puzzle, board.names, state.shown, board.places, board.puzzle)
        left = MOVES_ALLOWED - len(moves)
        buttons = actions(texts, KINDS, allowed=left > 0)
        show(self.network, texts, scene, actions=buttons, chosen=list(state.chosen))
        number = list(boards(texts)).index(state.board) + 1
        self.head.say(
            texts("puzzel-kop", nummer=number, totaal=len(boards(texts)), titel=board.title, n=len(board.names))
        )
        self.take_back.disabled = not moves
        self.notice.say(texts(state.notice) if state.notice else "")
        done = and_list(texts, (move_text(texts, board.names, move) for move in moves))
        self.made.say(texts("zetten", zetten=done, over=left) if moves else texts("zetten-geen"))
        self.result.say(self._result(state, board, scene))
        self.more.render(state)

    def _result(self, state: BridgeState, board: Board, scene: Scene) -> str:
        count = len(state.moves(state.board))
        if state.shown < scene.last or not count:
            return ""
        if size(scene.puzzle) < len(board.names):
            return self._texts("op") if count == MOVES_ALLOWED else ""
        spent = self._texts("een-zet" if count == 1 else "meer-zetten", aantal=count)
        return self._texts(
            "gelukt-eerste" if state.board == FIRST_PUZZLE else "gelukt", n=len(board.names), aantal=spent
        )

    def _do(self, kind: str, nodes: tuple[str, ...]) -> None:
        state, texts = self._exercise.state, self._texts
        board, moves = boards(texts)[state.board], state.moves(state.board)
        wrong = problem(replay(board.puzzle, moves), len(moves), kind, nodes)
        if wrong:
            self._exercise.act(undoable=False, chosen=(), notice=wrong)
            return
        move = make(kind, *nodes)
        say = texts("zet-zeg", nummer=len(moves) + 1, wat=move_text(texts, board.names, move))
        played = state.with_moves(state.board, (*moves, move))
        self._exercise.act(played=played, shown=0, chosen=(), notice="", say=say)

    def _take_back(self) -> None:
        state = self._exercise.state
        played = state.with_moves(state.board, state.moves(state.board)[:-1])
        self._exercise.act(played=played, shown=0, notice="", say=self._texts("terug-zeg"))
