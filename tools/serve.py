"""Serve the built book on this computer, and print its address.

Usage: python tools/serve.py [--port 8000]
"""

import argparse
import errno
import functools
import sys
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from ranges import RangeHandler

HTML = Path(__file__).resolve().parent.parent / "_build" / "html"


class Handler(RangeHandler):
    """Files with the types a browser insists on, without a line per request."""

    extensions_map = {  # noqa: RUF012 - the base class declares it so
        **RangeHandler.extensions_map,
        ".vtt": "text/vtt",
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".wasm": "application/wasm",
        ".woff2": "font/woff2",
        ".gz": "application/octet-stream",
    }

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the book's own page for what is not there, as other hosts do."""
        lost = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not lost.is_file():
            super().send_error(code, message, explain)
            return
        content = lost.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - named by the base class
        """Stay quiet."""


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server for `folder` on this computer only; port 0 takes any free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Handler, directory=str(folder)))


def claim(port: int) -> ThreadingHTTPServer:
    """Return a server on this port, or stop with another port to try."""
    try:
        return server(HTML, port)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        sys.exit(
            f"\nPort {port} is in use, perhaps by an earlier `make book`.\nTake another: make book PORT={port + 1}\n"
        )


def main(port: int) -> None:
    """Serve until Ctrl+C."""
    running = claim(port)
    print(f"The book is at http://localhost:{port}  (stop with Ctrl+C)", flush=True)
    try:
        running.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        running.server_close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--check", action="store_true", help="only see whether the port is free")
    given = parser.parse_args()
    if given.check:
        claim(given.port).server_close()
    else:
        main(given.port)
