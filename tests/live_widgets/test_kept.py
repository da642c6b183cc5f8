"""What the cache keeps is whole, also when two builds or a failure meet."""

import pytest

from sphinx_live_widgets.builder.kept import made_once


def write(text):
    return lambda folder: (folder / "it.txt").write_text(text)


def test_what_is_there_is_not_made_again(tmp_path):
    made_once(tmp_path / "below" / "one", write("first"))
    folder = made_once(tmp_path / "below" / "one", write("second"))
    assert (folder / "it.txt").read_text() == "first"


def test_a_failure_leaves_nothing(tmp_path):
    def fails(folder):
        write("half")(folder)
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        made_once(tmp_path / "one", fails)
    assert list(tmp_path.iterdir()) == []


def test_the_first_of_two_builds_wins(tmp_path):
    def slow(folder):
        write("slow")(folder)
        made_once(tmp_path / "one", write("fast"))

    folder = made_once(tmp_path / "one", slow)
    assert (folder / "it.txt").read_text() == "fast"
    assert list(tmp_path.iterdir()) == [folder]
