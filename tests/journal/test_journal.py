"""A journal comes back as it was written, and what is put together loses nothing."""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journals import MOMENTS, documents, journals, notes

from reiswijzer.journal import migrate, times
from reiswijzer.journal.codec import Unreadable
from reiswijzer.journal.document import LONGEST as LONGEST_DOCUMENT
from reiswijzer.journal.document import Newer
from reiswijzer.journal.journal import (
    KEY,
    MOST_IDS,
    MOST_VERSIONS,
    Change,
    Journal,
    changes,
    from_keys,
    keepable,
    merge,
    read,
    to_keys,
    with_document,
    with_note,
    write,
)
from reiswijzer.journal.versions import Note, with_later

DOCUMENTS = sorted(Path(__file__).with_name("documents").glob("*.json"))


# Reading and writing.


@given(journals())
def test_a_file_gives_back_what_was_written(journal):
    assert read(write(journal)) == journal
    assert read(write(journal).encode("utf-8-sig")) == journal


@given(journals())
def test_the_storage_of_a_browser_gives_back_what_was_put_there(journal):
    keys = to_keys(journal)
    assert from_keys(keys) == (journal, ())
    assert all(key.startswith(KEY) for key in keys)


@settings(max_examples=50)
@given(journals())
def test_the_keys_are_written_as_a_page_writes_them(journal):
    for text in to_keys(journal).values():
        assert text == json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_document_ever_written_still_opens(path):
    journal = read(path.read_bytes())
    assert journal.fields
    assert journal.exercises
    assert read(write(journal)) == journal


def test_a_moment_is_the_same_moment_in_every_spelling():
    spelled = ["2026-05-01T10:00:00.5Z", "2026-05-01T12:00:00.500+02:00", "2026-05-01T10:00:00.500000+00:00"]
    assert {times.canonical(one, "") for one in spelled} == {"2026-05-01T10:00:00.500Z"}


@settings(max_examples=50)
@given(st.datetimes(datetime(2020, 1, 3), datetime(2025, 1, 1), timezones=st.timezones()))  # noqa: DTZ001 - bounds
def test_moments_keep_their_order_as_text(moment):
    later = moment.astimezone(UTC) + timedelta(milliseconds=1)
    assert times.stamp(moment) < times.stamp(later)
    assert times.canonical(times.stamp(moment), "") == times.stamp(moment)


def test_a_clock_may_be_a_day_ahead_but_not_more(monkeypatch):
    monkeypatch.setattr(times, "now", lambda: datetime(2026, 5, 1, tzinfo=UTC))
    assert times.canonical("2026-05-02T00:00:00Z", "")
    with pytest.raises(Unreadable, match="/made: lies in the future"):
        times.canonical("2026-05-02T00:00:01Z", "/made")


@pytest.mark.parametrize("day", ["2090-05-01", "1970-02-01", "9998-12-31"])
def test_what_a_clock_of_this_device_dated_wrong_is_still_the_readers_own(day):
    time = f"{day}T10:00:00.000Z"
    document = {"version": 1, "exercise": "x", "time": time, "state": {}}
    notes = {"version": 1, "notes": [{"time": time, "text": "van mij"}]}
    keys = {f"{KEY}veld/x": json.dumps(notes), f"{KEY}oefening/x": json.dumps(document)}
    journal, troubles = from_keys(keys)
    assert not troubles
    assert journal.fields["x"][0].text == "van mij"
    assert journal.exercises["x"][0]["time"] == time
    assert times.local(time)


@pytest.mark.parametrize("time", ["0001-01-01T00:00:00Z", "2019-12-31T23:59:59Z"])
def test_a_file_of_before_the_book_is_refused(time):
    with pytest.raises(Unreadable, match="/made"):
        times.canonical(time, "/made")


@pytest.mark.parametrize("time", ["0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"])
def test_a_moment_that_is_no_date_here_cannot_stop_what_else_is_kept(time):
    notes = {"version": 1, "notes": [{"time": time, "text": "a"}]}
    good = {"version": 1, "notes": [{"time": MOMENTS[0], "text": "b"}]}
    journal, troubles = from_keys({f"{KEY}veld/x": json.dumps(notes), f"{KEY}veld/y": json.dumps(good)})
    assert list(journal.fields) == ["y"]
    assert [trouble.key for trouble in troubles] == [f"{KEY}veld/x"]


def test_too_many_versions_cannot_be_kept_and_the_most_can():
    most = tuple(Note(MOMENTS[0], f"{number:03d}") for number in range(MOST_VERSIONS))
    assert keepable(Journal({"x": most}))
    assert not keepable(Journal({"x": (*most, Note(MOMENTS[0], "z"))}))
    assert not keepable(Journal({f"x{number}": most[:1] for number in range(MOST_IDS + 1)}))
    long = {"version": 1, "exercise": "x", "time": MOMENTS[0], "state": {"answers": {"a": "a" * LONGEST_DOCUMENT}}}
    assert not keepable(Journal(exercises={"x": (long,)}))  # a file may hold it, a key may not


def test_half_a_character_does_not_stop_a_journal():
    """A page may cut a text in the middle of a character; nothing can write that down."""
    halves = json.dumps({"version": 1, "notes": [{"time": MOMENTS[0], "text": "a\ud83d"}]})
    journal, troubles = from_keys({f"{KEY}veld/x": halves})
    assert not troubles
    assert journal.fields["x"][0].text == "a\ufffd"
    assert write(journal).encode()


