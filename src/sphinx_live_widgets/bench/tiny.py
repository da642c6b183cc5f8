"""A tiny book of N widgets ``VBox(IntSlider, HTML)``: what is measured when it is not about anybody's book."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from .visit import Reader

if TYPE_CHECKING:
    from pathlib import Path

#: The widget, as the source of a module or of a notebook cell.
WIDGET = """import ipywidgets as widgets


def doubling(_id=""):
    slider = widgets.IntSlider(description="Number", min=0, max=100)
    answer = widgets.HTML("Move the slider.")

    def answer_it(change):
        answer.value = f'<b class="bench-answer">Twice {change.new} is {2 * change.new}.</b>'

    slider.observe(answer_it, "value")
    return widgets.VBox([slider, answer])
"""

#: A reader who sees what Python answers, wherever the widget is: no help of the page is needed.
READER = Reader(control=".noUi-handle", ready="", answer=".bench-answer", again=500)

_CONF = """project = "Tiny"
extensions = ["sphinx_live_widgets"]
html_theme = "basic"
live_widgets_factory = "bench_widgets:doubling"
live_widgets_packages = ["bench_widgets"]
live_widgets_offline = False
"""


def build(folder: Path, count: int, cache: Path) -> Path:
    """Build a book of one page, ``index.html``, with ``count`` widgets; return its folder.

    Raises
    ------
    SystemExit
        If the build fails.
    """
    source, target = folder / "source", folder / "html"
    source.mkdir(parents=True)
    (source / "bench_widgets.py").write_text(WIDGET, encoding="utf-8")
    (source / "conf.py").write_text(_CONF, encoding="utf-8")
    places = "".join(f"\n.. live-widget:: w{number}\n" for number in range(count))
    (source / "index.rst").write_text(f"Tiny\n====\n{places}", encoding="utf-8")
    path = os.pathsep.join([str(source), *filter(None, sys.path)])
    environment = {**os.environ, "PYTHONPATH": path, "LIVE_WIDGETS_CACHE": str(cache)}
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(source), str(target)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"bench: the tiny book of {count} widget(s) could not be built.\n{done.stderr[-2000:]}")
    return target
