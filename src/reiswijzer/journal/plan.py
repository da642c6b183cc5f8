"""Uw plan: one page of five lines, each proposed from what was noted; the reader's own line always comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reiswijzer.content import journal as content
from reiswijzer.journal.report import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reiswijzer.journal.report import Entry, Report

    Entries = Mapping[str, Entry]

MOST_STEPS = 6
"""If-then lines that are proposed as a first step, at most."""

GOALS = ("buig-de-curve/doel", "1-tafel-1")
NUMBER = "1-tafel-2"
PARTNERS = ("de-ontbrekende-brug/netwerk", "een-deur-48-lijnen/rollen")
FORM, PRICE = "buig-de-curve/vorm", "buig-de-curve/prijs"
QUESTIONS = ("wie-leidt-hier/prijs-rvc", "buig-de-curve/rvc", "startpunt/gesprek-vraag")


@dataclass(frozen=True)
class Line:
    """One line of the plan.

    `text` is the reader's own (`origin` "own"), a proposal, or "" when there is nothing yet; then `hint` says where to
    get it. `entries` are the ids of the entries a proposal comes from.
    """

    field: str
    question: str
    text: str
    origin: Literal["own", "proposal", "nothing"]
    entries: tuple[str, ...] = ()
    hint: str = ""


def plan(report: Report) -> tuple[Line, ...]:
    """Return the five lines, in the order of their fields; proposals can be asked for apart by `proposals`."""
    entries = _by_id(report)
    proposed = proposals(report)
    lines = []
    for field in content.part("plan").fields:
        text, sources = proposed[field.id]
        if field.id in entries:
            lines.append(Line(field.id, field.question, entries[field.id].present, "own"))
        elif text:
            lines.append(Line(field.id, field.question, text, "proposal", sources))
        else:
            hint = words()["plan"][f"leeg-{field.id}"]
            lines.append(Line(field.id, field.question, "", "nothing", hint=hint))
    return tuple(lines)


def proposals(report: Report) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return per field of the plan what is proposed, and the ids of the entries it comes from; ("", ()) for nothing."""
    entries = _by_id(report)
    return {field: propose(entries) for field, propose in _PROPOSALS.items()}


def _by_id(report: Report) -> dict[str, Entry]:
    return {entry.id: entry for part in report.parts for entry in part.entries}


def _there(entries: Entries, idents: Iterable[str]) -> list[Entry]:
    return [entries[ident] for ident in idents if ident in entries]


def _result(entries: Entries) -> tuple[str, tuple[str, ...]]:
    goal = _there(entries, GOALS)[:1]
    number = _there(entries, [NUMBER])
    lines = [each.present for each in goal]
    lines += [words()["plan"]["cijfer"].format(tekst=each.present) for each in number]
    return "\n".join(lines), tuple(each.id for each in (*goal, *number))


def _partners(entries: Entries) -> tuple[str, tuple[str, ...]]:
    """Return every organisation and role once, in the spelling it was first written in."""
    found = _there(entries, PARTNERS)
    names: dict[str, str] = {}
    for name in (line.strip() for each in found for line in each.present.splitlines()):
        if name:
            names.setdefault(" ".join(name.lower().split()), name)
    return ", ".join(names.values()), tuple(each.id for each in found)


def _form(entries: Entries) -> tuple[str, tuple[str, ...]]:
    form, price = _there(entries, [FORM]), _there(entries, [PRICE])
    lines = [words()["plan"]["vorm"].format(tekst=each.present) for each in form]
    lines += [words()["plan"]["prijs"].format(tekst=each.present) for each in price]
    return "\n".join(lines), tuple(each.id for each in (*form, *price))


def _first_step(entries: Entries) -> tuple[str, tuple[str, ...]]:
    """Return the if-then lines, those of the chapters first: they are whole sentences."""
    lines = [each for each in entries.values() if each.kind == "als-dan"]
    found = sorted(lines, key=lambda each: "/" in each.id)[:MOST_STEPS]
    return "\n".join(dict.fromkeys(each.present for each in found)), tuple(each.id for each in found)


def _question(entries: Entries) -> tuple[str, tuple[str, ...]]:
    found = _there(entries, QUESTIONS)[:1]
    return "".join(each.present for each in found), tuple(each.id for each in found)


_PROPOSALS: Mapping[str, Callable[[Entries], tuple[str, tuple[str, ...]]]] = {
    "plan-resultaat": _result,
    "plan-partners": _partners,
    "plan-vorm": _form,
    "plan-eerste-stap": _first_step,
    "plan-vraag-rvc": _question,
}
