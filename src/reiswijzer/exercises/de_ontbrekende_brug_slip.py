"""The side dish: what one misunderstanding does between two that repay in kind (M14)."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import ui
from reiswijzer.exercises.de_ontbrekende_brug_words import model_line
from reiswijzer.figures.match_rows import match_rows
from reiswijzer.models.iterated import Move, Strategy, match, self_play_cooperation

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise
    from reiswijzer.exercises.de_ontbrekende_brug_state import BridgeState

NOISE = 0.05
ROUNDS_SHOWN = 20
REPEATS = 50
EXAMPLE_SEED, MEAN_SEED = 8, 16
"""Fixed, so that every reader sees the same match: one slip early on, and then what becomes of it."""


@cache
def example(strategy: Strategy) -> tuple[tuple[bool, bool], ...]:
    """Return who kept their word in each round of one match, with the same chances for every strategy (M14)."""
    played = match(strategy, strategy, rounds=ROUNDS_SHOWN, rng=Random(EXAMPLE_SEED), noise=NOISE)  # noqa: S311
    return tuple((a is Move.INVEST, b is Move.INVEST) for a, b in played.moves)


@cache
def kept_of_hundred(strategy: Strategy) -> int:
    """Return how many of a hundred deliveries are made when the strategy meets itself (M14) [D]."""
    rng = Random(MEAN_SEED)  # noqa: S311
    return round(100 * self_play_cooperation(strategy, noise=NOISE, rng=rng, repeats=REPEATS))


class SlipScreen(widgets.VBox):
    """A bet on repaying in kind, and then other agreements to try."""

    def __init__(self, exercise: Exercise[BridgeState]) -> None:
        self._exercise, self._texts = exercise, exercise.texts
        texts = exercise.texts
        self.bet = ui.Question(
            texts, texts.choice("mis-gok"), lambda ident: exercise.answer("mis-gok", ident), replies=False
        )
        self.revealed = ui.Prose(texts)
        self.revealed.add_class("live-region")
        self.agreement = ui.Question(texts, texts.choice("afspraak"), self._agree)
        self.figure = ui.Figure()
        self.mean = ui.Prose(texts)
        self.limits = ui.Prose(texts, texts("mis-grens"))
        intro = ui.Prose(texts, texts("mis-intro"))
        super().__init__(
            [intro, self.bet, self.revealed, self.agreement, self.mean, self.figure, self.limits, model_line(texts)]
        )
        self.add_class("rw-kolom")

    def render(self, state: BridgeState) -> None:
        """Show the match under the agreement that was chosen, once the bet is in."""
        texts = self._texts
        guess, chosen = state.answers.get("mis-gok"), state.answers.get("afspraak")
        self.bet.set(guess)
        self.agreement.set(chosen)
        for widget in (self.agreement, self.figure, self.mean, self.limits):
            ui.show(widget, on=guess is not None)
        if guess is None:
            self.revealed.say(texts("mis-vooraf"))
            return
        option = texts.choice("mis-gok").option(guess)
        tft = kept_of_hundred(Strategy.TFT)
        self.revealed.say(
            "\n\n".join((texts("mis-terug", gok=option.label, tft=tft, reden=option.reply), texts("mis-waarom")))
        )
        strategy = Strategy(chosen or Strategy.TFT)
        label = texts.choice("afspraak").option(strategy.value).label
        moves = example(strategy)
        slips = [number for number, pair in enumerate(moves, start=1) if not all(pair)]
        words = texts("mis-tekst", wat=_lower(label), eerste=slips[0], samen=len(moves) - len(slips))
        title = texts("mis-titel", wat=_lower(label))
        self.figure.draw(match_rows(moves, title=title, description=words), words)
        self.mean.say(texts("mis-stand", potten=REPEATS, aandeel=kept_of_hundred(strategy)))

    def _agree(self, ident: str) -> None:
        label = _lower(self._texts.choice("afspraak").option(ident).label)
        self._exercise.answer("afspraak", ident, say=self._texts("mis-zeg", wat=label))


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
