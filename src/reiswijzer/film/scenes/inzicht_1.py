"""`inzicht-1`: a sheet that fills in an hour, a line that takes years, and what that line may not prove.

Years and numbers are those of the exercise; the dotted baseline is drawn by M5, also while it turns.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from reiswijzer.content.evictions import series
from reiswijzer.figures.svg import INK, LINE, SOFT, STOPS, element, thousands
from reiswijzer.film.ease import between, move, smooth, stagger
from reiswijzer.film.parts import Point, door, dot, line, mix, polyline, trace
from reiswijzer.film.scenes.inzicht_1_pile import FLOOR, pile, room, sheet
from reiswijzer.film.stage import layer, words
from reiswijzer.models.curve import annual_change

if TYPE_CHECKING:
    from reiswijzer.film.stage import Now

CEILING = 180.0
"""Height of the top of the scale."""
View = tuple[Point, Point, float]
"""Where the chart stands from left to right, which years these are, and the top of its scale."""
FULL: View = (160, 1000), (2014, 2022), 6000
NEAR: View = (70, 950), (2015.75, 2022), 5000
CLOSE: View = (90, 910), (2019.3, 2022), 2600
BLUE, PENCIL = STOPS[0], STOPS[2]


def view(now: Now) -> View:
    """Return what the camera sees: all years, the later ones, the last ones, and all again."""
    seen = closer(FULL, NEAR, now.move("basislijn", 1.6, 3.2))
    seen = closer(seen, CLOSE, now.move("basislijn", 10.4, 12.0))
    return closer(seen, FULL, now.move("waardoor", -0.6, 1.0))


def closer(one: View, other: View, share: float) -> View:
    """Return the view at `share` of the way from `one` to `other`."""
    return mix(one[0], other[0], share), mix(one[1], other[1], share), between(one[2], other[2], share)


def place(now: Now, year: float, value: float) -> Point:
    """Return where in the frame a value of a year is."""
    width, years, top = view(now)
    return (
        between(*width, (year - years[0]) / (years[1] - years[0])),
        between(FLOOR, CEILING, value / top),
    )


def chart(now: Now) -> list[str]:
    """Draw the floor of the chart and its years, first small beside the pile, then across the frame."""
    small = now.move("stapel", 0.4, 1.8) * (1 - now.move("lijn", 0, 1.0))
    shapes = []
    if small > 0:
        shapes.append(layer(
            small,
            element("path", d="M660 250V530H1160", fill="none", stroke=SOFT, stroke_width=6, stroke_linecap="round",
                    stroke_linejoin="round"),
            words(now.script.words["uitzettingen"], 910, 582, size=38, weight=400, anchor="middle", fill=SOFT),
            words("?", 910, 450, size=between(170, 220, waiting(now)), weight=700, anchor="middle", fill=SOFT),
        ))  # fmt: skip
    seen = min(now.move("lijn", 0.8, 1.8), 1 - now.move("vraag", 0, 0.8))
    if seen > 0:
        years = [year for year in range(2014, 2023, 2) if place(now, year, 0)[0] > 80]
        shapes.append(layer(
            seen,
            element("path", d=f"M{place(now, 2014, 0)[0]:.1f} {FLOOR}H{place(now, 2022.25, 0)[0]:.1f}", stroke=LINE,
                    stroke_width=5, stroke_linecap="round"),
            *(words(str(year), place(now, year, 0)[0], 572, size=36, weight=400, anchor="middle", fill=SOFT)
              for year in years),
        ))  # fmt: skip
    return shapes


def waiting(now: Now) -> float:
    """Return how large the question mark is that waits: it breathes."""
    since = now.since("stapel") - 8.4
    return 0.5 - 0.5 * math.cos(2 * math.pi * since / 1.7) if since > 0 else 0.0


def note(now: Now) -> list[str]:
    """Name the source under the chart; while the baseline is there, the model."""
    texts = now.script.words
    source = max(now.fade("lijn", 1.2, 9.5 + 16.3), now.fade("waardoor", 0.4, 10.4))
    return [
        layer(share, words(texts[key], 640, 622, size=34, weight=400, anchor="middle", fill=SOFT))
        for key, share in (("bron", source), ("model", now.fade("basislijn", 0.6, 13.8)))
    ]


def real(now: Now) -> list[str]:
    """Draw the line as it is known: three years first, the rest after the guess; thin where a year is missing."""
    last = now.script.numbers["bekend"]
    before = [year for year in series() if year <= last]
    after = [year for year in series() if year >= last]
    shapes = []
    for years, drawn in ((before, now.move("lijn", 1.8, 6.6)), (after, now.move("gok", 8.8, 11.8))):
        far = between(years[0], years[-1], drawn)
        for year, later in pairwise(years):
            if far > year and drawn > 0:
                share = min(1.0, (far - year) / (later - year))
                ends = [place(now, year, series()[year]), place(now, later, series()[later])]
                shapes.append(line(trace(ends, share), BLUE, 9 if later - year == 1 else 4))
        shapes += [
            dot(place(now, year, series()[year]), 13 * smooth((far - year) / 0.4 + 1), BLUE)
            for year in years
            if far > year - 0.4 and drawn > 0
        ]
    return shapes


def numbers(now: Now) -> list[str]:
    """Set the number of evictions at the years that matter."""
    near = now.fade("basislijn", 1.2, 14.6)
    shown = {
        2014: now.move("lijn", 1.8, 2.4),
        2016: now.move("lijn", 4.2, 4.8) * (1 - now.move("gok", 8.0, 8.8)),
        2017: now.move("lijn", 6.0, 6.6) * (1 - now.move("gok", 8.0, 8.8)),
        2022: now.move("gok", 11.6, 12.2),
    }
    shapes = []
    for year, share in shown.items():
        x, y = place(now, year, series()[year])
        seen = share * (1 - near) * (1 - now.move("vraag", 0, 0.8))
        if seen <= 0:
            continue
        below = year == now.script.numbers["bekend"]  # there the pencil leaves to the right
        at, anchor = ((x - 24, y + 52), "end") if below else ((x + 26, y - 6), "start")
        shapes.append(layer(seen, words(thousands(series()[year]), *at, size=48, weight=700, anchor=anchor, fill=BLUE)))
        if year == min(series()):
            label = now.script.words["uitzettingen"]
            shapes.append(layer(seen, words(label, x + 168, y - 6, size=38, weight=400, fill=BLUE)))
    return shapes


def guess(now: Now) -> list[str]:
    """Swing a dotted pencil line between up and down; after the real line has come it stays behind, then fades."""
    since = now.since("gok")
    seen = min(now.move("gok", 0, 0.8), 1 - now.move("gok", 9.0, 10.0))
    if seen <= 0:
        return []
    last = now.script.numbers["bekend"]
    swing = math.sin(2 * math.pi * (since - 0.4) / 4.2) * move(since, 0.2, 1.6)
    end = 3300 + 2000 * swing
    drawn = now.move("gok", 0, 1.4)
    begin = series()[last]
    points = [
        place(
            now,
            between(last, 2022, step / 20),
            between(begin, end, step / 20) + 260 * swing * math.sin(math.pi * step / 20),
        )
        for step in range(21)
    ]
    tip = trace(points, drawn)
    return [layer(seen, line(tip, PENCIL, 8, dashes="2 18"), dot(tip[-1], 15, PENCIL),
                  words("?", tip[-1][0] + 34, tip[-1][1] + 26, size=84, weight=700, fill=PENCIL))]  # fmt: skip


def baseline(now: Now) -> list[str]:
    """Continue the pace of the run-up as a dotted line; it turns when the run-up begins later.

    A ring marks where the run-up begins; the space between this line and the real one is tinted.
    """
    seen = min(now.move("basislijn", 0.3, 0.9), 1 - now.move("basislijn", 13.2, 13.9))
    if seen <= 0:
        return []
    last, end = now.script.numbers["bekend"], max(series())
    first, second = now.script.numbers["aanloop"]
    turned = now.move("basislijn", 8.4, 10.4)
    begin = between(first, second, turned)
    one, other = (annual_change({year: series()[year] for year in (start, last)}) for start in (first, second))
    pace = between(one, other, turned)

    def on(year: float) -> Point:
        return place(now, year, series()[last] * (1 + pace) ** (year - last))

    points = [on(between(begin, end, step / 40)) for step in range(41)]
    drawn = trace(points, now.move("basislijn", 0.9, 4.4))
    gap = [on(between(last, end, step / 24)) for step in range(25)]
    gap += [place(now, year, series()[year]) for year in sorted(series(), reverse=True) if year >= last]
    tint = element("path", d=polyline(gap) + "Z", fill=PENCIL)
    return [
        layer(seen * 0.2 * now.move("basislijn", 4.6, 5.6), tint),
        layer(seen, line(drawn, PENCIL, 8, dashes="2 18"), ends(now, on(end), pace)),
        layer(
            seen, element("circle", cx=points[0][0], cy=points[0][1], r=27, fill="none", stroke=PENCIL, stroke_width=7)
        ),
    ]


def ends(now: Now, at: Point, pace: float) -> str:
    """Set what pace and reality come to in the last year, the higher above the lower."""
    texts, years = now.script.words, (now.script.numbers["bekend"], max(series()))
    actual = place(now, years[1], series()[years[1]])
    expected = texts["ongeveer"].format(
        aantal=thousands(round(series()[years[0]] * (1 + pace) ** (years[1] - years[0]), -2))
    )
    labels = []
    for share, above, below in (
        (min(now.move("basislijn", 4.2, 4.8), 1 - now.move("basislijn", 8.0, 8.6)), at, actual),
        (now.move("basislijn", 11.6, 12.2), actual, at),
    ):
        for (x, y), text, fill in ((at, f"{texts['tempo']} {expected}", PENCIL),
                                   (actual, f"{texts['echt']} {thousands(series()[years[1]])}", BLUE)):  # fmt: skip
            down = 34 if (x, y) == below else -2 if (x, y) == above else 0
            labels.append(layer(share, words(text, x + 32, y + down, size=42, fill=fill)))
    return "".join(labels)


def causes(now: Now) -> list[str]:
    """Hang four explanations on the line with threads that pull in turn; the line does not move."""
    seen = 1 - now.move("waardoor", 5.8, 6.6)
    shapes = []
    hooks = ((2018, 3000), (2019, 2360), (2020, 1720), (2021, 1400))
    for index, (title, hook) in enumerate(zip(now.script.words["oorzaken"], hooks, strict=True)):
        come = stagger((now.since("waardoor") - 0.9) / 3.6, index, 4, 0.4)
        if come <= 0 or seen <= 0:
            continue
        pull = 7 * math.sin(3.2 * now.t + 1.7 * index) * come
        x, y = 660.0 + 50 * index, 232.0 + 54 * index
        end = place(now, *hook)
        start = (x - 16, y - 12 - pull) if end[0] < x else (end[0], y + 14 - pull)
        shapes.append(layer(seen * come, line([start, end], SOFT, 3),
                            words(title, x, y - pull, size=38, weight=400)))  # fmt: skip
    return shapes


def home(now: Now) -> list[str]:
    """Stand a door at the end of the line, put its light on, and say what this film is."""
    since = now.since("vraag")
    if since < -0.2:
        return []
    way = [place(now, 2022, series()[2022]), (1085.0, 512.0)]
    return [
        line(trace(way, move(since, 0.2, 1.2)), BLUE, 9, dashes="2 18") if since > 0.2 else "",
        door((1130, 530), 0.9, drawn=move(since, 0.2, 2.0), lit=move(since, 2.0, 3.0)),
        layer(move(since, 3.0, 3.8), words(now.script.words["herkomst"], 640, 610, size=34, weight=400,
                                           anchor="middle", fill=INK)),
    ]  # fmt: skip


def draw(now: Now) -> list[str]:
    """Draw one moment of the clip."""
    return [room(now), sheet(now), *chart(now), pile(now), *guess(now), *baseline(now), *real(now), *numbers(now),
            *causes(now), *home(now), *note(now)]  # fmt: skip
