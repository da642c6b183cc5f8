"""`inzicht-3`: a table that leans on one chair, a table that shares, what this does not prove, and a thread."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, LINE
from reiswijzer.film.ease import between, smooth, stagger
from reiswijzer.film.parts import Point, dot, line, mix, trace, wave
from reiswijzer.film.scenes.inzicht_3_table import (
    AROUND,
    BAR_FOOT,
    BAR_HALF,
    BAR_TOP,
    RED,
    Table,
    around,
    arrow,
    away,
    board,
    chair,
    dropped,
    empty,
    level,
    pencil,
    person,
    seat_words,
)
from reiswijzer.film.stage import layer, words
from reiswijzer.models.shared_leadership import ONE_LEADER, SHARED, knock_out

if TYPE_CHECKING:
    from reiswijzer.film.stage import Now

HEIGHT = 408.0
"""Of the middle of every table."""
WEST, EAST = -math.pi / 2, math.pi / 2
CHAIR, CARE = 0, 2
"""Who leaves: at the first table the one in the chair, at the second the care organisation."""
FIVE = 5
NETWORKS, BEST = 4, 2
HUB = 0
"""Which of its five dots dominates the best network."""


def first(now: Now) -> Table:
    """Return the table that leans on its chair: in the middle, then beside its level, then at the left."""
    x = between(640, 440, now.move("pijlen", 8.4, 9.8))
    return Table(ONE_LEADER, (between(x, 270, now.move("tweede", -0.2, 1.4)), HEIGHT), WEST, CHAIR)


def second() -> Table:
    """Return the table that shares, at the right; who leaves it sits at its outer side."""
    return Table(SHARED, (1010, HEIGHT), EAST - 2 * math.pi * CARE / FIVE, CARE)


def knob(now: Now) -> float:
    """Return by how much the pencil raises (or lowers) every rating of the second table."""
    up, down, back = now.move("bewijs", 0.9, 2.6), now.move("bewijs", 2.8, 5.0), now.move("bewijs", 5.2, 6.6)
    return 0.9 * up - 1.8 * down + 0.9 * back


def arrows(table: Table, radii: list[float], drawn: dict[tuple[int, int], float], fallen: float, more: float) -> str:
    """Draw who relies on whom; the arrows from and to the leaver fall, `fallen` of the way."""
    seats = table.seats()
    shapes = []
    leaving = 0
    for (one, other), share in drawn.items():
        rating = table.ratings.rows[one][other] or 0
        gone = table.leaver in (one, other)
        colour = RED if other == table.leaver else INK
        shape = arrow((seats[one], seats[other]), (radii[one], radii[other]), rating + more, share, colour)
        if gone and shape:
            own = smooth(1.9 * fallen - 0.11 * leaving)
            shape = dropped(shape, mix(seats[one], seats[other], 0.5), own, (-1) ** leaving * (25 + 9 * leaving))
            leaving += 1
        shapes.append(shape)
    return "".join(shapes)


def pairs(first_drawn: tuple[int, int] | None = None) -> list[tuple[int, int]]:
    """Return who can rely on whom, by seat; those that lean on one and the same seat follow each other."""
    every = [(one, other) for other in range(FIVE) for one in range(FIVE) if one != other]
    return every if first_drawn is None else [pair for pair in every if pair != first_drawn]


def leaning(now: Now) -> list[str]:
    """Draw the first table, from empty to left by its chair."""
    seen = 1 - now.move("bewijs", 6.6, 7.4)
    if seen <= 0:
        return []
    table = first(now)
    seats, left = table.seats(), now.move("vertrek", 0.4, 2.8)
    radii = table.radii(now.move("vertrek", 3.4, 6.0))
    came = [stagger((now.since("tafel") - 0.9) / 3.2, index, FIVE, 0.6) for index in range(FIVE)]
    red = now.move("tafel", 8.1, 9.1)
    one = (CARE, CHAIR)
    drawn = {pair: stagger((now.since("pijlen") - 6.0) / 2.8, index, 19, 0.85) for index, pair in enumerate(pairs(one))}
    single = now.since("pijlen")
    thin = 2 * (1 - now.move("pijlen", 3.6, 5.4))
    fallen = now.move("vertrek", 2.8, 6.2)
    shapes = [board(table.middle, now.move("tafel", -0.3, 1.2))]
    for index, at in enumerate(seats):
        far = mix(at, table.middle, -0.7 * (1 - came[index]))
        grown = between(26, radii[index], now.move("pijlen", 6.2, 8.8))
        shapes.append(layer(came[index], chair(far, table.middle, grown)))
        if index == CHAIR and left > 0:
            shapes.append(empty(at, radii[index], left))
    if single > 0:
        grown_radii = [between(26, radius, now.move("pijlen", 6.2, 8.8)) for radius in radii]
        shapes.append(arrows(table, grown_radii, drawn, fallen, 0))
        shapes.append(arrows(table, grown_radii, {one: now.move("pijlen", 0.4, 2.2)}, fallen, -thin))
    for index, at in enumerate(seats):
        far = mix(at, table.middle, -0.7 * (1 - came[index]))
        grown = between(26, radii[index], now.move("pijlen", 6.2, 8.8))
        walked = away(far, table.middle, left if index == CHAIR else 0)
        who = person(walked, grown, red if index == CHAIR else 0)
        shapes.append(layer(came[index] * (1 - (now.move("vertrek", 1.4, 2.8) if index == CHAIR else 0)), who))
    named = now.move("tafel", 4.6, 5.6) * (1 - now.move("vertrek", 11.9, 12.7))
    labels = seat_words(now.script.words["rollen"], seats, table.middle, 66)
    shapes.append(layer(named * (1 - left), labels[CHAIR]))
    shapes.append(layer(named, *labels[1:]))
    return [layer(seen, *shapes)]


def sharing(now: Now) -> list[str]:
    """Draw the second table, from empty to left by the one most relied on, then moved by a pencil."""
    came, seen = now.move("tweede", 0.6, 1.8), 1 - now.move("bewijs", 6.6, 7.4)
    if came <= 0 or seen <= 0:
        return []
    table = second()
    seats, left = table.seats(), now.move("tweede", 5.6, 7.6)
    fallen = now.move("tweede", 7.0, 9.6)
    radii = table.radii(fallen)
    drawn = {pair: stagger((now.since("tweede") - 1.8) / 2.8, index, 20, 0.85) for index, pair in enumerate(pairs())}
    shapes = [board(table.middle, 1), *(chair(at, table.middle, radii[index]) for index, at in enumerate(seats))]
    shapes.append(empty(seats[CARE], radii[CARE], left))
    shapes.append(arrows(table, radii, drawn, fallen, knob(now)))
    red = now.move("tweede", 4.6, 5.4)
    for index, at in enumerate(seats):
        if index == CARE:
            leaver = person(away(at, table.middle, left), radii[index], red)
            shapes.append(layer(1 - now.move("tweede", 6.6, 7.6), leaver))
        else:
            shapes.append(person(at, radii[index], 0))
    return [layer(came * seen, *shapes)]


def levels(now: Now) -> list[str]:
    """Draw the level of each table: how much all rely on each other, of the most there could be."""
    seen = min(now.move("pijlen", 9.0, 9.8), 1 - now.move("bewijs", 6.6, 7.4))
    if seen <= 0:
        return []
    one, two = (knock_out(table.ratings, table.ratings.members[table.leaver]) for table in (first(now), second()))
    aside = now.move("tweede", -0.2, 1.4)
    x = between(960, 590, aside)
    left = between(one.normalised_before, one.normalised_after, now.move("vertrek", 9.6, 11.4))
    right = between(two.normalised_before, two.normalised_after, now.move("tweede", 9.0, 10.6))
    right = right * now.move("tweede", 2.2, 4.8) + knob(now) / 4
    held = (690 + BAR_HALF + 4, between(BAR_FOOT, BAR_TOP, right))
    middle = between(960, 640, aside)
    return [
        layer(
            seen,
            level(x, left * now.move("pijlen", 9.6, 11.6), 1, RED),
            level(690, right, now.move("tweede", 1.6, 2.4), RED),
            words(now.script.words["leiding"], middle, 578, size=38, weight=600, anchor="middle"),
            words(now.script.words["rekenmodel"], middle, 622, size=34, weight=400, anchor="middle"),
            pencil(held, min(now.move("bewijs", 0.0, 0.7), 1 - now.move("bewijs", 6.2, 6.8))),
        )
    ]


def networks(now: Now) -> list[str]:
    """Draw four networks of five; in the best one a single dot dominates. These five become a table."""
    came, gone = now.since("bewijs") - 7.2, now.move("draad", -0.4, 0.6)
    if came <= 0 or now.since("draad") > 2:
        return []
    shapes = []
    together = now.move("draad", -0.2, 1.6)
    over = now.move("bewijs", 11.4, 13.2)
    for index in range(NETWORKS):
        middle = (190.0 + index * 900 / (NETWORKS - 1), HEIGHT)
        seen = stagger(came / 2.6, index, NETWORKS, 0.6)
        dots = around(middle, 98, FIVE, WEST)
        if index != BEST:
            web = [line([one, other], LINE, 3) for one, other in pairwise([*dots, dots[0]])]
            shapes.append(layer(seen * (1 - gone), *web, *(dot(at, 20) for at in dots)))
            continue
        table = around((640, HEIGHT), AROUND, FIVE, WEST)
        dots = [mix(at, seat, together) for at, seat in zip(dots, table, strict=True)]
        web = [line([one, other], LINE, 3) for one, other in pairwise([*dots, dots[0]])]
        spokes = [line(trace([dots[HUB], at], over), RED, 8) for at in dots[1:] if over > 0]
        whole = 1 - now.move("draad", 0.2, 1.2)
        shapes.append(board(mix(middle, (640, HEIGHT), together), now.move("draad", 0.4, 1.6)))
        shapes.append(layer(seen, layer(whole, *web, *spokes)))
        for other, at in enumerate(dots):
            size = between(20, 26, together)
            if other == HUB:
                shown = dot(at, between(20, 46, over * (1 - together)) + 6 * together, INK)
                shapes.append(layer(seen, shown, layer(over * (1 - together), dot(at, between(20, 46, over), RED))))
            else:
                shapes.append(layer(seen, dot(at, size)))
    return shapes


def threaded(now: Now) -> list[str]:
    """Draw the thread that goes from hand to hand, a task for each, and then towards who watches."""
    since = now.since("draad")
    if since <= 1.6:
        return []
    middle = (640.0, HEIGHT)
    seats = around(middle, AROUND, FIVE, WEST)
    way: list[Point] = []
    for one, other in pairwise(seats):
        way += [hang(one, other, middle, step / 20) for step in range(20)]
    way.append(seats[-1])
    drawn = trace(way, now.move("draad", 2.0, 9.0))
    head = drawn[-1]
    passed = [len(drawn) > 20 * index for index in range(FIVE)]
    towards = [wave((seats[-1][1], seats[-1][0]), (730.0, 640.0), step / 30) for step in range(31)]
    last = trace([(x, y) for y, x in towards], now.move("draad", 9.4, 12.4))
    labels = seat_words(now.script.words["taken"], seats, middle, 66)
    shapes = [board(middle, 1), *(layer(now.move("draad", 1.4, 2.2), chair(at, middle, 26)) for at in seats)]
    shapes += [dot(at, 26) for at in seats]
    shapes += [line(drawn, RED, 10), line(last, RED, 10) if since > 9.4 else ""]
    for index, at in enumerate(seats):
        near = max(0.0, 1 - math.dist(at, head) / 100) * (1 - now.move("draad", 9.4, 10.4))
        if passed[index]:
            shapes.append(dot(at, 26 + 12 * near, RED))
        begin = 2.0 + index * 1.55
        shapes.append(layer(now.move("draad", begin, begin + 0.9), labels[index]))
    return shapes


def hang(one: Point, other: Point, middle: Point, share: float) -> Point:
    """Return a point of the thread between two hands: it sags towards the middle of the table."""
    deep = 0.9 * share * (1 - share)
    return mix(mix(one, other, share), middle, deep)


def origin(now: Now) -> str:
    """Say what this film is and is not."""
    shown = words(now.script.words["herkomst"], 640, 622, size=34, weight=400, anchor="middle")
    return layer(now.fade("tafel", 0.4, 7.6), shown)


def draw(now: Now) -> list[str]:
    """Draw one moment of the clip."""
    return [*leaning(now), *sharing(now), *levels(now), *networks(now), *threaded(now), origin(now)]
