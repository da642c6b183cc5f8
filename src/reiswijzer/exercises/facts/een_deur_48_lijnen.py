"""What came of "Eén deur, 48 lijnen": lines (M9, M17), the data gate (M11), the weighing (M12) and the own door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.exercises.een_deur_48_lijnen_debt import key, weighed
from reiswijzer.exercises.een_deur_48_lijnen_gate import OWN, our_outcome
from reiswijzer.exercises.een_deur_48_lijnen_own import own_roles
from reiswijzer.exercises.een_deur_48_lijnen_parts import FAMILY, DoorState, Words, dutch
from reiswijzer.exercises.facts import Fact
from reiswijzer.models.data_gate import Outcome, Step, decide
from reiswijzer.models.lines import full_mesh, parts_left, star, two_directors
from reiswijzer.models.value_triangle import HIGHEST_POINTS, Value, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from reiswijzer.content.texts import Texts

_PAIR = 2


def facts(texts: Texts, words: Mapping[str, str], state: DoorState) -> Iterator[Fact]:
    """Return what came of the state."""
    yield Fact("gok", {"lijnen": dutch(full_mesh(FAMILY))})
    yield Fact("gok_vertrek", {"delen": parts_left(FAMILY, 1, 1)})
    yield from _gate(texts, state)
    for solution in texts.data["solution"]:
        yield from _weighing(texts, words, state, solution)
    roles = own_roles(state)
    counted = Words(texts)
    lines = {"mesh": full_mesh, "ster": star, "twee": two_directors}
    if len(roles) >= _PAIR:
        counts = {name: counted.some(count(len(roles)), "lijn") for name, count in lines.items()}
        yield Fact("rollen", {"n": len(roles), **counts})


def _gate(texts: Texts, state: DoorState) -> Iterator[Fact]:
    ends = texts.data["outcome"]
    for case in texts.data["case"]:
        if (end := _end(state, case["id"])) is not None:
            ours = our_outcome(case)
            values = {"vraag": case["title"], "einde": _capital(ends[str(end)]), "ons": ends[str(ours)]}
            yield Fact("poort", values, part=case["id"], outcome="gelijk" if ours == end else "anders")
    end, asked = _end(state, OWN), state.answers.get("eigen_vraag")
    if end is not None and isinstance(asked, str) and asked.strip():
        yield Fact("eigen_vraag", {"einde": ends[str(end)]})
    elif end is not None:
        yield Fact("eigen_poort", {"einde": _capital(ends[str(end)])})


def _end(state: DoorState, case: str) -> Outcome | None:
    return decide({Step(step): answer for step, answer in state.gate.get(case, {}).items()})


def _weighing(texts: Texts, words: Mapping[str, str], state: DoorState, solution: Mapping[str, Any]) -> Iterator[Fact]:
    """Return one solution as weighed: points and arguments per value, and whether that can be defended."""
    points, arguments = {}, {}
    for value in Value:
        given = state.answers.get(key("punten", solution["id"], value))
        if isinstance(given, int) and 0 <= given <= HIGHEST_POINTS:
            points[value] = given
        text = state.answers.get(key("argument", solution["id"], value))
        if isinstance(text, str) and text.strip():
            arguments[value] = text.strip()
    if not (points or arguments):
        return
    lines = []
    for value in Value:
        kind = ("argument" if value in points else "zonder") if value in arguments else "punten"
        if value in points or value in arguments:
            named = _capital(texts.data["value"][value])
            lines.append(words[kind].format(waarde=named, punten=points.get(value), argument=arguments.get(value)))
    values: dict[str, object] = {"oplossing": solution["label"], "lijst": "\n".join(lines)}
    if len(points) < len(Value):
        yield Fact("weging", values, part=solution["id"], outcome="open")
        return
    found = weigh(weighed(points, arguments))
    values |= {"totaal": dutch(found.total), "laagste": dutch(found.minimum)}
    yield Fact("weging", values, part=solution["id"], outcome="ja" if found.defensible else "nee")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
