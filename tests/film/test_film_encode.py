"""A film with a recorded voice holds both; needs the packages of `make vlogs`, which `make test` does without."""

import math
import struct
import wave

import mp4
import pytest

from reiswijzer.content.film import Scene, Script

pytest.importorskip("resvg_py")
pytest.importorskip("imageio_ffmpeg")

from reiswijzer.film import encode

SHORT = Script("kort", "Kort", 0, 0.0, (Scene("kort", 0.0, 0.4, "", ()),), {}, {})
RATE = 48_000


@pytest.fixture
def frames():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720"><rect width="{}" height="720"/></svg>'
    return [encode.picture(svg.format(100 * k), []) for k in range(1, 11)]


@pytest.fixture
def tone(tmp_path):
    """Return a file with a tone of one second: longer than the film."""
    path = tmp_path / "toon.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(
            b"".join(struct.pack("<h", round(9000 * math.sin(2 * math.pi * 440 * k / RATE))) for k in range(RATE))
        )
    return path


def test_without_a_voice_a_film_is_only_picture(frames, tmp_path):
    encode.film(SHORT, frames, tmp_path / "kort.mp4")
    content = (tmp_path / "kort.mp4").read_bytes()
    assert mp4.codecs(content) == ["avc1"]
    assert mp4.size(content) == (1280, 720)
    assert mp4.seconds(content) == pytest.approx(0.4, abs=0.01)


def test_a_voice_is_heard_and_cut_where_the_film_ends(frames, tone, tmp_path):
    encode.film(SHORT, frames, tmp_path / "kort.mp4", tone)
    content = (tmp_path / "kort.mp4").read_bytes()
    assert mp4.codecs(content) == ["avc1", "mp4a"]
    assert mp4.seconds(content) == pytest.approx(0.4, abs=0.05)
