"""A small server of a built book that can fail in the ways that real servers and lines do."""

from __future__ import annotations

import contextlib
import http.server
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Site(http.server.ThreadingHTTPServer):
    """Serves a folder below ``/sub/``; ``faults`` maps a part of a file name to what goes wrong with it.

    Faults: ``missing`` (404), ``short`` (the line breaks half-way), ``cut`` (no answer at all), ``other`` (other
    bytes), ``decoded`` (the server already decoded the gzip), ``mime`` (text/plain), ``stall`` (bytes stop coming
    until ``release`` is set).
    """

    daemon_threads = True

    def __init__(self, folder: Path):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.faults: dict[str, str] = {}
        self.headers: dict[str, str] = {}
        self.asked: list[str] = []
        self.release = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/sub/"

    def calm(self) -> None:
        """Forget faults, headers and log."""
        self.release.set()
        self.release = threading.Event()
        self.faults, self.headers, self.asked = {}, {}, []

    def handle_error(self, request, client_address):
        """A browser may hang up: that is no error here."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[Site]:
    """Serve a folder while the block runs."""
    server = Site(folder)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.calm()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Site

    def log_message(self, *args):
        pass

    def do_GET(self):
        path = self.path.split("?")[0].removeprefix("/sub/")
        self.server.asked.append(path)
        file = self.server.folder / path
        if self.path.endswith("/"):
            path, file = path + "index.html", file / "index.html"
        fault = next((kind for part, kind in self.server.faults.items() if part in path), "")
        if fault == "cut":
            self.close_connection = True
            return
        if not self.path.startswith("/sub/") or not file.is_file() or fault == "missing":
            self.send_error(404)
            return
        self._send(file.read_bytes(), self.guess_type(path), fault)

    def do_HEAD(self):
        self.do_GET()

    def _send(self, content: bytes, kind: str, fault: str) -> None:
        packed = content[:2] == b"\x1f\x8b" and fault == "decoded"
        self.send_response(200)
        self.send_header("Content-Type", "text/plain" if fault == "mime" else kind)
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        if fault == "other":
            content = bytes(reversed(content))
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            half = len(content) // 2
            if fault in {"short", "stall"}:
                self.wfile.write(content[:half])
                self.wfile.flush()
                if fault == "short":
                    self.close_connection = True
                    return
                self.server.release.wait(60)
                content = content[half:]
            self.wfile.write(content)
