"""What the live parts of the journal's pages share: they show what is kept on this device, as it is now."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.content.texts import JOURNAL, texts
from reiswijzer.exercises import markup, ui
from reiswijzer.exercises.base import LIVE_MIME
from reiswijzer.journal.journal import KEY, Journal, from_keys
from reiswijzer.widgets.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence


class JournalView(widgets.VBox):
    """A part of a page that shows the journal of this device; a subclass gives `parts` and `render`.

    `journal` holds what could be read of the keys under `prefix`; `unread` counts what could not.
    """

    def __init__(self, ident: str, content: str, prefix: str = KEY) -> None:
        super().__init__()
        self.ident = ident
        self.texts = texts(content, JOURNAL)
        self.journal = Journal()
        self.unread = 0
        self.store = Store(prefix)
        css = resources.files("reiswijzer.exercises").joinpath("oefening.css").read_text(encoding="utf-8")
        self.children = [ui.style(css), *self.parts(), self.store]
        self.add_class("rw-oefening")
        self.add_class("rw-verslag")
        self.store.observe(self._take, ["kept"])
        self.render()

    def parts(self) -> Sequence[widgets.Widget]:
        """Return what is on screen, from top to bottom."""
        raise NotImplementedError

    def render(self) -> None:
        """Bring the widgets in line with `self.journal`."""
        raise NotImplementedError

    def _take(self, change: dict[str, Any]) -> None:
        self.journal, troubles = from_keys(change["new"])
        self.unread = len(troubles)
        self.render()

    # Without a front end.

    def describe(self) -> str:
        """Return in plain words what stands here."""
        return "\n".join([self.texts.title, markup.plain(self.texts.question), "", markup.plain(self.texts.shows)])

    def static_html(self) -> str:
        """Return what a page shows without Python."""
        return f'<div class="rw-statisch">{markup.html(self.texts.question)}{markup.html(self.texts.shows)}</div>'

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        """Return the widget view, and beside it the id, a text and the static page part."""
        bundle = super()._repr_mimebundle_(**kwargs)
        data: dict[str, Any] = dict(bundle[0] if isinstance(bundle, tuple) else bundle)
        data["text/plain"] = self.describe()
        data["text/html"] = self.static_html()
        data[LIVE_MIME] = {"id": self.ident}
        return data
