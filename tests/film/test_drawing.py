"""Every scene of every clip: well-formed, words inside the frame, large enough, readable on what is behind them."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from reiswijzer.content.film import SMALLEST, script, script_ids
from reiswijzer.film.measure import width
from reiswijzer.film.scenes import drawing_of
from reiswijzer.film.stage import HEIGHT, LOWEST, RATE, WIDTH, Now, frame, moments

SVG = "{http://www.w3.org/2000/svg}"
SCENES = [(clip, scene) for clip in script_ids() for scene in script(clip).scenes]
WHERE = pytest.mark.parametrize(("clip", "scene"), SCENES, ids=[f"{clip}-{scene.id}" for clip, scene in SCENES])


def pictures(clip, scene):
    """Return what is drawn at the beginning, middle and end of a scene, and in the middle of each of its lines."""
    times = {scene.begin, scene.begin + scene.seconds / 2, scene.begin + scene.seconds - 1 / RATE}
    times |= {(line.begin + line.end) / 2 for line in scene.lines}
    return [ET.fromstring(frame(script(clip), drawing_of(clip), t)) for t in sorted(times)]  # noqa: S314


def settings(root):
    """Yield every text with the attributes it has or inherits."""

    def walk(node, inherited):
        own = {**inherited, **node.attrib}
        assert not (node.tag == f"{SVG}text" and "scale" in inherited.get("transform", "")), "scaled words"
        if node.tag == f"{SVG}text":
            yield node.text, own
        for child in node:
            yield from walk(child, own)

    return list(walk(root, {}))


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@WHERE
def test_words_stand_inside_the_frame_large_enough_and_in_contrast(clip, scene):
    for picture in pictures(clip, scene):
        for content, style in settings(picture):
            size, x, y = float(style["font-size"]), float(style["x"]), float(style["y"])
            wide = width(content, size, int(style["font-weight"]))
            left = x - {"start": 0, "middle": wide / 2, "end": wide}[style["text-anchor"]]
            assert size >= SMALLEST, content
            assert contrast(style["fill"], style["stroke"]) >= 4.5, content
            if 0 <= x <= WIDTH or not content.isdigit():  # a stop that the camera has not reached yet is outside
                assert left >= 0, content
                assert left + wide <= WIDTH, content
                assert size * 0.75 <= y <= HEIGHT - size * 0.25, content


@WHERE
def test_words_of_the_script_are_set_whole_and_above_the_captions(clip, scene):
    for line in (line for line in scene.lines if line.text):
        root = ET.fromstring(frame(script(clip), drawing_of(clip), (line.begin + line.end) / 2))  # noqa: S314
        texts = settings(root)
        said = " ".join(content for content, _ in texts)
        assert line.text in said
        assert all(float(style["y"]) <= LOWEST for content, style in texts if content in line.text)


def shapes(clip, t):
    """Return what is drawn at a moment, without any words."""
    return re.sub(r"<text.*?</text>", "", "".join(drawing_of(clip)(Now(script(clip), t))))


@pytest.mark.parametrize("clip", script_ids())
def test_something_other_than_words_moves_in_every_scene(clip):
    for scene in script(clip).scenes:
        shown = {shapes(clip, scene.begin + k * scene.seconds / 8) for k in range(8)}
        assert len(shown) >= 4, scene.id


@pytest.mark.parametrize("clip", script_ids())
def test_the_same_moment_is_the_same_picture_and_every_second_has_its_frames(clip):
    made = script(clip)
    assert frame(made, drawing_of(clip), 20) == frame(made, drawing_of(clip), 20)
    times = moments(made)
    assert len(times) == made.seconds * RATE
    assert {round(later - earlier, 6) for earlier, later in pairwise(times)} == {1 / RATE}
