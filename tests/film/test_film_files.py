"""The files of a clip belong to its script: captions, transcript, chapters, duration, hashes, size."""

import dataclasses
import json
import math
import re
import struct

import mp4
import pytest

from reiswijzer.content.film import script, script_ids
from reiswijzer.film import captions, drawn, manifest, settings, teleprompter
from reiswijzer.film.scenes import drawing_of
from reiswijzer.film.stage import frame

CLIPS = pytest.mark.parametrize("clip", script_ids())
MOST = 3_000_000
"""Bytes of the picture of a film; its sound comes on top."""
MOST_TOGETHER = 18_000_000


def film(clip):
    return (manifest.FOLDER / f"{clip}.mp4").read_bytes()


def sound(clip):
    """Return how many bytes the voice of a clip may take."""
    entry = manifest.read()[clip]
    return entry["seconds"] * settings.SOUND_RATE / 8 if entry["voice"] else 0


@CLIPS
def test_the_manifest_says_what_script_and_files_say_now(clip):
    assert manifest.read()[clip] == manifest.entry(script(clip)), "run make vlogs"
    assert sorted(manifest.read()[clip]["files"]) == sorted(f"{clip}{suffix}" for suffix in manifest.SUFFIXES)


def test_there_is_an_entry_for_every_script_and_no_other():
    assert sorted(manifest.read()) == sorted(script_ids())


@CLIPS
def test_the_film_is_small_starts_at_once_and_lasts_as_long_as_its_script(clip):
    content = film(clip)
    names = [name for name, _, _ in mp4.boxes(content)]
    assert len(content) <= MOST + sound(clip)
    assert names.index("moov") < names.index("mdat")
    assert mp4.codecs(content) == ["avc1", *(["mp4a"] if manifest.read()[clip]["voice"] else [])]
    assert mp4.size(content) == (1280, 720)
    assert mp4.seconds(content) == pytest.approx(script(clip).seconds, abs=0.05)


def test_all_films_together_stay_within_their_room():
    assert sum(len(film(clip)) - sound(clip) for clip in script_ids()) <= MOST_TOGETHER


@CLIPS
def test_the_poster_is_a_small_jpeg_of_the_size_of_the_film(clip):
    content = (manifest.FOLDER / f"{clip}.jpg").read_bytes()
    assert len(content) < 80_000
    frame = re.search(rb"\xff[\xc0\xc2]..\x08(....)", content, re.DOTALL)
    assert struct.unpack(">HH", frame[1]) == (720, 1280)


@CLIPS
def test_captions_hold_every_line_and_do_not_overlap(clip):
    vtt = (manifest.FOLDER / f"{clip}.nl.vtt").read_text(encoding="utf-8")
    assert vtt == captions.webvtt(script(clip))
    times = re.findall(r"^(\S+) --> (\S+)$", vtt, re.MULTILINE)
    flat = [moment for pair in times for moment in pair]
    assert len(times) == len(script(clip).lines)
    assert flat == sorted(flat)


@CLIPS
def test_transcript_and_chapters_follow_the_script(clip):
    entry = json.loads(manifest.FILE.read_text(encoding="utf-8"))[clip]
    assert [text for _, text in entry["transcript"]] == [line.caption for line in script(clip).lines]
    assert entry["chapters"][0][0] == 0
    assert [title for _, title in entry["chapters"]] == [s.chapter for s in script(clip).scenes if s.chapter]
    assert all(0 <= moment < entry["seconds"] for moment, _ in entry["transcript"] + entry["chapters"])


@pytest.fixture
def clip_in_copy(tmp_path, monkeypatch):
    """Return a clip that is not stale, in a copy of the folder of films."""
    for path in manifest.FOLDER.iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(manifest, "FOLDER", tmp_path)
    monkeypatch.setattr(manifest, "FILE", tmp_path / "manifest.json")
    clip = script("inzicht-1")
    assert not manifest.stale(clip)
    return clip


def test_another_file_makes_a_clip_stale(clip_in_copy):
    (manifest.FOLDER / f"{clip_in_copy.id}.nl.vtt").write_text("WEBVTT", encoding="utf-8")
    assert manifest.stale(clip_in_copy)
    manifest.enter(clip_in_copy)
    assert not manifest.stale(clip_in_copy)


