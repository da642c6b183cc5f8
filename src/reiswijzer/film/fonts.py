"""Make plain font files of the book's typeface, and the table of letter widths that `measure` reads.

Needs the packages of the group `vlogs`. Only making clips imports this; drawing and testing them does not.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from reiswijzer.film.measure import WEIGHTS, WIDTHS

ROOT = Path(__file__).resolve().parents[3]
SOURCE = ROOT / "book/theme/stijl/lettertype/literata-latin-wght-normal.woff2"


def make(folder: Path) -> list[str]:
    """Write one TrueType file per weight into `folder` and return their paths."""
    made = []
    for weight in WEIGHTS:
        font = instantiateVariableFont(TTFont(SOURCE), {"wght": weight})
        font.flavor = None
        path = folder / f"literata-{weight}.ttf"
        font.save(path)
        made.append(str(path))
    return made


def write_widths(files: list[str]) -> None:
    """Write the advance width of every letter, in thousandths of the letter size, per weight."""
    table: dict[str, object] = {"font": hashlib.sha256(SOURCE.read_bytes()).hexdigest()}
    for weight, file in zip(WEIGHTS, files, strict=True):
        font = TTFont(file)
        em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        table[str(weight)] = {
            chr(code): round(advances[name][0] * 1000 / em)
            for code, name in sorted(font.getBestCmap().items())
            if chr(code).isprintable()
        }
    WIDTHS.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
