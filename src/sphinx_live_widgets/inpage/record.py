"""What the page needs to paint a widget before Python runs: the state of every model it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipywidgets.embed import dependency_state

from . import fronts

if TYPE_CHECKING:
    from ipywidgets import Widget

_ONLY_NULLS_BY_DEFAULT = ("LayoutModel",)


def _slim(entry: dict[str, Any]) -> dict[str, Any]:
    # A Layout is forty nulls that are null in the front end as well; elsewhere a null may be a choice of the author.
    if entry["model_name"] in _ONLY_NULLS_BY_DEFAULT:
        return {**entry, "state": {key: value for key, value in entry["state"].items() if value is not None}}
    return entry


def state_of(root: Widget) -> dict[str, Any]:
    """Return the state of ``root`` and of all it leads to, links between them included.

    Returns
    -------
    dict
        Model id to model name, module, version, state and base64 buffers: the ``state`` part of the
        ``application/vnd.jupyter.widget-state+json`` format, version 2.

    Raises
    ------
    TypeError, ValueError
        If the page cannot show one of them (see `fronts.learn`).
    """
    models = dependency_state([root], drop_defaults=False)
    fronts.learn(models)
    return {model_id: _slim({**entry, "state": fronts.refer(entry["state"])}) for model_id, entry in models.items()}
