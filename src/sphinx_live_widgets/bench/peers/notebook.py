"""The widget as a notebook."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sphinx_live_widgets.bench.tiny import WIDGET

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, kernel: str) -> None:
    """Write a notebook that shows the widget of the tiny book, and nothing else."""
    cell: dict[str, Any] = {"cell_type": "code", "id": "widget", "metadata": {}, "execution_count": None, "outputs": []}
    notebook = {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {"kernelspec": {"name": kernel, "display_name": "Python", "language": "python"}},
        "cells": [{**cell, "source": f"{WIDGET}\n\ndoubling()"}],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")
