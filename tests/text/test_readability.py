"""Sentences and words stay short enough to read once."""

import re

import pytest
from reader_text import NOTEBOOKS, PAGES, ROOT, TOML, notebook_text, plain, strings, toml

ALARM = 50
# Fewer words than these say more about a name in them than about the writing.
ENOUGH_WORDS = 40
WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’-]*")
SYLLABLE = re.compile(r"[äëïöü][aeiou]*|[aeiouyà-ãè-êìíò-õùúû]+")
# Written from cases.csv, of which each field is a row of names and keywords: there are no sentences to measure.
WITHOUT_SENTENCES = "casussen"


def flesch_douma(text: str) -> float:
    """Return how easily a Dutch text reads: 206.84 - 0.93 words per sentence - 77 syllables per word.

    From about 30 (scientific) to 100 (very easy); an alarm, not a goal. A colon ends a sentence here, and vowels in a
    row are one syllable unless a diaeresis breaks it. Source: W. H. Douma, De leesbaarheid van landbouwbladen: een
    onderzoek naar en een toepassing van leesbaarheidsformules (Landbouwhogeschool Wageningen, 1960), after R. Flesch,
    A new readability yardstick (Journal of Applied Psychology, 1948).
    """
    words = WORD.findall(text)
    sentences = max(len(re.findall(r"[.?!:](?:\s|$)", text)), 1)
    syllables = sum(max(len(SYLLABLE.findall(word.lower())), 1) for word in words)
    return 206.84 - 0.93 * len(words) / sentences - 77 * syllables / len(words)


def sentences(path):
    """Return the sentences of a TOML file: labels and other loose words are left out, whoever fills them in."""
    found = [plain(text).strip() for text in strings(toml(path))]
    return "\n".join(text for text in found if text.endswith((".", "?", ":")))


def measured():
    """Return every page, notebook and file of content with enough text to say something about, by its path."""
    found = {path: plain(path.read_text(encoding="utf-8")) for path in PAGES if path.parent.name != WITHOUT_SENTENCES}
    found |= {path: plain(notebook_text(path)) for path in NOTEBOOKS}
    found |= {path: text for path in TOML if len(WORD.findall(text := sentences(path))) >= ENOUGH_WORDS}
    return {path.relative_to(ROOT).as_posix(): text for path, text in found.items()}


MEASURED = measured()


@pytest.mark.parametrize("place", MEASURED)
def test_page_reads_easily_enough(place):
    assert flesch_douma(MEASURED[place]) >= ALARM


def test_the_measure_tells_plain_from_official():
    plain = "De kat zit op de mat. De hond ligt in de mand."
    official = "Prestatieafspraken tussen maatschappelijke organisaties vereisen onderlinge afstemming."
    assert flesch_douma(plain) == pytest.approx(206.84 - 0.93 * 12 / 2 - 77 * 12 / 12)
    assert flesch_douma(official) < ALARM
    assert [len(SYLLABLE.findall(word)) for word in ("coördinatie", "ideeën", "tweeëntwintig", "eeuw")] == [5, 3, 4, 1]
