"""The moving part of a vlog as document nodes: they know where the files of a page end up, and only HTML has them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from reiswijzer.book.scripts import page_script

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SCRIPT = "vlog.mjs"
SIZE = {"width": "1280", "height": "720"}


class film(nodes.General, nodes.Element):  # noqa: N801 - docutils finds the visitor by this name
    """A film of this book: attributes `film`, `poster`, `captions` (files), `label`, and `language` of the captions."""


class film_link(nodes.General, nodes.TextElement):  # noqa: N801
    """A link that saves a film: attribute `file`."""


class film_elsewhere(nodes.General, nodes.Element):  # noqa: N801
    """The place of a film of another website: a link to `watch` with `label` and perhaps a `poster` (file).

    `data` is what the script needs to put the player there, empty when the film can only be watched elsewhere.
    """


def _address(self: Any, file: str) -> str:
    """Return the address of a file of this page."""
    return f"{self.builder.dlpath}/{self.builder.env.dlfiles[file][1]}"


def _visit_film(self: Any, node: nodes.Element) -> None:
    # Nothing of a film is fetched before the reader asks for it: minutes and poster are in the page.
    attributes = {"controls": "", "playsinline": "", "preload": "none", "aria-label": node["label"], **SIZE}
    poster, source = _address(self, node["poster"]), _address(self, node["film"])
    captions = {"srclang": "nl", "label": node["language"], "src": _address(self, node["captions"])}
    self.body += [
        self.starttag(node, "video", "", CLASS="rw-vlog-film", poster=poster, src=source, **attributes),
        self.starttag({}, "track", "", kind="captions", default="", **captions),
        "</video>",
    ]


def _visit_link(self: Any, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "a", "", href=_address(self, node["file"]), download=""))


def _depart_link(self: Any, node: nodes.Element) -> None:
    del node
    self.body.append("</a>")


def _visit_elsewhere(self: Any, node: nodes.Element) -> None:
    data = {f"data-{key}": value for key, value in node["data"].items()}
    self.body.append(self.starttag(node, "div", "", CLASS="rw-vlog-elders", **data))
    self.body.append(self.starttag({}, "a", "", CLASS="rw-vlog-scherm", href=node["watch"]))
    if node["poster"]:
        self.body.append(self.emptytag({}, "img", "", src=_address(self, node["poster"]), alt="", **SIZE))
    self.body += [self.starttag({}, "span", "", CLASS="rw-vlog-knop"), self.encode(node["label"]), "</span></a></div>"]


def _nothing(self: Any, node: nodes.Element) -> None:
    """Leave out what only moves."""


def _skip(self: Any, node: nodes.Element) -> None:
    del self, node
    raise nodes.SkipNode


def _has_player(doctree: nodes.document) -> bool:
    return any(place["data"] for place in doctree.findall(film_elsewhere))


def register(app: Sphinx) -> None:
    """Make the nodes known to the builders, and the script to the pages that need it."""
    others: dict[str, Any] = dict.fromkeys(("latex", "text", "man", "texinfo"), (_skip, None))
    app.add_node(film, html=(_visit_film, _nothing), **others)
    app.add_node(film_link, html=(_visit_link, _depart_link), **others)
    app.add_node(film_elsewhere, html=(_visit_elsewhere, _nothing), **others)
    page_script(app, Path(__file__).with_name(SCRIPT), _has_player)
