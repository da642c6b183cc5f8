"""A trainer drops files: every one that cannot take part is named with its reason, and the rest goes on."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from travellers import file, traveller

from reiswijzer.cohort.gather import LONGEST_NAME, Refused, gather, shown_name

GOOD = [traveller(number, first=3, said=[f"Zin {number}."]) for number in range(4)]
BAD = {
    "foto.json": (b"\x89PNG\r\n", "no-json"),
    "half.json": (file(GOOD[0])[:60], "no-json"),
    "dagboek.json": (b'{"format": "reiswijzer-reisverslag", "version": 1}', "journal"),
    "anders.json": (b'{"naam": "iets"}', "no-share"),
    "later.json": (file(traveller(8), version=2), "newer"),
    "zes.json": (file(traveller(9), scores={"ambition 0": 6}), "unfit"),
    "proto.json": (file(traveller(9), __proto__={"polluted": True}), "unfit"),
    "diep.json": (b"[" * 60_000, "no-json"),
    "groot.json": (b" " * 70_000, "too-large"),
    "formule.json": (file(traveller(9), label="=cmd|' /C calc'!A0 0001"), "unfit"),
}


def test_every_file_that_cannot_take_part_is_named_and_the_rest_goes_on():
    files = [(f"{number}.json", file(one)) for number, one in enumerate(GOOD)]
    mixed = [pair for name, (content, _) in BAD.items() for pair in ((name, content), files.pop() if files else None)]
    found = gather(pair for pair in mixed if pair)
    assert found.shares == tuple(sorted(GOOD, key=lambda one: one.label))
    assert found.refused == tuple(Refused(name, why) for name, (_, why) in BAD.items())


def test_the_same_file_twice_takes_part_once():
    found = gather([("a.json", file(GOOD[0])), ("a (1).json", file(GOOD[0])), ("b.json", file(GOOD[1]))])
    assert len(found.shares) == 2
    assert found.refused == (Refused("a (1).json", "same", "a.json"),)


def test_one_label_on_two_files_takes_part_once():
    later = file(GOOD[0], again={"ambition 0": 5})
    assert gather([("a.json", file(GOOD[0])), ("later.json", later)]).refused == (
        Refused("later.json", "same-label", "a.json"),
    )


def test_other_spacing_or_another_label_does_not_make_another_traveller():
    spaced = json.dumps(json.loads(file(GOOD[0]))).encode() + b"\n\n"
    renamed = file(GOOD[0], label="Wielewaal 9999")
    found = gather([("a.json", file(GOOD[0])), ("b.json", spaced), ("c.json", renamed)])
    assert found.refused == (Refused("b.json", "same", "a.json"), Refused("c.json", "same", "a.json"))


def test_travellers_who_answered_alike_without_a_sentence_both_take_part():
    found = gather([("a", file(traveller(1, first=3))), ("b", file(traveller(2, first=3)))])
    assert len(found.shares) == 2


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("\u202egnp.nosj", "gnp.nosj"),
        ("a\nb\x00.json", "a b.json"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("", "?"),
        ("x" * LONGEST_NAME, "x" * LONGEST_NAME),
        ("x" * 300, "x" * (LONGEST_NAME - 1) + "…"),
    ],
)
def test_the_name_of_a_file_is_shown_on_one_line_and_as_it_is(name, shown):
    assert shown_name(name) == shown


@settings(max_examples=60)
@given(st.lists(st.tuples(st.text(max_size=20), st.binary(max_size=60) | st.sampled_from([file(one) for one in GOOD]))))
def test_every_file_is_in_or_refused_and_the_order_does_not_matter_for_who_is_in(files):
    found = gather(files)
    assert len(found.shares) + len(found.refused) == len(files)
    assert [one.label for one in found.shares] == [one.label for one in gather(reversed(files)).shares]
