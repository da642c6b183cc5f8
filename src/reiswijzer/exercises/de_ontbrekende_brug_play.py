"""The screens on which the reader bets and plays: a cascade round by round, and a move put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.exercises import ui
from reiswijzer.exercises.de_ontbrekende_brug_state import KINDS, PAIRS, Draft, boards, make, problem, replay
from reiswijzer.exercises.de_ontbrekende_brug_words import Scene, and_list, draw, move_text, reached, round_text, size
from reiswijzer.exercises.fields import dropdown, grid
from reiswijzer.models.cascade_moves import MOVES_ALLOWED

if TYPE_CHECKING:
    from collections.abc import Callable

    from reiswijzer.content.texts import Texts
    from reiswijzer.exercises.base import Exercise
    from reiswijzer.exercises.de_ontbrekende_brug_state import BridgeState


class Rounds(widgets.VBox):
    """A cascade with its drawing, the text of the round on screen, and buttons; `on_show` gets a round and words."""

    def __init__(self, texts: Texts, on_show: Callable[[int, str], None]) -> None:
        self._texts, self._on_show = texts, on_show
        self._scene: Scene | None = None
        self.figure = ui.Figure()
        self.words = ui.Prose(texts)
        self.back = ui.button(texts("vorige"), lambda: self._to(-1))
        self.next = ui.button(texts("volgende"), lambda: self._to(1))
        self.end = ui.button(texts("eind"), lambda: self._to(None))
        super().__init__(
            [self.figure, ui.row(self.back, self.next, self.end), self.words], layout=widgets.Layout(width="auto")
        )
        self.add_class("rw-kolom")

    def set(self, scene: Scene) -> None:
        """Show this scene."""
        self._scene = scene
        self.figure.draw(*draw(self._texts, scene))
        self.words.say(round_text(self._texts, scene))
        self.back.disabled = scene.shown == 0
        self.next.disabled = self.end.disabled = scene.shown >= scene.last

    def _to(self, steps: int | None) -> None:
        if self._scene is None:
            return
        last = self._scene.last
        shown = last if steps is None else min(max(self._scene.shown + steps, 0), last)
        cascade = self._scene.cascade
        inside = len(cascade.seeds) + len(reached(cascade, shown))
        total = len(self._scene.puzzle.graph.nodes)
        self._on_show(shown, self._texts("ronde-zeg", ronde=shown, mee=inside, n=total))


class BetScreen(widgets.VBox):
    """The first bet: which single contact; it also fills in the first move of the next screen."""

    def __init__(self, exercise: Exercise[BridgeState]) -> None:
        self._exercise, self._texts = exercise, exercise.texts
        self.figure = ui.Figure()
        self.question = ui.Question(exercise.texts, exercise.texts.choice("eerste-gok"), self._bet, replies=False)
        self.noted = ui.Prose(exercise.texts)
        intro, model = ui.Prose(exercise.texts, exercise.texts("gok-intro")), model_line(exercise.texts)
        super().__init__([intro, self.question, self.noted, self.figure, model])
        self.add_class("rw-kolom")

    def render(self, state: BridgeState) -> None:
        """Show the stalled start and the bet."""
        board = boards(self._texts)[state.board]
        scene = Scene(board.puzzle, board.names, places=board.places)
        self.figure.draw(*draw(self._texts, replace(scene, shown=scene.last)))
        bet = state.answers.get("eerste-gok")
        self.question.set(bet)
        label = self._texts.choice("eerste-gok").option(bet).label if bet else ""
        self.noted.say(self._texts("gok-klaar", wat=label) if bet else "")

    def _bet(self, ident: str) -> None:
        one, other = ident.split("-")
        label = self._texts.choice("eerste-gok").option(ident).label
        self._exercise.answer(
            "eerste-gok", ident, draft=Draft("leggen", one, other), notice="", say=self._texts("gok-zeg", wat=label)
        )


class PlayScreen(widgets.VBox):
    """The puzzle: the cascade round by round, and at most three moves."""

    def __init__(self, exercise: Exercise[BridgeState]) -> None:
        self._exercise, self._texts = exercise, exercise.texts
        texts = exercise.texts
        self.rounds = Rounds(texts, lambda shown, say: exercise.act(shown=shown, notice="", say=say))
        self.kind = dropdown(
            texts("soort"), [(texts(f"soort-{kind}"), kind) for kind in KINDS], lambda value: self._drafted(kind=value)
        )
        board = boards(texts)[exercise.start.board]
        nodes = [(texts("kies"), ""), *((name, node) for node, name in board.names.items())]
        self.one = dropdown(texts("wie"), nodes, lambda value: self._drafted(one=value))
        self.other = dropdown(texts("met-wie"), nodes, lambda value: self._drafted(other=value))
        self.meaning = ui.Prose(texts)
        self.do = ui.button(texts("doe"), self._do, "rw-doe")
        self.take_back = ui.button(texts("terug"), self._take_back)
        self.notice = ui.Prose(texts)
        self.notice.add_class("live-region")
        self.made = ui.Prose(texts)
        self.result = ui.Prose(texts)
        super().__init__(
            [
                self.rounds,
                self.result,
                self.made,
                grid([self.kind, self.one, self.other]),
                self.meaning,
                ui.row(self.do, self.take_back),
                self.notice,
                model_line(texts),
            ]
        )
        self.add_class("rw-kolom")

    def render(self, state: BridgeState) -> None:
        """Show the round, the moves so far and the move being put together."""
        texts, board = self._texts, boards(self._texts)[state.board]
        puzzle = replay(board.puzzle, state.moves)
        scene = Scene(puzzle, board.names, state.shown, board.places, board.puzzle)
        self.rounds.set(scene)
        self.kind.value, self.one.value, self.other.value = state.draft.kind, state.draft.one, state.draft.other
        ui.show(self.other, on=state.draft.kind in PAIRS)
        self.meaning.say(texts(f"uitleg-{state.draft.kind}"))
        self.take_back.disabled = not state.moves
        self.notice.say(texts(state.notice) if state.notice else "")
        done = and_list(texts, (move_text(texts, board.names, move) for move in state.moves))
        left = MOVES_ALLOWED - len(state.moves)
        self.made.say(texts("zetten", zetten=done, over=left) if state.moves else texts("zetten-geen"))
        self.result.say(self._result(state, scene))

    def _result(self, state: BridgeState, scene: Scene) -> str:
        if state.shown < scene.last or not state.moves:
            return ""
        if size(scene.puzzle) == len(scene.puzzle.graph.nodes):
            count = len(state.moves)
            return self._texts("gelukt", aantal=self._texts("een-zet" if count == 1 else "meer-zetten", aantal=count))
        return self._texts("op") if len(state.moves) == MOVES_ALLOWED else ""

    def _drafted(self, **changes: Any) -> None:
        draft = replace(self._exercise.state.draft, **changes)
        self._exercise.act(undoable=False, draft=draft, notice="")

    def _do(self) -> None:
        state, texts = self._exercise.state, self._texts
        board = boards(texts)[state.board]
        wrong = problem(replay(board.puzzle, state.moves), len(state.moves), state.draft)
        if wrong:
            self._exercise.act(undoable=False, notice=wrong)
            return
        move = make(state.draft.kind, state.draft.one, state.draft.other)
        say = texts("zet-zeg", nummer=len(state.moves) + 1, wat=move_text(texts, board.names, move))
        empty = Draft(kind=state.draft.kind)
        self._exercise.act(moves=(*state.moves, move), shown=0, draft=empty, notice="", say=say)

    def _take_back(self) -> None:
        moves = self._exercise.state.moves[:-1]
        self._exercise.act(moves=moves, shown=0, notice="", say=self._texts("terug-zeg"))


def model_line(texts: Texts) -> ui.Prose:
    """Return the line that says these numbers are no measurement."""
    return ui.Prose(texts, texts("model"), "rw-model")
