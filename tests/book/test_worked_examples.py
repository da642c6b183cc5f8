"""The worked examples of CONTRIBUTING.md, followed literally on a copy of the sources."""

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import tiny_book

ROOT = Path(__file__).resolve().parents[2]
CHAPTER = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Worked examples\n")[1].split("\n## ")[0]
BLOCK = re.compile(r"^   ```diff\n(.*?)^   ```$", re.DOTALL | re.MULTILINE)
SHOW = """
import sys
from pathlib import Path
import tiny_book
warnings = tiny_book.build(Path(sys.argv[1]), {sys.argv[2]: sys.argv[3], "index": "# Proef"})[1]
print(warnings)
"""


def blocks(title):
    """Return of each block under a heading its file, whether that is new, and its lines."""
    section = CHAPTER.split(f"### {title}\n")[1].split("\n### ")[0]
    found = [textwrap.dedent(block).splitlines() for block in BLOCK.findall(section)]
    assert found
    return [(head[4:], head.startswith("+++"), lines) for head, *lines in found]


def changed(text, lines):
    """Return a text in which a block was followed; what is to go out must stand there once."""
    after = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "-")
    if all(line.startswith("+") for line in lines):
        return text + after
    before = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "+")
    assert text.count(before) == 1, before
    return text.replace(before, after)


class Copy:
    """A copy of the sources that a maintainer works on."""

    def __init__(self, folder):
        self.folder = folder
        unwanted = shutil.ignore_patterns("__pycache__", "*.egg-info", "vlogs", "film")
        for name in ("src", "tests", "tools"):
            shutil.copytree(ROOT / name, folder / name, ignore=unwanted)
        shutil.copytree(ROOT / "src/reiswijzer/content/film", folder / "src/reiswijzer/content/film")
        shutil.copytree(ROOT / "book", folder / "book", ignore=unwanted)
        shutil.copy(ROOT / "pyproject.toml", folder)

    def follow(self, title, *, leave_out=""):
        for name, new, lines in blocks(title):
            if leave_out and name.endswith(leave_out):
                continue
            file = self.folder / name
            assert file.exists() is not new, name
            text = "" if new else file.read_text(encoding="utf-8")
            file.write_text(changed(text, lines), encoding="utf-8")

    def run(self, *command):
        path = os.pathsep.join(str(self.folder / name) for name in ("src", "tests", "tools"))
        return subprocess.run(
            [sys.executable, *command], cwd=self.folder, env={**os.environ, "PYTHONPATH": path},
            check=False, capture_output=True, text=True,
        )  # fmt: skip

    def tests(self, *which):
        return self.run("-m", "pytest", "-q", "-p", "no:playwright", "-p", "no:cacheprovider", *which)

    def page(self, name, text):
        done = self.run("-c", SHOW, str(self.folder), name, text)
        assert done.returncode == 0, done.stderr
        return BeautifulSoup((self.folder / "html" / f"{name}.html").read_text(encoding="utf-8"), "html.parser")


@pytest.fixture
def copy(tmp_path):
    return Copy(tmp_path)


def test_a_changed_text_is_what_the_page_says(tmp_path):
    ((name, _, lines),) = blocks("Change a text")
    text = changed((ROOT / name).read_text(encoding="utf-8"), lines)
    html, _ = tiny_book.build(tmp_path, {"index": text})
    page = BeautifulSoup((html / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert page.find("td", string="zo lang als u wilt, liefst met een collega")


def test_an_added_case_has_its_page(copy):
    copy.follow("Add a case, or change one")
    written = copy.run("tools/case_pages.py")
    assert "written: book/kaart/casussen/wijkhuis-voorbeeld.md" in written.stdout, written.stderr
    name = "book/kaart/casussen/wijkhuis-voorbeeld"
    page = copy.page(name, (copy.folder / f"{name}.md").read_text(encoding="utf-8"))
    assert "Bewoners sneller helpen." in page.select_one(".rw-casus-blad").get_text()
    assert page.select_one("#bronnen a.external")["href"] == "https://www.wijkhuisvoorbeeld.nl/over-ons"


def test_a_case_without_one_of_its_lines_is_refused(copy):
    copy.follow("Add a case, or change one")
    for forgotten, told in (
        ("cases_sources.csv", "cases.csv: wijkhuis-voorbeeld: has no source in cases_sources.csv"),
        ("publishers.csv", "publishers.csv: wijkhuisvoorbeeld.nl: is the host of a source of wijkhuis-voorbeeld"),
        ("cases_sorted.csv", "cases_sorted.csv: wijkhuis-voorbeeld: is in cases.csv and not here"),
    ):
        file = copy.folder / "src/reiswijzer/content" / forgotten
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(lines[:-1]), encoding="utf-8")
        checked = copy.run("-c", "from reiswijzer.content.check import check_all; check_all()")
        assert checked.returncode != 0
        assert told in checked.stderr
        file.write_text("".join(lines), encoding="utf-8")


def test_a_changed_number_is_noticed_and_then_right(copy):
    title = "Change a number of a model"
    copy.follow(title, leave_out="/test_lines.py")
    noticed = copy.tests("tests/models/test_lines.py")
    assert "test_forty_eight_parties" in noticed.stdout
    for name, _, lines in blocks(title):
        if name.endswith("/test_lines.py"):
            file = copy.folder / name
            file.write_text(changed(file.read_text(encoding="utf-8"), lines), encoding="utf-8")
    mended = copy.tests("tests/models/test_lines.py", "tests/text/test_model_cards.py")
    assert mended.returncode == 0, mended.stdout
    texts = (ROOT / "src/reiswijzer/content/exercises/een-deur-48-lijnen.toml").read_text(encoding="utf-8")
    assert "half uur per lijn" in texts, "what the last step looks for"


def test_an_added_control_passes_what_holds_for_all_and_shows(copy):
    copy.follow("Add a small exercise, or change one")
    done = copy.tests("tests/exercises/test_controls.py", "-k", "lijnen-aan-tafel or texts")
    assert done.returncode == 0, done.stdout
    page = copy.page("proef", "# Proef\n\n```{regelaar} lijnen-aan-tafel\n```\n")
    assert "Tussen twaalf organisaties lopen 66 lijnen" in " ".join(page.get_text().split())


def test_a_control_that_create_does_not_know_is_noticed(copy):
    copy.follow("Add a small exercise, or change one", leave_out="/__init__.py")
    done = copy.tests("tests/exercises/test_controls.py", "-k", "texts")
    assert "test_every_control_has_texts_and_every_text_a_control" in done.stdout
    assert done.returncode == 1