def test_half_a_character_in_an_exercise_does_not_stop_a_journal():
    document = {"version": 1, "exercise": "x", "time": MOMENTS[0], "state": {"answers": {"a": "\ud83d"}}}
    journal, _ = from_keys({f"{KEY}oefening/x": json.dumps(document)})
    assert read(write(journal).encode()) == journal


# Putting together.


@settings(max_examples=50)
@given(journals(), journals())
def test_merging_is_the_same_from_both_sides(one, other):
    assert merge(one, other) == merge(other, one)


@settings(max_examples=50)
@given(journals(), journals(), journals())
def test_merging_is_the_same_in_every_order(one, other, third):
    assert merge(merge(one, other), third) == merge(one, merge(other, third))


@settings(max_examples=50)
@given(journals(), journals())
def test_merging_again_changes_nothing(one, other):
    both = merge(one, other)
    assert merge(both, one) == both
    assert merge(both, both) == both
    assert merge(one, Journal()) == one


@given(journals(), journals())
def test_merging_loses_nothing_adds_nothing_and_keeps_order(one, other):
    both = merge(one, other)
    for parts in ("fields", "exercises"):
        first, second, whole = (getattr(journal, parts) for journal in (one, other, both))
        assert whole.keys() == first.keys() | second.keys()
        for ident, versions in whole.items():
            given_ = [*first.get(ident, ()), *second.get(ident, ())]
            assert all(version in versions for version in given_)
            assert all(version in given_ for version in versions)
            assert all(versions.count(version) == 1 for version in versions)
            moments = [version.time if isinstance(version, Note) else version["time"] for version in versions]
            assert moments == sorted(moments)


@settings(max_examples=50)
@given(journals(), journals())
def test_the_preview_tells_what_a_merge_does(before, incoming):
    after = merge(before, incoming)
    told = {(change.kind, change.id): change.what for change in changes(before, after)}
    assert len(told) == len(after.fields) + len(after.exercises)
    for kind, parts in (("field", "fields"), ("exercise", "exercises")):
        for ident, versions in getattr(after, parts).items():
            had = getattr(before, parts).get(ident)
            what = told[kind, ident]
            assert (what == "new") == (had is None)
            assert (what == "same") == (had == versions)
            assert (what == "present") == (had is not None and had[-1] != versions[-1])


def test_the_preview_in_one_example():
    monday, tuesday = Note(MOMENTS[0], "a"), Note(MOMENTS[1], "b")
    before = Journal({"same": (monday,), "added": (tuesday,), "present": (monday,)})
    incoming = Journal({"added": (monday,), "present": (tuesday,), "new": (monday,)})
    told = changes(before, merge(before, incoming))
    assert told == tuple(Change("field", ident, ident) for ident in ("added", "new", "present", "same"))


# One more version.


@given(st.lists(notes, max_size=4).map(lambda found: tuple(sorted(set(found)))), notes)
def test_a_new_note_is_the_last_and_takes_no_older_day_away(versions, new):
    after = with_later(versions, new)
    assert after[-1].text == new.text
    assert list(after) == sorted(after)
    day = times.local(new.time).date()
    assert all(note in after for note in versions if times.local(note.time).date() != day)


def test_a_day_holds_one_note_and_the_first_answer_stays(monkeypatch):
    journal = Journal()
    for day, text in ((1, "eerst"), (1, "zelfde dag"), (9, "later"), (9, "nog later")):
        monkeypatch.setattr(times, "now", lambda day=day: datetime(2026, 5, day, 12, tzinfo=UTC))
        journal = with_note(journal, "x", text)
    assert [note.text for note in journal.fields["x"]] == ["zelfde dag", "nog later"]


def test_a_day_is_a_day_on_the_clock_on_the_wall(monkeypatch):
    home = timezone(timedelta(hours=2))
    monkeypatch.setattr(times, "local", lambda text: datetime.fromisoformat(text).astimezone(home))
    late, after_midnight = Note("2026-05-01T21:59:00.000Z", "a"), Note("2026-05-01T22:01:00.000Z", "b")
    assert with_later((late,), after_midnight) == (late, after_midnight)


@given(documents("x"), documents("x"))
def test_a_document_of_a_later_day_stands_beside_the_first(one, other):
    journal = with_document(with_document(Journal(), one), other)
    assert journal.exercises["x"][-1]["state"] == other["state"]
    assert len(journal.exercises["x"]) == 1 + (one["time"][:10] != other["time"][:10])


# What was written by other versions.


def test_a_later_version_is_told_apart():
    with pytest.raises(Newer):
        read(json.dumps({"format": "reiswijzer-reisverslag", "version": 2, "all": "different"}))
    _, (trouble,) = from_keys({f"{KEY}veld/x": '{"version":2,"other":1}'})
    assert isinstance(trouble.why, Newer)


def test_upgrades_follow_each_other():
    upgrades = {1: lambda old: {**old, "version": 2, "a": old["b"]}, 2: lambda old: {**old, "version": 3}}
    assert migrate.upgrade({"version": 1, "b": 7}, 3, upgrades) == {"version": 3, "a": 7, "b": 7}


@pytest.mark.parametrize("version", [0, -1, "1", True, None, 1.0])
def test_a_version_that_was_never_written_is_refused(version):
    with pytest.raises(Unreadable):
        migrate.upgrade({"version": version}, 1)
