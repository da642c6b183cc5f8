"""The plan is one page from what was noted; what the reader wrote in it wins, and where nothing is, it says where."""

from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.content import journal as content
from reiswijzer.journal.plan import PARTNERS, plan, proposals
from reiswijzer.journal.report import Entry, Part, Report

MADE = "2026-05-01T10:00:00.000Z"
FIELDS = [field.id for field in content.part("plan").fields]


def report(entries):
    found = tuple(Entry(ident, kind, "Vraag", text) for ident, (kind, text) in entries.items())
    return Report("Reisverslag", MADE, (Part("x", "X", found),) if found else ())


NOTED = {
    "buig-de-curve/doel": ("eigen", "Geen huurder in Oost verliest zijn huis."),
    "1-tafel-1": ("eigen", "Minder dakloze gezinnen."),
    "1-tafel-2": ("eigen", "Het aantal ontruimingen."),
    "buig-de-curve/vorm": ("uitkomst", "Het aparte bureau, met 0,79."),
    "buig-de-curve/prijs": ("uitkomst", "Apart bureau 0,17."),
    "een-deur-48-lijnen/rollen": ("eigen", "Wijkcoach\n\nhuisarts\nHuisarts\nDe   bank\nde bank"),
    "de-ontbrekende-brug/netwerk": ("eigen", "Corporatie\nGemeente\nWijkcoach"),
    "startpunt/gesprek-als": ("als-dan", "vraag ik de wethouder"),
    "3-dan": ("als-dan", "Als iedereen zwijgt, dan vraag ik iets."),
    "startpunt/gesprek-vraag": ("vraag", "Wat zag u?"),
}


def test_the_plan_is_composed_from_what_was_noted():
    lines = {line.field: line for line in plan(report(NOTED))}
    assert list(lines) == FIELDS
    assert [line.question for line in lines.values()] == [field.question for field in content.part("plan").fields]
    assert lines["plan-resultaat"].text == (
        "Geen huurder in Oost verliest zijn huis.\nTe zien aan: Het aantal ontruimingen."
    )
    assert lines["plan-partners"].text == "Corporatie, Gemeente, Wijkcoach, huisarts, De   bank"
    assert lines["plan-vorm"].text.splitlines()[0] == "Het aparte bureau, met 0,79."
    assert lines["plan-eerste-stap"].text.splitlines()[0] == "Als iedereen zwijgt, dan vraag ik iets."
    assert lines["plan-vraag-rvc"].text == "Wat zag u?"
    assert {line.origin for line in lines.values()} == {"proposal"}
    assert lines["plan-partners"].entries == PARTNERS


def test_without_anything_it_says_where_to_get_it():
    for line in plan(report({})):
        assert (line.origin, line.text) == ("nothing", "")
        assert line.hint.endswith((".", "…"))


@given(st.sets(st.sampled_from(FIELDS)), st.sets(st.sampled_from(sorted(NOTED))))
def test_the_own_line_always_wins_and_a_proposal_stays_at_hand(own, noted):
    found = report({ident: NOTED[ident] for ident in noted} | {field: ("eigen", f"Zelf {field}") for field in own})
    for line in plan(found):
        assert (line.origin == "own") == (line.field in own)
        assert line.question == content.fields()[line.field].question
        assert line.text == f"Zelf {line.field}" or line.field not in own
        assert bool(line.hint) == (line.origin == "nothing")
        assert line.origin != "proposal" or line.text == proposals(found)[line.field][0]
        assert set(line.entries) <= noted
