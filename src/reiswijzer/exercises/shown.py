"""What every live part of the book shows beside its widget: a text, and what a page has without Python."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

LIVE_MIME = "application/vnd.live-widget+json"


class Shown(widgets.VBox):
    """A live part with an `ident`; a subclass gives `describe` and `static_html`."""

    ident: str

    def describe(self) -> str:
        """Return in plain words what stands here."""
        raise NotImplementedError

    def static_html(self) -> str:
        """Return what a page shows without Python."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        """Return the widget view, and beside it the id, a deterministic text and the static page part."""
        bundle = super()._repr_mimebundle_(**kwargs)
        data: dict[str, Any] = dict(bundle[0] if isinstance(bundle, tuple) else bundle)
        data["text/plain"] = self.describe()
        data["text/html"] = self.static_html()
        data[LIVE_MIME] = {"id": self.ident}
        return data
