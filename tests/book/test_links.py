"""Every link within the built book leads to a page, and to a place on it, that is there."""

import sys
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from bs4 import BeautifulSoup

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))

from built_book import HTML, pages


@pytest.fixture(scope="module")
def read():
    """Return the pages that were read so far, by path."""
    return {path: BeautifulSoup((HTML / path).read_bytes(), "html.parser") for path in pages()}


def test_every_internal_link_leads_somewhere(read):
    broken = set()
    for path, page in read.items():
        for link in page.select("a[href]"):
            address, anchor = urldefrag(link["href"])
            if "://" in address or address.startswith(("mailto:", "data:")):
                continue
            address = address.partition("?")[0]  # what the map is asked to show
            folder = HTML if address.startswith("/") else (HTML / path).parent  # the page for a lost address
            target = folder / unquote(address).lstrip("/") if address else HTML / path
            if not target.is_file():
                broken.add((path, link["href"]))
            elif anchor and target.suffix == ".html":
                there = read.get(str(target.resolve().relative_to(HTML)))
                if there is not None and not there.find(id=unquote(anchor)):
                    broken.add((path, link["href"]))
    assert len(read) > 20
    assert not broken
