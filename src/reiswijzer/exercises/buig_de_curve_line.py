"""The first two screens of `buig-de-curve`: continue the line, and see how it went (M5)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.exercises import buig_de_curve_rules as rules
from reiswijzer.exercises import fields, ui
from reiswijzer.figures.curve_chart import curve_chart
from reiswijzer.figures.line_chart import Line, thousands
from reiswijzer.models import curve

if TYPE_CHECKING:
    from reiswijzer.exercises.buig_de_curve import BuigDeCurve


def own_words(exercise: BuigDeCurve, question: str, label: str, placeholder: str) -> widgets.Textarea:
    """Return a text area for the reader's own words, its label above it; the text is kept under `question`."""
    area = fields.text_area(label, lambda written: exercise.answer(question, written, undoable=False))
    area.placeholder = placeholder
    return area


class LineScreens:
    """The widgets of the bet and of the reveal."""

    def __init__(self, exercise: BuigDeCurve) -> None:
        self.exercise = exercise
        texts = self.texts = exercise.texts
        self.start: int = texts.data["start_value"]
        self.fields = {year: self._field(year) for year in rules.hidden()}
        self.commit = ui.button(texts("vastleggen"), self._commit, "rw-vastleggen")
        self.fixed = ui.Prose(texts, texts("vastgelegd"))
        self.drawn = ui.Figure()
        self.bet_screen = ui.column(
            ui.Prose(texts, texts.question),
            ui.row(*self.fields.values(), css="rw-velden"),
            self.commit,
            self.fixed,
            self.drawn,
            ui.Prose(texts, texts("bronnen-begin"), "rw-bronnen"),
        )
        self.skipped = ui.Prose(texts, texts("geen-gok"))
        self.peek = ui.button(texts("toch-kijken"), self._peek)
        self.seen = ui.Figure()
        self.reveal = ui.Prose(texts)
        self.model = ui.Prose(texts, texts("rekenmodel"), "rw-model")
        self.conclusion = ui.Question(texts, texts.choice("besluit"), partial(exercise.answer, "besluit"))
        self.surprise = own_words(exercise, "verrast", texts("verrast"), texts("verrast-plek"))
        self.private = ui.Prose(texts, texts("prive"), "rw-model")
        self.open = ui.button(texts("uitleg-knop"), self._explain)
        self.explanation = ui.Prose(texts)
        self.run_up = ui.Question(texts, texts.choice("aanloop"), self._run_up)
        self.bent = ui.Prose(texts)
        self.sources = ui.Prose(texts, texts("bronnen"), "rw-bronnen")
        self._after = (self.seen, self.reveal, self.model, self.conclusion, self.surprise, self.private, self.sources)
        self.reveal_screen = ui.column(
            self.skipped, self.peek, self.seen, self.reveal, self.model, self.conclusion, self.surprise, self.private,
            self.open, self.explanation, self.run_up, self.bent, self.sources,
        )  # fmt: skip

    def _field(self, year: int) -> widgets.BoundedIntText:
        field = widgets.BoundedIntText(
            value=self.start,
            min=0,
            max=self.texts.data["highest"],
            step=100,
            description=self.texts("veld", jaar=year),
            style={"description_width": "4rem"},
            layout=widgets.Layout(width="9rem"),
        )
        field.observe(partial(self._draw, year), names="value")
        return field

    # Moves.

    def _draw(self, year: int, change: dict[str, Any]) -> None:
        drawn = {**rules.bet(self.exercise.state, self.start), year: change["new"]}
        self.exercise.act(drawn=drawn, say=self.texts("veld-status", jaar=year, aantal=thousands(change["new"])))

    def _commit(self) -> None:
        self.exercise.act(committed=True, step=1, say=self.texts("vastleggen-status"))

    def _peek(self) -> None:
        self.exercise.act(seen=True, say=self.texts("toch-kijken-status"))

    def _explain(self) -> None:
        self.exercise.act(explained=True, say=self.texts("uitleg-status"))

    def _run_up(self, begin: str) -> None:
        self.exercise.answer("aanloop", begin, say=self._bent(begin))

    # What is shown.

    def _begin(self) -> int:
        return int(self.exercise.state.answers.get("aanloop", rules.RUN_UP))

    def _bent(self, begin: str) -> str:
        expected, actual = self._ends(int(begin))
        return self.texts(
            f"aanloop-{begin}",
            verwacht=thousands(expected),
            echt=thousands(actual),
            buiging=rules.percent(curve.bend(expected, actual)),
        )

    def _ends(self, begin: int) -> tuple[float, float]:
        last = max(rules.hidden())
        return rules.baseline(begin)[last], rules.hidden()[last]

    def figure(self, *, reveal: bool) -> tuple[str, str]:
        """Return the chart and its text, with the real line and the baseline when `reveal` is true."""
        state, texts = self.exercise.state, self.texts
        shown, hidden = rules.known(), rules.hidden()
        join, last = {rules.LAST_SHOWN: shown[rules.LAST_SHOWN]}, max(hidden)
        lines = [Line(texts("label-bekend"), shown)]
        words = [texts("figuur-bekend")]
        drew = bool(state.drawn) or state.committed
        if drew:
            line = rules.bet(state, self.start)
            lines.insert(0, Line(texts("label-lezer", aantal=thousands(line[last])), {**join, **line}, "reader"))
            words.append(texts("figuur-lezer", lijn=self._in_words(line)))
        elif not reveal:
            words.append(texts("figuur-vraag"))
        if reveal:
            pace = rules.baseline(self._begin())
            ends = thousands(pace[last]), thousands(hidden[last])
            lines.insert(0, Line(texts("label-echt", aantal=ends[1]), {**join, **hidden}, "actual"))
            lines.insert(0, Line(texts("label-verwacht", aantal=ends[0]), {**join, **pace}, "baseline"))
            words.append(texts("figuur-echt", lijn=self._in_words(hidden)))
            words.append(texts("figuur-verwacht", begin=self._begin(), verwacht=ends[0]))
        drawing = curve_chart(
            lines,
            range(min(shown), last + 1),
            top=texts.data["top"],
            step=texts.data["step"],
            title=texts("figuur-titel"),
            description=" ".join(words),
            hidden_from=None if drew or reveal else rules.LAST_SHOWN + 1,
        )
        return drawing, " ".join(words)

    @staticmethod
    def _in_words(line: dict[int, int]) -> str:
        return fields.listing(f"{thousands(value)} in {year}" for year, value in line.items())

    def _revealed(self) -> str:
        state, texts, actual = self.exercise.state, self.texts, rules.hidden()
        pace = rules.baseline(rules.RUN_UP)
        off = rules.percent(curve.forecast_error({year: pace[year] for year in actual}, actual))
        last = thousands(actual[max(actual)])
        if not state.committed:
            return texts("onthulling-zonder-gok", echt=last, fout_tempo=off)
        line = rules.bet(state, self.start)
        error = rules.percent(curve.forecast_error(line, actual))
        told = texts("onthulling", gok=thousands(line[max(line)]), echt=last, fout=error, fout_tempo=off)
        return told if state.drawn else f"{texts('vlak')}\n\n{told}"

    def render(self) -> None:
        """Bring both screens in line with the state."""
        state = self.exercise.state
        line = rules.bet(state, self.start)
        for year, field in self.fields.items():
            field.value = line[year]
            field.disabled = state.committed
        ui.show(self.commit, on=not state.committed)
        ui.show(self.fixed, on=state.committed)
        self.drawn.draw(*self.figure(reveal=False))
        revealed = state.committed or state.seen
        ui.show(self.skipped, on=not revealed)
        ui.show(self.peek, on=not revealed)
        for widget in self._after:
            ui.show(widget, on=revealed)
        if revealed:
            self.seen.draw(*self.figure(reveal=True))
            self.reveal.say(self._revealed())
        self.conclusion.set(state.answers.get("besluit"))
        self.surprise.value = state.answers.get("verrast", "")
        explained = revealed and state.explained
        ui.show(self.open, on=revealed and not state.explained)
        for widget in (self.explanation, self.run_up, self.bent):
            ui.show(widget, on=explained)
        self.explanation.say(
            self.texts("uitleg", buiging=rules.percent(curve.bend(*self._ends(rules.RUN_UP)))) if explained else ""
        )
        self.run_up.set(state.answers.get("aanloop"))
        self.bent.say(self._bent(state.answers["aanloop"]) if "aanloop" in state.answers else "")
