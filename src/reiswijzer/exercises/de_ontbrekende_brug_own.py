"""The screens about the reader's own table: a move for Monday, and a network with own names to try things on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.exercises import ui
from reiswijzer.exercises.de_ontbrekende_brug_more import solution_line
from reiswijzer.exercises.de_ontbrekende_brug_reveal import text_area
from reiswijzer.exercises.de_ontbrekende_brug_state import changed
from reiswijzer.exercises.de_ontbrekende_brug_view import actions, show, view
from reiswijzer.exercises.de_ontbrekende_brug_words import Scene, and_list, model_line, organisations, size
from reiswijzer.exercises.fields import dropdown, slider
from reiswijzer.exercises.fields import text_area as labelled_area
from reiswijzer.models.cascade import Rule
from reiswijzer.models.cascade_moves import one_move_solutions
from reiswijzer.models.network import articulation_points

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise
    from reiswijzer.exercises.de_ontbrekende_brug_state import BridgeState, Own


class TableScreen(widgets.VBox):
    """Who waits for whom at the reader's own table, which move fits, and one if-then line."""

    def __init__(self, exercise: Exercise[BridgeState]) -> None:
        texts = exercise.texts
        self.who = text_area(exercise, "tafel-wie", "tafel-wie", "tafel-wie-hint")
        self.move = ui.Question(texts, texts.choice("zet-thuis"), lambda ident: exercise.answer("zet-thuis", ident))
        self.plan = text_area(exercise, "tafel-als", "tafel-als", "tafel-als-hint")
        super().__init__(
            [
                *(ui.Prose(texts, texts("tafel-intro")), self.who),
                *(self.move, self.plan),
                ui.Prose(texts, texts("tafel-bewaar")),
            ]
        )
        self.add_class("rw-kolom")

    def render(self, state: BridgeState) -> None:
        """Show what was answered before."""
        self.who.value = state.answers.get("tafel-wie", "")
        self.plan.value = state.answers.get("tafel-als", "")
        self.move.set(state.answers.get("zet-thuis"))


class FreeScreen(widgets.VBox):
    """The sandbox: own names, contacts, starters, who leaves, rule and threshold."""

    def __init__(self, exercise: Exercise[BridgeState]) -> None:
        self._exercise, self._texts = exercise, exercise.texts
        texts = exercise.texts
        self.names = labelled_area(texts("vrij-namen"), self._named)
        self.names.rows = 7
        self.network = view(texts)
        self.network.actions = actions(texts, ("leggen", "verbreken", "mee", "weg"))
        self.network.observe(lambda change: self._change(shown=change["new"], keep=True), names="shown")
        self.network.observe(
            lambda change: self._change(chosen=tuple(change["new"]), keep=True, undoable=False), names="chosen"
        )
        self.network.on_ask(self._do)
        rules = [(texts("vrij-aandeel"), Rule.SHARE.value), (texts("vrij-koppen"), Rule.ABSOLUTE.value)]
        self.rule = dropdown(
            texts("vrij-regel"), rules, lambda value: self._change(rule=Rule(value), say=texts("vrij-zeg-regel"))
        )
        self.percent = self._slider("vrij-procent", "percent", 5, 100, 5)
        self.heads = self._slider("vrij-aantal", "heads", 1, 5, 1)
        self.search = ui.button(texts("vrij-zoek"), self._search)
        self.found = ui.Prose(texts)
        super().__init__(
            [
                *(ui.Prose(texts, texts("vrij-intro")), self.network, self.names),
                *(self.rule, self.percent, self.heads, ui.row(self.search), self.found, model_line(texts)),
            ]
        )
        self.add_class("rw-kolom")

    def render(self, state: BridgeState) -> None:
        """Show the own network at its round."""
        own, texts = state.own, self._texts
        names, puzzle = own.names, own.puzzle
        self.names.value = own.raw
        chosen = [node for node in own.chosen if node in names]
        show(self.network, texts, Scene(puzzle, names, own.shown), chosen=chosen)
        self.rule.value = own.rule.value
        self.percent.value, self.heads.value = own.percent, own.heads
        ui.show(self.percent, on=own.rule is Rule.SHARE)
        ui.show(self.heads, on=own.rule is Rule.ABSOLUTE)
        cuts = and_list(texts, (names[node] for node in articulation_points(puzzle.graph)), "geen")
        self.found.say("\n\n".join((texts("vrij-knip", knip=cuts), *(self._found(own) if own.searched else ()))))

    def _found(self, own: Own) -> tuple[str, ...]:
        texts, puzzle = self._texts, own.puzzle
        if size(puzzle) == len(puzzle.graph.nodes):
            return (texts("vrij-al"),)
        moves = one_move_solutions(puzzle)
        if not moves:
            return (texts("vrij-niets"),)
        head = "vrij-gevonden-een" if len(moves) == 1 else "vrij-gevonden"
        return texts(head, n=len(moves)), "\n".join(solution_line(texts, own.names, move, {}) for move in moves)

    def _slider(self, label: str, name: str, least: int, most: int, step: int) -> widgets.IntSlider:
        def moved(value: int) -> None:
            changes: dict[str, Any] = {name: value}
            self._change(say=self._texts("vrij-zeg-regel"), **changes)

        return slider(self._texts(label), least, most, moved, step=step)

    def _change(self, *, say: str = "", keep: bool = False, undoable: bool = True, **changes: Any) -> None:
        own = self._exercise.state.own
        kept = {"shown": own.shown, "searched": own.searched} if keep else {}
        self._exercise.act(own=changed(own, **{**kept, **changes}), undoable=undoable, say=say)

    def _named(self, raw: str) -> None:
        after = changed(self._exercise.state.own, raw=raw)

        def typed(state: BridgeState) -> BridgeState:
            return replace(state, own=changed(state.own, raw=raw, chosen=()))

        self._exercise.type_in(typed, say=self._said(len(after.names)))

    def _said(self, count: int) -> str:
        return self._texts("vrij-zeg-namen", organisaties=organisations(self._texts, count))

    def _do(self, kind: str, nodes: tuple[str, ...]) -> None:
        own, texts = self._exercise.state.own, self._texts
        if kind == "mee":
            after = changed(own, seeds=own.seeds ^ set(nodes), chosen=())
            started = and_list(texts, (name for node, name in own.names.items() if node in after.puzzle.seeds))
            say = texts("vrij-zeg-begin", begonnen=started)
        elif kind == "weg":
            after = changed(own, gone=own.gone ^ set(nodes), chosen=())
            say = self._said(len(after.puzzle.graph.nodes))
        else:
            tie = {frozenset(nodes)}
            after = changed(own, ties=own.ties | tie if kind == "leggen" else own.ties - tie, chosen=())
            say = texts("vrij-zeg-contact", n=len(after.puzzle.graph.ties))
        self._exercise.act(own=after, say=say)

    def _search(self) -> None:
        own = self._exercise.state.own
        count = 0 if size(own.puzzle) == len(own.puzzle.graph.nodes) else len(one_move_solutions(own.puzzle))
        self._change(searched=True, shown=own.shown, say=self._texts("vrij-zeg-zoek", n=count))
