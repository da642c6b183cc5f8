"""The controls inside the essays: every way to fill in a sentence answers in Dutch, with the numbers of the models."""

import re
from html import unescape
from itertools import pairwise

import pytest

from reiswijzer.content.files import ContentError
from reiswijzer.content.texts import control_ids
from reiswijzer.exercises import CONTROLS, create
from reiswijzer.exercises.essay.control import OPEN, Blank, blanks
from reiswijzer.figures.crossing import crossing
from reiswijzer.figures.pulls import Pull, pulls
from reiswijzer.figures.scale_rows import Scale, scale_rows
from reiswijzer.figures.trust_steps import trust_steps
from reiswijzer.models.form_fit import Form
from reiswijzer.models.retention import STATISTIC_RETAINED, STORY_RETAINED

MODEL = "rekenmodel van deze module, geen meting"
WAYS = [(ident, way) for ident in CONTROLS for way in create(ident).ways()]


def words(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def outcome(control):
    return words(control._outcome.value)


def fill(control, *values):
    """Fill in the blanks as a reader does, in the order of the sentence."""
    for choice, value in zip(control.lists.values(), values, strict=True):
        choice.value = value
    return control


def test_every_control_has_texts_and_every_text_a_control():
    assert set(CONTROLS) == set(control_ids())


@pytest.mark.parametrize("ident", CONTROLS)
def test_nothing_is_said_before_the_reader_chooses(ident):
    control = create(ident)
    assert not control.complete
    assert outcome(control) == words(control.texts("open"))
    assert control.texts("kies") in [label for label, value in next(iter(control.lists.values())).options]


@pytest.mark.parametrize(
    ("ident", "way"), WAYS, ids=lambda value: value if isinstance(value, str) else "-".join(value.values())
)
def test_every_way_to_fill_in_the_sentence_answers(ident, way):
    control = fill(create(ident), *way.values())
    svg, text = control.drawing()
    assert control.complete
    assert svg.startswith("<svg")
    assert text in unescape(svg)
    assert words(control._figure.value).endswith(text)
    said = outcome(control)
    assert len(said.split()) > 8
    assert re.search(r"\b(?:de|het|een|er|niet)\b", said)
    assert not re.search(r"[{}*!]|bron:|\bNone\b|\b(?:the|and|with)\b", f"{said} {text}")


@pytest.mark.parametrize("ident", CONTROLS)
def test_no_two_ways_look_and_say_the_same(ident):
    control = create(ident)
    shown = [(drawing.text, said) for drawing, said in map(control.shown, control.ways())]
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("ident", CONTROLS)
def test_a_choice_can_be_taken_back(ident):
    control = create(ident)
    before = control.drawing(), outcome(control)
    first = next(iter(control.lists.values()))
    fill(control, *control.ways()[0].values())
    first.value = OPEN
    assert outcome(control) == before[1]


@pytest.mark.parametrize("ident", CONTROLS)
def test_a_page_without_python_shows_the_sentence_the_figure_and_the_outcomes(ident):
    control = create(ident)
    html = control.static_html()
    said = words(html)
    assert "<svg" in html
    for blank in control.blanks:
        assert blank.before in said
        assert all(label in said for label in blank.options.values())
    for text in control.outcomes():
        assert words(text.split("[")[0].replace("*", "").lstrip("- ")) in said
    assert words(control.static_html()) == words(create(ident).static_html())
    assert all(label in control.describe() for blank in control.blanks for label in blank.options.values())


@pytest.mark.parametrize("ident", CONTROLS)
def test_where_nobody_can_choose_nothing_waits_for_a_choice(ident):
    control = create(ident)
    paper = control._paper.value
    for said in (words(paper), words(control.static_html())):
        assert "verborgen" not in said
        for text in control.outcomes():
            assert words(text.split("[")[0].replace("*", "").lstrip("- ")) in said
    fill(control, *control.ways()[0].values())
    assert (control._paper.value, "rw-open" in control._dom_classes) == ("", False)
    next(iter(control.lists.values())).value = OPEN
    assert (control._paper.value, "rw-open" in control._dom_classes) == (paper, True)


@pytest.mark.parametrize("ident", CONTROLS)
def test_every_control_links_its_source(ident):
    control = create(ident)
    assert control.texts.references
    shown = control.static_html() + fill(control, *control.ways()[0].values())._outcome.value
    assert all(reference.url in unescape(shown) for reference in control.texts.references.values())


@pytest.mark.parametrize("ident", [ident for ident in CONTROLS if create(ident).texts.models])
def test_numbers_of_our_own_say_so(ident):
    assert MODEL in words(create(ident).children[-1].value)


def test_the_estimate_returns_beside_the_claims():
    control = create("hoe-vaak-mislukt-het")
    assert "meer dan" not in control.drawing().text
    fill(control, "30")
    assert "U schatte dertig." in outcome(control)
    assert "30" not in outcome(control)
    assert "meer dan de helft" in control.drawing().svg


@pytest.mark.parametrize(
    ("guess", "fits_half", "fits_seventy"),
    [("10", False, True), ("30", False, True), ("50", False, True), ("70", True, True), ("90", True, False)],
)
def test_the_comparison_is_true_of_both_numbers(guess, fits_half, fits_seventy):
    assert fits_half == (int(guess) > 50)
    assert fits_seventy == (int(guess) <= 70)
    said = outcome(fill(create("hoe-vaak-mislukt-het"), guess)).split("Park en Ungson")[0]
    denied = re.findall(r"niet bij ‘([^’]+)’", said) + re.findall(r"Bij ‘([^’]+)’ past het niet", said)
    assert denied == [
        name for name, fits in (("meer dan de helft", fits_half), ("tot zeventig", fits_seventy)) if not fits
    ]


def test_the_worked_example_of_small_wins_and_a_big_bang():
    small = fill(create("kleine-stappen"), "stappen", "blijft")
    assert "4 van de 4 beloften gehaald, opbrengst 2,10." in outcome(small)
    for number, trust in enumerate((32, 47, 63, 77), start=1):
        assert f"ronde {number} gehaald, {trust}" in small.drawing().text
    big = fill(create("kleine-stappen"), "alles", "blijft")
    assert "0 van de 4 beloften gehaald, opbrengst 0,00." in outcome(big)
    assert "ronde 1 mislukt, 12; ronde 2 mislukt, 7" in big.drawing().text


def test_the_ladder_breaks_when_somebody_leaves():
    control = fill(create("kleine-stappen"), "stappen", "vertrekt")
    assert "2 van de 4 beloften gehaald, opbrengst 0,75." in outcome(control)
    assert "ronde 2 gehaald, 38; ronde 3 mislukt, 23" in control.drawing().text


def test_a_form_pulls_where_the_model_says():
    said = {form: fill(create("waar-trekt-de-vorm"), form).drawing().text for form in Form}
    assert "sterk naar inspraak, sterk naar partners en sterk naar bijstellen" in said[Form.SHARED]
    assert "sterk naar tempo, sterk naar buitenwereld en sterk naar vasthouden" in said[Form.LEAD]
    assert "een beetje naar tempo, om de beurt naar partners en buitenwereld en sterk naar vasthouden" in said[Form.NAO]


def test_the_published_shares_wait_for_both_bets():
    control = create("een-dag-later")
    story, number = f"{STORY_RETAINED:.0%}".rstrip("%"), f"{STATISTIC_RETAINED:.0%}".rstrip("%")
    control.lists["verhaal"].value = "50"
    assert story not in control.drawing().text
    control.lists["cijfer"].value = "75"
    assert f"Gevonden: {story} en {number} van de 100" in control.drawing().text
    said = outcome(control)
    assert "u gokte de helft. Er bleef meer hangen" in said
    assert "u gokte driekwart. Er bleef minder over" in said
    assert "U zette uw geld op het cijfer" in said


def test_a_near_bet_is_called_near():
    said = outcome(fill(create("een-dag-later"), "75", "25"))
    assert said.count("daar zat u dichtbij") == 2
    assert "U zette uw geld" not in said


def test_roles_are_things_that_somebody_does():
    control = create("wie-loopt-heen-en-weer")
    assert "geen persoonlijkheidstest" in outcome(control)
    assert len(control.ways()) == 4


def test_a_content_mistake_names_file_and_id(monkeypatch):
    content = create("kleine-stappen").texts
    monkeypatch.setitem(content.data["blank"][1], "start", "bestaat-niet")
    with pytest.raises(ContentError, match=r"regelaars/kleine-stappen.toml: wie: starts with 'bestaat-niet'"):
        blanks(content)
    monkeypatch.setitem(content.data, "blank", [])
    with pytest.raises(ContentError, match="has no"):
        blanks(content)


def test_a_blank_waits_unless_told_otherwise():
    assert Blank("plan", "wij", {"a": "b"}).start == OPEN


@pytest.mark.parametrize(
    "draw",
    [
        lambda: scale_rows([Scale("x", span=(0, 101))], title="t", description="d"),
        lambda: scale_rows([Scale("x", own=-1)], title="t", description="d"),
        lambda: pulls([Pull("l", "r", 1.5)], title="t", description="d"),
        lambda: crossing(("a", "b"), "baas", "", title="t", description="d"),
        lambda: trust_steps((0.2, 0.3), ("a",), None, title="t", description="d"),
    ],
)
def test_a_figure_refuses_what_it_cannot_draw(draw):
    with pytest.raises(ValueError, match=r"\d|baas"):
        draw()


def test_a_stronger_pull_ends_further_away():
    ends = [
        float(re.search(r"M([\d.]+) ", pulls([Pull("l", "r", place)], title="t", description="d"))[1])
        for place in (-0.7, -0.3, 0.3, 0.7)
    ]
    assert all(low < high for low, high in pairwise(ends))
