"""What CONTRIBUTING.md says about putting in a real vlog, followed literally on a copy of the code."""

import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from reiswijzer.content import vlogs

ROOT = Path(__file__).resolve().parents[2]
SECTION = (
    (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Putting in a real vlog\n")[1].split("\n## ")[0]
)
ENTRY = textwrap.dedent(re.search(r"^ *```toml\n(.*?)^ *```", SECTION, re.DOTALL | re.MULTILINE)[1])
BUILD = """
import sys
from pathlib import Path
import tiny_book
page = "# Proef\\n\\n```{vlog} mkw-inzicht-2\\n```\\n"
print(tiny_book.build(Path(sys.argv[1]), {"index": page})[1])
"""


def replaced(registry, entry):
    """Return a registry with an entry in the place of the one with its id, which ends where the next begins."""
    old = re.compile(r'\[\[vlog\]\]\nid = "mkw-inzicht-2"\n.*?(?=\n\[\[vlog\]\]|\Z)', re.DOTALL)
    text, times = old.subn(lambda _: f"{entry.strip()}\n", registry)
    assert times == 1
    return text


@pytest.fixture
def build(tmp_path):
    """Return a function that puts an entry in the place of the one with its id, and builds a page with it."""
    copy = tmp_path / "src"
    shutil.copytree(ROOT / "src", copy, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    registry = copy / "reiswijzer" / "content" / "vlogs.toml"

    def follow(entry):
        registry.write_text(replaced(registry.read_text(encoding="utf-8"), entry), encoding="utf-8")
        path = os.pathsep.join((str(copy), str(ROOT / "tests")))
        command = [sys.executable, "-c", BUILD, str(tmp_path)]
        return subprocess.run(
            command, env={**os.environ, "PYTHONPATH": path}, check=False, capture_output=True, text=True
        )

    return follow


def test_the_steps_lead_to_the_vlog(build, tmp_path):
    done = build(ENTRY)
    assert done.returncode == 0, done.stderr
    assert not done.stdout.strip()
    block = BeautifulSoup((tmp_path / "html" / "index.html").read_text(), "html.parser").select_one(
        "#vlog-mkw-inzicht-2"
    )
    assert block.select_one("[data-embed]")["data-embed"] == "https://www.youtube-nocookie.com/embed/XXXXXXXXXXX"
    assert "Met Hans Vedder. Ongeveer 3½ minuten. Let op" in block.get_text()
    paragraphs = [line.get_text() for line in block.select("details p")]
    assert paragraphs == [
        "Wat er wordt gezegd, zonder opmaak.",
        "Een nieuwe alinea begint na een lege regel.",
    ]


def test_the_steps_can_be_followed_again():
    once = replaced((ROOT / "src" / "reiswijzer" / "content" / "vlogs.toml").read_text(encoding="utf-8"), ENTRY)
    assert replaced(once, ENTRY) == once
    assert len(tomllib.loads(once)["vlog"]) == len(vlogs.vlogs())


def test_a_mistake_stops_the_build_with_the_id(build):
    done = build(ENTRY.replace("XXXXXXXXXXX", "https://www.youtube.com/watch?v=XXXXXXXXXXX"))
    assert done.returncode != 0
    assert "vlogs.toml: mkw-inzicht-2: video 'https://" in done.stderr
