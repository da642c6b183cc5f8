"""The screens that give back: bets and solutions, the explanation with its measures, and the switch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import ui
from reiswijzer.exercises.de_ontbrekende_brug_more import solutions
from reiswijzer.exercises.de_ontbrekende_brug_state import FIRST_PUZZLE, boards, counting_heads, replay
from reiswijzer.exercises.de_ontbrekende_brug_view import show, view
from reiswijzer.exercises.de_ontbrekende_brug_words import Scene, and_list, model_line, move_text, single_ties, size
from reiswijzer.exercises.fields import decimal, table
from reiswijzer.exercises.fields import text_area as labelled_area
from reiswijzer.models.cascade_moves import AddTie
from reiswijzer.models.network import articulation_points, betweenness
from reiswijzer.models.thresholds import TEN_PARTNERS, TEN_PARTNERS_ONE_CHANGED, equilibrium

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise
    from reiswijzer.exercises.de_ontbrekende_brug_state import Board, BridgeState
    from reiswijzer.models.cascade import Puzzle

HARMFUL = ("pol", "zorg")
"""The contact of the second bet, which stops the start."""

LONG = ("schuld", "welz")
"""The contact that makes the drawing sturdier and brings nobody in."""


class SeeScreen(widgets.VBox):
    """Both bets come back, and on request every single move that brings in everyone."""

    def __init__(self, exercise: Exercise[BridgeState]) -> None:
        self._exercise, self._texts = exercise, exercise.texts
        texts = exercise.texts
        self.bets = ui.Prose(texts)
        self.second = ui.Question(
            texts, texts.choice("tweede-gok"), lambda ident: exercise.answer("tweede-gok", ident), replies=False
        )
        self.revealed = ui.Prose(texts)
        self.revealed.add_class("live-region")
        self.network = view(texts)
        self.unfold = ui.button(texts("toon-oplossingen"), lambda: exercise.unfold("oplossingen"))
        self.solutions = ui.Prose(texts)
        super().__init__(
            [self.bets, self.second, self.revealed, self.network, self.unfold, self.solutions, model_line(texts)]
        )
        self.add_class("rw-kolom")

    def render(self, state: BridgeState) -> None:
        """Show what the reader may see by now; nothing is given away before it was asked."""
        texts, board = self._texts, boards(self._texts)[FIRST_PUZZLE]
        puzzle, total = board.puzzle, len(board.names)
        bet = state.answers.get("eerste-gok")
        self.bets.say("\n\n".join((self._first_bet(puzzle, total, bet), self._own_moves(state, board))))
        guess = state.answers.get("tweede-gok")
        known = bet == "-".join(HARMFUL)
        self.second.set(guess)
        ui.show(self.second, on=not known)
        seen = known or guess is not None
        after = AddTie(*HARMFUL).apply(puzzle)
        lines = [texts("tweede-vooraf")]
        if seen:
            lines = [texts("tweede-waarom"), self._counts(puzzle)]
        if guess and not known:
            option = texts.choice("tweede-gok").option(guess)
            lines.insert(0, texts("tweede-terug", gok=option.label, mee=size(after), reden=option.reply))
        self.revealed.say("\n\n".join(lines))
        ui.show(self.network, on=seen)
        if seen:
            show(self.network, texts, Scene(after, board.names, 1, board.places, puzzle))
        opened = "oplossingen" in state.opened
        ui.show(self.unfold, on=not opened)
        self.solutions.say("\n\n".join((solutions(texts, board), texts("oplossingen-slot"))) if opened else "")

    def _first_bet(self, puzzle: Puzzle, total: int, bet: str | None) -> str:
        if bet is None:
            return self._texts("geen-gok")
        one, other = bet.split("-")
        option = self._texts.choice("eerste-gok").option(bet)
        inside = size(AddTie(one, other).apply(puzzle))
        return self._texts("gok-terug", wat=option.label, mee=inside, n=total, reden=option.reply)

    def _own_moves(self, state: BridgeState, board: Board) -> str:
        made = state.moves()
        if not made:
            return self._texts("speel-niet")
        moves = and_list(self._texts, (move_text(self._texts, board.names, move) for move in made))
        inside = size(replay(board.puzzle, made))
        return self._texts("speel-terug", zetten=moves, mee=inside, n=len(board.names))

    def _counts(self, puzzle: Puzzle) -> str:
        start, sizes = size(puzzle), list(single_ties(puzzle).values())
        return self._texts(
            "telling",
            n=len(sizes),
            alles=sizes.count(len(puzzle.graph.nodes)),
            zelfde=sizes.count(start),
            minder=sum(value < start for value in sizes),
        )


class ExplainScreen(widgets.VBox):
    """What surprised the reader, then the names of what was felt, then measures after one more bet."""

    def __init__(self, exercise: Exercise[BridgeState]) -> None:
        self._exercise, self._texts = exercise, exercise.texts
        texts = exercise.texts
        self.surprise = text_area(exercise, "verrast", "verrast", "verrast-hint")
        self.unfold = ui.button(texts("toon-uitleg"), lambda: exercise.unfold("uitleg"))
        self.explanation = ui.Prose(texts)
        self.head = ui.Prose(texts, texts("maten-kop"))
        self.question = ui.Question(
            texts, texts.choice("middelpunt"), lambda ident: exercise.answer("middelpunt", ident)
        )
        self.table = widgets.HTML()
        self.after = ui.Prose(texts)
        super().__init__(
            [
                *(self.surprise, self.unfold, self.explanation),
                *(self.head, self.question, self.table, self.after, model_line(texts)),
            ]
        )
        self.add_class("rw-kolom")

    def render(self, state: BridgeState) -> None:
        """Show the explanation when it was asked for, and the measures after the bet on them."""
        texts, board = self._texts, boards(self._texts)[FIRST_PUZZLE]
        self.surprise.value = state.answers.get("verrast", "")
        opened = "uitleg" in state.opened
        ui.show(self.unfold, on=not opened)
        ten, one = equilibrium(TEN_PARTNERS), equilibrium(TEN_PARTNERS_ONE_CHANGED)
        self.explanation.say(texts("uitleg", tien=ten, een=one) if opened else "")
        ui.show(self.head, on=opened)
        ui.show(self.question, on=opened)
        guess = state.answers.get("middelpunt")
        self.question.set(guess)
        measured = opened and guess is not None
        self.table.value = self._measures(board) if measured else ""
        self.after.say(self._after(board, str(guess)) if measured else "")

    def _measures(self, board: Board) -> str:
        graph, texts = board.puzzle.graph, self._texts
        between = betweenness(graph)
        rows = [
            (board.names[node], str(graph.degree(node)), decimal(between[node], 2))
            for node in sorted(graph.nodes, key=lambda each: -between[each])
        ]
        return table([texts("maat-wie"), texts("maat-graad"), texts("maat-tussen")], rows)

    def _after(self, board: Board, guess: str) -> str:
        between, longer = betweenness(board.puzzle.graph), AddTie(*LONG).apply(board.puzzle)
        now, cuts = articulation_points(board.puzzle.graph), articulation_points(longer.graph)
        return self._texts(
            "maten-na",
            gok=self._texts.choice("middelpunt").option(guess).label,
            wie=board.names[max(between, key=lambda node: between[node])],
            voor=decimal(between["corp"], 2),
            na=decimal(betweenness(longer.graph)["corp"], 2),
            nu=and_list(self._texts, (board.names[node] for node in now)),
            knip=and_list(self._texts, (board.names[node] for node in cuts), "geen"),
            mee=size(longer),
        )


class SwitchScreen(widgets.VBox):
    """The same contacts under both readings of a threshold, after a bet on the contact that stopped the start."""

    def __init__(self, exercise: Exercise[BridgeState]) -> None:
        self._exercise, self._texts = exercise, exercise.texts
        texts = exercise.texts
        self.bet = ui.Question(
            texts, texts.choice("koppen-gok"), lambda ident: exercise.answer("koppen-gok", ident), replies=False
        )
        self.question = ui.Question(texts, texts.choice("regel"), self._switch)
        self.table = widgets.HTML()
        self.words = ui.Prose(texts)
        self.network = view(texts)
        intro, same = ui.Prose(texts, texts("schakel-intro")), ui.Prose(texts, texts("schakel-start"))
        super().__init__(
            [intro, self.bet, same, self.question, self.table, self.words, self.network, model_line(texts)]
        )
        self.add_class("rw-kolom")

    def render(self, state: BridgeState) -> None:
        """Show the outcomes of the share rule, and after a bet those of the other rule once that is on."""
        texts, board = self._texts, boards(self._texts)[FIRST_PUZZLE]
        rule, bet = state.answers.get("regel"), state.answers.get("koppen-gok")
        heads = rule == "koppen" and bet is not None
        self.bet.set(bet)
        self.question.set(rule)
        ui.show(self.question, on=bet is not None)
        self.table.value = self._outcomes(state, board, heads=heads)
        puzzle = counting_heads(board.puzzle) if heads else board.puzzle
        after = AddTie(*HARMFUL).apply(puzzle)
        lines = [texts("schakel-koppen-na" if heads else "schakel-aandeel-na")]
        if heads and bet:
            option = texts.choice("koppen-gok").option(bet)
            back = texts("schakel-gok", gok=option.label, mee=size(after), n=len(board.names), reden=option.reply)
            lines.insert(0, back)
        self.words.say("\n\n".join(lines))
        scene = Scene(after, board.names, 0, board.places, puzzle)
        show(self.network, texts, replace(scene, shown=scene.last))

    def _outcomes(self, state: BridgeState, board: Board, *, heads: bool) -> str:
        texts, total = self._texts, len(board.names)
        rules = (board.puzzle, counting_heads(board.puzzle))
        rows: list[list[str]] = []

        def add(label: str, cells: list[str]) -> None:
            rows.append([label, cells[0], cells[1] if heads else texts("schakel-onbekend")])

        def outcome(after: Puzzle) -> str:
            return texts("schakel-van", mee=size(after), n=total)

        add(texts("schakel-niets"), [outcome(puzzle) for puzzle in rules])
        for option in texts.choice("eerste-gok").options:
            tie = AddTie(*option.id.split("-"))
            add(option.label, [outcome(tie.apply(puzzle)) for puzzle in rules])
        if state.moves():
            add(texts("schakel-eigen"), [outcome(replay(puzzle, state.moves())) for puzzle in rules])
        counts = [list(single_ties(puzzle).values()) for puzzle in rules]
        add(
            texts("schakel-telling"),
            [texts("schakel-tel", alles=each.count(total), n=len(each)) for each in counts],
        )
        return table([texts("schakel-wat"), texts("schakel-aandeel"), texts("schakel-koppen")], rows)

    def _switch(self, ident: str) -> None:
        label = self._texts.choice("regel").option(ident).label
        self._exercise.answer("regel", ident, say=self._texts("schakel-zeg", wat=label[:1].lower() + label[1:]))


def text_area(exercise: Exercise[BridgeState], question: str, label: str, hint: str) -> widgets.Textarea:
    """Return a field for the reader's own words, kept as the answer to `question`; typing is no move."""
    made = labelled_area(exercise.texts(label), lambda value: exercise.answer(question, value, undoable=False))
    made.placeholder = exercise.texts(hint)
    return made
