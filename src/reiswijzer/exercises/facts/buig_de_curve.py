"""What came of "Buig de curve": the line drawn (M5), the goal sentence (M5), the gate (M1), forms (M2), price (M3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.exercises import buig_de_curve_rules as rules
from reiswijzer.exercises.facts import Fact
from reiswijzer.exercises.wording import listing
from reiswijzer.figures.form_columns import decimal
from reiswijzer.figures.svg import thousands
from reiswijzer.models import curve
from reiswijzer.models.curve import Rule, goal_check
from reiswijzer.models.form_fit import Form, near_tie, rank
from reiswijzer.models.tensions import friction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reiswijzer.content.texts import Texts

EXAMPLE = "regio"
PLACES = ("eerste", "tweede", "laatste")
GOAL_CHOICE = "doelzin"


def facts(texts: Texts, words: Mapping[str, str], state: rules.Curve) -> Iterator[Fact]:
    """Return what came of the state."""
    answers, actual = state.answers, rules.hidden()
    if state.committed:
        line = rules.bet(state, texts.data["start_value"])
        error = rules.percent(curve.forecast_error(line, actual))
        drawn = listing(f"{thousands(value)} in {year}" for year, value in line.items())
        yield Fact("lijn", {"lijn": drawn, "echt": thousands(actual[max(actual)]), "fout": error})
    yield Fact("aanloopgok", {"onder": _bend(rules.RUN_UP), "boven": _bend(rules.LATER_RUN_UP)})
    options = texts.choice(GOAL_CHOICE).options
    right = next(option for option in options if option.correct)
    hit = answers.get(GOAL_CHOICE) == right.id
    yield Fact(GOAL_CHOICE, {"goed": right.label}, outcome="raak" if hit else "mis")
    goal = answers.get("doel")
    if isinstance(goal, str) and goal.strip():
        yield _goal(texts, goal)
    verdict = rules.verdict(state)
    if verdict is not None:
        yield Fact("poort", present=str(verdict))
    if "vormgok" in answers:
        yield _example(texts, Form(answers["vormgok"]))
    yield from _own_table(texts, state)
    wish = rules.wish(texts, state)
    if wish is not None:
        prices = [
            words["prijs"].format(vorm=rules.form_name(texts, form), wringt=decimal(friction(wish, form).mean))
            for form in Form
        ]
        yield Fact("prijs", {"lijst": _capital(", ".join(prices))})


def _bend(begin: int) -> str:
    last = max(rules.hidden())
    return rules.percent(curve.bend(rules.baseline(begin)[last], rules.hidden()[last]))


def _goal(texts: Texts, sentence: str) -> Fact:
    data = texts.data
    checked = goal_check(sentence, data["populations"], data["conditions"], data["forbidden"])
    if checked.passes:
        return Fact("doel", outcome="goed")
    if checked.breaking is not None:
        return Fact("doel", {"woord": rules.word(checked.breaking)}, outcome="vorm")
    return Fact("doel", outcome="groep" if Rule.POPULATION in checked.failed else "toestand")


def _example(texts: Texts, form: Form) -> Fact:
    ranking = rank(rules.given_table(texts, EXAMPLE))
    place = [fit.form for fit in ranking].index(form)
    first, second = (decimal(fit.fit) for fit in ranking[:2])
    return Fact(
        "vormgok",
        {"eigen": decimal(ranking[place].fit), "eerste": first, "tweede": second},
        outcome=PLACES[place],
    )


def _own_table(texts: Texts, state: rules.Curve) -> Iterator[Fact]:
    own = rules.own_table(state)
    if own is None:
        yield Fact("eigenvorm", outcome=None)
        return
    ranking = rank(own)
    best = ranking[0]
    names = texts.data["forms"]
    guess = next((fit for fit in ranking if fit.form == state.answers.get("eigenvorm")), None)
    if guess is None:
        yield Fact("eigenvorm", outcome=None)
    else:
        values = {"eigen": decimal(guess.fit), "beste": names[best.form]["chosen"], "eerste": decimal(best.fit)}
        yield Fact("eigenvorm", values, outcome="raak" if rules.on_top(guess, ranking) else "anders")
    close = near_tie(ranking)
    together = _capital(listing(names[form]["chosen"] for form in close)) if close else ""
    values = {"vorm": _capital(names[best.form]["chosen"]), "past": decimal(best.fit), "vormen": together}
    yield Fact("vorm", values, present="bijna" if close else "beste")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
