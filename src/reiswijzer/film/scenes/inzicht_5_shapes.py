"""Bars that fall, a sun and a moon, twelve addresses, a seesaw, a key and a sheet of paper: shapes of `inzicht-5`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, LINE, SOFT, STOPS, element
from reiswijzer.film.ease import between, smooth, stagger
from reiswijzer.film.parts import dot, line
from reiswijzer.film.stage import PAPER, layer, shifted, words

if TYPE_CHECKING:
    from reiswijzer.film.parts import Point

STORY, NUMBER = STOPS[2], STOPS[0]
"""The colour of the door, and that of the number."""
FOOT, TOP, HALF = 540.0, 250.0, 52.0
"""Of the two bars."""
SUN, SKY = "#e0b64a", (640.0, 430.0)
BELOW = 600.0
"""Height at which sun and moon are under the horizon."""
ADDRESSES, ROW = 12, 6
REST = 486.0
"""Height of the plank."""
GUEST = 26


def bar(x: float, share: float, colour: str, *, filled: float, asked: float) -> str:
    """Return a bar filled for `share`, with its percentage; `asked` is how visible the question mark in it is."""
    top = between(FOOT, TOP, share)
    full = [
        element("rect", x=x - HALF, y=top, width=2 * HALF, height=FOOT - top, fill=colour),
        words(f"{100 * share:.0f}%", x, TOP - 16, size=54, weight=700, anchor="middle", fill=colour),
    ]
    return "".join([
        layer(filled, *full),
        element("rect", x=x - HALF, y=TOP, width=2 * HALF, height=FOOT - TOP, rx=4, fill="none", stroke=INK,
                stroke_width=4),
        layer(asked, words("?", x, 430, size=110, weight=700, anchor="middle", fill=colour)),
    ])  # fmt: skip


def pointer(x: float, share: float, out: int) -> str:
    """Return a pointer at a height of the bar at `x`; `out` is 1 when it comes from the right, else -1."""
    y = between(FOOT, TOP, share)
    edge = x + out * (HALF + 6)
    far = edge + out * 34
    return line([(x - HALF + 8, y), (x + HALF - 8, y)], SOFT, 6, dashes="2 14") + element(
        "path", d=f"M{edge:.1f} {y:.1f}L{far:.1f} {y - 20:.1f}V{y + 20:.1f}Z", fill=INK
    )


def sky(sun: float, moon: float) -> str:
    """Return a sun and a moon, each at its share of the way up from under the horizon."""
    x, high = SKY
    shapes = []
    if sun > 0:
        shapes.append(dot((x, between(BELOW, high, sun)), 42, SUN))
    if moon > 0:
        y = between(BELOW, high, moon)
        shapes += [dot((x, y), 38, LINE), dot((x + 20, y - 10), 34, PAPER)]
    ground = element("rect", x=x - 80, y=FOOT, width=160, height=110, fill=PAPER)
    return "".join([*shapes, ground, line([(x - 66, FOOT), (x + 66, FOOT)], LINE, 5)])


def addresses(at: Point, grown: float) -> str:
    """Return twelve small houses above `at` and how many there are; `grown` of them have come."""
    x, y = at
    houses, many = [], 0
    for index in range(ADDRESSES):
        share = stagger(grown, index, ADDRESSES, 0.5)
        many += share >= 0.5
        place = x + (index % ROW - 2.5) * 40, y - 8 - index // ROW * 44
        if share > 0.01:
            houses.append(
                element("path", d="M-14 0V-17L0 -31L14 -17V0Z", fill=NUMBER, transform=shifted(*place, share))
            )
    number = words(str(many), x, y - 104, size=132, weight=700, anchor="middle", fill=NUMBER) if many else ""
    return "".join([*houses, number])


def plank(angle: float, legs: float) -> list[str]:
    """Return what stands under door and number: a seesaw at `angle` degrees, of which the legs make a table."""
    x = 640.0
    pivot = element("path", d=f"M{x} {REST + 8}l46 78h-92z", fill=SOFT)
    board = line([(x - 420, REST), (x + 420, REST)], INK, 13)
    feet = [line([(x + side, REST), (x + side, REST + 86 * legs)], INK, 13) for side in (-380, 380)] if legs else []
    return [layer(1 - legs, pivot), element("g", board, transform=f"rotate({angle:.2f} {x} {REST})"), *feet]


def key(at: Point, seen: float) -> str:
    """Return a key with its bow at `at`."""
    shape = element(
        "path", d="M0 0H64M44 0V18M60 0V14", fill="none", stroke=SUN, stroke_width=9, stroke_linecap="round"
    )
    bow = element("circle", cx=-14, cy=0, r=15, fill=PAPER, stroke=SUN, stroke_width=9)
    return layer(seen, shape, bow, transform=f"{shifted(*at, 1)} rotate(-150)")


def place_for(at: Point, wide: float, filled: float = 0) -> str:
    """Return a place where somebody still has to come; `filled` is how far somebody has."""
    ring = element("circle", cx=at[0], cy=at[1], r=wide, fill=PAPER, stroke=STORY, stroke_width=4.5,
                   stroke_dasharray="9 8")  # fmt: skip
    return ring + layer(filled, dot(at, GUEST))


def sheet(at: Point, seen: float) -> str:
    """Return a sheet of paper with the number on it, its foot at `at`."""
    x, y = at
    body = element(
        "rect", x=x - 66, y=y - 168, width=132, height=168, rx=4, fill="#ffffff", stroke=SOFT, stroke_width=4
    )
    rules = element(
        "path", d=f"M{x - 42:.1f} {y - 50:.1f}h84M{x - 42:.1f} {y - 28:.1f}h56", stroke=LINE, stroke_width=6
    )
    number = words(
        str(ADDRESSES), x, y - 78, size=72, weight=700, anchor="middle", fill=NUMBER, on="#ffffff", halo=False
    )
    return layer(smooth(seen), body, rules, number)
