"""State and rules of "Uw samenwerking": what was described, which cases are most like it and why, and the bet (M25)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reiswijzer.content.cases import OCCASION, Case, case, cases, kinds
from reiswijzer.content.themes import themes, themes_in, themes_of
from reiswijzer.exercises import alike
from reiswijzer.exercises.base import State
from reiswijzer.exercises.wording import listing, row
from reiswijzer.figures.shared_themes import shared_themes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reiswijzer.content.texts import Texts

IDENT = "uw-samenwerking"
ABOUT = ("naam", "resultaat", "tegenzit")
WITH = ("partners",)
LISTS = ("domein", "vorm")
FIELDS = (*ABOUT, *WITH, *LISTS)
NO_SETBACK = "geen"
"""The bet that no setback is documented."""
READ = 4000
"""Characters of a field in which themes are looked for: enough for a description, and quick for whatever is pasted."""
_BETWEEN = ";"


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


def only_listed(description: dict[str, str]) -> bool:
    """Tell whether a domain or form was chosen and nothing was written."""
    return filled(description) and not any(description[name].strip() for name in (*ABOUT, *WITH))


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
        texts("ook_hier", themas=row(alike.theme_labels(shared))),
        texts(f"domein_{kind}", domein=kinds("domein")[other.domain]),
    ]
    label = kinds("vorm").get(other.form, texts("onbekend"))
    if form and other.form:
        said.append(texts("vorm_zelfde" if form == other.form else "vorm_andere", vorm=label))
    else:
        said.append(texts("vorm_daar", vorm=label))
    return " ".join(said)


def names(found: tuple[Near, ...]) -> str:
    """Return the names of cases as a list in words."""
    return listing(each.case.name for each in found)


def theme_words(texts: Texts, state: OwnState) -> str:
    """Return the themes that were recognised as a list in words, "" for none."""
    return row(themes()[ident].label for ident in recognised(described(texts, state)))


# The bet.


@dataclass(frozen=True)
class Bet:
    """A bet: the id of the option, and the cases that were the neighbours when it was made."""

    option: str
    about: tuple[Case, ...]


def bet_key(state: OwnState) -> str:
    """Return under which question the bet is kept: one on the invented example says nothing of the own neighbours."""
    return "gok-voorbeeld" if state.example else "gok"


def about_key(state: OwnState) -> str:
    """Return under which name stands what the bet is about."""
    return f"{bet_key(state)}-over"


def peek_key(texts: Texts, state: OwnState) -> str:
    """Return what is opened when the reader looks at these neighbours without a bet."""
    return f"kijken-{bet_key(state)}-{together(near(texts, state))}"


def together(found: Iterable[Near]) -> str:
    """Return the ids of the neighbours as one text, the same in whatever order they stand."""
    return _BETWEEN.join(sorted(each.case.id for each in found))


def last_bet(texts: Texts, state: OwnState) -> Bet | None:
    """Return the bet that was made last, also when the neighbours are others by now; None when there is none."""
    option, about = state.answers.get(bet_key(state), ""), state.answers.get(about_key(state), "")
    idents = tuple(dict.fromkeys(about.split(_BETWEEN))) if isinstance(about, str) else ("",)
    if option not in [each.id for each in texts.choice("gok").options] or not cases().keys() >= {*idents}:
        return None
    return Bet(option, tuple(map(case, idents)))


def bet(texts: Texts, state: OwnState) -> str:
    """Return the option that was bet on for these very neighbours, "" for none."""
    last = last_bet(texts, state)
    found = {each.case.id for each in near(texts, state)}
    return last.option if last and {each.id for each in last.about} == found else ""


def outdated(texts: Texts, state: OwnState) -> bool:
    """Tell whether there are neighbours, and the bet was about others."""
    return bool(near(texts, state) and last_bet(texts, state) and not bet(texts, state))


def hits(texts: Texts, made: Bet) -> int:
    """Return at how many of its cases the bet came true: those with such a setback; for "geen" all, or none."""
    if made.option == NO_SETBACK:
        return 0 if setbacks(made.about) else len(made.about)
    kinds_meant = set(texts.data["soorten"][made.option])
    return sum(bool(kinds_meant & set(each.setbacks)) for each in made.about)


def setbacks(about: Iterable[Case]) -> Counter[str]:
    """Count the kinds of setback that are documented for these cases; the problem they began with is none."""
    return Counter(kind for each in about for kind in each.setbacks if kind != OCCASION)


def setback_words(texts: Texts, counted: Counter[str]) -> str:
    """Return the kinds of setback as a list in words, with how often when that is more than once."""
    labels = kinds("tegenvaller")
    return row(
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
