"""Each check passes on the real cases and fails on data that are broken for it."""

import dataclasses

import pytest

from reiswijzer.content import case_checks
from reiswijzer.content.case_checks import check_cases, checked, checks, well_formed
from reiswijzer.content.cases import Source, case, cases
from reiswijzer.content.files import ContentError, toml
from reiswijzer.content.provinces import province_at

NEXUS = "nexus-limburg"
PAGE = "https://mkw-platform.nl/voortgang-verkenning-naar-eigentijdse-samenwerking/"
BROKEN = [
    ("bron", NEXUS, {"sources": ()}),
    ("bron", NEXUS, {"source_url": "https://mkw-platform.nl/een-andere-bladzijde/"}),
    ("dubbel", NEXUS, {"sources": (Source(PAGE, "a"), Source(PAGE, "b"))}),
    ("adres", NEXUS, {"sources": (Source("mkw-platform.nl", "a"),)}),
    ("uitgever", NEXUS, {"sources": (Source("https://onbekend.example/", "a"),)}),
    ("paar", NEXUS, {"lat": None}),
    ("paar", NEXUS, {"lon": None}),
    ("land", NEXUS, {"lat": 5.748, "lon": 51.285}),
    ("land", NEXUS, {"lat": 51.02, "lon": 6.4}),  # in Germany
    ("provincie", NEXUS, {"province": "Noord-Brabant"}),
    ("provincie", NEXUS, {"province": ""}),
    ("provincie", NEXUS, {"province": "Friesland"}),  # not its name in these data
    ("provincie", "jogg", {"province": "Utrecht"}),  # the whole country
    ("plek", NEXUS, {"spot": ""}),
    ("jaar", "jogg", {"start_year": 1979}),
    ("jaar", "jogg", {"start_year": 2027}),
    ("inzichten", NEXUS, {"insights": ()}),
    ("inzichten", NEXUS, {"insights": (0, 1)}),
    ("inzichten", NEXUS, {"insights": (3, 1)}),
    ("inzichten", NEXUS, {"insights": (1, 1)}),
    ("zekerheid", NEXUS, {"confidence": ""}),
    ("vorm", NEXUS, {"form": ""}),
    ("vorm", "pact-op-zuid", {"form": "netwerk"}),
    ("opbrengst", NEXUS, {"outcomes": ()}),
    ("opbrengst", NEXUS, {"outcomes": ("geen", "gemaakt")}),
    ("opbrengst", "ons-doel-leiden", {"outcomes": ("gemaakt",)}),
    ("tegenvaller", NEXUS, {"setbacks": ()}),
    ("tegenvaller", "lokaal-woonnetwerk-gemert", {"setbacks": ("geld",)}),
]


def broken(ident, changes):
    return {**cases(), ident: dataclasses.replace(case(ident), **changes)}


@pytest.mark.parametrize(("check", "ident", "changes"), BROKEN)
def test_a_check_fails_on_what_is_broken_for_it(check, ident, changes):
    found = {each.check.id: each.offending for each in checked(broken(ident, changes).values())}
    assert found[check] == (ident,)


def test_every_check_has_been_seen_to_fail():
    assert {check for check, _, _ in BROKEN} == {check.id for check in checks()} == set(case_checks.RULES)


def test_the_real_cases_pass_and_the_counts_are_what_was_looked_at():
    found = {each.check.id: each for each in checked(cases().values())}
    assert not [each for each in found.values() if each.offending]
    placed = sum(item.lat is not None for item in cases().values())
    assert found["bron"].count == 42
    assert found["adres"].count == found["uitgever"].count == 133
    assert found["land"].count == found["plek"].count == placed == 28
    assert found["jaar"].count == sum(item.start_year is not None for item in cases().values())


def test_a_place_just_over_the_border_is_within_the_margin_and_further_is_not():
    at_sea = {"lat": 52.37, "lon": 4.52, "province": "Noord-Holland"}  # less than two kilometres from Zandvoort
    west = dataclasses.replace(case("krachtige-basiszorg-overvecht"), **at_sea)
    assert province_at(52.37, 4.52) is None
    far = dataclasses.replace(west, lon=4.45)
    found = {each.check.id: each.offending for each in checked([west])}
    assert found["land"] == found["provincie"] == ()
    assert {each.check.id for each in checked([far]) if each.offending} == {"land", "provincie"}


def test_the_build_stops_with_file_id_and_sentence(monkeypatch):
    wrong = broken("jogg", {"start_year": 1066})
    monkeypatch.setattr(case_checks, "cases", lambda: wrong)
    with pytest.raises(ContentError, match=r"cases\.csv: jogg: check 'jaar': .*tussen 1980 en 2026"):
        check_cases()


@pytest.mark.parametrize("lost", ["rule", "sentence"])
def test_a_rule_without_a_sentence_and_the_other_way_round_are_named(monkeypatch, lost):
    if lost == "rule":
        monkeypatch.delitem(case_checks.RULES, "jaar")
    else:
        left = [table for table in toml(case_checks.FILE)["controle"] if table["id"] != "jaar"]
        monkeypatch.setattr(case_checks, "toml", lambda _: {"controle": left})
    with pytest.raises(ContentError, match=r"kaart/controles\.toml: jaar: has a rule or a sentence"):
        checks()


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://nos.nl/artikel/1", True),
        ("http://www.nu.nl", True),
        ("https://data.rvo.nl/co%C3%B6peratie", True),
        ("ftp://nos.nl/x", False),
        ("https:///artikel", False),
        ("https://nos/artikel", False),
        ("https://.nl/", False),
        ("https://nos.nl/een artikel", False),
        ("https://nos.nl/artikel\n", False),
        ("https://[nos.nl/", False),
        ("javascript:alert(1)", False),
        ("", False),
    ],
)
def test_an_address_is_well_formed_or_not(url, good):
    assert well_formed(url) is good
