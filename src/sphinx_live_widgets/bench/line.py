"""A local server with the bandwidth and delay of a real line, shared by all requests of a visit."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PACKED_TYPES = ("text/", "application/json", "application/javascript", "image/svg")
_PIECE = 16_384


@functools.lru_cache(maxsize=512)
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9, mtime=0)


class Line(http.server.ThreadingHTTPServer):
    """Serves a folder at ``rate`` bytes per second (0: unlimited) with ``delay`` seconds before each answer."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder, self.rate, self.delay = folder, 0.0, 0.0
        self.sent = self.requests = 0
        self._free_at = 0.0
        self._lock = threading.Lock()

    @property
    def address(self) -> str:
        """The address of the folder."""
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def shape(self, rate: float, delay: float) -> None:
        """Set the line and start counting anew."""
        self.rate, self.delay, self.sent, self.requests = rate, delay, 0, 0

    def wait_for_room(self, size: int) -> None:
        """Wait until the line has carried ``size`` more bytes."""
        with self._lock:
            self.sent += size
            if not self.rate:
                return
            self._free_at = max(self._free_at, time.monotonic()) + size / self.rate
            wait = self._free_at - time.monotonic()
        time.sleep(max(0.0, wait))

    def handle_error(self, _request: object, _client: object) -> None:
        """Let a browser hang up."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Line

    def log_message(self, *_args: object) -> None:
        """Keep the terminal for the results."""

    def do_GET(self) -> None:
        """Send a file, compressed as a usual server would."""
        self.server.requests += 1
        time.sleep(self.server.delay)
        path = self.server.folder / self.path.split("?")[0].lstrip("/")
        if not path.is_file():
            self.send_error(404)
            return
        kind = self.guess_type(str(path))
        is_packed = kind.startswith(_PACKED_TYPES)
        content = _packed(path) if is_packed else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=3600" if "/_live/" in self.path else "no-cache")
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        for start in range(0, len(content), _PIECE):
            piece = content[start : start + _PIECE]
            self.server.wait_for_room(len(piece))
            self.wfile.write(piece)
