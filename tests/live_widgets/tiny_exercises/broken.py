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


def other_host():
    import anywidget  # noqa: PLC0415  # in the page only

    class Far(anywidget.AnyWidget):
        _esm = "https://example.org/far.js"

    return Far()


def imports_from_elsewhere():
    import anywidget  # noqa: PLC0415

    class Far(anywidget.AnyWidget):
        _esm = 'import {x} from "https://esm.sh/x";\nexport default { render() { x(); } }'

    return w.VBox([Far()])


def foreign_module():
    import traitlets  # noqa: PLC0415

    class Foreign(w.DOMWidget):
        _model_module = traitlets.Unicode("foreign-module").tag(sync=True)

    return w.VBox([Foreign()])


def protocol_object():
    import dataclasses  # noqa: PLC0415

    import anywidget  # noqa: PLC0415
    import anywidget.experimental  # noqa: PLC0415
    import psygnal  # noqa: PLC0415

    @anywidget.experimental.widget(esm="export default {}")
    @psygnal.evented
    @dataclasses.dataclass
    class Plain:
        value: int = 0

    class Holder(anywidget.AnyWidget):
        held = anywidget.WidgetTrait().tag(sync=True)

    return Holder(held=Plain())
