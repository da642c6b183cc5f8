"""The page for an address that is not there leads back into the book, at whatever depth it is shown."""

import re

import pytest

from reiswijzer.book import lost
from reiswijzer.content.files import ContentError


@pytest.mark.parametrize(("address", "base"), [("", "/"), ("https://www.example.org/boek/", "/boek/")])
def test_its_links_begin_at_the_root(address, base):
    html = lost.page("Een boek", address)
    links = re.findall(r'href="([^"]+)"', html)
    assert f"{base}index.html" in links
    assert all(link.startswith(base) for link in links)
    assert "<title>Deze pagina is er niet — Een boek</title>" in html
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in html
    assert "<script" not in html
    assert "noindex" in html


def test_a_text_that_is_missing_stops_the_build(monkeypatch):
    monkeypatch.setattr(lost, "toml", lambda _: {"title": "Weg"})
    with pytest.raises(ContentError, match=r"niet-gevonden\.toml: 404\.html"):
        lost.page("Een boek", "")
