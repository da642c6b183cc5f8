"""Every term that a page links to is explained, once."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = ROOT / "book" / "verantwoording" / "begrippen.md"


def terms() -> list[str]:
    """Return the terms of the glossary, in its order."""
    block = re.search(r"```\{glossary\}\n(.*?)```", GLOSSARY.read_text(encoding="utf-8"), re.DOTALL)
    assert block
    return re.findall(r"^(\S.*)$", block[1], flags=re.MULTILINE)


def test_terms_are_unique_and_in_alphabetical_order():
    assert len(set(terms())) == len(terms())
    assert terms() == sorted(terms(), key=str.lower)


def test_every_linked_term_is_explained():
    sources = [ROOT / "index.md", *(ROOT / "book").rglob("*.md"), *(ROOT / "src/reiswijzer/content").rglob("*.toml")]
    for source in sources:
        for match in re.findall(r"\{term\}`([^`]+)`", source.read_text(encoding="utf-8")):
            target = re.search(r"<([^>]+)>$", match)
            assert (target[1] if target else match) in terms(), f"{source.name}: {match}"
