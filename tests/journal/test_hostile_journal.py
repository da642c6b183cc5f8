"""A file is hostile until proven otherwise: it gives a journal or is refused, quickly and with a place."""

import contextlib
import json
import random
import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journals import MOMENTS, TEXTS, journals, plain

from reiswijzer.journal import document
from reiswijzer.journal.codec import Unreadable
from reiswijzer.journal.document import NoJson, TooLong
from reiswijzer.journal.journal import (
    KEY,
    LONGEST,
    LONGEST_TEXT,
    MOST_IDS,
    MOST_VERSIONS,
    Journal,
    from_keys,
    read,
    to_keys,
    write,
)

SOON = 60.0
"""Seconds; no measure of speed: what goes back over what it has seen would need hours for such a file."""


def note(**changes):
    return {"time": MOMENTS[0], "text": "a", **changes}


def version(**changes):
    return {"version": 1, "exercise": "x", "time": MOMENTS[0], "state": {}, **changes}


def file(**changes):
    whole = {"format": "reiswijzer-reisverslag", "version": 1, "made": MOMENTS[0], "fields": {}, "exercises": {}}
    return json.dumps({**whole, **changes})


def test_the_frame_of_these_tests_can_be_read():
    assert read(file(fields={"x": [note()]}, exercises={"x": [version()]})).fields


