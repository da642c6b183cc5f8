"""State and rules of `buig-de-curve`: the data and models joined into numbers and sentences, without widgets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from itertools import takewhile
from typing import TYPE_CHECKING

from reiswijzer.content.evictions import series
from reiswijzer.exercises.base import State
from reiswijzer.exercises.wording import listing
from reiswijzer.figures.form_columns import Column, decimal, form_columns
from reiswijzer.figures.svg import number
from reiswijzer.models import curve, gate, tensions
from reiswijzer.models.form_fit import Contingency, Fit, Form, Situation, changes_needed, participants_level, rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reiswijzer.content.texts import Texts

LAST_SHOWN = 2017
RUN_UP = 2014
LATER_RUN_UP = 2016


@dataclass(frozen=True)
class Curve(State):
    """What the reader did.

    `drawn` holds the reader's value per hidden year (empty: untouched), `committed` fixes it; `seen` shows the
    real line without a bet, `explained` the explanation. `partners` and `many` are the number of partners and the
    largest table that is not yet large, in the sandbox.
    """

    drawn: Mapping[int, int] = field(default_factory=dict)
    committed: bool = False
    seen: bool = False
    explained: bool = False
    partners: int = 20
    many: int = 15


def known() -> dict[int, int]:
    """Return what the reader sees at the start."""
    return {year: count for year, count in series().items() if year <= LAST_SHOWN}


def hidden() -> dict[int, int]:
    """Return what the reader draws: the observed values after the last year that is shown."""
    return {year: count for year, count in series().items() if year > LAST_SHOWN}


def baseline(begin: int) -> dict[int, float]:
    """Continue the pace from `begin` to the last shown year over the hidden years (M5)."""
    history = {year: count for year, count in known().items() if year >= begin}
    return curve.continue_pace(history, max(hidden()))


def bet(state: Curve, start: int) -> dict[int, int]:
    """Return the reader's line; years that were left alone stay at `start`."""
    return {year: state.drawn.get(year, start) for year in hidden()}


def percent(share: float) -> str:
    """Return a share as a whole percentage, without sign."""
    return str(round(abs(share) * 100))


def word(typed: str) -> str:
    """Return the reader's own words without anything that could be markup."""
    return re.sub(r"[^\w\s'’-]", "", typed).replace("_", "")


# The gate (M1).


def gate_answers(state: Curve) -> dict[gate.Question, bool]:
    """Return the answers to the gate so far."""
    return {question: state.answers[question] == "ja" for question in gate.Question if question in state.answers}


def verdict(state: Curve) -> gate.Verdict | None:
    """Return what the gate says, or None while it is open."""
    return gate.decide(gate_answers(state))


def ladder(state: Curve, questions: Iterable[str]) -> list[str]:
    """Return the questions to show: those answered up to the first open one, and that one."""
    questions = list(questions)
    done = list(takewhile(lambda ident: ident in state.answers, questions))
    return questions[: len(done) + 1]


def gate_ladder(state: Curve) -> list[str]:
    """Return the questions of the gate to show: none after the deciding one."""
    answers, shown = gate_answers(state), []
    for ident in ladder(state, gate.Question):
        shown.append(ident)
        if gate.decide({question: answers[question] for question in answers if question in shown}):
            break
    return shown


# The forms (M2, M3).


def own_table(state: Curve) -> Situation | None:
    """Return the reader's own table once all four contingencies are known."""
    if not all(contingency in state.answers for contingency in Contingency):
        return None
    return Situation(*(int(state.answers[contingency]) for contingency in Contingency))


def given_table(texts: Texts, ident: str, partners: int | None = None, many: int | None = None) -> Situation:
    """Return a table of the content, with another number of partners or another cut-off when these are given."""
    trust, count, consensus, competence = texts.data["tables"][ident]
    level = participants_level(partners or count, texts.data["few"], many or texts.data["many"])
    return Situation(trust, level, consensus, competence)


