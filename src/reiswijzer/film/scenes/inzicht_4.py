"""`inzicht-4`: seven organisations that look at each other; one contact too few, one too many, and the question which.

A disc is an organisation that waits, cut in a slice per contact; light along a line fills a slice. Past the mark it
joins. Where all stand is in `inzicht_4_places`; who joins when comes from the model (`inzicht_4_play`).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, LINE, SOFT, STOPS, element
from reiswijzer.film.ease import between, stagger
from reiswijzer.film.parts import WARM, dot, line, mix, trace
from reiswijzer.film.scenes.inzicht_4_places import arrived, spot, visible
from reiswijzer.film.scenes.inzicht_4_play import MISSING, NODES, TIES, course, extra, joined, seen, slices
from reiswijzer.film.stage import PAPER, layer, shifted, words
from reiswijzer.models.cascade import SEVEN_PUZZLE

if TYPE_CHECKING:
    from reiswijzer.film.stage import Now

STARTED, JOINED, NEW = STOPS[2], STOPS[1], STOPS[3]
"""The colours of the network in the exercise."""


def sector(radius: float, begin: float, end: float) -> str:
    """Return a slice of a disc around (0, 0), between two shares of the circle, clockwise from the top."""
    steps = [begin + (end - begin) * k / 30 for k in range(31)]
    rim = "L".join(f"{radius * math.sin(2 * math.pi * u):.1f} {-radius * math.cos(2 * math.pi * u):.1f}" for u in steps)
    return element("path", d=f"M0 0L{rim}Z", fill=JOINED)


def mark(now: Now, radius: float) -> str:
    """Return the mark at the share that is needed, across the rim of a disc."""
    angle = 2 * math.pi * float(SEVEN_PUZZLE.threshold)
    x, y = math.sin(angle), -math.cos(angle)
    near, far = 0.62 * radius, 1.22 * radius
    stroke = element("path", d=f"M{near * x:.1f} {near * y:.1f}L{far * x:.1f} {far * y:.1f}", stroke=PAPER,
                     stroke_width=13, stroke_linecap="round")  # fmt: skip
    ink = element("path", d=f"M{near * x:.1f} {near * y:.1f}L{far * x:.1f} {far * y:.1f}", stroke=STARTED,
                  stroke_width=7, stroke_linecap="round")  # fmt: skip
    return layer(now.move("regel", 5.9, 6.9), stroke, ink)


def disc(now: Now, node: str) -> str:
    """Draw one organisation: begun, or its slices and mark, or joined."""
    radius = spot(now, node).radius
    edge = max(4.0, radius / 14)
    if node in SEVEN_PUZZLE.seeds:
        return element("circle", cx=0, cy=0, r=radius, fill=STARTED, stroke=INK, stroke_width=edge) + element(
            "circle", cx=0, cy=0, r=0.3 * radius, fill=PAPER
        )
    shapes = [element("circle", cx=0, cy=0, r=radius, fill=PAPER)]
    pieces = slices(now, node)
    whole, begin = sum(size for size, _ in pieces), 0.0
    for size, filled in pieces:
        end = begin + size / whole
        if filled > 0:
            shapes.append(sector(radius, begin, between(begin, end, filled)))
        if len(pieces) > 1:
            x, y = radius * math.sin(2 * math.pi * begin), -radius * math.cos(2 * math.pi * begin)
            shapes.append(element("path", d=f"M0 0L{x:.1f} {y:.1f}", stroke=INK, stroke_width=edge * 0.75))
        begin = end
    shapes.append(element("circle", cx=0, cy=0, r=radius, fill="none", stroke=INK, stroke_width=edge))
    share = joined(now, node)
    shapes.append(layer(1 - share, mark(now, radius)))
    if share > 0:
        k = radius / 54
        shapes.append(element("circle", cx=0, cy=0, r=radius * share, fill=JOINED, stroke=INK, stroke_width=edge))
        tick = line([(-22 * k, 2 * k), (-6 * k, 18 * k), (24 * k, -18 * k)], PAPER, 9 * k)
        shapes.append(layer(share, tick))
    return "".join(shapes)


def tie(now: Now, pair: tuple[str, str], drawn: float = 1, colour: str = LINE) -> list[str]:
    """Draw the line between two, the part of it along which a joined one is seen, and a light to who still waits."""
    one, other = (spot(now, node).at for node in pair)
    shown = min(visible(now, node) for node in pair) * drawn
    shapes = [line(trace([one, other], drawn), colour, 7)]
    for node, watcher in (pair, pair[::-1]):
        came = seen(now, node) * max(0.0, 5 * drawn - 4)
        if came <= 0:
            continue
        ends = [spot(now, node).at, spot(now, watcher).at]
        if colour == LINE:
            shapes.append(line(trace(ends, came), JOINED, 7))
        waiting = (came if came >= 1 else 0) * (1 - joined(now, watcher)) * (1 - now.move("vraag", -0.6, 0.2))
        phase = now.t % 2.4 / 1.5
        if waiting > 0 and phase < 1:
            shapes.append(layer(waiting, dot(mix(ends[0], ends[1], phase), 15, WARM, rim=3)))
    return [layer(shown, *shapes)]


def missing(now: Now) -> list[str]:
    """Draw all ties that are not there, dashed, and a light that goes past each of them in turn."""
    since = now.since("vraag")
    if since < 1.4:
        return []
    shapes = []
    for index, pair in enumerate(MISSING):
        ends = [spot(now, node).at for node in pair]
        come = stagger((since - 1.6) / 2, index, len(MISSING), 0.7)
        shapes.append(line(trace(ends, come), NEW, 4, dashes="3 12"))
    turn = (since - 4.0) / 0.46
    for index, pair in enumerate(MISSING):
        lit = max(0.0, 1 - abs(turn - index - 1))
        shapes.append(layer(lit, line([spot(now, node).at for node in pair], NEW, 10)))
    return shapes


def counter(now: Now) -> str:
    """Set how many have joined, out of how many."""
    shown = now.move("keten", 0.4, 1.2) * (1 - now.move("vraag", -0.6, 0.1))
    count = sum(joined(now, node) > 0.5 for node in NODES)
    label = now.script.words["van"].format(n=len(NODES))
    return layer(shown, words(str(count), 640, 310, size=120, weight=700, anchor="middle", fill=JOINED),
                 words(label, 640, 362, size=40, weight=400, anchor="middle"))  # fmt: skip


def left_out(now: Now) -> list[str]:
    """Ring those who joined in the first try and do not in the second."""
    shown = now.move("terug", 10.9, 11.9) * (1 - now.move("vraag", -0.6, 0.1))
    lost = course(None).final - course(tuple(now.script.numbers["opnieuw"]["tie"])).final
    return [
        layer(shown, element("circle", cx=spot(now, node).at[0], cy=spot(now, node).at[1], r=76, fill="none",
                             stroke=JOINED, stroke_width=5, stroke_dasharray="4 14", stroke_linecap="round"))
        for node in sorted(lost)
    ]  # fmt: skip


def waiting(now: Now) -> list[str]:
    """Let those who stay out be seen to wait, one after the other; then ask what we do not know."""
    out = [node for node in NODES if node not in course(None).final]
    shapes = []
    for index, node in enumerate(out):
        here = spot(now, node)
        for turn in range(2):
            grown = now.move("kloof", 4.3 + 0.5 * index + 1.3 * turn, 5.9 + 0.5 * index + 1.3 * turn)
            ripple = element("circle", cx=here.at[0], cy=here.at[1], r=here.radius + 4 + 60 * grown, fill="none",
                             stroke=SOFT, stroke_width=4)  # fmt: skip
            shapes.append(layer(min(1.0, 5 * grown) * (1 - grown), ripple))
        asked = now.fade("kloof", 7.6 + 0.4 * index, 11.4)
        aside = 88 if here.at[0] > 1000 else -88  # away from the lines to the others
        shapes.append(layer(asked, words(now.script.words["onbekend"], here.at[0] + aside, here.at[1] + 26, size=72,
                                         weight=700, anchor="middle", fill=NEW)))  # fmt: skip
    return shapes


def names(now: Now) -> list[str]:
    """Set the names, upright and of one size."""
    set_words = []
    for node in NODES:
        here = spot(now, node)
        label = words(now.script.words[node], here.at[0] + here.name[0], here.at[1] + here.name[1], size=38,
                      anchor="middle")  # fmt: skip
        set_words.append(layer(visible(now, node), label))
    return set_words


def notes(now: Now) -> list[str]:
    """Say what the mark is, that this is a model, and what this film is."""
    texts = now.script.words
    rule = now.fade("regel", 5.9, 13.6)
    last = now.move("vraag", 8, 9)
    return [
        layer(rule, words(texts["drempel"], 536, 534, size=40, fill=STARTED)),
        layer(rule, words(texts["model"], 640, 612, size=34, weight=400, anchor="middle")),
        layer(last, words(texts["herkomst"], 640, 620, size=34, weight=400, anchor="middle")),
    ]


def draw(now: Now) -> list[str]:
    """Draw one moment of the clip."""
    shapes = [part for pair in TIES for part in tie(now, pair, min(arrived(now, node) for node in pair))]
    for pair, drawn in extra(now).items():
        shapes += tie(now, pair, drawn, NEW) if drawn > 0 else []
    shapes += missing(now)
    for node in NODES:
        here = spot(now, node)
        grown = arrived(now, node)
        if grown > 0:
            ground = element("circle", cx=here.at[0], cy=here.at[1], r=(here.radius + 6) * grown, fill=PAPER)
            shapes.append(layer(min(1.0, 5 * visible(now, node)), ground))
            shapes.append(layer(visible(now, node), disc(now, node), transform=shifted(*here.at, grown)))
    return [*shapes, *left_out(now), *waiting(now), *names(now), counter(now), *notes(now)]
