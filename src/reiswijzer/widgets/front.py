"""Reads the front end of a view: the module and the style sheet that stand beside its Python class."""

from importlib import resources


def beside(name: str) -> str:
    """Return the text of a file of this package."""
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
