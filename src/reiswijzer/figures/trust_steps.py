"""Draw a few rounds: trust before each as a bar, and the promise as a line that trust can carry or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.figures.svg import INK, SOFT, STOPS, drawing, element, number, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reiswijzer.models.trust_loop import Play

WIDTH, HEIGHT, TOP, BASE, BAR = 300.0, 156.0, 20.0, 130.0, 32.0


def _y(value: float) -> float:
    return BASE - value * (BASE - TOP)


def _sign(x: float, y: float, *, kept: bool) -> str:
    """Return a tick for a promise that was kept, a cross for one that was not."""
    left, right, up, down = (number(each) for each in (x - 6, x + 6, y - 6, y + 6))
    path = (
        f"M{left} {number(y)}L{number(x - 1)} {down}L{right} {up}"
        if kept
        else f"M{left} {up}L{right} {down}M{left} {down}L{right} {up}"
    )
    return element("path", d=path, fill="none", stroke=INK, stroke_width=3, class_="rw-svg-raster-sterk")


def trust_steps(
    path: Sequence[float], labels: Sequence[str], play: Play | None, *, title: str, description: str,
    colour: str = STOPS[3],
) -> str:  # fmt: skip
    """Draw trust at the start and after each round, with the promise of each round above the step to it.

    Parameters
    ----------
    path
        Trust, 0 to 1, at the start and after each round.
    labels
        One name under each bar.
    play
        The rounds; None while nothing was promised.

    Raises
    ------
    ValueError
        When there are fewer labels than bars.
    """
    if len(path) > len(labels):
        raise ValueError(f"{len(path)} bars, but {len(labels)} labels")
    step = WIDTH / len(labels)
    parts = [element("line", x1=0, y1=BASE, x2=WIDTH, y2=BASE, stroke=SOFT, stroke_width=1, class_="rw-svg-raster")]
    for index, label in enumerate(labels):
        parts.append(text(label, step * (index + 0.5), BASE + 18, anchor="middle", size=14, fill=SOFT,
                          css="rw-svg-zacht"))  # fmt: skip
    for index, trust in enumerate(path):
        x = step * (index + 0.5)
        parts.append(element("rect", x=x - BAR / 2, y=_y(trust), width=BAR, height=BASE - _y(trust), fill=colour,
                             rx=2, class_="rw-svg-staaf"))  # fmt: skip
        if index == 0 or play is None:
            parts.append(text(str(round(100 * trust)), x, _y(trust) - 6, anchor="middle", size=14, weight="600"))
            continue
        turn = play.rounds[index - 1]
        promise = _y(turn.ambition)
        parts.append(element("line", x1=x - BAR / 2 - 7, y1=promise, x2=x + BAR / 2 + 7, y2=promise, stroke=INK,
                             stroke_width=3, class_="rw-svg-raster-sterk"))  # fmt: skip
        parts.append(_sign(x, min(promise, _y(trust)) - 12, kept=turn.success))
    return drawing(WIDTH, HEIGHT, title, description, *parts)
