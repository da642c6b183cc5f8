"""The drawing of shared themes: a dot per theme and neighbour, and whose number is whose."""

import re
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.figures.shared_themes import LABEL, NAME, WIDTH, shared_themes

WORDS = st.text("abcdefg ", min_size=1, max_size=60).map(lambda text: " ".join(text.split()) or "a")


def drawn(rows, names):
    return ET.fromstring(shared_themes(rows, names, title="Titel", description="Woorden"))  # noqa: S314 - our own SVG


@given(
    st.integers(1, 3).flatmap(
        lambda count: st.tuples(
            st.lists(st.tuples(WORDS, st.lists(st.booleans(), min_size=count, max_size=count)), max_size=5),
            st.lists(WORDS, min_size=count, max_size=count),
        )
    )
)
def test_every_theme_has_a_dot_for_everyone_inside_the_drawing(given_):
    rows, names = given_
    svg = drawn(rows, names)
    circles = [each for each in svg.iter() if each.tag.endswith("circle")]
    assert len(circles) == len(rows) * len(names)
    joined = sum("rw-svg-joined" in each.get("class") for each in circles)
    assert joined == sum(sum(has) for _, has in rows)
    height = float(svg.get("height"))
    for each in circles:
        assert float(each.get("r")) <= float(each.get("cx")) <= WIDTH - float(each.get("r"))
        assert float(each.get("cy")) < height
    for each in (one for one in svg.iter() if one.tag.endswith("text")):
        assert float(each.get("y")) < height


def test_long_words_go_on_the_next_line():
    svg = shared_themes(
        [("een lang thema " * 4, [True])], ["een lange naam " * 6], title="Titel", description="Woorden"
    )
    lines = [line for line in re.findall(r"<text[^>]*>([^<]+)</text>", svg) if "lang" in line]
    assert len(lines) > 3
    assert all(len(line) <= max(LABEL, NAME) for line in lines)


def test_markup_in_a_name_stays_text():
    assert "<b>" not in shared_themes([("a", [True])], ["<b>"], title="<b>", description="<b>")
