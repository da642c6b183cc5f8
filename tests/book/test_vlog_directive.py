"""The directive of a vlog: what a page, a paper and a text hold of it, and what it refuses."""

import json

import pytest
from bs4 import BeautifulSoup

import tiny_book
from reiswijzer.book.vlogs import length
from reiswijzer.content import vlogs

PAGE = vlogs.vlog("mkw-kader").provenance.page
FILMS = {
    "book/vlogs/kader.mp4": b"film" * 500_000,
    "book/vlogs/kader.jpg": b"poster",
    "book/vlogs/kader.nl.vtt": b"WEBVTT\n",
    "book/vlogs/stem.mp4": b"film",
    "book/vlogs/stem.jpg": b"poster",
    "book/vlogs/stem.nl.vtt": b"WEBVTT\n",
    "book/vlogs/manifest.json": json.dumps(
        {
            ident: {
                "title": "Lijnen <en> 'deuren'",
                "seconds": 82.4,
                "transcript": [[0, "Een *deur*."], [61.2, "Twee deuren."]],
                "chapters": [[61.2, "De tweede"]],
                "shown": ["2014.", "*5.900*."],
                "voice": ident == "stem",
            }
            for ident in ("kader", "stem")
        }
    ).encode(),
}
REMOTE = {
    "id": "proef",
    "insight": 2,
    "provenance": "mkw",
    "status": "te zien",
    "speaker": "Hans Vedder",
    "title": "Lijnen <en> 'deuren'",
    "seconds": 240,
    "kijkwijzer": "Let op.",
    "source": "peertube",
    "host": "video.example.org:8443",
    "video": "9c9de5e8-0a1e",
    "transcript": "Eerst dit,\nen meer.\n  \n2019. Toen *dat* <b>ook</b>.",
}
MKW = {"provenance": "mkw", "status": "bekend"}
KNOWN = (
    {**MKW, "id": "weten-wie", "insight": 2, "speaker": "Hans Vedder"},
    {**MKW, "id": "weten-niet", "insight": 3},
    {**MKW, "id": "weten-kader", "speaker": "Stefan Cloudt"},
)
STEM = {"id": "stem", "provenance": "module", "status": "te zien", "source": "local", "kijkwijzer": "Let op."}


@pytest.fixture
def page(tmp_path, monkeypatch):
    """Return a function that builds a page with a vlog, with other entries beside those of the file."""

    def build(text, *tables, builder="html", films=FILMS):
        entries = {"kader": vlogs.vlog("kader")}
        own = {table["id"]: vlogs.parse(table) for table in tables}
        monkeypatch.setattr(vlogs, "vlogs", lambda: {**entries, **own})
        monkeypatch.setattr("reiswijzer.content.check.vlogs", vlogs.vlogs)
        return tiny_book.build(tmp_path, {"index": f"# Proef\n\n{text}\n"}, builder=builder, files=films)

    return build


def soup(built):
    out, warnings = built
    assert not warnings
    return BeautifulSoup((out / "index.html").read_text(), "html.parser")


def test_a_film_of_this_book_has_poster_captions_download_and_words(page, tmp_path):
    html = soup(page("```{vlog} kader\n```"))
    block = html.select_one("#vlog-kader[role=group]")
    assert block["aria-label"] == "Vlog: Lijnen <en> 'deuren'"
    video, track = block.select_one("video"), block.select_one("track")
    assert video.has_attr("controls")
    assert not video.has_attr("autoplay")
    assert (video["preload"], video["width"], video["height"]) == ("none", "1280", "720")
    assert (track["kind"], track["srclang"], track["label"]) == ("captions", "nl", "Nederlands")
    assert track.has_attr("default")
    saved = block.select_one("a[download]")
    assert saved.get_text() == "Download de film (mp4, 2,0 MB)"
    for address in (video["src"], video["poster"], track["src"], saved["href"]):
        assert (tmp_path / "html" / address).is_file()
    assert "Beeldverhaal van deze module, geen opname van de verkenners" in block.get_text()
    assert block.select("details p")[-1].get_text() == "In beeld staat ook: 2014 · *5.900*."
    lines = [line.get_text() for line in block.select("details .rw-vlog-regel")]
    assert lines == ["0:00 Een *deur*.", "1:01 De tweede", "1:01 Twee deuren."]
    assert not html.select("script[src*=vlog]")


def test_the_block_opens_with_minutes_and_what_to_watch_for(page):
    text = soup(page("```{vlog} kader\n```")).select_one(".rw-vlog-kijkwijzer").get_text()
    assert text == f"Ongeveer 1½ minuut, zonder geluid. {vlogs.vlog('kader').kijkwijzer}"


