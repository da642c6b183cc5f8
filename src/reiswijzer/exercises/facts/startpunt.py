"""What came of the opening: the outcome of the gate (M1), the scan, and where the roles differ most (M6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.exercises import startpunt_rules as rules
from reiswijzer.exercises.facts import Fact
from reiswijzer.models import gate
from reiswijzer.models.conditions import Condition, compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reiswijzer.content.texts import Texts

OWN, EXAMPLE = "gok", "gok-voorbeeld"


def facts(texts: Texts, words: Mapping[str, str], state: rules.StartState) -> Iterator[Fact]:
    """Return what came of the state."""
    verdict = gate.decide(rules.gate_answers(state))
    if verdict is not None:
        yield Fact("poort", present=str(verdict))
    yield from _scan(texts, words, state)
    own = rules.scores(texts, state)
    whole = len(own) >= rules.FEWEST_ROLES
    for question, table in ((OWN, own if whole else None), (EXAMPLE, rules.example(texts))):
        guess = state.answers.get(question, "")
        if guess in texts.data["voorwaarden"]:
            yield _bet(texts, question, Condition(guess), table)
    if whole and state.answers.get(OWN) not in texts.data["voorwaarden"]:
        most, values = _widest(texts, own)
        yield Fact("spreiding", values, present="verschil" if most else "gelijk")


def _scan(texts: Texts, words: Mapping[str, str], state: rules.StartState) -> Iterator[Fact]:
    """Return per statement what was answered: the reader's own answer bare, with others each with its role."""
    scale, people = texts.data["schaal"], texts.data["rollen_zin"]
    for condition, number, sentence in rules.statements(texts):
        given = {role: state.scan.get(rules.key(role, condition, number), 0) for role in rules.ROLES}
        said = {role: scale[value - 1] for role, value in given.items() if 0 < value <= len(scale)}
        alone = set(said) == {"u"}
        lines = [how if alone else words["rol"].format(rol=people[role], hoe=how) for role, how in said.items()]
        if lines:
            values = {"stelling": sentence, "antwoord": ", ".join(lines)}
            yield Fact("scan", values, part=f"{condition}-{number}")


def _bet(texts: Texts, question: str, guess: Condition, table: rules.Scores | None) -> Fact:
    named = {"voorwaarde": texts.data["voorwaarden"][guess]}
    if table is None:
        return Fact(question, named, outcome=None)
    most, values = _widest(texts, table)
    hit = "raak" if guess in most else "mis"
    return Fact(question, {**named, **values}, outcome=hit if most else "gelijk")


def _widest(texts: Texts, table: rules.Scores) -> tuple[tuple[Condition, ...], dict[str, str]]:
    comparison = compare(table)
    most = comparison.most_spread
    if not most:
        return (), {}
    return most, {"waar": rules.names(texts, most), "punten": rules.points(texts, comparison.spreads[most[0]])}
