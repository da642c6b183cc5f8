"""Say per package how many of the ways in which `make mutants` broke the code were noticed by a test.

Usage: python tools/mutants.py
"""

import json
from collections import Counter
from pathlib import Path

from mutmut.stats import status_by_exit_code

ROOT = Path(__file__).resolve().parent.parent
MUTANTS = ROOT / "mutants" / "src"
NOTICED = ("killed", "timeout")


def results(folder: Path) -> dict[str, str]:
    """Return what came of every mutant that was tried, by its name."""
    found = {}
    for file in sorted(folder.rglob("*.meta")):
        codes = json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
        found.update({name: status_by_exit_code[code] for name, code in codes.items() if code is not None})
    return found


def package(name: str) -> str:
    """Return the part of the code that a mutant is in: reiswijzer.models.curve.x_bend__mutmut_1 is in models."""
    return name.split(".")[1]


def main() -> None:
    """Print the scores, and then what no test noticed."""
    found = results(MUTANTS)
    tried = Counter(map(package, found))
    noticed = Counter(package(name) for name, status in found.items() if status in NOTICED)
    for part, number in sorted(tried.items()):
        print(f"{part}: {noticed[part]} of {number} noticed, {noticed[part] / number:.0%}")
    for name, status in found.items():
        if status not in NOTICED:
            print(f"{status}: {name}   (.venv/bin/mutmut show {name})")


if __name__ == "__main__":
    main()
