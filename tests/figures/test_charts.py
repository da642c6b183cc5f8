"""Charts: large enough letters for a phone, and a line that is seen on a bar as well as beside it."""

from xml.etree import ElementTree as ET

import pytest

from reiswijzer.figures.bar_chart import bar_chart
from reiswijzer.figures.curve_chart import BOTTOM, Line, curve_chart
from reiswijzer.figures.day_bars import LONGEST, NARROW, Kept, day_bars

SVG = "{http://www.w3.org/2000/svg}"
NAMED = {"title": "t", "description": "d"}
ON_A_PHONE = 264
"""Width of what stands in a card in a window of 360 px."""
SMALLEST = 12


def parsed(svg):
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def letters(tree):
    """Return how high the smallest letters are on a phone."""
    width = float(tree.get("viewBox").split()[2])
    return min(float(one.get("font-size")) for one in tree.iter(f"{SVG}text")) * ON_A_PHONE / width


def curve(values, **how):
    return curve_chart([Line("echt 1.200", values)], range(2014, 2023), top=6000, step=2000, **NAMED, **how)


@pytest.mark.parametrize(
    "svg",
    [
        curve({2014: 5900, 2022: 1200}, narrow=True),
        curve({2014: 5900, 2017: 3700}, narrow=True, hidden_from=2018),
        day_bars([Kept("a", 0.25), Kept("b")], ("Dag 0", "Dag 1"), longest=NARROW, **NAMED),
    ],
)
def test_the_letters_of_a_narrow_drawing_are_large_enough_on_a_phone(svg):
    assert letters(parsed(svg)) >= SMALLEST


def test_a_wide_drawing_is_for_a_wide_page():
    assert letters(parsed(curve({2014: 5900, 2022: 1200}))) < SMALLEST
    assert letters(parsed(day_bars([Kept("a", 0.25)], ("Dag 0", "Dag 1"), longest=LONGEST, **NAMED))) < SMALLEST


def test_where_nothing_is_written_at_the_right_the_years_run_on_to_there():
    bare, named = (
        parsed(curve(values, narrow=True)) for values in ({2014: 5900, 2017: 3700}, {2014: 5900, 2022: 1200})
    )
    edge = [max(float(one.get("x2")) for one in tree.iter(f"{SVG}line")) for tree in (bare, named)]
    assert edge[0] > edge[1]
    assert float(bare.get("viewBox").split()[3]) - BOTTOM == max(
        float(one.get("y1")) for one in bare.iter(f"{SVG}line")
    )


def test_a_strip_of_paper_carries_the_line_over_the_bars():
    tree = parsed(bar_chart([("overlast", 115), ("agressie", 109)], reference=100, **NAMED))
    drawn = [one.get("class") for one in tree if one.get("class")]
    strip, dashes = drawn.index("rw-svg-strook"), drawn.index("rw-svg-raster-sterk")
    assert drawn.index("rw-svg-staaf") < strip < dashes
    assert "rw-svg-strook" not in bar_chart([("overlast", 115)], **NAMED)
