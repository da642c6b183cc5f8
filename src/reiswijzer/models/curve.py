"""M5: turn the curve, a shared result on one line through the years.

[friedman2005] [S]: begin with the result for a whole group, look at the line so far and at where it goes if
nothing changes; success is bending away from that baseline. The scores and the rule for a goal sentence are
ours [D]. A bent line shows that a shared result can move, not what moved it. The series are content.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_LETTERS = r"[^\W_](?:[^\W_]|[\u0300-\u036f])*"
_WORD = re.compile(rf"{_LETTERS}(?:['\u2019\u2010\u2011\u00ad-]{_LETTERS})*")
_TERM = re.compile(r"\*?[^\W_]+(?:['-][^\W_]+)*\*?")


class Rule(StrEnum):
    """The three rules for a goal sentence [D]."""

    POPULATION = "population"
    """It names a population."""
    CONDITION = "condition"
    """It names a condition in plain language."""
    NO_FORM = "no_form"
    """It names no service, meeting, covenant or organisation."""


@dataclass(frozen=True)
class GoalCheck:
    """Which rules a goal sentence breaks, and on which words; the words are as typed, None when there is none.

    Attributes
    ----------
    failed
        The rules that fail, in the order of `Rule`.
    population, condition
        First words that name a population and a condition.
    breaking
        First words that break the third rule.
    """

    failed: tuple[Rule, ...]
    population: str | None
    condition: str | None
    breaking: str | None

    @property
    def passes(self) -> bool:
        """Whether all three rules hold."""
        return not self.failed


def _number(name: str, value: float, *, zero: bool = False) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} must be a number, not {value!r}")
    if not isfinite(value) or value < 0 or (value == 0 and not zero):
        raise ValueError(f"{name} must be finite and {'0 or more' if zero else 'above 0'}, not {value!r}")


def _series(name: str, series: Mapping[int, float], years: int, *, zero: bool = False) -> None:
    if len(series) < years:
        raise ValueError(f"{name} needs a value for {years} year(s) or more, not for {len(series)}")
    for year, value in series.items():
        _number(f"{name} in {year}", value, zero=zero)


def forecast_error(drawn: Mapping[int, float], actual: Mapping[int, float]) -> float:
    """Compute how far a drawn line is off: mean of |drawn - actual| / actual over the drawn years.

    Parameters
    ----------
    drawn
        Value per hidden year, 0 or more, one year or more.
    actual
        Observed value per year, above 0; may hold more years than were drawn.

    Returns
    -------
    float
        0 (spot on) and up; 0.25 means on average a quarter off.

    Raises
    ------
    TypeError, ValueError
        When a series is empty, a value not a number or out of range, or a drawn year was not observed.

    Notes
    -----
    Score [D] around [friedman2005]. Model M5.
    """
    _series("drawn line", drawn, 1, zero=True)
    _series("observed line", actual, 1)
    unknown = sorted(set(drawn) - set(actual))
    if unknown:
        raise ValueError(f"no observed value for drawn year(s) {unknown}")
    return sum(abs(value - actual[year]) / actual[year] for year, value in drawn.items()) / len(drawn)


def bend(baseline: float, actual: float) -> float:
    """Compute the bend away from the baseline: (baseline - actual) / baseline, at one moment.

    Parameters
    ----------
    baseline
        Value if nothing had changed, above 0.
    actual
        Observed value, 0 or more.

    Returns
    -------
    float
        Up to 1; 0 on the baseline, negative above it (for a line that should go down).

    Raises
    ------
    TypeError, ValueError
        When a value is not a number or falls outside its range.

    Notes
    -----
    Idea [S] [friedman2005], score [D]. Model M5.
    """
    _number("baseline", baseline)
    _number("observed value", actual, zero=True)
    return (baseline - actual) / baseline


def total_change(series: Mapping[int, float]) -> float:
    """Compute the change from the first to the last year, as a share of the first.

    Parameters
    ----------
    series
        Value per year, above 0, two years or more; gaps are allowed.

    Returns
    -------
    float
        Above -1; -0.797 means 79.7 per cent less (arithmetic, M5).

    Raises
    ------
    TypeError, ValueError
        When there are too few years or a value is not a number above 0.
    """
    _series("series", series, 2)
    return series[max(series)] / series[min(series)] - 1


def annual_change(series: Mapping[int, float]) -> float:
    """Compute the average change a year from the first to the last year, as a geometric rate.

    Parameters
    ----------
    series
        Value per year, above 0, two years or more; gaps are allowed, years in between do not count.

    Returns
    -------
    float
        Above -1; -0.181 means 18.1 per cent less every year (arithmetic, M5).

    Raises
    ------
    TypeError, ValueError
        When there are too few years or a value is not a number above 0.
    """
    _series("series", series, 2)
    first, last = min(series), max(series)
    return float((series[last] / series[first]) ** (1 / (last - first)) - 1)


def continue_pace(series: Mapping[int, float], until: int) -> dict[int, float]:
    """Draw the baseline: go on from the last year at the annual change of the series.

    Parameters
    ----------
    series
        History per year, above 0, two years or more.
    until
        Last year of the baseline, after the last year of the history.

    Returns
    -------
    dict of int to float
        Value per year after the history, up to and including `until`.

    Raises
    ------
    TypeError, ValueError
        When there are too few years, a value is not a number above 0, or `until` is not after the history.

    Notes
    -----
    History plus forecast [S] [friedman2005], constant pace [D]. Model M5.
    """
    pace, last = annual_change(series), max(series)
    if until <= last:
        raise ValueError(f"baseline must run past {last}, not until {until}")
    return {year: series[last] * (1 + pace) ** (year - last) for year in range(last + 1, until + 1)}


def _plain(text: str) -> str:
    text = text.translate({0xAD: None, 0x2019: "'", 0x2010: "-", 0x2011: "-"})
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _terms(name: str, terms: Iterable[str]) -> list[list[str]]:
    if isinstance(terms, str):
        raise TypeError(f"{name} must be a list of terms, not the text {terms!r}")
    split = {term: _plain(term).split() for term in terms}
    for term, words in split.items():
        if not words or not all(map(_TERM.fullmatch, words)):
            raise ValueError(f"{name}: {term!r} must hold words with at most a star at either end")
    return list(split.values())


def _matches(term: str, word: str) -> bool:
    return any(fnmatchcase(part, term) for part in {word, *word.split("-")})


def _find(words: Sequence[str], terms: Iterable[Sequence[str]]) -> list[range]:
    """Return every place where a term matches, in the order of the sentence, the longest first."""
    found = [
        range(start, start + len(term))
        for term in terms
        for start in range(len(words) - len(term) + 1)
        if all(map(_matches, term, words[start : start + len(term)]))
    ]
    return sorted(found, key=lambda place: (place.start, -place.stop))


def goal_check(
    sentence: str, populations: Iterable[str], conditions: Iterable[str], forbidden: Iterable[str]
) -> GoalCheck:
    """Check the form of a goal sentence: a population, a condition, and no service, meeting or organisation.

    A term matches whole words, whatever the case and accents, and may hold several words. With a star it
    also matches compounds: ``overleg*`` words that start with it, ``*overleg`` words that end with it,
    ``*overleg*`` both and in between. The parts of a hyphenated word count as words too. A word that breaks
    the third rule names no population or condition.

    Parameters
    ----------
    sentence
        The reader's sentence; an empty one fails the first two rules.
    populations, conditions, forbidden
        Terms from the content; the first two hold at least one term.

    Returns
    -------
    GoalCheck
        The rules that fail and the words found, as typed; the longest match at the first place wins.

    Raises
    ------
    TypeError
        When a list of terms is a single text.
    ValueError
        When there is no population or condition, or a term is empty or has a star in the middle.

    Notes
    -----
    Population before service [S] [friedman2005]; rules and matching [D]. Model M5.
    """
    banned = _terms("forbidden", forbidden)
    wanted = _terms("populations", populations), _terms("conditions", conditions)
    if not all(wanted):
        raise ValueError(f"{'conditions' if wanted[0] else 'populations'} must hold at least one term")
    spans = [match.span() for match in _WORD.finditer(sentence)]
    words = [_plain(sentence[start:end]) for start, end in spans]
    forms = _find(words, banned)
    taken = set().union(*forms)

    def typed(places: Iterable[range]) -> str | None:
        return next((sentence[spans[place[0]][0] : spans[place[-1]][1]] for place in places), None)

    population, condition = (
        typed(place for place in _find(words, terms) if taken.isdisjoint(place)) for terms in wanted
    )
    failed = (population is None, condition is None, bool(forms))
    return GoalCheck(
        failed=tuple(rule for rule, fails in zip(Rule, failed, strict=True) if fails),
        population=population,
        condition=condition,
        breaking=typed(forms),
    )
