"""The exercises: one module each, one object per exercise.

`create(id)` makes the object. It is an ipywidgets `VBox`, so it is live wherever a kernel is; its
`_repr_mimebundle_` adds a text and a static figure for print, tests and pages without Python. An exercise keeps
everything the reader did in one frozen state; every move makes a new state and shows it again, so that one step
back and starting over are always possible. The controls inside the essays (`essay`) are smaller: a sentence with
blanks, made by the same `create`. So is what a trainer lays side by side for a group (`naast_elkaar`), which keeps
nothing. Nothing here imports pandas: this code also runs inside the page.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reiswijzer.content.files import ContentError

if TYPE_CHECKING:
    from reiswijzer.exercises.base import Exercise
    from reiswijzer.exercises.essay.control import Control
    from reiswijzer.exercises.naast_elkaar import SideBySide
    from reiswijzer.exercises.verslag.view import JournalView

MODULES = {
    "startpunt": "startpunt",
    "buig-de-curve": "buig_de_curve",
    "een-deur-48-lijnen": "een_deur_48_lijnen",
    "wie-leidt-hier": "wie_leidt_hier",
    "de-ontbrekende-brug": "de_ontbrekende_brug",
    "wat-blijft-hangen": "wat_blijft_hangen",
    "casussen-onderzoeken": "casussen_onderzoeken",
    "verhaal-of-meting": "verhaal_of_meting",
    "uw-samenwerking": "uw_samenwerking",
}
CONTROLS = {
    "hoe-vaak-mislukt-het": "base_rate",
    "wie-loopt-heen-en-weer": "four_roles",
    "waar-trekt-de-vorm": "price_of_form",
    "kleine-stappen": "trust_rounds",
    "een-dag-later": "one_day",
}
JOURNAL = {
    "meenemen": "take_along",
    "plan-voorstel": "proposal",
    "delen": "sharing",
    "terugkomkaarten": "return_cards",
}
"""The live parts of the journal's pages; beside these there is one of each exercise, `verslag-<exercise>`."""
GROUP = {"naast-elkaar": "naast_elkaar"}


def create(ident: str) -> Exercise[Any] | Control | JournalView | SideBySide:
    """Make the exercise, control, part of the journal or group page with this id, in its starting state.

    Raises
    ------
    ContentError
        When there is nothing with this id.
    """
    if ident in JOURNAL:
        view: JournalView = import_module(f"{__name__}.verslag.{JOURNAL[ident]}").view()
        return view
    if ident.removeprefix("verslag-") in MODULES and ident not in MODULES:
        done: JournalView = import_module(f"{__name__}.verslag.done").Done(ident.removeprefix("verslag-"))
        return done
    if ident in CONTROLS:
        control: Control = import_module(f"{__name__}.essay.{CONTROLS[ident]}").control(ident)
        return control
    if ident in GROUP:
        group: SideBySide = import_module(f"{__name__}.{GROUP[ident]}").group()
        return group
    if ident not in MODULES:
        raise ContentError("exercises/", ident, "there is no exercise, control or part of the journal with this id")
    exercise: Exercise[Any] = import_module(f"{__name__}.{MODULES[ident]}").exercise()
    return exercise
