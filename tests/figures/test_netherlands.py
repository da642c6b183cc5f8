"""The map: every marker keeps to itself and inside the drawing, and the drawing has every province."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reiswijzer.content.cases import cases
from reiswijzer.content.provinces import provinces
from reiswijzer.figures.netherlands import HEIGHT, RADIUS, WIDTH, netherlands, point, spread

PLACES = st.lists(st.tuples(st.floats(3.4, 7.2), st.floats(50.8, 53.5)), min_size=1, max_size=24)


def overlaps(markers):
    return [
        (one, other)
        for index, one in enumerate(markers)
        for other in markers[index + 1 :]
        if max(abs(one.x - other.x), abs(one.y - other.y)) < 2 * RADIUS - 0.5
    ]


@settings(deadline=None, max_examples=40)
@given(PLACES)
def test_markers_do_not_overlap_and_stay_inside(places):
    markers = spread(places)
    assert not overlaps(markers)
    assert all(RADIUS <= each.x <= WIDTH - RADIUS and RADIUS <= each.y <= HEIGHT - RADIUS for each in markers)
    assert [(each.at_x, each.at_y) for each in markers] == [point(*place) for place in places]
    assert spread(places) == markers


def test_markers_on_the_very_same_spot_are_told_apart():
    assert not overlaps(spread([(4.9, 52.37)] * 5))


def test_a_marker_alone_stands_on_its_place():
    (marker,) = spread([(5.12, 52.09)])
    assert (marker.x, marker.y) == pytest.approx((marker.at_x, marker.at_y))


def test_more_markers_than_fit_are_refused():
    with pytest.raises(ValueError, match="do not fit"):
        spread([(5.0, 52.0)] * 100)


def test_markers_of_the_cases_stay_near_their_places():
    places = sorted({(item.spot, item.lon, item.lat) for item in cases().values() if item.lat is not None})
    for (name, *_), marker in zip(places, spread([(lon, lat) for _, lon, lat in places]), strict=True):
        assert math.dist((marker.x, marker.y), (marker.at_x, marker.at_y)) < WIDTH / 5, name


def test_north_is_up_and_east_is_right():
    (west, south), (east, north) = point(4.0, 51.0), point(7.0, 53.0)
    assert west < east
    assert north < south


def test_the_drawing_has_every_province_and_says_what_it_shows():
    made = netherlands(provinces(), spread([(5.0, 52.0)]), title="Kaart", description="Eén plaats.")
    assert made.count("rw-svg-land") == len(provinces()) == 12
    assert "<title" in made
    assert "Eén plaats." in made
    assert netherlands(provinces(), spread([(5.0, 52.0)]), title="Kaart", description="Eén plaats.") == made
