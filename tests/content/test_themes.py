"""Themes: which words show what a collaboration is about."""

import pytest

from reiswijzer.content import themes as module
from reiswijzer.content.cases import case, cases
from reiswijzer.content.files import ContentError
from reiswijzer.content.themes import case_themes, folded, themes, themes_in, themes_of


def test_every_case_is_about_something_and_every_theme_occurs():
    found = {ident: case_themes(item) for ident, item in cases().items()}
    assert all(found.values())
    assert {theme for each in found.values() for theme in each} == set(themes())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("huurschuld", ("schulden",)),
        ("Schulden", ("schulden",)),
        ("SCHÚLDEN", ("schulden",)),
        ("dorpshuis", ("dorp",)),
        ("vakantiedorp", ()),
        ("gas", ("warmte",)),
        ("gast", ()),
        ("nul-op-de-meter", ("warmte",)),
        ("beschermd\n wonen", ("begeleid-wonen",)),
        ("kinderopvang", ()),
        ("Werken, leren", ("school", "werk")),
        ("zorgcoöperatie", ("zeggenschap", "zorg-zelf")),
        ("Zorg-coöperaties", ()),
        ("dorpscoöperatie", ("dorp", "zeggenschap")),
        ("een plan van inwoners", ("zeggenschap",)),
        ("opvang", ("dakloosheid",)),
        ("", ()),
        ("🙂 \x00 <b>", ()),
    ],
)
def test_what_a_stem_finds(text, expected):
    assert themes_of(text) == expected


def test_a_strong_field_is_enough_and_a_weak_one_needs_another():
    assert "dementie" in themes_in(["dementie"], [])
    assert "dementie" not in themes_in([], ["dementie"])
    assert "dementie" in themes_in([], ["dementie", "mantelzorg"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("’t Olde  Heem", "t olde heem"),
        ("Coöperatie\n(R&D)", "cooperatie r d"),
        ("  ", ""),
        ("Één", "een"),
        ("ﬁets 2026", "fiets 2026"),
    ],
)
def test_folded_has_letters_digits_and_single_spaces(text, expected):
    assert folded(text) == expected


def test_a_hint_needs_company():
    assert "zeggenschap" not in themes_in(["bewoners"], [])
    assert "zeggenschap" in themes_in(["bewoners"], ["bewoners"])


def test_many_words_are_read_at_once():
    assert themes_of("schuld" * 20_000) == ("schulden",)


def test_partners_alone_say_little():
    assert "veiligheid" not in case_themes(case("lokaal-woonnetwerk-gemert"))


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        ({"id": "x", "label": "x", "stems": ["Groot"]}, "lower case"),
        ({"id": "x", "label": "x", "stems": ["coöperatie"]}, "accents"),
        ({"id": "x", "label": "x", "stems": ["*"]}, "stem"),
        ({"id": "x", "label": "x", "stems": ["r&d"]}, "signs"),
        ({"id": "x", "label": "x", "stems": ["half*weg"]}, "signs"),
        ({"id": "x", "label": "x", "stems": [" rand"]}, "signs"),
        ({"id": "x", "label": "x", "stems": []}, "'stems' is missing"),
        ({"id": "x", "label": "x", "stems": ["twee", "twee"]}, "twice"),
    ],
)
def test_a_mistake_in_the_file_is_named(monkeypatch, item, problem):
    monkeypatch.setattr(module, "toml", lambda _: {"theme": [item]})
    with pytest.raises(ContentError, match=problem):
        themes.__wrapped__()
