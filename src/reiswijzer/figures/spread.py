"""Draw how far several people lie apart on a few questions: one row per question, one mark per person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reiswijzer.figures.svg import INK, LINE, PAPER, SOFT, STOPS, drawing, element, number, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, ROW, TOP, LEFT, RIGHT = 340.0, 58.0, 34.0, 16.0, 16.0
LOWEST, HIGHEST = 1, 5
MARKS = ("circle", "square", "triangle")
_FILL = (STOPS[1], PAPER, STOPS[2])
_STATE = ("joined", "not", "started")
_SIZE, _NUDGE = 7.0, 8.0


def _x(value: float) -> float:
    return LEFT + (value - LOWEST) / (HIGHEST - LOWEST) * (WIDTH - LEFT - RIGHT)


def _mark(kind: int, x: float, y: float) -> str:
    look: dict[str, Any] = {"stroke": INK, "stroke_width": 2.0, "class_": f"rw-svg-knoop rw-svg-{_STATE[kind]}"}
    if MARKS[kind] == "circle":
        return element("circle", cx=x, cy=y, r=_SIZE, fill=_FILL[kind], **look)
    if MARKS[kind] == "square":
        side = 2 * _SIZE - 1
        return element("rect", x=x - side / 2, y=y - side / 2, width=side, height=side, fill=_FILL[kind], **look)
    return element(
        "path", d=f"M{number(x)} {number(y - 8)}L{number(x + 8)} {number(y + 7)}H{number(x - 8)}Z",
        fill=_FILL[kind], **look,
    )  # fmt: skip


def _row(y: float, scores: Sequence[float | None]) -> list[str]:
    known = [score for score in scores if score is not None]
    parts = [element("line", x1=_x(1), y1=y, x2=_x(5), y2=y, stroke=LINE, stroke_width=1.5, class_="rw-svg-raster")]
    if len(known) > 1 and max(known) > min(known):
        parts.append(
            element("line", x1=_x(min(known)), y1=y, x2=_x(max(known)), y2=y, stroke=INK, stroke_width=4,
                    class_="rw-svg-raster-sterk")
        )  # fmt: skip
    for kind, score in enumerate(scores):
        if score is None:
            continue
        # Marks on the same score stand side by side, in the order of the people.
        same = [other for other, value in enumerate(scores) if value == score]
        shift = (same.index(kind) - (len(same) - 1) / 2) * 2 * _NUDGE
        low, high = _x(LOWEST), _x(HIGHEST)
        parts.append(_mark(kind, min(max(_x(score) + shift, low), high), y))
    return parts


def spread(rows: Mapping[str, Sequence[float | None]], people: Sequence[str], ends: tuple[str, str], *, title: str,
           description: str) -> str:  # fmt: skip
    """Draw the rows from top to bottom, with a thick line from the lowest to the highest mark.

    Parameters
    ----------
    rows
        Per label one score of 1 to 5 for each of the people, None for no answer.
    people
        At most three names, for the legend; each has its own shape.
    ends
        What 1 and 5 mean, above the rows.

    Raises
    ------
    ValueError
        When there are too many people, a row has another number of scores, or a score lies outside 1 to 5.
    """
    if len(people) > len(MARKS) or any(len(scores) != len(people) for scores in rows.values()):
        raise ValueError(f"each row needs one score for each of at most {len(MARKS)} people, not {people}")
    if any(score is not None and not LOWEST <= score <= HIGHEST for scores in rows.values() for score in scores):
        raise ValueError(f"scores lie between {LOWEST} and {HIGHEST}")
    parts = [
        text(ends[0], 0, 14, size=13, fill=SOFT, css="rw-svg-zacht"),
        text(ends[1], WIDTH, 14, anchor="end", size=13, fill=SOFT, css="rw-svg-zacht"),
    ]
    for index, (label, scores) in enumerate(rows.items()):
        y = TOP + ROW * index
        parts.append(text(label, 0, y + 14, size=15))
        parts += _row(y + 34, scores)
    legend = TOP + ROW * len(rows) + 18
    step = WIDTH / max(len(people), 1)
    for kind, name in enumerate(people):
        parts.append(_mark(kind, kind * step + 10, legend))
        parts.append(text(name, kind * step + 24, legend + 5, size=14))
    return drawing(WIDTH, legend + 16, title, description, *parts)
