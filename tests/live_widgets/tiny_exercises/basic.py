from __future__ import annotations

import pathlib

import ipywidgets as widgets


def counter():
    """A slider answered by Python."""
    slider = widgets.IntSlider(description="Partners", min=2, max=30, value=5)
    answer = widgets.HTML()

    def update(_change=None):
        pairs = slider.value * (slider.value - 1) // 2
        answer.value = f'<p role="status"><b>{slider.value}</b> partners, {pairs} pairs</p>'

    slider.observe(update, "value")
    update()
    return widgets.VBox([slider, answer])


class Journal(widgets.VBox):
    """A log of clicks that describes itself."""

    def __init__(self):
        self.words = []
        self.button = widgets.Button(description="Add")
        self.field = widgets.Text(description="Word")
        self.answer = widgets.HTML("nothing yet")
        super().__init__([self.field, self.button, self.answer])
        self.button.on_click(self._add)

    def _add(self, _button):
        self.words.append(self.field.value or "-")
        self.answer.value = "log: " + " ".join(self.words)

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs)
        return {**bundle, "text/html": "<p>A journal to keep words in.</p>", "text/plain": "A journal"}


def journal():
    return Journal()


def reader():
    """Reads a data file and a module only when asked."""
    button = widgets.Button(description="Read")
    answer = widgets.HTML("unread")

    def read(_button):
        from tiny_exercises import later  # noqa: PLC0415  # the point of this exercise

        answer.value = later.word() + (pathlib.Path(__file__).parent / "data.toml").read_text()

    button.on_click(read)
    return widgets.VBox([button, answer])
