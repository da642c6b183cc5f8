"""What seven travellers act out at each stop: where they stand around it, and what is drawn behind and over them.

Places are relative to the middle of the stop. `s` is the share of the visit, 0 at arrival and 1 at departure.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import SOFT, STOPS, element
from reiswijzer.film.ease import between, move, stagger
from reiswijzer.film.parts import Point, dot, line, mix, ring, trace, wave
from reiswijzer.film.stage import PAPER, layer

if TYPE_CHECKING:
    from collections.abc import Callable

SEVEN = 7
AROUND = 150
"""Radius of a full circle around a stop."""


@dataclass(frozen=True)
class Act:
    """Where the seven stand, and the shapes behind them and over them."""

    places: list[Point]
    behind: list[str] = field(default_factory=list)
    over: list[str] = field(default_factory=list)


def flock(u: float) -> list[Point]:
    """Return how the seven walk: one in the middle, six around, swaying a little with the way `u` they went."""
    turn = 0.5 * math.sin(2 * math.pi * u)
    around = [(46 * math.cos(turn + math.pi * k / 3), 46 * math.sin(turn + math.pi * k / 3)) for k in range(SEVEN - 1)]
    return [(0.0, 0.0), *around]


def result(s: float) -> Act:
    """Let them out of a box, the form; all turn to the point in the middle, the result."""
    box = [(-330.0 + 110 * (k % 2), -120.0 + 120 * (k // 2)) for k in range(SEVEN - 1)] + [(-275.0, -60.0)]
    goal = ring(SEVEN, (0, 0), AROUND)
    order = (6, 0, 5, 1, 4, 2, 3)
    there = [stagger((s - 0.3) / 0.4, index, SEVEN, 0.8) for index in range(SEVEN)]
    places = [mix(box[index], goal[order[index]], there[index]) for index in range(SEVEN)]
    form = element("rect", x=-390, y=-170, width=230, height=340, rx=14, fill="none", stroke=SOFT, stroke_width=7)
    aim = move(s, 0.6, 0.85)
    spokes = [line(trace([place, mix(place, (0, 0), 0.66)], aim), STOPS[0], 5) for place in places if aim > 0]
    rings = [element("circle", cx=0, cy=0, r=between(40, radius, aim), fill="none", stroke=STOPS[0], stroke_width=3)
             for radius in (74, 108)]  # fmt: skip
    return Act(places, [layer(1 - move(s, 0.3, 0.55), form), layer(aim, *rings), *spokes])


def borderless(s: float) -> Act:
    """Keep them apart by two fences; these open in the middle and all go through."""
    start = [
        (-400.0, -90.0),
        (-330.0, 60.0),
        (-420.0, 110.0),
        (400.0, 90.0),
        (330.0, -60.0),
        (420.0, -110.0),
        (0.0, 120.0),
    ]
    goal = [(300.0, -30.0), (170.0, 40.0), (90.0, -90.0), (-300.0, 30.0), (-170.0, -40.0), (-90.0, 90.0), (0.0, 120.0)]
    gone = [stagger((s - 0.35) / 0.55, index, SEVEN, 0.75) for index in (0, 3, 1, 4, 2, 5, 6)]
    places = [mix(start[index], goal[index], gone[index]) for index in range(SEVEN)]
    gap = 110 * move(s, 0.2, 0.5)
    fences = []
    for x in (-235, 235):
        posts = [x + 26 * k for k in (-1, 0, 1)]
        for side in (-1, 1):
            shape = [element("path", d=f"M{post} 0V{side * 165}", stroke=SOFT, stroke_width=9, stroke_linecap="round")
                     for post in posts]  # fmt: skip
            shape.append(
                element("path", d=f"M{posts[0] - 16} {side * 70}H{posts[-1] + 16}", stroke=SOFT, stroke_width=7)
            )
            fences.append(layer(1 - move(s, 0.24, 0.42), *shape, transform=f"translate(0 {side * gap:.1f})"))
    trails = [line(trace([start[index], places[index]], 1), STOPS[1], 4, dashes="2 12") for index in range(SEVEN - 1)
              if gone[index] > 0]  # fmt: skip
    return Act(places, [*fences, layer(0.8, *trails)])


def shared(s: float) -> Act:
    """Pass a red thread from one to the next; who holds its end is large for a while."""
    places = [(-420.0 + 140 * index, 105 * math.sin(1.15 * index + 0.6) + 14) for index in range(SEVEN)]
    places[3] = (0.0, 118.0)
    way: list[Point] = []
    for one, other in pairwise(places):
        way += [wave(one, other, step / 16) for step in range(16)]
    way.append(places[-1])
    drawn = trace(way, move(s, 0.08, 0.8))
    head = drawn[-1]
    over = [dot(place, 17 + 15 * max(0.0, 1 - math.dist(place, head) / 90), STOPS[2]) for place in places
            if place[0] <= head[0] + 1]  # fmt: skip
    return Act(places, [line(drawn, STOPS[2], 9)], over)


def dynamic(s: float) -> Act:
    """Let all change place, while ties loosen here and others form there."""
    turn = 1.5 * math.pi * move(s, 0, 1)
    places = []
    for index in range(SEVEN):
        angle = 2 * math.pi * index / SEVEN + turn + 0.35 * math.sin(5 * s + 2.1 * index)
        radius = 1.05 * AROUND + 30 * math.sin(7 * s + 1.7 * index)
        places.append((2.1 * radius * math.sin(angle), -radius * math.cos(angle)))
    rounds = ((1, 0.0, 0.4), (2, 0.3, 0.7), (3, 0.6, 1.05))
    ties = []
    for step, begin, end in rounds:
        seen = min(move(s, begin, begin + 0.14), 1 - move(s, end - 0.14, end))
        lines = [line([places[i], places[(i + step) % SEVEN]], STOPS[3], 4.5) for i in range(SEVEN)]
        ties.append(layer(seen, *lines))
    return Act(places, ties)


def story(s: float) -> Act:
    """Let one tell; it spreads in circles, and whom it reaches lights up and tells on."""
    places = [
        (0.0, 112.0),
        (-170.0, 40.0),
        (165.0, 62.0),
        (-300.0, -70.0),
        (310.0, -40.0),
        (-430.0, 60.0),
        (440.0, 80.0),
    ]
    told = [0.06, 0.24, 0.26, 0.44, 0.46, 0.6, 0.62]
    waves, lit = [], []
    for place, begin in zip(places, told, strict=True):
        for late in (0, 0.09):
            grown = move(s, begin + late, begin + late + 0.36)
            ripple = element("circle", cx=place[0], cy=place[1], r=20 + 150 * grown, fill="none", stroke=STOPS[4],
                             stroke_width=between(7, 2, grown))  # fmt: skip
            waves.append(layer(min(1.0, 6 * grown) * (1 - grown), ripple))
        lit.append(dot(place, 25 * move(s, begin, begin + 0.14), STOPS[4]))
    return Act(places, waves, lit)


ACTS: tuple[Callable[[float], Act], ...] = (result, borderless, shared, dynamic, story)


def marker(at: Point, number: int, lit: float, scale: float = 1) -> str:
    """Return stop `number`: an open ring until it is reached, then filled with its colour."""
    colour = STOPS[number - 1]
    return element(
        "g",
        element("circle", cx=0, cy=0, r=44, fill=PAPER, stroke=colour, stroke_width=7),
        layer(lit, element("circle", cx=0, cy=0, r=44, fill=colour)),
        transform=f"translate({at[0]:.1f} {at[1]:.1f}) scale({scale:.3f})",
    )
