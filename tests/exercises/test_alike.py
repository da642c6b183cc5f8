"""Vergelijk met: alike in issue, different in form or in what came of it."""

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
    assert found.differs == alike.differences(item, found.case)
    assert found.differs
    assert alike.case_features()[item.id] & alike.case_features()[found.case.id]


def test_every_case_has_two_others():
    for item in cases().values():
        assert len({found.case.id for found in alike.compare_with(item)}) == 2


def test_the_first_is_the_likest_and_the_second_brings_something_else():
    for item in cases().values():
        first, second = alike.compare_with(item)
        every = alike.candidates(item)
        assert first == every[0]
        brings = [
            each
            for each in every[1:]
            if set(each.differs) - set(first.differs) or alike.differences(first.case, each.case)
        ]
        assert second == (brings or every[1:])[0]


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


def test_young_newcomers_are_not_laid_beside_repeat_offenders():
    assert "top600-amsterdam" not in {found.case.id for found in alike.compare_with(case("startblok-riekerhaven"))}


@pytest.mark.parametrize(
    ("ident", "other", "expected"),
    [
        (
            "jongeren-perspectief-fonds",
            "vroegsignalering-schulden",
            (
                "Net als hier gaat het over ‘schulden en betalingsachterstanden’. Anders is de vorm: hier ‘eigen "
                "stichting, vereniging of bedrijf’, daar ‘van bovenaf opgelegd’."
            ),
        ),
        (
            "regionale-energiecooperatie",
            "rescoop-limburg",
            (
                "Net als hier gaat het over ‘energie opwekken en verdelen’ en ‘zeggenschap van bewoners’. Anders is "
                "wat ervan bekend is: hier ‘geen opbrengst gevonden’, daar ‘iets opgericht, gebouwd of geleverd’."
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
    assert "Anders is de vorm" in words
    assert "En anders is wat ervan bekend is" in words


def test_the_rule_says_what_it_is():
    assert "Rekenmodel van deze module, geen meting." in alike.rule()


def test_too_few_is_a_content_error(monkeypatch):
    monkeypatch.setattr(alike, "candidates", lambda _: ())
    with pytest.raises(ContentError, match="weer-thuis"):
        alike.compare_with(case("weer-thuis"))
