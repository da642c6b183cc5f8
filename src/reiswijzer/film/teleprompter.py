"""Write a page from which a person can record the voice of a clip: large words, and when each is said.

The page stands on its own, without script, and opens from a file.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from reiswijzer.content.files import toml

if TYPE_CHECKING:
    from pathlib import Path

    from reiswijzer.content.film import Line, Script

_STYLE = """
body { margin: 2rem auto; max-width: 60rem; padding: 0 1.5rem; font: 1.25rem/1.5 Georgia, serif }
body { color: #1e2a32; background: #fbfaf6 }
h2 { margin: 3rem 0 0; font-size: 1.25rem; color: #1f4e79 }
.line { display: grid; grid-template-columns: minmax(7rem, 10rem) 1fr; gap: 0 1.5rem; margin: 1.5rem 0 }
.said { font-size: 2.5rem; line-height: 1.3; margin: 0 }
.seen { color: #4d5a63; margin: 0 }
@media (max-width: 40rem) { .line { grid-template-columns: 1fr } .said { font-size: 2rem } }
"""


def _moment(seconds: float) -> str:
    return f"{int(seconds) // 60}:{seconds % 60:04.1f}".replace(".", ",")


def _line(line: Line, words: dict[str, str]) -> str:
    seen = " ".join(re.findall(r"\[(.*?)\]", line.caption))
    when = words["from"].format(begin=_moment(line.begin))
    long = words["during"].format(seconds=f"{line.end - line.begin:.1f}".replace(".", ","))
    said = f'<p class="said">{escape(line.text)}</p>' if line.text else ""
    what = f'<p class="seen">{escape(words["sees"].format(what=seen))}</p>' if seen else ""
    return f'<div class="line"><div class="seen">{escape(when)}<br>{escape(long)}</div><div>{said}{what}</div></div>'


def page(script: Script) -> str:
    """Return the page as HTML."""
    words = toml("teleprompter.toml")
    title = escape(words["title"].format(title=script.title))
    parts = [f"<h1>{title}</h1>", f"<p>{escape(words['how'].format(clip=script.id))}</p>"]
    for scene in script.scenes:
        parts += [f"<h2>{escape(scene.chapter or scene.id)}</h2>", *(_line(line, words) for line in scene.lines)]
    return (
        f'<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head>\n<body>\n" + "\n".join(parts) + "\n</body></html>\n"
    )


def write(script: Script, folder: Path) -> Path:
    """Write the page of a clip into `folder` and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{script.id}.html"
    target.write_text(page(script), encoding="utf-8")
    return target
