"""Build the static book into `_build/html`; warnings are errors.

Usage: python tools/build.py [--output FOLDER]
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "_build"


def build(output: Path = OUTPUT) -> Path:
    """Build the book and return the folder with its pages; stop with the log's problems when it does not build."""
    print("Building the book ...", flush=True)
    started = time.monotonic()
    command = [sys.executable, "-m", "jupyter_book.cli.main", "build", str(ROOT), "--path-output", str(output.parent)]
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
    if process.wait() != 0:
        sys.exit("".join(log[-40:]) + "\nThe book was not built; the reasons stand above.")
    pages = len(list((output / "html").rglob("*.html")))
    print(f"Built {pages} pages in {time.monotonic() - started:.0f} s: {output / 'html'}", flush=True)
    return output / "html"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--output", type=Path, default=OUTPUT)
    build(parser.parse_args().output)
