"""The thinned sheets of the theme hold all that the pages and scripts of the built book can meet, and little else."""

import re
import sys
from pathlib import Path

import pydata_sphinx_theme
import pytest
from bs4 import BeautifulSoup

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))

from built_book import HTML, pages

STATIC = HTML / "_static"
WHOLE = Path(pydata_sphinx_theme.__file__).parent / "theme/pydata_sphinx_theme/static/styles/pydata-sphinx-theme.css"
NAMES = re.compile(r"\.([A-Za-z_][\w-]*)")
#: A selector of classes alone, whatever stands between them.
OF_CLASSES = re.compile(r"(\.[A-Za-z_][\w-]*[ >+~]*)+")


def selectors(sheet: str) -> set[str]:
    """Return the selectors of all rules; those with commas of their own in parts, which OF_CLASSES leaves out."""
    preludes = re.findall(r"([^{}]+)\{", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))
    return {selector.strip() for prelude in preludes for selector in prelude.split(",")}


def names(sheet: str) -> set[str]:
    """Return the classes that have a rule."""
    return {name for selector in selectors(sheet) for name in NAMES.findall(selector)}


@pytest.fixture(scope="module")
def lean():
    (sheet,) = (STATIC / "styles").glob("pydata-sphinx-theme-*.css")
    return sheet.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def classes():
    """Return the classes of all pages."""
    soups = (BeautifulSoup((HTML / path).read_text(encoding="utf-8"), "html.parser") for path in pages())
    return {name for soup in soups for tag in soup.find_all(class_=True) for name in tag["class"]}


def test_a_rule_for_what_stands_on_a_page_is_kept(lean, classes):
    rules = {rule for rule in selectors(WHOLE.read_text(encoding="utf-8")) if OF_CLASSES.fullmatch(rule)}
    wanted = {rule for rule in rules if set(NAMES.findall(rule)) <= classes}
    assert len(wanted) > 50
    assert wanted - selectors(lean) == set()


@pytest.mark.parametrize("name", ["show", "collapsing", "dropdown-menu"])
def test_a_class_that_only_a_script_sets_keeps_its_rule(lean, name):
    assert name in names(lean)


def test_what_nobody_meets_is_gone(lean):
    assert not names(lean) & {"fa-youtube", "btn-outline-danger", "col-xxl-11", "placeholder-glow"}
    assert len(lean) < WHOLE.stat().st_size / 3


def test_no_page_asks_for_a_sheet_that_is_not_there_or_for_the_whole_one():
    asked = {
        (HTML / path).parent.joinpath(link["href"].partition("?")[0]).resolve()
        for path in pages()
        for link in BeautifulSoup((HTML / path).read_text(encoding="utf-8"), "html.parser").select(
            "link[rel=stylesheet]"
        )
    }
    assert [sheet for sheet in asked if not sheet.is_file()] == []
    assert sum(sheet.name.startswith("pydata-sphinx-theme-") for sheet in asked) == 1
    assert sum(sheet.name.startswith("sphinx-design.min-") for sheet in asked) == 1
