"""The value triangle of `een-deur-48-lijnen` (M12): two ways to deal with a debt, weighed by the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.exercises import fields, ui
from reiswijzer.exercises.een_deur_48_lijnen_parts import DoorState, dutch
from reiswijzer.exercises.wording import listing
from reiswijzer.figures.triangle import Shape, triangle
from reiswijzer.models.value_triangle import DEFENSIBLE_FROM, HIGHEST_POINTS, Score, Solution, Value, weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reiswijzer.exercises.base import Exercise


def key(kind: str, solution: str, value: Value) -> str:
    """Return the question id of a score ("punten") or an argument ("argument")."""
    return f"{kind}/{solution}/{value}"


def weighed(points: Mapping[Value, float], arguments: Mapping[Value, str]) -> Solution:
    """Return scores and arguments per value as a solution of the model."""
    score = {value: Score(points[value], arguments.get(value, "")) for value in Value}
    return Solution(score[Value.RETURNS], score[Value.LEGITIMACY], score[Value.COMMITMENT])


class DebtScreen:
    """A choice, then one solution at a time: three scores, one after the other, each with one argument."""

    def __init__(self, exercise: Exercise[DoorState]) -> None:
        self._of = exercise
        self._texts = texts = exercise.texts
        self.solutions: list[dict[str, Any]] = texts.data["solution"]
        self._names: dict[str, str] = texts.data["value"]
        self.question = ui.Question(texts, texts.choice("route"), lambda answer: exercise.answer("route", answer))
        self.tabs = [
            ui.button(item["label"], self._turner(place), "rw-stap") for place, item in enumerate(self.solutions)
        ]
        self._about = ui.Prose(texts)
        scale = [(texts("schuld_kies"), None), *((item["label"], item["points"]) for item in texts.data["scale"])]
        self.points = {value: fields.dropdown(texts.data["ask"][value], scale, self._scorer(value)) for value in Value}
        self.arguments = {value: self._argument(value) for value in Value}
        self._outcome = ui.Prose(texts, "", "rw-antwoord")
        self._outcome.add_class("live-region")
        self.figure = ui.Figure()
        self.toggle = ui.button(texts("schuld_voorbeeld"), self._show_example)
        self.example = widgets.HTML()
        self._end = ui.Prose(texts)
        controls = [widget for value in Value for widget in (self.points[value], self.arguments[value])]
        self.weighing = ui.column(
            ui.Prose(texts, texts("schuld_uitleg")),
            ui.row(*self.tabs),
            self._about,
            *controls,
            ui.Prose(texts, texts("prive"), "rw-model"),
            self._outcome,
            self.figure,
            ui.Prose(texts, f"{texts('schuld_balans')} {texts('model')}", "rw-model"),
            self.toggle,
            self.example,
            self._end,
        )
        self.weigh = ui.button(texts("schuld_wegen"), lambda: exercise.unfold("wegen"))
        self.offered = ui.Prose(texts, "\n\n".join(f"**{item['label']}.** {item['text']}" for item in self.solutions))
        intro, really = ui.Prose(texts, texts("schuld_inleiding")), ui.Prose(texts, texts("schuld_echt"))
        self.widget = ui.column(intro, self.offered, self.question, self.weigh, really, self.weighing)

    def _show_example(self) -> None:
        open_ = not self._of.state.example
        self._of.act(example=open_, say=self._texts("open" if open_ else "dicht"))

    def _turner(self, place: int) -> Callable[[], None]:
        label = self.solutions[place]["label"]
        return lambda: self._of.act(solution=place, say=self._texts("schuld_zeg_oplossing", oplossing=label))

    def _scorer(self, value: Value) -> Callable[[Any], None]:
        def score(points: int | None) -> None:
            item = self.solutions[self._of.state.solution]
            shown = self._texts("schuld_kies") if points is None else points
            say = self._texts("schuld_zeg", oplossing=item["label"], waarde=self._names[value], punten=shown)
            self._of.answer(key("punten", item["id"], value), points, say=say)

        return score

    def _argument(self, value: Value) -> widgets.Text:
        def write(text: str) -> None:
            item = self.solutions[self._of.state.solution]
            self._of.answer(key("argument", item["id"], value), text, undoable=False)

        return fields.text_line(self._texts("schuld_argument", waarde=self._names[value]), write)

    def _points(self, ident: str) -> dict[Value, int | None]:
        return {value: self._of.state.answers.get(key("punten", ident, value)) for value in Value}

    def _own_arguments(self, ident: str) -> dict[Value, str]:
        return {value: self._of.state.answers.get(key("argument", ident, value), "") for value in Value}

    def _scores(self, ident: str) -> dict[Value, float] | None:
        found = {value: points for value, points in self._points(ident).items() if points is not None}
        return dict(found) if len(found) == len(Value) else None

    def render(self) -> None:
        """Bring the screen in line with the state."""
        texts, state = self._texts, self._of.state
        self.question.set(state.answers.get("route"))
        item = self.solutions[state.solution]
        ui.mark_current(self.tabs, state.solution, "rw-hier")
        self._about.say(f"**{item['label']}.** {item['text']}")
        begun = any(given is not None for each in self.solutions for given in self._points(each["id"]).values())
        weighing = begun or "route" in state.answers or "wegen" in state.opened
        ui.show(self.offered, on=not weighing)
        ui.show(self.weigh, on=not weighing)
        ui.show(self.weighing, on=weighing)
        self._render_scores(item["id"])
        self._outcome.say(self._verdict())
        self.figure.draw(self.drawing(), self.drawing_text())
        self.toggle.description = texts("schuld_voorbeeld_weg" if state.example else "schuld_voorbeeld")
        self.example.value = self._example_table() if state.example else ""
        self._end.say(self._example_end() if state.example else "")

    def _render_scores(self, ident: str) -> None:
        """Show the scores of a solution, each with its argument; the next value follows a score."""
        ready = True
        for value in Value:
            points, argument = self._points(ident)[value], self._own_arguments(ident)[value]
            self.points[value].value = points
            self.arguments[value].value = argument
            ui.show(self.points[value], on=ready or points is not None)
            ui.show(self.arguments[value], on=points is not None or bool(argument))
            ready = points is not None

    def _listed(self, values: Any) -> str:
        return listing(self._names[value] for value in values)

    def _sentences(self, label: str, solution: Solution) -> list[str]:
        texts, found = self._texts, weigh(solution)
        lines = [
            texts(
                "schuld_uitkomst",
                oplossing=label,
                totaal=dutch(found.total),
                laagste=dutch(found.minimum),
                balans=f"{found.balance:.2f}".replace(".", ","),
            )
        ]
        if found.defensible:
            lines.append(texts("schuld_verdedigbaar"))
        low = [value for value in Value if solution.score(value).points < DEFENSIBLE_FROM]
        if low:
            lines.append(texts("schuld_zwak", waarden=self._listed(low)))
        if found.unargued:
            lines.append(texts("schuld_argumenten", waarden=self._listed(found.unargued)))
        return lines

    def _verdict(self) -> str:
        texts, answers = self._texts, self._of.state.answers
        blocks = []
        for item in self.solutions:
            points, scores = self._points(item["id"]), self._scores(item["id"])
            if scores is not None:
                solution = weighed(scores, self._own_arguments(item["id"]))
                blocks.append(" ".join(self._sentences(item["label"], solution)))
            elif any(given is not None for given in points.values()):
                open_ = self._listed(value for value, given in points.items() if given is None)
                blocks.append(texts("schuld_open", oplossing=item["label"], waarden=open_))
        if not blocks:
            return ""
        bet = answers.get("route")
        blocks.append(texts("schuld_gok", gok=texts.data["kort"]["route"][bet]) if bet else texts("schuld_niet_gegokt"))
        return "\n\n".join(blocks)

    def _shapes(self) -> list[tuple[dict[str, Any], dict[Value, float]]]:
        pairs = ((item, self._scores(item["id"])) for item in self.solutions)
        return [(item, scores) for item, scores in pairs if scores is not None]

    def drawing(self) -> str:
        """Return the triangle with every solution that has three scores."""
        shapes = [
            Shape(item["label"], (scores[Value.RETURNS], scores[Value.LEGITIMACY], scores[Value.COMMITMENT]))
            for item, scores in self._shapes()
        ]
        return triangle(
            [self._names[value] for value in Value],
            shapes,
            top=HIGHEST_POINTS,
            threshold=DEFENSIBLE_FROM,
            title=self._texts("schuld_figuur_titel"),
            description=self.drawing_text(),
        )

    def drawing_text(self) -> str:
        """Return in words what the triangle shows."""
        shown = [
            self._texts(
                "schuld_figuur", oplossing=item["label"], **{str(value): points for value, points in scores.items()}
            )
            for item, scores in self._shapes()
        ]
        return " ".join(shown) or self._texts("schuld_figuur_leeg")

    def _example_table(self) -> str:
        texts = self._texts
        head = [texts("schuld_kop_waarde"), texts("schuld_kop_punten"), texts("schuld_kop_argument")]
        rows = [
            (f"{item['label']}: {self._names[value]}", str(item["points"][value]), item["arguments"][value])
            for item in self.solutions
            for value in Value
        ]
        return fields.table(head, rows)

    def _example_end(self) -> str:
        blocks = [
            " ".join(
                self._sentences(
                    item["label"],
                    weighed(
                        {value: item["points"][value] for value in Value},
                        {value: item["arguments"][value] for value in Value},
                    ),
                )
            )
            for item in self.solutions
        ]
        return "\n\n".join([*blocks, f"{self._texts('schuld_voorbeeld_slot')} {self._texts('model')}"])
