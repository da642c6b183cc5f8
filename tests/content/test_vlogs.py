"""Every vlog says what is known and no more; what cannot be right is named by file and id."""

import json

import pytest

from reiswijzer.content import vlogs
from reiswijzer.content.check import check_all
from reiswijzer.content.clips import MANIFEST, clip
from reiswijzer.content.files import ContentError, toml

ELSEWHERE = {"id": "proef", "provenance": "mkw", "status": "te zien", "title": "Proef", "kijkwijzer": "Let op."}
YOUTUBE = {**ELSEWHERE, "source": "youtube", "video": "abcdefghijk"}
VIMEO = {**ELSEWHERE, "source": "vimeo", "video": "123456789"}
PEERTUBE = {**ELSEWHERE, "source": "peertube", "host": "video.example.org", "video": "9c9de5e8-0a1e"}
LINK = {**ELSEWHERE, "source": "link", "address": "https://example.org/film"}
LOCAL = {"id": "proef", "provenance": "module", "status": "te zien", "source": "local", "kijkwijzer": "Let op."}
KNOWN = {"id": "proef", "provenance": "mkw", "status": "bekend"}
GOOD = {"title": "Proef", "seconds": 61.5, "transcript": [[0, "Een."], [4.5, "Twee."]], "chapters": [[0, "Begin"]]}


def test_there_are_six_originals_and_the_two_known_speakers():
    originals = [item for item in vlogs.vlogs().values() if item.provenance.id == "mkw"]
    assert [item.insight for item in originals] == [None, 1, 2, 3, 4, 5]
    assert [item.id for item in originals] == ["mkw-kader", *(f"mkw-inzicht-{number}" for number in range(1, 6))]
    speakers = {item.insight: item.speaker for item in originals}
    assert (speakers[None], speakers[2]) == ("Stefan Cloudt", "Hans Vedder")
    assert all(item.provenance.page.startswith("https://mkw-platform.nl/") for item in originals)


def test_the_journey_and_every_insight_have_a_film_of_this_book():
    own = [item for item in vlogs.vlogs().values() if item.source == "local"]
    assert [(item.id, item.insight) for item in own] == [
        ("kader", None),
        *((f"inzicht-{number}", number) for number in range(1, 6)),
    ]
    assert all(item.kijkwijzer.endswith(".") for item in own)


def test_only_the_privacy_address_of_a_host_is_put_in_a_page():
    assert vlogs.parse(YOUTUBE).embed == "https://www.youtube-nocookie.com/embed/abcdefghijk"
    assert vlogs.parse(VIMEO).embed == "https://player.vimeo.com/video/123456789?dnt=1"
    hidden = vlogs.parse({**VIMEO, "video": "123456789/abcdef1234"})
    assert hidden.embed == "https://player.vimeo.com/video/123456789?h=abcdef1234&dnt=1"
    assert hidden.watch == "https://vimeo.com/123456789/abcdef1234"
    assert vlogs.parse(PEERTUBE).embed == "https://video.example.org/videos/embed/9c9de5e8-0a1e"
    assert vlogs.parse(LINK).embed == ""
    assert vlogs.parse(LINK).watch == "https://example.org/film"


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ({**YOUTUBE, "source": "dailymotion"}, "source 'dailymotion' is not one of local, youtube"),
        ({**YOUTUBE, "video": "https://youtu.be/abcdefghijk"}, "video 'https://youtu.be/abcdefghijk' must match"),
        ({**YOUTUBE, "source": "vimeo"}, "video 'abcdefghijk' must match"),
        ({**YOUTUBE, "video": "abcdefghijé"}, "video 'abcdefghijé' must match"),
        ({**YOUTUBE, "source": "vimeo", "video": "12345678٩"}, "video '12345678٩' must match"),
        ({**YOUTUBE, "source": "vimeo", "video": "123456789/../1"}, "video '123456789/../1' must match"),
        ({**YOUTUBE, "source": ["youtube"]}, "source cannot be ['youtube']"),
        ({**YOUTUBE, "provenance": ["mkw"]}, "provenance cannot be ['mkw']"),
        ({**YOUTUBE, "poster": "../../index.md"}, "poster '../../index.md' must match"),
        ({**YOUTUBE, "poster": "proef.md"}, "poster 'proef.md' must match"),
        ({key: value for key, value in PEERTUBE.items() if key != "host"}, "'host' is missing"),
        ({**PEERTUBE, "host": "http://video.example.org"}, "host 'http://video.example.org' must match"),
        ({**LINK, "address": "http://example.org/film"}, "address 'http://example.org/film' must match"),
        ({**LINK, "address": "https://example.org/a)b"}, "address 'https://example.org/a)b' must match"),
        ({**LINK, "address": "https://example.org/a(b"}, "address 'https://example.org/a(b' must match"),
        ({**LINK, "address": "https://example.org/<a>"}, "address 'https://example.org/<a>' must match"),
        ({**LINK, "address": "https://example.org/a b"}, "address 'https://example.org/a b' must match"),
        ({**LINK, "address": "javascript:alert(1)"}, "address 'javascript"),
        ({**YOUTUBE, "insight": 7}, "insight cannot be 7"),
        ({**YOUTUBE, "insight": "2"}, "insight cannot be '2'"),
        ({**YOUTUBE, "seconds": -5}, "seconds cannot be -5"),
        ({**YOUTUBE, "seconds": float("inf")}, "seconds cannot be inf"),
        ({**YOUTUBE, "seconds": float("nan")}, "seconds cannot be nan"),
        ({**YOUTUBE, "seconds": True}, "seconds cannot be True"),
        ({**YOUTUBE, "silent": "ja"}, "silent cannot be 'ja'"),
        ({**YOUTUBE, "speaker": " "}, "speaker cannot be ' '"),
        ({key: value for key, value in YOUTUBE.items() if key != "title"}, "'title' is missing"),
        *(
            ({key: value for key, value in table.items() if key != "kijkwijzer"}, "'kijkwijzer' is missing")
            for table in (LOCAL, YOUTUBE, VIMEO, PEERTUBE, LINK)
        ),
        ({**LOCAL, "silent": True}, "'silent' is not a key of a vlog with source 'local'"),
        ({**YOUTUBE, "sprekers": "Iemand"}, "'sprekers' is not a key"),
        ({**YOUTUBE, "host": "example.org"}, "'host' is not a key of a vlog with source 'youtube'"),
        ({**LOCAL, "title": "Proef"}, "'title' is not a key of a vlog with source 'local'"),
        ({**KNOWN, "status": "te zien"}, "status 'te zien' must be"),
        ({**YOUTUBE, "status": "bekend"}, "status 'bekend' must be"),
        ({**YOUTUBE, "provenance": "elders"}, "provenance 'elders' is not in this file"),
    ],
)
def test_an_entry_that_cannot_be_right_is_named(table, problem):
    with pytest.raises(ContentError) as raised:
        vlogs.parse(table)
    assert str(raised.value).startswith("vlogs.toml: proef: ")
    assert problem in str(raised.value)


