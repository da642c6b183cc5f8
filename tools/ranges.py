"""Answer a request for a part of a file, without which browsers cannot jump in a film and some will not play it."""

import contextlib
import re
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from io import BytesIO
from pathlib import Path

ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def part(header: str, size: int) -> tuple[int, int] | None:
    """Return the first and last byte asked for of a file of `size` bytes, or None when it is to be sent whole."""
    match = ONE_RANGE.fullmatch(header.strip())
    if not match or not any(match.groups()):
        return None
    if not match[1]:
        return max(size - int(match[2]), 0), size - 1
    return int(match[1]), min(int(match[2] or size), size - 1)


class RangeHandler(SimpleHTTPRequestHandler):
    """Files, whole or in part."""

    def send_head(self):  # noqa: ANN201 - the base class promises a file to copy, or None
        """Send the head of an answer; return what is to follow."""
        path = Path(self.translate_path(self.path))
        asked = part(self.headers.get("Range", ""), path.stat().st_size) if path.is_file() else None
        if asked is None:
            return super().send_head()
        first, last = asked
        size = path.stat().st_size
        if first > last:
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        with path.open("rb") as file:
            file.seek(first)
            content = file.read(last - first + 1)
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def copyfile(self, source, outputfile) -> None:  # noqa: ANN001 - as in the base class
        """Send what follows the head; a browser that has seen enough of a film goes away."""
        with contextlib.suppress(ConnectionError):
            super().copyfile(source, outputfile)

    def end_headers(self) -> None:
        """Say that parts can be had."""
        self.send_header("Accept-Ranges", "bytes")
        super().end_headers()
