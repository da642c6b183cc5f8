"""What is kept comes back as it was; what was damaged or made up is refused, with the place."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reiswijzer.journal import document
from reiswijzer.journal.codec import Unreadable, decode, encode
from reiswijzer.models.cascade_moves import AddTie, CutTie, Move, OtherSeed, SmallWin

if TYPE_CHECKING:
    from collections.abc import Mapping

MOVES = {Move: (AddTie, CutTie, OtherSeed, SmallWin)}


class Colour(Enum):
    RED = "rood"
    BLUE = 2


@dataclass(frozen=True)
class Inner:
    word: str = ""
    ties: frozenset[frozenset[str]] = frozenset()


@dataclass(frozen=True)
class Other:
    number: int


@dataclass(frozen=True)
class Outer:
    step: int = 0
    answers: Mapping[str, Any] = field(default_factory=dict)
    drawn: Mapping[int, float] = field(default_factory=dict)
    gate: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    pair: tuple[int, str] = (0, "")
    rows: tuple[tuple[int, ...], ...] = ()
    inner: Inner | None = None
    either: Inner | Other | str | None = None
    colour: Colour = Colour.RED
    mode: Literal["aan", "uit"] = "uit"
    moves: tuple[Move, ...] = ()
    by_pair: Mapping[tuple[str, int], frozenset[int]] = field(default_factory=dict)


whole = st.integers(-(2**53), 2**53)
inner = st.builds(Inner, st.text(), st.frozensets(st.frozensets(st.text(max_size=3), max_size=3), max_size=3))
plain = st.recursive(
    st.none() | st.booleans() | whole | st.floats(-1e9, 1e9) | st.text(),
    lambda below: st.lists(below, max_size=3).map(tuple) | st.dictionaries(st.text(max_size=5), below, max_size=3),
    max_leaves=6,
)
moves = st.one_of(
    st.builds(AddTie, st.text(), st.text()),
    st.builds(CutTie, st.text(), st.text()),
    st.builds(OtherSeed, st.text()),
    st.builds(SmallWin, st.text()),
)
outer = st.builds(
    Outer,
    step=whole,
    answers=st.dictionaries(st.text(), plain, max_size=3),
    drawn=st.dictionaries(whole, st.floats(-1e9, 1e9), max_size=3),
    gate=st.dictionaries(st.text(), st.dictionaries(st.text(), st.booleans(), max_size=2), max_size=2),
    pair=st.tuples(whole, st.text()),
    rows=st.lists(st.lists(whole, max_size=3).map(tuple), max_size=3).map(tuple),
    inner=st.none() | inner,
    either=st.none() | inner | st.builds(Other, whole) | st.text(),
    colour=st.sampled_from(Colour),
    mode=st.sampled_from(["aan", "uit"]),
    moves=st.lists(moves, max_size=3).map(tuple),
    by_pair=st.dictionaries(st.tuples(st.text(), whole), st.frozensets(whole, max_size=2), max_size=2),
)


@given(outer)
def test_what_is_written_comes_back_equal(value):
    text = document.write("proef", value, MOVES)
    assert document.read(text, "proef", Outer, MOVES) == value


def written(**changes):
    return json.dumps({"version": 1, "exercise": "proef", "time": "2026-01-01T00:00:00+00:00", "state": {}, **changes})


def test_a_field_that_came_later_takes_its_default():
    assert document.read(written(), "proef", Outer) == Outer()


HOSTILE = {
    "nothing": "",
    "not json": "{'a': 1}",
    "a list": "[]",
    "a number": "7",
    "truncated": written()[:-5],
    "too long": " " * (document.LONGEST + 1),
    "deep lists": "[" * 100_000,
    "deep objects": '{"a":' * 100_000,
    "deep in a state": written(state={"answers": {"a": None}}).replace("null", "[" * 40 + "]" * 40),
    "other exercise": written(exercise="startpunt"),
    "no version": written(version="1"),
    "an impossible version": written(version=-1),
    "yes for a version": written(version=True),
    "unknown part": written(more=1),
    "unknown field": written(state={"steps": 1}),
    "prototype": '{"version":1,"exercise":"proef","time":"","state":{"__proto__":{"step":1}}}',
    "constructor": written(state={"constructor": {"prototype": {"step": 1}}}),
    "class attribute": written(state={"__class__": "os.system"}),
    "text for a number": written(state={"step": "1"}),
    "yes for a number": written(state={"step": True}),
    "half a number": written(state={"step": 1.5}),
    "enormous number": written(state={"step": 10**30}),
    "endless digits": written().replace("{}", '{"step":' + "9" * 5000 + "}"),
    "no number": written(state={"drawn": [[1, float("nan")]]}),
    "infinity": written(state={"drawn": [[1, float("inf")]]}),
    "infinity in disguise": written().replace("{}", '{"drawn":[[1,1e999]]}'),
    "a list for a mapping": written(state={"answers": ["a"]}),
    "a mapping for pairs": written(state={"drawn": {"1": 2}}),
    "a key twice": written(state={"drawn": [[1, 2], [1, 3]]}),
    "a name twice": written().replace("{}", '{"step":1,"step":2}'),
    "a pair of three": written(state={"pair": [1, "a", 2]}),
    "a set with doubles": written(state={"inner": {"word": "", "ties": [["a"], ["a"]]}}),
    "unknown choice": written(state={"colour": "GREEN"}),
    "a dunder of an enum": written(state={"colour": "__class__"}),
    "unknown literal": written(state={"mode": "misschien"}),
    "unknown kind": written(state={"moves": [{"Popen": {"args": "ls"}}]}),
    "two kinds": written(state={"moves": [{"AddTie": {"a": "", "b": ""}, "CutTie": {"a": "", "b": ""}}]}),
    "part missing": written(state={"moves": [{"AddTie": {"a": "x"}}]}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_refused(name):
    with pytest.raises(Unreadable):
        document.read(HOSTILE[name], "proef", Outer, MOVES)


def test_a_newer_version_is_told_apart_and_its_content_is_not_looked_at():
    with pytest.raises(document.Newer):
        document.read(written(version=2, state=["new"]), "proef", Outer)


def test_the_place_is_named():
    with pytest.raises(Unreadable, match="/gate/x/y: is no bool"):
        decode({"gate": {"x": {"y": 1}}}, Outer)


@given(st.text() | st.binary().map(lambda raw: raw.decode("latin-1")))
def test_any_text_is_read_or_refused(text):
    with pytest.raises(Unreadable):
        document.read(text, "proef", Outer)


@settings(max_examples=200)
@given(outer, st.data())
def test_a_document_cut_or_changed_anywhere_is_read_or_refused(value, data):
    text = document.write("proef", value, MOVES)
    place = data.draw(st.integers(0, len(text) - 1))
    new = data.draw(st.sampled_from(['"', "{", "}", "[", "]", ":", ",", "0", "\\", "-", "e", "null", ""]))
    for changed in (text[:place], text[:place] + new + text[place + 1 :]):
        try:
            found = document.read(changed, "proef", Outer, MOVES)
        except Unreadable:
            continue
        assert isinstance(found, Outer)
        assert document.read(document.write("proef", found, MOVES), "proef", Outer, MOVES) == found


@pytest.mark.parametrize("wrong", [Outer(step="1"), Outer(answers={"a": {1}}), Outer(step=2**60), Outer(pair=(1,))])
def test_what_could_not_be_read_is_not_written(wrong):
    with pytest.raises(Unreadable):
        encode(wrong, Outer)


def test_what_is_too_long_is_not_written():
    with pytest.raises(Unreadable, match="too long"):
        document.write("proef", Outer(answers={"a": "x" * document.LONGEST}))
