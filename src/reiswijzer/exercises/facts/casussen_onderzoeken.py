"""What came of "Casussen onderzoeken": how many setbacks there are, and which collaboration was looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.content.cases import cases
from reiswijzer.exercises.casussen_onderzoeken import CasesState, hits
from reiswijzer.exercises.facts import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reiswijzer.content.texts import Texts


def facts(_texts: Texts, _words: Mapping[str, str], state: CasesState) -> Iterator[Fact]:
    """Return what came of the state."""
    yield Fact("tegenvallers", {"aantal": len(hits(setback="ja")), "alle": len(cases())})
    if state.chosen in cases():
        yield Fact("gelezen", {"naam": cases()[state.chosen].name})
