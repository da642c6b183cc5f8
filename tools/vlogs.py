"""Make the module's own clips in `book/vlogs/`: those whose words, pictures or recorded voice changed.

Usage: python tools/vlogs.py [CLIP ...] [--all] [--sheet]
--all makes them even if nothing changed; --sheet makes no film, but one picture of many moments in `_build/vlogs/`.
"""

import argparse
import base64
import sys
import tempfile
import time
from pathlib import Path

from reiswijzer.content.film import Script, script, script_ids
from reiswijzer.figures.svg import element
from reiswijzer.film import captions, encode, fonts, manifest, teleprompter
from reiswijzer.film.scenes import drawing_of
from reiswijzer.film.stage import HEIGHT, WIDTH, frame

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "_build"
COLUMNS, SMALL = 5, 380


def sheet(clip: Script, files: list[str], every: float, start: float) -> Path:
    """Write one picture with a frame per `every` seconds, from left to right and down, each with its second."""
    draw = drawing_of(clip.id)
    moments = [start + index * every for index in range(int((clip.seconds - start) / every) + 1)]
    moments[-1] = min(moments[-1], clip.seconds - 0.04)
    tall = SMALL * HEIGHT / WIDTH
    cells = []
    for index, t in enumerate(moments):
        x, y = index % COLUMNS * (SMALL + 8), index // COLUMNS * (tall + 30)
        png = base64.b64encode(encode.picture(frame(clip, draw, t), files, SMALL)).decode()
        cells.append(element("image", x=x, y=y, width=SMALL, height=tall, href=f"data:image/png;base64,{png}"))
        cells.append(element("text", f"{t:.1f}", x=x + 4, y=y + tall + 20, font_size=18))
    rows = -(-len(moments) // COLUMNS)
    wide, high = COLUMNS * (SMALL + 8), rows * (tall + 30)
    ground = element("rect", width=wide, height=high, fill="#8a8a8a")
    whole = element("svg", ground, *cells, xmlns="http://www.w3.org/2000/svg", width=wide, height=high)
    target = BUILD / "vlogs" / f"{clip.id}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(encode.picture(whole, files, int(wide)))
    return target


def make(clip: Script, files: list[str]) -> None:
    """Write film, poster and captions of a clip, and enter them in the manifest."""
    started = time.monotonic()
    folder = manifest.FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    film = folder / f"{clip.id}.mp4"
    encode.film(clip, encode.pictures(clip, files), film, manifest.voice(clip.id))
    encode.poster(encode.picture(frame(clip, drawing_of(clip.id), clip.poster), files), folder / f"{clip.id}.jpg")
    (folder / f"{clip.id}.nl.vtt").write_text(captions.webvtt(clip), encoding="utf-8")
    manifest.enter(clip)
    size = film.stat().st_size / 1e6
    print(f"{clip.id}: {clip.seconds:g} s, {size:.2f} MB, made in {time.monotonic() - started:.0f} s", flush=True)


def main(arguments: list[str]) -> None:
    """Make what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clips", nargs="*", help="ids of clips; all when none is named")
    parser.add_argument("--all", action="store_true", help="make them even if nothing changed")
    parser.add_argument("--sheet", action="store_true", help="no film, one picture of many moments")
    parser.add_argument("--every", type=float, default=2, help="seconds between two pictures of a sheet")
    parser.add_argument("--from", type=float, default=0, dest="start", help="second at which a sheet begins")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.clips) - set(script_ids()):
        sys.exit(f"There is no script for {', '.join(sorted(unknown))}; there is for {', '.join(script_ids())}.")
    with tempfile.TemporaryDirectory() as folder:
        files = fonts.make(Path(folder))
        fonts.write_widths(files)
        for clip in map(script, asked.clips or script_ids()):
            if asked.sheet:
                print(sheet(clip, files, asked.every, asked.start))
                continue
            print(teleprompter.write(clip, BUILD / "teleprompter"))
            if asked.all or manifest.stale(clip):
                make(clip, files)
            else:
                print(f"{clip.id}: nothing changed")


if __name__ == "__main__":
    main(sys.argv[1:])
