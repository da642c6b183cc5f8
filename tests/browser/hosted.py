"""The built book behind a real nginx with the configuration of this repository, and beside it pages to try it on."""

import contextlib
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest
from built_book import HTML

import nginx
import tiny_book
from reiswijzer.content import vlogs

META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
#: What an attacker would like to run. Each that runs adds its name to `window.harm`.
HARM = """
<script>(window.harm ??= []).push('inline')</script>
<img src="data:," alt="" onerror="(window.harm ??= []).push('handler')">
<script src="data:text/javascript,(window.harm%20%3F%3F%3D%20%5B%5D).push('data')"></script>
<script>(window.harm ??= []).push(new Function("return 'text'")())</script>

"""
# As in `_config.yml`: these buttons of the theme have scripts in attributes.
SETTINGS = f"""{tiny_book.THEME}
html_theme_options = {{"use_download_button": False, "use_fullscreen_button": False}}
"""
ELSEWHERE = (
    {"source": "youtube", "video": "abcdefghijk", "title": "Een film"},
    {"source": "vimeo", "video": "123456789", "title": "Een tweede film"},
    {"source": "peertube", "video": "9c9de5e8-0a1e", "host": "vreemd.example", "title": "Een film van een vreemde"},
)


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(address: str, **headers: str) -> Answer:
    """Ask for a file, as a browser does, with lower-case names of headers."""
    try:
        got = urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=20)
    except urllib.error.HTTPError as error:
        got = error
    with got:
        return Answer(got.status, {name.lower(): value for name, value in got.headers.items()}, got.read())


def _with_harm(page: str) -> str:
    before, end = page.rsplit("</body>", 1)
    return f"{before}{HARM}</body>{end}"


def _vlogs(folder: Path) -> Path:
    """Build a page with a vlog of each website; two of them are in the policy."""
    common = {"insight": 2, "provenance": "mkw", "status": "te zien", "kijkwijzer": "Let op."}
    parsed = [vlogs.parse({"id": table["source"], **common, **table}) for table in ELSEWHERE]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vlogs, "vlogs", lambda: {item.id: item for item in parsed})
        patch.setattr("reiswijzer.content.check.vlogs", vlogs.vlogs)
        page = "# Proef\n\n" + "\n".join(f"```{{vlog}} {item.id}\n```\n" for item in parsed)
        files = {f"book/vlogs/{file.name}": file.read_bytes() for file in (tiny_book.BOOK / "vlogs").iterdir()}
        out, warnings = tiny_book.build(folder, {"index": page}, settings=SETTINGS, files=files)
    assert not warnings
    return out


def root(folder: Path) -> Path:
    """Return a folder with the book and, beside its pages, some with harm in them and some with vlogs elsewhere."""
    place = folder / "root"
    place.mkdir()
    for file in HTML.iterdir():
        (place / file.name).symlink_to(file)
    page = (HTML / "index.html").read_text(encoding="utf-8")
    bare = META.sub("", page, count=1)
    assert bare != page
    (place / "kwaad-met-meta.html").write_text(_with_harm(page), encoding="utf-8")
    (place / "kwaad-zonder-meta.html").write_text(_with_harm(bare), encoding="utf-8")
    (place / "vlogs").symlink_to(_vlogs(folder))
    return place


@contextlib.contextmanager
def host(folder: Path):
    """Serve all that with nginx; skip when there is none and none can be installed."""
    program = nginx.find()
    if not program:
        pytest.skip(f"there is no nginx here and none could be installed; {nginx.SETTING}=/path/to/it names one")
    with nginx.served(program, root(folder), folder) as server:
        yield server
