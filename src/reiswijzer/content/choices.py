"""Questions with options, each option with its reply: in the chapters and inside the exercises."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from reiswijzer.content.files import ContentError, names, require, toml, unique

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["choice", "recall"]
MIN_OPTIONS = 2


@dataclass(frozen=True)
class Option:
    """One answer and the reply to whoever gives it."""

    id: str
    label: str
    reply: str
    correct: bool = False


@dataclass(frozen=True)
class Choice:
    """A question with options.

    `kind` is "choice" (no right answer) or "recall" (facts, exactly one option is correct). `after` is what
    really happened, shown when the reader has chosen; empty when there is nothing to add. `after_label` names it.
    """

    id: str
    kind: Kind
    question: str
    options: tuple[Option, ...]
    after: str = ""
    after_label: str = "Wat er werkelijk gebeurde"

    def option(self, ident: str) -> Option:
        """Return the option with this id; raise `KeyError` when there is none."""
        for option in self.options:
            if option.id == ident:
                return option
        raise KeyError(f"{self.id} has no option {ident}")


def parse(file: str, table: Mapping[str, Any]) -> Choice:
    """Make a `Choice` of one `[[choice]]` table, or raise `ContentError` saying what is wrong with it."""
    ident = str(table.get("id", "choice without id"))
    require(file, ident, table, "id", "kind", "question", "option")
    if table["kind"] not in ("choice", "recall"):
        raise ContentError(file, ident, f"kind is '{table['kind']}', not 'choice' or 'recall'")
    for option in table["option"]:
        require(file, f"{ident}/{option.get('id', 'option without id')}", option, "id", "label", "reply")
    options = tuple(
        Option(item["id"], item["label"].strip(), item["reply"].strip(), bool(item.get("correct", False)))
        for item in table["option"]
    )
    unique(file, (f"{ident}/{option.id}" for option in options))
    if len(options) < MIN_OPTIONS:
        raise ContentError(file, ident, "has fewer than two options")
    correct = sum(option.correct for option in options)
    if table["kind"] == "recall" and correct != 1:
        raise ContentError(file, ident, f"is a recall question with {correct} correct options instead of one")
    if table["kind"] == "choice" and correct:
        raise ContentError(file, ident, "is a choice, so no option can be correct")
    after = {name: str(table[name]).strip() for name in ("after", "after_label") if name in table}
    return Choice(ident, table["kind"], table["question"].strip(), options, **after)


@cache
def choices() -> dict[str, Choice]:
    """Return every choice of the chapters, by id."""
    found: dict[str, Choice] = {}
    for name in names("choices", ".toml"):
        file = f"choices/{name}.toml"
        for table in toml(file).get("choice", []):
            choice = parse(file, table)
            unique(file, [*found, choice.id])
            found[choice.id] = choice
    return found


def choice(ident: str) -> Choice:
    """Return the chapter choice with this id; raise `ContentError` when there is none."""
    if ident not in choices():
        raise ContentError("choices/", ident, "there is no choice with this id")
    return choices()[ident]
