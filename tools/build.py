"""Build the static book into `_build/html`; warnings are errors.

Usage: python tools/build.py
"""

import hashlib
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "_build"


def fingerprint() -> str:
    """Return what every page depends on: the code and data of the packages, the theme, the versions installed."""
    folders = (ROOT / "src", ROOT / "book" / "theme", ROOT / "locks")
    files = sorted(file for folder in folders for file in folder.rglob("*.*") if "__pycache__" not in file.parts)
    digest = hashlib.sha256()
    for file in files:
        if file.is_file() and ".egg-info" not in str(file):
            digest.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return digest.hexdigest()


def build() -> Path:
    """Build the book and return the folder with its pages; stop with the log's problems when it does not build."""
    print("Building the book ...", flush=True)
    started = time.monotonic()
    command = [
        str(Path(sys.executable).parent / "jupyter-book"),
        "build",
        str(ROOT),
        "--path-output",
        str(OUTPUT.parent),
    ]
    stamp, now = OUTPUT / "fingerprint", fingerprint()
    if not stamp.exists() or stamp.read_text() != now:
        command.append("--all")  # Sphinx looks at pages only, and would keep what older code made of them
    process = subprocess.Popen(
        [*command, "-W", "-n", "--keep-going"],
        cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    shown = ("building [", "Binder:", "live", "WARNING", "ERROR", "rror:", "xception")
    log = []
    for line in process.stdout or ():
        log.append(line)
        if any(word in line for word in shown) and "NbParserConfig" not in line:
            print("  " + line.rstrip(), flush=True)
    if process.wait() != 0 or not (OUTPUT / "html" / "index.html").exists():
        sys.exit("".join(log[-40:]) + "\nThe book was not built; the reasons stand above.")
    stamp.write_text(now)
    pages = len(list((OUTPUT / "html").rglob("*.html")))
    print(f"Built {pages} pages in {time.monotonic() - started:.0f} s: {OUTPUT / 'html'}", flush=True)
    return OUTPUT / "html"


if __name__ == "__main__":
    build()
