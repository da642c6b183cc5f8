"""Widgets that cannot live in a page, each for its own reason."""

from __future__ import annotations

import ipywidgets as w


def compiled():
    import numpy  # noqa: ICN001, PLC0415

    return w.Label(str(numpy.pi))


def javascript():
    import js  # noqa: PLC0415

    label = w.Label("kept")
    label.kept = js.Object.new()
    return label


def endless():
    while True:
        pass


def no_widget():
    return "text"
