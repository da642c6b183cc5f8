"""What could be lost or overtaken between page and Python: one widget for each way."""

from __future__ import annotations

import asyncio
import itertools
import logging
import sys
import time
import warnings

import ipywidgets as w
from IPython.display import clear_output, display

_made = itertools.count()


def button(name, *acts):
    one = w.Button(description=name)
    for act in acts:
        one.on_click(act)
    return one


def slow():
    """Python takes its time for every value."""
    slider = w.IntSlider(description="Slow", max=50)
    log = w.HTML("log:")

    def moved(change):
        time.sleep(0.15)
        log.value += f" {change.new}"

    def ask(_button):
        log.value += f" asked at {slider.value}"

    def back(_button):
        time.sleep(0.4)
        slider.value = 1
        log.value += " back"

    slider.observe(moved, "value")
    return w.VBox([slider, button("Ask", ask), button("Back", back), log])


def picky():
    """Python has the last word: only even numbers."""
    slider = w.IntSlider(description="Even", max=50)

    def even(change):
        slider.value = change.new // 2 * 2

    slider.observe(even, "value")
    return slider


def fragile():
    """Can be made once."""
    if next(_made):
        raise ValueError("made before")
    count = w.HTML("0")

    def more(_button):
        count.value = f"counted {int(count.value.split()[-1]) + 1}"

    return w.VBox([button("Count", more), count])


def closing():
    answer = w.HTML("open")

    def close(pressed):
        pressed.close()
        answer.value = "closed"

    return w.VBox([button("Close me", close), answer])


class Rich:
    def _repr_html_(self):
        return "<b>rich</b>"


def outputs():
    outer, inner, answer = w.Output(), w.Output(), w.HTML("")
    inner.add_class("inner")
    slider = w.IntSlider(description="Displayed")

    def append(_button):
        outer.append_stdout("appended")
        outer.append_display_data(Rich())

    def replace(_button):
        with outer:
            clear_output(wait=True)
            time.sleep(0.2)
            print("replaced")  # noqa: T201

    def nest(_button):
        with outer:
            print("before")  # noqa: T201
            with inner:
                print("inside")  # noqa: T201
            print("after")  # noqa: T201
            print("aside", file=sys.stderr)  # noqa: T201
            display(slider)

    def breaks(_button):
        with outer:
            raise ValueError("inside an output")

    def speak(_button):
        logging.getLogger("exercise").warning("logged")
        warnings.warn("warned", stacklevel=1)
        print("said")  # noqa: T201
        answer.value = "spoken"

    acts = {"Append": append, "Replace": replace, "Nest": nest, "Break": breaks, "Speak": speak}
    return w.VBox([*(button(*one) for one in acts.items()), outer, inner, answer])


def late():
    first, second = w.IntSlider(description="Source", max=9), w.IntSlider(description="Target", max=9)
    answer = w.HTML("nothing")

    def link(_button):
        w.jsdlink((first, "value"), (second, "value"))
        answer.value = "linked"

    async def wait():
        await asyncio.sleep(0.05)
        answer.value = "waited"

    tasks = set()

    def later(_button):
        tasks.add(asyncio.ensure_future(wait()))

    return w.VBox([first, second, button("Link", link), button("Later", later), answer])


def large():
    text, answer = w.Textarea(description="Large"), w.HTML("")
    panel = w.HTML("")
    panel.add_class("large-panel")

    def measure(change):
        answer.value = f"{len(change.new)} characters"
        panel.value = f"<p>{change.new.upper()}</p>"

    text.observe(measure, "value")
    return w.VBox([text, answer, panel])


def trouble():
    answer, room = w.HTML("calm"), w.VBox([])
    field = w.Text(description="Hidden until now")
    dialog = w.HBox([field, w.Label("!")])

    def hear(change):
        answer.value = f"heard {change.new}"

    field.observe(hear, "value")

    def show(_button):
        room.children = [dialog]

    def fail(_button):
        raise ValueError("on purpose")

    def slowly(_button):
        time.sleep(0.3)
        answer.value = "went on"

    def leave(_button):
        sys.exit("leaving")

    def fine(_button):
        answer.value = "fine"

    return w.VBox(
        [
            button("Fail twice", fail, slowly),
            button("Leave", leave),
            button("Well", fine),
            button("Open", show),
            answer,
            room,
        ]
    )
