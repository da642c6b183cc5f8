"""Make files of frames: pictures with resvg, the film and its poster with ffmpeg, a recorded voice where there is one.

Needs the packages of the group `vlogs`. The same script and drawing give the same bytes on the same machine.
"""

from __future__ import annotations

import subprocess
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

import resvg_py
from imageio_ffmpeg import get_ffmpeg_exe

from reiswijzer.film.scenes import drawing_of
from reiswijzer.film.settings import COLOUR, EXACT, SHARP, SOUND, STILL
from reiswijzer.film.stage import RATE, WIDTH, frame, moments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reiswijzer.content.film import Script

WORKERS = 2


def picture(svg: str, fonts: list[str], width: int = WIDTH) -> bytes:
    """Return the PNG of one frame, `width` pixels wide, set in the font files `fonts` and no other."""
    png: bytes = resvg_py.svg_to_bytes(
        svg_string=svg, width=width, font_files=fonts, skip_system_fonts=True, font_family="Literata"
    )
    return png


def _held(script: Script) -> list[tuple[str, int]]:
    """Return each picture with how many frames it stands: what does not move is drawn once."""
    draw = drawing_of(script.id)
    return [(svg, len(list(same))) for svg, same in groupby(frame(script, draw, t) for t in moments(script))]


def pictures(script: Script, fonts: list[str]) -> Iterator[bytes]:
    """Return the PNG of every frame in order, drawn by `WORKERS` processes."""
    held = _held(script)
    with ProcessPoolExecutor(WORKERS) as pool:
        drawn = pool.map(partial(picture, fonts=fonts), (svg for svg, _ in held), chunksize=8)
        for png, (_, times) in zip(drawn, held, strict=True):
            for _ in range(times):
                yield png


def film(script: Script, frames: Iterable[bytes], target: Path, voice: Path | None = None) -> None:
    """Write the MP4 of `frames`; with `voice` its sound is in it, cut at the end of the script.

    Raises
    ------
    subprocess.CalledProcessError
        When ffmpeg fails; what it said is printed.
    """
    sound = ("-i", str(voice)) if voice else ()
    heard = SOUND if voice else ("-an",)
    command = [
        get_ffmpeg_exe(), "-hide_banner", "-loglevel", "error", "-y",
        "-f", "image2pipe", "-framerate", str(RATE), "-c:v", "png", "-i", "-", *sound,
        *COLOUR, *SHARP, *heard, "-t", f"{script.seconds:g}", *EXACT, "-movflags", "+faststart", str(target),
    ]  # fmt: skip
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        if process.stdin:
            for png in frames:
                process.stdin.write(png)
            process.stdin.close()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def poster(png: bytes, target: Path) -> None:
    """Write the still picture of a clip as JPEG."""
    command = [
        get_ffmpeg_exe(), "-hide_banner", "-loglevel", "error", "-y", "-f", "image2pipe", "-c:v", "png", "-i", "-",
        *STILL, *EXACT, str(target),
    ]  # fmt: skip
    subprocess.run(command, input=png, check=True)
