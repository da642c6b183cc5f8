"""`{vlog}`: a film of this book in the browser's own player, or a film elsewhere that is fetched when the reader asks.

A vlog that is known to exist and has no address becomes one line. Without script, on paper and in other builders there
are title, speaker, links and transcript.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from reiswijzer.book.directive import BookDirective
from reiswijzer.book.folds import fold, fold_summary, group
from reiswijzer.book.players import film, film_elsewhere, film_link
from reiswijzer.content import vlogs
from reiswijzer.content.clips import MANIFEST, clip
from reiswijzer.content.files import ContentError
from reiswijzer.content.vlogs import words

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from reiswijzer.content.clips import Clip
    from reiswijzer.content.vlogs import Vlog

FOLDER = "book/vlogs"
KEY = "reiswijzer/1/vlog/"
"""What the key begins with under which a reader's choice for one website is kept."""


def length(seconds: float | None) -> str:
    """Return a length in half minutes, in words."""
    if seconds is None:
        return words("unknown_length")
    halves = max(round(seconds / 30), 1)
    if halves == 1:
        return words("half")
    shown = f"{halves // 2}{'½' if halves % 2 else ''}"
    return words("minute" if halves < 4 else "minutes", minutes=shown)  # noqa: PLR2004 - four halves are two


def _moment(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def _megabytes(file: Path) -> str:
    return f"{max(file.stat().st_size / 1e6, 0.1):.1f}".replace(".", ",")


class VlogDirective(BookDirective):
    """Place the vlog with the id given as argument."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the vlog with what to watch for, its words and where it comes from."""
        self.depends_on(vlogs.FILE)
        item = self.load(lambda: vlogs.vlog(self.arguments[0]))
        if not item.source:
            return [self._known(item)]
        if item.source == "local":
            return [self._here(item, self.load(lambda: clip(item.id, self._folder)))]
        return [self._elsewhere(item)]

    @property
    def _folder(self) -> Path:
        return Path(self.env.srcdir) / FOLDER

    def _held(self, name: str) -> str:
        """Put a file of the films among the files of this page, and return its path inside the book's source."""
        file = f"{FOLDER}/{name}"
        self.env.note_dependency(str(self._folder / name))
        self.env.dlfiles.add_file(self.env.docname, file)
        return file

    def _known(self, item: Vlog) -> nodes.Node:
        kind = "known_frame" if item.insight is None else "known_speaker" if item.speaker else "known"
        text = words(kind, speaker=item.speaker, page=item.provenance.page)
        line = nodes.paragraph("", "", *self.line(text), classes=["rw-vlog-bekend"])
        line["ids"].append(f"vlog-{item.id}")
        return line

    def _opening(self, item: Vlog, title: str, seconds: float | None, *, silent: bool) -> group:
        block = group(classes=["rw-vlog"], role="group", label=words("label", title=title))
        block["ids"].append(f"vlog-{item.id}")
        block += nodes.paragraph("", title, classes=["rw-vlog-titel"])
        facts = f"{length(seconds)}{words('silent') if silent else ''}."
        speaker = words("speaker", speaker=item.speaker) if item.speaker else ""
        text = " ".join(part for part in (speaker, facts, item.kijkwijzer) if part)
        block += nodes.paragraph("", "", *self.line(text), classes=["rw-vlog-kijkwijzer"])
        return block

    def _here(self, item: Vlog, made: Clip) -> nodes.Node:
        self.env.note_dependency(str(self._folder / MANIFEST))
        block = self._opening(item, made.title, made.seconds, silent=not made.voice)
        held, poster, captions = (self._held(file.name) for file in (made.film, made.poster, made.captions))
        block += film(film=held, poster=poster, captions=captions, label=made.title, language=words("captions"))
        line = nodes.paragraph("", f"{item.provenance.label}. ", classes=["rw-vlog-herkomst"])
        line += film_link("", words("download", size=_megabytes(made.film)), file=held)
        block += line
        block += nodes.paragraph("", words("paper"), classes=["rw-vlog-papier"])
        block += _transcript(_parts(made))
        return block

    def _elsewhere(self, item: Vlog) -> nodes.Node:
        if item.poster and not (self._folder / item.poster).is_file():
            problem = f"poster '{item.poster}' does not stand in {FOLDER}"
            raise self.error(str(ContentError(vlogs.FILE, item.id, problem)))
        where = self.load(lambda: vlogs.host(item))
        block = self._opening(item, item.title, item.seconds, silent=item.silent)
        block += nodes.paragraph("", "", *self.line(where.receives), classes=["rw-vlog-wie"])
        data = {"key": KEY + where.name, "embed": item.embed, "title": item.title} if item.embed else {}
        for name in ("show", "hide", "remember", "remembered", "forgotten", "refused") if data else ():
            data[name] = words(name, host=where.name)
        watch = words("watch", host=where.name)
        poster = self._held(item.poster) if item.poster else ""
        block += film_elsewhere(poster=poster, watch=item.watch, label=watch, data=data)
        line = f"{item.provenance.label}. [{watch}]({item.watch})"
        if item.provenance.page:
            line += f" · [{words('page')}]({item.provenance.page})"
        block += nodes.paragraph("", "", *self.line(line), classes=["rw-vlog-herkomst"])
        if item.transcript:
            parts = re.split(r"\n\s*\n", item.transcript)
            block += _transcript([nodes.paragraph("", " ".join(part.split())) for part in parts])
        return block


def _transcript(parts: list[nodes.Node]) -> nodes.Node:
    made = fold(classes=["rw-vouw", "rw-vlog-woorden"])
    made += fold_summary("", words("transcript"))
    made += parts
    return made


def _parts(made: Clip) -> list[nodes.Node]:
    """Return the words of a film in their order, each with its moment, and then what stands only in the picture.

    A chapter stands before what begins in it.
    """
    timed = [(start, 0, text) for start, text in made.chapters] + [(start, 1, text) for start, text in made.transcript]
    found: list[nodes.Node] = []
    for start, kind, text in sorted(timed):
        line = nodes.paragraph("", classes=["rw-vlog-regel"])
        line += nodes.inline("", _moment(start), classes=["rw-vlog-moment"])
        line += nodes.Text(" ")
        line += nodes.inline("", text) if kind else nodes.strong("", text)
        found.append(line)
    if made.shown:
        texts = " · ".join(text.rstrip(".") for text in made.shown)
        found.append(nodes.paragraph("", words("shown", texts=texts)))
    return found


def register(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("vlog", VlogDirective)
