"""`kader`: one door, too many lines, seven travellers, five stops, seven doors, and yours.

The world lies still: the door at its left end, the stops to the right of it. A camera looks at one place of it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, LINE, SOFT, STOPS, element
from reiswijzer.film.ease import between, move, smooth, stagger
from reiswijzer.film.parts import (
    DOOR_HEIGHT,
    WARM,
    Point,
    door,
    dot,
    line,
    mix,
    polyline,
    ring,
    route_point,
    trace,
    wave,
)
from reiswijzer.film.scenes.kader_stops import ACTS, SEVEN, Act, flock, marker
from reiswijzer.film.stage import PAPER, layer, shifted, words
from reiswijzer.film.stage import share as opacity
from reiswijzer.models.lines import full_mesh

if TYPE_CHECKING:
    from reiswijzer.film.stage import Now

CENTRE, NET = (640.0, 425.0), (915.0, 365.0)
"""Where the camera puts what it looks at, and the middle of the ring of organisations."""
RADIUS = 255
PLACES: tuple[Point, ...] = ((0, 0), (900, 60), (1800, -130), (2700, 110), (3600, -110), (4500, 40))
"""The doorstep and the five stops, in the world."""
VISIT = 5.0
TRIP = 1.5
"""Seconds per stop, and how many of these are the way to it."""
TONES = (SOFT, INK, "#76838b", "#35454f")
"""The lines, of four greys, so that they stay lines when there are many."""
FEW = 10
"""So many organisations still move aside for a new one."""
COUNTED = 10
"""Up to so many organisations the lines are counted; how many 48 have is what the second stop lets the reader guess."""
HOME = (*STOPS, INK, "#8a2f5b")
"""The colours in which the seven come home."""
HOMES = [(190.0 + 150 * index, 590.0) for index in range(SEVEN)]


@dataclass(frozen=True)
class Camera:
    """Looks at `at` in the world, shows it at `target` in the frame, `zoom` times as large."""

    at: Point
    target: Point
    zoom: float

    def see(self, place: Point) -> Point:
        """Return where in the frame a place of the world is."""
        return (
            self.target[0] + (place[0] - self.at[0]) * self.zoom,
            self.target[1] + (place[1] - self.at[1]) * self.zoom,
        )


def walked(now: Now) -> float:
    """Return how far along the route the seven are: 0 at the door, 1 to 5 at the stops."""
    since = now.since("route")
    return sum(move(since, VISIT * stop, VISIT * stop + TRIP) for stop in range(len(STOPS)))


def camera(now: Now) -> Camera:
    """Return the camera: with the seven along the route, then back to see all of it."""
    start = (NET[0], NET[1] + DOOR_HEIGHT * 0.4)
    leave = now.move("route", 0, TRIP)
    away = now.move("thuis", 0, 2.6)
    at = mix(route_point(PLACES, walked(now)), (2350, 0), away)
    return Camera(at, mix(mix(start, CENTRE, leave), (640, 300), away), between(1, 0.232, away))


def organisations(now: Now) -> float:
    """Return how many organisations stand around the door, as a number that grows smoothly."""
    count = 0.0
    for scene in ("lijnen", "gezin"):
        for step in now.script.numbers[scene]:
            count = between(count, step["to"], now.move(scene, step["begin"], step["end"]))
    return count


def net(now: Now, count: float) -> list[str]:
    """Draw the organisations around the door and a line between each two."""
    back = now.since("stilte")
    drawn = 1 - move(back, 0.2, 2.6)
    places = around(now, count)
    full = min(1.0, count / 48)
    thick, dense = between(3, 2.4, full), opacity(between(0.7, 0.96, full))
    lines = []
    for index, place in enumerate(places):
        share = smooth(count - index) * drawn
        ends = [mix(place, other, share) for other in places[:index]]
        if share > 0 and ends:
            path = "".join(polyline([place, end]) for end in ends)
            lines.append(
                element(
                    "path",
                    d=path,
                    fill="none",
                    stroke=TONES[index % len(TONES)],
                    stroke_width=thick,
                    stroke_opacity=dense,
                )
            )
    kept = seven_of(now)
    dots = []
    for index, place in enumerate(places):
        gone = 0.0 if index in kept else stagger((back - 1.8) / 3, index, len(places), 0.9)
        if not (index in kept and back > 0):
            dots.append(dot(place, 15 * smooth(count - index) * (1 - gone)))
    return [*lines, layer(1 - now.move("stilte", -0.6, 0.2), *calls(now, places)), *dots]


def calls(now: Now, places: list[Point]) -> list[str]:
    """Draw who speaks to whom: lights that go to and fro along some of the lines."""
    shapes = []
    for other in (index for index in range(1, len(places)) if index < FEW or index % 3 == 0):
        one = (5 * other + 17) // 3 % other
        phase = (now.t / 1.7 + 0.37 * other) % 2
        grown = smooth(organisations(now) - other) * smooth(now.since("lijnen") - 4.2)
        shapes.append(dot(mix(places[one], places[other], smooth(min(phase, 2 - phase))), 9 * grown, WARM, rim=2))
    return shapes


def seats(many: int) -> list[int]:
    """Return on which of `many` seats around the door each organisation sits: the first few evenly, then the gaps."""
    first = [round(index * many / FEW) for index in range(FEW)]
    gaps = [seat for seat in range(many) if seat not in first]
    return first + [gaps[index * 7 % len(gaps)] for index in range(len(gaps))]


def around(now: Now, count: float) -> list[Point]:
    """Place the organisations: the first few make room for each other, the many after them fill seats that stay.

    That everything stays where it is keeps the film small, and the eye on what is new.
    """
    many = now.script.numbers["gezin"][-1]["to"]
    settled, fixed = now.move("gezin", 0, 0.9), ring(many, NET, RADIUS)
    free = ring(min(count, FEW), NET, RADIUS)
    taken = [fixed[seat] for seat in seats(many)[: math.ceil(count)]]
    return [mix(place, seat, settled) for place, seat in zip(free, taken, strict=False)] + taken[len(free) :]


def seven_of(now: Now) -> list[int]:
    """Return which organisations go on the journey: seven, evenly around, the first at the top."""
    many = now.script.numbers["gezin"][-1]["to"]
    return [seats(many).index(index * many // SEVEN) for index in range(SEVEN)]


def counter(now: Now, count: float) -> str:
    """Set the two numbers that grow: organisations and lines."""
    shown = min(now.move("lijnen", 1.2, 2), 1 - now.move("stilte", -0.2, 0.6))
    whole = math.floor(count + 0.02)
    if shown <= 0 or whole < 1:
        return ""
    texts = now.script.words
    known = full_mesh(whole) if whole <= COUNTED else "?"
    pairs = (
        (whole, texts["organisatie" if whole == 1 else "organisaties"], 468),
        (known, texts["lijn" if known == 1 else "lijnen"], 580),
    )
    parts = []
    for value, label, y in pairs:
        parts.append(words(str(value), 318, y, size=104, weight=700, anchor="end", fill=STOPS[0]))
        parts.append(words(label, 340, y, size=42, weight=400))
    return layer(shown, *parts)


def house(now: Now, look: Camera) -> str:
    """Draw the door of the beginning: large and alone, then in the middle of the ring, then left behind."""
    aside = now.move("lijnen", -0.6, 1.4)
    at = mix((640, 590), look.see(PLACES[0]), aside)
    if now.since("route") > TRIP:
        return ""
    return door(at, between(1.45, 0.8, aside), drawn=now.move("deur", -0.2, 2.2), lit=now.move("deur", 1.9, 3.0))


def way(now: Now, look: Camera) -> list[str]:
    """Draw the route: dashes where nobody has been, a line in the colours of the stops where the seven have."""
    seen = now.move("stilte", 5.2, 7.2) * (1 - now.move("begin", 0, 1.4))
    if seen <= 0:
        return []
    far = walked(now)
    steps = [k / 40 for k in range(40 * (len(PLACES) - 1) + 1)]
    ahead = [look.see(route_point(PLACES, u)) for u in steps]
    shapes = [line(ahead, LINE, 5, dashes="3 14")]
    for stop in range(len(STOPS)):
        done = [u for u in steps if stop <= u <= min(far, stop + 1)] + ([far] if stop < far < stop + 1 else [])
        shapes.append(line([look.see(route_point(PLACES, u)) for u in done], STOPS[stop], 7))
    for stop in range(len(STOPS)):
        at = look.see(PLACES[stop + 1])
        shapes.append(marker(at, stop + 1, move(far, stop + 0.9, stop + 1), max(look.zoom, 0.62)))
        shapes.append(words(str(stop + 1), at[0], at[1] + 14, size=40, weight=700, anchor="middle", halo=False,
                            fill=PAPER if far > stop + 0.95 else STOPS[stop],
                            on=STOPS[stop] if far > stop + 0.95 else PAPER))  # fmt: skip
    return [layer(seen, *shapes)]


def acting(now: Now) -> tuple[Act, float]:
    """Return what the seven act out now, and how far they are into it: 0 while they walk, 1 at the stop."""
    since = max(0.0, now.since("route"))
    stop = min(int(since // VISIT), len(ACTS) - 1)
    since -= VISIT * stop
    ready = move(since, TRIP - 0.5, TRIP + 0.4)
    if stop < len(ACTS) - 1:
        ready = min(ready, 1 - move(since, VISIT - 0.5, VISIT + 0.4))
    if stop and since <= 0.4:  # still coming together from the stop before
        stop, since = stop - 1, since + VISIT
        ready = 1 - move(since, VISIT - 0.5, VISIT + 0.4)
    return ACTS[stop]((since - TRIP + 0.2) / (VISIT - TRIP - 0.2)), ready


def travellers(now: Now, look: Camera) -> list[str]:
    """Draw the seven from the moment they leave the ring until their lines run home."""
    back = now.since("stilte")
    if back <= 0 or now.since("thuis") > 2.6:
        return []
    places, kept = around(now, organisations(now)), seven_of(now)
    far = walked(now)
    middle = look.see(route_point(PLACES, far))
    act, ready = acting(now)
    before_door = (1 - now.move("route", 0, 1.2)) * 45
    shapes = []
    for index, walking in enumerate(flock(far)):
        gather = stagger((back - 4.6) / 2.6, index, SEVEN, 0.75)
        x, y = mix(walking, act.places[index], ready)
        at = middle[0] + x * look.zoom, middle[1] + (y + before_door) * look.zoom
        radius = between(15, 17, gather) * between(1, 0.5, now.move("thuis", 0, 2))
        shapes.append(dot(mix(places[kept[index]], at, gather), radius))
    acted = ready * (1 - now.move("thuis", 0, 1))
    here = shifted(*middle, look.zoom)
    return [
        layer(acted, *act.behind, transform=here),
        layer(1 - now.move("thuis", 1.8, 2.6), *shapes),
        layer(acted, *act.over, transform=here),
    ]


def threads(now: Now, look: Camera) -> str:
    """Draw seven lines of seven colours that run on from the last stop, each to a door of its own."""
    since = now.since("thuis")
    if since < 1.8:
        return ""
    start = look.see(PLACES[-1])
    lines = []
    for index, home in enumerate(HOMES):
        bend = [turn(start, (home[0], home[1] - 112), step / 30) for step in range(31)]
        lines.append(line(trace(bend, arrival(since, index)), HOME[index], 6))
    return layer(1 - now.move("begin", 0, 1.2), *lines)


def arrival(since: float, index: int) -> float:
    """Return how far the line of traveller `index` is on its way home, `since` seconds after the journey."""
    return stagger((since - 1.8) / 4.2, SEVEN - 1 - index, SEVEN, 0.8)


def homes(now: Now) -> list[str]:
    """Draw the seven doors at the ends of the lines; then they become one, and it opens."""
    since = now.since("thuis")
    together, middle = now.move("begin", 0, 1.8), SEVEN // 2
    doors = []
    for index in sorted(range(SEVEN), key=lambda one: one == middle):
        size = 0.42 * smooth(1.6 * arrival(since, index) - 0.6)
        if size <= 0 or (together >= 1 and index != middle):
            continue
        at = mix(HOMES[index], (640, 545), together)
        lit = stagger((since - 5.4) / 3.6, index, SEVEN, 0.5)
        if index == middle:
            doors.append(door(at, between(size, 1.4, together), lit=lit, ajar=now.move("begin", 2.0, 4.6)))
        else:
            doors.append(layer(1 - together, door(at, size, lit=lit)))
    return doors


def turn(start: Point, end: Point, share: float) -> Point:
    """Return a point of the curve that leaves `start` downwards, sweeps aside and comes down on `end`."""
    x, y = wave((start[1], start[0]), (end[1], end[0]), share)
    return y, x


def origin(now: Now) -> str:
    """Say what this film is and is not."""
    seen = now.move("begin", 3.2, 4.2)
    return layer(seen, words(now.script.words["herkomst"], 640, 686, size=34, weight=400, anchor="middle"))


def draw(now: Now) -> list[str]:
    """Draw one moment of the clip."""
    look = camera(now)
    count = organisations(now)
    ringed = net(now, count) if count > 0 and now.since("route") < 0 else []
    return [threads(now, look), *way(now, look), house(now, look), *ringed, counter(now, count),
            *travellers(now, look), *homes(now), origin(now)]  # fmt: skip
