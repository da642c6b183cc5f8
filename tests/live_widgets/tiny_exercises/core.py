"""Every core widget, each with a description, as a reader may meet them."""

from __future__ import annotations

import datetime as dt

import ipywidgets as w

from .exchange import PIXEL


def numbers():
    return [
        w.IntSlider(description="Whole"),
        w.FloatSlider(description="Real"),
        w.FloatLogSlider(description="Log"),
        w.IntRangeSlider(description="Range", value=(20, 80)),
        w.FloatRangeSlider(description="Real range", value=(20, 80)),
        w.IntText(description="Number"),
        w.BoundedIntText(description="Bounded number"),
        w.FloatText(description="Real number"),
        w.BoundedFloatText(description="Bounded"),
        w.IntProgress(description="Progress", value=40),
        w.FloatProgress(description="Real progress", value=40),
        w.HBox(
            [
                w.IntSlider(description="Upright", orientation="vertical"),
                w.FloatRangeSlider(description="Upright range", value=(20, 80), orientation="vertical"),
                w.IntProgress(description="Upright progress", value=40, orientation="vertical"),
            ]
        ),
        w.Play(),
    ]


def choices():
    return [
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
        w.Valid(description="Not valid", value=False),
        w.TagsInput(value=["one", "two"], allowed_tags=["one", "two", "three"], tooltip="Words"),
        w.IntsInput(value=[1, 2], tooltip="Whole numbers"),
        w.FloatsInput(value=[1.5], tooltip="Real numbers"),
        w.ColorsInput(value=["red", "#00aa00"], tooltip="Colours"),
    ]


def texts():
    noon = dt.datetime(2026, 1, 2, 12, tzinfo=dt.UTC)
    return [
        w.Text(description="Line"),
        w.Textarea(description="Lines"),
        w.Password(description="Secret"),
        w.Combobox(description="Suggest", options=["a", "b"]),
        w.Label("A label"),
        w.HTML("<p>Some <b>HTML</b></p>"),
        w.HTMLMath("<p>Some text</p>"),
        w.ColorPicker(description="Colour", value="#112233"),
        w.ColorPicker(description="Small colour", value="#112233", concise=True),
        w.DatePicker(description="Day", value=dt.date(2026, 1, 2)),
        w.TimePicker(description="Time", value=dt.time(12, 30)),
        w.NaiveDatetimePicker(description="Moment"),
        w.DatetimePicker(description="Moment in the world", value=noon),
    ]


def media():
    output = w.Output()
    output.append_stdout("printed")
    return [
        w.Image(value=PIXEL, format="png", width=40, height=40, tooltip="One pixel"),
        w.Audio(value=b"", autoplay=False, tooltip="A sound"),
        w.Video(value=b"", autoplay=False, width=200, tooltip="A film"),
        w.FileUpload(description="File"),
        w.Controller(),
        output,
    ]


def boxes():
    buttons = [
        w.Button(description=style or "plain", button_style=style)
        for style in ("", "primary", "success", "info", "warning", "danger")
    ]
    labels = iter(range(100))

    def label():
        return w.Label(f"Cell {next(labels)}")

    grid = w.GridspecLayout(1, 2)
    grid[0, 0], grid[0, 1] = label(), label()
    return [
        w.HBox(buttons[:3]),
        w.GridBox(buttons[3:]),
        w.Box([label()]),
        w.Accordion([w.Label("Inside"), w.Text(description="Within")], titles=("Fold", "Crease")),
        w.Tab([w.Label("First leaf"), w.Text(description="Second leaf")], titles=("One", "Two")),
        w.Stack([w.Label("Shown"), w.Label("Hidden")], selected_index=0),
        w.TwoByTwoLayout(top_left=label(), top_right=label(), bottom_left=label(), bottom_right=label()),
        w.AppLayout(header=label(), left_sidebar=label(), center=label(), right_sidebar=label(), footer=label()),
        grid,
    ]


def everything():
    first, second = w.IntSlider(description="Leader"), w.IntText(description="Follower")
    w.jslink((first, "value"), (second, "value"))
    w.jsdlink((second, "value"), (first, "min"))
    return w.VBox([*numbers(), *choices(), *texts(), *media(), *boxes(), first, second])


LONG = "A description that is a good deal longer than the room that a label of a widget usually gets"


def unusual():
    """What authors also do: no description, a long one, a tooltip, a control that is off."""
    off = {"disabled": True}
    named = w.Text(description="With hint", tooltip="What to write here")
    region = w.HTML("nothing said")
    region.add_class("live-region")
    asked, answers = w.HTML("Which of these?"), w.RadioButtons(options=["p", "q"])
    asked.add_class("live-label")
    steps = [w.Button(description=name) for name in ("One", "Two")]
    steps[1].add_class("live-current")
    tell = w.Button(description="Tell")

    def told(_button):
        region.value = "something said"

    tell.on_click(told)
    without = [
        w.IntSlider(),
        w.Text(),
        w.Textarea(placeholder="Write here"),
        w.Dropdown(options=["x", "y"]),
        w.IntProgress(value=3),
        w.RadioButtons(options=["r", "s"]),
        w.ColorPicker(),
        w.DatePicker(),
        w.TagsInput(value=["loose"]),
        w.Button(icon="check", tooltip="Only an icon"),
    ]
    long = [
        w.IntSlider(description=LONG),
        w.Text(description=LONG),
        w.Checkbox(description=LONG),
        w.Button(description=LONG),
        w.RadioButtons(description=LONG, options=[LONG, "short"]),
        w.ToggleButtons(description="Which", options=[LONG, "short"]),
        w.Dropdown(description="Long", options=[LONG, "short"]),
        w.Label(LONG),
    ]
    disabled = [
        w.IntSlider(description="Still slider", **off),
        w.IntRangeSlider(description="Still range", **off),
        w.Text(description="Still text", **off),
        w.Dropdown(description="Still menu", options=["a"], **off),
        w.RadioButtons(description="Still radio", options=["c", "d"], **off),
        w.Checkbox(description="Still box", **off),
        w.Button(description="Still button", **off),
        w.ToggleButtons(description="Still toggles", options=["e", "f"], **off),
    ]
    return w.VBox([named, tell, region, asked, answers, *steps, *without, *long, *disabled])
