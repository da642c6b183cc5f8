"""Vergelijk met: alike in issue, different in form or in what came of it."""

import subprocess
import sys

import pytest

from reiswijzer.content.cases import case, cases
from reiswijzer.content.files import ContentError
from reiswijzer.content.themes import themes
from reiswijzer.exercises import alike

PAIRS = [(item, found) for item in cases().values() for found in alike.compare_with(item)]
LABELS = {theme.label for theme in themes().values()}


@pytest.mark.parametrize(("item", "found"), PAIRS, ids=lambda each: getattr(each, "id", ""))
def test_the_rule_holds_for_every_pair(item, found):
    assert found.case.id != item.id
    assert found.shared
    assert LABELS.issuperset(found.shared)
    assert found.differs
    assert found.likeness <= alike.compare_with(item)[0].likeness


def test_every_case_has_two_others():
    for item in cases().values():
        assert len({found.case.id for found in alike.compare_with(item)}) == 2


FORM, OUTCOME, BOTH = ("vorm",), ("opbrengst",), ("vorm", "opbrengst")


@pytest.mark.parametrize(
    ("ident", "first", "second"),
    [
        ("jongeren-perspectief-fonds", ("vroegsignalering-schulden", FORM), ("financieel-fit-den-helder", FORM)),
        ("voedselbanken", ("financieel-fit-den-helder", FORM), ("lokaal-woonlastenakkoord-den-bosch", BOTH)),
        ("weer-thuis", ("housing-first-nederland", BOTH), ("thuis-in-de-wijk-breda", FORM)),
        ("klooster-en-buren", ("zorgcooperatie-hoogeloon", OUTCOME), ("empathic-living-labs-roermond", BOTH)),
        ("stroomversnelling", ("warmtebedrijf-rotterdam", FORM), ("programma-aardgasvrije-wijken", BOTH)),
        ("nprz", ("krachtwijken", OUTCOME), ("pact-op-zuid", OUTCOME)),
    ],
)
def test_who_stands_beside_whom_and_in_what_they_differ(ident, first, second):
    assert [(each.case.id, each.differs) for each in alike.compare_with(case(ident))] == [first, second]


def compared(*others):
    """Return comparisons in this order, as if all were about as much alike."""
    return tuple(alike.Comparison(case(ident), ("dorp en platteland",), differs, 0.5) for ident, differs in others)


@pytest.mark.parametrize(
    ("others", "second"),
    [
        # Nexus and Gemert are networks with plans, Breda an agreement with plans, Ons Doel a network without a result.
        ([("nexus-limburg", FORM), ("lokaal-woonnetwerk-gemert", FORM), ("thuis-in-de-wijk-breda", FORM)], 2),
        ([("nexus-limburg", FORM), ("lokaal-woonnetwerk-gemert", OUTCOME), ("thuis-in-de-wijk-breda", FORM)], 1),
        ([("nexus-limburg", BOTH), ("lokaal-woonnetwerk-gemert", FORM), ("ons-doel-leiden", BOTH)], 2),
        ([("nexus-limburg", BOTH), ("lokaal-woonnetwerk-gemert", FORM)], 1),
    ],
)
def test_the_second_is_the_next_that_brings_something_else(monkeypatch, others, second):
    monkeypatch.setattr(alike, "candidates", lambda _: compared(*others))
    assert [each.case.id for each in alike.compare_with(case("weer-thuis"))] == [others[0][0], others[second][0]]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("nexus-limburg", "lokaal-woonnetwerk-gemert", ()),
        ("nexus-limburg", "thuis-in-de-wijk-breda", FORM),
        ("nexus-limburg", "ons-doel-leiden", OUTCOME),
        ("thuis-in-de-wijk-breda", "ons-doel-leiden", BOTH),
        ("pact-op-zuid", "nprz", OUTCOME),
    ],
)
def test_in_what_two_differ(one, other, expected):
    assert alike.differences(case(one), case(other)) == expected
    assert alike.differences(case(other), case(one)) == expected


