"""What is shown of travellers side by side: each part as a figure with its text, and the same as a table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from reiswijzer.cohort import answers, bets, words
from reiswijzer.cohort.answers import disagreement, statements
from reiswijzer.content.texts import texts as texts_of
from reiswijzer.exercises import markup
from reiswijzer.exercises.fields import decimal, table
from reiswijzer.figures.bar_chart import bar_chart
from reiswijzer.figures.before_after import Change, before_after
from reiswijzer.figures.divergence import Row, divergence
from reiswijzer.figures.dot_plot import dot_plot, people_per_dot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reiswijzer.content.texts import Texts
    from reiswijzer.journal.share import Share

_STOPS = "12345"


def differences(texts: Texts, shares: Sequence[Share]) -> str:
    """Return where travellers differ most: the map, its text, and the measure."""
    found, asked = answers.divergence(shares), statements()
    explained = texts("verschil-uitleg", laag=f"‘{scale()[0]}’", hoog=f"‘{scale()[-1]}’")
    rows = [[asked[one.statement], decimal(one.apart), *map(str, one.counts)] for one in found]
    columns = [texts("kop-stelling"), texts("kop-punten"), *numbers()]
    body = _figure(*difference_map(texts, shares)) + _fold(texts, table(columns, rows)) if found else ""
    missing = [line for ident, line in asked.items() if ident not in {one.statement for one in found}]
    said = [
        texts("niet-getoond", stellingen=" ".join(missing)) if found and missing else "",
        texts("verschil-maat") if found else texts("verschil-geen"),
    ]
    return _part(texts, "verschil", explained if found else "", body, *said)


def difference_map(texts: Texts, shares: Sequence[Share], title: str = "") -> tuple[str, str]:
    """Return the map of where travellers differ most, and the same in words; there must be something to show."""
    found, asked = answers.divergence(shares), statements()
    rows = [Row(asked[one.statement], one.counts, one.apart, decimal(one.apart)) for one in found]
    whole = "; ".join(
        texts("verschil-rij", stelling=row.label, punten=row.shown, aantallen=_listed(row.counts)) for row in rows
    )
    first, last = rows[0], rows[-1]
    told = texts("verschil-tekst", eerst=first.label, meest=first.shown)
    if len(rows) > 1:
        told += " " + texts("verschil-laatst", laatst=last.label, minst=last.shown)
    title = title or texts("verschil-titel")
    heads = texts("verschil-cel"), texts("verschil-balk")
    return divergence(rows, heads, title=title, description=f"{whole}."), told


def dots(texts: Texts, shares: Sequence[Share], *, apart: bool) -> str:
    """Return a dot plot per statement, with groups apart where that is asked for and may be; without its heading."""
    names, asked = texts.data["groepen"], statements()
    figures, rows, most = [], [], 1
    whole = False
    for ident, line in asked.items():
        together = answers.dots(shares, ident)
        if together is None:
            continue
        groups = answers.split(shares, ident) if apart else None
        whole = whole or groups is None
        shown = {names[group]: counts for group, counts in groups.items()} if groups else {"": together}
        told = " ".join(
            texts("stippen-groep", groep=name, aantallen=_listed(counts))
            if name
            else texts("stippen-tekst", aantallen=_listed(counts))
            for name, counts in shown.items()
        )
        title = texts("stippen-titel", stelling=line)
        most = max(most, people_per_dot(shown))
        ends = f"1 {scale()[0]}", f"5 {scale()[-1]}"
        figures.append(_figure(dot_plot(shown, ends, title=title, description=told), told, line))
        rows += [[f"{line} {name}".strip(), *map(str, counts)] for name, counts in shown.items()]
    body = f'<div class="rw-stippen">{"".join(figures)}</div>' if figures else ""
    body += _fold(texts, table([texts("kop-stelling"), *numbers()], rows)) if figures else ""
    notes = [texts("stippen-veel", aantal=most) if most > 1 else "", texts("apart-deels") if apart and whole else ""]
    if not figures:
        notes.append(texts("verschil-geen"))
    return body + _notes(notes)


def may_split(shares: Sequence[Share]) -> bool:
    """Tell whether groups may be shown apart for some statement."""
    return any(answers.split(shares, ident) for ident in statements())


def shifts(texts: Texts, shares: Sequence[Share]) -> str:
    """Return what changed for travellers who answered twice."""
    found, asked = answers.shifts(shares), statements()
    if not found:
        return _part(texts, "na", "", "", texts("na-geen"))
    rows = []
    for one in found:
        before, after = disagreement(one.before), disagreement(one.after)
        pair = texts("na-paar", voor=decimal(before), na=decimal(after))
        rows.append(Change(asked[one.statement], (one.down, one.same, one.up), before, after, pair))
    whole = "; ".join(
        texts(
            "na-rij",
            stelling=row.label,
            omlaag=row.moved[0],
            gelijk=row.moved[1],
            omhoog=row.moved[2],
            voor=decimal(row.before),
            na=decimal(row.after),
        )
        for row in rows
    )
    down, same, up = (sum(row.moved[at] for row in rows) for at in range(3))
    told = texts("na-tekst", omlaag=down, gelijk=same, omhoog=up)
    svg = before_after(
        rows, (texts("na-voor"), texts("na-later")), title=texts("na-titel"), description=f"{whole}."
    )  # fmt: skip
    keys = ("kop-stelling", "na-omlaag", "na-gelijk", "na-omhoog", "na-eerst", "na-daarna")
    cells = [[row.label, *map(str, row.moved), decimal(row.before), decimal(row.after)] for row in rows]
    body = _figure(svg, told) + _fold(texts, table(map(texts, keys), cells))
    known = {one.statement for one in found}
    missing = [line for ident, line in asked.items() if ident not in known and answers.dots(shares, ident)]
    note = texts("na-niet-getoond", stellingen=" ".join(missing)) if missing else ""
    return _part(texts, "na", texts("na-uitleg"), body, note)


def guesses(texts: Texts, shares: Sequence[Share], known: Iterable[bets.Bet]) -> str:
    """Return the bets, each beside what came of it."""
    found = bets.placed(shares, known)
    if not found:
        return _part(texts, "gok", "", "", texts("gok-geen"))
    parts = []
    for one in found:
        counted = [(_plain_option(texts, one.bet, option), count) for option, count in one.counts.items()]
        told = texts("gok-tekst", aantallen=", ".join(_of(texts, label, count) for label, count in counted))
        svg = bar_chart(counted, title=markup.plain(one.bet.question), description=told)
        outcome = markup.html(texts("gok-uit", uitkomst=one.bet.outcome))
        rows = [[label, str(count)] for label, count in counted]
        made = _fold(texts, table([texts("gok-optie"), texts("kop-aantal")], rows))
        parts.append(
            _figure(svg, told, markup.plain(one.bet.question)) + f'<div class="rw-antwoord">{outcome}</div>{made}'
        )
    return _part(texts, "gok", texts("gok-uitleg"), "".join(f'<div class="rw-gok">{part}</div>' for part in parts))


def chosen(texts: Texts, shares: Sequence[Share], seed: int) -> str:
    """Return the sentences in random order, without their heading."""
    found = words.sentences(shares, seed)
    if not found:
        return _notes([texts("zinnen-geen")])
    where = [texts("zinnen-halte", nummer=one.field[0]) if _at_stop(one.field) else "" for one in found]
    items = "".join(
        f"<li><q>{escape(one.text)}</q>{f' <span>{escape(place)}</span>' if place else ''}</li>"
        for one, place in zip(found, where, strict=True)
    )
    rows = [[one.text, place or texts("zinnen-elders")] for one, place in zip(found, where, strict=True)]
    body = f'<ul class="rw-zinnen">{items}</ul>'
    return body + _fold(texts, table([texts("zinnen-zin"), texts("zinnen-waar")], rows))


def shared(texts: Texts, shares: Sequence[Share]) -> str:
    """Return the words that at least two travellers use."""
    found = words.words(shares)
    if not found:
        return _part(texts, "woorden", "", "", texts("woorden-geen"))
    items = "".join(f"<li>{escape(word)} <span>{count}</span></li>" for word, count in found)
    rows = [[word, str(count)] for word, count in found]
    body = f'<ul class="rw-woorden">{items}</ul>'
    body += _fold(texts, table([texts("woorden-woord"), texts("kop-aantal")], rows))
    return _part(texts, "woorden", texts("woorden-uitleg"), body)


def head(texts: Texts, name: str, text: str = "") -> str:
    """Return the heading of a part with what it is about; by default the explanation that goes with it."""
    explained = markup.html(text or texts(f"{name}-uitleg"), texts.reference)
    return f"<h3>{escape(texts(f'{name}-kop'))}</h3>{explained}"


def scale() -> list[str]:
    """Return what 1 to 5 mean."""
    names: list[str] = texts_of("startpunt").data["schaal"]
    return names


def numbers() -> list[str]:
    """Return the heads of the columns 1 to 5, with what they mean."""
    return [f"{number} {name}" for number, name in enumerate(scale(), start=1)]


def _at_stop(field: str) -> bool:
    return field[0] in _STOPS and field[1:2] == "-"


def _plain_option(texts: Texts, bet: bets.Bet, option: str) -> str:
    label = markup.plain(bet.options[option])
    return texts("gok-klopt", optie=label) if option == bet.came else label


def _of(texts: Texts, label: str, count: int) -> str:
    return texts("gok-deel", optie=label, aantal=count)


def _listed(counts: Sequence[int]) -> str:
    *most, last = map(str, counts)
    return f"{', '.join(most)} en {last}"


def _figure(svg: str, text: str, above: str = "") -> str:
    above = f'<p class="rw-stelling">{escape(above)}</p>' if above else ""
    return f'<figure class="rw-figuur">{above}{svg}<figcaption>{escape(text)}</figcaption></figure>'


def _fold(texts: Texts, inside: str) -> str:
    return markup.fold(texts("als-tabel"), inside, "rw-als-tabel")


def _part(texts: Texts, name: str, text: str, body: str, *notes: str) -> str:
    """Return a part under its heading: what it is, the figure, and what must be said of it."""
    return f"<h3>{escape(texts(f'{name}-kop'))}</h3>{markup.html(text)}{body}{_notes(notes)}"


def _notes(notes: Iterable[str]) -> str:
    return "".join(f'<div class="rw-model">{markup.html(note)}</div>' for note in notes if note)
