"""A table with chairs, arrows of who relies on whom, and a level: the shapes of `inzicht-3`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, LINE, SOFT, STOPS, element
from reiswijzer.film.ease import between, smooth
from reiswijzer.film.parts import Point, dot, line, mix, trace
from reiswijzer.film.stage import PAPER, layer, words
from reiswijzer.models.shared_leadership import in_strength

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reiswijzer.models.shared_leadership import Ratings

RED = STOPS[2]
WOOD = "#efe6d3"
AROUND = 150
"""From the middle of a table to its seats."""
STROKE = (0.0, 0.0, 0.0, 3.0, 6.0, 10.0)
"""Thickness of an arrow by rating; as in the exercise, those below 3 are not drawn."""
BEND, REACH = 24, 7
FALL = 330
BAR_TOP, BAR_FOOT, BAR_HALF = 262.0, 532.0, 24.0


@dataclass(frozen=True)
class Table:
    """Who relies on whom, where the table stands, at which turn (radians, clockwise) its first seat is, who leaves."""

    ratings: Ratings
    middle: Point
    turn: float
    leaver: int

    def seats(self) -> list[Point]:
        """Return where the seats are, clockwise."""
        return around(self.middle, AROUND, len(self.ratings.members), self.turn)

    def radii(self, gone: float) -> list[float]:
        """Return how large the seats are: how much the others rely on each, `gone` of the way to the leaver's leave."""
        members, before = self.ratings.members, in_strength(self.ratings)
        after = in_strength(self.ratings.without(members[self.leaver]))
        return [14 + 6 * (between(before[member], after.get(member, before[member]), gone) - 1) for member in members]


def around(middle: Point, radius: float, count: int, turn: float) -> list[Point]:
    """Place `count` points around `middle`, the first at `turn`."""
    turns = [turn + 2 * math.pi * index / count for index in range(count)]
    return [(middle[0] + radius * math.sin(one), middle[1] - radius * math.cos(one)) for one in turns]


def thickness(rating: float) -> float:
    """Return the thickness of an arrow for a rating, also one between two steps of the scale."""
    rating = min(5.0, max(1.0, rating))
    low = min(4, int(rating))
    return between(STROKE[low], STROKE[low + 1], rating - low)


def arrow(ends: tuple[Point, Point], radii: tuple[float, float], rating: float, drawn: float, colour: str) -> str:
    """Return an arrow between two seats, bent so that it and its reply stay apart, `drawn` so far."""
    wide = thickness(rating)
    if wide < 0.3 or drawn <= 0:
        return ""
    (x1, y1), (x2, y2) = ends
    length = math.dist(*ends)
    bend = (x1 + x2) / 2 + (y2 - y1) / length * BEND, (y1 + y2) / 2 - (x2 - x1) / length * BEND
    start = mix(ends[0], bend, (radii[0] + REACH) / math.dist(ends[0], bend))
    tip = mix(ends[1], bend, (radii[1] + REACH) / math.dist(ends[1], bend))
    way = [mix(mix(start, bend, k / 20), mix(bend, tip, k / 20), k / 20) for k in range(21)]
    way = trace(way, drawn)
    point, back = way[-1], way[-2]
    far = max(math.dist(point, back), 0.01)
    ux, uy = (point[0] - back[0]) / far, (point[1] - back[1]) / far
    size = (11 + wide) * min(1.0, 4 * drawn)
    foot = point[0] - ux * size, point[1] - uy * size
    half = size / 2
    shape = f"M{point[0]:.1f} {point[1]:.1f}L{foot[0] - uy * half:.1f} {foot[1] + ux * half:.1f}"
    shape += f"L{foot[0] + uy * half:.1f} {foot[1] - ux * half:.1f}Z"
    body = [place for place in way if math.dist(place, point) > size * 0.8]
    return line(body, colour, wide) + element("path", d=shape, fill=colour)


def dropped(shape: str, middle: Point, fallen: float, tilt: float) -> str:
    """Return a shape that falls off the picture, turning and fading as it goes."""
    if fallen <= 0:
        return shape
    fall = FALL * fallen * fallen
    turned = f"translate(0 {fall:.1f}) rotate({tilt * fallen:.1f} {middle[0]:.1f} {middle[1]:.1f})"
    return layer(1 - fallen, shape, transform=turned)


def chair(at: Point, middle: Point, radius: float, colour: str = SOFT) -> str:
    """Return the back of a chair at `at`, on the side away from the table."""
    out = math.atan2(at[1] - middle[1], at[0] - middle[0])
    far = radius + 13
    arc = [(at[0] + far * math.cos(out + k / 10), at[1] + far * math.sin(out + k / 10)) for k in range(-9, 10)]
    return line(arc, colour, 7)


def board(middle: Point, size: float) -> str:
    """Return the table top."""
    return element("circle", cx=middle[0], cy=middle[1], r=(AROUND - 12) * size, fill=WOOD) if size > 0 else ""


def away(at: Point, middle: Point, share: float) -> Point:
    """Return where someone is who gets up and walks straight out of the picture."""
    out = 1 if at[0] > middle[0] else -1
    return at[0] + out * 330 * share, at[1]


def seat_words(labels: Sequence[str], seats: Sequence[Point], middle: Point, gap: float) -> list[str]:
    """Write a label beside every seat, on the side away from the table."""
    return [
        words(label, x + (gap if x > middle[0] else -gap), y + 12, size=36, weight=400,
              anchor="start" if x > middle[0] else "end")
        for label, (x, y) in zip(labels, seats, strict=True)
    ]  # fmt: skip


def level(x: float, share: float, seen: float, colour: str) -> str:
    """Return an upright bar at `x`, filled for `share`, with its number of 100 above it."""
    top = between(BAR_FOOT, BAR_TOP, share)
    wide = 2 * BAR_HALF
    return layer(
        smooth(seen),
        element("rect", x=x - BAR_HALF, y=top, width=wide, height=BAR_FOOT - top, fill=colour),
        element("rect", x=x - BAR_HALF, y=BAR_TOP, width=wide, height=BAR_FOOT - BAR_TOP, rx=4, fill="none",
                stroke=INK, stroke_width=4),
        words(str(math.floor(100 * share + 0.5)), x, BAR_TOP - 18, size=56, weight=700, anchor="middle", fill=colour),
    )  # fmt: skip


def pencil(tip: Point, seen: float) -> str:
    """Return a pencil that points at `tip` from the right."""
    x, y = tip
    body = [
        element("path", d=f"M{x + 30:.1f} {y - 13:.1f}h110v26h-110z", fill="#e0b64a"),
        element("path", d=f"M{x + 140:.1f} {y - 13:.1f}h22v26h-22z", fill=LINE),
        element("path", d=f"M{x:.1f} {y:.1f}l30 -13v26z", fill="#e9d3ab"),
        element("path", d=f"M{x:.1f} {y:.1f}l11 -5v10z", fill=INK),
    ]
    return layer(seen, *body, transform=f"rotate(-28 {x:.1f} {y:.1f})")


def empty(at: Point, radius: float, seen: float) -> str:
    """Return the trace of who sat here."""
    ring = element(
        "circle", cx=at[0], cy=at[1], r=radius, fill=PAPER, stroke=SOFT, stroke_width=3.5, stroke_dasharray="8 7"
    )
    return layer(seen, ring)


def person(at: Point, radius: float, red: float) -> str:
    """Return who sits on a seat; `red` is how far the colour of the most important one has come."""
    return dot(at, radius) + layer(red, dot(at, radius, RED))
