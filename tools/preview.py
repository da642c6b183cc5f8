"""Show the book while you write: what changed is built again, and every page that is open shows it by itself.

Usage: python tools/preview.py [--port 8000]

A change of a page is built in a process that has already loaded Sphinx; a change of code, content or style builds the
whole book. A build that stops says why, and the pages stay as they were.
"""

import argparse
import contextlib
import functools
import io
import multiprocessing
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from http.server import ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from watchfiles import watch

import build
import serve

ROOT = build.ROOT
WATCHED = ("book", "exercises", "hosting", "src", "index.md", "_config.yml", "_toc.yml")
PAGES = {".md", ".ipynb", ".bib"}
"""What Sphinx itself follows from page to page; anything else may be in every page."""
COMMAND = "jupyter_book.cli.main"
LOADED = (
    COMMAND,
    "jupyter_book.sphinx",
    "myst_nb.sphinx_ext",
    "sphinx_book_theme",
    "sphinxcontrib.bibtex",
)
"""Loading these takes longer than building a page: what is forked has them. Nothing of our own, which may change."""
SCRIPT = "/preview.js"
EVENTS = "/preview-events"
CODE = f'new EventSource("{EVENTS}").addEventListener("message", () => location.reload());\n'
SERVICE = "/live-widgets-service.js"
# An offline copy would show yesterday's pages: this takes it away.
NO_COPY = ROOT / "src" / "sphinx_live_widgets" / "page" / "unservice.js"


class Builds:
    """The number of builds so far, for whoever waits for the next."""

    def __init__(self) -> None:
        self.number = 0
        self._news = threading.Condition()

    def announce(self) -> None:
        """Tell everyone who waits that there is a new build."""
        with self._news:
            self.number += 1
            self._news.notify_all()

    def wait(self, known: int, seconds: float) -> bool:
        """Wait for a build after number `known`; return whether it came in time."""
        with self._news:
            return self._news.wait_for(lambda: self.number > known, seconds)


class Handler(serve.Handler):
    """The files of the book, with a script in every page that loads it again after a build."""

    def __init__(self, *args: Any, builds: Builds, **kwargs: Any) -> None:
        self.builds = builds
        super().__init__(*args, **kwargs)

    def end_headers(self) -> None:
        """Let no browser keep anything."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:  # noqa: N802 - named by the base class
        """Answer with a page, a file, the script, or the news of builds."""
        path = urlsplit(self.path).path
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if path == EVENTS:
            self._tell()
        elif path == SCRIPT:
            self._send(CODE.encode(), "text/javascript")
        elif path == SERVICE:
            self._send(NO_COPY.read_bytes(), "text/javascript")
        elif file.suffix == ".html" and file.is_file():
            page = file.read_text(encoding="utf-8")
            self._send(page.replace("</head>", f'<script src="{SCRIPT}"></script></head>', 1).encode(), "text/html")
        else:
            super().do_GET()

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _tell(self) -> None:
        known = self.builds.number
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while not self.builds.wait(known, 15):
                self.wfile.write(b": still here\n\n")
                self.wfile.flush()
            self.wfile.write(b"data: built\n\n")
        except OSError:  # the reader left
            return


def server(folder: Path, port: int, builds: Builds) -> ThreadingHTTPServer:
    """Return a server for `folder` on this computer only; port 0 takes any free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Handler, directory=str(folder), builds=builds))


def only_pages(changed: Iterable[str]) -> bool:
    """Tell whether Sphinx finds out by itself what these files change."""
    return all(Path(path).suffix in PAGES for path in changed)


def build_pages() -> None:
    """Build what changed, in this process; only warnings and errors are printed."""
    with contextlib.redirect_stdout(io.StringIO()):
        import_module(COMMAND).main(["build", str(ROOT), "--path-output", str(ROOT), "-W", "-n", "--keep-going", "-q"])


def rebuild(changed: Iterable[str]) -> bool:
    """Build what these files change; return whether that went well."""
    if only_pages(changed):
        kind = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
        process = multiprocessing.get_context(kind).Process(target=build_pages)
        process.start()
        process.join()
        return process.exitcode == 0
    return subprocess.run([sys.executable, ROOT / "tools" / "build.py"], check=False).returncode == 0


def main(port: int) -> None:
    """Build, serve, and build again after every change until Ctrl+C."""
    build.build()
    for module in LOADED:
        import_module(module)
    builds = Builds()
    running = server(serve.HTML, port, builds)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    print(f"The book is at http://localhost:{port} and follows what you write  (stop with Ctrl+C)", flush=True)
    paths = [path for name in WATCHED if (path := ROOT / name).exists()]
    for changes in watch(*paths, raise_interrupt=False):
        changed = sorted({path for _, path in changes})
        print(f"Changed: {', '.join(str(Path(path).relative_to(ROOT)) for path in changed)}", flush=True)
        started = time.monotonic()
        if rebuild(changed):
            print(f"Built again in {time.monotonic() - started:.1f} s", flush=True)
            builds.announce()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=8000)
    with contextlib.suppress(KeyboardInterrupt):
        main(parser.parse_args().port)
