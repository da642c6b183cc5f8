"""Time plans: minutes add up, breaks are told apart, and a plan that does not add up is named by file and id."""

import pytest

from reiswijzer.content import plans
from reiswijzer.content.files import ContentError
from reiswijzer.content.plans import plan, plan_ids

GOOD = {
    "title": "Proef",
    "minutes": 30,
    "net": 25,
    "part": [
        {"id": "een", "title": "Een", "minutes": 25, "method": "gesprek", "does": "Praten.", "say": ["Begin maar."]},
        {"id": "pauze", "title": "Pauze", "minutes": 5, "method": "pauze", "does": "Koffie."},
    ],
}


@pytest.fixture
def read(monkeypatch):
    """Return a function that reads a plan from a table."""

    def from_table(table):
        real = plans.toml
        monkeypatch.setattr(plans, "toml", lambda file: table if file == "tijdplannen/proef.toml" else real(file))
        monkeypatch.setattr(plans, "plan_ids", lambda: ("proef",))
        return plans.plan.__wrapped__("proef")

    return from_table


def part(**changes):
    return {**GOOD["part"][0], **changes}


@pytest.mark.parametrize(
    ("ident", "minutes", "net"), [("werkbijeenkomst", 195, 180), ("dagdeel", 210, 180), ("rvc-sessie", 90, 90)]
)
def test_the_minutes_are_what_the_guide_promises(ident, minutes, net):
    made = plan(ident)
    assert sum(item.minutes for item in made.parts) == made.minutes == minutes
    assert sum(item.minutes for item in made.parts if item.method.id != "pauze") == made.net == net
    assert [item.begins for item in made.parts[1:]] == [item.ends for item in made.parts[:-1]]
    assert made.parts[0].begins == 0


@pytest.mark.parametrize("ident", plan_ids())
def test_a_method_gets_the_minutes_of_its_source_or_the_more_that_we_chose(ident):
    longest = 17 if ident == "rvc-sessie" else 12  # of 1-2-4-All: its source says 12, one council takes longer
    ranges = {"1-2-4-all": (12, longest), "triz": (40, 40), "wandgalerij": (30, 40), "incidentmethode": (65, 65),
              "opstelling": (15, 30)}  # fmt: skip
    for item in plan(ident).parts:
        low, high = ranges.get(item.method.id, (1, 45))
        assert low <= item.minutes <= high, item.id


@pytest.mark.parametrize("ident", plan_ids())
def test_every_part_can_be_led_from_the_page(ident):
    made = plan(ident)
    assert all(item.say for item in made.parts if not item.is_break)
    assert not any('"' in line for item in made.parts for line in (item.does, item.else_, *item.say, *item.ask))
    assert made.parts[-1].ask or made.parts[-2].ask
    assert len(set(made.needs)) == len(made.needs) > 0


def test_a_good_plan_is_read(read):
    made = read(GOOD)
    assert (made.breaks, made.parts[1].begins) == (5, 25)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"minutes": 31}, "the parts take 30 minutes together, not 31"),
        ({"net": 30}, "without breaks 25 minutes are left, not 30"),
        ({"part": [part(minutes=0)]}, "een: minutes is 0"),
        ({"part": [part(minutes="12")]}, "een: minutes is '12'"),
        ({"part": [part(method="dansen")]}, "een: there is no method 'dansen'"),
        ({"part": [part(say=[])]}, "een: 'say' is missing or empty"),
        ({"part": [part(), part()]}, "een: occurs twice"),
        ({"title": ""}, "'title' is missing or empty"),
    ],
)
def test_a_plan_that_cannot_be_right_is_refused(read, changes, message):
    with pytest.raises(ContentError, match=r"tijdplannen/proef\.toml: .*" + message):
        read({**GOOD, **changes})


def test_an_unknown_plan_is_named():
    with pytest.raises(ContentError, match="bestaat-niet: there is no time plan"):
        plan("bestaat-niet")
