"""What the live parts of the journal's pages share: they show what is kept on this device, as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reiswijzer.content.texts import JOURNAL, texts
from reiswijzer.exercises import markup, ui
from reiswijzer.exercises.shown import Shown
from reiswijzer.journal import times
from reiswijzer.journal.journal import KEY, Journal, Trouble, from_keys
from reiswijzer.widgets.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import ipywidgets as widgets


class JournalView(Shown):
    """A part of a page that shows the journal of this device; a subclass gives `parts` and `render`.

    `journal` holds what could be read of the keys under `prefix`; `troubles` names what could not.
    """

    def __init__(self, ident: str, content: str, prefix: str = KEY) -> None:
        super().__init__()
        self.ident = ident
        self.texts = texts(content, JOURNAL)
        self.journal = Journal()
        self.troubles: tuple[Trouble, ...] = ()
        self.store = Store(prefix)
        self._waiting: list[tuple[int, Callable[[], None]]] = []
        self.children = [ui.style("oefening.css"), *self.parts(), self.store]
        self.add_class("rw-oefening")
        self.add_class("rw-verslag")
        self.store.observe(lambda _: self._take(), ["kept", "ready"])  # with nothing kept, only `ready` changes
        self.store.observe(self._answered, ["answered"])
        self.render()

    def parts(self) -> Sequence[widgets.Widget]:
        """Return what is on screen, from top to bottom."""
        raise NotImplementedError

    def render(self) -> None:
        """Bring the widgets in line with `self.journal`."""
        raise NotImplementedError

    def _take(self) -> None:
        self.journal, self.troubles = from_keys(self.store.kept)
        self.render()

    # What the page is asked to do.

    def keep(self, changes: Mapping[str, str], then: Callable[[], None]) -> None:
        """Have texts kept by key, and `then` called when the page has done so or not (`store.trouble`).

        What could not be read under such a key is put apart, not written over.
        """
        now = int(times.now().timestamp() * 1000)
        lost = [trouble.key for trouble in self.troubles if trouble.key in changes]
        apart = {f"{key}/apart/{now}": self.store.kept[key] for key in lost}
        self._wait(then)
        self.store.write({**apart, **changes})

    def wipe_all(self, then: Callable[[], None]) -> None:
        """Have everything wiped, and `then` called as by `keep`."""
        self._wait(then)
        self.store.wipe()

    def _wait(self, then: Callable[[], None]) -> None:
        self._waiting.append((self.store.wrote + self.store.wiped + 1, then))

    def _answered(self, change: dict[str, Any]) -> None:
        done = [then for number, then in self._waiting if number <= change["new"]]
        self._waiting = [(number, then) for number, then in self._waiting if number > change["new"]]
        for then in done:
            then()

    # Without a front end.

    def describe(self) -> str:
        """Return in plain words what stands here."""
        return "\n".join([self.texts.title, markup.plain(self.texts.question), "", markup.plain(self.texts.shows)])

    def static_html(self) -> str:
        """Return what a page shows without Python."""
        return f'<div class="rw-statisch">{markup.html(self.texts.question)}{markup.html(self.texts.shows)}</div>'