def test_a_voice_makes_a_clip_stale_and_stands_in_the_manifest(clip_in_copy):
    assert not manifest.read()[clip_in_copy.id]["voice"]
    stem = manifest.FOLDER / "stem"
    stem.mkdir()
    (stem / f"{clip_in_copy.id}.wav").write_bytes(b"RIFF")
    assert manifest.stale(clip_in_copy)
    manifest.enter(clip_in_copy)
    assert manifest.read()[clip_in_copy.id]["voice"]
    (stem / f"{clip_in_copy.id}.wav").write_bytes(b"RIFF, said again")
    assert manifest.stale(clip_in_copy)


def test_another_number_in_the_script_makes_a_clip_stale(clip_in_copy):
    numbers = {**clip_in_copy.numbers, "tekenden": 21}
    assert manifest.stale(dataclasses.replace(clip_in_copy, numbers=numbers))


def test_another_place_of_the_words_makes_a_clip_stale(clip_in_copy):
    first, *others = clip_in_copy.scenes
    lines = (dataclasses.replace(first.lines[0], size=60), *first.lines[1:])
    assert manifest.stale(dataclasses.replace(clip_in_copy, scenes=(dataclasses.replace(first, lines=lines), *others)))


@pytest.mark.parametrize(
    ("where", "changed"),
    [
        ("reiswijzer.film.scenes.inzicht_1.series", lambda: {2014: 5900, 2016: 4800, 2017: 3700, 2022: 1300}),
        ("reiswijzer.film.scenes.inzicht_1.CEILING", 200.0),
        ("reiswijzer.film.stage.MARGIN", 180),
        ("reiswijzer.film.settings.SHARP", ("-c:v", "libx264", "-crf", "20")),
    ],
    ids=["a number of the data", "a drawing", "the stage", "the settings of the film"],
)
def test_what_else_a_film_is_made_from_makes_it_stale(clip_in_copy, monkeypatch, where, changed):
    monkeypatch.setattr(where, changed)
    assert manifest.stale(clip_in_copy)


@CLIPS
def test_a_machine_that_rounds_otherwise_does_not_make_a_clip_stale(clip, monkeypatch):
    for name in ("sin", "cos", "dist"):
        exact = getattr(math, name)
        monkeypatch.setattr(math, name, lambda *at, exact=exact: math.nextafter(exact(*at), math.inf))
    assert manifest.made_from(clip, drawn.samples(script(clip))) == manifest.read()[clip]["made_from"]


@CLIPS
def test_every_word_in_the_picture_is_in_the_transcript_or_beside_it(clip):
    entry = manifest.read()[clip]
    read = " ".join([*(text for _, text in entry["transcript"]), *entry["shown"]]).casefold()
    made, draw = script(clip), drawing_of(clip)
    for t in range(int(made.seconds)):
        for text in drawn.texts(frame(made, draw, t + 0.5)):
            for word in re.findall(r"[^\W\d_]{2,}", text):
                assert re.search(rf"\b{word.casefold()}", read), f"{word} at {t}.5 s"


@CLIPS
def test_who_reads_the_film_reads_what_it_is(clip):
    entry = manifest.read()[clip]
    read = " ".join([*(text for _, text in entry["transcript"]), *entry["shown"]])
    assert "Beeldverhaal van deze module, geen opname van de verkenners." in read


@pytest.mark.parametrize(
    ("clip", "caution"),
    [
        ("inzicht-1", "Peilingen van Aedes, omgerekend naar de hele sector"),
        ("inzicht-1", "rekenmodel van deze module, geen meting"),
        ("inzicht-4", "Rekenmodel van deze module, geen meting."),
        ("inzicht-5", "verhaal en cijfer zijn verzonnen"),
        ("inzicht-5", "gepubliceerde proeven, 2024"),
        ("inzicht-5", "onze lezing, geen meting"),
    ],
)
def test_source_and_caution_that_only_the_picture_says_stand_beside_the_transcript(clip, caution):
    assert caution in " / ".join(manifest.read()[clip]["shown"])


def test_a_moment_is_written_as_webvtt_wants_it():
    assert captions.clock(62.5) == "00:01:02.500"
    assert captions.clock(3599.9996) == "01:00:00.000"


@CLIPS
def test_who_records_a_voice_reads_every_line_with_its_time(clip, tmp_path):
    page = teleprompter.write(script(clip), tmp_path).read_text(encoding="utf-8")
    said = re.findall(r'<p class="said">(.*?)</p>', page)
    assert said == [line.text for line in script(clip).lines if line.text]
    assert page.count('<div class="line">') == len(script(clip).lines)
    assert "<script" not in page
    assert "http" not in page