LATER = (datetime.now(UTC) + timedelta(days=3)).isoformat()
REFUSED = {
    "nothing": "",
    "a page": "<!doctype html><script>alert(1)</script>",
    "no json": "{'format': 'reiswijzer-reisverslag'}",
    "truncated": file(fields={"x": [note()]})[:-7],
    "a list": "[]",
    "a number": "7",
    "null": "null",
    "another file": '{"format":"reiswijzer-deelbestand","version":1}',
    "too long": " " * (LONGEST + 1),
    "too many bytes": b" " * (4 * LONGEST + 1),
    "no utf-8": b"\xff\xfe\x00",
    "utf-16": file().encode("utf-16"),
    "deep lists": "[" * 1_000_000,
    "deep objects": '{"a":' * 700_000,
    "deep under a good start": file().replace('"fields": {}', '"fields": {"x":' + "[" * 90 + "]" * 90 + "}"),
    "a name twice": file().replace('"version": 1', '"version": 1, "version": 1'),
    "a note named twice": file(fields={"x": [note()]}).replace('"text": "a"', '"text": "a", "text": "b"'),
    "no number": file(exercises={"x": [version(state={"a": float("nan")})]}),
    "infinity": file(exercises={"x": [version(state={"a": float("-inf")})]}),
    "infinity in disguise": file(exercises={"x": [version()]}).replace('"state": {}', '"state": {"a": 1e999}'),
    "endless digits": file(exercises={"x": [version()]}).replace(
        '"state": {}', '"state": {"a": ' + "9" * 100_000 + "}"
    ),
    "a number beyond all languages": file(exercises={"x": [version(state={"a": 2**60})]}),
    "yes for a version": file(version=True),
    "text for a version": file(version="1"),
    "version nought": file(version=0),
    "an extra part": file(more=1),
    "a prototype": file().replace("{", '{"__proto__": {"fields": {}}, ', 1),
    "a prototype for an id": file(fields={"__proto__": [note()]}),
    "markup for an id": file(fields={"<img src=x onerror=alert(1)>": [note()]}),
    "a path for an id": file(exercises={"../../etc/passwd": [version(exercise="../../etc/passwd")]}),
    "an id that is too long": file(fields={"a" * 65: [note()]}),
    "an empty id": file(fields={"": [note()]}),
    "an id in other letters": file(fields={"ｘ": [note()]}),
    "an id with a line break": file(fields={"x\n": [note()]}),
    "half a character for an id": file(fields={"\ud800": [note()]}),
    "a list for fields": file(fields=[["x", [note()]]]),
    "null for fields": file(fields=None),
    "an object for notes": file(fields={"x": {"0": note()}}),
    "text for a note": file(fields={"x": ["a"]}),
    "a note with more": file(fields={"x": [note(html="<b>")]}),
    "a note without time": file(fields={"x": [{"text": "a"}]}),
    "a number for text": file(fields={"x": [note(text=1)]}),
    "a list for text": file(fields={"x": [note(text=["a"])]}),
    "a text that is too long": file(fields={"x": [note(text="a" * (LONGEST_TEXT + 1))]}),
    "too many ids": file(fields={f"x{number}": [note()] for number in range(MOST_IDS + 1)}),
    "too many versions": file(fields={"x": [note(text=str(number)) for number in range(MOST_VERSIONS + 1)]}),
    "the future": file(fields={"x": [note(time=LATER)]}),
    "made in the future": file(made=LATER),
    "no offset": file(made="2026-05-01T10:00:00"),
    "a day": file(made="2026-05-01"),
    "no such day": file(made="2026-02-30T10:00:00Z"),
    "before the calendar": file(made="0001-01-01T00:00:00+14:00"),
    "no such offset": file(made="2026-05-01T10:00:00+99:99"),
    "other digits": file(made="٢٠٢٦-05-01T10:00:00Z"),
    "a number for a time": file(made=1777629600000),
    "a document of another exercise": file(exercises={"x": [version(exercise="y")]}),
    "a document without state": file(exercises={"x": [{"version": 1, "exercise": "x", "time": MOMENTS[0]}]}),
    "a list for a state": file(exercises={"x": [version(state=[])]}),
    "a deep state": file(exercises={"x": [version(state={"a": json.loads("[" * 30 + "]" * 30)})]}),
    "a document with more": file(exercises={"x": [version(run="os.system")]}),
    "a document of version nought": file(exercises={"x": [version(version=0)]}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_soon(name):
    begin = time.process_time()
    with pytest.raises(Unreadable):
        read(REFUSED[name])
    assert time.process_time() - begin < SOON


def test_what_is_wrong_is_told_apart_and_the_place_is_named():
    with pytest.raises(TooLong):
        read(REFUSED["too long"])
    for name in ("nothing", "a page", "another file", "no utf-8", "a name twice"):
        with pytest.raises(NoJson):
            read(REFUSED[name])
    with pytest.raises(Unreadable, match=r"^/fields/x/0/time: lies in the future$"):
        read(REFUSED["the future"])
    with pytest.raises(Unreadable, match=r"^/exercises/x/0/state/a: "):
        read(REFUSED["a number beyond all languages"])
    with pytest.raises(Unreadable, match=r"^/fields/'<img src=x onerror=alert\(1\)>': is no id$"):
        read(REFUSED["markup for an id"])


# What looks like an attack and is only text: it comes in as it is, and says nothing to anyone.
KEPT = [
    *TEXTS,
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    '=HYPERLINK("http://example.org")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "__proto__",
    "\u202eomgekeerd",
    "\0\x01\x1b[31m",
    "%00%0d%0a",
    "'; DROP TABLE reis; --",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_a_reader_may_write_comes_through_as_text(text):
    assert read(file(fields={"x": [note(text=text)]})).fields["x"][0].text == text


def test_ids_that_this_version_does_not_know_are_kept():
    journal = read(file(fields={"9-later": [note()]}, exercises={"constructor": [version(exercise="constructor")]}))
    assert read(write(journal)) == journal
    assert from_keys(to_keys(journal)) == (journal, ())


BIG = {
    "brackets": file().replace('"fields": {}', '"fields": {"x": [' + "[]," * 1_200_000 + "[]]}"),
    "names": "{" + ",".join(f'"{number}":0' for number in range(300_000)) + "}",
    "open text of escapes": '"' + '\\"' * 1_900_000,
    "open text of backslashes": '"' + "\\" * 3_900_001,
    "quotes": '"' * 3_900_000,
    "digits": "0." + "1" * 3_900_000,
    "an exponent": "1e" + "9" * 3_900_000,
    "text": file(fields={"x": [note(text="a" * 3_900_000)]}),
    "spaces": file() + " " * 3_900_000,
}


@pytest.mark.parametrize("name", BIG)
def test_a_large_file_is_read_or_refused_soon(name):
    begin = time.process_time()
    with contextlib.suppress(Unreadable):
        read(BIG[name])
    assert time.process_time() - begin < SOON


def test_a_full_journal_is_read_soon():
    words = "Wij beginnen dinsdag. " * 20
    fields = {f"x{number}": [note(time=moment, text=words) for moment in MOMENTS] for number in range(1_500)}
    begin = time.process_time()
    journal = read(file(fields=fields))
    assert time.process_time() - begin < SOON
    assert len(journal.fields) == 1_500


def test_a_journal_that_could_not_be_read_back_is_not_written():
    too_many = tuple(read(file(fields={"x": [note(text=str(at))]})).fields["x"][0] for at in range(MOST_VERSIONS + 1))
    with pytest.raises(Unreadable, match="more than 400 versions"):
        write(Journal({"x": too_many}))


# Fuzzing.


def attempt(text):
    """Read; what comes of it is a journal that can be written and read again."""
    try:
        journal = read(text)
    except Unreadable:
        return
    assert isinstance(journal, Journal)
    assert read(write(journal)) == journal


@given(st.text() | st.binary())
def test_anything_is_read_or_refused(text):
    attempt(text)


@given(plain, plain, plain, plain)
def test_any_json_in_the_frame_is_read_or_refused(made, fields, exercises, more):
    attempt(file(fields=fields))
    attempt(file(fields={"x": fields}, exercises={"x": exercises}))
    attempt(file(made=made, fields={"x": [fields]}, exercises={"x": [exercises]}))
    attempt(file(fields={"x": [note(time=made)]}, exercises={"x": [version(state=more, version=exercises)]}))


@settings(max_examples=200)
@given(journals(), st.integers(0, 2**32))
def test_a_journal_cut_or_changed_anywhere_is_read_or_refused(journal, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    raw = bytearray(write(journal).encode())
    attempt(bytes(raw[: chance.randrange(len(raw))]))
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(raw))
        new = chance.choice(
            [b'"', b"{", b"}", b"[", b"]", b":", b",", b"0", b"-", b"e", b"null", b"\\u0000", b"\xff", b""]
        )
        raw[at : at + chance.randrange(3)] = new
    attempt(bytes(raw))


def _places(data, path=()):
    """List the path of everything in plain data."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for name, one in inside for place in _places(one, (*path, name)))]


@settings(max_examples=200)
@given(journals(), st.data(), plain)
def test_a_journal_with_anything_in_any_place_is_read_or_refused(journal, data, anything):
    content = json.loads(write(journal))
    *way, last = data.draw(st.sampled_from(_places(content)[1:]))
    inside = content
    for name in way:
        inside = inside[name]
    inside[last] = anything
    attempt(json.dumps(content))


KEYS = ["veld/x", "oefening/x", "oefening/x/eerder/1", "veld/", "oefening//", "veld/X"]


@given(st.dictionaries(st.sampled_from(KEYS), st.text() | plain.map(json.dumps)))
def test_a_storage_with_anything_in_it_gives_what_can_be_read(keys):
    journal, troubles = from_keys({KEY + key: text for key, text in keys.items()})
    assert isinstance(journal, Journal)
    assert len(troubles) <= len(keys)


@given(journals())
def test_one_damaged_key_leaves_the_rest(journal):
    keys = to_keys(journal)
    found, troubles = from_keys({**keys, f"{KEY}veld/kapot": "{", f"{KEY}oefening/kapot": "[]", "elsewhere": "{"})
    assert found == journal
    assert [trouble.key for trouble in troubles] == [f"{KEY}oefening/kapot", f"{KEY}veld/kapot"]


def test_what_was_put_apart_is_passed_over():
    keys = {f"{KEY}oefening/x/apart/1": "{", f"{KEY}veld/x/apart/1": "{", "reiswijzer/2/veld/x": "{"}
    assert from_keys(keys) == (Journal(), ())


@pytest.mark.parametrize("text", ['"' + '\\"' * 190_000, '{"a":"' + '\\"' * 190_000])
def test_a_document_of_escapes_is_refused_soon(text):
    begin = time.process_time()
    with pytest.raises(Unreadable):
        document.plain(text)
    assert time.process_time() - begin < SOON
