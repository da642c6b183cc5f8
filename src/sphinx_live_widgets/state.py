"""What one build knows: which pages hold which widgets (kept in the environment) and what was built for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from .settings import Settings

_LIVE_BUILDERS = frozenset({"html", "dirhtml", "singlehtml"})


@dataclass(frozen=True)
class Built:
    """The outcome of the build step.

    Attributes
    ----------
    settings
        The configuration it was made with.
    files
        Role to file name below ``_live``.
    record
        Widget id to ``root``, ``state``, ``html`` and ``text``.
    factories
        Id, target and calling convention of every widget, in the order in which they were made.
    """

    settings: Settings
    files: dict[str, str]
    record: dict[str, dict[str, Any]]
    factories: list[dict[str, Any]]


_builds: WeakKeyDictionary[Sphinx, Built] = WeakKeyDictionary()


def keep_built(app: Sphinx, built: Built) -> None:
    """Remember the outcome for the pages that are written next."""
    _builds[app] = built


def built_of(app: Sphinx) -> Built:
    """Return the outcome of the build step."""
    return _builds[app]


def has_built(app: Sphinx) -> bool:
    """Return whether this build has live widgets at all."""
    return app in _builds


def is_live(builder: Builder) -> bool:
    """Return whether a builder makes pages in which widgets can live."""
    return builder.name in _LIVE_BUILDERS


def widgets_by_page(env: BuildEnvironment) -> dict[str, list[str]]:
    """Return the ids on each page, as kept in the environment; changing the result changes the environment."""
    if not hasattr(env, "live_widgets"):
        env.live_widgets = {}  # type: ignore[attr-defined]
    return env.live_widgets  # type: ignore[attr-defined,no-any-return]


def purge(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget the widgets of a page that is read again."""
    widgets_by_page(env).pop(docname, None)


def merge(_app: Sphinx, env: BuildEnvironment, docnames: Iterable[str], other: BuildEnvironment) -> None:
    """Take over what a parallel reader found."""
    found = widgets_by_page(other)
    widgets_by_page(env).update({name: found[name] for name in docnames if name in found})
