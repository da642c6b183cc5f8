"""Write the page of every case: its name, one line that says what it is, and the directive that fills it.

Usage: python tools/case_pages.py (or `make cases`). A page of a case that is gone is taken away.
"""

from pathlib import Path

from reiswijzer.book.case_map import PAGES
from reiswijzer.content.cases import Case, cases

ROOT = Path(__file__).resolve().parent.parent


def page(item: Case) -> str:
    """Return the source of the page of a case."""
    about = f"{item.name}: wat men wilde, wat ervan kwam en wat er tegenzat, met bronnen."
    return (
        f'---\nmyst:\n  html_meta:\n    description: "{about}"\n---\n'
        f"# {item.name}\n\n```{{casuspagina}} {item.id}\n```\n"
    )


def main() -> None:
    """Write what changed and say what that was."""
    folder = ROOT / PAGES
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {f"{item.id}.md": page(item) for item in cases().values()}
    for old in sorted(folder.glob("*.md")):
        if old.name not in wanted:
            old.unlink()
            print(f"gone: {old.relative_to(ROOT)}")
    for name, text in wanted.items():
        target = folder / name
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8")
            print(f"written: {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
