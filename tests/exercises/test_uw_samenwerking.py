"""A reader describes a collaboration and finds out which documented ones are like it, and what went wrong there."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from screen import choose, shown_text

from reiswijzer.content.cases import OCCASION, case, cases, kinds
from reiswijzer.content.texts import texts
from reiswijzer.exercises import create
from reiswijzer.exercises import uw_samenwerking_rules as rules
from reiswijzer.exercises.keeping import KINDS
from reiswijzer.exercises.noted import noted
from reiswijzer.journal import document

IDENT = "uw-samenwerking"
TEXTS = texts(IDENT)
ELDERLY = "ouderen die in het dorp willen blijven wonen"
HOSTILE = (
    "<script>alert(1)</script> schuld",
    "<img src=x onerror=alert(1)> **schuld** [klik](https://x.nl)",
    "schuld " * 4000,
    "schuld\x00\x07\u202e\u2028",
    "🏠👵🏽 schuld 👨‍👩‍👧",
    "{schuld} %s {0} {naam}",
)


@pytest.fixture
def exercise():
    return create(IDENT)


def write(exercise, name, text):
    exercise.describing.written[name].value = text


def found(exercise):
    return [each.case.id for each in rules.near(exercise.texts, exercise.state)]


def screen(exercise):
    return shown_text(exercise._stack.children[exercise.state.step])


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (
            "huurders met betalingsachterstand eerder helpen, met gemeente en energiebedrijf",
            "vroegsignalering-schulden",
        ),
        (ELDERLY, "zorgcooperatie-hoogeloon"),
        ("sneller huizen isoleren en van het gas af", "stroomversnelling"),
        ("dakloze mensen een huis geven met begeleiding", "housing-first-nederland"),
    ],
)
def test_what_a_reader_needs_is_found(exercise, result, expected):
    write(exercise, "resultaat", result)
    assert expected in found(exercise)
    assert case(expected).name in screen(exercise)


def test_the_reason_says_what_is_shared_and_what_is_other(exercise):
    write(exercise, "resultaat", ELDERLY)
    exercise.describing.lists["domein"].value = "wonen-zorg"
    exercise.describing.lists["vorm"].value = "afspraak"
    first = rules.near(TEXTS, exercise.state)[0]
    assert first.reason == (
        "Ook hier: dorp en platteland; ouder worden en blijven wonen. Verwant domein: zorg en welzijn. "
        "Andere vorm: coöperatie."
    )
    assert first.reason in screen(exercise)


@pytest.mark.parametrize(
    ("domain", "form", "said"),
    [
        ("", "", "Domein: zorg en welzijn. Vorm: coöperatie."),
        ("zorg-welzijn", "cooperatie", "Zelfde domein: zorg en welzijn. Zelfde vorm: coöperatie."),
        ("energie", "netwerk", "Ander domein: zorg en welzijn. Andere vorm: coöperatie."),
    ],
)
def test_domain_and_form_are_told_as_they_are(exercise, domain, form, said):
    write(exercise, "resultaat", ELDERLY)
    exercise.describing.lists["domein"].value = domain
    exercise.describing.lists["vorm"].value = form
    assert {each.case.id: each.reason for each in rules.near(TEXTS, exercise.state)}[
        "zorgcooperatie-hoogeloon"
    ].endswith(said)


def test_a_form_that_is_not_known_is_said_to_be_so(exercise):
    write(exercise, "resultaat", "achterstanden in de wijk inlopen")
    exercise.describing.lists["vorm"].value = "netwerk"
    reasons = {each.case.id: each.reason for each in rules.near(TEXTS, exercise.state)}
    assert reasons["pact-op-zuid"].endswith("Vorm: niet gevonden.")


def test_the_form_changes_nothing_in_who_is_alike(exercise):
    write(exercise, "resultaat", ELDERLY)
    before = found(exercise)
    for form in kinds("vorm"):
        exercise.describing.lists["vorm"].value = form
        assert found(exercise) == before


def test_only_a_domain_gives_no_random_cases(exercise):
    exercise.describing.lists["domein"].value = "wonen"
    assert found(exercise) == []


@pytest.mark.parametrize("words", ["koffie", "Wij beginnen dinsdag.", "...", "1234"])
def test_words_without_a_theme_give_no_random_cases(exercise, words):
    write(exercise, "resultaat", words)
    assert found(exercise) == []
    assert "Noem voor wie u het doet" in screen(exercise)


@pytest.mark.parametrize("blank", ["", "   ", "\n\t \u00a0"])
def test_nothing_filled_in_is_no_description(exercise, blank):
    for name in exercise.describing.written:
        write(exercise, name, blank)
    assert "Vul bij een van de vragen iets in" in screen(exercise)
    exercise.go(1)
    assert "Er is nog niets om op te gokken" in screen(exercise)
    assert "Regie, toezicht" not in screen(exercise)
    exercise.go(2)
    assert "Er is nog niets om naast te leggen" in screen(exercise)


@pytest.mark.parametrize("name", ["naam", "resultaat", "tegenzit"])
def test_a_care_cooperative_finds_the_two_there_are(exercise, name):
    write(exercise, name, "Kan een zorgcoöperatie van inwoners het volhouden?")
    assert {"zorgcooperatie-hoogeloon", "klooster-en-buren"} <= set(found(exercise))


@pytest.mark.parametrize("chosen", [{"vorm": "cooperatie"}, {"domein": "zorg"}, {"vorm": "team", "domein": "wonen"}])
def test_who_only_chooses_from_lists_hears_what_is_missing(exercise, chosen):
    for name, ident in chosen.items():
        exercise.describing.lists[name].value = ident
    assert "Er ontbreekt nog waar het over gaat" in screen(exercise)
    write(exercise, "naam", "koffie")
    assert "Er ontbreekt nog waar het over gaat" not in screen(exercise)
    assert "Hierin herkennen wij nog geen vraagstuk" in screen(exercise)


def test_what_is_alike_stands_right_below_the_first_question(exercise):
    order = list(exercise.describing.children)
    assert order.index(exercise.describing.found) == order.index(exercise.describing.written["resultaat"]) + 1


def test_fewer_than_three_are_not_filled_up(exercise):
    write(exercise, "resultaat", "dementie")
    assert found(exercise) == ["dementienetwerken"]
    assert "Eén van de 42 lijkt erop" in screen(exercise)


def test_only_the_beginning_of_what_is_pasted_is_looked_at(exercise):
    write(exercise, "resultaat", "x " * rules.READ + "schuld")
    assert found(exercise) == []
    write(exercise, "resultaat", "schuld " + "x " * rules.READ)
    assert "vroegsignalering-schulden" in found(exercise)


def test_partners_count_when_nothing_else_says_it(exercise):
    write(exercise, "partners", "schuldhulpverlening en de corporatie")
    assert "vroegsignalering-schulden" in found(exercise)
    write(exercise, "resultaat", "warmte voor de hele straat")
    assert "vroegsignalering-schulden" not in found(exercise)


# The example.


def test_one_click_shows_an_invented_collaboration_and_what_is_like_it(exercise):
    exercise.describing.example.click()
    assert "Een verzonnen samenwerking." in screen(exercise)
    assert "(verzonnen)" in screen(exercise)
    assert len(found(exercise)) == 3
    assert "Dit lijkt erop: " in exercise.status.value


def test_the_example_is_taken_back_in_one_step(exercise):
    exercise.describing.example.click()
    exercise.undo()
    assert exercise.state == exercise.start
    assert "verzonnen)" not in screen(exercise)


def test_the_example_leaves_what_was_typed_where_it_was(exercise):
    write(exercise, "resultaat", ELDERLY)
    mine = found(exercise)
    exercise.describing.example.click()
    assert exercise.describing.written["resultaat"].value == ELDERLY
    assert found(exercise) != mine
    exercise.describing.away.click()
    assert found(exercise) == mine


def test_typing_makes_the_own_description_count_again(exercise):
    exercise.describing.example.click()
    write(exercise, "resultaat", ELDERLY)
    assert not exercise.state.example
    assert "zorgcooperatie-hoogeloon" in found(exercise)


def test_a_bet_on_the_example_is_none_on_the_own_neighbours(exercise):
    exercise.describing.example.click()
    exercise.go(1)
    choose(exercise.bet.bet, "geld")
    exercise.go(0)
    write(exercise, "resultaat", ELDERLY)
    exercise.go(1)
    assert exercise.bet.bet._radio.index is None
    exercise.go(2)
    assert "17 mensen" not in screen(exercise)


def test_the_example_is_a_collaboration_like_any_other():
    example = TEXTS.data["voorbeeld"]
    assert set(example) == set(rules.FIELDS)
    assert example["domein"] in kinds("domein")
    assert example["vorm"] in kinds("vorm")
    assert "verzonnen" in example["naam"]


def test_every_form_is_explained_and_every_kind_of_setback_falls_under_one_bet():
    assert TEXTS.data["vormen"].keys() == kinds("vorm").keys()
    meant = [kind for each in TEXTS.data["soorten"].values() for kind in each]
    assert sorted([*meant, OCCASION]) == sorted(kinds("tegenvaller"))
    assert [each.id for each in TEXTS.choice("gok").options] == [*TEXTS.data["soorten"], "geen"]


def test_for_every_case_some_bet_is_right():
    options = [each.id for each in TEXTS.choice("gok").options]
    for item in cases().values():
        right = [option for option in options if rules.hits(TEXTS, rules.Bet(option, (item,)))]
        assert right
        assert ("geen" in right) == (not item.documented_difficulty or item.only_occasion)


# The bet and what is shown.


def test_what_went_wrong_stays_closed_until_the_bet(exercise):
    write(exercise, "resultaat", ELDERLY)
    exercise.go(2)
    assert "150 zorgcoöperaties" in screen(exercise)
    assert "17 mensen" not in screen(exercise)
    exercise.go(1)
    choose(exercise.bet.bet, "draagvlak")
    exercise.go(2)
    assert "17 mensen" in screen(exercise)
    assert "U gokte: te weinig draagvlak. Dat staat bij 1 van de 3." in screen(exercise)


def bet_on_debts(exercise):
    write(exercise, "resultaat", "schulden")
    exercise.go(1)
    choose(exercise.bet.bet, "geld")
    return [each.case.name for each in rules.near(TEXTS, exercise.state)]


def test_a_bet_on_other_neighbours_says_nothing_of_these(exercise):
    bet_on_debts(exercise)
    write(exercise, "resultaat", ELDERLY)
    assert exercise.bet.bet._radio.index is None
    assert "andere buren dan toen u gokte" in screen(exercise)
    exercise.go(2)
    assert "andere buren dan toen u gokte" in screen(exercise)
    assert "U gokte" not in screen(exercise)
    assert "17 mensen" not in screen(exercise)
    exercise.go(1)
    choose(exercise.bet.bet, "geld")
    assert "andere buren" not in screen(exercise)
    exercise.go(2)
    assert "U gokte: geld of kosten." in screen(exercise)
    assert "17 mensen" in screen(exercise)


def test_a_bet_counts_again_when_its_neighbours_are_back(exercise):
    bet_on_debts(exercise)
    write(exercise, "resultaat", ELDERLY)
    write(exercise, "resultaat", "schulden en nog eens schulden")
    exercise.go(2)
    assert "U gokte: geld of kosten." in screen(exercise)


def test_the_same_neighbours_in_another_order_keep_the_bet(exercise):
    bet_on_debts(exercise)
    state = exercise.state
    order = state.answers["gok-over"].split(";")
    turned = rules.OwnState(answers={**state.answers, "gok-over": ";".join(reversed(order))})
    assert len(order) == 3
    assert rules.bet(TEXTS, turned) == "geld"


def test_who_looked_without_a_bet_has_not_seen_the_next_neighbours(exercise):
    write(exercise, "resultaat", "schulden")
    exercise.go(2)
    exercise.like.peek.click()
    assert "U hebt niet gegokt." in screen(exercise)
    write(exercise, "resultaat", ELDERLY)
    assert "U hebt niet gegokt." not in screen(exercise)
    assert "17 mensen" not in screen(exercise)
    write(exercise, "resultaat", "schulden")
    assert "U hebt niet gegokt." in screen(exercise)


def journal(exercise):
    kept = document.plain(document.write(IDENT, exercise.state, KINDS))
    return {entry.id: entry for entry in noted(IDENT, [kept])}


def test_the_journal_tells_an_old_bet_with_what_it_was_about(exercise):
    names = bet_on_debts(exercise)
    write(exercise, "resultaat", ELDERLY)
    told = journal(exercise)[f"{IDENT}/gok"]
    assert told.present.startswith("Geld of kosten. Het ging om: ")
    assert all(name in told.present for name in names)
    assert told.outcome == "Opgeschreven is: moeilijk te zien wat het oplevert."


@pytest.mark.parametrize("about", ["", "weg", "nprz;weg", 7, ";", "nprz;"])
def test_a_kept_bet_about_nothing_that_is_known_is_none(exercise, about):
    exercise.resume(rules.OwnState(answers={"resultaat": ELDERLY, "gok": "geld", "gok-over": about}))
    assert rules.last_bet(TEXTS, exercise.state) is None
    exercise.go(2)
    assert "17 mensen" not in screen(exercise)
    assert f"{IDENT}/gok" not in journal(exercise)


@pytest.mark.parametrize(
    ("result", "option", "said"),
    [
        (ELDERLY, "geen", "Bij geen van hen staat een tegenvaller. Toch wel."),
        ("isoleren", "resultaat", "Dat staat bij 3 van de 3."),
        (ELDERLY, "samenspel", "Dat staat bij 1 van de 3."),
    ],
)
def test_a_bet_is_told_as_it_came_out(exercise, result, option, said):
    write(exercise, "resultaat", result)
    exercise.go(1)
    choose(exercise.bet.bet, option)
    exercise.go(2)
    assert said.lower() in screen(exercise).lower()


def test_a_bet_on_no_setback_is_right_where_only_the_problem_before_is_described():
    about = (case("lokaal-woonlastenakkoord-den-bosch"), case("zuiderschans-den-bosch"))
    assert rules.hits(TEXTS, rules.Bet("geen", about)) == 2
    assert rules.hits(TEXTS, rules.Bet("geen", (*about, case("nprz")))) == 0


def test_the_problem_it_began_with_is_not_called_what_went_wrong(exercise):
    write(exercise, "resultaat", "huurders met betalingsachterstand eerder helpen")
    exercise.go(2)
    assert TEXTS("kaart_vooraf") not in screen(exercise)
    exercise.like.peek.click()
    cards = exercise.like.cards.value.split('<div class="rw-buur">')
    (card,) = [each for each in cards if "’s-Hertogenbosch" in each]
    assert "<dt>Het probleem vooraf</dt><dd>Aanleiding: de verwachting in 2013" in card
    assert "Wat tegenzat" not in card
    assert "Wat tegenzat" in "".join(cards)


def test_who_does_not_want_to_bet_may_look(exercise):
    write(exercise, "resultaat", ELDERLY)
    exercise.go(2)
    exercise.like.peek.click()
    assert "U hebt niet gegokt." in screen(exercise)
    assert "17 mensen" in screen(exercise)


def test_a_bet_that_is_nowhere_is_told_with_what_is(exercise):
    write(exercise, "resultaat", ELDERLY)
    exercise.go(1)
    choose(exercise.bet.bet, "geld")
    exercise.go(2)
    assert "U gokte: geld of kosten. Dat staat er niet bij." in screen(exercise)
    assert "te weinig draagvlak" in screen(exercise)


def test_one_neighbour_is_not_counted_out_of_one(exercise):
    write(exercise, "resultaat", "dementie")
    exercise.go(1)
    choose(exercise.bet.bet, "geld")
    exercise.go(2)
    assert "Dat klopt." in screen(exercise)
    assert "1 van de 1" not in screen(exercise)


def test_no_setback_that_was_found_is_no_success(exercise):
    write(exercise, "resultaat", "armoede en schulden")
    exercise.describing.lists["domein"].value = "wonen"
    exercise.go(1)
    choose(exercise.bet.bet, "geen")
    exercise.go(2)
    assert "U gokte: bij geen van hen staat een tegenvaller. Dat klopt." in screen(exercise)
    assert "Dat betekent niet dat alles goed ging" in screen(exercise)
    assert journal(exercise)[f"{IDENT}/gok"].outcome == "Dat klopt."
    exercise.go(1)
    choose(exercise.bet.bet, "geld")
    exercise.go(2)
    assert "Dat staat er niet bij." in screen(exercise)
    assert journal(exercise)[f"{IDENT}/gok"].outcome == "Bij geen daarvan vonden wij een tegenvaller."


def test_no_setback_that_was_found_is_told_without_a_bet_too(exercise):
    write(exercise, "resultaat", "armoede en schulden")
    exercise.describing.lists["domein"].value = "wonen"
    exercise.go(2)
    exercise.like.peek.click()
    assert "Dat betekent niet dat alles goed ging" in screen(exercise)


def test_a_kind_that_occurs_twice_says_so():
    pair = (case("zorgcooperatie-hoogeloon"), case("regionale-energiecooperatie"))
    words = rules.setback_words(TEXTS, rules.setbacks(pair))
    assert words == "te weinig draagvlak (2 keer)"


def test_the_problem_it_began_with_is_no_setback(exercise):
    write(exercise, "resultaat", "huurders met betalingsachterstand eerder helpen")
    assert "lokaal-woonlastenakkoord-den-bosch" in found(exercise)
    assert OCCASION in case("lokaal-woonlastenakkoord-den-bosch").setbacks
    assert OCCASION not in rules.setbacks(each.case for each in rules.near(TEXTS, exercise.state))


def test_every_card_links_to_its_source(exercise):
    write(exercise, "resultaat", ELDERLY)
    exercise.go(2)
    for ident in found(exercise):
        assert unescape(exercise.like.cards.value).count(f'href="{case(ident).source_url}"') == 2
        assert f'class="rw-casus-verwijzing" data-casus="{ident}"' in exercise.like.cards.value


# Hostile and kept.


@pytest.mark.parametrize("name", ["naam", "resultaat", "partners", "tegenzit", "anders", "verrast", "vraag"])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_is_typed_stays_text(exercise, name, hostile):
    boxes = {**exercise.describing.written, **exercise.different.own, "vraag": exercise.ask.question}
    boxes[name].value = hostile
    for step in range(len(TEXTS.steps)):
        exercise.go(step)
        for html in re.findall(r"<[^>]+>", exercise.describing.found.value + exercise.like.cards.value):
            assert not re.match(r"<(script|img)", html)
    assert exercise.state.answers[name] == hostile
    text = document.write(IDENT, exercise.state, KINDS)
    assert document.read(text, IDENT, rules.OwnState, KINDS) == exercise.state
    (entry,) = [each for each in noted(IDENT, [document.plain(text)]) if each.id == f"{IDENT}/{name}"]
    assert entry.present == hostile.strip()


def test_a_kept_choice_that_no_list_has_is_left_out(exercise):
    kept = rules.OwnState(answers={"domein": "onzin", "vorm": ["a"], "gok-voorbeeld": "weg", "naam": 7}, example=True)
    exercise.resume(kept)
    for step in range(len(TEXTS.steps)):
        exercise.go(step)
    assert exercise.describing.lists["domein"].value == ""


def test_the_journal_tells_the_description_the_neighbours_and_the_bet(exercise):
    write(exercise, "resultaat", ELDERLY)
    exercise.describing.lists["vorm"].value = "afspraak"
    exercise.go(1)
    choose(exercise.bet.bet, "draagvlak")
    exercise.ask.question.value = "Wie sliep er slecht van?"
    told = {entry.id: entry for entry in noted(IDENT, [document.plain(document.write(IDENT, exercise.state, KINDS))])}
    assert told[f"{IDENT}/resultaat"].present == ELDERLY
    assert told[f"{IDENT}/vorm"].present == "akkoord of convenant"
    assert told[f"{IDENT}/gelijkend"].present.startswith("Zorgcoöperatie Hoogeloon, Dorpscoöperatie Klooster")
    assert told[f"{IDENT}/gok"].outcome == "Dat staat bij 1 van de 3."
    assert told[f"{IDENT}/vraag"].kind == "vraag"
    assert f"{IDENT}/gok-voorbeeld" not in told


def test_a_bet_whose_description_is_gone_is_told_with_its_cases(exercise):
    write(exercise, "resultaat", ELDERLY)
    exercise.go(1)
    choose(exercise.bet.bet, "draagvlak")
    exercise.go(0)
    write(exercise, "resultaat", "")
    told = journal(exercise)
    assert case("zorgcooperatie-hoogeloon").name in told[f"{IDENT}/gok"].present
    assert told[f"{IDENT}/gok"].outcome == "Dat staat bij 1 van de 3."
    assert f"{IDENT}/gelijkend" not in told


def test_the_drawing_tells_the_example_until_there_is_something_own(exercise):
    assert exercise.figure_text().startswith("Gedeelde thema’s in een verzonnen voorbeeld: ")
    write(exercise, "resultaat", ELDERLY)
    assert exercise.figure_text().startswith("Gedeelde thema’s: ouder worden en blijven wonen, bij Zorgco")
    assert exercise.figure().count("<circle") == 6
    assert exercise.figure().count("rw-svg-not") == 1


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(["", *kinds("domein")]))
def test_any_words_give_at_most_three_that_share_a_theme(result, partners, domain):
    state = rules.OwnState(answers={"resultaat": result, "partners": partners, "domein": domain})
    near = rules.near(TEXTS, state)
    assert len(near) <= 3
    assert all(each.shared for each in near)
    assert len({each.case.id for each in near}) == len(near)
