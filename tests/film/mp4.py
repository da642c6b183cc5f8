"""Read the boxes of an MP4: only what the tests ask."""

import struct


def boxes(content, start=0, end=None):
    """Return the boxes between `start` and `end` as (name, first byte of the content, end), in order."""
    end = len(content) if end is None else end
    found = []
    while start < end:
        size, name = struct.unpack_from(">I4s", content, start)
        assert size >= 8, f"a box of {size} bytes at {start}"
        found.append((name.decode(), start + 8, start + size))
        start += size
    return found


def inside(content, *path, within=None):
    """Return first byte and end of the first box at `path`, such as ``("moov", "mvhd")``, in the file or `within`."""
    begin, end = within or (0, len(content))
    for name in path:
        begin, end = next(item[1:] for item in boxes(content, begin, end) if item[0] == name)
    return begin, end


def seconds(content):
    """Return how long the film takes, as its header says (version 0)."""
    at, _ = inside(content, "moov", "mvhd")
    assert content[at] == 0
    scale, duration = struct.unpack_from(">II", content, at + 12)
    return duration / scale


def size(content):
    """Return width and height of the first track."""
    _, end = inside(content, "moov", "trak", "tkhd")
    wide, high = struct.unpack_from(">II", content, end - 8)
    return wide / 65536, high / 65536


def codecs(content):
    """Return the name of the coding of every track, in order, such as ``avc1``."""
    found = []
    for name, begin, end in boxes(content, *inside(content, "moov")):
        if name == "trak":
            at, _ = inside(content, "mdia", "minf", "stbl", "stsd", within=(begin, end))
            found.append(content[at + 12 : at + 16].decode())
    return found
