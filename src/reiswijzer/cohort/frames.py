"""The figures as tables of pandas, for the notebook; never imported on the path that runs in the page.

The rules are those of the core, which makes the figures: what may not be shown is not in a table either. As a file
there is CSV with semicolons, decimal commas and a mark for UTF-8, which a spreadsheet program set to Dutch opens as it
should; so there is no package for XLSX.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from reiswijzer.cohort import answers, bets, words
from reiswijzer.cohort.answers import disagreement, statements
from reiswijzer.content.texts import TOGETHER, texts
from reiswijzer.journal.export.cells import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from reiswijzer.cohort.gather import Gathering
    from reiswijzer.journal.share import Share

_DUTCH: dict[str, Any] = {"sep": ";", "decimal": ",", "float_format": "%.2f"}
SCALE = ("1", "2", "3", "4", "5")


def refused(gathering: Gathering) -> pd.DataFrame:
    """Return every file that does not take part, and why in Dutch."""
    say = texts("naast-elkaar", TOGETHER)
    return _frame(
        (say("kop-bestand"), say("kop-waarom")),
        ((one.name, say(f"weg-{one.why}", ander=one.other)) for one in gathering.refused),
    )


def divergence(shares: Sequence[Share]) -> pd.DataFrame:
    """Return the statements where travellers differ most first: travellers, points apart, and counts of 1 to 5."""
    say, asked = texts("naast-elkaar", TOGETHER), statements()
    return _frame(
        (say("kop-stelling"), say("kop-aantal"), say("kop-punten"), *SCALE),
        ((asked[one.statement], sum(one.counts), one.apart, *one.counts) for one in answers.divergence(shares)),
    )


def groups(shares: Sequence[Share]) -> pd.DataFrame:
    """Return counts of 1 to 5 per statement and group, for the statements of which groups may be shown apart."""
    say = texts("naast-elkaar", TOGETHER)
    names = say.data["groepen"]
    return _frame(
        (say("kop-stelling"), say("kop-groep"), say("kop-aantal"), *SCALE),
        (
            (line, names[group], sum(counts), *counts)
            for ident, line in statements().items()
            for group, counts in (answers.split(shares, ident) or {}).items()
        ),
    )


def shifts(shares: Sequence[Share]) -> pd.DataFrame:
    """Return per statement how many moved down, stayed and moved up, and points apart before and after."""
    say, asked = texts("naast-elkaar", TOGETHER), statements()
    names = ("kop-stelling", "na-omlaag", "na-gelijk", "na-omhoog", "na-eerst", "na-daarna")
    return _frame(
        tuple(map(say, names)),
        (
            (asked[one.statement], one.down, one.same, one.up, disagreement(one.before), disagreement(one.after))
            for one in answers.shifts(shares)
        ),
    )


def guesses(shares: Sequence[Share]) -> pd.DataFrame:
    """Return per bet and option how many travellers chose it, and what came of the bet."""
    say = texts("naast-elkaar", TOGETHER)
    return _frame(
        (say("kop-vraag"), say("gok-optie"), say("kop-aantal"), say("kop-uitkomst")),
        (
            (one.bet.question, one.bet.options[option], count, one.bet.outcome)
            for one in bets.placed(shares)
            for option, count in one.counts.items()
        ),
    )


def sentences(shares: Sequence[Share], seed: int) -> pd.DataFrame:
    """Return the chosen sentences without labels, in an order that depends on the seed alone."""
    say = texts("naast-elkaar", TOGETHER)
    return _frame((say("zinnen-zin"),), ((one.text,) for one in words.sentences(shares, seed)))


def shared(shares: Sequence[Share]) -> pd.DataFrame:
    """Return the words that at least two travellers use, most first."""
    say = texts("naast-elkaar", TOGETHER)
    return _frame((say("woorden-woord"), say("kop-aantal")), words.words(shares))


def to_csv(frame: pd.DataFrame, path: Path | None = None) -> str | None:
    """Write a table for a spreadsheet program, or return it as text when there is no path.

    What a program could take for a formula gets an apostrophe before it.
    """
    safe = frame.map(harmless).rename(columns=harmless)
    if path is None:
        return str(safe.to_csv(index=False, **_DUTCH))
    safe.to_csv(path, index=False, encoding="utf-8-sig", **_DUTCH)
    return None


def _frame(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> pd.DataFrame:
    return pd.DataFrame([tuple(row) for row in rows], columns=list(columns))
