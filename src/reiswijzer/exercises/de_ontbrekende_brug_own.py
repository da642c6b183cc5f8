"""The screens about the reader's own table: a move for Monday, and a network with own names to try things on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.exercises import ui
from reiswijzer.exercises.de_ontbrekende_brug_play import Rounds, model_line
from reiswijzer.exercises.de_ontbrekende_brug_reveal import text_area
from reiswijzer.exercises.de_ontbrekende_brug_state import changed
from reiswijzer.exercises.de_ontbrekende_brug_words import Scene, and_list, move_text, size
from reiswijzer.exercises.fields import dropdown, grid, slider
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
    """The sandbox: own names, contacts, starters, rule and threshold."""

    def __init__(self, exercise: Exercise[BridgeState]) -> None:
        self._exercise, self._texts = exercise, exercise.texts
        texts = exercise.texts
        self.names = labelled_area(texts("vrij-namen"), self._named)
        self.names.rows = 7
        self.rounds = Rounds(texts, lambda shown, say: self._change(shown=shown, say=say, keep=True))
        empty = [(texts("kies"), "")]
        self.one = dropdown(texts("wie"), empty, lambda value: self._change(one=value, keep=True, undoable=False))
        self.other = dropdown(
            texts("met-wie"), empty, lambda value: self._change(other=value, keep=True, undoable=False)
        )
        self.tie = ui.button(texts("vrij-contact"), self._toggle_tie)
        self.seed = ui.button(texts("vrij-begin"), self._toggle_seed)
        self.notice = ui.Prose(texts)
        self.notice.add_class("live-region")
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
                *(ui.Prose(texts, texts("vrij-intro")), self.names, self.rounds),
                *(grid([self.one, self.other]), ui.row(self.tie, self.seed), self.notice),
                *(self.rule, self.percent, self.heads, ui.row(self.search), self.found, model_line(texts)),
            ]
        )
        self.add_class("rw-kolom")

    def render(self, state: BridgeState) -> None:
        """Show the own network at its round."""
        own, texts = state.own, self._texts
        names, puzzle = own.names, own.puzzle
        self.names.value = own.raw
        options = [(texts("kies"), ""), *((name, node) for node, name in names.items())]
        for box, value in ((self.one, own.one), (self.other, own.other)):
            if tuple(box.options) != tuple(options):
                box.options = options
            box.value = value if value in names else ""
        scene = Scene(puzzle, names, own.shown)
        self.rounds.set(scene)
        self.rule.value = own.rule.value
        self.percent.value, self.heads.value = own.percent, own.heads
        ui.show(self.percent, on=own.rule is Rule.SHARE)
        ui.show(self.heads, on=own.rule is Rule.ABSOLUTE)
        self.notice.say(texts(state.notice) if state.notice else "")
        cuts = and_list(texts, (names[node] for node in articulation_points(puzzle.graph)), "geen")
        self.found.say("\n\n".join((texts("vrij-knip", knip=cuts), *(self._found(own) if own.searched else ()))))

    def _found(self, own: Own) -> tuple[str, ...]:
        texts, puzzle, names = self._texts, own.puzzle, own.names
        if size(puzzle) == len(names):
            return (texts("vrij-al"),)
        moves = one_move_solutions(puzzle)
        if not moves:
            return (texts("vrij-niets"),)
        lines = "\n".join(texts("oplossing-kaal", wat=move_text(texts, names, move)) for move in moves)
        return texts("vrij-gevonden", n=len(moves)), lines

    def _slider(self, label: str, name: str, least: int, most: int, step: int) -> widgets.IntSlider:
        def moved(value: int) -> None:
            changes: dict[str, Any] = {name: value}
            self._change(say=self._texts("vrij-zeg-regel"), **changes)

        return slider(self._texts(label), least, most, moved, step=step)

    def _change(self, *, say: str = "", keep: bool = False, undoable: bool = True, **changes: Any) -> None:
        own = self._exercise.state.own
        kept = {"shown": own.shown, "searched": own.searched} if keep else {}
        self._exercise.act(own=changed(own, **{**kept, **changes}), notice="", undoable=undoable, say=say)

    def _named(self, raw: str) -> None:
        after = changed(self._exercise.state.own, raw=raw)
        self._change(raw=raw, say=self._texts("vrij-zeg-namen", n=len(after.names)))

    def _toggle_tie(self) -> None:
        own = self._exercise.state.own
        known = own.names.keys()
        if own.one not in known or own.other not in known or own.one == own.other:
            same = own.one in known and own.one == own.other
            self._exercise.act(undoable=False, notice="fout-zelf" if same else "fout-paar")
            return
        ties = own.ties ^ {frozenset((own.one, own.other))}
        count = len(changed(own, ties=ties).puzzle.graph.ties)
        self._change(ties=ties, say=self._texts("vrij-zeg-contact", n=count))

    def _toggle_seed(self) -> None:
        own = self._exercise.state.own
        names = own.names
        if own.one not in names:
            self._exercise.act(undoable=False, notice="fout-kies")
            return
        after = changed(own, seeds=own.seeds ^ {own.one})
        started = and_list(self._texts, (names[node] for node in names if node in after.seeds))
        self._change(seeds=after.seeds, say=self._texts("vrij-zeg-begin", begonnen=started))

    def _search(self) -> None:
        own = self._exercise.state.own
        count = 0 if size(own.puzzle) == len(own.names) else len(one_move_solutions(own.puzzle))
        self._change(searched=True, shown=own.shown, say=self._texts("vrij-zeg-zoek", n=count))
