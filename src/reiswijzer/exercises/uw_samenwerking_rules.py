"""State and rules of "Uw samenwerking": what was described, which cases are most like it and why, and the bet (M25)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reiswijzer.content.cases import Case, case, kinds
from reiswijzer.content.themes import themes, themes_in, themes_of
from reiswijzer.exercises import alike
from reiswijzer.exercises.base import State
from reiswijzer.exercises.fields import listing
from reiswijzer.figures.shared_themes import shared_themes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reiswijzer.content.texts import Texts

IDENT = "uw-samenwerking"
ABOUT = ("naam", "resultaat", "tegenzit")
WITH = ("partners",)
LISTS = ("domein", "vorm")
FIELDS = (*ABOUT, *WITH, *LISTS)
OCCASION = "aanleiding"
READ = 4000
"""Characters of a field in which themes are looked for: enough for a description, and quick for whatever is pasted."""


@dataclass(frozen=True)
class OwnState(State):
    """What the reader described and answered, by field in `answers`; `example` is whether the invented one counts."""

    example: bool = False


@dataclass(frozen=True)
class Near:
    """A case that is like the description: the ids of the themes it shares, and the reason in words."""

    case: Case
    shared: tuple[str, ...]
    reason: str


def own(state: State, name: str) -> str:
    """Return what the reader filled in, "" for nothing or for what a list does not have."""
    value = state.answers.get(name, "")
    if not isinstance(value, str) or (name in LISTS and value not in kinds(name)):
        return ""
    return value


def described(texts: Texts, state: OwnState) -> dict[str, str]:
    """Return the description that counts, by field: the invented one or the reader's own."""
    if state.example:
        return {name: str(texts.data["voorbeeld"][name]) for name in FIELDS}
    return {name: own(state, name) for name in FIELDS}


def filled(description: dict[str, str]) -> bool:
    """Tell whether there is anything in a description."""
    return any(value.strip() for value in description.values())


def recognised(description: dict[str, str]) -> tuple[str, ...]:
    """Return the ids of the themes of a description; when there are none, those that the partners point to."""
    about, partners = (tuple(description[name][:READ] for name in names_) for names_ in (ABOUT, WITH))
    return _recognised(about, partners)


@lru_cache(maxsize=64)
def _recognised(about: tuple[str, ...], partners: tuple[str, ...]) -> tuple[str, ...]:
    return themes_in(about, partners) or themes_of(" ".join(partners))


def near(texts: Texts, state: OwnState) -> tuple[Near, ...]:
    """Return the cases that are most like the description, three at most, each with its reason."""
    description = described(texts, state)
    found = alike.nearest(description["domein"], recognised(description))
    return tuple(
        Near(case(each.id), alike.theme_labels(each.shared), _reason(texts, description, case(each.id), each.shared))
        for each in found
    )


def _reason(texts: Texts, description: dict[str, str], other: Case, shared: tuple[str, ...]) -> str:
    domain, form = description["domein"], description["vorm"]
    if not domain:
        kind = "daar"
    elif domain == other.domain:
        kind = "zelfde"
    else:
        kind = "verwant" if alike.domain_parts(domain) & alike.domain_parts(other.domain) else "ander"
    said = [
        texts("ook_hier", themas=_row(alike.theme_labels(shared))),
        texts(f"domein_{kind}", domein=kinds("domein")[other.domain]),
    ]
    label = kinds("vorm").get(other.form, texts("onbekend"))
    if form and other.form:
        said.append(texts("vorm_zelfde" if form == other.form else "vorm_andere", vorm=label))
    else:
        said.append(texts("vorm_daar", vorm=label))
    return " ".join(said)


def _row(labels: Iterable[str]) -> str:
    """Join labels that hold commas and "en" themselves."""
    return "; ".join(labels)


def names(found: tuple[Near, ...]) -> str:
    """Return the names of cases as a list in words."""
    return listing(each.case.name for each in found)


def theme_words(texts: Texts, state: OwnState) -> str:
    """Return the themes that were recognised as a list in words, "" for none."""
    return _row(themes()[ident].label for ident in recognised(described(texts, state)))


# The bet.


def bet_key(state: OwnState) -> str:
    """Return under which question the bet is kept: one on the invented example says nothing of the own neighbours."""
    return "gok-voorbeeld" if state.example else "gok"


def bet(texts: Texts, state: OwnState) -> str:
    """Return the option that was bet on, "" for none."""
    chosen = state.answers.get(bet_key(state), "")
    return chosen if isinstance(chosen, str) and chosen in [each.id for each in texts.choice("gok").options] else ""


def setbacks(found: tuple[Near, ...]) -> Counter[str]:
    """Count the kinds of setback that are documented for these cases; the problem they began with is none."""
    return Counter(kind for each in found for kind in each.case.setbacks if kind != OCCASION)


def setback_words(texts: Texts, counted: Counter[str]) -> str:
    """Return the kinds of setback as a list in words, with how often when that is more than once."""
    labels = kinds("tegenvaller")
    return _row(
        texts("keer", soort=labels[kind], aantal=number) if number > 1 else labels[kind]
        for kind, number in counted.most_common()
    )


# The drawing.


def draw(texts: Texts, state: OwnState) -> tuple[str, str]:
    """Return which themes the neighbours share, and the same in words; the invented example when there is nothing."""
    shown = state if near(texts, state) else OwnState(example=True)
    found, own_themes = near(texts, shown), recognised(described(texts, shown))
    title = texts("figuur_voorbeeld" if shown.example else "figuur")
    rows, words = [], []
    for ident in own_themes:
        label = themes()[ident].label
        has = [label in each.shared for each in found]
        rows.append((label, has))
        who = listing(each.case.name for each, on in zip(found, has, strict=True) if on)
        words.append(texts("figuur_thema", thema=label, wie=who or texts("figuur_geen")))
    description = f"{'; '.join(words)}."
    drawing = shared_themes(rows, [each.case.name for each in found], title=title, description=description)
    return drawing, f"{title}: {description}"
