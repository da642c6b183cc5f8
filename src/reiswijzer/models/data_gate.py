"""M11: may this be shared? The gate on personal data, as an unfinished sentence to finish.

Six ordered questions; the first 'no' decides. They follow the order of the AVG (articles 5, 6, 9 and 10) and the
advice in [flow_avg]; the selection and the wording of the steps are ours [D]. Not legal advice.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Step(StrEnum):
    """The six questions, in the order in which they are asked; 'yes' always leads on."""

    NEEDED = "needed"
    """Is personal data needed at all, or is an anonymous pattern enough? (yes: needed)"""
    PURPOSE = "purpose"
    """Is the purpose fixed beforehand and tied to a task of the sender?"""
    GROUND = "ground"
    """Is there one of the six grounds of article 6?"""
    SPECIAL = "special"
    """Is it ordinary data, or special data for which an exception applies? See `special_step`."""
    LIMITED = "limited"
    """Is it limited to what this receiver needs?"""
    INFORMED = "informed"
    """Does the tenant know, and is there an agreement with the receiver?"""


class Outcome(StrEnum):
    """Where the gate leads."""

    ANONYMISE = "anonymise"
    DEFINE_PURPOSE = "define_purpose"
    NO_GROUND = "no_ground"
    LEAVE_OUT = "leave_out"
    TRIM = "trim"
    INFORM = "inform"
    SHARE = "share"


IF_NO: Mapping[Step, Outcome] = MappingProxyType(
    {
        Step.NEEDED: Outcome.ANONYMISE,
        Step.PURPOSE: Outcome.DEFINE_PURPOSE,
        Step.GROUND: Outcome.NO_GROUND,
        Step.SPECIAL: Outcome.LEAVE_OUT,
        Step.LIMITED: Outcome.TRIM,
        Step.INFORMED: Outcome.INFORM,
    }
)
"""Outcome when a step is the first to be answered with no, in the order of the steps."""


def _checked(answers: Mapping[Step, bool]) -> dict[Step, bool]:
    checked: dict[Step, bool] = {}
    for key, answer in answers.items():
        if key not in set(Step):
            raise ValueError(f"unknown step of the data gate {key!r}; known: {[str(s) for s in Step]}")
        if not isinstance(answer, bool):
            raise TypeError(f"answer to step {str(key)!r} must be True or False, not {answer!r}")
        checked[Step(key)] = answer
    return checked


def special_step(special: bool, exception: bool = False) -> bool:
    """Combine the two halves of the fourth step into its answer.

    Parameters
    ----------
    special
        Whether it is health, criminal or other special data.
    exception
        Whether an exception applies (article 9 or 10 and national law); makes no difference to ordinary data.

    Returns
    -------
    bool
        True when the step is passed.

    Raises
    ------
    TypeError
        When an answer is not a bool.
    """
    for name, answer in (("special", special), ("exception", exception)):
        if not isinstance(answer, bool):
            raise TypeError(f"{name} must be True or False, not {answer!r}")
    return exception or not special


def open_steps(answers: Mapping[Step, bool]) -> tuple[Step, ...]:
    """List the steps that still have to be answered before the gate can decide.

    Parameters
    ----------
    answers
        The answers so far, per step; any subset, in any order. The ids as strings work too.

    Returns
    -------
    tuple of Step
        Unanswered steps before the first 'no', in order. Empty when the gate can decide.

    Raises
    ------
    ValueError
        On an unknown step.
    TypeError
        On an answer that is not a bool.
    """
    given = _checked(answers)
    still_open: list[Step] = []
    for step in Step:
        if step not in given:
            still_open.append(step)
        elif not given[step]:
            break
    return tuple(still_open)


def deciding_step(answers: Mapping[Step, bool]) -> Step | None:
    """Name the step on which the gate stops.

    Parameters
    ----------
    answers
        The answers so far, per step; any subset, in any order. The ids as strings work too.

    Returns
    -------
    Step or None
        The first 'no'; None while an earlier step is open and when all six are yes.

    Raises
    ------
    ValueError
        On an unknown step.
    TypeError
        On an answer that is not a bool.
    """
    given = _checked(answers)
    if open_steps(given):
        return None
    return next((step for step in Step if not given[step]), None)


def decide(answers: Mapping[Step, bool]) -> Outcome | None:
    """Give the outcome of the gate, or None as long as a step is open.

    Parameters
    ----------
    answers
        The answers so far, per step; any subset, in any order. The ids as strings work too.

    Returns
    -------
    Outcome or None
        None exactly when `open_steps` is not empty; answers after the first 'no' make no difference.

    Raises
    ------
    ValueError
        On an unknown step.
    TypeError
        On an answer that is not a bool.

    Notes
    -----
    Order of the steps [D], facts around them in [rijksoverheid_huurachterstand], [flow_avg], [wgs2024] [S].
    Model M11. Not legal advice.
    """
    given = _checked(answers)
    if open_steps(given):
        return None
    stopped = deciding_step(given)
    return Outcome.SHARE if stopped is None else IF_NO[stopped]
