"""Which documented collaborations are alike: the two that a case is laid beside, and those nearest to a reader's own.

Alike is alike in issue: the themes (`content.themes`) and the parts of the domain; nothing of the form, so that the
same issue shows in other forms [D].
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reiswijzer.content.cases import cases, kinds
from reiswijzer.content.files import ContentError, toml
from reiswijzer.content.themes import case_themes, themes
from reiswijzer.exercises.wording import listing
from reiswijzer.models.likeness import Neighbour, likeness, neighbours, weights

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reiswijzer.content.cases import Case

WORDS = "kaart/vergelijken.toml"
FORM, OUTCOME = "vorm", "opbrengst"
_THEME, _DOMAIN = "thema:", "domein:"


@dataclass(frozen=True)
class Comparison:
    """A case to lay beside another: the labels of the themes they share, and in what they differ.

    `differs` holds "vorm", "opbrengst" or both; `likeness` is 0 to 1.
    """

    case: Case
    shared: tuple[str, ...]
    differs: tuple[str, ...]
    likeness: float


def features(domain: str, theme_ids: Iterable[str]) -> frozenset[str]:
    """Return what counts for likeness: the themes, and each part of the domain ("wonen-zorg" is two)."""
    return frozenset({*(_THEME + ident for ident in theme_ids), *(_DOMAIN + part for part in domain_parts(domain))})


@cache
def case_features() -> dict[str, frozenset[str]]:
    """Return the features of every case by id."""
    return {ident: features(item.domain, case_themes(item)) for ident, item in cases().items()}


@cache
def feature_weights() -> dict[str, float]:
    """Return the weight of every feature: the rarer among the cases, the heavier."""
    return weights(case_features().values())


def theme_labels(shared: Iterable[str]) -> tuple[str, ...]:
    """Return the labels of the themes among these features, the heaviest first."""
    found = [each for each in shared if each.startswith(_THEME)]
    order = list(themes())
    found.sort(key=lambda each: (-feature_weights().get(each, 0.0), order.index(each.removeprefix(_THEME))))
    return tuple(themes()[each.removeprefix(_THEME)].label for each in found)


def domain_parts(domain: str) -> frozenset[str]:
    """Return the parts of a domain: "wonen-zorg" has two."""
    return frozenset(part for part in domain.split("-") if part)


def differences(one: Case, other: Case) -> tuple[str, ...]:
    """Return in what two cases differ: "vorm", "opbrengst"; what is unknown of one of them is no difference."""
    form = bool(one.form and other.form) and one.form != other.form
    outcome = bool(one.outcomes and other.outcomes) and set(one.outcomes) != set(other.outcomes)
    return tuple(name for name, on in ((FORM, form), (OUTCOME, outcome)) if on)


def candidates(item: Case) -> tuple[Comparison, ...]:
    """Return all cases that share a theme and differ in form or outcome, the likest first."""
    own = case_features()[item.id]
    found = []
    for other in cases().values():
        shared = theme_labels(own & case_features()[other.id])
        differs = differences(item, other)
        if other.id != item.id and shared and differs:
            alike = likeness(own, case_features()[other.id], feature_weights())
            found.append(Comparison(other, shared, differs, alike))
    return tuple(sorted(found, key=lambda each: -round(each.likeness, 9)))


def compare_with(item: Case) -> tuple[Comparison, Comparison]:
    """Return the two cases to lay beside this one (the rule: `rule`).

    Raises
    ------
    ContentError
        When fewer than two qualify.
    """
    found = candidates(item)
    if len(found) < 2:  # noqa: PLR2004 - a pair
        raise ContentError("kaart/themas.toml", item.id, "fewer than two cases are alike in issue and different")
    first, *rest = found
    new = (each for each in rest if set(each.differs) - set(first.differs) or differences(first.case, each.case))
    return first, next(new, rest[0])


@lru_cache(maxsize=64)
def nearest(domain: str, theme_ids: tuple[str, ...], most: int = 3) -> tuple[Neighbour, ...]:
    """Return the cases that have most of a description in them, at most so many; a domain alone makes none alike."""
    found = neighbours(features(domain, theme_ids), case_features(), feature_weights())
    return tuple(each for each in found if theme_labels(each.shared))[:most]


def rule() -> str:
    """Return in Dutch by which rule the two are chosen (content text)."""
    text: str = toml(WORDS)["rule"]
    return text.strip()


def reason(item: Case, comparison: Comparison) -> str:
    """Return in Dutch why this one stands beside the case: what they share and in what they differ."""
    words, other = toml(WORDS), comparison.case
    forms = (_labels(FORM, (item.form,)), _labels(FORM, (other.form,)))
    outcomes = (_labels(OUTCOME, item.outcomes), _labels(OUTCOME, other.outcomes))
    if comparison.differs == (FORM, OUTCOME):
        different = words["beide"].format(
            vorm_hier=forms[0], vorm_daar=forms[1], opbrengst_hier=outcomes[0], opbrengst_daar=outcomes[1]
        )
    else:
        hier, daar = forms if comparison.differs == (FORM,) else outcomes
        different = words[comparison.differs[0]].format(hier=hier, daar=daar)
    return str(words["reden"]).format(themas=_quoted(comparison.shared), anders=different)


def _labels(what: str, idents: Iterable[str]) -> str:
    return _quoted(kinds(what)[ident] for ident in idents if ident)


def _quoted(labels: Iterable[str]) -> str:
    quoted = str(toml(WORDS)["soort"])
    return listing(quoted.format(naam=label) for label in labels)
