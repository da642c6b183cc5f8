"""Write SVG elements, escaped, with numbers rounded so that the same drawing is always the same text."""

from __future__ import annotations

import hashlib
from html import escape

INK = "#1e2a32"
SOFT = "#4d5a63"
LINE = "#b9b3a6"
FAINT = "#757f87"
"""The palest that a reader still has to see: three times as light or as dark as what lies below it."""
PAPER = "#ffffff"
STOPS = ("#1f4e79", "#1b7058", "#a84a24", "#6a3d8f", "#7d5f00")


def number(value: float) -> str:
    """Return a coordinate with at most one decimal, and never a minus before zero."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def thousands(value: float) -> str:
    """Return a whole number the Dutch way: 1.128."""
    return f"{round(value):,}".replace(",", ".")


def element(name: str, *children: str, **attributes: float | str | None) -> str:
    """Return one element; `class_` and `stroke_width` become `class` and `stroke-width`; None is left out."""
    parts = []
    for key, value in attributes.items():
        if value is None:
            continue
        shown = number(value) if isinstance(value, (int, float)) else escape(value)
        parts.append(f' {key.rstrip("_").replace("_", "-")}="{shown}"')
    head = f"<{name}{''.join(parts)}"
    return f"{head}>{''.join(children)}</{name}>" if children else f"{head}/>"


def text(content: str, x: float, y: float, *, anchor: str = "start", size: float = 14, css: str = "rw-svg-tekst",
         fill: str = INK, weight: str | None = None) -> str:  # fmt: skip
    """Return a line of text at (x, y) in user units."""
    return element("text", escape(content), x=x, y=y, text_anchor=anchor, font_size=size, class_=css, fill=fill,
                   font_weight=weight)  # fmt: skip


def drawing(width: float, height: float, title: str, description: str, *children: str) -> str:
    """Return a whole drawing of `width` by `height` user units that scales with the page."""
    ident = "s" + hashlib.sha256("".join((title, description, *children)).encode()).hexdigest()[:8]
    return element(
        "svg",
        element("title", escape(title), id=f"{ident}t"),
        element("desc", escape(description), id=f"{ident}d"),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"{ident}t {ident}d",
        class_="rw-svg",
        font_family="inherit",
    )
