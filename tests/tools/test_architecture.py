"""The arrows of ARCHITECTURE.md and its picture are those of the imports."""

import ast
import re
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "reiswijzer"
ROW = re.compile(r"^\| `(?:reiswijzer/)?(\w+)` \|[^|]*\| (.*) \|$", re.MULTILINE)


def part(module):
    """Return the part a module belongs to; the top of the package is none."""
    top, _, rest = module.partition(".")
    return rest.split(".")[0] if top == PACKAGE else top


def imported(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [f"{PACKAGE}.{alias.name}" for alias in node.names] if node.module == PACKAGE else [node.module]
    return []


def knows():
    """Return the parts with the other parts that each imports, also only for its types."""
    found = {}
    for file in sorted((ROOT / "src").rglob("*.py")):
        own = part(".".join(file.relative_to(ROOT / "src").with_suffix("").parts))
        names = [name for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) for name in imported(node)]
        ours = {part(name) for name in names if name.split(".")[0] in (PACKAGE, "sphinx_live_widgets")}
        found.setdefault(own, set()).update(ours - {own, ""})
    return {own: others for own, others in found.items() if own not in ("", "__init__")}


def test_the_table_names_every_part_and_what_it_knows():
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    told = {name: set(re.findall(r"`(\w+)`", others)) for name, others in ROW.findall(page)}
    assert told == knows()


def test_the_picture_has_the_same_arrows():
    paths = ET.parse(ROOT / "docs" / "architecture.svg").iter("{http://www.w3.org/2000/svg}path")  # noqa: S314 - our own file
    drawn = sorted((path.get("data-from"), path.get("data-to")) for path in paths if path.get("data-from"))
    assert drawn == sorted((own, other) for own, others in knows().items() for other in others)


def test_arrows_go_one_way():
    left = knows()
    while left:
        free = {own for own, others in left.items() if not others & left.keys()}
        assert free, f"these know each other: {sorted(left)}"
        left = {own: others for own, others in left.items() if own not in free}
