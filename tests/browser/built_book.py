"""Where the built book stands, which pages it has, and how it is served."""

import contextlib
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HTML = ROOT / "_build" / "html"
sys.path.insert(0, str(ROOT / "tools"))

import serve  # noqa: E402


@contextlib.contextmanager
def served(folder):
    """Serve a folder as `make book` does, on a free port, and give its address."""
    running = serve.server(folder, 0)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_address[1]}/"
    running.shutdown()
    running.server_close()
    thread.join()


def pages() -> list[str]:
    """Return the path of every page of the book, without the one that Sphinx makes itself."""
    return sorted(
        str(path.relative_to(HTML))
        for path in HTML.rglob("*.html")
        if path.name != "search.html" and "_static" not in path.parts and "_live" not in path.parts
    )
