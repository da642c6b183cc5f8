"""M1: the gate before a network.

Four yes/no questions about one concrete issue, asked in a fixed order. The questions come from
[keniscambre2019], [kenisprovan_hoofdstuk17] (three or more organisations) and [huxhamvangen2004] (do it
alone if you can) [S]; putting them in a first-match table is our choice [D]. The sources give a definition
and advice, not a scored test.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Question(StrEnum):
    """The four questions, in the order in which they are asked."""

    ALONE = "alone"
    """Can one organisation reach the outcome alone?"""
    THREE = "three"
    """Are three or more organisations needed?"""
    COMPLEX = "complex"
    """Is the issue complex: no recipe works twice, parts interact?"""
    SOVEREIGNTY = "sovereignty"
    """Is every intended partner willing to give up some sovereignty?"""


class Verdict(StrEnum):
    """What the gate says."""

    ALONE = "alone"
    BILATERAL = "bilateral"
    CHAIN = "chain"
    NOT_YET = "not_yet"
    CANDIDATE = "candidate"


_TABLE: tuple[tuple[Question, bool, Verdict], ...] = (
    (Question.ALONE, True, Verdict.ALONE),
    (Question.THREE, False, Verdict.BILATERAL),
    (Question.COMPLEX, False, Verdict.CHAIN),
    (Question.SOVEREIGNTY, False, Verdict.NOT_YET),
)


def _checked(answers: Mapping[Question, bool]) -> dict[Question, bool]:
    checked: dict[Question, bool] = {}
    for key, answer in answers.items():
        if key not in set(Question):
            raise ValueError(f"unknown gate question {key!r}; known: {[str(q) for q in Question]}")
        if not isinstance(answer, bool):
            raise TypeError(f"answer to gate question {str(key)!r} must be True or False, not {answer!r}")
        checked[Question(key)] = answer
    return checked


def open_questions(answers: Mapping[Question, bool]) -> tuple[Question, ...]:
    """List the questions that still have to be answered before the gate can decide.

    Parameters
    ----------
    answers
        The answers so far, per question; any subset, in any order. The ids as strings work too.

    Returns
    -------
    tuple of Question
        Unanswered questions up to the first deciding answer, in order. Empty when the gate can decide.

    Raises
    ------
    ValueError
        On an unknown question.
    TypeError
        On an answer that is not a bool.
    """
    given = _checked(answers)
    still_open: list[Question] = []
    for question, deciding, _ in _TABLE:
        if question not in given:
            still_open.append(question)
        elif given[question] is deciding:
            break
    return tuple(still_open)


def decide(answers: Mapping[Question, bool]) -> Verdict | None:
    """Give the verdict of the gate, or None as long as a question is open.

    The first match wins: alone = yes, three = no, complex = no, sovereignty = no, otherwise a candidate.
    Answers after the deciding one make no difference.

    Parameters
    ----------
    answers
        The answers so far, per question; any subset, in any order. The ids as strings work too.

    Returns
    -------
    Verdict or None
        None exactly when `open_questions` is not empty.

    Raises
    ------
    ValueError
        On an unknown question.
    TypeError
        On an answer that is not a bool.

    Notes
    -----
    Questions [S]: [keniscambre2019], [kenisprovan_hoofdstuk17], [cambre_som], [huxhamvangen2004],
    [kpmg2020organisatienetwerken], [aedesmagazine2023]. Decision table [D]. Model M1.
    """
    given = _checked(answers)
    if open_questions(given):
        return None
    return next((verdict for question, deciding, verdict in _TABLE if given[question] is deciding), Verdict.CANDIDATE)
