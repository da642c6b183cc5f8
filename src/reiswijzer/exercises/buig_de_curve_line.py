"""The first three screens of `buig-de-curve`: continue the line, see how it went, and move the baseline (M5)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from reiswijzer.exercises import buig_de_curve_rules as rules
from reiswijzer.exercises import fields, ui
from reiswijzer.exercises.wording import listing
from reiswijzer.figures.curve_chart import Line, curve_chart
from reiswijzer.figures.svg import thousands
from reiswijzer.models import curve
from reiswijzer.widgets.curve import WORDS, Curve, by_year

if TYPE_CHECKING:
    import ipywidgets as widgets

    from reiswijzer.exercises.buig_de_curve import BuigDeCurve


def own_words(exercise: BuigDeCurve, question: str, label: str, placeholder: str) -> widgets.Textarea:
    """Return a text area for the reader's own words, its label above it; the text is kept under `question`."""
    area = fields.text_area(label, lambda written: exercise.answer(question, written, undoable=False))
    area.placeholder = placeholder
    return area


class LineScreens:
    """The widgets of the bet, of the reveal, and of the baseline."""

    def __init__(self, exercise: BuigDeCurve) -> None:
        self.exercise = exercise
        texts = self.texts = exercise.texts
        self.start: int = texts.data["start_value"]
        self.plot = self._plot()
        self.plot.observe(self._draw, names="drawn")
        self.commit = ui.button(texts("vastleggen"), self._commit, "rw-eerst")
        self.fixed = ui.Prose(texts, texts("vastgelegd"))
        self.loosen = ui.button(texts("losmaken"), self._loosen)
        self.bet_screen = ui.column(
            ui.Prose(texts, texts.question),
            ui.Prose(texts, texts("sleep"), "rw-hand"),
            self.plot,
            self.commit,
            self.fixed,
            self.loosen,
            ui.Prose(texts, texts("bronnen-begin"), "rw-bronnen"),
        )
        self.skipped, self.peek = self._skipped()
        self.seen = self._plot(locked=True)
        self.reveal = ui.Prose(texts)
        self.error_note = ui.Prose(texts, texts("onthulling-model"), "rw-model")
        self.conclusion = ui.Question(texts, texts.choice("besluit"), partial(exercise.answer, "besluit"))
        self.surprise = own_words(exercise, "verrast", texts("verrast"), texts("verrast-plek"))
        self.private = ui.Prose(texts, texts("prive"), "rw-model")
        self.open = ui.button(texts("uitleg-knop"), self._explain)
        self.explanation = ui.Prose(texts)
        self.sources = ui.Prose(texts, texts("bronnen"), "rw-bronnen")
        self.reveal_screen = ui.column(
            self.skipped, self.peek, self.reveal, self.error_note, self.seen, self.conclusion, self.surprise,
            self.private, self.open, self.explanation, self.sources,
        )  # fmt: skip
        self.unseen, self.peek_too = self._skipped()
        self.pace = ui.Prose(texts)
        self.bent = self._plot(locked=True)
        self.bent_bet = ui.Question(texts, texts.choice("aanloopgok"), self._bet_run_up)
        self.moved = ui.Prose(texts)
        self.moved.add_class("live-region")
        self.run_up = ui.Question(texts, texts.choice("aanloop"), self._run_up)
        self.named = ui.Prose(texts)
        self.model = ui.Prose(texts, texts("rekenmodel"), "rw-model")
        self.baseline_screen = ui.column(
            self.unseen, self.peek_too, self.pace, self.bent, self.bent_bet, self.moved, self.run_up, self.named,
            self.model,
        )  # fmt: skip

    def _plot(self, *, locked: bool = False) -> Curve:
        texts, data = self.texts, self.texts.data
        return Curve(
            known=by_year(rules.known()),
            years=list(rules.hidden()),
            start=self.start,
            highest=data["highest"],
            snap=data["snap"],
            grid=data["step"],
            locked=locked,
            words={name: texts.sentences[f"curve-{name}"] for name in WORDS},
            before=texts("figuur-bekend"),
        )

    def _skipped(self) -> tuple[ui.Prose, widgets.Button]:
        return ui.Prose(self.texts, self.texts("geen-gok")), ui.button(self.texts("toch-kijken"), self._peek)

    # Moves.

    def _draw(self, change: dict[str, Any]) -> None:
        # The view itself tells a screen reader the new line.
        self.exercise.act(drawn={int(year): value for year, value in change["new"].items()})

    def _commit(self) -> None:
        self.exercise.act(committed=True, step=1, say=self.texts("vastleggen-status"))

    def _loosen(self) -> None:
        self.exercise.act(committed=False, say=self.texts("losmaken-status"))

    def _peek(self) -> None:
        # Who drew a line did bet, also without fixing it.
        committed = bool(self.exercise.state.drawn)
        self.exercise.act(seen=True, committed=committed, say=self.texts("toch-kijken-status"))

    def _explain(self) -> None:
        self.exercise.act(explained=True, say=self.texts("uitleg-status"))

    def _bet_run_up(self, guess: str) -> None:
        self.exercise.answer("aanloopgok", guess)

    def _run_up(self, begin: str) -> None:
        self.exercise.answer("aanloop", begin)

    # What is shown.

    def _begin(self) -> int:
        answers = self.exercise.state.answers
        return int(answers.get("aanloop", rules.LATER_RUN_UP if "aanloopgok" in answers else rules.RUN_UP))

    def _ends(self, begin: int) -> tuple[float, float]:
        last = max(rules.hidden())
        return rules.baseline(begin)[last], rules.hidden()[last]

    def _said(self, ident: str, begin: int) -> str:
        expected, actual = self._ends(begin)
        bend = rules.percent(curve.bend(expected, actual))
        return self.texts(ident, verwacht=thousands(expected), echt=thousands(actual), buiging=bend)

    def _bent(self, begin: str) -> str:
        return self._said(f"aanloop-{begin}", int(begin))

    def _words(self, *, reveal: bool, pace: bool) -> list[str]:
        """Say what is drawn beside the known points and the reader's line."""
        texts, begin = self.texts, self._begin()
        words = [texts("figuur-echt", lijn=self._in_words(rules.hidden()))] if reveal else []
        if pace:
            words.append(texts("figuur-verwacht", begin=begin, verwacht=thousands(self._ends(begin)[0])))
        return words

    def _gap(self) -> str:
        expected, actual = self._ends(self._begin())
        side = "onder" if actual < expected else "boven"
        return self.texts(f"buiging-{side}", buiging=rules.percent(curve.bend(expected, actual)))

    def figure(self, *, reveal: bool, pace: bool = False, narrow: bool = False) -> tuple[str, str]:
        """Return the chart and its text: with the real line when `reveal` is true, with the baseline for `pace`.

        A `narrow` one has letters that a phone shows large enough.
        """
        state, texts = self.exercise.state, self.texts
        shown, hidden = rules.known(), rules.hidden()
        join, last = {rules.LAST_SHOWN: shown[rules.LAST_SHOWN]}, max(hidden)
        lines = [Line(texts("curve-known"), shown)]
        words = [texts("figuur-bekend")]
        drew = bool(state.drawn) or state.committed
        if drew:
            line = rules.bet(state, self.start)
            lines.insert(0, Line(self._label("reader", line[last]), {**join, **line}, "reader"))
            words.append(texts("curve-line", lijn=self._in_words(line)))
        elif not reveal:
            words.append(texts("figuur-vraag"))
        if reveal:
            lines.insert(0, Line(self._label("actual", hidden[last]), {**join, **hidden}, "actual"))
        if pace:
            baseline = rules.baseline(self._begin())
            lines.insert(0, Line(self._label("baseline", baseline[last]), {**join, **baseline}, "baseline"))
        description = " ".join(words + self._words(reveal=reveal, pace=pace))
        drawing = curve_chart(
            lines,
            range(min(shown), last + 1),
            top=texts.data["highest"],
            step=texts.data["step"],
            title=texts("figuur-titel"),
            description=description,
            hidden_from=None if drew or reveal else rules.LAST_SHOWN + 1,
            narrow=narrow,
        )
        return drawing, description

    def _label(self, kind: str, value: float) -> str:
        return self.texts(f"curve-{kind}", aantal=thousands(value))

    @staticmethod
    def _in_words(line: dict[int, int]) -> str:
        return listing(f"{thousands(value)} in {year}" for year, value in line.items())

    def _revealed(self) -> str:
        state, texts, actual = self.exercise.state, self.texts, rules.hidden()
        last = thousands(actual[max(actual)])
        if not state.committed:
            return texts("onthulling-zonder-gok", echt=last)
        line = rules.bet(state, self.start)
        error = rules.percent(curve.forecast_error(line, actual))
        told = texts("onthulling", gok=thousands(line[max(line)]), echt=last, fout=error)
        return told if state.drawn else f"{told} {texts('vlak')}"

    def render(self) -> None:
        """Bring the three screens in line with the state."""
        state = self.exercise.state
        self.plot.drawn = by_year(state.drawn)
        ui.show(self.commit, on=not state.committed)
        ui.show(self.fixed, on=state.committed)
        ui.show(self.loosen, on=state.committed)
        self.plot.locked = state.committed  # last: a line that comes free takes the focus of the button that went
        revealed = state.committed or state.seen
        self._render_reveal(revealed=revealed)
        self._render_baseline(revealed=revealed)

    def _answer(self, plot: Curve, *, reveal: bool, pace: bool = False) -> None:
        state = self.exercise.state
        line = rules.bet(state, self.start) if state.committed else {}
        ui.show(plot, on=reveal)
        plot.drawn = by_year(line) if reveal else {}
        plot.actual = by_year(rules.hidden()) if reveal else {}
        plot.baseline = by_year(rules.baseline(self._begin())) if reveal and pace else {}
        plot.gap = self._gap() if reveal and pace else ""
        plot.after = " ".join(self._words(reveal=True, pace=pace)) if reveal else ""

    def _render_reveal(self, *, revealed: bool) -> None:
        state = self.exercise.state
        ui.show(self.skipped, on=not revealed)
        ui.show(self.peek, on=not revealed)
        self._answer(self.seen, reveal=revealed)
        self.reveal.say(self._revealed() if revealed else "")
        self.conclusion.set(state.answers.get("besluit"))
        self.surprise.value = state.answers.get("verrast", "")
        concluded = revealed and "besluit" in state.answers
        for widget, on in (
            (self.error_note, state.committed),
            (self.conclusion, revealed),
            (self.sources, revealed),
            (self.surprise, concluded),
            (self.private, concluded),
            (self.open, concluded and not state.explained),
        ):
            ui.show(widget, on=on)
        self.explanation.say(self.texts("uitleg") if concluded and state.explained else "")

    def _render_baseline(self, *, revealed: bool) -> None:
        answers, texts = self.exercise.state.answers, self.texts
        guessed = revealed and "aanloopgok" in answers
        for widget, on in (
            (self.unseen, not revealed),
            (self.peek_too, not revealed),
            (self.bent_bet, revealed),
            (self.model, revealed),
            (self.run_up, guessed),
        ):
            ui.show(widget, on=on)
        self._answer(self.bent, reveal=revealed, pace=True)
        pace, actual = rules.baseline(rules.RUN_UP), rules.hidden()
        off = rules.percent(curve.forecast_error({year: pace[year] for year in actual}, actual))
        moved = self._begin() != rules.RUN_UP
        begin = self._said("tempo-eerst" if moved else "tempo", rules.RUN_UP)
        self.pace.say(f"{begin} {texts('tempo-naast', fout=off)}" if revealed else "")
        self.bent_bet.set(answers.get("aanloopgok"))
        self.run_up.set(str(self._begin()) if guessed else None)
        self.moved.say(self._bent(str(self._begin())) if guessed else "")
        self.named.say(texts("basislijn") if guessed else "")
