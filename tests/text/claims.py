"""What a page claims, and the table in `book/claims/` that says where each claim comes from.

A page is read as its reader does: with the choices, cards, controls and charts that stand on it. An exercise
has a table of its own, and so have a film, the slides of an insight and the cards about cases. What a film shows must
be sourced on the page where it stands.
"""

import csv
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from pybtex.database import parse_file
from reader_text import CONTENT, ROOT, notebook_text, plain, strings, toml

from reiswijzer.content.cases import cases

FOLDER = ROOT / "book" / "claims"
TABLES = sorted(FOLDER.rglob("*.csv"))
COLUMNS = ["quote", "sources", "kind", "holds", "remark"]
PAGES = {
    "waarom-deze-reis": "book/vertrek/waarom-deze-reis.md",
    **{page.stem: page.relative_to(ROOT).as_posix() for page in sorted((ROOT / "book" / "reis").glob("*.md"))},
    "terugkomkaarten": "book/thuiskomst/terugkomkaarten.md",
}
EXERCISES = {f"oefeningen/{file.stem}": file for file in sorted((CONTENT / "exercises").glob("*.toml"))}
FILMS = {f"films/{file.stem}": file for file in sorted((CONTENT / "film").glob("*.toml"))}
SLIDES = {f"dias/{file.stem}": file for file in sorted((CONTENT / "dias").glob("[0-9]*.toml"))}
CARDS = "kaarten"
#: The name of every text that has a table, and of that table.
TEXTS = (*PAGES, *EXERCISES, *FILMS, *SLIDES, CARDS)
ELLIPSIS = " … "
# Stands where a source is given, so that a sentence with one is known after its markup is gone.
MARK = "\N{SECTION SIGN}"
CITED = re.compile(
    r"\{cite:\w\}`(?P<works>[^`]*)`|\{casus\}`(?:[^`<]*<)?(?P<case>[\w-]+)>?`"
    r"|\]\(bron:(?P<own>[\w-]+)\)|\]\((?P<address>https?://(?:[^()\s]|\([^()]*\))*)\)"
)
NUMBER = re.compile(r"\d[\d.,]*\d")
PLACED = re.compile(r"^```\{(keuze|rvc-kaarten|regelaar|grafiek)\} ([\w-]+)\n```$", re.MULTILINE)
# An exercise also has labels, answers to choose from and words that it looks for; those state nothing.
SENTENCE = re.compile(r"[.?:…}]['’)*_]*$")
EXERCISE = re.compile(r"^```\{oefening\} ([\w-]+)$", re.MULTILINE)
# A source after the full stop, with nothing behind it, belongs to the sentence before.
ENDS = re.compile(rf"(?<=[.?:])[’'\"]?\s+(?!{MARK}(?:\n|$))(?=[\"'‘’({MARK}A-ZÀ-Ý\d])|\n\n")


@dataclass(frozen=True)
class Part:
    """A piece of a page with one subject: a section, a choice, a card, a control or a chart; an exercise; a film.

    `nearby` are sources that are given on the same page; a film can link to nothing itself.
    """

    name: str
    text: str
    cited: frozenset[str]
    nearby: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Claim:
    """A row of a table; `file` and `line` say where it stands."""

    file: str
    line: int
    quote: str
    sources: tuple[str, ...]
    kind: str
    holds: str
    remark: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.quote}"


def part(name: str, text: str, sources: tuple[str, ...] = ()) -> Part:
    """Make a part of text with its markup; `sources` are given beside the text."""
    cited = set(sources)
    for found in CITED.finditer(text):
        cited |= {work.strip() for work in (found["works"] or "").split(",") if work.strip()}
        cited |= {f"case:{found['case']}"} if found["case"] else set()
        cited |= {source for source in (found["own"], found["address"]) if source}
    marked = CITED.sub(lambda found: MARK + found[0] if found[0].startswith("{") else found[0] + MARK, text)
    paragraphs = (" ".join(paragraph.split()) for paragraph in plain(marked).split("\n\n"))
    return Part(name, "\n\n".join(paragraph for paragraph in paragraphs if paragraph), frozenset(cited))


def choices(ident: str) -> list[Part]:
    """Return a choice as one part: its question, what really happened, and each option with its reply."""
    files = sorted((CONTENT / "choices").glob("*.toml"))
    [choice] = [choice for file in files for choice in toml(file).get("choice", []) if choice["id"] == ident]
    options = [f"{option['label']}:\n\n{option['reply']}" for option in choice["option"]]
    return [part(ident, "\n\n".join((choice["question"], choice.get("after", ""), *options)))]


def cards(number: str) -> list[Part]:
    """Return the cards of an insight for the supervisory board."""
    [file] = (CONTENT / "rvc").glob(f"{number}-*.toml")
    return [
        part(
            card["id"],
            f"{card['question']}\n\n{MARK} {card['why']}",
            (f"case:{card['source']}" if card["source"] in cases() else card["source"],),
        )
        for card in toml(file)["card"]
    ]


def controls(ident: str) -> list[Part]:
    """Return the sentences of a control."""
    content: dict[str, Any] = toml(CONTENT / "regelaars" / f"{ident}.toml")
    text = "\n\n".join((content["question"], content["shows"], *content["texts"].values()))
    models = tuple(f"model:{model}" for model in content.get("models", ()))
    return [part(ident, text, (*(source["id"] for source in content["source"]), *models))]


