"""Time functions: from 0 to 1, smooth, never a flash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.film.ease import GENTLEST, fade, move, smooth, stagger

SHARE = st.floats(0, 1)
FRAME = 1 / 25


@given(SHARE, SHARE)
def test_smooth_never_goes_back(one, other):
    low, high = sorted((one, other))
    assert 0 <= smooth(low) <= smooth(high) <= 1


@given(st.floats(-5, 20), st.floats(GENTLEST, 2))
def test_visibility_changes_by_less_than_a_third_from_frame_to_frame(t, over):
    # `smooth` is at its steepest 1.875 times as fast as a straight line.
    change = abs(fade(t + FRAME, 2, 9, over) - fade(t, 2, 9, over))
    assert change <= 1.875 * FRAME / over + 1e-9
    assert change < 1 / 3


def test_a_faster_fade_and_one_without_time_are_refused():
    with pytest.raises(ValueError, match="flashes"):
        fade(1, 0, 5, 0.1)
    with pytest.raises(ValueError, match="no time"):
        fade(1, 0, 1, 0.6)
    with pytest.raises(ValueError, match="cannot end"):
        move(1, 3, 3)


@given(SHARE, st.integers(1, 50), st.floats(0, 0.95))
def test_a_stagger_keeps_its_order_and_ends_with_all(share, count, overlap):
    shares = [stagger(share, index, count, overlap) for index in range(count)]
    assert shares == sorted(shares, reverse=True)
    assert all(stagger(0, index, count, overlap) == 0 for index in range(count))
    assert all(stagger(1, index, count, overlap) == pytest.approx(1) for index in range(count))
