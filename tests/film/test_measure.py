"""Letters are measured with the widths of the book's own typeface."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.film.measure import WIDTHS, width, wrap

FONT = Path(__file__).resolve().parents[2] / "book/theme/stijl/lettertype/literata-latin-wght-normal.woff2"
WORD = st.text("abcdeoinrst", min_size=1, max_size=12)


def test_the_widths_are_those_of_the_typeface_of_the_book():
    table = json.loads(WIDTHS.read_text(encoding="utf-8"))
    assert table["font"] == hashlib.sha256(FONT.read_bytes()).hexdigest()


def test_a_heavier_letter_is_wider_and_a_wide_letter_too():
    assert width("w", 50) > 1.5 * width("i", 50)
    assert width("huishouden", 50, 700) > width("huishouden", 50, 400)


@given(st.lists(WORD, min_size=1, max_size=12))
def test_wrapping_keeps_all_words_and_the_room(words):
    text = " ".join(words)
    lines = wrap(text, 500, 54)
    assert " ".join(lines) == text
    assert all(width(line, 54) <= 500 for line in lines)


def test_wrapping_makes_no_more_lines_than_needed_and_none_much_shorter():
    lines = wrap("Focus op resultaat, niet op samenwerkingsvorm", 1100, 54)
    assert len(lines) == 2
    assert width(lines[1], 54) > 0.7 * width(lines[0], 54)


def test_what_cannot_be_set_is_named():
    with pytest.raises(ValueError, match="is wider than"):
        wrap("samenwerkingsverbandsovereenkomst", 200, 54)
    with pytest.raises(ValueError, match="has no '字'"):
        width("字", 40)
    with pytest.raises(ValueError, match="not 500"):
        width("a", 40, 500)
