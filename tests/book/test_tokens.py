"""The style sheets of the book and its exercises keep to one documented set of sizes, spaces and colours."""

import re
from pathlib import Path

import pytest

from reiswijzer.figures import svg

ROOT = Path(__file__).resolve().parents[2]
TOKENS = ROOT / "src/reiswijzer/exercises/tokens.css"
GUIDE = ROOT / "book/theme/README.md"
SHEETS = sorted(
    path
    for folder in ("book/theme/stijl", "src/reiswijzer")
    for path in (ROOT / folder).rglob("*.css")
    if path != TOKENS and not path.name.startswith("papier")  # paper is measured in points and millimetres
)
TOKEN = re.compile(r"(--rw-[a-z0-9-]+)\s*:")
# A shadow is black whatever the page is; the icons are masks, of which only the shape counts.
COLOURS = {"kaart.css": ["rgb(0 0 0 / 18%)"], "iconen.css": ["%23000"]}
# A drawing has units of its own, the page its base, paper its points; slides grow with the screen.
SIZES = re.compile(r"var\(--rw-maat[a-z0-9-]*\)|1[3-7]px|[\d.]+em|1[12](?:\.\d)?pt|clamp\(.+vw, .+\)|inherit|0")
MARKS = {"boek.css": ["0.75rem", "106.25%", "100%"]}  # a number in the menu; the base, of what the browser has


def without_comments(path):
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def own(path):
    """Return the variables that a sheet makes for itself."""
    return set(TOKEN.findall(without_comments(path)))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_sheet_keeps_to_the_tokens(path):
    css = without_comments(path)
    known = own(TOKENS) | own(path)
    assert not set(re.findall(r"var\((--rw-[a-z0-9-]+)", css)) - known
    colours = re.findall(r"(?:%23|(?<![\w&])#)[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)", css)
    assert set(colours) <= set(COLOURS.get(path.name, []))
    sizes = [size.strip() for size in re.findall(r"font-size: ([^;}]+)", css)]
    assert [size for size in sizes if not SIZES.fullmatch(size) and size not in MARKS.get(path.name, [])] == []
    spaces = re.findall(r"\b(?:gap|margin|padding)(?:-[a-z]+)*: ([^;}]+)", css)
    loose = [float(each) for value in spaces for each in re.findall(r"(?<![\w.-])(\d*\.?\d+)rem", value)]
    assert [size for size in loose if 0.2 <= size <= 3.2] == []


def test_every_token_is_used_and_told():
    guide = GUIDE.read_text(encoding="utf-8")
    everything = "".join(path.read_text(encoding="utf-8") for path in (*SHEETS, TOKENS))
    for token in sorted(own(TOKENS)):
        assert f"var({token})" in everything, token
        family = re.sub(r"-[1-8]$", "-", token)
        assert f"`{token}`" in guide or (family != token and f"`{family}" in guide), token


def test_drawings_in_a_notebook_have_the_colours_of_the_book():
    light = dict(re.findall(r"(--rw-[a-z0-9-]+): (#[0-9a-f]{6})", TOKENS.read_text().split('data-theme="dark"')[0]))
    assert tuple(light[f"--rw-{name}"] for name in ("inkt", "zacht", "vlak")) == (svg.INK, svg.SOFT, svg.PAPER)
    assert tuple(light[f"--rw-halte-{number}"] for number in range(1, 6)) == svg.STOPS
