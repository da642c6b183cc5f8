"""A native fold (`details` and `summary`) as document nodes, so that its content is parsed like any other text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class fold(nodes.General, nodes.Element):  # noqa: N801 - docutils finds the visitor by this name
    """A fold; its first child is a `fold_summary`. Of those with the same `one_of` the browser keeps one open."""


class fold_summary(nodes.General, nodes.TextElement):  # noqa: N801
    """The line that opens a fold."""


class group(nodes.General, nodes.Element):  # noqa: N801
    """A region of the page with a role and a name: `role`, `label` or `labelled_by`, and `attributes` for a script."""


def _visit_fold(self: Any, node: nodes.Element) -> None:
    name = f' name="{escape(node["one_of"])}"' if node.get("one_of") else ""
    self.body.append(f'<details class="{escape(" ".join(node["classes"]))}"{name}>')


def _depart_fold(self: Any, node: nodes.Element) -> None:
    del node
    self.body.append("</div></details>")


def _visit_summary(self: Any, node: nodes.Element) -> None:
    del node
    self.body.append("<summary>")


def _depart_summary(self: Any, node: nodes.Element) -> None:
    del node
    self.body.append('</summary><div class="rw-vouw-inhoud">')


def _visit_group(self: Any, node: nodes.Element) -> None:
    name = {"aria-labelledby": node["labelled_by"]} if "labelled_by" in node else {"aria-label": node["label"]}
    more = {**name, **node.get("attributes", {})}
    self.body.append(self.starttag(node, "div", "", role=node["role"], **more))


def _depart_group(self: Any, node: nodes.Element) -> None:
    del node
    self.body.append("</div>")


def _pass(self: Any, node: nodes.Element) -> None:
    """Other builders show the content without a fold."""


def register(app: Sphinx) -> None:
    """Make the nodes known to the builders."""
    others: dict[str, Any] = dict.fromkeys(("latex", "text", "man", "texinfo"), (_pass, _pass))
    app.add_node(fold, html=(_visit_fold, _depart_fold), **others)
    app.add_node(fold_summary, html=(_visit_summary, _depart_summary), **others)
    app.add_node(group, html=(_visit_group, _depart_group), **others)
