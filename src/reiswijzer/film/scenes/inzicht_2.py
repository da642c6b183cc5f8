"""`inzicht-2`: 48 around one door, one director, none, two; then one who walks, and a door where one rings first."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reiswijzer.figures.ring import mesh_path
from reiswijzer.figures.svg import INK, SOFT, element
from reiswijzer.film.ease import between, smooth, stagger
from reiswijzer.film.parts import WARM, Point, dot, mix, polyline, ring
from reiswijzer.film.scenes.inzicht_2_walk import DOOR, GROUND, RED, front_door, street
from reiswijzer.film.stage import layer, words
from reiswijzer.models.lines import full_mesh, parts_left, star, two_directors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reiswijzer.film.stage import Now

NET, RADIUS = (915.0, 365.0), 255
RIGHT, LEFT = 12, 36
"""Of 48 seats: where the director sits who leaves, and across from it the one who stays."""
SMALL, LARGE = 13, 27
THIN = 1.1
CALLERS = 8


def bundle(hub: Point, ends: Sequence[Point], shares: Sequence[float], colour: str = INK) -> str:
    """Return the lines from `hub`, each drawn so far as its share says, as one path."""
    pieces = "".join(
        polyline([hub, mix(hub, end, share)]) for end, share in zip(ends, shares, strict=True) if share > 0
    )
    if not pieces:
        return ""
    return element("path", d=pieces, fill="none", stroke=colour, stroke_width=2.6, stroke_opacity="0.75")


def seats(now: Now) -> list[Point]:
    """Return where the organisations stand."""
    return ring(now.script.numbers["organisaties"], NET, RADIUS)


def mesh(now: Now) -> str:
    """Draw all lines, still; they fade when there is a director."""
    seen = min(now.move("net", -0.2, 0.9), 1 - now.move("regisseur", 3.2, 5.0))
    if seen <= 0:
        return ""
    return layer(seen, element("path", d=mesh_path(seats(now)), fill="none", stroke=SOFT, stroke_width=THIN))


def calls(now: Now) -> str:
    """Draw lights that go to and fro: along lines of the net, later between the others and their director."""
    places = seats(now)
    many = len(places)
    lights = []
    for index in range(CALLERS):
        one, other = (index * 6 + 2) % many, (index * 17 + 25) % many
        phase = (now.t / 1.9 + 0.37 * index) % 2
        lights.append(dot(mix(places[one], places[other], smooth(min(phase, 2 - phase))), 10, WARM, rim=2.5))
    among = layer(min(now.move("net", 0.9, 1.8), 1 - now.move("regisseur", 2.8, 3.6)), *lights)
    to_hub = []
    for index in range(CALLERS):
        one = (index * 6 + 4) % many
        phase = (now.t / 1.9 + 0.37 * index) % 2
        to_hub.append(dot(mix(places[one], places[RIGHT], smooth(min(phase, 2 - phase))), 10, WARM, rim=2.5))
    seen = min(now.move("regisseur", 6.6, 7.4), 1 - now.move("vertrek", 0.0, 0.8))
    return among + layer(seen, *to_hub)


def taken(now: Now, scene: str, grow: tuple[float, float], leave: tuple[float, float], count: int) -> list[float]:
    """Return how far each line of a director is drawn: it grows in `regisseur` or `twee`, then lets go and leaves."""
    start, stop = grow
    begin, end = leave
    since = now.since(scene)
    gone = now.since("vertrek") if scene == "regisseur" else since
    return [
        stagger((since - start) / (stop - start), index, count, 0.9)
        * (1 - stagger((gone - begin) / (end - begin), index, count, 0.9))
        for index in range(count)
    ]


def directed(now: Now) -> list[str]:
    """Draw the lines of one director, and later of two."""
    places = seats(now)
    others = [at for index, at in enumerate(places) if index != RIGHT]
    lone = taken(now, "regisseur", (4.2, 6.8), (1.0, 3.4), len(others))
    again = taken(now, "twee", (0.9, 3.0), (3.9, 6.2), len(others))
    rest = [at for index, at in enumerate(places) if index not in (RIGHT, LEFT)]
    stays = [stagger((now.since("twee") - 0.9) / 2.1, index, len(rest), 0.9) for index in range(len(rest))]
    away = 1 - now.move("lopen", -0.2, 0.8)
    return [
        bundle(leaver(now), others, lone, RED),
        bundle(leaver(now), others, again, RED),
        layer(away, bundle(places[LEFT], rest, stays)),
    ]


def leaver(now: Now) -> Point:
    """Return where the director of the right side is: on the ring, or on the way out of the picture, twice."""
    x, y = seats(now)[RIGHT]
    first, second = now.move("vertrek", 2.6, 4.4), now.move("twee", 5.2, 7.0)
    back = now.since("twee") >= -0.4
    return x + 190 * (second if back else first), y


def dots(now: Now) -> list[str]:
    """Draw the organisations; who is director is large and has a colour."""
    fade = 1 - now.move("lopen", -0.2, 1.0)
    if fade <= 0:
        return []
    places = seats(now)
    seen = now.move("net", -0.2, 0.9)
    plain = [dot(at, SMALL) for index, at in enumerate(places) if index not in (RIGHT, LEFT)]
    led = max(now.move("regisseur", 0.5, 1.9) if now.since("twee") < -0.4 else 0.0, now.move("twee", 0.4, 1.4))
    new = 1.0 if now.since("twee") < -0.4 else now.move("twee", -0.4, 0.4)
    size = between(SMALL, LARGE, led) * new
    right = dot(leaver(now), size) + layer(led, dot(leaver(now), size, RED))
    beside = now.move("twee", 0.4, 1.4)
    pulse = math.sin(math.pi * now.move("twee", 9.0, 10.6)) * 9
    big = between(SMALL, LARGE, beside) + pulse
    left = dot(places[LEFT], big) + layer(beside, dot(places[LEFT], big, RED))
    alone = now.since("lopen") < 0
    return [layer(seen * fade, *plain), layer(seen, right), layer(seen, left if alone else "")]


def visits(now: Now) -> str:
    """Draw how all 47 come to the door, one after the other."""
    since = now.since("vertrek") - 7.0
    if not 0 < since < 5:
        return ""
    places = [at for index, at in enumerate(seats(now)) if index != RIGHT]
    goal = (NET[0], NET[1] + 20)
    lights = []
    for index, at in enumerate(places):
        order = index * 20 % len(places)
        share = stagger(since / 4.6, order, len(places), 0.96)
        lights.append(layer(8 * share, dot(mix(at, goal, share), 9)))
    return "".join(lights)


def counter(now: Now) -> str:
    """Set the number of lines, or of the loose ones that are left."""
    many = now.script.numbers["organisaties"]
    lines = between(full_mesh(many), star(many), now.move("regisseur", 3.4, 6.8)) * (1 - now.move("vertrek", 1.0, 3.4))
    again = two_directors(many) * now.move("twee", 0.9, 3.0)
    again -= (two_directors(many) - star(many - 1)) * now.move("twee", 3.9, 6.2)
    loose = parts_left(many, 1, 1) * now.move("vertrek", 3.9, 5.6)
    texts = now.script.words
    shown = (
        (lines, texts["lijnen"], min(now.move("net", 4.2, 5.0), 1 - now.move("vertrek", 3.2, 3.8))),
        (loose, texts["los"], min(now.move("vertrek", 3.9, 4.5), 1 - now.move("twee", -0.6, 0.2))),
        (again, texts["lijnen"], min(now.move("twee", 0.3, 0.9), 1 - now.move("lopen", -0.8, 0.0))),
    )
    return "".join(
        layer(
            seen,
            words(f"{round(value):,}".replace(",", "."), 80, 490, size=120, weight=700, fill=RED),
            words(label, 82, 548, size=42, weight=400),
        )
        for value, label, seen in shown
    )


def house(now: Now) -> str:
    """Draw the door: hidden behind the net, then there, then at the end of the street."""
    along = now.move("lopen", 0.2, 2.0)
    at = mix((NET[0], NET[1] + 100), (DOOR, GROUND), along)
    busy = min(now.move("vertrek", 7.4, 9.0), 1 - now.move("twee", -0.4, 0.6))
    calm = min(now.move("regisseur", 7.6, 9.2), 1 - now.move("vertrek", 2.0, 3.4))
    return front_door(now, at, max(busy, calm))


def origin(now: Now) -> str:
    """Say what this film is and is not."""
    lines = now.script.words["herkomst"]
    shown = [words(text, 80, 580 + 42 * row, size=34, weight=400) for row, text in enumerate(lines)]
    return layer(now.fade("net", 0.6, 4.4), *shown)


def draw(now: Now) -> list[str]:
    """Draw one moment of the clip."""
    start = seats(now)[LEFT]
    early = now.since("lopen") < 2
    under = [*directed(now), visits(now)] if early else []
    over = [mesh(now), calls(now), *dots(now)] if early else []
    behind, before = (street(now, start, behind=side) for side in (True, False))
    return [*behind, *under, house(now), *over, counter(now), *before, origin(now)]
