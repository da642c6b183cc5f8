"""States that were kept, taken out of their documents without making the exercise."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from reiswijzer.content.texts import texts
from reiswijzer.journal import document
from reiswijzer.models.cascade_moves import AddTie, CutTie, Move, OtherSeed, SmallWin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reiswijzer.content.texts import Texts
    from reiswijzer.exercises.base import State

    S = TypeVar("S", bound=State)

KINDS = {Move: (AddTie, CutTie, OtherSeed, SmallWin)}

STATES = {
    "startpunt": ("startpunt_rules", "StartState"),
    "buig-de-curve": ("buig_de_curve_rules", "Curve"),
    "een-deur-48-lijnen": ("een_deur_48_lijnen_parts", "DoorState"),
    "wie-leidt-hier": ("wie_leidt_hier_rules", "LeadState"),
    "de-ontbrekende-brug": ("de_ontbrekende_brug_state", "BridgeState"),
    "wat-blijft-hangen": ("wat_blijft_hangen_rules", "HangState"),
    "casussen-onderzoeken": ("casussen_onderzoeken", "CasesState"),
    "verhaal-of-meting": ("verhaal_of_meting_rules", "PraiseState"),
    "uw-samenwerking": ("uw_samenwerking_rules", "OwnState"),
}
"""Module and name of the state of each exercise."""


def opened(ident: str, content: Mapping[str, Any]) -> State:
    """Return the state in a document of exercise `ident`.

    Raises
    ------
    KeyError
        When there is no such exercise.
    Unreadable
        When the document does not fit it; `Newer` when a later version wrote it.
    """
    module, name = STATES[ident]
    kind: type[State] = getattr(import_module(f"{__package__}.{module}"), name)
    return fitting(document.opened(content, ident, kind, KINDS), texts(ident))


def fitting(state: S, of: Texts) -> S:
    """Return a kept state without what the exercise no longer has: a step, or an option of a question."""

    def fits(question: str, answer: Any) -> bool:
        return question not in of.choices or answer in [option.id for option in of.choices[question].options]

    answers = {question: answer for question, answer in state.answers.items() if fits(question, answer)}
    return replace(state, step=min(max(state.step, 0), len(of.steps) - 1), answers=answers)
