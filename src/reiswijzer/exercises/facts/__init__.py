"""What came of what the reader did in each exercise: values for the words in `content/noted/`, one module each.

`facts(texts, words, state)` gives facts, in any order: which line of the content is meant, which variant of its words,
and what goes in the places. Everything is computed from the state by the rules of the exercise, as on its screens.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Fact:
    """Values for a line.

    `part` tells facts of one line apart (the id of a puzzle), `present` and `outcome` name the variants of its words;
    an `outcome` of None leaves that out.
    """

    line: str
    values: Mapping[str, object] = field(default_factory=dict)
    part: str = ""
    present: str = ""
    outcome: str | None = ""
