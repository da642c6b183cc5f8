"""How often does collaboration fail? An estimate first, then what is claimed and how weak each number is (M24)."""

from __future__ import annotations

from reiswijzer.exercises.essay.control import Control, Drawing
from reiswijzer.figures.scale_rows import Scale, scale_rows
from reiswijzer.figures.svg import STOPS

GUESS = "aantal"


class BaseRate(Control):
    """The claims appear only beside the reader's own estimate."""

    def drawing(self) -> Drawing:
        """Draw the claims on a scale of 0 to 100; hidden until the reader estimates."""
        if not self.complete:
            return self._draw(self.texts("figuur-open"), hidden=True)
        text = self.texts("figuur", aantal=self.label(GUESS))
        return self._draw(text, own=float(self.values[GUESS]))

    def still(self) -> Drawing:
        """Draw the claims without an estimate."""
        return self._draw(self.texts("figuur-zonder-gok"))

    def _draw(self, text: str, *, own: float | None = None, hidden: bool = False) -> Drawing:
        texts = self.texts
        rows = [
            Scale(
                claim["label"],
                span=None if hidden or "span" not in claim else (claim["span"][0], claim["span"][1]),
                own=own if "span" in claim else None,
                note=texts("verborgen") if hidden else claim["note"],
            )
            for claim in texts.data["claim"]
        ]
        return Drawing(scale_rows(rows, title=texts.title, description=text, colour=STOPS[0]), text)

    def outcome(self) -> str:
        """Compare the estimate with both numbers, and say what each is worth."""
        texts = self.texts
        return texts(f"vergelijk-{self.values[GUESS]}", aantal=self.label(GUESS)) + "\n\n" + texts("waarde")

    def outcomes(self) -> tuple[str, ...]:
        """Return what each claim is worth; that is the same for every estimate."""
        return (self.texts("beweringen"), self.texts("waarde"))


def control(ident: str) -> BaseRate:
    """Make the control in its starting state."""
    return BaseRate(ident)
