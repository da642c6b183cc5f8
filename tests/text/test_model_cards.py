"""Every rekenmodel has a card that says what it does, where it comes from and what it is no good for."""

import importlib
import pkgutil
import re
import tomllib
from pathlib import Path

import pytest

from reiswijzer import models

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "book" / "verantwoording" / "rekenmodellen.md"
CONTENT = ROOT / "src" / "reiswijzer" / "content"
TERMS = (
    "Waar u het tegenkomt",
    "Wat erin gaat",
    "Wat er gerekend wordt",
    "Herkomst",
    "Voorbeeld",
    "Waar u het niet voor gebruikt",
)


def numbers_of_modules() -> dict[str, list[str]]:
    """Return the numbers in the docstring of each module of the rekenmodellen."""
    names = [info.name for info in pkgutil.iter_modules(models.__path__)]
    docs = {name: importlib.import_module(f"{models.__name__}.{name}").__doc__ or "" for name in names}
    return {name: re.findall(r"\bM(\d+)\b", doc) for name, doc in docs.items()}


def cards() -> dict[str, dict[str, str]]:
    """Return per number the terms of its card with their text; label and heading must name the same number."""
    parts = re.split(r"^\(model-m(\d+)\)=\n## M\1\. .+$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {
        number: dict(re.findall(r"^(\S.*)\n: (.+)$", text, flags=re.MULTILINE))
        for number, text in zip(parts[1::2], parts[2::2], strict=True)
    }


CARDS = cards()


def uses() -> list[tuple[str, str, str]]:
    """Return (exercise or control, page, number of a model) for each model that one on a page says it uses."""
    pages = {
        ident: "/" + page.relative_to(ROOT).with_suffix("").as_posix()
        for page in (ROOT / "book").rglob("*.md")
        for ident in re.findall(
            r"^```\{(?:oefening|regelaar)\} ([\w-]+)", page.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
    }
    found = [file for folder in ("exercises", "regelaars") for file in sorted((CONTENT / folder).glob("*.toml"))]
    files = {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in found}
    return [
        (ident, pages[ident], model.removeprefix("M"))
        for ident, content in files.items()
        if ident in pages
        for model in content.get("models", [])
    ]


@pytest.mark.parametrize("module", numbers_of_modules())
def test_every_module_says_which_model_it_is_and_has_its_card(module):
    numbers = numbers_of_modules()[module]
    assert numbers
    assert set(numbers) <= CARDS.keys()


def test_no_card_without_a_model_and_cards_in_order():
    known = {number for numbers in numbers_of_modules().values() for number in numbers}
    assert CARDS.keys() <= known
    assert list(CARDS) == sorted(CARDS, key=int)


def test_every_heading_and_label_is_a_card():
    text = PAGE.read_text(encoding="utf-8")
    headings = re.findall(r"^## ", text, flags=re.MULTILINE)
    labels = re.findall(r"^\(model-", text, flags=re.MULTILINE)
    assert len(headings) == len(labels) == len(CARDS)


@pytest.mark.parametrize("number", CARDS)
def test_card_has_its_six_terms_in_order(number):
    assert tuple(CARDS[number]) == TERMS


@pytest.mark.parametrize("number", CARDS)
def test_card_names_its_origin_with_a_work_and_a_label(number):
    origin = CARDS[number]["Herkomst"]
    assert re.search(r"\{cite:[tp]\}`[^`]+`", origin)
    assert re.search(r"\[(?:S|S-gk|D)\]", origin)


@pytest.mark.parametrize("number", CARDS)
def test_card_is_60_to_120_words(number):
    text = re.sub(r"\{cite:\w\}`[^`]*`|\{\w+\}|<[^>]*>|\[(?:S|S-gk|D)\]", "", " ".join(CARDS[number].values()))
    words = re.findall(r"[^\W_]+(?:[.,'’-][^\W_]+)*", text)
    assert 60 <= len(words) <= 120


@pytest.mark.parametrize(("exercise", "page", "number"), uses())
def test_card_points_to_the_page_of_every_exercise_that_uses_it(exercise, page, number):
    assert f"<{page}>" in CARDS[number]["Waar u het tegenkomt"], exercise
