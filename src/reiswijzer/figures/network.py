"""Draw a network: nodes with labels, ties, and the state of each node."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.labels import SIZE, label_boxes
from reiswijzer.figures.svg import FAINT, INK, PAPER, SOFT, STOPS, drawing, element, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Point = tuple[float, float]
STATES = ("started", "joined", "not", "gone")
_FILL = {"started": STOPS[2], "joined": STOPS[1], "not": PAPER, "gone": "none"}
_BASELINE = 14.0
"""From the top of the line of a label to the foot of its letters."""
_RIM = "stroke:var(--rw-vlak,#ffffff);stroke-width:4px;stroke-linejoin:round;paint-order:stroke"


@dataclass(frozen=True)
class Node:
    """A node: id, label beside it, place in user units, state (one of `STATES`), radius in user units."""

    id: str
    label: str
    at: Point
    state: str = "not"
    radius: float = 16


def circle(idents: Sequence[str], width: float, height: float, margin: float = 60) -> dict[str, Point]:
    """Place ids evenly on an ellipse inside the drawing, the first at the top, clockwise."""
    cx, cy = width / 2, height / 2
    count = max(len(idents), 1)
    return {
        ident: (
            cx + (cx - margin) * math.sin(2 * math.pi * index / count),
            cy - (cy - margin) * math.cos(2 * math.pi * index / count),
        )
        for index, ident in enumerate(idents)
    }


def network(
    nodes: Iterable[Node],
    ties: Iterable[tuple[str, str]],
    *,
    width: float,
    height: float,
    title: str,
    description: str,
    weights: Mapping[tuple[str, str], float] | None = None,
    highlighted: frozenset[frozenset[str]] = frozenset(),
) -> str:
    """Draw nodes and ties.

    Parameters
    ----------
    ties
        Pairs of node ids.
    weights
        Line width in user units per pair; 2 where nothing is given.
    highlighted
        Ties (as pairs without order) drawn thicker and dashed, for what the reader just added.
    """
    places = {node.id: node for node in nodes}
    ties = tuple(ties)
    weights = weights or {}
    lines = []
    for one, other in ties:
        (x1, y1), (x2, y2) = places[one].at, places[other].at
        special = frozenset((one, other)) in highlighted
        lines.append(
            element(
                "line",
                x1=x1,
                y1=y1,
                x2=x2,
                y2=y2,
                stroke=STOPS[3] if special else FAINT,
                stroke_width=3.0 if special else weights.get((one, other), 2.0),
                stroke_dasharray="7 4" if special else None,
                class_="rw-svg-band-nieuw" if special else "rw-svg-band",
            )
        )
    marks = []
    for node in places.values():
        x, y = node.at
        marks.append(
            element(
                "circle",
                cx=x,
                cy=y,
                r=node.radius,
                fill=_FILL[node.state],
                stroke=FAINT if node.state == "gone" else INK,
                stroke_width=2,
                stroke_dasharray="4 3" if node.state == "gone" else None,
                class_=f"rw-svg-knoop rw-svg-{node.state}",
            )
        )
        if node.state in ("started", "joined"):
            marks.append(
                element("path", d=f"M{x - 6:.1f} {y:.1f}l4 5 8-10", fill="none", stroke=PAPER, stroke_width=2.5,
                        class_="rw-svg-vink")
                if node.state == "joined"
                else element("circle", cx=x, cy=y, r=5, fill=PAPER, class_="rw-svg-stip")
            )  # fmt: skip
    return drawing(width, height, title, description, *lines, *marks, *_names(places, ties, (width, height)))


def _names(places: Mapping[str, Node], ties: Sequence[tuple[str, str]], size: tuple[float, float]) -> list[str]:
    """Write each name where no tie runs through it, with a rim in the colour below it in case one does."""
    boxes = label_boxes(
        {node.id: node.label for node in places.values()},
        {node.id: node.at for node in places.values()},
        {node.id: node.radius for node in places.values()},
        ties,
        size,
    )
    return [
        element("g", text(node.label, box.x + box.width / 2, box.y + _BASELINE, anchor="middle", size=SIZE,
                          fill=SOFT if node.state == "gone" else INK), style=_RIM)
        for node in places.values()
        if (box := boxes.get(node.id))
    ]  # fmt: skip
