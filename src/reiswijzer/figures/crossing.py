"""Draw two sides with a gap between them, and what one of four roles does about it."""

from __future__ import annotations

from reiswijzer.figures.svg import INK, LINE, PAPER, SOFT, STOPS, drawing, element, text

WIDTH, HEIGHT, RADIUS = 300.0, 150.0, 11.0
LEFT, RIGHT, MIDDLE = 36.0, 264.0, 150.0
HEIGHTS = (40.0, 78.0, 116.0)
ROLES = ("netwerkbouwer", "tolk", "coordinator", "ondernemer")
"""Who fetches someone from outside, who carries one word across, who holds all lines, who makes something new."""


def _line(x1: float, y1: float, x2: float, y2: float, *, thin: bool = False) -> str:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=LINE if thin else INK, stroke_width=2 if thin else 3,
                   class_="rw-svg-raster" if thin else "rw-svg-raster-sterk")  # fmt: skip


def _node(x: float, y: float, colour: str, state: str) -> str:
    return element("circle", cx=x, cy=y, r=RADIUS, fill=colour, stroke=INK, stroke_width=2,
                   class_=f"rw-svg-knoop rw-svg-{state}")  # fmt: skip


def _role(role: str, label: str) -> list[str]:
    top, centre, low = HEIGHTS
    if role == "netwerkbouwer":
        lines = [_line(LEFT, centre, MIDDLE, low), _line(MIDDLE, low, RIGHT, centre)]
        return [*lines, _node(MIDDLE, low, STOPS[2], "started"),
                text(label, MIDDLE, low + 28, anchor="middle", size=15, weight="600")]  # fmt: skip
    if role == "tolk":
        return [_line(LEFT, centre, RIGHT, centre), _node(MIDDLE, centre, STOPS[2], "started"),
                text(label, MIDDLE, centre - 20, anchor="middle", size=15, weight="600")]  # fmt: skip
    if role == "coordinator":
        lines = [_line(x, y, MIDDLE, centre) for x in (LEFT, RIGHT) for y in HEIGHTS]
        return [*lines, _node(MIDDLE, centre, STOPS[2], "started"),
                text(label, MIDDLE, top - 8, anchor="middle", size=15, weight="600")]  # fmt: skip
    lines = [_line(LEFT, low, MIDDLE, top), _line(RIGHT, top, MIDDLE, top)]
    square = element("rect", x=MIDDLE - 13, y=top - 13, width=26, height=26, fill=STOPS[2], stroke=INK, stroke_width=2,
                     class_="rw-svg-knoop rw-svg-started")  # fmt: skip
    return [*lines, square, text(label, MIDDLE, top + 34, anchor="middle", size=15, weight="600")]


def crossing(sides: tuple[str, str], role: str | None, label: str, *, title: str, description: str) -> str:
    """Draw the sides with their names, and what the role adds with its label; no role leaves the gap.

    Raises
    ------
    ValueError
        When the role is not one of `ROLES`.
    """
    if role is not None and role not in ROLES:
        raise ValueError(f"a role is one of {ROLES}, not {role!r}")
    within = [_line(x, HEIGHTS[0], x, HEIGHTS[2], thin=True) for x in (LEFT, RIGHT)]
    people = [_node(x, y, PAPER, "not") for x in (LEFT, RIGHT) for y in HEIGHTS]
    names = [text(side, x, 16, anchor="middle", size=15, fill=SOFT, css="rw-svg-zacht")
             for side, x in zip(sides, (LEFT, RIGHT), strict=True)]  # fmt: skip
    added = _role(role, label) if role else [text("?", MIDDLE, HEIGHTS[1] + 8, anchor="middle", size=26, fill=SOFT)]
    return drawing(WIDTH, HEIGHT, title, description, *within, *added, *people, *names)
