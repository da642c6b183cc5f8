"""What came of "Wat blijft hangen?": estimates and what was left of them (M18), and the own story (M19)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.exercises import wat_blijft_hangen_rules as rules
from reiswijzer.exercises.facts import Fact
from reiswijzer.exercises.wat_blijft_hangen_story import cell_key
from reiswijzer.models.narrative import CELLS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reiswijzer.content.texts import Texts


def facts(texts: Texts, words: Mapping[str, str], state: rules.HangState) -> Iterator[Fact]:
    """Return what came of the state.

    What was estimated stays closed until the reader has estimated again: the exercise is about what is left unseen.
    """
    shown = rules.revealed(state) or not state.read
    for topic in rules.TOPICS:
        yield from _estimates(texts, words, state, topic, shown=shown)
    if not rules.revealed(state):
        yield Fact("gok", outcome=None)
    if not state.explained:
        yield Fact("overtuigt", outcome=None)
    told = [text for cell in CELLS if (text := _written(state, cell_key(*cell)))]
    if told:
        yield Fact("verhaal", {"verhaal": "\n\n".join(told)})


def _written(state: rules.HangState, question: str) -> str:
    text = state.answers.get(question)
    return text.strip() if isinstance(text, str) else ""


def _estimates(
    texts: Texts, words: Mapping[str, str], state: rules.HangState, topic: str, *, shown: bool
) -> Iterator[Fact]:
    typed = {moment: _written(state, rules.key(moment, topic)).rstrip(" %") for moment in rules.MOMENTS}
    days, later = rules.days_between(state), texts.data["later"]
    when = later["dag"] if days == 1 else f"{days} {later['dagen']}"
    lines = [words[moment].format(getal=number, wanneer=when) for moment, number in typed.items() if number]
    if not lines:
        return
    form = rules.form_of(state, topic)
    values: dict[str, object] = {
        "vraag": texts(f"vraag_{topic}"),
        "schattingen": ", ".join(lines),
        "vorm": texts.data["vorm"][form].lower(),
    }
    outcome, shares = None, rules.own_shares(state)
    if shown and form in shares:
        outcome, values["procent"] = "over", rules.percent(shares[form])
    elif shown and rules.estimates(state, form):
        outcome = "gelijk"
    yield Fact("schatting", values, part=topic, present="open" if shown else "dicht", outcome=outcome)
