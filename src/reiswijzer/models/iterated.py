"""Two organisations that meet again and again, and sometimes misunderstand each other (M14).

Sources: [axelrod1984] for reciprocity, [nowaksigmund1992] and [nowaksigmund1993] for generous and win-stay
strategies, [nowak2006] for w > c/b, [imhof2007] for tit-for-tat that cannot correct mistakes [S]; the payoffs are
those of [case2017trust] [S]. [rapoport2015] warns that results depend on design, criterion and payoffs [S]. Number
of rounds, noise and the share of cooperation as measure are [D]: a lens, no measurement. Two players, while real
networks have many, with talk, contracts and reputation.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random


class Move(StrEnum):
    """What an organisation does in one round."""

    INVEST = "C"
    HOLD_BACK = "D"


class Strategy(StrEnum):
    """How an organisation chooses its move.

    ALLC and ALLD always invest and never do. TFT starts by investing and then copies the other. GRIM never invests
    again once the other held back. TF2T holds back after the other did so twice in a row. WSLS starts by investing,
    keeps its move when the other invested and switches when not. GTFT is TFT that forgives with a set chance.
    """

    ALLC = "ALLC"
    ALLD = "ALLD"
    TFT = "TFT"
    GRIM = "GRIM"
    TF2T = "TF2T"
    WSLS = "WSLS"
    GTFT = "GTFT"


@dataclass(frozen=True)
class Payoffs:
    """What one round brings, in any unit: both invest, I alone invest, I alone hold back, both hold back.

    Raises
    ------
    ValueError
        Unless temptation > reward > punishment > sucker and 2 * reward > temptation + sucker, which is what makes
        holding back tempting and investing together best.
    """

    reward: float
    sucker: float
    temptation: float
    punishment: float

    def __post_init__(self) -> None:
        if not self.temptation > self.reward > self.punishment > self.sucker:
            raise ValueError(f"payoffs must fall from temptation, reward, punishment to sucker, not {self}")
        if not 2 * self.reward > self.temptation + self.sucker:
            raise ValueError(f"investing together must beat taking turns, not {self}")

    def of(self, mine: Move, other: Move) -> float:
        """Return what one round brings to the one who plays `mine`."""
        if mine is Move.INVEST:
            return self.reward if other is Move.INVEST else self.sucker
        return self.temptation if other is Move.INVEST else self.punishment


TRUST_PAYOFFS = Payoffs(reward=2, sucker=-1, temptation=3, punishment=0)
"""One coin in, three coins for the other ([case2017trust]) [S]."""

CLASSICAL_PAYOFFS = Payoffs(reward=3, sucker=0, temptation=5, punishment=1)
"""The values of most of the literature [S-gk]."""

FORGIVENESS = 1 / 3
"""Chance that GTFT invests after the other held back: the most generous stable one for `CLASSICAL_PAYOFFS`."""


@dataclass(frozen=True)
class Match:
    """Moves as they were made, after misunderstandings, and the total payoff of both."""

    moves: tuple[tuple[Move, Move], ...]
    scores: tuple[float, float]

    @property
    def cooperation(self) -> float:
        """Share of all moves that are investments, 0 to 1."""
        flat = [move for pair in self.moves for move in pair]
        return flat.count(Move.INVEST) / len(flat)


def intended(
    strategy: Strategy, mine: Sequence[Move], other: Sequence[Move], rng: Random, forgiveness: float = FORGIVENESS
) -> Move:
    """Return what `strategy` wants to do after these rounds, oldest first (M14) [S].

    `rng` is asked for a number only by GTFT after the other held back.
    """
    if strategy is Strategy.ALLD:
        return Move.HOLD_BACK
    if strategy is Strategy.ALLC or not other:
        return Move.INVEST
    if strategy is Strategy.WSLS:
        keep = other[-1] is Move.INVEST
        return Move.INVEST if keep == (mine[-1] is Move.INVEST) else Move.HOLD_BACK
    offended = {
        Strategy.TFT: other[-1] is Move.HOLD_BACK,
        Strategy.GRIM: Move.HOLD_BACK in other,
        Strategy.TF2T: list(other[-2:]) == [Move.HOLD_BACK, Move.HOLD_BACK],
        Strategy.GTFT: other[-1] is Move.HOLD_BACK and rng.random() >= forgiveness,
    }[strategy]
    return Move.HOLD_BACK if offended else Move.INVEST


def match(
    first: Strategy,
    second: Strategy,
    *,
    rounds: int,
    rng: Random,
    noise: float = 0,
    payoffs: Payoffs = TRUST_PAYOFFS,
    forgiveness: float = FORGIVENESS,
) -> Match:
    """Play `rounds` rounds in which each move turns into the opposite with chance `noise` (M14) [S].

    Parameters
    ----------
    first, second : Strategy
        The two players.
    rounds : int
        At least 1.
    rng : random.Random
        Source of chance; the same seed gives the same match.
    noise, forgiveness : float
        Chances, 0 to 1.
    payoffs : Payoffs
        What a round brings.

    Raises
    ------
    ValueError
        When a number is out of range.
    """
    _whole_from_one("rounds", rounds)
    _chance("noise", noise)
    _chance("forgiveness", forgiveness)
    mine: list[Move] = []
    theirs: list[Move] = []
    for _ in range(rounds):
        wanted = intended(first, mine, theirs, rng, forgiveness), intended(second, theirs, mine, rng, forgiveness)
        made = [_misunderstood(move, noise, rng) for move in wanted]
        mine.append(made[0])
        theirs.append(made[1])
    pairs = tuple(zip(mine, theirs, strict=True))
    return Match(pairs, (sum(payoffs.of(a, b) for a, b in pairs), sum(payoffs.of(b, a) for a, b in pairs)))


def self_play_cooperation(
    strategy: Strategy,
    *,
    noise: float,
    rng: Random,
    rounds: int = 50,
    repeats: int = 200,
    forgiveness: float = FORGIVENESS,
) -> float:
    """Return the share of investments when `strategy` meets itself, mean of `repeats` matches, 0 to 1 (M14) [D].

    Raises
    ------
    ValueError
        When a number is out of range.
    """
    _whole_from_one("repeats", repeats)
    return (
        sum(
            match(strategy, strategy, rounds=rounds, rng=rng, noise=noise, forgiveness=forgiveness).cooperation
            for _ in range(repeats)
        )
        / repeats
    )


def continuation_for_reciprocity(payoffs: Payoffs) -> float:
    """Return the chance of another round from which TFT resists ALLD, 0 to 1 (M14, [axelrod1984]) [S-gk].

    max[(T - R)/(T - P), (T - R)/(R - S)].
    """
    extra = payoffs.temptation - payoffs.reward
    return max(extra / (payoffs.temptation - payoffs.punishment), extra / (payoffs.reward - payoffs.sucker))


def continuation_for_donation(benefit: float, cost: float) -> float:
    """Return c/b: reciprocity needs a chance of another round above it (M14, [nowak2006]) [S].

    Raises
    ------
    ValueError
        Unless benefit > cost > 0.
    """
    if not benefit > cost > 0:
        raise ValueError(f"the benefit must exceed the cost and the cost 0, not {benefit} and {cost}")
    return cost / benefit


def expected_rounds(continuation: float) -> float:
    """Return 1 / (1 - w), the mean number of rounds when each is followed by another with chance w (M14) [S].

    Raises
    ------
    ValueError
        When w is below 0, or 1 or more.
    """
    if not 0 <= continuation < 1:
        raise ValueError(f"the chance of another round is from 0 to below 1, not {continuation}")
    return 1 / (1 - continuation)


def most_generous_stable(payoffs: Payoffs) -> float:
    """Return the largest chance of forgiving that still resists ALLD, 0 to 1 (M14, [nowaksigmund1992]) [S-gk].

    min[1 - (T - R)/(R - S), (R - P)/(T - P)].
    """
    tempted = (payoffs.temptation - payoffs.reward) / (payoffs.reward - payoffs.sucker)
    kept = (payoffs.reward - payoffs.punishment) / (payoffs.temptation - payoffs.punishment)
    return min(1 - tempted, kept)


def _misunderstood(move: Move, noise: float, rng: Random) -> Move:
    """Turn the move into the other one with chance `noise`; without noise, leave chance alone."""
    if not noise or rng.random() >= noise:
        return move
    return Move.HOLD_BACK if move is Move.INVEST else Move.INVEST


def _chance(name: str, value: float) -> None:
    if not 0 <= value <= 1:
        raise ValueError(f"{name} is a chance from 0 to 1, not {value}")


def _whole_from_one(name: str, value: int) -> None:
    if value < 1:
        raise ValueError(f"{name} is at least 1, not {value}")
