"""The head of every page of the built book: described, with a title of its own, and as search engines ask it."""

import json
import re
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "browser"))

from built_book import HTML, pages

from reiswijzer.book.address import UNLISTED
from reiswijzer.content.route import route

# What schema.org and Google's page about courses ask of each kind: https://developers.google.com/search/docs/appearance/structured-data/course-info
REQUIRED = {
    "Course": {"name", "description", "provider", "offers", "hasCourseInstance", "inLanguage", "license", "hasPart"},
    "LearningResource": {"name", "description", "learningResourceType", "educationalUse", "timeRequired", "inLanguage",
                         "isAccessibleForFree", "license", "about"},
    "WebPage": {"name", "description", "inLanguage", "isAccessibleForFree", "license"},
    "Organization": {"name"},
    "Offer": {"category", "price", "priceCurrency"},
    "CourseInstance": {"courseMode", "courseWorkload"},
    "EducationalAudience": {"audienceType", "educationalRole"},
}  # fmt: skip
DURATION = re.compile(r"PT(\d+H)?(\d+M)?")


@pytest.fixture(scope="module")
def heads():
    """Return the head of every page, by path, also of those that Sphinx makes."""
    made = [f"{name}.html" for name in UNLISTED if (HTML / f"{name}.html").exists()]
    return {
        path: BeautifulSoup((HTML / path).read_text(encoding="utf-8").partition("</head>")[0], "html.parser")
        for path in (*pages(), *made)
    }


def _content(head, name):
    (tag,) = head.select(f'meta[name="{name}"], meta[property="{name}"]')
    return tag["content"]


def test_every_page_is_described_in_a_line_and_has_a_title_of_its_own(heads):
    lengths = {path: len(_content(head, "description")) for path, head in heads.items()}
    assert not {path: length for path, length in lengths.items() if not 50 <= length <= 160}
    titles = [head.title.get_text().strip() for head in heads.values()]
    assert sorted(titles) == sorted(set(titles))
    assert all(head.html["lang"] == "nl" for head in heads.values())
    assert [
        path for path, title in zip(heads, titles, strict=True) if "Op reis door organisatienetwerken" not in title
    ] == []


def test_only_pages_that_are_no_text_ask_not_to_be_listed(heads):
    asked = {path for path, head in heads.items() if head.select('meta[name="robots"]')}
    assert asked == {path for path in heads if path.removesuffix(".html") in UNLISTED}
    assert len(heads) - len(asked) > 90


def _things(found):
    if isinstance(found, list):
        for one in found:
            yield from _things(one)
    elif isinstance(found, dict):
        yield found
        for one in found.values():
            yield from _things(one)


def test_what_a_page_is_holds_all_that_is_asked_of_its_kind(heads):
    kinds = {}
    for path, head in heads.items():
        for block in head.select('script[type="application/ld+json"]'):
            data = json.loads(block.string)
            kinds[path] = data["@type"]
            assert data["@context"] == "https://schema.org"
            assert data["description"] == _content(head, "description") == _content(head, "og:description")
            for thing in _things(data):
                whole = thing is not data.get("isPartOf")  # there only the name of the book
                missing = REQUIRED[thing["@type"]] - thing.keys() if whole else set()
                assert not missing, f"{path}: {thing['@type']} {thing.get('name')}: {missing}"
                for name in ("timeRequired", "courseWorkload"):
                    assert name not in thing or DURATION.fullmatch(thing[name])
    assert [path for path, kind in kinds.items() if kind == "Course"] == ["index.html"]
    assert all(kinds[f"{stop.doc}.html"] == "LearningResource" for stop in route())
    assert len(kinds) == len(heads) - len([path for path in heads if path.removesuffix(".html") in UNLISTED])
