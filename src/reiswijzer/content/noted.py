"""What the journal says of an exercise: for each thing the reader did there its kind and its words, in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args

from reiswijzer.content.files import ContentError, require, toml, unique
from reiswijzer.content.texts import texts

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = "noted"
Kind = Literal["gok", "uitkomst", "antwoord", "eigen", "als-dan", "vraag", "gelezen"]


@dataclass(frozen=True)
class Line:
    """The words of one thing; `present` and `outcome` by variant, "" for the only one, with `{places}` to fill in.

    A line without `present` is the answer to the question of that id: the label of the option, or the text.
    """

    id: str
    kind: Kind
    prompt: str
    present: Mapping[str, str] = field(default_factory=dict)
    outcome: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Noted:
    """The lines of an exercise by id, in order, and further words by id."""

    lines: Mapping[str, Line]
    words: Mapping[str, str]


@cache
def noted(ident: str) -> Noted:
    """Load and check what the journal says of exercise `ident`.

    Raises
    ------
    ContentError
        When a line is incomplete, or a question of the exercise has no line and is not named under `skip`.
    """
    file, of = f"{FOLDER}/{ident}.toml", texts(ident)
    table = toml(file)
    lines = []
    for item in table.get("line", []):
        name = str(item.get("id", "line without id"))
        require(file, name, item, "id", "kind")
        if item["kind"] not in get_args(Kind):
            raise ContentError(file, name, f"kind '{item['kind']}' is none of {', '.join(get_args(Kind))}")
        asked = of.choices[name].question if name in of.choices else of.sentences.get(name, "")
        prompt = item.get("prompt", asked)
        if not prompt:
            raise ContentError(file, name, "is no question or text of the exercise, so it needs a 'prompt'")
        lines.append(Line(name, item["kind"], prompt, _variants(item.get("present")), _variants(item.get("outcome"))))
    unique(file, (line.id for line in lines))
    for question in of.choices.keys() - {line.id for line in lines} - set(table.get("skip", ())):
        raise ContentError(file, question, "is a question of the exercise, but has no line and is not skipped")
    return Noted({line.id: line for line in lines}, table.get("words", {}))


def _variants(given: Any) -> dict[str, str]:
    if given is None:
        return {}
    return {"": given} if isinstance(given, str) else dict(given)
