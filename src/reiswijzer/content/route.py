"""The stops of the journey: the five insights in their order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reiswijzer.content.files import ContentError, require, toml, unique
from reiswijzer.content.texts import texts

FILE = "route.toml"


@dataclass(frozen=True)
class Stop:
    """One stop: `number` 1 to 5, the page it lives on, its exercise, the minutes to read it, its picture in words."""

    number: int
    doc: str
    title: str
    short: str
    question: str
    exercise: str
    reading_minutes: int
    picture: str

    @property
    def exercise_minutes(self) -> int:
        """Minutes for the exercise, as its own texts say."""
        return texts(self.exercise).minutes


@cache
def route() -> tuple[Stop, ...]:
    """Return the stops in order; raise `ContentError` when one is incomplete or out of order."""
    tables = toml(FILE).get("stop", [])
    fields = tuple(Stop.__dataclass_fields__)
    for table in tables:
        require(FILE, str(table.get("number", "stop without number")), table, *fields)
    unique(FILE, (table["doc"] for table in tables))
    stops = tuple(Stop(**{field: table[field] for field in fields}) for table in tables)
    if [stop.number for stop in stops] != list(range(1, len(stops) + 1)):
        raise ContentError(FILE, "stop", "the numbers do not run 1, 2, 3, …")
    return stops


@cache
def picture() -> str:
    """Return the picture of the whole route in words; raise `ContentError` when it has none."""
    require(FILE, "picture", toml(FILE), "picture")
    return str(toml(FILE)["picture"])


def words() -> dict[str, str]:
    """Return what the route says to a reader who was here before, by id."""
    table: dict[str, str] = toml(FILE).get("words", {})
    needed = ("label", "begonnen", "gelezen", "laatst", "volgende", "verder", "alles", "naar_verslag")
    require(FILE, "words", table, *needed)
    return table


def stop(number: int) -> Stop:
    """Return stop `number`; raise `ContentError` when there is none."""
    for item in route():
        if item.number == number:
            return item
    raise ContentError(FILE, str(number), "there is no stop with this number")
