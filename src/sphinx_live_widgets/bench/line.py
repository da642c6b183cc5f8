"""A local server of a folder behind a line with the bandwidth and delay of a real one.

It speaks HTTP/1.1 with connections that stay open, of which a browser opens six. It compresses text as a usual server
does, and has the browser ask again for what has no hash in its name (``ETag``, status 304). What it leaves out makes
the slow line a little too fast: TLS and name lookup (two or three more ways there and back before the first byte), lost
packets, the way of the request itself (a few hundred bytes), and the buffers of a real modem. HTTP/2 would ask for all
files at once where this asks for six.
"""

from __future__ import annotations

import functools
import gzip
import hashlib
import http.server
import threading
import time
from typing import TYPE_CHECKING, Self

from .link import FIRST_WINDOW, Flow, Link

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PACKED_TYPES = ("text/", "application/json", "application/javascript", "image/svg", "application/wasm")
_PIECE = FIRST_WINDOW // 2
_QUIET, _LONGEST = 0.3, 60.0


@functools.lru_cache(maxsize=2048)
def _stored(path: Path, packed: bool) -> tuple[bytes, str]:
    """Return what is sent for a file and the tag of its content."""
    content = path.read_bytes()
    tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    return (gzip.compress(content, 6, mtime=0) if packed else content), tag


class Line(http.server.ThreadingHTTPServer):
    """Serves a folder, and counts what it sends; runs in a thread of its own between ``with`` and its end."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder.resolve()
        self.link = Link()
        self.sent = self.requests = 0
        self._busy = 0
        self._last = 0.0
        self._count = threading.Lock()

    def __enter__(self) -> Self:
        """Begin to serve."""
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop serving."""
        self.shutdown()
        self.server_close()

    @property
    def address(self) -> str:
        """The address of the folder."""
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def shape(self, rate: float = 0.0, delay: float = 0.0) -> None:
        """Lay a line of ``rate`` bytes per second and ``delay`` seconds there and back, and start counting anew."""
        self.link = Link(rate, delay)
        self.sent = self.requests = 0

    def count(self, size: int = 0, *, requests: int = 0, busy: int = 0) -> None:
        """Add to what was sent and asked, and to what is being answered."""
        with self._count:
            self.sent += size
            self.requests += requests
            self._busy += busy
            self._last = time.monotonic()

    def settle(self) -> None:
        """Wait until nothing was asked or sent for a moment, so that the counts are those of the whole visit."""
        end = time.monotonic() + _LONGEST
        while time.monotonic() < end and (self._busy or time.monotonic() - self._last < _QUIET):
            time.sleep(_QUIET / 4)

    def handle_error(self, _request: object, _client: object) -> None:
        """Let a browser hang up."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Line

    def setup(self) -> None:
        super().setup()
        self._flow = Flow(self.server.link)
        self._flow.open()

    def log_message(self, *_args: object) -> None:
        """Keep the terminal for the results."""

    def _flow_now(self) -> Flow:
        # The line may have been laid anew while the browser kept its connection.
        if self._flow.is_on(self.server.link):
            return self._flow
        self._flow = Flow(self.server.link)
        return self._flow

    def do_GET(self) -> None:
        """Send a file."""
        self.server.count(requests=1, busy=1)
        try:
            flow = self._flow_now()
            flow.request()
            for piece in self._answer():
                flow.send(len(piece))
                self.wfile.write(piece)
                self.server.count(len(piece))
        finally:
            self.server.count(busy=-1)

    def _answer(self) -> Iterator[bytes]:
        path = (self.server.folder / self.path.split("?")[0].lstrip("/")).resolve()
        if path.is_dir():
            path /= "index.html"
        if not path.is_file() or not path.is_relative_to(self.server.folder):
            yield self._head(404, {"Content-Length": "0"})
            return
        kind = self.guess_type(str(path))
        is_packed = kind.startswith(_PACKED_TYPES)
        content, tag = _stored(path, is_packed)
        kept = {"ETag": tag, "Cache-Control": "max-age=3600" if "/_live/" in self.path else "no-cache"}
        if self.headers.get("If-None-Match") == tag:
            yield self._head(304, kept)
            return
        encoding = {"Content-Encoding": "gzip"} if is_packed else {}
        yield self._head(200, {"Content-Type": kind, "Content-Length": str(len(content)), **encoding, **kept})
        for start in range(0, len(content), _PIECE):
            yield content[start : start + _PIECE]

    def _head(self, status: int, headers: dict[str, str]) -> bytes:
        phrase = http.HTTPStatus(status).phrase
        lines = [f"HTTP/1.1 {status} {phrase}", *(f"{name}: {value}" for name, value in headers.items())]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