@pytest.mark.parametrize("ident", ["Proef", "proef vlog", 'proef"', "../proef", "-"])
def test_an_id_that_cannot_stand_in_a_page_is_named(ident):
    with pytest.raises(ContentError, match=r"id '.*' must match"):
        vlogs.parse({**YOUTUBE, "id": ident})


@pytest.fixture
def registry(monkeypatch):
    """Return a function that puts tables in the place of those in the file."""

    def put(*tables):
        whole = {**toml(vlogs.FILE), "vlog": list(tables)}
        monkeypatch.setattr("reiswijzer.content.vlogs.toml", lambda file: whole if file == vlogs.FILE else toml(file))
        vlogs.vlogs.cache_clear()

    yield put
    monkeypatch.undo()
    vlogs.vlogs.cache_clear()


def test_an_id_that_occurs_twice_is_named(registry):
    registry(YOUTUBE, LINK)
    with pytest.raises(ContentError, match=r"vlogs\.toml: proef: occurs twice"):
        check_all()


def test_an_unknown_id_is_named():
    with pytest.raises(ContentError, match=r"vlogs\.toml: bestaat-niet: there is no vlog"):
        vlogs.vlog("bestaat-niet")


@pytest.fixture
def films(tmp_path):
    """Return a folder with the film `proef`."""
    (tmp_path / MANIFEST).write_text(json.dumps({"proef": GOOD}))
    for name in ("proef.mp4", "proef.jpg", "proef.nl.vtt"):
        (tmp_path / name).write_bytes(b"x")
    return tmp_path


def test_a_film_is_what_its_manifest_says(films):
    found = clip("proef", films)
    assert (found.title, found.seconds, found.chapters) == ("Proef", 61.5, ((0.0, "Begin"),))
    assert found.transcript == ((0.0, "Een."), (4.5, "Twee."))
    assert (found.shown, found.voice) == ((), False)


def test_a_film_may_have_a_voice_and_texts_that_stand_only_in_the_picture(films):
    (films / MANIFEST).write_text(json.dumps({"proef": {**GOOD, "shown": ["2014", "5.900"], "voice": True}}))
    found = clip("proef", films)
    assert (found.shown, found.voice) == (("2014", "5.900"), True)


def test_a_film_that_the_manifest_does_not_know_stops_the_check_with_its_id(films, registry):
    registry({**LOCAL, "id": "proef"})
    check_all(films)
    registry({**LOCAL, "id": "zoek"})
    with pytest.raises(ContentError, match=r"manifest\.json: zoek: there is no film"):
        check_all(films)


@pytest.mark.parametrize("name", ["proef.mp4", "proef.jpg", "proef.nl.vtt"])
def test_a_file_of_a_film_that_is_not_there_is_named(films, name):
    (films / name).unlink()
    with pytest.raises(ContentError, match=f"proef: {name} does not stand"):
        clip("proef", films)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "is not valid JSON"),
        ("{}", "there is no film with this id"),
        (json.dumps({"proef": {**GOOD, "shown": "2014"}}), "'shown' is not a list of texts"),
        (json.dumps({"proef": {**GOOD, "shown": [""]}}), "'shown' is not a list of texts"),
        (json.dumps({"proef": {**GOOD, "voice": "ja"}}), "voice cannot be 'ja'"),
        (json.dumps({"proef": {**GOOD, "title": ""}}), "'title' is missing"),
        (json.dumps({"proef": {**GOOD, "transcript": [["Een."]]}}), "'transcript' is not a list of seconds with words"),
    ],
)
def test_a_manifest_that_cannot_be_right_is_named(films, text, problem):
    (films / MANIFEST).write_text(text)
    with pytest.raises(ContentError, match=rf"manifest\.json: proef: {problem}"):
        clip("proef", films)


def test_a_book_without_films_says_so(tmp_path):
    with pytest.raises(ContentError, match=r"proef: there are no films"):
        clip("proef", tmp_path / "nergens")
