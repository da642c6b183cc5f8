"""Clean the HTML that a widget shows before it becomes part of the static page: it may look, not act."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

_DROPPED_WHOLE = frozenset({"script", "style", "iframe", "object", "embed", "template", "foreignobject", "noscript"})
_DROPPED_TAGS = frozenset(
    {"form", "base", "meta", "link", "use", "animate", "set", "audio", "video", "source", "frame"}
)
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "wbr"})
_ADDRESSES = frozenset({"href", "src", "xlink:href", "poster", "data", "action", "formaction"})
_SAFE_STARTS = ("http://", "https://", "mailto:", "tel:", "#", "/", ".")
_CASED = {name.lower(): name for name in ("viewBox", "preserveAspectRatio", "gradientUnits", "gradientTransform")}


def _is_safe(name: str, value: str) -> bool:
    if name.startswith("on") or name in {"style", "srcset", "srcdoc", "autofocus", "ping"}:
        return False
    if name not in _ADDRESSES:
        return True
    plain = "".join(value.split()).lower()
    if name != "href" and plain.startswith(("http:", "https:", "//")):
        return False  # what the browser would fetch by itself stays within the book
    return plain.startswith((*_SAFE_STARTS, "data:image/")) or ":" not in plain.split("/")[0]


class _Cleaner(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED_WHOLE:
            self._depth += 1
        if self._depth or tag in _DROPPED_TAGS:
            return
        kept = [(_CASED.get(name, name), value or "") for name, value in attrs if _is_safe(name, value or "")]
        written = "".join(f' {name}="{escape(value)}"' for name, value in kept)
        self.parts.append(f"<{tag}{written}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _DROPPED_WHOLE:
            self._depth = max(0, self._depth - 1)
        elif not self._depth and tag not in _DROPPED_TAGS and tag not in _VOID:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._depth:
            self.parts.append(escape(data, quote=False))


def clean(html: str) -> str:
    """Return ``html`` without scripts, styles, event handlers, script addresses and content from elsewhere."""
    cleaner = _Cleaner()
    cleaner.feed(html)
    cleaner.close()
    return "".join(cleaner.parts)
