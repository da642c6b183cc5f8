"""A script of a clip loads whole, and whatever is wrong in it is named by file and id."""

import copy

import pytest

from reiswijzer.content.files import ContentError
from reiswijzer.content.film import parse
from reiswijzer.content.route import stop

GOOD = {
    "title": "Een voorbeeld",
    "poster": 3.0,
    "scene": [
        {
            "id": "eerste",
            "seconds": 40,
            "chapter": "Het begin",
            "line": [
                {"begin": 0, "end": 3, "text": "Een deur."},
                {"begin": 4, "end": 9, "stop": 2},
                {"begin": 10, "end": 13, "caption": "[Er komt niemand.]"},
            ],
        },
        {"id": "tweede", "seconds": 30, "line": [{"begin": 1, "end": 4, "text": "En dan."}]},
    ],
}


def changed(path, value):
    """Return the good script with the value at `path` replaced, or taken out when it is None."""
    table = copy.deepcopy(GOOD)
    place = table
    for key in path[:-1]:
        place = place[key]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return table


LINE = ("scene", 0, "line", 0)


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (("title",), None, "'title' is missing"),
        (("poster",), 80.0, "outside the clip"),
        (("insight",), 9, "there is no insight 9"),
        (("scene", 0, "seconds"), None, "'seconds' is missing"),
        (("scene", 0, "seconds"), 20, "takes 50 seconds"),
        (("scene", 0, "seconds"), 200, "takes 230 seconds"),
        (("scene", 0, "chapter"), None, "first scene begins a chapter"),
        (("scene", 1, "id"), "eerste", "occurs twice"),
        ((*LINE, "text"), "", "neither words nor a caption"),
        ((*LINE, "tekst"), "Een deur.", "does not know tekst"),
        ((*LINE, "caption"), "[Een deur gaat open.]", "the caption does not say what is on screen: Een deur."),
        (("scene", 0, "line", 1, "caption"), "2. Een andere titel.", "does not say what is on screen: Denk en handel"),
        ((*LINE, "place"), "ergens", "place is 'ergens'"),
        ((*LINE, "size"), 30, "smaller than 34"),
        ((*LINE, "end"), 41, "does not fall within"),
        ((*LINE, "end"), 5, "before the line above it has ended"),
        ((*LINE, "end"), 1.2, "stays less than 1.5"),
        ((*LINE, "text"), "Een deur. " * 6, "more than 15 characters"),
        (("scene", 0, "line", 1, "stop"), 8, "there is no stop"),
    ],
)
def test_what_is_wrong_is_named_by_file_and_id(path, value, problem):
    with pytest.raises(ContentError, match=r"^(film/x|route)\.toml: .*") as raised:
        parse("x", changed(path, value))
    assert problem in str(raised.value)


def test_times_of_lines_count_from_the_beginning_of_the_clip():
    made = parse("x", GOOD)
    assert made.seconds == 70
    assert [line.begin for line in made.lines] == [0, 4, 10, 41]


def test_a_stop_gives_its_own_title_and_a_caption_may_stand_alone():
    lines = parse("x", GOOD).lines
    assert (lines[1].text, lines[1].stop) == (stop(2).title, 2)
    assert (lines[2].text, lines[2].caption) == ("", "[Er komt niemand.]")
