"""M8: trust grows by keeping promises that run slightly ahead of it.

The loop (modest expectations met make more ambitious ones possible, people who leave set it back) comes from
[vangenhuxham2003] [S]. Every number and the functional form are ours [D]: no source gives one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS = 8
"""Rounds in one play [D]."""
START = 0.2
"""Trust at the start [D]."""
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Parameters:
    """Parameters of the loop [D], each 0 to 1.

    Attributes
    ----------
    delta
        How far an ambition may run ahead of trust and still succeed.
    alpha
        How fast a success builds trust.
    beta
        Share of trust lost by a failure.
    gamma
        Share of trust lost when a key person leaves.

    Raises
    ------
    TypeError
        When one of the numbers is not a number.
    ValueError
        When a parameter falls outside 0 to 1.
    """

    delta: float = 0.15
    alpha: float = 0.5
    beta: float = 0.4
    gamma: float = 0.2

    def __post_init__(self) -> None:
        for name, value in (
            ("delta", self.delta),
            ("alpha", self.alpha),
            ("beta", self.beta),
            ("gamma", self.gamma),
        ):
            _check(name, value)


@dataclass(frozen=True)
class Round:
    """One round.

    Attributes
    ----------
    ambition
        What was promised, 0 to 1.
    success
        Whether the promise was kept.
    trust
        Trust after the promise, before any departure, 0 to 1.
    result
        What the round brought: the ambition on success, else 0.
    """

    ambition: float
    success: bool
    trust: float
    result: float


@dataclass(frozen=True)
class Play:
    """A whole play.

    Attributes
    ----------
    rounds
        One per ambition.
    path
        Trust at the start and after each round, departures included; one longer than `rounds`.
    result
        Sum of the results, 0 to the number of rounds.
    """

    rounds: tuple[Round, ...]
    path: tuple[float, ...]
    result: float

    @property
    def trust(self) -> float:
        """Trust at the end, 0 to 1."""
        return self.path[-1]


def _check(name: str, value: float) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} must be a number, not {value!r}")
    if not 0 <= value <= 1:
        raise ValueError(f"{name} must lie between 0 and 1, not {value!r}")


_DEFAULT = Parameters()


def step(trust: float, ambition: float, parameters: Parameters = _DEFAULT) -> Round:
    """Play one round: success if a <= T + delta, then T + alpha * a * (1 - T), else T * (1 - beta).

    Parameters
    ----------
    trust
        Trust before the round, 0 to 1.
    ambition
        Ambition of this round, 0 to 1.
    parameters
        Parameters of the loop.

    Returns
    -------
    Round
        Success, trust after, result. An ambition exactly at the limit succeeds.

    Raises
    ------
    TypeError
        When one of the numbers is not a number.
    ValueError
        When trust or ambition falls outside 0 to 1.

    Notes
    -----
    Loop logic [S] [vangenhuxham2003], formula and values [D]. Model M8.
    """
    _check("trust", trust)
    _check("ambition", ambition)
    if ambition <= trust + parameters.delta + _TOLERANCE:
        grown = trust + parameters.alpha * ambition * (1 - trust)
        return Round(ambition=ambition, success=True, trust=min(grown, 1.0), result=ambition)
    return Round(ambition=ambition, success=False, trust=trust * (1 - parameters.beta), result=0.0)


def turnover(trust: float, parameters: Parameters = _DEFAULT) -> float:
    """Let a key person leave: T becomes T * (1 - gamma).

    Parameters
    ----------
    trust
        Trust before, 0 to 1.
    parameters
        Parameters of the loop.

    Returns
    -------
    float
        Trust after, 0 to 1.

    Raises
    ------
    TypeError
        When one of the numbers is not a number.
    ValueError
        When trust falls outside 0 to 1.

    Notes
    -----
    Changing membership as a limit [S] [vangenhuxham2003], formula and value [D]. Model M8.
    """
    _check("trust", trust)
    return trust * (1 - parameters.gamma)


def play(
    ambitions: Sequence[float],
    departures: Sequence[int] = (),
    start: float = START,
    parameters: Parameters = _DEFAULT,
) -> Play:
    """Play a sequence of rounds, with key people leaving after some of them.

    Parameters
    ----------
    ambitions
        Ambition per round, each 0 to 1; none gives the start back.
    departures
        Numbers of the rounds after which someone leaves: 1 to the number of rounds, in any order; a number
        that occurs twice means two people.
    start
        Trust before the first round, 0 to 1.
    parameters
        Parameters of the loop.

    Returns
    -------
    Play
        Rounds, path of trust, summed result.

    Raises
    ------
    TypeError
        When one of the numbers is not a number.
    ValueError
        When a number falls outside its range or a departure names a round that is not played.

    Notes
    -----
    Loop logic [S] [vangenhuxham2003], formula and values [D]. Model M8.
    """
    _check("start", start)
    for number in departures:
        if number not in range(1, len(ambitions) + 1):
            raise ValueError(f"departure after round {number!r}, but there are {len(ambitions)} rounds")
    rounds: list[Round] = []
    path = [start]
    for number, ambition in enumerate(ambitions, start=1):
        outcome = step(path[-1], ambition, parameters)
        trust = outcome.trust
        for _ in range(list(departures).count(number)):
            trust = turnover(trust, parameters)
        rounds.append(outcome)
        path.append(trust)
    return Play(rounds=tuple(rounds), path=tuple(path), result=sum(each.result for each in rounds))
