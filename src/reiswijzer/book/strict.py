"""No script stands inside a page, so that a host can forbid all that do; every page says by itself what it may load.

The theme writes some scripts into pages. After the build they are moved into files of their own, in their place and
order. The policy comes from `hosting/headers.toml`, of which the headers of a server are made too.
"""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sphinx.errors import ExtensionError

from reiswijzer.content.vlogs import vlogs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

FILE = Path("hosting", "headers.toml")
#: What a browser does not take from a page, only from the header.
HEADER_ONLY = ("frame-ancestors",)
_CHARSET = re.compile(r'<meta charset="utf-8"\s*/?>')
_META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
#: Other types than these are data, which no browser runs.
_RUN = re.compile(r"""type\s*=\s*["']?(text/javascript|module)\b""")
_SOURCE = re.compile(r"\bsrc\s*=")
# Sphinx has the rule for plurals as text, and makes code of it in the page: that too is forbidden.
_TRANSLATIONS = re.compile(
    r'Documentation\.addTranslations\((?P<catalogue>.*)"plural_expr": "(?P<rule>[^"]*)"\s*\}\);?\s*', re.DOTALL
)


def policy(directives: Mapping[str, str], leave_out: tuple[str, ...] = ()) -> str:
    """Return the value of a Content-Security-Policy."""
    return "; ".join(f"{name} {value}" for name, value in directives.items() if name not in leave_out)


def _is_run(attributes: str) -> bool:
    return not _SOURCE.search(attributes) and ("type" not in attributes or bool(_RUN.search(attributes)))


def scripts_to_files(page: str, to_static: str) -> tuple[str, dict[str, str]]:
    """Return the page with every script in a file below `to_static`, and the files by name."""
    files: dict[str, str] = {}

    def move(found: re.Match[str]) -> str:
        code = found["code"].strip()
        if not code or not _is_run(found["attributes"]):
            return found[0]
        name = f"inline-{hashlib.sha256(code.encode()).hexdigest()[:16]}.js"
        files[name] = code + "\n"
        return f'<script{found["attributes"]} src="{to_static}{name}"></script>'

    return _INLINE.sub(move, page), files


def with_policy(page: str, value: str) -> str:
    """Return the page with this policy before all that it loads, in the place of an earlier one."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(value, quote=False)}">'
    return _CHARSET.sub(lambda found: f"{found[0]}{meta}", _META.sub("", page), count=1)


def plural_as_code(translations: str) -> str:
    """Return Sphinx's file of translations with the rule for plurals as code instead of as text."""
    return _TRANSLATIONS.sub(
        lambda found: (
            f"((catalogue) => {{\n"
            f"  Object.assign(Documentation.TRANSLATIONS, catalogue.messages);\n"
            f"  Documentation.PLURAL_EXPR = (n) => Number({found['rule']});\n"
            f"  Documentation.LOCALE = catalogue.locale;\n"
            f"}})({found['catalogue'].rstrip().rstrip(',')}\n}});\n"
        ),
        translations,
    )


def _directives(app: Sphinx) -> dict[str, str]:
    """Return the policy of this book; empty for a book without one."""
    file = Path(app.srcdir) / FILE
    if not file.exists():
        return {}
    directives: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))["policy"]
    return directives


def check_players(frames: str, addresses: Mapping[str, str]) -> None:
    """Stop when the player of a vlog (`addresses` by id) is on a host that the policy would refuse."""
    for ident, address in addresses.items():
        host = urlsplit(address).netloc
        if host and f"https://{host}" not in frames.split():
            raise ExtensionError(
                f"{FILE.as_posix()}: frame-src does not allow https://{host}, where vlog {ident} plays: "
                "add it and run `make headers`"
            )


def _check(app: Sphinx) -> None:
    directives = _directives(app)
    if directives:
        check_players(directives["frame-src"], {ident: vlog.embed for ident, vlog in vlogs().items()})


def _make_strict(app: Sphinx, error: Exception | None) -> None:
    if error or app.builder.format != "html":
        return
    value = policy(_directives(app), HEADER_ONLY)
    static = Path(app.outdir) / "_static"
    for path in Path(app.outdir).rglob("*.html"):
        if static in path.parents:
            continue
        before = path.read_text(encoding="utf-8")
        page, files = scripts_to_files(before, f"{Path(os.path.relpath(static, path.parent)).as_posix()}/")
        for name, code in files.items():
            (static / name).write_text(code, encoding="utf-8")
        page = with_policy(page, value) if value else page
        if page != before:
            path.write_text(page, encoding="utf-8")
    translations = static / "translations.js"
    if translations.exists():
        translations.write_text(plural_as_code(translations.read_text(encoding="utf-8")), encoding="utf-8")


def register(app: Sphinx) -> None:
    """Register what is done when all pages are written: after the theme, before the list of files for offline use."""
    app.connect("builder-inited", _check, priority=200)
    app.connect("build-finished", _make_strict, priority=9_000)
