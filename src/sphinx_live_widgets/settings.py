"""The configuration values of the extension, read once per build into one frozen object."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config

#: name, default, types; each is declared with rebuild "env" so that a change reads the pages again.
CONFIG_VALUES: tuple[tuple[str, Any, tuple[type, ...]], ...] = (
    ("live_widgets_factory", "", (str, dict)),
    ("live_widgets_packages", [], (list, tuple)),
    ("live_widgets_leave_out", [], (list, tuple)),
    ("live_widgets_wheels", [], (list, tuple)),
    ("live_widgets_cache", "", (str,)),
    ("live_widgets_reset", True, (bool,)),
    ("live_widgets_offline", True, (bool,)),
    ("live_widgets_make_limit", 60.0, (int, float)),
    ("live_widgets_wake_limit", 30.0, (int, float)),
    ("live_widgets_answer_limit", 20.0, (int, float)),
)


@dataclass(frozen=True)
class Settings:
    """What the author of a book may choose.

    Attributes
    ----------
    factory
        One ``module:function`` called with the id, or a mapping from id to ``module:function`` called without.
    packages
        Importable pure-Python packages copied into the page.
    leave_out
        Folders of these packages that no page needs, such as ``my_exercises/tools``.
    wheels
        Extra pure wheels, as paths relative to the configuration folder.
    cache
        Where packages, bundles and snapshots are kept between builds.
    reset
        Whether a "start over" button is offered.
    offline
        Whether a service worker keeps the book for use without a network.
    make_limit, wake_limit, answer_limit
        Seconds for making one widget, for waking without a sign of life, for one answer.
    """

    factory: str | dict[str, str]
    packages: tuple[str, ...]
    leave_out: tuple[str, ...]
    wheels: tuple[Path, ...]
    cache: Path
    reset: bool
    offline: bool
    make_limit: float
    wake_limit: float
    answer_limit: float

    def factories(self, ids: set[str]) -> list[dict[str, Any]]:
        """Return the factory of each id, in a fixed order.

        Raises
        ------
        ConfigError
            If an id has no factory, or a factory is not written as ``module:function``.
        """
        found = []
        for widget_id in sorted(ids):
            target = self.factory if isinstance(self.factory, str) else self.factory.get(widget_id, "")
            if not target:
                raise ConfigError(f"live widget {widget_id!r}: live_widgets_factory has no factory for it")
            module, _, function = target.partition(":")
            if not module or not function:
                raise ConfigError(f"live widget {widget_id!r}: {target!r} is not written as 'module:function'")
            found.append({"id": widget_id, "target": target, "takes_id": isinstance(self.factory, str)})
        return found


def _cache_folder(config: Config, confdir: Path, outdir: Path) -> Path:
    chosen = os.environ.get("LIVE_WIDGETS_CACHE") or config.live_widgets_cache
    return (confdir / chosen).resolve() if chosen else outdir.parent / ".live-widgets-cache"


def read_settings(app: Sphinx) -> Settings:
    """Read the configuration of a build.

    Raises
    ------
    ConfigError
        If a mapping of factories holds something else than text.
    """
    config = app.config
    factory: str | Mapping[str, str] = config.live_widgets_factory
    if not isinstance(factory, str):
        wrong = [key for key, value in factory.items() if not isinstance(value, str)]
        if wrong:
            raise ConfigError(f"live_widgets_factory: {wrong} must map to 'module:function'")
        factory = dict(factory)
    confdir = Path(app.confdir)
    return Settings(
        factory=factory,
        packages=tuple(config.live_widgets_packages),
        leave_out=tuple(config.live_widgets_leave_out),
        wheels=tuple((confdir / wheel).resolve() for wheel in config.live_widgets_wheels),
        cache=_cache_folder(config, confdir, Path(app.outdir)),
        reset=bool(config.live_widgets_reset),
        offline=bool(config.live_widgets_offline),
        make_limit=float(config.live_widgets_make_limit),
        wake_limit=float(config.live_widgets_wake_limit),
        answer_limit=float(config.live_widgets_answer_limit),
    )
