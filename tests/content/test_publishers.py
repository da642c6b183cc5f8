"""Every source has a publisher of a kind; a mirror is never taken for the one who wrote it."""

import dataclasses

import pytest

from reiswijzer.content import files, publishers
from reiswijzer.content.cases import Source, case, cases
from reiswijzer.content.files import ContentError

NPRZ = "https://penc-rotterdam.prd.riviumba.com/jaarstukken2023/paragrafen/nationaal-programma-rotte"


def read(monkeypatch, file, change):
    """Let the loader see the rows of one file after a change."""
    real = files.rows(file)
    monkeypatch.setattr(publishers, "rows", lambda name: change(real) if name == file else files.rows(name))


def with_first(**fields):
    return lambda rows: ({**rows[0], **fields}, *rows[1:])


def test_every_source_has_a_line_and_every_line_a_known_kind():
    lines = [publishers.source_line(item, source) for item in cases().values() for source in item.sources]
    assert len(lines) == 133
    assert {line.kind for line in lines} == set(publishers.words("soort")) == set(publishers.words("uitleg"))
    assert all(line.publisher and line.supports and not line.supports.startswith("hoofdbron") for line in lines)
    assert sum(line.main for line in lines) == 42


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda rows: rows[1:], r"publishers\.csv: 5dok\.net: is the host of a source of passend-onderwijs"),
        (lambda rows: (*rows, rows[0]), r"publishers\.csv: 5dok\.net: occurs twice"),
        (with_first(host="nergens.nl"), r"publishers\.csv: nergens\.nl: no source has this host"),
        (with_first(kind="roddel"), r"publishers\.csv: 5dok\.net: kind 'roddel'"),
        (with_first(name=""), r"publishers\.csv: 5dok\.net: 'name' is missing"),
        (with_first(partner_of="jogg"), r"publishers\.csv: 5dok\.net: partner_of: 'jogg'"),
        (with_first(kind="partner", partner_of="passend-onderwijs"), r"publishers\.csv: 5dok\.net: is a partner, but"),
    ],
)
def test_a_publisher_that_cannot_be_right_is_named(monkeypatch, change, message):
    read(monkeypatch, publishers.FILE, change)
    with pytest.raises(ContentError, match=message):
        publishers.publishers.__wrapped__()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"url": "https://nergens.nl/"}, r"publishers_original\.csv: https://nergens\.nl/: is no source"),
        ({"original": ""}, "'original' is missing"),
        ({"known_from": "gok"}, "known_from is 'gok'"),
    ],
)
def test_an_original_publisher_that_cannot_be_right_is_named(monkeypatch, fields, message):
    read(monkeypatch, publishers.ORIGINALS_FILE, with_first(**fields))
    with pytest.raises(ContentError, match=message):
        publishers.originals.__wrapped__()


def test_a_publisher_is_a_partner_only_in_its_own_case():
    vng = {item.id: source for item in cases().values() for source in item.sources if "//vng.nl" in source.url}
    assert {ident: publishers.kind_of(source, case(ident)) for ident, source in vng.items()} == {
        "nprz": "kennis",
        "weer-thuis": "partner",
    }


def test_with_and_without_www_is_one_publisher():
    assert publishers.publisher("http://WWW.Nul20.nl/x") is publishers.publisher("https://nul20.nl/y")


@pytest.mark.parametrize("url", ["https://nergens.nl/x", "geen adres"])
def test_an_unknown_host_is_named(url):
    with pytest.raises(ContentError, match="there is no publisher with this host"):
        publishers.publisher(url)


def test_a_mirror_says_from_whom_it_is_or_that_this_is_not_known():
    notes = {}
    for item in cases().values():
        for source in item.sources:
            line = publishers.source_line(item, source)
            if source.url in publishers.mirrors():
                assert line.original_note, source.url
                notes[source.url] = line
    assert len(notes) == len(publishers.mirrors()) == 7
    assert sum(not line.original for line in notes.values()) == 3
    assert "gemeente Rotterdam" in notes[NPRZ].original_note
    assert "adres" in notes[NPRZ].original_note


def test_a_source_says_whose_it_is_and_does_not_repeat_its_title():
    said = {
        source.url: (line.by, line.found_at)
        for item in cases().values()
        for source in item.sources
        for line in [publishers.source_line(item, source)]
    }
    assert said[NPRZ][0].startswith("de gemeente Rotterdam")
    assert said[NPRZ][0].endswith("zelf betrokken")
    assert "riviumba.com" in said[NPRZ][1]
    assert "webadres" in said[NPRZ][1]
    assert said["https://vng.nl/artikelen/rotterdam-zuid-het-antwoord-op-wijkvernieuwing"] == ("", "")
    assert said["https://rekenkamer.rotterdam.nl/onderzoeken/zorg-om-zuid/"] == ("Rekenkamer Rotterdam, onderzoek", "")
    assert said["https://nieuws.nl/algemeen/20180411/vaart-maken-met-aanpak-verwarde-mensen/"] == ("Nieuws.nl", "")
    assert said["https://adoc.pub/het-epd-voorbij-februari-2012.html"][0] == ""
    assert "weten wij niet" in said["https://adoc.pub/het-epd-voorbij-februari-2012.html"][1]


def test_what_nobody_passes_on_has_no_original():
    item = case("nexus-limburg")
    assert publishers.source_line(item, item.sources[0]).original_note == ""


def test_cases_that_rest_on_partners_have_no_other_voice(monkeypatch):
    found = publishers.resting_on_partners()
    assert "zorgalliantie" in found
    outside = Source("https://nos.nl/artikel/1", "ander geluid")
    item = case("zorgalliantie")
    heard = dataclasses.replace(item, sources=(*item.sources, outside))
    monkeypatch.setattr(publishers, "cases", lambda: {**cases(), item.id: heard})
    assert publishers.resting_on_partners() == tuple(each for each in found if each != item.id)
    assert item.id in publishers.with_a_partner()


def test_cases_in_which_a_partner_speaks_are_more_than_those_in_which_only_partners_do():
    spoken = set(publishers.with_a_partner())
    assert set(publishers.resting_on_partners()) < spoken
    assert "weer-thuis" in spoken
    assert "jogg" not in spoken
