"""State and rules of the opening: answers to the gate (M1), the scan per role (M6), and its drawing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reiswijzer.exercises.base import State
from reiswijzer.exercises.fields import decimal
from reiswijzer.exercises.wording import listing
from reiswijzer.figures.spread import spread
from reiswijzer.models import gate
from reiswijzer.models.conditions import Comparison, Condition, compare, condition_score

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reiswijzer.content.texts import Texts

IDENT = "startpunt"
ROLES = ("u", "rvc", "partner")
OTHERS = ("rvc", "partner")
YES = "ja"
FEWEST_ROLES = 2

Scores = dict[str, dict[Condition, float]]


@dataclass(frozen=True)
class StartState(State):
    """What the reader did: gate and own words in `answers`, the scan in `scan`.

    `scan` holds 1 to 5 by "role condition number"; what is not in it was not answered.
    """

    scan: Mapping[str, int] = field(default_factory=dict)


def gate_answers(state: StartState) -> dict[gate.Question, bool]:
    """Return the answers to the gate so far."""
    return {each: state.answers[each] == YES for each in gate.Question if each in state.answers}


def asked(state: StartState) -> tuple[gate.Question, ...]:
    """List the questions of the gate that are on screen: what was answered up to a verdict, and the next one."""
    answers = gate_answers(state)
    shown: list[gate.Question] = []
    for question in gate.Question:
        shown.append(question)
        so_far = {each: answers[each] for each in shown if each in answers}
        if question not in answers or gate.decide(so_far) is not None:
            break
    return tuple(shown)


def statements(texts: Texts) -> list[tuple[Condition, int, str]]:
    """List all statements: condition, number within it, and the sentence."""
    return [
        (condition, number, sentence)
        for condition in Condition
        for number, sentence in enumerate(texts.data["stellingen"][condition])
    ]


def key(role: str, condition: Condition, number: int) -> str:
    """Return under which key of `scan` this answer stands."""
    return f"{role} {condition} {number}"


def answered(texts: Texts, state: StartState, role: str) -> int:
    """Count how many statements have an answer from this role."""
    return sum(key(role, condition, number) in state.scan for condition, number, _ in statements(texts))


def scores(texts: Texts, state: StartState) -> Scores:
    """Return the score per condition of every role that answered all statements (M6)."""
    done = [role for role in ROLES if answered(texts, state, role) == len(statements(texts))]
    return {
        role: {
            condition: condition_score(
                [state.scan[key(role, condition, number)] for number in range(len(texts.data["stellingen"][condition]))]
            )
            for condition in Condition
        }
        for role in done
    }


def example(texts: Texts) -> Scores:
    """Return the invented example."""
    return {
        role: dict(zip(Condition, map(float, values), strict=True)) for role, values in texts.data["voorbeeld"].items()
    }


def shown_scores(texts: Texts, state: StartState) -> tuple[Scores, bool]:
    """Return what to draw, and whether it is the reader's own: from two roles, else the example."""
    own = scores(texts, state)
    return (own, True) if len(own) >= FEWEST_ROLES else (example(texts), False)


def by_spread(comparison: Comparison) -> list[Condition]:
    """List the conditions, the one on which the roles differ most first."""
    return sorted(Condition, key=lambda each: -comparison.spreads[each])


def points(texts: Texts, value: float) -> str:
    """Return a difference in points, in words."""
    if not value:
        return texts("geen-punt")
    return texts("een-punt") if value == 1 else texts("punten", aantal=decimal(value).removesuffix(",0"))


def names(texts: Texts, conditions: tuple[Condition, ...]) -> str:
    """Return the names of conditions as a list in words."""
    return listing(texts.data["voorwaarden"][each].lower() for each in conditions)


def draw(texts: Texts, state: StartState) -> tuple[str, str]:
    """Return the drawing of the roles side by side, largest difference first, and the same in words."""
    table, own = shown_scores(texts, state)
    order = by_spread(compare(table))
    rows = {texts.data["voorwaarden"][each]: [table[role][each] for role in table] for each in order}
    people = [texts.data["rollen"][role] for role in table]
    title = texts("figuur-titel", aantal=texts.data["aantal"][str(len(table))]) if own else texts("figuur-voorbeeld")
    words = "; ".join(
        texts(
            "figuur-rij",
            voorwaarde=label,
            scores=", ".join(
                texts("figuur-score", rol=name, score=decimal(score).removesuffix(",0"))
                for name, score in zip(people, row, strict=True)
            ),
        )
        for label, row in rows.items()
    )
    scale = texts.data["schaal"]
    svg = spread(rows, people, (f"1 {scale[0]}", f"5 {scale[-1]}"), title=title, description=f"{words}.")
    return svg, f"{title}. {words}."
