"""Make `.venv` and install what is locked, once; say what happens and what is wrong in plain words.

Usage: python tools/environment.py book|test|vlogs|mutants
Runs with any Python, so that a too old one gets a message instead of a syntax error. Standard library only.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PIP_NETWORK_WORDS = ("NewConnectionError", "ConnectionError", "Temporary failure", "Name or service not known",
                     "Network is unreachable", "timed out", "No matching distribution found")  # fmt: skip


def stop(message):
    """End with a message and no traceback."""
    sys.exit("\n" + message + "\n")


def python():
    """Return the Python of the environment."""
    folder = "Scripts" if os.name == "nt" else "bin"
    return VENV / folder / "python"


def check_version():
    """Stop when this Python is too old."""
    if sys.version_info < OLDEST:
        stop(
            "This book needs Python 3.11 or newer; this is Python %d.%d (%s).\n"
            "With a newer one installed, name it: make book PYTHON=python3.12" % (*sys.version_info[:2], sys.executable)
        )


def run(what, *command):
    """Run a step; on failure show what it printed, and say whether the network looks missing."""
    print(what, flush=True)
    done = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return
    output = done.stdout + done.stderr
    print(output[-4000:], file=sys.stderr)
    if any(word in output for word in PIP_NETWORK_WORDS):
        stop(
            "The packages could not be fetched. Is there a network connection?\n"
            "The first run downloads about 200 MB of Python packages; later runs need no network."
        )
    stop("This step failed: " + what + "\nWhat it printed stands above.")


def fingerprint(group):
    """Return what the installed environment depends on."""
    parts = [sys.version, (ROOT / "pyproject.toml").read_text(), (ROOT / "locks" / (group + ".txt")).read_text()]
    return hashlib.sha256("".join(parts).encode()).hexdigest()


def main(group):
    """Bring the environment in line with the lock of this group (`test` holds `book`, the others stand beside it)."""
    check_version()
    stamp = VENV / ("installed-" + group)
    if python().exists() and stamp.exists() and stamp.read_text() == fingerprint(group):
        return
    made = VENV / "made-with"
    if not made.exists() or made.read_text() != sys.version:
        run("Making .venv ...", sys.executable, "-m", "venv", "--clear", VENV)
        made.write_text(sys.version)
    pip = [python(), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    run(
        "Installing the locked packages for '" + group + "' (first run: a minute or two) ...",
        *pip, "--require-hashes", "--requirement", ROOT / "locks" / (group + ".txt"),
    )  # fmt: skip
    run("Installing this package ...", *pip, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    stamp.write_text(fingerprint(group))
    if group == "test":
        (VENV / "installed-book").write_text(fingerprint("book"))


if __name__ == "__main__":
    main(sys.argv[1])