def on_top(fit: Fit, ranking: Sequence[Fit]) -> bool:
    """Tell whether no form fits better; equal fits share the first place, whatever order `rank` gives them."""
    return round(fit.fit, 9) == round(ranking[0].fit, 9)


def wish(texts: Texts, state: Curve) -> tensions.Position | None:
    """Return where the reader wants to be on the three tensions, once all are chosen."""
    if not all(tension in state.answers for tension in tensions.Tension):
        return None
    return tensions.Position(*(texts.data["wishes"][state.answers[tension]] for tension in tensions.Tension))


def form_name(texts: Texts, form: Form) -> str:
    """Return the Dutch name of a form."""
    name: str = texts.data["forms"][form]["name"]
    return name


def _points(texts: Texts, situation: Situation, fit: Fit) -> list[str]:
    """Return per contingency, in words, whether a form fits, has to shift, or lies at the other end of the scale."""
    ideals = {change.contingency: change.ideal for change in changes_needed(situation, fit.form)}
    lines = []
    for contingency, distance in fit.distances.items():
        names = texts.data["contingencies"][contingency]
        now = names["levels"][situation.level(contingency) - 1]
        if contingency not in ideals:
            lines.append(texts("punt-past", wat=names["short"], nu=now))
            continue
        state = "ver" if distance >= 1 else "schuift"
        lines.append(texts(f"punt-{state}", wat=names["short"], nu=now, dan=names["levels"][ideals[contingency] - 1]))
    return lines


def forms_cards(texts: Texts, situation: Situation) -> str:
    """Return HTML with the three forms side by side, best first: fit, weakest link, what would have to change."""
    cards = []
    for place, fit in enumerate(rank(situation)):
        points = "".join(f"<li>{escape(point)}</li>" for point in _points(texts, situation, fit))
        bar = (
            '<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="10"/>'
            f'<rect class="rw-vorm-maat" width="{number(100 * fit.fit)}" height="10"/></svg>'
        )
        cards.append(
            f'<div class="rw-vorm{"" if place else " rw-vorm-eerste"}" role="listitem">'
            f"<p><strong>{escape(form_name(texts, fit.form).capitalize())}</strong></p>"
            f"<p>{escape(texts('kaart-maten', past=decimal(fit.fit), zwakste=decimal(fit.weakest)))}</p>"
            f"{bar}<ul>{points}</ul></div>"
        )
    return f'<div class="rw-vormen" role="list">{"".join(cards)}</div><p>{escape(texts("kaart-tekens"))}</p>'


def forms_figure(texts: Texts, situation: Situation) -> tuple[str, str]:
    """Return the drawing of the three forms side by side, and the same in words."""
    fits = sorted(rank(situation), key=lambda fit: list(Form).index(fit.form))
    words = "; ".join(
        texts("figuur-vorm", vorm=form_name(texts, fit.form), past=decimal(fit.fit), zwakste=decimal(fit.weakest))
        for fit in fits
    )
    description = texts("figuur-vormen", lijst=words[:1].upper() + words[1:])
    drawing = form_columns(
        [Column(texts.data["forms"][fit.form]["lines"], fit.fit, fit.weakest) for fit in fits],
        labels=(texts("kolom-past"), texts("kolom-zwakste")),
        title=texts("figuur-vormen-titel"),
        description=description,
    )
    return drawing, description


def price_text(texts: Texts, position: tensions.Position) -> str:
    """Return per form how much it rubs against the wish, and where most."""
    lines = []
    for form in Form:
        friction = tensions.friction(position, form)
        most = max(friction.per_tension.values())
        worst = [texts.data["tensions"][t] for t, value in friction.per_tension.items() if value == most > 0]
        end = texts("prijs-ergst", spanning=listing(worst)) if worst else ""
        name = form_name(texts, form).capitalize()
        lines.append("- " + texts("prijs-regel", vorm=name, wringt=decimal(friction.mean), ergst=end))
    return "\n".join(lines)
