"""Every core widget, each with a description, as a reader may meet them."""

from __future__ import annotations

import datetime as dt

import ipywidgets as w


def everything():
    numbers = [
        w.IntSlider(description="Whole"),
        w.FloatSlider(description="Real"),
        w.FloatLogSlider(description="Log"),
        w.IntRangeSlider(description="Range", value=(20, 80)),
        w.FloatRangeSlider(description="Real range", value=(20, 80)),
        w.IntText(description="Number"),
        w.BoundedFloatText(description="Bounded"),
        w.IntProgress(description="Progress", value=40),
        w.FloatProgress(description="Real progress", value=40),
        w.Play(),
    ]
    choices = [
        w.Dropdown(description="Menu", options=["a", "b"]),
        w.Select(description="List", options=["a", "b"]),
        w.SelectMultiple(description="Several", options=["a", "b"]),
        w.RadioButtons(description="One of", options=["first", "second", "third"]),
        w.ToggleButtons(description="Toggle", options=["left", "right"]),
        w.SelectionSlider(description="Step", options=["low", "middle", "high"]),
        w.SelectionRangeSlider(description="Steps", options=["low", "middle", "high"], index=(0, 2)),
        w.Checkbox(description="Agreed"),
        w.ToggleButton(description="Switch"),
        w.Valid(description="Valid", value=True),
        w.TagsInput(value=["one"], allowed_tags=["one", "two"]),
    ]
    texts = [
        w.Text(description="Line"),
        w.Textarea(description="Lines"),
        w.Password(description="Secret"),
        w.Combobox(description="Suggest", options=["a", "b"]),
        w.Label("A label"),
        w.HTML("<p>Some <b>HTML</b></p>"),
        w.HTMLMath("<p>Some text</p>"),
        w.ColorPicker(description="Colour", value="#112233"),
        w.DatePicker(description="Day", value=dt.date(2026, 1, 2)),
        w.TimePicker(description="Time"),
        w.NaiveDatetimePicker(description="Moment"),
    ]
    buttons = [
        w.Button(description=style or "plain", button_style=style)
        for style in ("", "primary", "success", "info", "warning", "danger")
    ]
    boxes = [
        w.HBox(buttons[:3]),
        w.GridBox(buttons[3:]),
        w.Accordion([w.Label("Inside")], titles=("Fold",)),
        w.Tab([w.Label("First leaf"), w.Label("Second leaf")], titles=("One", "Two")),
        w.Stack([w.Label("Shown"), w.Label("Hidden")], selected_index=0),
    ]
    return w.VBox([*numbers, *choices, *texts, *boxes])