def test_what_is_unknown_is_no_difference():
    assert not case("pact-op-zuid").form
    assert all("vorm" not in found.differs for found in alike.candidates(case("pact-op-zuid")))


def test_form_counts_for_nothing_in_likeness():
    assert not any(feature.startswith("vorm") for features in alike.case_features().values() for feature in features)


@pytest.mark.parametrize(
    ("ident", "others"),
    [
        ("vroegsignalering-schulden", {"lokaal-woonlastenakkoord-den-bosch", "jongeren-perspectief-fonds"}),
        ("weer-thuis", {"housing-first-nederland", "thuis-in-de-wijk-breda"}),
        ("stroomversnelling", {"warmtebedrijf-rotterdam", "programma-aardgasvrije-wijken"}),
    ],
)
def test_pairs_that_a_director_would_expect(ident, others):
    assert {found.case.id for found in alike.compare_with(case(ident))} == others


def test_the_example_on_the_model_card():
    found = next(each for each in alike.candidates(case("weer-thuis")) if each.case.id == "housing-first-nederland")
    assert round(found.likeness, 2) == 0.72
    assert found.shared == ("zelfstandig wonen met begeleiding", "dakloosheid en huisuitzetting")


def test_who_has_all_of_a_description_stands_above_who_has_less_of_it():
    """As on the model card: the second one has no other themes, and for that reason stood first once."""
    found = {each.id: each for each in alike.nearest("", ("schulden", "vroeg", "dakloosheid"), most=5)}
    order = list(found)
    assert order[0] == "lokaal-woonlastenakkoord-den-bosch"
    assert found["lokaal-woonlastenakkoord-den-bosch"].covered == pytest.approx(1)
    assert "onder-de-pannen" in order[1:]
    assert round(found["onder-de-pannen"].covered, 2) == 0.64
    assert found["onder-de-pannen"].likeness > found["lokaal-woonlastenakkoord-den-bosch"].likeness


def test_the_pages_of_the_book_get_by_without_widgets():
    code = "import sys, reiswijzer.exercises.alike; sys.exit('ipywidgets' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_young_newcomers_are_not_laid_beside_repeat_offenders():
    assert "top600-amsterdam" not in {found.case.id for found in alike.compare_with(case("startblok-riekerhaven"))}


@pytest.mark.parametrize(
    ("ident", "other", "expected"),
    [
        (
            "jongeren-perspectief-fonds",
            "vroegsignalering-schulden",
            (
                "Net als hier gaat het over ‘schulden en betalingsachterstanden’. De vorm verschilt: hier ‘eigen "
                "stichting, vereniging of bedrijf’, daar ‘van bovenaf opgelegd’."
            ),
        ),
        (
            "regionale-energiecooperatie",
            "rescoop-limburg",
            (
                "Net als hier gaat het over ‘energie opwekken en verdelen’ en ‘zeggenschap van bewoners’. Wat ervan "
                "bekend is, verschilt: hier ‘geen opbrengst gevonden’, daar ‘iets opgericht, gebouwd of geleverd’."
            ),
        ),
    ],
)
def test_the_reason_in_words(ident, other, expected):
    found = next(each for each in alike.compare_with(case(ident)) if each.case.id == other)
    assert alike.reason(case(ident), found) == expected


def test_both_differences_in_one_reason():
    item = case("weer-thuis")
    found = next(each for each in alike.compare_with(item) if each.differs == ("vorm", "opbrengst"))
    words = alike.reason(item, found)
    assert "De vorm verschilt: hier" in words
    assert "Ook wat ervan bekend is, verschilt: hier" in words


def test_the_rule_says_what_it_is():
    assert "Rekenmodel van deze module, geen meting." in alike.rule()


def test_too_few_is_a_content_error(monkeypatch):
    monkeypatch.setattr(alike, "candidates", lambda _: ())
    with pytest.raises(ContentError, match="weer-thuis"):
        alike.compare_with(case("weer-thuis"))
