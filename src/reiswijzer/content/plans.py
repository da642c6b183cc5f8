"""Time plans of the sessions that a trainer leads: parts with minutes, whose sums are checked when they are read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from reiswijzer.content.files import ContentError, names, require, toml, unique

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = "tijdplannen"
METHODS = "methoden"
BREAK = "pauze"
"""The method of a part that is no contact time."""


@dataclass(frozen=True)
class Method:
    """A way of working with a group, and where it is described; `url` is "" for what is ours."""

    id: str
    name: str
    url: str = ""


@dataclass(frozen=True)
class Part:
    """One part of a session.

    `begins` and `minutes` are whole minutes, `begins` from the start of the session; `does` tells what participants
    do, `say` what the facilitator says aloud, `needs` what lies ready, `ask` what to ask afterwards; `else_` is what to
    do when it goes otherwise, or "".
    """

    id: str
    title: str
    begins: int
    minutes: int
    method: Method
    does: str
    say: tuple[str, ...]
    needs: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    else_: str = ""

    @property
    def ends(self) -> int:
        """Minutes from the start of the session to the end of this part."""
        return self.begins + self.minutes

    @property
    def is_break(self) -> bool:
        """Tell whether this part is no contact time."""
        return self.method.id == BREAK


@dataclass(frozen=True)
class Plan:
    """A session: minutes in all and net of breaks, and its parts in order."""

    id: str
    title: str
    minutes: int
    net: int
    parts: tuple[Part, ...]

    @property
    def breaks(self) -> int:
        """Minutes that are no contact time."""
        return sum(part.minutes for part in self.parts if part.is_break)

    @property
    def needs(self) -> tuple[str, ...]:
        """Return what must lie ready, each thing once, in the order in which it is needed."""
        return tuple(dict.fromkeys(need for part in self.parts for need in part.needs))


@cache
def methods() -> dict[str, Method]:
    """Return the methods by id; raise `ContentError` when one is incomplete."""
    file = f"{FOLDER}/{METHODS}.toml"
    tables = toml(file).get("method", [])
    for table in tables:
        require(file, str(table.get("id", "method without id")), table, "id", "name")
    unique(file, (table["id"] for table in tables))
    return {table["id"]: Method(table["id"], table["name"], table.get("url", "")) for table in tables}


def _part(file: str, table: Mapping[str, Any], begins: int) -> Part:
    ident = str(table.get("id", "part without id"))
    require(file, ident, table, "id", "title", "minutes", "method", "does")
    minutes, method = table["minutes"], table["method"]
    if not isinstance(minutes, int) or minutes < 1:
        raise ContentError(file, ident, f"minutes is {minutes!r}, not a whole number above 0")
    if method not in methods():
        raise ContentError(file, ident, f"there is no method '{method}' in {FOLDER}/{METHODS}.toml")
    if method != BREAK:
        require(file, ident, table, "say")
    say, needs, ask = (tuple(line.strip() for line in table.get(key, ())) for key in ("say", "needs", "ask"))
    return Part(
        ident,
        table["title"].strip(),
        begins,
        minutes,
        methods()[method],
        table["does"].strip(),
        say,
        needs,
        ask,
        table.get("else", "").strip(),
    )


@cache
def plan(ident: str) -> Plan:
    """Return the plan with this id.

    Raises
    ------
    ContentError
        When there is none, a part is incomplete, or its minutes do not add up to what the plan says.
    """
    file = f"{FOLDER}/{ident}.toml"
    if ident not in plan_ids():
        raise ContentError(f"{FOLDER}/", ident, "there is no time plan with this id")
    table = toml(file)
    require(file, ident, table, "title", "minutes", "net", "part")
    parts: list[Part] = []
    for each in table["part"]:
        parts.append(_part(file, each, parts[-1].ends if parts else 0))
    unique(file, (part.id for part in parts))
    made = Plan(ident, table["title"].strip(), table["minutes"], table["net"], tuple(parts))
    if parts[-1].ends != made.minutes:
        raise ContentError(file, ident, f"the parts take {parts[-1].ends} minutes together, not {made.minutes}")
    if made.minutes - made.breaks != made.net:
        raise ContentError(file, ident, f"without breaks {made.minutes - made.breaks} minutes are left, not {made.net}")
    return made


def plan_ids() -> tuple[str, ...]:
    """Return the ids of all plans."""
    return tuple(name for name in names(FOLDER, ".toml") if name != METHODS)
