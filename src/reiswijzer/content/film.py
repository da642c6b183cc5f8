"""The scripts of the module's own clips: scenes, words on screen, what moves, chapters; one file per clip.

A script is the only place where the words and the timing of a clip stand. Pictures, captions, transcript, chapters,
duration and teleprompter follow from it. One file looks like this::

    title = "…"              # of the clip
    insight = 2              # 1 to 5; left out when the clip belongs to none
    poster = 30.0            # the second whose picture stands still on the page

    [words]                  # words inside the drawing, by id; those that belong together as a list
    [numbers]                # what the drawing counts or computes with, by id

    [[scene]]
    id = "deur"
    seconds = 9
    chapter = "Eén voordeur" # left out when no chapter begins here

    [[scene.line]]           # times are seconds inside the scene
    begin = 1.0
    end = 5.0
    text = "…"               # large words on screen; or: stop = 3, for the title of that stop of the route
    caption = "[…]"          # the words on screen, with what moves; without `text` only this, and nothing on screen
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from reiswijzer.content.files import ContentError, names, require, toml, unique
from reiswijzer.content.route import route, stop

SHORTEST, LONGEST = 60, 120
"""Seconds a clip may take."""
SMALLEST = 34
"""Smallest letters, in pixels of a frame 1280 wide. On a phone these are under 9 px, too small to count on.

So only labels in a drawing are set that small, and they stand below the film as text too.
"""
FASTEST = 15.0
"""Characters a second that a viewer can read without hurry."""
BRIEFEST = 1.5
"""Seconds that any line stays."""
PLACES = ("top", "middle", "bottom", "left", "right")
"""Where the words of a line can stand in the frame."""


@dataclass(frozen=True)
class Line:
    """One line: `begin` and `end` in seconds of the clip, the words on screen (or none), and their caption.

    `stop` is the number of the stop whose title this is and whose colour it takes, else 0.
    """

    begin: float
    end: float
    text: str
    caption: str
    place: str = "top"
    size: float = 54
    weight: int = 600
    stop: int = 0


@dataclass(frozen=True)
class Scene:
    """One idea: `begin` and `seconds` within the clip, its lines, and the chapter that begins here, if any."""

    id: str
    begin: float
    seconds: float
    chapter: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Script:
    """A whole clip; `insight` is 0 when it belongs to none."""

    id: str
    title: str
    insight: int
    poster: float
    scenes: tuple[Scene, ...]
    words: dict[str, Any]
    numbers: dict[str, Any]

    @property
    def seconds(self) -> float:
        """How long the clip takes."""
        return sum(scene.seconds for scene in self.scenes)

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines in their order."""
        return tuple(line for scene in self.scenes for line in scene.lines)


def _line(file: str, scene: str, table: dict[str, Any], start: float, seconds: float) -> Line:
    ident = f"{scene}: line at {table.get('begin', '?')}"
    number = table.get("stop", 0)
    known = {"begin", "end", "text", "caption", "place", "size", "weight", "stop"}
    if unknown := table.keys() - known:
        raise ContentError(file, ident, f"does not know {', '.join(sorted(unknown))}")
    require(file, ident, table, "begin", "end")
    text = stop(number).title if number else table.get("text", "").strip()
    line = Line(
        begin=start + table["begin"],
        end=start + table["end"],
        text=text,
        caption=table.get("caption", text).strip(),
        **{key: table[key] for key in ("place", "size", "weight", "stop") if key in table},
    )
    if not line.caption:
        raise ContentError(file, ident, "has neither words nor a caption")
    if line.text not in line.caption:
        raise ContentError(file, ident, f"the caption does not say what is on screen: {line.text}")
    if line.place not in PLACES:
        raise ContentError(file, ident, f"place is {line.place!r}, not one of {', '.join(PLACES)}")
    if line.size < SMALLEST:
        raise ContentError(file, ident, f"letters of {line.size} px are smaller than {SMALLEST}")
    if not 0 <= table["begin"] < table["end"] <= seconds:
        raise ContentError(file, ident, f"does not fall within the {seconds:g} seconds of its scene")
    return line


def parse(ident: str, table: dict[str, Any]) -> Script:
    """Return the script in `table`.

    Raises
    ------
    ContentError
        When something is missing or unknown, captions overlap or go faster than a viewer reads, or the clip is
        shorter or longer than a clip may be.
    """
    file = f"film/{ident}.toml"
    require(file, ident, table, "title", "poster", "scene")
    insight = table.get("insight", 0)
    if insight not in {0, *(item.number for item in route())}:
        raise ContentError(file, ident, f"there is no insight {insight}")
    scenes: list[Scene] = []
    start = 0.0
    for item in table["scene"]:
        name = str(item.get("id", "scene without id"))
        require(file, name, item, "id", "seconds", "line")
        lines = tuple(_line(file, name, line, start, item["seconds"]) for line in item["line"])
        scenes.append(Scene(name, start, item["seconds"], item.get("chapter", ""), lines))
        start += item["seconds"]
    unique(file, (scene.id for scene in scenes))
    script = Script(
        ident, table["title"], insight, table["poster"], tuple(scenes), table.get("words", {}), table.get("numbers", {})
    )
    _check(file, script)
    return script


def _check(file: str, script: Script) -> None:
    if not SHORTEST <= script.seconds <= LONGEST:
        raise ContentError(file, script.id, f"takes {script.seconds:g} seconds, not {SHORTEST} to {LONGEST}")
    if not 0 <= script.poster < script.seconds:
        raise ContentError(file, script.id, "the poster is a moment outside the clip")
    if script.scenes[0].chapter == "":
        raise ContentError(file, script.scenes[0].id, "the first scene begins a chapter")
    before = 0.0
    for line in script.lines:
        if line.begin < before:
            raise ContentError(file, line.caption, "begins before the line above it has ended")
        if line.end - line.begin < BRIEFEST:
            raise ContentError(file, line.caption, f"stays less than {BRIEFEST} seconds")
        if len(line.caption) > FASTEST * (line.end - line.begin):
            raise ContentError(file, line.caption, f"asks for reading more than {FASTEST:g} characters a second")
        before = line.end


def script_ids() -> tuple[str, ...]:
    """Return the ids of all clips that have a script."""
    return names("film", ".toml")


@cache
def script(ident: str) -> Script:
    """Load and check the script of clip `ident`; raise `ContentError` when it is missing or wrong."""
    return parse(ident, toml(f"film/{ident}.toml"))
