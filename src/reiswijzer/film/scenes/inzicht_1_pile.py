"""What is on the table in `inzicht-1`: thirty organisations, a sheet that fills with signatures, a pile of folders."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, LINE, SOFT, STOPS, element
from reiswijzer.film.ease import between, move, stagger
from reiswijzer.film.parts import Point, dot, line, mix, trace
from reiswijzer.film.stage import layer, words

if TYPE_CHECKING:
    from reiswijzer.film.stage import Now

SHEET, CLOTH, FOLDER = "#ffffff", "#f1eee6", "#e9dcb8"
DOWN = (400.0, 312.0)
"""Left top of the sheet on the table."""
LONG, DEEP = 690.0, 176.0
"""The sheet on the table."""
WIDE, THICK = 280.0, 51.0
"""A folder of the pile."""
FLOOR = 530.0
"""Where the pile and the chart stand."""
ACROSS = 10
"""Signatures in a row."""


def scribble(at: Point, seed: int) -> list[Point]:
    """Return a signature of about 50 by 40 pixels around `at`: a wave of its own for every `seed`."""
    tall, turns = 9 + seed * 7 % 6, 2.2 + seed * 5 % 4 * 0.45
    return [
        (
            at[0] - 25 + 50 * step / 24 + 5 * math.sin(9 * step / 24 + seed),
            at[1] - tall * math.sin(2 * math.pi * turns * step / 24 + 1.3 * seed) * (1.2 - step / 40),
        )
        for step in range(25)
    ]


def signed(now: Now) -> float:
    """Return how many signatures there are, as a number that grows."""
    return between(0, now.script.numbers["tekenden"], min(1.0, max(0.0, (now.since("zaal") - 4.2) / 4.4)))


def room(now: Now) -> str:
    """Draw the table from above, the organisations along it, and the sheet on it."""
    seen = 1 - now.move("stapel", 0, 0.8)
    if seen <= 0:
        return ""
    count, done = now.script.numbers["kwamen"], signed(now)
    half = count // 2
    seats: list[Point] = [(150 + 70 * (index % half), 252 if index < half else 548) for index in range(count)]
    dots = []
    for index, seat in enumerate(seats):
        come = stagger(now.since("zaal") / 3.4, index * 7 % count, count, 0.9)
        outside = (seat[0], -60 if index < half else 780)
        # Every third stays seated: two out of three sign.
        order = index * 2 // 3 if index % 3 < 2 else -1
        writes = max(0.0, 1 - abs(done - order - 0.5)) if order >= 0 and 0 < done < 20 else 0.0
        lean = 26 * writes if index < half else -26 * writes
        at = mix(outside, seat, come)
        dots.append(dot((at[0], at[1] + lean), 22))
    laid = now.move("zaal", 3.2, 4.0)
    return layer(
        seen,
        element("rect", x=100, y=288, width=1080, height=224, rx=26, fill=CLOTH, stroke=LINE, stroke_width=4),
        layer(laid, counter(now, math.floor(done + 0.001))),
        *dots,
    )


def counter(now: Now, count: int) -> str:
    """Set how many have signed."""
    return element(
        "g",
        words(str(count), 250, 418, size=104, weight=700, anchor="middle", fill=STOPS[0], on=CLOTH, halo=False),
        words(now.script.words["getekend"], 250, 468, size=38, weight=400, anchor="middle", on=CLOTH, halo=False),
    )


def sheet(now: Now) -> str:
    """Draw the sheet with its signatures; it shrinks to where the first folder of the pile will lie."""
    shown = min(now.move("zaal", 3.2, 4.0), 1 - now.move("stapel", 1.4, 2.2))
    if shown <= 0:
        return ""
    away = now.move("stapel", 0.2, 1.8)
    target = slot(now, 0)
    left, top = mix(DOWN, target, away)
    wide, deep = between(LONG, WIDE, away), between(DEEP, THICK, away)
    done, rows = signed(now), 2
    marks = []
    for index in range(math.ceil(done)):
        at = (LONG * (index % ACROSS + 0.5) / ACROSS, DEEP * (index // ACROSS + 0.5) / rows)
        drawn = trace(scribble(at, index), min(1.0, done - index))
        marks.append(line([(left + x * wide / LONG, top + y * deep / DEEP) for x, y in drawn], STOPS[0],
                          between(4, 2, away)))  # fmt: skip
    return layer(
        shown,
        element("rect", x=left, y=top, width=wide, height=deep, rx=8, fill=SHEET, stroke=SOFT, stroke_width=4),
        *marks,
    )


def slot(now: Now, index: int) -> Point:
    """Return the left top of folder `index` of the pile, the lowest first: beside the chart, later under the line."""
    left = 200 if now.since("waardoor") < 0 else 146
    return (left + 6.0 * (index * 3 % 4), FLOOR - THICK * (index + 1))


def pile(now: Now) -> str:
    """Draw the folders: they fall one by one, leave when the chart needs the room, and come again under the line."""
    titles = now.script.words["mappen"]
    return "".join(later(now, index, title) if now.since("waardoor") >= 0 else fallen(now, index, title)
                   for index, title in enumerate(titles))  # fmt: skip


def fallen(now: Now, index: int, title: str) -> str:
    """Draw a folder beside the empty chart; the lowest is what the signed sheet has become."""
    begin = 1.4 if index == 0 else 4.8 + 0.8 * index
    since = now.since("stapel") - begin
    x, y = slot(now, index)
    height = between(210, y, move(since, 0.1, 0.9)) if index else y
    gone = now.move("lijn", 0, 1.2)
    seen = move(since, 0, 0.7 if index == 0 else 0.4) * (1 - gone)
    return layer(seen, folder((x - 100 * gone, height), title))


def later(now: Now, index: int, title: str) -> str:
    """Draw a folder that slides in under the line."""
    x, y = slot(now, index)
    come = now.move("waardoor", 6.5 + 0.6 * index, 7.5 + 0.6 * index)
    return layer(come, folder((between(40, x, come), y), title))


def folder(at: Point, title: str) -> str:
    """Draw one folder, seen from the side, with its title on it."""
    x, y = at
    return element(
        "g",
        element("rect", x=x, y=y + 2, width=WIDE, height=THICK - 4, rx=9, fill=FOLDER, stroke=INK, stroke_width=4),
        words(title, x + WIDE / 2, y + 37, size=36, anchor="middle", on=FOLDER, halo=False),
    )