def test_only_a_film_in_which_nobody_speaks_is_without_sound(page):
    html = soup(page("```{vlog} stem\n```", STEM))
    assert html.select_one(".rw-vlog-kijkwijzer").get_text() == "Ongeveer 1½ minuut. Let op."


def test_a_film_elsewhere_may_be_without_sound(page):
    html = soup(page("```{vlog} proef\n```", {**REMOTE, "silent": True}))
    assert "Ongeveer 4 minuten, zonder geluid." in html.select_one(".rw-vlog-kijkwijzer").get_text()


def test_a_film_elsewhere_is_a_link_and_names_who_receives_what(page):
    html = soup(page("```{vlog} proef\n```", REMOTE))
    block = html.select_one("#vlog-proef")
    assert not html.select("iframe, video")
    assert block.select_one("a.rw-vlog-scherm")["href"] == "https://video.example.org:8443/w/9c9de5e8-0a1e"
    assert "video.example.org:8443, " not in block.get_text()
    assert "ontvangt dan uw IP-adres" in block.select_one(".rw-vlog-wie").get_text()
    assert block.select_one(".rw-vlog-kijkwijzer").get_text() == "Met Hans Vedder. Ongeveer 4 minuten. Let op."
    assert [link["href"] for link in block.select(".rw-vlog-herkomst a")] == [
        "https://video.example.org:8443/w/9c9de5e8-0a1e",
        PAGE,
    ]
    assert block.select_one("[data-embed]")["data-key"] == "reiswijzer/1/vlog/video.example.org:8443"
    assert [p.get_text() for p in block.select("details p")] == [
        "Eerst dit, en meer.",
        "2019. Toen *dat* <b>ook</b>.",
    ]
    assert len(html.select("script[type=module][src*='vlog.mjs']")) == 1


def test_a_plain_link_has_nothing_to_put_in_the_page(page):
    table = {key: value for key, value in REMOTE.items() if key not in ("host", "video")}
    html = soup(page("```{vlog} proef\n```", {**table, "source": "link", "address": "https://example.org/film"}))
    assert html.select_one("#vlog-proef a.rw-vlog-scherm")["href"] == "https://example.org/film"
    assert not html.select("[data-embed], script[src*=vlog]")


@pytest.mark.parametrize(
    ("ident", "begin"),
    [
        ("weten-wie", "In een van de vlogs bij het essay spreekt Hans Vedder over dit inzicht."),
        ("weten-niet", "Bij het essay hoort ook over dit inzicht een vlog. Wie er spreekt"),
        ("weten-kader", "Bij het essay hoort ook een vlog waarin Stefan Cloudt het kader schetst."),
    ],
)
def test_what_is_only_known_is_one_honest_line(page, ident, begin):
    line = soup(page(f"```{{vlog}} {ident}\n```", *KNOWN)).select_one(f"p#vlog-{ident}")
    assert line.get_text().startswith(begin)
    assert "Alle zes vlogs" in line.get_text()
    assert [link["href"] for link in line.select("a")] == [PAGE]


@pytest.mark.parametrize("builder", ["text", "latex"])
def test_paper_has_title_speaker_link_words_and_where_to_watch(page, builder):
    text = "```{vlog} kader\n```\n\n```{vlog} proef\n```"
    out, warnings = page(text, {**REMOTE, "title": "Lijnen en deuren"}, builder=builder)
    assert not warnings
    made = next(path.read_text() for path in out.glob("*.t*x*") if "Lijnen en deuren" in path.read_text())
    addresses = ("9c9de5e8", "mkw-platform.nl") if builder == "latex" else ()
    for words in ("Met Hans Vedder", "Eerst dit", "Twee deuren.", "geen opname", "op internet", *addresses):
        assert words in made
    assert "Download" not in made


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("```{vlog} bestaat-niet\n```", "vlogs.toml: bestaat-niet: there is no vlog with this id"),
        ("```{vlog} zoek\n```", "vlogs.toml: zoek: poster 'zoek.jpg' does not stand in book/vlogs"),
    ],
)
def test_what_is_wrong_is_a_warning_with_page_and_id(page, text, message):
    _, warnings = page(text, {**REMOTE, "id": "zoek", "poster": "zoek.jpg"})
    assert message in warnings
    assert "index.md:" in warnings


def test_a_film_that_is_not_there_is_a_warning_with_page_and_id(page):
    _, warnings = page("```{vlog} kader\n```", films={})
    assert "manifest.json: kader: there are no films" in warnings
    assert "index.md:" in warnings


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "Lengte onbekend"),
        (2, "Ongeveer een halve minuut"),
        (62, "Ongeveer 1 minuut"),
        (82, "Ongeveer 1½ minuut"),
        (119, "Ongeveer 2 minuten"),
        (240, "Ongeveer 4 minuten"),
    ],
)
def test_a_length_is_told_in_half_minutes(seconds, words):
    assert length(seconds) == words
