"""The street of `inzicht-2`: three buildings, fences between them, who walk from one to the other, a front door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, SOFT, STOPS, element
from reiswijzer.film.ease import between, move, smooth
from reiswijzer.film.parts import WARM, Point, door, dot, line, mix
from reiswijzer.film.stage import layer

if TYPE_CHECKING:
    from reiswijzer.film.stage import Now

RED = STOPS[2]
GROUND, PATH = 530.0, 570.0
"""Where the houses stand, and where people walk."""
BUILDINGS = (180.0, 500.0, 820.0)
TONES = ("#35454f", INK, "#54646e")
DOOR = 1120.0
RING = DOOR - 118
"""Where one stands to ring the bell."""
WIDE, HIGH = 190.0, 200.0
SIZE = 24
WALK = ((0.2, 2.4, 0), (2.7, 4.9, 1), (5.2, 7.4, 2), (7.8, 10.6, 0), (11.0, 13.8, 2), (14.2, 17.0, 0), (17.4, 20.2, 2))
"""From second to second of scene `lopen`, to which building the first walks; each walk wears the path."""
COMERS = ((10.9, 0), (13.2, 2), (15.8, 1), (17.0, 0))
"""Others who come to walk too: from which second, and at which building they begin."""
HEIR = 2
"""Which of these takes over."""
FENCES = ((340.0, 3.4), (660.0, 5.9))
"""Where a fence stands, and at which second the first walker goes through."""


def walked(t: float, start: Point) -> Point:
    """Return where the walker is, `t` seconds into `lopen`: out of the ring, then along the path."""
    at = start
    for begin, end, goal in WALK:
        at = mix(at, (BUILDINGS[goal], PATH), move(t, begin, end))
    return at


def to_and_fro(t: float, begin: float, home: int) -> Point:
    """Return where one is who walks between building `home` and the next, from second `begin`."""
    other = BUILDINGS[(home + 1) % len(BUILDINGS)]
    phase = (max(0.0, t - begin) / 2.6) % 2
    return between(BUILDINGS[home], other, smooth(min(phase, 2 - phase))), PATH


def lit(t: float) -> list[float]:
    """Return how many windows of each building are lit: one more for each visit, six at most."""
    counts = [0.0] * len(BUILDINGS)
    for _, end, goal in WALK:
        counts[goal] += 1.4 * move(t, end - 0.3, end + 0.5)
    for begin, home in COMERS:
        for building in (home, (home + 1) % len(BUILDINGS)):
            counts[building] += 1.2 * move(t, begin + 2.2, begin + 3.2)
    return counts


def building(x: float, kind: int, windows: float) -> str:
    """Return building `kind` with `windows` of its six windows lit."""
    left, top = x - WIDE / 2, GROUND - HIGH
    roofs = (
        f"M{left:.1f} {top:.1f}h{WIDE}v{HIGH}h-{WIDE}z",
        f"M{left:.1f} {top + 20:.1f}L{x:.1f} {top - 52:.1f}L{left + WIDE:.1f} {top + 20:.1f}v{HIGH - 20}h-{WIDE}z",
        f"M{left:.1f} {top:.1f}h60v-34h70v34h60v{HIGH}h-{WIDE}z",
    )
    panes = []
    for index in range(6):
        px, py = left + 22 + 53 * (index % 3), top + 34 + 72 * (index // 3)
        panes.append(element("rect", x=px, y=py, width=40, height=46, fill="#8d989f"))
        panes.append(layer(smooth(windows - index), element("rect", x=px, y=py, width=40, height=46, fill=WARM)))
    return element("path", d=roofs[kind], fill=TONES[kind]) + "".join(panes)


def fence(x: float, stands: float) -> str:
    """Return a fence; it sinks into the ground as `stands` goes to 0."""
    tall = 96 * stands
    if tall < 1:
        return ""
    posts = "".join(f"M{x + 22 * k:.1f} {PATH + 18:.1f}v{-tall:.1f}" for k in (-1, 0, 1))
    rail = f"M{x - 36:.1f} {PATH + 18 - 0.68 * tall:.1f}h72"
    shape = element("path", d=posts + rail, fill="none", stroke=SOFT, stroke_width=9, stroke_linecap="round")
    return layer(2.5 * stands, shape)


def worn(t: float) -> float:
    """Return how wide the path is: wider with every walk."""
    own = sum(2.2 * move(t, begin, end) for begin, end, _ in WALK[1:])
    return own + sum(1.6 * move(t, begin, begin + 3) for begin, _ in COMERS)


def street(now: Now, start: Point, *, behind: bool) -> list[str]:
    """Draw the street: what stands behind the people, or the people."""
    t = now.since("lopen")
    if t <= -0.2:
        return []
    if behind:
        seen = move(t, 1.0, 2.2)
        lights = lit(t)
        ground = element("path", d=f"M60 {GROUND}H1220", stroke=INK, stroke_width=6, stroke_linecap="round")
        reach = sorted((BUILDINGS[0], max(walked(min(t, 7.4), start)[0], BUILDINGS[0]) if t > 2.7 else BUILDINGS[0]))
        path = line([(reach[0], PATH + 24), (reach[1], PATH + 24)], "#dfc39a", 4 + worn(t)) if t > 2.7 else ""
        houses = [building(x, kind, lights[kind]) for kind, x in enumerate(BUILDINGS)]
        fences = [fence(x, 1 - move(t, through - 0.7, through + 0.2)) for x, through in FENCES]
        return [layer(seen, ground, *houses, path, *fences)]
    return people(now, t, start)


def people(now: Now, t: float, start: Point) -> list[str]:
    """Draw who walk: one with a colour, later others; at the end one of these takes the colour over."""
    since = now.since("deur")
    handed = move(since, 6.0, 7.2)
    inside = move(since, 4.4, 5.6)
    shapes = []
    for index, (begin, home) in enumerate(COMERS):
        come = move(t, begin - 0.9, begin)
        at = mix((-40.0, PATH), to_and_fro(t, begin, home), come) if home == 0 else to_and_fro(t, begin, home)
        size = SIZE * 0.82
        if index == HEIR:
            size = between(size, SIZE, handed)
        shapes.append(layer(come, dot(at, size), layer(handed, dot(at, size, RED)) if index == HEIR else ""))
    at = mix(walked(t, start), (RING, PATH), move(since, 0.2, 2.4))
    at = mix(at, (DOOR, GROUND - 30), inside)
    shapes.append(layer(1 - move(since, 5.0, 5.7), dot(at, between(27, SIZE, move(t, 0.2, 2)), RED)))
    return shapes


def front_door(now: Now, at: Point, light: float) -> str:
    """Draw the tenant's door: someone rings, a light goes on, it opens and closes."""
    since = now.since("deur")
    opened = min(move(since, 3.8, 4.8), 1 - move(since, 5.8, 7.0))
    waves = []
    for late in (0.0, 0.35, 0.7):
        grown = move(since, 2.4 + late, 3.5 + late)
        circle = element("circle", cx=DOOR - 74, cy=GROUND - 96, r=10 + 60 * grown, fill="none", stroke=RED,
                         stroke_width=between(7, 2, grown))  # fmt: skip
        waves.append(layer(min(1.0, 6 * grown) * (1 - grown), circle))
    shown = max(light, move(since, 3.2, 4.2))
    return door(at, 0.8, lit=shown, ajar=opened) + "".join(waves)
