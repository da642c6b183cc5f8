"""Print the strictest Content-Security-Policy under which a built book works: ``python -m sphinx_live_widgets.policy``.

The live widgets themselves need no exception (see ``BASE``). What is added to it are hashes of the inline scripts and
styles that the theme puts into pages. What no strict policy can allow is told on the error output.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

#: What pages with live widgets need: WebAssembly, images as data (Output, icons) and as blobs (Image).
BASE = {
    "default-src": ["'self'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "img-src": ["'self'", "data:", "blob:"],
}
#: Values of ``type`` with which the content of a script element is run; any other content is data.
_RUN = re.compile(r"|module|importmap|speculationrules|(text|application)/(x-)?(java|ecma)script", re.IGNORECASE)
#: Scripts that make styles while the page is open; no hash can be known beforehand.
_MAKES_STYLE = re.compile(r"""createElement\(\s*['"]style['"]|setAttribute\(\s*['"]style['"]""")
_MAKES_CODE = re.compile(r"\bnew Function\(|\beval\(")
_MEDIA_WIDGET = re.compile(r'"(Audio|Video)Model"')
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "xlink:href", "data"})
_LONG = 8000
#: Elements whose address the browser fetches by itself.
_FETCHED = frozenset({"script", "img", "iframe", "audio", "video", "source", "embed", "object", "input"})


@dataclass
class Found:
    """What the pages of a book hold; each with the page where it was first met."""

    scripts: dict[str, str] = field(default_factory=dict)
    styles: dict[str, str] = field(default_factory=dict)
    made_styles: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    media: bool = False


class _Reader(HTMLParser):
    def __init__(self, found: Found, page: str) -> None:
        super().__init__()
        self.found = found
        self.page = page
        self.loaded: list[str] = []
        self._inside = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            self._look_at(name, value)
        is_stylesheet = tag == "link" and "stylesheet" in given.get("rel", "").lower()
        address = given.get("href" if tag == "link" else "data" if tag == "object" else "src", "")
        if (tag in _FETCHED or is_stylesheet) and urlsplit(address).netloc:
            self.found.refused.setdefault(f"{tag} from another host: {address}", self.page)
        if tag == "script" and given.get("src"):
            self.loaded.append(given["src"])
        elif tag == "script":
            self._inside = "run" if _RUN.fullmatch(given.get("type", "").strip()) else "data"
        elif tag == "style":
            self._inside = "style"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def _look_at(self, name: str, value: str) -> None:
        if name.startswith("on"):
            self.found.refused.setdefault(f"inline event handler: {name}={value!r}", self.page)
        elif name == "style":
            self.found.made_styles.setdefault("style attributes", self.page)
        elif name in _ADDRESSES and re.sub(r"\s", "", value).lower().startswith("javascript:"):
            self.found.refused.setdefault(f"javascript link: {name}={value!r}", self.page)

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag not in {"script", "style"}:
            return
        text, kind = "".join(self._text), self._inside
        self._text, self._inside = [], ""
        if kind == "run" and text:
            self.found.scripts.setdefault(text, self.page)
            if _MAKES_STYLE.search(text):
                self.found.made_styles.setdefault("an inline script makes styles", self.page)
        elif kind == "style":
            self.found.styles.setdefault(text, self.page)
        elif kind == "data" and _MEDIA_WIDGET.search(text):
            self.found.media = True


def read(root: Path) -> Found:
    """Return what all pages below a folder hold.

    Raises
    ------
    FileNotFoundError
        If there is no page.
    """
    found = Found()
    pages = sorted(root.rglob("*.html"))
    if not pages:
        raise FileNotFoundError(f"{root}: no HTML page below this folder")
    loaded: dict[Path, str] = {}
    for path in pages:
        reader = _Reader(found, path.relative_to(root).as_posix())
        reader.feed(path.read_text(encoding="utf-8"))
        reader.close()
        for address in reader.loaded:
            local = path.parent / unquote(urlsplit(urldefrag(address).url).path)
            loaded.setdefault(local.resolve(), reader.page)
    # Ours are tried under the strict policy by our own tests.
    theirs = {script: page for script, page in loaded.items() if script.is_file() and script.parent.name != "_live"}
    catalogues = [script.read_text(encoding="utf-8") for script in theirs if script.name == "translations.js"]
    has_plurals = any("addTranslations(" in text for text in catalogues)
    for script, page in theirs.items():
        text = script.read_text(encoding="utf-8")
        if _MAKES_STYLE.search(text):
            found.made_styles.setdefault(f"{script.name} makes styles", page)
        # Sphinx makes a function from the plural rule of a language, and goes on with the English rule without it.
        if _MAKES_CODE.search(text) and (script.name != "doctools.js" or has_plurals):
            found.refused.setdefault(f"{script.name} makes code from text", page)
    return found


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(found: Found) -> str:
    """Return the value of the header."""
    allowed = defaultdict(list, {name: list(values) for name, values in BASE.items()})
    allowed["script-src"] += sorted(_hash(text) for text in found.scripts)
    if found.made_styles:
        allowed["style-src"] = ["'self'", "'unsafe-inline'"]
    elif found.styles:
        allowed["style-src"] = ["'self'", *sorted(_hash(text) for text in found.styles)]
    if found.media:
        allowed["media-src"] = ["'self'", "blob:"]
    return "; ".join(f"{name} {' '.join(values)}" for name, values in allowed.items())


def main(arguments: list[str] | None = None) -> int:
    """Print policy and remarks; return 1 when something in the pages will be blocked."""
    parser = argparse.ArgumentParser(prog="python -m sphinx_live_widgets.policy", description=__doc__)
    parser.add_argument("folder", type=Path, help="the built book, for example _build/html")
    found = read(parser.parse_args(arguments).folder)
    header = policy(found)
    remarks = [f"style-src needs 'unsafe-inline': {what} (first on {page})" for what, page in found.made_styles.items()]
    remarks += [f"will be blocked: {what} (first on {page})" for what, page in found.refused.items()]
    if len(header) > _LONG:
        remarks.append(f"{len(header)} characters: many servers take no more than {_LONG} for all headers of a page")
    print(header)  # noqa: T201
    print(*remarks, sep="\n", end="\n" * bool(remarks), file=sys.stderr)  # noqa: T201
    return 1 if found.refused else 0


if __name__ == "__main__":
    sys.exit(main())
