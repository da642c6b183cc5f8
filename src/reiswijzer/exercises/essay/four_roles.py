"""Which role of the boundary spanner is missing at your table, and what it would do there (M10)."""

from __future__ import annotations

from reiswijzer.exercises.essay.control import OPEN, Control, Drawing
from reiswijzer.figures.crossing import crossing

ROLE = "rol"


class FourRoles(Control):
    """Four roles, each a thing that somebody does; no test of a person."""

    def drawing(self) -> Drawing:
        """Draw two sides, and what the chosen role does between them."""
        texts, role = self.texts, self.values[ROLE]
        text = texts(f"figuur-{role}" if role != OPEN else "figuur-open")
        left, right = texts.data["kanten"]
        label = texts.data["midden"].get(role, "")
        return Drawing(crossing((left, right), role or None, label, title=texts.title, description=text), text)

    def outcome(self) -> str:
        """Say what the role does, and what is seen where it is missing."""
        return self.texts(f"rol-{self.values[ROLE]}")


def control(ident: str) -> FourRoles:
    """Make the control in its starting state."""
    return FourRoles(ident)
