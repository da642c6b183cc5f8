"""What "De ontbrekende brug" says and draws about a cascade: pure functions of texts, names and a cascade."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reiswijzer.exercises.de_ontbrekende_brug_state import parts
from reiswijzer.figures.network import Node, circle, network
from reiswijzer.models.cascade import Cascade, Puzzle, run
from reiswijzer.models.cascade_moves import AddTie, possible_moves

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reiswijzer.content.texts import Texts
    from reiswijzer.models.cascade_moves import Move

WIDTH, HEIGHT, CIRCLE_HEIGHT = 345.0, 265.0, 340.0
LABEL = 16
"""Longest label in a drawing, in characters; the text equivalent has the whole name."""


@dataclass(frozen=True)
class Scene:
    """A cascade at one moment: `shown` rounds have been played (0 is the start)."""

    puzzle: Puzzle
    names: Mapping[str, str]
    shown: int = 0
    places: Mapping[str, tuple[float, float]] | None = None
    before: Puzzle | None = None

    @property
    def cascade(self) -> Cascade:
        """The whole course."""
        return run(self.puzzle)

    @property
    def last(self) -> int:
        """The number of rounds, the one in which nobody joins included."""
        return len(self.cascade.rounds)


def and_list(texts: Texts, items: Iterable[str], none: str = "niemand") -> str:
    """Return "A, B en C", or the text `none` when there is nothing."""
    listed = list(items)
    if not listed:
        return texts(none)
    return f" {texts('en')} ".join(filter(None, (", ".join(listed[:-1]), listed[-1])))


def move_text(texts: Texts, names: Mapping[str, str], move: Move) -> str:
    """Return a move in words, to stand inside a sentence."""
    kind, nodes = parts(move)
    return texts(f"zet-{kind}", **{key: names[node] for key, node in zip("ab", nodes, strict=False)})


def reached(cascade: Cascade, shown: int) -> list[str]:
    """Return who joined in the first `shown` rounds, in order, the starters not included."""
    return [node for each in cascade.rounds[:shown] for node in each.joined]


def round_text(texts: Texts, scene: Scene) -> str:
    """Return the round on screen as content text: who saw how many of whom, and what came of it."""
    cascade, names = scene.cascade, scene.names
    total = len(scene.puzzle.graph.nodes)
    inside = len(cascade.seeds) + len(reached(cascade, scene.shown))
    if not scene.shown:
        lines = [texts("ronde-nul", begonnen=and_list(texts, (names[node] for node in cascade.seeds)))]
        if total and inside == total:
            lines.append(texts("ronde-allen", n=total))
        return "\n\n".join(lines)
    this = cascade.rounds[scene.shown - 1]
    sentences = []
    for view in sorted(this.views, key=lambda each: not each.joins):
        waits = "ronde-wacht" if view.seen else "ronde-geen" if view.neighbours else "ronde-alleen"
        ident = "ronde-mee" if view.joins else waits
        sentences.append(
            texts(
                ident,
                wie=names[view.node],
                zien=len(view.seen),
                n=len(view.neighbours),
                namen=and_list(texts, (names[node] for node in view.seen)),
                nodig=view.needed,
            )
        )
    end = "ronde-allen" if inside == total else "ronde-tussen" if this.joined else "ronde-stil"
    return "\n\n".join((texts("ronde-kop", ronde=this.number), "\n".join(sentences), texts(end, mee=inside, n=total)))


def draw(texts: Texts, scene: Scene) -> tuple[str, str]:
    """Return the drawing of a scene and its text equivalent; ties that are new since `before` stand out."""
    graph, names, cascade = scene.puzzle.graph, scene.names, scene.cascade
    count = len(graph.nodes)
    joined = reached(cascade, scene.shown)
    height = HEIGHT if scene.places else CIRCLE_HEIGHT
    places = scene.places or circle(graph.nodes, WIDTH, height, margin=66)
    state = dict.fromkeys(cascade.seeds, "started") | dict.fromkeys(joined, "joined")
    nodes = [Node(node, _short(names[node]), places[node], state.get(node, "not")) for node in graph.nodes]
    pairs = [(a, b) for a in graph.nodes for b in graph.neighbours(a) if graph.nodes.index(a) < graph.nodes.index(b)]
    caption = texts(
        "bijschrift",
        n=count,
        begonnen=and_list(texts, (names[node] for node in cascade.seeds)),
        mee=and_list(texts, (names[node] for node in joined)),
        wachten=and_list(texts, (names[node] for node in graph.nodes if node not in state)),
        contacten=", ".join(texts("paar", a=names[a], b=names[b]) for a, b in pairs) or texts("geen"),
    )
    title = texts("tekening", n=count, ronde=scene.shown) if count else texts("tekening-leeg")
    old = scene.before.graph.ties if scene.before else graph.ties
    svg = network(
        nodes,
        pairs,
        width=WIDTH,
        height=height,
        title=title,
        description=caption,
        highlighted=graph.ties - old,
    )
    return svg, caption


def single_ties(puzzle: Puzzle) -> dict[tuple[str, str], int]:
    """Return for every missing tie how many join when only that one is added (M16), in graph order."""
    moves = [move for move in possible_moves(puzzle) if isinstance(move, AddTie)]
    return {(move.a, move.b): size(move.apply(puzzle)) for move in moves}


def size(puzzle: Puzzle) -> int:
    """Return how many are in at the end."""
    return len(run(puzzle).final)


def _short(name: str) -> str:
    return name if len(name) <= LABEL else f"{name[: LABEL - 1].rstrip()}…"
