"""How "De ontbrekende brug" stands in the network view: a scene as nodes, ties and rounds, and moves as buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reiswijzer.exercises.de_ontbrekende_brug_state import PAIRS
from reiswijzer.exercises.de_ontbrekende_brug_words import (
    caption,
    round_head,
    round_lines,
    short,
    tie_pairs,
    title,
)
from reiswijzer.widgets.network import WORDS, Action, Frame, Line, Network, Spot, Tie

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reiswijzer.content.texts import Texts
    from reiswijzer.exercises.de_ontbrekende_brug_words import Scene

SHOWS = {"leggen": "new", "verbreken": "cut", "beginnen": "alone", "winst": "", "mee": "started", "weg": "gone"}
"""What the view draws before Python answers, by kind of move."""


def view(texts: Texts) -> Network:
    """Return an empty network view with its words."""
    return Network({word: texts(f"net-{word}") for word in WORDS})


def actions(texts: Texts, kinds: Iterable[str], *, allowed: bool = True) -> list[Action]:
    """Return the buttons for these kinds of moves."""
    return [
        Action(
            id=kind,
            label=texts(f"soort-{kind}"),
            needs=2 if kind in PAIRS else 1,
            tied=kind == "verbreken" if kind in PAIRS else None,
            shows=SHOWS[kind],
            open=allowed,
        )
        for kind in kinds
    ]


def show(network: Network, texts: Texts, scene: Scene, *, guess: tuple[str, ...] = (), **traits: Any) -> None:
    """Show a scene with all its rounds, from `scene.shown` on; `guess` is a tie that is only thought of."""
    now, before = scene.puzzle.graph.ties, (scene.before or scene.puzzle).graph.ties
    ties = [Tie(a=a, b=b, kind="" if frozenset((a, b)) in before else "new") for a, b in tie_pairs(scene.puzzle.graph)]
    order = list(scene.names)
    cut = [sorted(tie, key=order.index) for tie in before - now if tie <= set(order)]
    ties += [Tie(a=a, b=b, kind="cut") for a, b in sorted(cut)]
    if guess:
        ties.append(Tie(a=guess[0], b=guess[1], kind="new"))
    spots = scene.spots
    network.show(
        nodes=[
            Spot(id=node, label=short(name), name=name, x=spots[node][0], y=spots[node][1], state="not")
            for node, name in scene.names.items()
        ],
        ties=ties,
        frames=[frame(texts, scene, shown) for shown in range(scene.last + 1)],
        shown=scene.shown,
        size=list(scene.size),
        title=title(texts, scene),
        **traits,
    )


def frame(texts: Texts, scene: Scene, shown: int) -> Frame:
    """Return the scene after `shown` rounds."""
    return Frame(
        states=scene.states(shown),
        caption=round_head(texts, scene, shown),
        lines=[Line(text=text, strong=joins) for text, joins in round_lines(texts, scene, shown)],
        description=caption(texts, scene, shown),
    )
