"""The frame of a clip: paper, words, and the clock by which a drawing knows how far everything is.

A clip is a module of `reiswijzer.film.scenes` with one function ``draw(now: Now) -> list[str]``. It returns SVG
elements for one moment, back to front; `frame` puts them on paper and sets the words of the script over them. As one
function draws the whole clip, an element can travel through all scenes instead of being cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, STOPS, element, number, text
from reiswijzer.film.ease import fade, move
from reiswijzer.film.measure import wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    from reiswijzer.content.film import Line, Scene, Script

WIDTH, HEIGHT = 1280, 720
RATE = 25
"""Frames a second."""
PAPER = "#fbfaf6"
"""The paper of the book's light theme."""
MARGIN = 80
LOWEST = 610
"""No words of a line below this: there a player lays the captions."""
BESIDE = 225
"""Height around which the words beside a picture stand (left or right); below them there is room for numbers."""
_HALO = 0.28


@dataclass(frozen=True)
class Now:
    """A moment `t` (seconds of the clip) of a script."""

    script: Script
    t: float

    def scene(self, ident: str) -> Scene:
        """Return scene `ident`; raise `KeyError` when the script has none."""
        for scene in self.script.scenes:
            if scene.id == ident:
                return scene
        raise KeyError(f"{self.script.id}: there is no scene {ident!r}")

    def since(self, scene: str) -> float:
        """Return the seconds since `scene` began; negative before that."""
        return self.t - self.scene(scene).begin

    def move(self, scene: str, begin: float, end: float) -> float:
        """Return how far a movement is that runs from `begin` to `end`, seconds in `scene`; 0 before, 1 after."""
        return move(self.since(scene), begin, end)

    def fade(self, scene: str, begin: float, end: float, over: float = 0.6) -> float:
        """Return how visible something is from `begin` to `end`, seconds in `scene` (`end` may lie beyond it)."""
        return fade(self.since(scene), begin, end, over)


def share(value: float) -> str:
    """Return an opacity as text, in steps fine enough for a fade (`figures.svg.number` is meant for places)."""
    return f"{min(1.0, max(0.0, value)):.3f}"


def layer(opacity: float, *children: str, transform: str | None = None) -> str:
    """Return `children` as one layer of this opacity; an empty text when nothing would be seen."""
    if opacity <= 0.001 or not children:
        return ""
    return element("g", *children, opacity=None if opacity >= 1 else share(opacity), transform=transform)


def shifted(x: float, y: float, scale: float = 1) -> str:
    """Return the transform that scales and then moves to (x, y)."""
    return f"translate({number(x)} {number(y)}) scale({scale:.4f})"


def words(
    content: str,
    x: float,
    y: float,
    *,
    size: float = 54,
    weight: int = 600,
    fill: str = INK,
    on: str = PAPER,
    anchor: str = "start",
    halo: bool = True,
) -> str:
    """Return one line of words with its baseline at (x, y).

    Parameters
    ----------
    on
        The colour behind the words. They get a rim of it, so that they stay readable where something passes under.
    halo
        Whether that rim is wide, or a hair (inside a filled shape).
    """
    return element(
        "g",
        text(content, x, y, anchor=anchor, size=size, fill=fill, weight=str(weight)),
        stroke=on,
        stroke_width=size * _HALO if halo else 1.0,
        stroke_linejoin="round",
        paint_order="stroke",
    )


def _block(line: Line) -> list[str]:
    """Set the words of a line: wrapped, and placed in the frame."""
    side = line.place in ("left", "right")
    room = WIDTH / 2 - 1.5 * MARGIN if side else WIDTH - 2 * MARGIN
    lines = wrap(line.text, room, line.size, line.weight)
    step = line.size * 1.24
    tall = step * (len(lines) - 1)
    first = {
        "top": 60 + line.size,
        "middle": (HEIGHT - tall) / 2 + 0.3 * line.size,
        "bottom": LOWEST - 0.3 * line.size - tall,
    }.get(line.place, BESIDE - tall / 2 + 0.3 * line.size)
    x = {"left": MARGIN, "right": WIDTH / 2 + MARGIN / 2}.get(line.place, WIDTH / 2)
    fill = STOPS[line.stop - 1] if line.stop else INK
    return [
        words(part, x, first + step * index, size=line.size, weight=line.weight, fill=fill,
              anchor="start" if side else "middle")
        for index, part in enumerate(lines)
    ]  # fmt: skip


def _gone(script: Script, line: Line) -> float:
    """Return when the words of a line are gone; the last words of a clip stay."""
    return line.end if line.end < script.seconds else line.end + 1


def frame(script: Script, draw: Callable[[Now], list[str]], t: float) -> str:
    """Return the picture of second `t` as SVG text."""
    shown = [
        layer(fade(t, line.begin, _gone(script, line), 0.45), *_block(line))
        for line in script.lines
        if line.text and line.begin <= t <= line.end
    ]
    return element(
        "svg",
        element("rect", width=WIDTH, height=HEIGHT, fill=PAPER),
        *draw(Now(script, t)),
        *shown,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        width=WIDTH,
        height=HEIGHT,
        font_family="Literata",
    )


def moments(script: Script) -> list[float]:
    """Return the second of every frame of the clip."""
    return [index / RATE for index in range(round(script.seconds * RATE))]
