"""Exercise 1, "Buig de curve": the result first, the form last.

The reader continues the line of evictions and sees how it went (M5), writes a goal sentence without a form (M5),
passes the gate (M1), and only then compares forms (M2) and their price (M3). The screens live in
`buig_de_curve_line`, `buig_de_curve_goal` and `buig_de_curve_forms`, the state and rules in `buig_de_curve_rules`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.exercises import buig_de_curve_rules as rules
from reiswijzer.exercises.base import Exercise
from reiswijzer.exercises.buig_de_curve_forms import FormScreens
from reiswijzer.exercises.buig_de_curve_goal import GoalScreens
from reiswijzer.exercises.buig_de_curve_line import LineScreens

if TYPE_CHECKING:
    from collections.abc import Sequence

    import ipywidgets as widgets


class BuigDeCurve(Exercise[rules.Curve]):
    """The exercise; `line`, `goal` and `forms` hold the widgets of its screens."""

    def screens(self) -> Sequence[widgets.Widget]:
        """Make the nine screens."""
        self.line = LineScreens(self)
        self.goal = GoalScreens(self)
        self.forms = FormScreens(self)
        return (
            self.line.bet_screen,
            self.line.reveal_screen,
            self.line.baseline_screen,
            self.goal.goal_screen,
            self.goal.gate_screen,
            self.forms.form_screen,
            self.forms.table_screen,
            self.forms.price_screen,
            self.forms.free_screen,
        )

    def render(self) -> None:
        """Bring all screens in line with the state."""
        self.line.render()
        self.goal.render()
        self.forms.render()

    def own_first(self) -> bool:
        """Whether the line is still to be fixed."""
        return self.state.step == 0 and not self.state.committed

    def _drawn(self, *, narrow: bool = False) -> tuple[str, str]:
        situation = self.forms.situation()
        if situation is not None:
            return rules.forms_figure(self.texts, situation)
        reveal = self.state.step > 0 and (self.state.committed or self.state.seen)
        return self.line.figure(reveal=reveal, pace=reveal and self.state.step > 1, narrow=narrow)

    def figure(self) -> str:
        """Draw the forms on a screen about forms, the curve elsewhere."""
        return self._drawn()[0]

    def figure_text(self) -> str:
        """Say in words what `figure` shows."""
        return self._drawn()[1]

    def slide(self) -> str:
        """Draw `figure` with letters that a phone shows large enough."""
        return self._drawn(narrow=True)[0]


def exercise() -> BuigDeCurve:
    """Make the exercise in its starting state."""
    return BuigDeCurve("buig-de-curve", rules.Curve())
