"""The drawing of a table, with a button on every seat: tap a seat to empty it (M13)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import ipywidgets as widgets

from reiswijzer.exercises import markup, ui
from reiswijzer.exercises import wie_leidt_hier_rules as rules
from reiswijzer.exercises.fields import decimal
from reiswijzer.exercises.wording import listing
from reiswijzer.figures.level import level
from reiswijzer.figures.reliance import HEIGHT, WIDTH, Seat, label_place, places, reliance
from reiswijzer.models.shared_leadership import FEWEST_MEMBERS, knock_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reiswijzer.content.texts import Texts

_CLOSE = 1e-9
_BUTTON_FROM_SEAT = 19.0


def seats(texts: Texts, state: rules.LeadState, table: str, gone: Iterable[str] = ()) -> list[Seat]:
    """Return the seats of a table as they are drawn without those that are gone."""
    names, away, given = rules.roles(texts, state, table), frozenset(gone), pairs(state, table)
    there = [seat for seat in names if seat not in away]
    heard = {seat: [given[other, seat] for other in there if other != seat and given[other, seat]] for seat in there}
    strength = {seat: sum(values) / len(values) for seat, values in heard.items() if values}
    most = max(strength.values(), default=0.0)
    first = {seat for seat, value in strength.items() if most - value < _CLOSE}
    # Where more than half are relied on alike, nobody stands out.
    stands_out = first if 2 * len(first) <= len(there) else set()
    return [
        Seat(seat, name, strength.get(seat, 1.0), most=seat in stands_out, empty=seat in away)
        for seat, name in names.items()
    ]


def pairs(state: rules.LeadState, table: str) -> dict[tuple[str, str], int]:
    """Return how much each seat relies on each other one, 0 for not filled in."""
    ids = rules.seats_of(state, table)
    rows = rules.GIVEN[table].rows if table in rules.GIVEN else state.rows
    return {(a, b): rows[i][j] or 0 for i, a in enumerate(ids) for j, b in enumerate(ids) if a != b}


def words(texts: Texts, state: rules.LeadState, table: str, gone: Iterable[str] = ()) -> str:
    """Say what the drawing of a table shows."""
    away, given = frozenset(gone), pairs(state, table)
    names = rules.roles(texts, state, table)
    listed = []
    for seat, name in names.items():
        heard = [value for (a, b), value in given.items() if b == seat and value and a not in away]
        if heard and seat not in away:
            listed.append(f"{name} {decimal(sum(heard) / len(heard))}")
    said = texts("bijschrift", sterkte=listing(listed)) if listed else texts("bijschrift-leeg")
    if away:
        said += " " + texts("bijschrift-weg", weg=listing(name for seat, name in names.items() if seat in away))
    return f"{texts.data['tafels'][table]}. {said}"


def draw(
    texts: Texts, state: rules.LeadState, table: str, gone: Iterable[str] = (), *, labels: bool = True
) -> tuple[str, str]:
    """Return the drawing of a table without the seats that are gone, and in words what it shows."""
    away = frozenset(gone)
    said = words(texts, state, table, away)
    title = texts.data["tafels"][table]
    shown = seats(texts, state, table, away)
    return reliance(shown, pairs(state, table), title=title, description=said, labels=labels), said


def percent(texts: Texts, loss: float | None) -> str:
    """Return a loss as the change it is, with its sign: −33 procent."""
    return texts("zie-procent", procent=f"{-round(100 * (loss or 0)):+d}".replace("-", "−").replace("+0", "0"))


def left(texts: Texts, state: rules.LeadState, table: str, seat: str) -> str:
    """Say how much leadership a complete table has, and what is left of it when this seat is empty ("" for none)."""
    full = rules.ratings(state, table)
    if full is None:
        return ""
    before = rules.hundred(full)
    if not seat:
        return texts("speel-vol", voor=before)
    return texts(
        "speel-leeg",
        voor=before,
        wie=rules.roles(texts, state, table)[seat],
        na=rules.hundred(full.without(seat)),
        verandering=rules.change_text(texts, knock_out(full, seat)),
    )


def change_said(texts: Texts, old: rules.LeadState, seats: tuple[str, ...], rows: rules.Rows) -> str:
    """Say what changed at the own table: a seat more or less, a role, or a rating."""
    if len(seats) > len(old.seats):
        return texts("tafel-zeg-erbij", wie=seats[-1], aantal=len(seats))
    if len(seats) < len(old.seats):
        gone = next((seat for seat in old.seats if seat not in seats), old.seats[-1])
        return texts("tafel-zeg-eraf", wie=gone, aantal=len(seats))
    for i, row in enumerate(rows):
        for j, rating in enumerate(row):
            if rating != old.rows[i][j]:
                how = texts.data["schaal"][rating - 1] if rating else texts("tafel-open")
                return texts("tafel-zeg", wie=seats[i], ander=seats[j], hoe=how)
    renamed = [seat for seat, before in zip(seats, old.seats, strict=True) if seat != before]
    return texts("tafel-zeg-rol", wie=renamed[0]) if renamed else ""


class RoundTable(widgets.VBox):
    """A table with a button on every seat, how much leadership there is among who stays, and all of it in words."""

    def __init__(self, texts: Texts, on_tap: Callable[[str], None]) -> None:
        self._texts = texts
        self.picture = widgets.HTML()
        self.seats = {seat: ui.button("", partial(on_tap, seat), "rw-rond-stoel") for seat in rules.IDS}
        self.stage = widgets.Box([self.picture, *self.seats.values()], layout=widgets.Layout(overflow="visible"))
        self.stage.add_class("rw-rond")
        self.bar = widgets.HTML()
        self.said = ui.Prose(texts)
        self.caption = ui.Prose(texts, "", "rw-model")
        self.title = ui.Prose(texts, "", "rw-vraag")
        shown = [self.title, self.stage, self.bar, self.said, self.caption]
        super().__init__(shown, layout=widgets.Layout(width="auto"))
        self.add_class("rw-kolom")

    def show(
        self, state: rules.LeadState, table: str, gone: Iterable[str], said: str = "", *, several: bool = False
    ) -> None:
        """Draw a table, with `said` below the bar; without all ratings there is no bar and no button to press.

        Where `several` seats can be empty at once, the last two cannot be emptied.
        """
        texts, away = self._texts, frozenset(gone)
        full = rules.ratings(state, table)
        svg, caption = draw(texts, state, table, away, labels=False)
        self.title.say(texts.data["tafels"][table])
        self.picture.value = svg
        self.caption.say(caption)
        self.said.say(said)
        self.bar.value = ""
        if full is not None:
            self.bar.value = level(
                rules.hundred(rules.without(full, away)), rules.hundred(full),
                title=texts("speel-balk"), description=markup.plain(said) or texts("speel-balk"),
            )  # fmt: skip
        shown = {seat.id: seat for seat in seats(texts, state, table, away)}
        at = places(list(shown))
        closed = full is None or (several and len(shown) - len(away) <= FEWEST_MEMBERS)
        for ident, button in self.seats.items():
            ui.show(button, on=ident in shown)
            if ident not in shown:
                continue
            seat = shown[ident]
            x, y = label_place(seat, at[ident], _BUTTON_FROM_SEAT)
            button.layout.left = f"{100 * x / WIDTH:.2f}%"
            button.layout.top = f"{100 * y / HEIGHT:.2f}%"
            button.description = texts("stoel-leeg", wie=seat.label) if seat.empty else seat.label
            button.tooltip = texts("vrij-terug" if seat.empty else "vrij-leeg", wie=seat.label)
            button.disabled = closed and not seat.empty
            ui.mark(button, "rw-rond-boven", on=y < HEIGHT / 2)
            ui.mark(button, "rw-rond-leeg", on=seat.empty)
