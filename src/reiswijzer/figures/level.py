"""Draw one number between 0 and 100 as a bar, and beside it what it was before."""

from __future__ import annotations

from reiswijzer.figures.svg import INK, LINE, SOFT, STOPS, drawing, element, text

WIDTH, HEIGHT = 300.0, 26.0
_BAR, _TEXT, _ROOM = 268.0, 16.0, 85


def level(value: int, before: int, *, title: str, description: str) -> str:
    """Draw the bar.

    Parameters
    ----------
    value, before
        The number now, filled, and what it was, as an outline; 0 to 100.

    Raises
    ------
    ValueError
        When a number lies outside 0 to 100.
    """
    for each in (value, before):
        if not 0 <= each <= 100:  # noqa: PLR2004 - the ends of the scale
            raise ValueError(f"a level lies between 0 and 100, not {each}")
    now, then = _BAR * value / 100, _BAR * before / 100
    children = [
        element("line", x1=0, x2=_BAR, y1=HEIGHT - 2, y2=HEIGHT - 2, stroke=LINE, class_="rw-svg-raster"),
        element("rect", x=0, y=4, width=now, height=HEIGHT - 6, fill=STOPS[2], class_="rw-svg-staaf"),
    ]
    if value != before:
        children.append(
            element("rect", x=0, y=4, width=then, height=HEIGHT - 6, fill="none", stroke=INK, stroke_width=1.5,
                    stroke_dasharray="4 3", class_="rw-svg-raster-sterk")
        )  # fmt: skip
    children.append(text(str(value), max(now, then) + 8, HEIGHT - 6, size=_TEXT, fill=INK, weight="700"))
    if max(value, before) < _ROOM:
        children.append(text("100", WIDTH, HEIGHT - 6, anchor="end", fill=SOFT, css="rw-svg-zacht"))
    return drawing(WIDTH, HEIGHT, title, description, *children)
