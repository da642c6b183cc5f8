"""Reisverslagen naast elkaar, without a front end: what a trainer sees of the files that came in."""

import json
import re
from datetime import UTC, datetime
from html import unescape
from typing import get_args

import pytest
from screen import shown_text

from reiswijzer.cohort.gather import Why
from reiswijzer.content.texts import TOGETHER, texts
from reiswijzer.exercises import create
from reiswijzer.exercises.naast_elkaar import examples
from reiswijzer.journal import share
from reiswijzer.journal.share import Sentence, Share

WORDS = texts("naast-elkaar", TOGETHER)
FILES = examples(WORDS)
GOOD = [one for one in FILES if one[0].startswith("deelbestand")]
HOSTILE = "=1 <img src=x onerror=alert(1)> [klik](https://elders.nl) **vet** {aantal}"
NOW = datetime(2026, 11, 1, tzinfo=UTC)
BIRDS = sorted(share.birds())


@pytest.fixture
def side_by_side():
    return create("naast-elkaar")


def travellers(roles, **fields):
    """Return a file per role; everybody answers the first statement and writes a sentence of his own."""
    return [
        (
            f"{number}.json",
            share.write(
                Share(
                    f"{BIRDS[number]} {number:04d}",
                    role,
                    **({"scores": {"ambition 0": 1 + number % 5}} | fields),
                    sentences=(Sentence("3-tafel-1", f"Zin {number}."),),
                )
            ).encode(),
        )
        for number, role in enumerate(roles)
    ]


def test_of_twelve_made_up_files_nine_take_part_and_three_are_named_with_the_reason(side_by_side):
    assert len(FILES) == 12
    side_by_side.example.click()
    seen = shown_text(side_by_side)
    assert "9 reizigers doen mee. 3 bestanden doen niet mee" in seen
    assert "Dit zijn verzonnen bestanden" in seen
    assert [one.name for one in side_by_side.gathering.refused] == [name for name, _ in FILES if (name, _) not in GOOD]
    for one in side_by_side.gathering.refused:
        assert f"{one.name} {WORDS(f'weg-{one.why}', ander=one.other)}" in seen
    for one in side_by_side.gathering.shares:
        assert one.label in seen
    assert seen.index("Waar lopen de reizigers het verst uiteen?") < seen.index("Stelling voor stelling")


def test_the_figures_come_with_the_fifth_traveller_and_go_with_him(side_by_side):
    side_by_side.take(GOOD[:4])
    seen = shown_text(side_by_side)
    assert "nu doen er 4 mee" in seen
    assert "wandgalerij" in seen
    assert "<svg" not in repr([one.value for one in parts_of(side_by_side)])
    side_by_side.take(GOOD[4:5])
    seen = shown_text(side_by_side)
    assert "wandgalerij" not in seen
    assert side_by_side.map.value.count("<svg") == 1
    side_by_side.restart.click()
    assert "nu doet er nog niemand mee" in shown_text(side_by_side)
    assert not any(one.value for one in parts_of(side_by_side))


def parts_of(group):
    return (group.map, group.dots, group.shifts, group.guesses, group.said, group.shared)


def test_every_figure_is_also_a_table_and_says_in_words_what_it_shows(side_by_side):
    side_by_side.take_example()
    for part in parts_of(side_by_side):
        assert part.value.count("<table>") >= 1
        assert part.value.count("<svg") == len(re.findall(r"</svg><figcaption>[^<]{20,}", part.value))


def test_what_travellers_wrote_and_how_files_are_called_is_shown_as_text(side_by_side):
    files = travellers([None] * 5)
    content = json.loads(files[0][1])
    content["sentences"][0]["text"] = HOSTILE
    files[0] = ("a.json", json.dumps(content).encode())
    side_by_side.take([*files, (f"{HOSTILE}.json", b"")])
    for value in (side_by_side.said.value, side_by_side.who.value):
        assert "<img" not in value
        assert "<a " not in value
        assert "<strong>vet" not in value
        assert HOSTILE in unescape(value)


def test_every_reason_has_its_sentence():
    assert all(WORDS(f"weg-{why}", ander="x") for why in get_args(Why))


def test_groups_apart_can_be_asked_for_only_when_that_is_allowed(side_by_side):
    side_by_side.take(travellers(["bestuurder"] * 5 + ["commissaris"] * 4))
    assert side_by_side.apart.layout.display == "none"
    assert "apart tonen kan hier niet" in shown_text(side_by_side)
    side_by_side.apart.value = True
    assert "Commissarissen, van 1" not in side_by_side.dots.value
    side_by_side.clear()
    side_by_side.take(travellers(["bestuurder"] * 5 + ["commissaris"] * 5))
    assert side_by_side.apart.layout.display is None
    assert "Commissarissen, van 1" not in side_by_side.dots.value
    side_by_side.apart.value = True
    assert "Commissarissen, van 1 tot en met 5: 1, 1, 1, 1 en 1." in side_by_side.dots.value
    side_by_side.take([(name, content) for name, content in travellers([None] * 11)[10:]])
    assert "Commissarissen, van 1" not in side_by_side.dots.value


def test_no_label_stands_beside_a_sentence_and_the_order_can_be_changed(side_by_side):
    side_by_side.take(travellers([None] * 9))
    before = side_by_side.said.value
    assert not any(one.label in before for one in side_by_side.gathering.shares)
    orders = set()
    for _ in range(5):
        side_by_side.shuffle.click()
        orders.add(side_by_side.said.value)
    assert len(orders) > 1
    assert "andere volgorde" in side_by_side.status.value


def test_what_has_too_few_answers_says_so_instead_of_a_figure(side_by_side):
    side_by_side.take(travellers([None] * 6, scores={}))
    seen = shown_text(side_by_side)
    for name in ("verschil-geen", "na-geen", "gok-geen"):
        assert WORDS(name) in seen


def test_files_that_are_chosen_come_in_and_can_be_chosen_again_after_all_was_put_away(side_by_side):
    chosen = tuple(
        {"name": name, "type": "", "size": len(content), "content": memoryview(content), "last_modified": NOW}
        for name, content in GOOD
    )
    for _ in range(2):
        side_by_side.upload.value = chosen
        assert len(side_by_side.gathering.shares) == 9
        side_by_side.restart.click()
        assert not side_by_side.gathering.shares


def test_dropped_files_come_in(side_by_side):
    names = [name for name, _ in GOOD]
    side_by_side.drop._dropped(side_by_side.drop, {"names": names}, [memoryview(content) for _, content in GOOD])
    assert len(side_by_side.gathering.shares) == 9


def test_without_python_the_example_and_the_paper_are_there():
    group = create("naast-elkaar")
    for shown in (group.static_html(), group.describe()):
        assert "Verzonnen voorbeeld" in shown
        assert "vellen" in shown
    assert group.static_html().count("<svg") == 1
    bundle = group._repr_mimebundle_()
    assert bundle["application/vnd.live-widget+json"] == {"id": "naast-elkaar"}
