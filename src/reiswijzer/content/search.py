"""What the search page says, and what helps it to find: weights of pages, and words that readers use for them."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from reiswijzer.content.files import ContentError, require, toml, unique

FILE = "zoeken/zoeken.toml"


@dataclass(frozen=True)
class Group:
    """Pages that count alike.

    Attributes
    ----------
    kind
        What stands above a result, instead of the part of the book; may be empty.
    weight
        By which the score is multiplied; 1 for a page in no group.
    most
        How many of them are shown among the results; 0 for any number.
    """

    kind: str = ""
    weight: float = 1.0
    most: int = 0


def words() -> dict[str, str]:
    """Return the texts of the search page by id."""
    found: dict[str, str] = toml(FILE)["woorden"]
    require(FILE, "woorden", found, *found)
    return found


def group_of(document: str) -> Group:
    """Return the group of a page: the first whose pattern fits."""
    for item in toml(FILE)["groep"]:
        require(FILE, "groep", item, "pagina", "gewicht")
        if fnmatchcase(document, item["pagina"]):
            return Group(item.get("soort", ""), float(item["gewicht"]), int(item.get("hoogstens", 0)))
    return Group()


@cache
def hints() -> dict[str, tuple[str, ...]]:
    """Return the words by which readers look for a page, by document."""
    pages = toml(FILE)["pagina"]
    for item in pages:
        require(FILE, str(item.get("pagina", "pagina without name")), item, "pagina", "hints")
        unique(f"{FILE}: {item['pagina']}", item["hints"])
    unique(FILE, (item["pagina"] for item in pages))
    return {item["pagina"]: tuple(item["hints"]) for item in pages}


def idle() -> tuple[str, ...]:
    """Return words that look for nothing, beside the usual ones."""
    return tuple(toml(FILE)["stil"]["stems"])


@cache
def alike() -> tuple[tuple[str, ...], ...]:
    """Return the groups of words that look for the same; raise `ContentError` when one stands alone."""
    found = tuple(tuple(item["stems"]) for item in toml(FILE)["zelfde"])
    for each in found:
        if len(each) < 2:  # noqa: PLR2004 - a pair
            raise ContentError(FILE, each[0], "a word alone is alike nothing")
    unique(FILE, (word for each in found for word in each))
    return found
