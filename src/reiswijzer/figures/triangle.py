"""Draw solutions as shapes in a triangle of three values, 0 in the middle and the most in the corners."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, LINE, SOFT, STOPS, drawing, element, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 340.0, 280.0
CORNERS = 3
_CENTRE = (WIDTH / 2, 160.0)
_RADIUS = 115.0
_LOOK = (("rw-svg-lijn rw-svg-reader", STOPS[2], "7 4"), ("rw-svg-lijn rw-svg-actual", STOPS[0], None))


@dataclass(frozen=True)
class Shape:
    """One solution: label and its three scores, from 0 to `top` of `triangle`, in the order of the corners."""

    label: str
    points: tuple[float, float, float]


def _at(corner: int, share: float) -> tuple[float, float]:
    angle = 2 * math.pi * corner / CORNERS
    return _CENTRE[0] + share * _RADIUS * math.sin(angle), _CENTRE[1] - share * _RADIUS * math.cos(angle)


def _outline(shares: Sequence[float]) -> str:
    spots = [_at(corner, share) for corner, share in enumerate(shares)]
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in spots) + "Z"


def triangle(corners: Sequence[str], shapes: Sequence[Shape], *, top: float, threshold: float, title: str,
             description: str) -> str:  # fmt: skip
    """Draw up to two shapes; the second with a whole line, the first dashed, each with its label at the foot.

    Parameters
    ----------
    corners
        Names of the three values; the first stands at the top, the others follow clockwise.
    threshold
        Score drawn as a dotted triangle.

    Raises
    ------
    ValueError
        When there are not three corners, more than two shapes, or a score outside 0 to `top`.
    """
    if len(corners) != CORNERS or len(shapes) > len(_LOOK):
        raise ValueError(f"three corners and at most {len(_LOOK)} shapes, not {len(corners)} and {len(shapes)}")
    if any(not 0 <= point <= top for shape in shapes for point in shape.points):
        raise ValueError(f"scores lie between 0 and {top}")
    children = [
        element("path", d=_outline((1, 1, 1)), fill="none", stroke=LINE, stroke_width=1.5, class_="rw-svg-raster"),
        element("path", d=_outline((threshold / top,) * CORNERS), fill="none", stroke=SOFT, stroke_width=1,
                stroke_dasharray="2 4", class_="rw-svg-lijn rw-svg-baseline"),
    ]  # fmt: skip
    for corner, name in enumerate(corners):
        x, y = _at(corner, 1)
        dx, dy, anchor = ((0, -8, "middle"), (20, 20, "end"), (-20, 20, "start"))[corner]
        children.append(text(name, x + dx, y + dy, anchor=anchor, fill=INK))
    for index, shape in enumerate(shapes):
        css, stroke, dash = _LOOK[index]
        children.append(
            element("path", d=_outline([point / top for point in shape.points]), fill="none", stroke=stroke,
                    stroke_width=3, stroke_dasharray=dash, stroke_linejoin="round", class_=css)
        )  # fmt: skip
        y = HEIGHT - 12
        x = 20 + index * WIDTH / 2
        children.append(
            element("path", d=f"M{number(x)} {number(y - 5)}h26", stroke=stroke, stroke_width=3, stroke_dasharray=dash,
                    fill="none", class_=css)
        )  # fmt: skip
        children.append(text(shape.label, x + 34, y))
    return drawing(WIDTH, HEIGHT, title, description, *children)
