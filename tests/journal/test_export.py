"""What was noted comes out of a document as it went in: as text and as nothing else."""

import io
import json
import re
import zipfile
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reiswijzer.exercises.noted import compose
from reiswijzer.journal.export import docx, html, markdown
from reiswijzer.journal.export.lines import clean, lines
from reiswijzer.journal.journal import read
from reiswijzer.journal.report import Entry, Part, Report

MADE = "2026-05-01T10:00:00.000Z"
W = f"{{{docx.W}}}"
DOCUMENTS = sorted(Path(__file__).with_name("documents").glob("*.json"))
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows</w:instrText>",
    "]]><!-- &amp; &lt;b&gt; &#x41;",
    "[klik](javascript:alert(1)) ![](http://example.org/x.png) <http://example.org>",
    "# Kop\n## Kop\n- punt\n* punt\n+ punt\n1. een\n2) twee\n> aanhaling",
    "regel\n===\nregel\n---\n***\n___",
    "```python\nx\n```\n~~~\ny\n~~~\n    vier spaties\n\tof een tab",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "**vet** _schuin_ `code` ~~door~~ $x^2$ \\(y\\) {{ z }} :::{note}\n:::",
    "[a]: http://example.org\n[a]\n[^1]: noot",
    "% commentaar\n!!! let op\n: uitleg\n@iemand",
    '=HYPERLINK("http://example.org")\n+1\n-1\n@SUM(1)',
    "eindigt op een schuine streep \\\nen verder\\",
    "\u202eomgekeerd\u202c\u2028scheiding\x0bverticaal",
    "  ingesprongen  \n\n\n\nveel lege regels",
    "1234567890123. lang getal\n٣. andere cijfers",
]


def report(*texts, kind="eigen"):
    entries = tuple(Entry(f"x/{at}", kind, text, text, text, text, MADE, MADE) for at, text in enumerate(texts))
    return Report("Reisverslag", MADE, (Part("x", texts[0], entries),))


def letters(text):
    """Return text as it is compared: how spaces and empty lines stand is up to who shows it."""
    return re.sub(r"\s+", " ", clean(text)).strip()


written = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.lists(
    st.sampled_from([*"\\`*_[]<>()#+-=.!|~&{}$^:%\n\t 1a)", "\n\n", "  \n", "---", "http://", "&amp;"]), max_size=14
).map("".join)
hostile = st.sampled_from(ATTACKS) | written


# Markdown.


PARSERS = {
    "commonmark": MarkdownIt("commonmark"),
    "tables and strikethrough": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
}
HARMLESS = {"paragraph_open", "paragraph_close", "inline", "text", "hardbreak"}


def parsed(source, parser):
    """Return what a reader of Markdown makes of it: kinds of parts, and the text."""
    tokens = [each for token in PARSERS[parser].parse(source) for each in (token, *(token.children or ()))]
    kinds = {token.type for token in tokens} - {"text_special", "softbreak"}
    return kinds, tokens


@pytest.mark.parametrize("parser", PARSERS)
@settings(max_examples=300)
@given(hostile)
def test_what_was_written_is_only_text_in_markdown(parser, text):
    kinds, _ = parsed(markdown.escape(text), parser)
    assert kinds <= HARMLESS, kinds
    html = PARSERS[parser].render(markdown.escape(text))
    assert letters(unescape(re.sub(r"</?p>|<br />", " ", html))) == letters(text)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", ATTACKS)
def test_a_whole_report_holds_its_own_parts_and_nothing_else(parser, text):
    kinds, tokens = parsed(markdown.write(report(text, "gewoon")), parser)
    own = {"heading_open", "heading_close", "blockquote_open", "blockquote_close", "strong_open", "strong_close"}
    assert kinds <= HARMLESS | own, kinds
    assert sum(token.type == "heading_open" for token in tokens) == 2
    assert sum(token.type == "blockquote_open" for token in tokens) == 4
    assert sum(token.type == "strong_open" for token in tokens) == 2


def test_markdown_can_be_read_as_it_is():
    bet = Entry("a", "gok", "Hoeveel lijnen?", "Ongeveer 100", outcome="Het werden er 1.128.")
    own = Entry("b", "eigen", "Wat verraste u?", "Zo veel.\n\nEn dan: 48.", "Niets.", "", MADE, MADE)
    text = markdown.write(Report("Reisverslag", MADE, (Part("x", "Halte 2: Denk en handel grenzeloos", (bet, own)),)))
    assert text == (
        "# Reisverslag\n\nGemaakt op 1 mei 2026\n\n## Halte 2: Denk en handel grenzeloos\n\n"
        "**Hoeveel lijnen?**\n\nU gokte: Ongeveer 100\n\nUitkomst: Het werden er 1.128.\n\n"
        "**Wat verraste u?**\n\nU schreef:\n\n> Zo veel.\n>\n> En dan: 48.\n\n"
        "Eerst (1 mei 2026):\n\n> Niets.\n\n"
        "Uitkomsten van oefeningen komen uit rekenmodellen van deze module. Het zijn geen metingen.\n"
    )


