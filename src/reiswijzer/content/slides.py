"""Slides for a room, one deck per insight: what stands on them, and what the facilitator does with them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from reiswijzer.content import journal
from reiswijzer.content.choices import choice
from reiswijzer.content.files import ContentError, names, require, toml
from reiswijzer.content.texts import exercise_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = "dias"
WORDS = "woorden"
"""The file with the words of the buttons."""
KINDS = {
    "situatie": "De situatie",
    "gok": "Gok eerst",
    "vraag": "Schat",
    "antwoord": "Wat het werd",
    "bewijs": "Onderzoek",
    "grens": "De grens",
    "tafel": "Uw eigen tafel",
    "verder": "In het boek",
}
"""What a slide is for, in the order of a deck, and what stands above it."""
LONGEST = 330
"""Characters of text on a slide, at most: more cannot be read from the last row."""


@dataclass(frozen=True)
class Slide:
    """One slide.

    `text` is MyST; `choice` the id of a choice whose options are shown, or ""; `states` what to set in the exercise of
    this insight before its drawings are made, and `names` what stands above each of all these drawings (empty for a
    single one); `say` is for the facilitator, and is not on the screen of the room.
    """

    kind: str
    title: str
    text: str
    say: str = ""
    choice: str = ""
    states: tuple[Mapping[str, Any], ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deck:
    """The slides of an insight, and the exercise whose figures they show."""

    insight: int
    exercise: str
    slides: tuple[Slide, ...]


def _slide(file: str, table: Mapping[str, Any]) -> Slide:
    kind = str(table.get("kind", "slide without kind"))
    require(file, kind, table, "kind", "title")
    text, chosen = table.get("text", ""), table.get("choice", "")
    if "field" in table:
        if table["field"] not in journal.fields():
            raise ContentError(file, kind, f"there is no field '{table['field']}' in {journal.FILE}")
        text = journal.fields()[table["field"]].question
    if chosen:
        text = choice(chosen).question
    if not text.strip():
        raise ContentError(file, kind, "has no text, no choice and no field")
    if len(text) > LONGEST:
        raise ContentError(file, kind, f"has {len(text)} characters; a slide holds {LONGEST}")
    if kind != "verder":
        require(file, kind, table, "say")
    return Slide(
        kind, table["title"].strip(), text.strip(), table.get("say", "").strip(), chosen, tuple(table.get("stand", ())),
        tuple(table.get("names", ())),
    )  # fmt: skip


@cache
def decks() -> dict[int, Deck]:
    """Return the decks by insight (1 to 5).

    Raises
    ------
    ContentError
        When a slide is incomplete or too full, or a deck does not have one slide of each kind in order.
    """
    found = {}
    for name in names(FOLDER, ".toml"):
        if name == WORDS:
            continue
        file = f"{FOLDER}/{name}.toml"
        table = toml(file)
        require(file, name, table, "exercise", "dia")
        if table["exercise"] not in exercise_ids():
            raise ContentError(file, name, f"there is no exercise '{table['exercise']}'")
        slides = tuple(_slide(file, each) for each in table["dia"])
        if [slide.kind for slide in slides] != list(KINDS):
            raise ContentError(file, name, f"the kinds of its slides are not {', '.join(KINDS)}")
        number = int(name.split("-")[0])
        found[number] = Deck(number, table["exercise"], slides)
    return found


def deck(insight: int) -> Deck:
    """Return the deck of an insight; raise `ContentError` when there is none."""
    if insight not in decks():
        raise ContentError(f"{FOLDER}/", str(insight), "there are no slides for this insight")
    return decks()[insight]


def words() -> dict[str, Any]:
    """Return what the buttons around the slides say, by id; `uitleg` lists the keys and what they do."""
    table: dict[str, Any] = toml(f"{FOLDER}/{WORDS}.toml")
    require(
        f"{FOLDER}/{WORDS}.toml",
        "words",
        table,
        "begin",
        "label",
        "vorige",
        "volgende",
        "sluit",
        "toetsen",
        "uitleg",
        "stand",
    )
    return table
