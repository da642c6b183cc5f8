"""What a collaboration is about: themes, seen by the words in which it is described [D].

A theme has stems (`kaart/themas.toml`): a whole word, the beginning of one (`schuld*`), a part of one (`*schuld*`), or
some of these in a row. A hint is weaker: it only counts beside another one or a stem elsewhere in the description.
Words, not meaning: a text can be about a theme without any of its words.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reiswijzer.content.cases import cases
from reiswijzer.content.files import ContentError, require, toml, unique

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reiswijzer.content.cases import Case

FILE = "kaart/themas.toml"
STRONG, WEAK, ENOUGH = 2, 1, 2
"""A theme counts when a stem stands in a strong field, or stems or hints in two fields [D]."""
_OTHER = re.compile(r"[^a-z0-9]+")
_STEM = re.compile(r"\*?[^*]+\*?")


@dataclass(frozen=True)
class Theme:
    """An issue with its Dutch label and the stems that show it."""

    id: str
    label: str
    stems: tuple[str, ...]
    hints: tuple[str, ...]


def folded(text: str) -> str:
    """Return the text in lower case, without accents, and one space for every run of other than a to z and 0 to 9."""
    apart = unicodedata.normalize("NFKD", text.lower())
    return _OTHER.sub(" ", "".join(sign for sign in apart if not unicodedata.combining(sign))).strip()


@cache
def themes() -> dict[str, Theme]:
    """Return the themes by id, in the order of the file; raise `ContentError` when one is not whole."""
    found = toml(FILE)["theme"]
    for item in found:
        require(FILE, str(item.get("id", "theme without id")), item, "id", "label", "stems")
        words = [*item["stems"], *item.get("hints", [])]
        unique(f"{FILE}: {item['id']}", words)
        for stem in words:
            if not _STEM.fullmatch(stem) or stem.strip("*") != folded(stem):
                raise ContentError(FILE, item["id"], f"stem '{stem}' must be lower case, without accents or signs")
    unique(FILE, (item["id"] for item in found))
    return {
        item["id"]: Theme(item["id"], item["label"], tuple(item["stems"]), tuple(item.get("hints", ())))
        for item in found
    }


def pattern_of(theme: Theme) -> str:
    """Return the regular expression of the stems of a theme, for text that is `folded`."""
    return _patterns()[theme.id][0].pattern


def themes_of(text: str) -> tuple[str, ...]:
    """Return the ids of the themes of which a stem stands in the text, in the order of the file."""
    words = folded(text)
    return tuple(ident for ident, (stem, _) in _patterns().items() if stem.search(words))


def themes_in(strong: Iterable[str], weak: Iterable[str]) -> tuple[str, ...]:
    """Return the themes of a description in fields, in the order of the file.

    Parameters
    ----------
    strong
        Texts of which one with a stem is enough: what it is called, what it is for, what goes wrong.
    weak
        Texts of which it takes two: a school among thirty partners does not make it about school.
    """
    points = dict.fromkeys(themes(), 0)
    for weight, texts in ((STRONG, strong), (WEAK, weak)):
        for words in map(folded, texts):
            for ident, (stem, hint) in _patterns().items():
                points[ident] += weight if stem.search(words) else WEAK * bool(hint and hint.search(words))
    return tuple(ident for ident, number in points.items() if number >= ENOUGH)


@cache
def _by_case() -> dict[str, tuple[str, ...]]:
    return {
        ident: themes_in(
            (case.name, case.intended_result, case.documented_difficulty), (case.partners, case.documented_outcome)
        )
        for ident, case in cases().items()
    }


def case_themes(case: Case) -> tuple[str, ...]:
    """Return the ids of the themes of a documented case, in the order of the file."""
    return _by_case()[case.id]


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]:
    return {
        ident: (_any_of(theme.stems), _any_of(theme.hints) if theme.hints else None)
        for ident, theme in themes().items()
    }


def _any_of(stems: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_pattern, stems)))


def _pattern(stem: str) -> str:
    begin = "" if stem.startswith("*") else r"\b"
    end = "" if stem.endswith("*") else r"\b"
    return begin + stem.strip("*") + end
