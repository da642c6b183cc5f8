"""Draw the route as a line past five stops, above each a small picture of its question; and each picture by itself."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin

from reiswijzer.figures.svg import INK, PAPER, SOFT, STOPS, drawing, element

WIDTH, HEIGHT = 660.0, 172.0
_STOP_X = tuple(66.0 + 132.0 * place for place in range(5))
_STOP_Y = (142.0, 130.0, 144.0, 128.0, 140.0)
_RADIUS = 11.0
_MARK = 100.0


def route_picture(title: str, description: str) -> str:
    """Return the picture of `WIDTH` by `HEIGHT` user units, without any text to read in it."""
    marks = [_mark(place + 1, x, 56.0) for place, x in enumerate(_STOP_X)]
    stops = [
        element("circle", cx=x, cy=y, r=_RADIUS, fill=STOPS[place], class_=f"rw-svg-staaf rw-halte-{place + 1}")
        for place, (x, y) in enumerate(zip(_STOP_X, _STOP_Y, strict=True))
    ]
    return drawing(WIDTH, HEIGHT, title, description, _road(), *marks, *stops)


def stop_picture(number: int, title: str, description: str) -> str:
    """Return the picture of stop `number` (1 to 5) alone; raise `ValueError` for another number."""
    if number not in range(1, len(_STOP_X) + 1):
        raise ValueError(f"there is no stop {number}")
    return drawing(_MARK, _MARK, title, description, _mark(number, _MARK / 2, _MARK / 2))


def _mark(number: int, x: float, y: float) -> str:
    picture = (_bending_line, _door, _table, _network, _story)[number - 1]
    return element("g", *picture(), transform=f"translate({x:g} {y:g})", class_=f"rw-halte-{number}")


def _road() -> str:
    """Return the line through all stops, from edge to edge."""
    points = [(0.0, 136.0), *zip(_STOP_X, _STOP_Y, strict=True), (WIDTH, 130.0)]
    path = f"M{points[0][0]:g} {points[0][1]:g}"
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        path += f"C{middle:g} {y0:g} {middle:g} {y1:g} {x1:g} {y1:g}"
    return _line(path, SOFT, "rw-svg-weg", 3, dash="1 9")


def _line(path: str, color: str, css: str, width: float = 2.5, dash: str | None = None) -> str:
    return element("path", d=path, fill="none", stroke=color, stroke_width=width, stroke_linecap="round",
                   stroke_linejoin="round", stroke_dasharray=dash, class_=css)  # fmt: skip


def _ink(path: str, dash: str | None = None) -> str:
    return _line(path, INK, "rw-svg-raster-sterk", dash=dash)


def _own(path: str, stop: int, dash: str | None = None) -> str:
    return _line(path, STOPS[stop - 1], "rw-svg-eigen", 4, dash=dash)


def _dot(x: float, y: float, radius: float, stop: int = 0) -> str:
    if stop:
        return element("circle", cx=x, cy=y, r=radius, fill=STOPS[stop - 1], class_="rw-svg-staaf")
    return _outlined("circle", cx=x, cy=y, r=radius)


def _outlined(name: str, **place: float | str) -> str:
    return element(name, **place, fill=PAPER, stroke=INK, stroke_width=2.5, stroke_linejoin="round",
                   class_="rw-svg-punt rw-svg-known")  # fmt: skip


def _bending_line() -> list[str]:
    """Draw where it goes if nobody does anything, and where it bends to."""
    return [
        _ink("M-38 -34V34H40"),
        _ink("M-28 -22L-4 -12"),
        _ink("M-4 -12L36 4", dash="2 7"),
        _own("M-4 -12C12 -4 18 20 36 22", 1),
        _dot(-28, -22, 4.5), _dot(-4, -12, 4.5), _dot(36, 22, 6, 1),
    ]  # fmt: skip


def _door() -> list[str]:
    """Draw a door that stands open, and lines to who is behind it."""
    ends = ((40, -26), (44, -6), (44, 14), (38, 32))
    return [
        *(_line(f"M6 4L{x} {y}", STOPS[1], "rw-svg-eigen", 2) for x, y in ends),
        *(_dot(x, y, 4.5, 2) for x, y in ends),
        _ink("M-40 34H14"),
        _ink("M-32 34V-34H6V34"),
        _outlined("path", d="M-32 34V-34L-10 -24V42Z"),
        _dot(-15, 8, 2.5, 2),
    ]  # fmt: skip


def _table() -> list[str]:
    """Draw a round table; three of the seven seats lead."""
    seats = [(33 * cos(2 * pi * seat / 7 - pi / 2), 33 * sin(2 * pi * seat / 7 - pi / 2)) for seat in range(7)]
    leading = {0, 2, 5}
    return [
        _own("".join(f"{'L' if place else 'M'}{seats[seat][0]:.1f} {seats[seat][1]:.1f}" for place, seat in
                     enumerate(sorted(leading))) + "Z", 3),
        _outlined("circle", cx=0, cy=0, r=20),
        *(_dot(x, y, 7.5, 3 if seat in leading else 0) for seat, (x, y) in enumerate(seats)),
    ]  # fmt: skip


def _network() -> list[str]:
    """Draw two groups, and the one tie between them."""
    left, right = ((-36, -20), (-40, 14), (-16, -6), (-14, 26)), ((18, -26), (20, 6), (40, -8), (36, 28))
    ties = "".join(
        f"M{group[one][0]} {group[one][1]}L{group[other][0]} {group[other][1]}"
        for group in (left, right)
        for one, other in ((0, 1), (0, 2), (1, 2), (1, 3), (2, 3))
    )
    return [
        _ink(ties),
        _own("M-16 -6L20 6", 4, dash="7 6"),
        *(_dot(x, y, 6.5, 4 if (x, y) in {(-16, -6), (20, 6)} else 0) for x, y in (*left, *right)),
    ]


def _story() -> list[str]:
    """Draw what was told, and how much of it is left."""
    balloon = "M-34 -36H34Q42 -36 42 -28V12Q42 20 34 20H-4L-20 36V20H-34Q-42 20 -42 12V-28Q-42 -36 -34 -36Z"
    return [
        _outlined("path", d=balloon),
        _own("M-28 -21H28", 5), _own("M-28 -7H6", 5), _own("M-28 7H-20", 5),
    ]  # fmt: skip
