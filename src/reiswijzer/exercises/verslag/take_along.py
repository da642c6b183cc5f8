"""`meenemen`: the journal as text or as a Word document, a file brought in with a preview first, and wiping all.

The whole of a chosen file is in the memory of the page before Python hears of it: the upload of ipywidgets can do no
other. So a file of gigabytes ends in a page that has to be reloaded, with nothing lost; of a lesser one the size is
looked at before anything else is done with it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.content import journal as fields_of
from reiswijzer.content.texts import exercise_ids
from reiswijzer.content.texts import texts as exercise_texts
from reiswijzer.exercises import markup, ui
from reiswijzer.exercises.noted import compose
from reiswijzer.exercises.verslag.view import JournalView
from reiswijzer.journal import journal, share
from reiswijzer.journal.codec import Unreadable
from reiswijzer.journal.document import Newer, NoJson, TooLong
from reiswijzer.journal.export import docx, markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reiswijzer.journal.journal import Change, Journal

IDENT = "meenemen"
EXPORTS: dict[str, tuple[str, str, Callable[[Any], bytes]]] = {
    "markdown": ("md", "text/markdown", lambda report: markdown.write(report).encode()),
    "docx": ("docx", docx.MEDIA_TYPE, docx.write),
}


def _is_share(content: bytes) -> bool:
    try:
        share.read(content)
    except Unreadable:
        return False
    return True


class TakeAlong(JournalView):
    """Buttons to save, a field to bring in, and a button to wipe; each says what it did."""

    def __init__(self) -> None:
        self._incoming: Journal | None = None
        self._asked = False
        super().__init__(IDENT, IDENT)

    def parts(self) -> Sequence[widgets.Widget]:
        """Make the three groups and the line that says what happened."""
        texts = self.texts
        self.notice = ui.Prose(texts, "", "rw-antwoord")
        self.exports = {kind: ui.button(texts(kind), partial(self._save, kind)) for kind in EXPORTS}
        self.upload = widgets.FileUpload(description=texts("kies"), accept=".json", multiple=False)
        self.upload.layout = widgets.Layout(width="auto")
        self.upload.add_class("rw-knop")
        self.upload.observe(self._bring_in, "value")
        self.preview = ui.Prose(texts, "", "rw-antwoord")
        self.preview.add_class("live-region")
        self.add = ui.button(texts("toevoegen"), self._merge, "rw-hoofdknop")
        self.leave = ui.button(texts("laat-maar"), self._leave)
        self.wipe = ui.button(texts("wis"), self._ask_to_wipe)
        self.question = ui.Prose(texts, "", "rw-antwoord")
        self.question.add_class("live-region")
        self.yes = ui.button(texts("wis-ja"), self._wipe)
        self.no = ui.button(texts("wis-nee"), self._keep)
        self.status = ui.Status()
        self.exporting = ui.column(ui.row(*self.exports.values()), ui.Prose(texts, texts("uitleg"), "rw-model"))
        return [
            self.notice,
            self.exporting,
            self.upload,
            ui.Prose(texts, texts("kies-uitleg"), "rw-model"),
            self.preview,
            ui.row(self.add, self.leave),
            self.wipe,
            self.question,
            ui.row(self.yes, self.no),
            self.status,
        ]

    @property
    def _merged(self) -> Journal | None:
        """What would stand here with the file that was brought in, None without one."""
        return None if self._incoming is None else journal.merge(self.journal, self._incoming)

    @property
    def empty(self) -> bool:
        """Whether nothing is kept here."""
        return not (self.journal.fields or self.journal.exercises)

    def render(self) -> None:
        """Show the buttons that make sense now."""
        ui.show(self.exporting, on=not self.empty)
        said = [self.texts("onleesbaar", aantal=len(self.troubles))] if self.troubles else []
        if self.store.ready and self.empty:
            said.append(self.texts("leeg"))
        self.notice.say("\n\n".join(said))
        merged = self._merged
        changed = merged is not None and merged != self.journal
        ui.show(self.add, on=changed)
        ui.show(self.leave, on=self._incoming is not None)
        for widget in (self.yes, self.no):
            ui.show(widget, on=self._asked)
        ui.show(self.wipe, on=bool(self.store.kept) and not self._asked)
        self.question.say(self.texts("wis-vraag") if self._asked else "")

    # Saving.

    def _save(self, kind: str) -> None:
        ending, media, make = EXPORTS[kind]
        name = f"{self.texts.data['naam']}.{ending}"
        self.store.save(name, media, make(compose(self.journal)))
        self._say("gemaakt", naam=name)

    # Bringing in.

    def _bring_in(self, change: dict[str, Any]) -> None:
        if not change["new"]:
            return
        (item,) = change["new"]
        self._incoming = None
        self.status.say("")
        self._bring(item)
        self.upload.value = ()
        self.render()

    def _bring(self, item: Mapping[str, Any]) -> None:
        """Read a file and say what it would change, or what is wrong with it."""
        if item["size"] > journal.LARGEST:
            self.preview.say(self.texts("te-groot"))
            return
        content = bytes(item["content"])
        try:
            incoming = journal.read(content)
        except TooLong:
            self.preview.say(self.texts("te-groot"))
        except Newer:
            self.preview.say(self.texts("nieuwer"))
        except NoJson:
            self.preview.say(self.texts("deelbestand" if _is_share(content) else "geen-bestand"))
        except Unreadable as error:
            self.preview.say(self.texts("beschadigd", waar=markup.own(error.path or "/")))
        else:
            self._preview(incoming)

    def _preview(self, incoming: Journal) -> None:
        merged = journal.merge(self.journal, incoming)
        if not journal.keepable(merged):
            self.preview.say(self.texts("te-veel"))
            return
        self._incoming = incoming
        found = [
            each
            for each in journal.changes(self.journal, merged)
            if each.id in (incoming.fields if each.kind == "field" else incoming.exercises)
        ]
        count = {what: sum(each.what == what for each in found) for what in ("new", "present", "added", "same")}
        if count["same"] == len(found):
            self.preview.say(self.texts("niets-nieuws"))
            return
        summary = self.texts(
            "voorstel", nieuw=count["new"], anders=count["present"], erbij=count["added"], gelijk=count["same"]
        )
        lines = [f"- {self._name(each)}: {self.texts(f'soort-{each.what}')}" for each in found if each.what != "same"]
        self.preview.say("\n\n".join([summary, "\n".join(lines)]))

    def _name(self, change: Change) -> str:
        """Return what a change is about, in the words of the book."""
        if change.kind == "field" and change.id in fields_of.fields():
            return fields_of.fields()[change.id].question
        if change.kind == "exercise" and change.id in exercise_ids():
            return exercise_texts(change.id).title
        return self.texts("onbekend")

    def _merge(self) -> None:
        """Have both kept; another tab may have written since the preview, so what is too much is said here too."""
        merged = self._merged
        self._leave()
        if merged is None:
            return
        if not journal.keepable(merged):
            self._say("te-veel")
            return
        keys, here = journal.to_keys(merged), self.store.kept
        self.keep({key: text for key, text in keys.items() if here.get(key) != text}, partial(self._done, "toegevoegd"))

    def _leave(self) -> None:
        self._incoming = None
        self.preview.say("")
        self.render()

    # Wiping.

    def _ask_to_wipe(self) -> None:
        self._asked = True
        self.render()

    def _keep(self) -> None:
        self._asked = False
        self.render()

    def _wipe(self) -> None:
        self._asked = False
        self.wipe_all(partial(self._done, "gewist"))
        self.render()

    # What happened.

    def _done(self, ident: str) -> None:
        """Say how writing or wiping ended."""
        self._say(self.store.trouble or ident)

    def _say(self, ident: str, **values: Any) -> None:
        self.status.say(self.texts(ident, **values))


def view() -> TakeAlong:
    """Make the part."""
    return TakeAlong()
