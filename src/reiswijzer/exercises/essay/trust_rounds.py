"""Four rounds of promises: a step at a time, everything at once, or hardly anything; and someone may leave (M8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reiswijzer.exercises.essay.control import OPEN, Control, Drawing
from reiswijzer.exercises.fields import decimal
from reiswijzer.figures.svg import STOPS
from reiswijzer.figures.trust_steps import trust_steps
from reiswijzer.models import trust_loop

if TYPE_CHECKING:
    from reiswijzer.models.trust_loop import Play

PLAN, WHO = "plan", "wie"
PLANS = {"stappen": (0.30, 0.45, 0.60, 0.75), "alles": (0.8,) * 4, "weinig": (0.1,) * 4}
"""What is promised in each of four rounds [D]; the first two are the worked example of M8."""

DEPARTURE = {"blijft": (), "vertrekt": (2,)}
"""After which rounds somebody leaves [D]."""


class TrustRounds(Control):
    """Trust carries a promise that runs slightly ahead of it, and no more."""

    def play(self) -> Play | None:
        """Play the four rounds of the chosen plan; None while there is none."""
        if self.values[PLAN] == OPEN:
            return None
        return trust_loop.play(PLANS[self.values[PLAN]], DEPARTURE[self.values[WHO]])

    def drawing(self) -> Drawing:
        """Draw trust after each round, with the promises."""
        texts, play = self.texts, self.play()
        path = play.path if play else (trust_loop.START,)
        if play:
            steps = [
                texts("ronde-goed" if turn.success else "ronde-mis", nummer=number, vertrouwen=round(100 * trust))
                for number, (turn, trust) in enumerate(zip(play.rounds, play.path[1:], strict=True), start=1)
            ]
            text = texts("figuur", start=round(100 * path[0]), rondes="; ".join(steps))
        else:
            text = texts("figuur-open", start=round(100 * path[0]))
        svg = trust_steps(path, texts.data["onder"], play, title=texts.title, description=text, colour=STOPS[3])
        return Drawing(svg, text)

    def outcome(self) -> str:
        """Say what the four rounds brought."""
        play = self.play()
        if play is None:
            raise ValueError("no plan was chosen")
        brought = self.texts(
            "opbrengst",
            gehaald=sum(turn.success for turn in play.rounds),
            opbrengst=decimal(play.result, 2),
            vertrouwen=round(100 * play.trust),
        )
        return f"{brought} {self.texts(f'{self.values[PLAN]}-{self.values[WHO]}')}"


def control(ident: str) -> TrustRounds:
    """Make the control in its starting state."""
    return TrustRounds(ident)
