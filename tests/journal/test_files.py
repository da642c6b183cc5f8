"""A journal in a file is never lost: whole or not written, put apart when damaged, left alone when newer."""

import json
import os
from datetime import UTC, datetime

import pytest
from hypothesis import given
from journals import journals

from reiswijzer.journal import times
from reiswijzer.journal.document import Newer
from reiswijzer.journal.files import JournalFile
from reiswijzer.journal.journal import LONGEST, Journal, merge, read


@pytest.fixture
def file(tmp_path):
    return JournalFile(tmp_path / "reisverslag.json")


def version(time="2026-05-01T10:00:00.000Z", **state):
    return {"version": 1, "exercise": "x", "time": time, "state": state}


def test_without_a_file_there_is_nothing_and_reading_makes_none(file):
    assert file.read() == Journal()
    assert not file.path.exists()


def test_what_is_kept_comes_back(file):
    file.keep_note("3-tafel-1", "De wijkcoach.")
    file.keep_document(version(step=1))
    again = JournalFile(file.path)
    assert again.read().fields["3-tafel-1"][0].text == "De wijkcoach."
    assert again.present("x")["state"] == {"step": 1}
    assert again.present("y") is None


def test_the_same_text_is_not_written_again(file):
    file.keep_note("a", "Iets.")
    before = file.path.read_bytes()
    file.keep_note("a", "Iets.")
    assert file.path.read_bytes() == before


def test_on_a_later_day_the_first_answer_stays(file, monkeypatch):
    for day in (1, 1, 9):
        monkeypatch.setattr(times, "now", lambda day=day: datetime(2026, 5, day, 12, tzinfo=UTC))
        file.keep_note("a", f"dag {day}")
    assert [note.text for note in file.read().fields["a"]] == ["dag 1", "dag 9"]


def test_two_notebooks_lose_nothing_of_each_other(file):
    mine = file.keep_document(version(step=1))
    theirs = JournalFile(file.path).keep_document(version(step=2), None)
    file.keep_note("a", "Iets.")
    mine = file.keep_document(version(step=3), mine)
    file.keep_document(version(step=4), mine)
    states = [each["state"]["step"] for each in file.read().exercises["x"]]
    assert states == [1, 2, 4]
    assert theirs["state"] == {"step": 2}


@given(journals(), journals())
def test_adding_is_merging(tmp_path_factory, one, other):
    file = JournalFile(tmp_path_factory.mktemp("verslag") / "reisverslag.json")
    file.add(one)
    file.add(other)
    assert file.read() == merge(one, other)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b" " * (4 * LONGEST + 1)])
def test_a_damaged_file_is_put_apart_whole(file, content):
    file.path.write_bytes(content)
    assert file.read() == Journal()
    assert file.put_apart.read_bytes() == content
    assert not file.path.exists()
    file.keep_note("a", "Iets.")
    assert read(file.path.read_bytes()).fields["a"]
    assert file.put_apart.read_bytes() == content


def test_a_newer_file_is_not_touched(file):
    content = json.dumps({"format": "reiswijzer-reisverslag", "version": 99}).encode()
    file.path.write_bytes(content)
    for act in (file.read, lambda: file.keep_note("a", "b"), lambda: file.keep_document(version()),
                lambda: file.add(Journal())):  # fmt: skip
        with pytest.raises(Newer):
            act()
    assert file.path.read_bytes() == content
    assert list(file.path.parent.iterdir()) == [file.path]


def test_a_write_that_fails_leaves_what_was_there_and_no_scraps(file, monkeypatch):
    file.keep_note("a", "Iets.")
    before = file.path.read_bytes()

    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        file.keep_note("a", "Iets anders.")
    assert file.path.read_bytes() == before
    assert list(file.path.parent.iterdir()) == [file.path]


def test_only_the_reader_may_look_into_it(file):
    file.keep_note("a", "Iets.")
    assert os.name == "nt" or file.path.stat().st_mode & 0o077 == 0


def test_a_name_may_be_a_link(tmp_path):
    elsewhere = tmp_path / "elders.json"
    link = tmp_path / "link.json"
    link.symlink_to(elsewhere)
    JournalFile(link).keep_note("a", "Iets.")
    assert link.is_symlink()
    assert read(elsewhere.read_bytes()).fields["a"]
