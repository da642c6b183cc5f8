"""Slides and forms: complete, short enough for the last row, and no claim about points beyond what is allowed."""

import re
from pathlib import Path

import pytest

from reiswijzer.content import forms, slides
from reiswijzer.content.choices import choice
from reiswijzer.content.files import ContentError
from reiswijzer.content.forms import form
from reiswijzer.content.route import route
from reiswijzer.content.slides import KINDS, deck, decks

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "book" / "begeleiders").glob("*.md"))
NOT_CLAIMED = ("goed voor", "geaccrediteerde module", "PE-academie", "telt mee voor", "zelfstudie telt", "e-learning")
CHECK = "Controleer de actuele regels bij Aedes of VTW."


def test_every_insight_has_its_deck_with_the_exercise_and_bet_of_its_stop():
    assert sorted(decks()) == [stop.number for stop in route()]
    for stop in route():
        made = deck(stop.number)
        assert made.exercise == stop.exercise
        bet = next(slide for slide in made.slides if slide.kind == "gok")
        assert choice(bet.choice).id == f"{stop.number}-gok"
        assert all(slide.states for slide in made.slides if slide.kind in ("vraag", "antwoord"))
        assert f"</{stop.doc}>" in made.slides[-1].text


@pytest.fixture
def read_slides(monkeypatch):
    """Return a function that reads one deck whose first slide is changed."""

    def from_table(changes):
        table = slides.toml("dias/1-resultaat.toml")
        first, *others = table["dia"]
        changed = {**table, "dia": [{**first, **changes}, *others]}
        monkeypatch.setattr(slides, "toml", lambda _: changed)
        monkeypatch.setattr(slides, "names", lambda *_: ("1-resultaat",))
        return slides.decks.__wrapped__()

    return from_table


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"title": ""}, "situatie: 'title' is missing or empty"),
        ({"say": ""}, "situatie: 'say' is missing or empty"),
        ({"text": ""}, "situatie: has no text, no choice and no field"),
        ({"text": "a" * 331}, "situatie: has 331 characters; a slide holds 330"),
        ({"field": "9-tafel-1"}, "there is no field '9-tafel-1'"),
        ({"choice": "9-gok"}, "9-gok: there is no choice"),
        ({"kind": "gok"}, "the kinds of its slides are not " + ", ".join(KINDS)),
    ],
)
def test_a_deck_that_cannot_be_shown_is_refused(read_slides, changes, message):
    with pytest.raises(ContentError, match=message):
        read_slides(changes)


def test_the_proof_has_what_it_needs_and_leaves_points_to_who_may_give_them():
    made = form("bewijs")
    fields = {field.id: field for row in made.rows for field in row.fields}
    asked = {"naam", "titel", "opleider", "accreditatie", "datum", "plaats", "vorm", "uren", "punten", "begeleider"}
    assert asked | {"handtekening"} == set(fields)
    assert fields["punten"].hint == "Alleen in te vullen door een geaccrediteerde opleider."
    assert not fields["punten"].value
    assert made.small.startswith("Deze module kent zelf geen PE-punten toe.")


def test_the_overview_takes_its_days_from_every_stop():
    days = {field.day for row in form("studieoverzicht").rows for field in row.fields if field.day}
    assert days == {
        "oefening/startpunt",
        *(f"oefening/{stop.exercise}" for stop in route()),
        *(f"veld/{stop.number}-{what}" for stop in route() for what in ("gelezen", "gekeken")),
    }


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ({"id": "x", "label": ""}, "x: 'label' is missing or empty"),
        ({"id": "x", "label": "X", "day": "veld/9-gelezen"}, "x: there is no 'veld/9-gelezen' in the journal"),
        ({"id": "x", "label": "X", "day": "elders/iets"}, "x: there is no 'elders/iets' in the journal"),
    ],
)
def test_a_form_that_cannot_be_right_is_refused(monkeypatch, field, message):
    table = {"title": "Proef", "small": "Klein.", "row": [{"field": [field]}]}
    monkeypatch.setattr(forms, "toml", lambda _: table)
    with pytest.raises(ContentError, match=message):
        forms.form.__wrapped__("bewijs")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_page_claims_points(page):
    text = page.read_text(encoding="utf-8")
    assert not [claim for claim in NOT_CLAIMED if claim.lower() in text.lower()]


def test_every_rule_about_points_has_its_source_its_age_and_where_to_check():
    text = (ROOT / "book" / "begeleiders" / "bewijs.md").read_text(encoding="utf-8")
    rules = re.findall(r"^- (.+)$", text, flags=re.MULTILINE)
    assert len(rules) >= 8
    for rule in rules:
        assert rule.endswith(CHECK), rule
        assert re.search(r"\]\(https://[^)]+\)", rule), rule
        assert re.search(r"20\d\d\]|zonder jaar", rule), rule
