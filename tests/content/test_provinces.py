"""The outlines hold the places they should, and fill the country once."""

import json
from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.content import provinces
from reiswijzer.content.files import ContentError
from reiswijzer.content.provinces import decode, distance_km, province_at

TWO_SQUARES = {
    "transform": {"scale": [0.5, 2.0], "translate": [10.0, 20.0]},
    "arcs": [
        [[1, 0], [0, 1]],  # the side they share, upwards
        [[1, 1], [-1, 0], [0, -1], [1, 0]],
        [[1, 0], [1, 0], [0, 1], [-1, 0]],
    ],
    "objects": {
        "p": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "west"}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"name": "oost"}},
            ],
        }
    },
}


def test_steps_become_degrees_and_a_shared_side_is_walked_both_ways():
    found = decode(TWO_SQUARES)
    assert found["west"] == (((10.5, 20.0), (10.5, 22.0), (10.0, 22.0), (10.0, 20.0), (10.5, 20.0)),)
    assert found["oost"] == (((10.5, 20.0), (11.0, 20.0), (11.0, 22.0), (10.5, 22.0), (10.5, 20.0)),)


@pytest.mark.parametrize(
    ("lat", "lon", "name"),
    [
        (52.3731, 4.8926, "Noord-Holland"),  # Amsterdam
        (53.0500, 4.8000, "Noord-Holland"),  # Texel
        (51.7550, 4.1700, "Zuid-Holland"),  # Goeree-Overflakkee
        (51.3300, 3.8300, "Zeeland"),  # Zeeuws-Vlaanderen
        (50.8514, 5.6910, "Limburg"),  # Maastricht
        (52.5185, 5.4714, "Flevoland"),  # Lelystad
        (53.2012, 5.7999, "Fryslân"),  # Leeuwarden
        (51.2194, 4.4025, None),  # Antwerp
        (52.5000, 3.5000, None),  # the North Sea
        (52.8500, 5.4000, None),  # IJsselmeer
        (51.4410, 5.4700, "Noord-Brabant"),  # Eindhoven
        (5.4700, 51.4410, None),  # the same, turned round
    ],
)
def test_a_place_lies_in_its_province(lat, lon, name):
    assert province_at(lat, lon) == name


def test_there_are_twelve_with_closed_rings():
    assert len(provinces.provinces()) == 12
    for rings in provinces.provinces().values():
        assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)


@given(st.floats(50.7, 53.6), st.floats(3.3, 7.3))
def test_a_place_lies_in_one_province_at_most_and_distance_agrees(lat, lon):
    inside = [name for name in provinces.provinces() if distance_km(lat, lon, name) == 0]
    assert len(inside) <= 1
    assert province_at(lat, lon) == (inside[0] if inside else None)


@pytest.mark.parametrize(
    ("lat", "lon", "kilometres"),
    [
        (52.5, 5.5, 0.0),
        (52.5, 4.0, 111.2 * cos(radians(52.5))),
        (54.0, 5.5, 111.2),
        (51.0, 7.0, 111.2 * hypot(1, cos(radians(51)))),  # to a corner
    ],
)
def test_distance_is_in_kilometres(monkeypatch, lat, lon, kilometres):
    square = ((5.0, 52.0), (6.0, 52.0), (6.0, 53.0), (5.0, 53.0), (5.0, 52.0))
    monkeypatch.setattr(provinces, "provinces", lambda: {"Vierkant": (square,)})
    assert distance_km(lat, lon, "Vierkant") == pytest.approx(kilometres)


@pytest.mark.parametrize("broken", ["geen json", "{}", json.dumps({**TWO_SQUARES, "arcs": []})])
def test_a_broken_map_is_named(monkeypatch, broken):
    monkeypatch.setattr(provinces, "raw", lambda _: broken)
    with pytest.raises(ContentError, match=r"data/provincies\.topojson: -: is no quantised TopoJSON"):
        provinces.provinces.__wrapped__()
