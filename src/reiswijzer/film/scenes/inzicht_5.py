"""`inzicht-5`: a story and a number, what is left of them after a night, a seesaw, three parts, and who retells it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import LINE, STOPS, element
from reiswijzer.film.ease import between
from reiswijzer.film.parts import Point, door, dot, line, mix
from reiswijzer.film.scenes.inzicht_5_shapes import (
    FOOT,
    GUEST,
    NUMBER,
    REST,
    STORY,
    addresses,
    bar,
    key,
    place_for,
    plank,
    pointer,
    sheet,
    sky,
)
from reiswijzer.film.stage import layer, words
from reiswijzer.models.retention import STATISTIC_RETAINED, STORY_RETAINED

if TYPE_CHECKING:
    from reiswijzer.film.stage import Now

LEFT, RIGHT = 500.0, 780.0
"""Middle of the bar of the story and of that of the number."""
PANELS = (205.0, 600.0, 1035.0)
PAIR, OTHER = (130, 184), 125
"""How far left of the middle of a door two people stand, and how far right of it the neighbour."""
DOORS = ((7.0, 8.4), (12.0, 13.4))
"""When, in scene `delen`, the second and the third door slide to their places."""
GROUND = 520.0
"""Doorstep in the three parts."""
LARGE, LITTLE = 0.85, 0.5
ROW: tuple[Point, ...] = ((170, 510), (360, 510), (550, 510), (740, 510), (930, 510))
"""Who hears the story, and at the end the open place of the viewer."""
HOP = 1.15
"""Seconds per time that the story is told."""
AJAR = 0.6
"""How far the door opens, so that its light stays clear of what stands beside it."""


def bars(now: Now) -> list[str]:
    """Draw the two bars: full, empty while the viewer guesses, and what is left; between them day and night."""
    seen = min(now.move("twee", 9.9, 10.7), 1 - now.move("gelijk", -0.4, 0.4))
    if seen <= 0:
        return []
    risen, gone = now.move("twee", 10.5, 12.3), now.move("gok", 2.6, 3.4)
    shapes = []
    for x, left, colour, begin in ((LEFT, STORY_RETAINED, STORY, 4.0), (RIGHT, STATISTIC_RETAINED, NUMBER, 0.1)):
        back = now.move("dag", begin, begin + 0.5)
        share = risen * between(1, left, now.move("dag", begin + 0.7, begin + 2.7))
        asked = min(now.move("gok", 4.6, 5.3), 1 - back)
        shapes.append(bar(x, share, colour, filled=max(1 - gone, back) * min(1, 8 * risen), asked=asked))
    texts = now.script.words
    night, day = now.move("gok", 0.4, 1.8), now.move("gok", 3.6, 5.0)
    again = now.move("dag", 8.4, 10.0)
    moon = min(now.move("gok", 1.4, 2.6), 1 - now.move("gok", 2.8, 4.0))
    shapes.append(sky(1 - night if day == 0 else day - again, moon))
    shapes.append(layer(now.move("dag", 9.6, 10.4), words("?", 640, 480, size=130, weight=700, anchor="middle")))
    labels = (
        (texts["verhaal"], LEFT, 1.0),
        (texts["cijfer"], RIGHT, 1.0),
        (texts["dag0"], 640, 1 - night),
        (texts["dag1"], 640, min(day, 1 - now.move("dag", 8.2, 8.9))),
        (texts["later"], 640, now.move("dag", 9.2, 10.0)),
    )
    shapes += [layer(there, words(label, x, 579, size=38, anchor="middle")) for label, x, there in labels]
    return [layer(seen, *shapes), *guesses(now)]


def guesses(now: Now) -> list[str]:
    """Draw two pointers that look for a height, each in its own way."""
    seen = min(now.move("gok", 6.4, 7.0), 1 - now.move("gok", 11.2, 11.8))
    since = now.since("gok") - 6.4
    up = [0.5 + 0.36 * math.sin(1.5 * since), 0.5 - 0.36 * math.sin(1.2 * since)]
    return [layer(seen, pointer(LEFT, up[0], -1), pointer(RIGHT, up[1], 1))]


def weighing(now: Now) -> list[str]:
    """Draw door and number: apart beside the bars, then on a seesaw that becomes a table."""
    angle = (
        -5 * now.move("gelijk", 0.9, 2.0)
        + 9 * now.move("gelijk", 2.2, 3.8)
        - 6 * now.move("gelijk", 4.0, 5.3)
        + 2 * now.move("gelijk", 5.4, 6.4)
    )
    aside, away = now.move("gelijk", -0.4, 0.7), now.move("delen", -0.2, 0.9)
    turned = f"rotate({angle:.2f} 640 {REST})" if angle else None
    gate = mix(mix((235, FOOT), (370, REST - 7), aside), (PANELS[0], GROUND), away)
    figure = mix(mix((1045, FOOT), (910, REST - 7), aside), (1300, REST - 7), away)
    shapes = [layer(min(now.move("gelijk", 0.1, 0.8), 1 - away), *plank(angle, now.move("gelijk", 8.1, 9.5)))]
    if now.since("verder") < 0:
        drawn, lit = now.move("twee", -0.2, 2.0), now.move("twee", 1.7, 2.7)
        shapes.append(element("g", door(gate, LARGE, drawn=drawn, lit=lit), transform=turned))
    if away < 1:
        many = (now.since("twee") - 6.9) / 1.9
        shapes.append(layer(1 - away, element("g", addresses(figure, many), transform=turned)))
    came = min(now.move("twee", 3.6, 4.6), 1 - now.move("twee", 6.4, 7.4))
    if came > 0:
        shapes.append(dot((between(-40, 105, came) + knock(now, "twee", 4.8), FOOT - GUEST), GUEST))
    return shapes


def knock(now: Now, scene: str, begin: float) -> float:
    """Return how far someone leans towards the door: twice, from second `begin`."""
    since = now.since(scene) - begin
    return 14 * math.sin(math.pi * since / 0.6) ** 2 if 0 < since < 1.2 else 0.0


def parts(now: Now) -> list[str]:
    """Draw the three parts of the story: before the door, together with a key, and a place that is open."""
    since = now.since("delen")
    if since <= 0 or now.since("verder") >= 0:
        return []
    height = GROUND - GUEST
    shapes = []
    second, third = (now.move("delen", *times) for times in DOORS)
    opened = now.move("delen", 10.4, 11.8)
    first = between(-40, PANELS[0] - PAIR[0], now.move("delen", 3.4, 4.8)) + knock(now, "delen", 5.0)
    if third > 0:
        x = between(PANELS[1], PANELS[2], third)
        shapes.append(door((x, GROUND), LARGE, ajar=AJAR))
        shapes += [dot((x - gap, height), GUEST) for gap in PAIR]
        wide = GUEST + 5 * math.sin(1.4 * (since - 14)) ** 2
        shapes.append(layer(now.move("delen", 13.6, 14.4), place_for((PANELS[2] + 138, height), wide)))
    if second > 0:
        x = between(PANELS[0], PANELS[1], second)
        shapes.append(door((x, GROUND), LARGE, ajar=AJAR * opened))
        shapes.append(dot((x - PAIR[0], height), GUEST))
        shapes.append(dot((between(-40, PANELS[1] - PAIR[1], now.move("delen", 7.8, 9.2)), height), GUEST))
        there = now.move("delen", 9.0, 10.0)
        shapes.append(
            layer(there, dot((between(PANELS[1] + OTHER + 55, PANELS[1] + OTHER, there), height), GUEST, STOPS[4]))
        )
        shapes.append(key((PANELS[1] + OTHER, height - 62), now.move("delen", 9.8, 10.5)))
    shapes.append(dot((first, height), GUEST))
    return shapes


def names(now: Now) -> list[str]:
    """Name the three parts, in turn; under the last two a step until their door is there."""
    shapes = []
    for index, (name, x) in enumerate(zip(("mijzelf", "ons", "nu"), PANELS, strict=True)):
        begin = 0.7 + 0.6 * index
        seen = min(now.move("delen", begin, begin + 0.7), 1 - now.move("verder", 0, 0.6))
        label = words(now.script.words[name], x, 592, size=44, weight=700, anchor="middle", fill=STOPS[4])
        awaits = min(seen, 1 - now.move("delen", *DOORS[index - 1])) if index else 0
        step = line([(x - 98, GROUND), (x + 98, GROUND)], LINE, 7)
        shapes += [layer(awaits, step), layer(seen, label)]
    return shapes


def retelling(now: Now) -> list[str]:
    """Draw how the story, small now, goes from one to the next until it stands before the viewer, number beside it."""
    since = now.since("verder")
    if since < 0:
        return []
    gathered, height = now.move("verder", 0.0, 1.5), GROUND - GUEST
    starts = [(x, height) for x in (PANELS[0] - PAIR[0], PANELS[1] - PAIR[1], PANELS[1] - PAIR[0], PANELS[1] + OTHER)]
    shapes = [dot(mix(start, end, gathered), GUEST) for start, end in zip(starts, ROW, strict=False)]
    shapes.append(layer(1 - gathered, dot(mix(starts[-1], ROW[3], gathered), GUEST, STOPS[4])))
    shapes += [layer(1 - gathered, dot((PANELS[2] - gap, height), GUEST)) for gap in PAIR]
    wide = GUEST + 5 * math.sin(1.4 * (since + 3.5)) ** 2
    arrived = now.move("verder", 1.6 + 4 * HOP, 2.6 + 4 * HOP)
    size = between(LARGE, LITTLE, gathered)
    stands = [(x, y - 38) for x, y in ROW]
    for x, ajar in zip(reversed(PANELS), (AJAR, AJAR, 0.0), strict=True):
        if gathered < 1:
            shapes.append(door(mix((x, GROUND), stands[0], gathered), size, ajar=ajar * (1 - gathered)))
    if gathered >= 1:
        shapes.append(door(stands[0], LITTLE))
        for index in range(1, len(ROW)):
            told = now.move("verder", 1.5 + (index - 1) * HOP, 1.5 + index * HOP)
            x, y = mix(stands[index - 1], stands[index], told)
            if told > 0:
                ajar = now.move("verder", 8.4, 10.4) if index == len(ROW) - 1 else 0
                shapes.append(door((x, y - 150 * told * (1 - told)), LITTLE, ajar=ajar))
    shapes.append(place_for(mix((PANELS[2] + 138, height), ROW[-1], gathered), wide, arrived))
    came = now.move("verder", 4.0, 5.6)
    shapes.append(sheet((between(1350, 1115, came), ROW[-1][1] + GUEST), came))
    shapes.append(layer(now.move("verder", 8.0, 8.8), words(now.script.words["u"], ROW[-1][0], 586, size=44,
                                                            anchor="middle")))  # fmt: skip
    return shapes


def notes(now: Now) -> list[str]:
    """Say what this film is, what is invented and where the figures come from."""
    texts = now.script.words
    shown = (
        (texts["herkomst"], now.fade("twee", 0.4, 6.4)),
        (texts["verzonnen"], now.fade("twee", 7.0, 13.4)),
        (texts["proeven"], now.fade("dag", 0.2, 12.1)),
        (texts["vergeleken"], now.fade("gelijk", 3.9, 8.0)),
        (texts["lezing"], now.fade("verder", 1.2, 7.8)),
    )
    beside = words(texts["lijst"], 1045, 579, size=34, weight=400, anchor="middle")
    return [
        layer(now.fade("twee", 8.4, 13.4), beside),
        *(layer(seen, words(label, 640, 628, size=34, weight=400, anchor="middle")) for label, seen in shown),
    ]


def draw(now: Now) -> list[str]:
    """Draw one moment of the clip."""
    return [*weighing(now), *bars(now), *parts(now), *names(now), *retelling(now), *notes(now)]