# Word.


def opened(content):
    package = zipfile.ZipFile(io.BytesIO(content))
    assert package.testzip() is None
    return package


def paragraphs(content):
    """Return the paragraphs of a document as (style, text)."""
    root = ET.fromstring(opened(content).read("word/document.xml"))  # noqa: S314 - made here
    found = []
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        text = "".join("\n" if part.tag == f"{W}br" else part.text or "" for part in paragraph.find(f"{W}r"))
        found.append((style, text))
    return found, {element.tag.removeprefix(W) for element in root.iter()}


@settings(max_examples=200)
@given(hostile)
def test_what_was_written_is_only_text_in_word(text):
    found, elements = paragraphs(docx.write(report(text, "gewoon")))
    assert elements - {"br"} == {"document", "body", "p", "pPr", "pStyle", "r", "t", "sectPr", "pgSz", "pgMar"}
    quoted = [said for style, said in found if style == "Quote"]
    assert letters("\n\n".join(quoted)) == letters(f"{text}\n\n{text}\n\ngewoon\n\ngewoon")


def test_a_word_document_is_a_whole_package():
    package = opened(docx.write(report("a")))
    names = set(package.namelist())
    assert package.namelist()[0] == "[Content_Types].xml"
    types = ET.fromstring(package.read("[Content_Types].xml"))  # noqa: S314 - made here
    named = {item.get("PartName").lstrip("/") for item in types if item.get("PartName")}
    assert named == {name for name in names if name.endswith(".xml")} - {"[Content_Types].xml"}
    for rels in (name for name in names if name.endswith(".rels")):
        folder = Path(rels).parent.parent
        for item in ET.fromstring(package.read(rels)):  # noqa: S314 - made here
            assert (folder / item.get("Target")).as_posix() in names
    styles = ET.fromstring(package.read("word/styles.xml"))  # noqa: S314 - made here
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    found, _ = paragraphs(docx.write(report("a", "b")))
    assert {style for style, _ in found} <= known
    assert styles.find(f".//{W}lang").get(f"{W}val") == "nl-NL"
    core = package.read("docProps/core.xml").decode()
    assert "<dc:title>Reisverslag</dc:title>" in core
    assert "<dc:language>nl-NL</dc:language>" in core


def test_a_word_document_has_headings_for_places_and_questions():
    found, _ = paragraphs(docx.write(report("Halte 1", "Wat nu?")))
    assert [style for style, _ in found[:4]] == ["Title", "Subtitle", "Heading1", "Heading2"]


def test_the_same_report_gives_the_same_bytes():
    assert docx.write(report(*ATTACKS)) == docx.write(report(*ATTACKS))


@given(hostile)
def test_what_was_written_is_only_text_in_a_notebook(text):
    shown = html.write(report(text, "gewoon"))
    tags = set(re.findall(r"<[^>]*>", shown))
    ours = {f"<{end}{tag}>" for tag in ("section", "h3", "p", "div", "dt", "dd", "span") for end in ("", "/")}
    assert tags <= {"<br>", '<dl class="rw-noten">', "</dl>"} | ours
    noted = re.findall(r"<dd><span>[^<]*</span> (.*?)</dd>", shown)
    read_back = [letters(unescape(each.replace("<br>", "\n"))) for each in noted]
    assert read_back == [letters(text)] * (3 if text else 1) + ["gewoon"] * 3


def test_an_empty_report_says_so():
    empty = Report("Reisverslag", MADE, ())
    assert "Er is nog niets genoteerd." in markdown.write(empty)
    found, _ = paragraphs(docx.write(empty))
    assert found[-1] == ("Label", "Er is nog niets genoteerd.")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_document_ever_written_becomes_a_document(path):
    made = compose(read(path.read_bytes()), datetime(2026, 7, 3, tzinfo=UTC))
    text = markdown.write(made)
    found, _ = paragraphs(docx.write(made))
    for part in made.parts:
        assert ("Heading1", part.title) in found
        for entry in part.entries:
            for line in lines(entry):
                assert letters(line.text) in letters("\n".join(said for _, said in found))
    assert text.count("\n## ") == len(made.parts)
    assert json.loads(path.read_text())["fields"]["3-tafel-1"][-1]["text"].split("\n")[0] in text
