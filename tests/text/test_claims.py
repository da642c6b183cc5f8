"""Every factual sentence of chapters, exercises and films is traced to a source, by a row of a table in `book/claims/`.

A row holds a `quote` as a reader sees it ("its beginning … its end" for a longer one), its `sources` (works of
`book/references.bib`, `case:<id>`, `model:<M…>`, or an address that the text links to), what `kind` of claim it is,
whether it `holds`, and a `remark`. Whether the source says so is for a reader; here the rows are held to the page.
"""

import re
from functools import cache

import pytest
from claims import FOLDER, TABLES, TEXTS, Claim, Part, claims, factual, part, parts_of, places, read, works
from reader_text import ROOT

from reiswijzer.content.cases import cases

KINDS = {
    "measured",  # counted or studied
    "recorded",  # an event, a date, an agreement
    "told",  # by those involved
    "judged",  # by others, also when they estimate
    "law",
    "definition",
    "theory",  # a thought, a model or a method of others
    "own",  # our reckoning or our reading
    "not found",  # we looked and found nothing
}
WITHOUT_SOURCE = {"own", "not found"}
HOLDS = {"yes", "mended", "weak"}
OURS = ("geen meting", "onze telling")


@cache
def models() -> set[str]:
    page = (ROOT / "book" / "verantwoording" / "rekenmodellen.md").read_text(encoding="utf-8")
    return {f"model:M{number}" for number in re.findall(r"^\(model-m(\d+)\)=$", page, flags=re.MULTILINE)}


def read_paragraphs(text: str) -> str:
    return "\n\n".join(read(paragraph) for paragraph in text.split("\n\n"))


@cache
def read_parts(name: str) -> list[tuple[Part, str]]:
    return [(found, read_paragraphs(found.text)) for found in parts_of(name)]


def found_in(claim: Claim) -> list[tuple[Part, str, int, int]]:
    """Return each place of a claim: the part, its text, and where the quote begins and ends in it."""
    name = claim.file.removesuffix(".csv")
    return [(found, text, *place) for found, text in read_parts(name) for place in places(claim.quote, text)]


ROWS = [claim for table in TABLES for claim in claims(table)]


def test_each_text_has_its_table():
    assert {table.relative_to(FOLDER).with_suffix("").as_posix() for table in TABLES} == set(TEXTS)


def test_each_quote_stands_in_its_text_once():
    wrong = {str(claim): len(found_in(claim)) for claim in ROWS if len(found_in(claim)) != 1}
    assert not wrong, "How often each stands there:\n" + "\n".join(f"{times} x {row}" for row, times in wrong.items())


def test_each_row_says_what_it_is():
    wrong = [claim for claim in ROWS if claim.kind not in KINDS or claim.holds not in HOLDS]
    wrong += [claim for claim in ROWS if not claim.sources and claim.kind not in WITHOUT_SOURCE]
    wrong += [claim for claim in ROWS if claim.holds != "yes" and not claim.remark]
    assert not wrong, "\n".join(map(str, wrong))


def test_each_source_exists():
    known = works() | models() | {f"case:{ident}" for ident in cases()}
    wrong = [
        f"{claim} ({source})"
        for claim in ROWS
        for source in claim.sources
        if source not in known and not source.startswith("http")
    ]
    assert not wrong, "\n".join(wrong)


def test_each_source_is_given_where_the_claim_stands():
    wrong = [
        f"{claim} ({source})"
        for claim in ROWS
        for found, *_ in found_in(claim)
        for source in claim.sources
        if source not in found.cited | found.nearby and not source.startswith("model:")
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", TEXTS)
def test_each_factual_sentence_has_a_row(name):
    rows = [claim for claim in ROWS if claim.file == f"{name}.csv"]
    without = []
    for found, text in read_parts(name):
        claimed = [place for claim in rows for place in places(claim.quote, text)]
        for sentence in factual(found.text):
            at = text.find(sentence)
            if not any(start < at + len(sentence) and at < end for start, end in claimed):
                without.append(f"{found.name}: {sentence}")
    assert not without, f"Add these to book/claims/{name}.csv:\n" + "\n".join(without)


@pytest.mark.parametrize("name", TEXTS)
def test_each_source_of_a_text_is_in_a_row_about_its_place(name):
    named = {
        (found.name, source)
        for claim in ROWS
        if claim.file == f"{name}.csv"
        for found, *_ in found_in(claim)
        for source in claim.sources
    }
    given = {(found.name, source) for found, _ in read_parts(name) for source in found.cited}
    missing = [f"{place}: {source}" for place, source in sorted(given - named)]
    assert not missing, f"No row of book/claims/{name}.csv names:\n" + "\n".join(missing)


def test_a_number_of_ours_is_called_ours():
    wrong = [
        str(claim)
        for claim in ROWS
        for _, text, *_ in found_in(claim)
        if claim.kind == "own" and any(source.startswith("model:") for source in claim.sources)
        if not any(words in text for words in OURS)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("markdown", "sentences", "sources"),
    [
        ("Eerst dit. In 2031 ging het mis. Dan dat.", ["In 2031 ging het mis."], set()),
        ("Zo is het {cite:p}`a,b`. En zo.", ["Zo is het."], {"a", "b"}),
        ("En zo. Zo is het. {cite:p}`a`\n\nKlaar.", ["Zo is het."], {"a"}),
        ("Zie {casus}`Zuid <nprz>` maar. Goed.", ["Zie Zuid maar."], {"case:nprz"}),
        ("Niets te zien.\n\nHier [wel](https://x.nl/a_(b)), kijk.", ["Hier wel, kijk."], {"https://x.nl/a_(b)"}),
        ("Wat [Jansen](bron:jansen) zei.", ["Wat Jansen zei."], {"jansen"}),
    ],
)
def test_a_fact_is_seen(markdown, sentences, sources):
    made = part("", markdown)
    assert factual(made.text) == sentences
    assert made.cited == sources


@pytest.mark.parametrize(
    ("quote", "times"), [("de kat", 2), ("de kat … slaapt.", 1), ("de hond", 0), ("de kat … blaft.", 0)]
)
def test_a_quote_is_found(quote, times):
    text = "Waar is de kat? Hier ligt de kat. Zij slaapt."
    assert len({end for _, end in places(quote, text)}) == times
