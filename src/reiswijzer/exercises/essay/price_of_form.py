"""Which way a form pulls on three tensions, and which question that leaves for the table (M3)."""

from __future__ import annotations

from reiswijzer.exercises.essay.control import OPEN, Control, Drawing
from reiswijzer.figures.pulls import Pull, pulls
from reiswijzer.figures.svg import STOPS
from reiswijzer.models.form_fit import Form
from reiswijzer.models.tensions import PULLS, STRONG, Tension

FORM = "vorm"


class PriceOfForm(Control):
    """The reader picks a form; the exercises ask the reverse, what the reader wishes."""

    def direction(self, tension: Tension) -> str:
        """Say in words which way the chosen form pulls on this tension."""
        place = PULLS[Form(self.values[FORM])].on(tension)
        if place == 0:
            return self.texts(f"midden-{tension}")
        pole = self.texts.data["polen"][tension][int(place > 0)]
        return self.texts("sterk" if abs(place) >= STRONG else "iets", pool=pole)

    def drawing(self) -> Drawing:
        """Draw the three tensions with the pull of the chosen form."""
        texts, form = self.texts, self.values[FORM]
        rows = []
        for tension in Tension:
            left, right = texts.data["polen"][tension]
            rows.append(Pull(left, right, None if form == OPEN else PULLS[Form(form)].on(tension)))
        if form == OPEN:
            text = texts("figuur-open")
        else:
            first, second, third = (self.direction(tension) for tension in Tension)
            text = texts("figuur", vorm=self.label(FORM).capitalize(), eerste=first, tweede=second, derde=third)
        return Drawing(pulls(rows, title=texts.title, description=text, colour=STOPS[2]), text)

    def outcome(self) -> str:
        """Say what the form costs and whom to ask about it."""
        return self.texts(f"prijs-{self.values[FORM]}")

    def outcomes(self) -> tuple[str, ...]:
        """Return per form the directions, which the figure shows on screen, and the price."""
        return tuple(f"{drawn.text} {price}" for drawn, price in map(self.shown, self.ways()))


def control(ident: str) -> PriceOfForm:
    """Make the control in its starting state."""
    return PriceOfForm(ident)
