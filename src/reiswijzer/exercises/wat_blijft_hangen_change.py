"""The last screens of `wat-blijft-hangen`: choose the most significant change (M20), and play freely."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reiswijzer.exercises import fields, ui
from reiswijzer.exercises import wat_blijft_hangen_rules as rules
from reiswijzer.models.agreement import FEWEST_CHOICES, agreement
from reiswijzer.models.retention import HIGHEST, LOWEST, retained_impact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reiswijzer.content.texts import Texts
    from reiswijzer.exercises.base import Exercise

MOST_PEOPLE = 10


def counted(texts: Texts, choices: Iterable[str]) -> str:
    """Return in words how many pairs chose the same (M20)."""
    found = agreement(choices)
    return texts("kies_paren", gelijk=found.agreeing, paren=found.pairs, procent=rules.percent(found.share))


class ChangeScreen:
    """Four invented changes, one choice with its reason, then what four roles chose and why."""

    def __init__(self, exercise: Exercise[rules.HangState]) -> None:
        self._of = exercise
        texts = self._texts = exercise.texts
        self.question = ui.Question(texts, texts.choice("kies"), lambda pick: exercise.answer("kies", pick))
        self.reason = fields.text_area(
            texts("kies_waarom"), lambda text: exercise.answer("waarom", text, undoable=False)
        )
        self.open = ui.button(texts("kies_knop"), self._open)
        self.others = ui.Prose(texts)
        self.told = ui.Prose(texts)
        self.widget = ui.column(
            ui.Prose(texts, texts("kies_inleiding")),
            *(ui.Prose(texts, texts(f"kies_{option.id}")) for option in texts.choice("kies").options),
            self.question,
            self.reason,
            ui.Prose(texts, texts("prive"), "rw-model"),
            ui.row(self.open),
            self.others,
            self.told,
        )

    def _open(self) -> None:
        opened = not self._of.state.others
        self._of.act(others=opened, say=self._texts("open" if opened else "dicht"))

    def render(self) -> None:
        """Bring the screen in line with the state."""
        texts, state = self._texts, self._of.state
        pick = state.answers.get("kies")
        self.question.set(pick)
        self.reason.value = state.answers.get("waarom", "")
        self.open.description = texts("kies_knop_weg" if state.others else "kies_knop")
        if not state.others:
            self.others.say("")
            self.told.say("")
            return
        roles = texts.data["rol"]
        label = {option.id: option.label for option in texts.choice("kies").options}
        told = [texts("kies_rol", rol=role["naam"], koos=label[role["kiest"]], omdat=role["omdat"]) for role in roles]
        self.others.say("\n".join(f"- {line}" for line in told))
        picks = [role["kiest"] for role in roles]
        story = counted(texts, [pick, *picks]) if pick else ""
        together = texts("kies_samen", paren=story) if pick else texts("kies_leeg")
        self.told.say(f"{together}\n\n{texts('model')}\n\n{texts('kies_slot')}")


class FreeScreen:
    """Any group of people, and any three estimates."""

    def __init__(self, exercise: Exercise[rules.HangState]) -> None:
        self._of = exercise
        texts = self._texts = exercise.texts
        self.group = [
            fields.slider(option.label, 0, MOST_PEOPLE, partial(self._set, "group", place))
            for place, option in enumerate(texts.choice("kies").options)
        ]
        self.group_told = ui.Prose(texts)
        self.numbers = [
            fields.slider(texts(f"vrij_{moment}"), int(LOWEST), int(HIGHEST), partial(self._set, "free", place))
            for place, moment in enumerate(rules.MOMENTS)
        ]
        self.numbers_told = ui.Prose(texts)
        self.drawing = ui.Figure()
        self.widget = ui.column(
            ui.Prose(texts, texts("vrij_groep")),
            fields.grid(self.group, "14rem"),
            self.group_told,
            ui.Prose(texts, texts("vrij_getallen")),
            *self.numbers,
            self.numbers_told,
            self.drawing,
            ui.Prose(texts, texts("model"), "rw-model"),
        )

    def _set(self, name: str, place: int, value: int) -> None:
        old: tuple[int, ...] = getattr(self._of.state, name)
        numbers = (*old[:place], value, *old[place + 1 :])
        if name == "group":
            self._of.act(say=self._group(numbers), group=numbers)
        else:
            self._of.act(say=self._share(numbers), free=numbers)

    def _group(self, group: Iterable[int]) -> str:
        picks = [str(place) for place, people in enumerate(group) for _ in range(people)]
        return counted(self._texts, picks) if len(picks) >= FEWEST_CHOICES else self._texts("vrij_geen_paar")

    def _share(self, numbers: Iterable[int]) -> str:
        share = retained_impact(*numbers)
        return self._texts("vrij_gelijk") if share is None else self._texts("vrij_over", procent=rules.percent(share))

    def render(self) -> None:
        """Bring the screen in line with the state."""
        state = self._of.state
        for slider, value in zip((*self.group, *self.numbers), (*state.group, *state.free), strict=True):
            slider.value = value
        self.group_told.say(self._group(state.group))
        self.numbers_told.say(self._share(state.free))
        self.drawing.draw(*rules.free_drawing(self._texts, state))
