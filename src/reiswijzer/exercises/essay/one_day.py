"""What is left of a story and of a number after a day: a bet on both, then what was published (M18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.exercises.essay.control import OPEN, Control, Drawing
from reiswijzer.figures.scale_rows import Scale, scale_rows
from reiswijzer.figures.svg import STOPS
from reiswijzer.models.retention import STATISTIC_RETAINED, STORY_RETAINED

if TYPE_CHECKING:
    from collections.abc import Mapping

PUBLISHED = {"verhaal": round(100 * STORY_RETAINED), "cijfer": round(100 * STATISTIC_RETAINED)}
NEAR = 10
"""A bet this close to the published share counts as near [D]."""


class OneDay(Control):
    """The published shares appear only beside a bet on both."""

    def drawing(self) -> Drawing:
        """Draw both bets, and when both are made the published shares."""
        if not self.complete:
            return self._draw(self.texts("figuur-open"), self.values, hidden=True)
        return self._draw(self.texts("figuur", **PUBLISHED, **self._bets()), self.values)

    def still(self) -> Drawing:
        """Draw the published shares without a bet."""
        return self._draw(self.texts("figuur-zonder-gok", **PUBLISHED), dict.fromkeys(PUBLISHED, OPEN))

    def _draw(self, text: str, bets: Mapping[str, str], *, hidden: bool = False) -> Drawing:
        texts, rows = self.texts, []
        for form, share in PUBLISHED.items():
            bet = bets[form]
            rows.append(
                Scale(
                    texts.data["rij"][form],
                    span=None if hidden else (0.0, float(share)),
                    own=None if bet == OPEN else float(bet),
                    note=texts("verborgen") if hidden else texts("gemeten", aandeel=share),
                )
            )
        return Drawing(scale_rows(rows, title=texts.title, description=text, colour=STOPS[4]), text)

    def _bets(self) -> dict[str, str]:
        return {f"gok_{form}": self.values[form] for form in PUBLISHED}

    def outcome(self) -> str:
        """Lay both bets beside the published shares."""
        texts, said = self.texts, []
        for form, share in PUBLISHED.items():
            off = int(self.values[form]) - share
            how = "dichtbij" if abs(off) <= NEAR else "hoger" if off > 0 else "lager"
            said.append(texts(f"{form}-{how}", gok=self.label(form), aandeel=share))
        if int(self.values["cijfer"]) > int(self.values["verhaal"]):
            said.append(texts("andersom"))
        return " ".join(said) + "\n\n" + texts("grens")

    def outcomes(self) -> tuple[str, ...]:
        """Return the published shares; they are the same for every bet."""
        return (self.texts("gepubliceerd", **PUBLISHED), self.texts("grens"))


def control(ident: str) -> OneDay:
    """Make the control in its starting state."""
    return OneDay(ident)
