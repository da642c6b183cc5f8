"""The HTML that is too much for nodes: templates in `sjablonen`; their texts are escaped, and none may be missing."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("sjablonen")), autoescape=True, undefined=StrictUndefined
)