def charts(ident: str) -> list[Part]:
    """Return the title, the sentences and the reservation of a chart."""
    [chart] = [chart for chart in toml(CONTENT / "charts.toml")["chart"] if chart["id"] == ident]
    address = chart["source_url"].strip("-")
    sources = tuple(source for source in (address, *chart.get("citations", "").split(",")) if source)
    return [part(ident, f"{chart['title']}.\n\n{MARK} {chart['text']}\n\n{chart['caveat']}", sources)]


READ = {"keuze": choices, "rvc-kaarten": cards, "regelaar": controls, "grafiek": charts}


@cache
def parts(page: str) -> list[Part]:
    """Return the parts of a page: its sections, and after each what is placed in it."""
    markdown = (ROOT / page).read_text(encoding="utf-8")
    found = []
    titles = ["", *re.findall(r"^##+ +(.+)$", markdown, flags=re.MULTILINE)]
    texts = re.split(r"^##+ +.+$", re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL), flags=re.MULTILINE)
    for title, text in zip(titles, texts, strict=True):
        found.append(part(title, re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)))
        for directive, ident in PLACED.findall(text):
            found += READ[directive](ident)
    return found


@cache
def works() -> set[str]:
    """Return the keys of the bibliography."""
    return set(parse_file(str(ROOT / "book" / "references.bib")).entries)


@cache
def exercise(file: Path) -> Part:
    """Return all that an exercise can say: itself, also of its drawings, in the journal and in its notebook.

    A source that is no work of the bibliography goes by its address.
    """
    content = toml(file)
    content.pop("step")  # what a step is called, in a word
    given = content.pop("source", ())
    known = works()
    names = {each[key]: each["id"] if each["id"] in known else each["url"] for each in given for key in ("id", "url")}
    said = (text.strip() for text in (*strings(content), *strings(toml(CONTENT / "noted" / file.name))))
    notebook = notebook_text(ROOT / "exercises" / f"{file.stem}.ipynb")
    text = "\n\n".join((*(text for text in said if SENTENCE.search(text)), notebook))
    found = part(file.stem, text, tuple(each["id"] for each in given))
    return replace(found, cited=frozenset(names.get(source, source) for source in found.cited))


def film(file: Path) -> Part:
    """Return what a film says and shows in words, with what the page where it stands gives as sources."""
    script = toml(file)
    lines = [line.get("caption", line.get("text", "")) for scene in script["scene"] for line in scene.get("line", ())]
    found = part(file.stem, "\n\n".join((script["title"], *lines, *strings(script["words"]))))
    nearby = set()
    for page in PAGES.values():
        markdown = (ROOT / page).read_text(encoding="utf-8")
        if f"```{{vlog}} {file.stem}\n" in markdown:
            nearby |= {source for there in parts(page) for source in there.cited}
            for ident in EXERCISE.findall(markdown):
                nearby |= exercise(CONTENT / "exercises" / f"{ident}.toml").cited
    return replace(found, nearby=frozenset(nearby))


def slides(file: Path) -> list[Part]:
    """Return the slides of an insight, each as a part."""
    return [part(slide["title"], "\n\n".join(strings(slide))) for slide in toml(file)["dia"]]


def case_cards() -> list[Part]:
    """Return the cards about cases; the case of a card is its source."""
    cards = toml(CONTENT / "kaarten" / "casussen.toml")["card"]
    return [part(card["case"], "\n\n".join(strings(card)), (f"case:{card['case']}",)) for card in cards]


def parts_of(name: str) -> list[Part]:
    """Return the parts of one of the texts that have a table."""
    if name in PAGES:
        return parts(PAGES[name])
    if name in EXERCISES:
        return [exercise(EXERCISES[name])]
    if name in FILMS:
        return [film(FILMS[name])]
    return case_cards() if name == CARDS else slides(SLIDES[name])


def claims(table: Path) -> list[Claim]:
    """Return the rows of a table; raise `ValueError` when it has other columns."""
    name = table.relative_to(FOLDER).as_posix()
    with table.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != COLUMNS:
            raise ValueError(f"{name}: columns {reader.fieldnames}, not {COLUMNS}")
        return [
            Claim(
                name, reader.line_num, row["quote"], tuple(row["sources"].split()), row["kind"], row["holds"],
                row["remark"],
            )
            for row in reader
        ]  # fmt: skip


def places(quote: str, text: str) -> list[tuple[int, int]]:
    """Return where a quote begins and ends in a text without marks; "… " skips what stands between its two ends."""
    start, _, end = quote.partition(ELLIPSIS)
    found = []
    for match in re.finditer(re.escape(start), text):
        stop = text.find(end, match.end()) if end else match.start()
        if stop >= 0:
            found.append((match.start(), stop + len(end) if end else match.end()))
    return found


def read(text: str) -> str:
    """Return a text as it is read, without the marks."""
    return re.sub(r" +(?=[.,;:)]|$)", "", re.sub(" +", " ", text.replace(MARK, "")).strip(" "))


def factual(text: str) -> list[str]:
    """Return the sentences of a text that give a source or a number of more than one digit, without the marks."""
    return [read(sentence) for sentence in ENDS.split(text) if MARK in sentence or NUMBER.search(sentence)]
