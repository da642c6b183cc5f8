"""What came of "Wie leidt hier?": the given tables and the own one with an empty seat (M13), the price (M3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.exercises import wie_leidt_hier_rules as rules
from reiswijzer.exercises.facts import Fact
from reiswijzer.exercises.fields import decimal
from reiswijzer.exercises.wording import listing
from reiswijzer.models.form_fit import Form
from reiswijzer.models.shared_leadership import centralisation, knock_out
from reiswijzer.models.tensions import friction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reiswijzer.content.texts import Texts


def facts(texts: Texts, words: Mapping[str, str], state: rules.LeadState) -> Iterator[Fact]:
    """Return what came of the state."""
    lost = {table: _lost(table) for table in rules.GIVEN}
    yield Fact("gok", lost)
    yield Fact("gok-b", lost)
    if rules.filled(state) or state.seats != rules.start(texts).seats:
        yield from _own_table(texts, words, state)
    wish = rules.wish(texts, state)
    if wish is not None:
        names = {form: texts.data["vormen"][form].partition(":")[0].lower() for form in Form}
        prices = "; ".join(
            words["prijs"].format(vorm=name, wringt=decimal(friction(wish, form).mean, 2))
            for form, name in names.items()
        )
        yield Fact("prijs", {"lijst": prices[:1].upper() + prices[1:]})


def _lost(table: str) -> int:
    given = rules.GIVEN[table]
    return round(100 * (knock_out(given, rules.key_seats(given)[0]).loss or 0))


def _own_table(texts: Texts, words: Mapping[str, str], state: rules.LeadState) -> Iterator[Fact]:
    seats, scale = state.seats, texts.data["schaal"]
    lines = []
    for seat, row in zip(seats, state.rows, strict=True):
        on = [
            words["hoe"].format(wie=other, hoe=scale[value - 1])
            for other, value in zip(seats, row, strict=True)
            if value
        ]
        lines.append(words["stoel"].format(wie=seat, lijst=listing(on)) if on else seat)
    told = {"lijst": "\n".join(lines)}
    full = rules.ratings(state, rules.OWN)
    if full is None:
        counts = {"aantal": rules.filled(state), "alle": rules.cells(state)}
        yield Fact("tafel", {**told, **counts}, outcome="open")
    else:
        numbers = {"leiding": rules.hundred(full), "cent": decimal(centralisation(full), 2)}
        yield Fact("tafel", {**told, **numbers}, outcome="vol")
    names, bet = rules.roles(texts, state, rules.OWN), state.answers.get("weg-gok")
    if bet not in names:
        return
    if full is None:
        yield Fact("weg-gok", {"wie": names[bet]}, outcome=None)
        return
    most = rules.costliest(full)
    others = listing(names[seat] for seat in most if seat != bet)
    found = "geen" if not most else "mis" if bet not in most else "gelijk" if others else "raak"
    yield Fact("weg-gok", {"wie": names[bet], "ander": others}, outcome=found)
