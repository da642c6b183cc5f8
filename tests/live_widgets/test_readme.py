"""The five minutes of the README, followed literally, give a book whose widget answers."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from site_server import served

from conftest import CACHE
from sphinx_live_widgets.builder import tools

pytestmark = pytest.mark.browser

README = (tools.LOCKS.parent / "README.md").read_text()
FILE = re.compile(r"<!-- file: (?P<name>\S+) -->\n(?P<fence>`{3,})\w+\n(?P<text>.*?)\n(?P=fence)\n", re.DOTALL)


@pytest.fixture
def followed(tmp_path):
    """Return the served book of the README."""
    for found in FILE.finditer(README):
        target = tmp_path / found["name"]
        target.parent.mkdir(exist_ok=True)
        target.write_text(found["text"] + "\n")
    command = next(line.strip() for line in README.splitlines() if "jupyter-book build" in line)
    assert command == "PYTHONPATH=. jupyter-book build ."
    own = {"PYTHONPATH": str(tmp_path), "LIVE_WIDGETS_CACHE": str(CACHE)}
    book = [Path(sys.executable).with_name("jupyter-book"), "build", "."]
    subprocess.run(book, cwd=tmp_path, env={**os.environ, **own}, check=True, capture_output=True)
    with served(tmp_path / "_build" / "html") as server:
        yield server


@pytest.mark.long("makes an environment and a book; the same steps are tried piece by piece elsewhere")
def test_the_five_minutes_lead_to_an_answer(followed, reader):
    reader.opens(followed, "index.html")
    reader.page.get_by_role("slider", name="Number").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.sees("Twice 1 is 2.")
    # Jupyter Book 1 adds the script of sphinx-thebe twice, on every page.
    assert [error for error in reader.errors if "THEBE_JS_URL" not in error] == []


def test_every_test_named_in_the_readme_exists():
    named = set(re.findall(r"`(test_\w+)`", README))
    text = (tools.LOCKS.parents[2] / "tests" / "live_widgets" / "test_failures.py").read_text()
    assert len(named) > 10
    assert {name for name in named if f"def {name}(" not in text} == set()


def test_every_setting_is_in_the_readme():
    from sphinx_live_widgets.settings import CONFIG_VALUES  # noqa: PLC0415

    assert [name for name, _, _ in CONFIG_VALUES if f"| `{name}` |" not in README] == []
