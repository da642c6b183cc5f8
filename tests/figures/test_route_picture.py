"""The pictures of the stops."""

import re

import pytest

from reiswijzer.content.route import route
from reiswijzer.figures.route_picture import route_picture, stop_picture


def test_the_route_has_the_picture_of_every_stop_in_its_colour():
    whole = route_picture("De route", "Een weg.")
    for stop in route():
        alone = stop_picture(stop.number, stop.title, stop.picture)
        drawn = re.search(rf'<g transform="[^"]+" class="rw-halte-{stop.number}">(.*?)</g>', alone)[1]
        assert drawn in whole
        assert stop.picture in alone
    assert whole.count("<g ") == len(route())


@pytest.mark.parametrize("number", [0, 6, -1])
def test_there_are_no_other_stops(number):
    with pytest.raises(ValueError, match=f"no stop {number}"):
        stop_picture(number, "", "")
