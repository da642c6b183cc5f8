"""What "De ontbrekende brug" says and draws about a cascade: functions of texts, names and a cascade."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from reiswijzer.exercises import ui
from reiswijzer.exercises.de_ontbrekende_brug_state import parts
from reiswijzer.figures.network import Node, circle, network
from reiswijzer.models.cascade import Cascade, Puzzle, run
from reiswijzer.models.cascade_moves import AddTie, possible_moves

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reiswijzer.content.texts import Texts
    from reiswijzer.models.cascade_moves import Move
    from reiswijzer.models.graph import Graph

WIDTH, CIRCLE_HEIGHT, BELOW = 300.0, 400.0, 46.0
"""Size of a drawing in user units; a puzzle ends `BELOW` its lowest node."""

LABEL = 16
"""Longest label in a drawing, in characters; the text equivalent has the whole name."""


@dataclass(frozen=True)
class Scene:
    """A cascade at one moment: `shown` rounds have been played (0 is the start).

    `names` may name organisations that are not in the puzzle: they are gone.
    """

    puzzle: Puzzle
    names: Mapping[str, str]
    shown: int = 0
    places: Mapping[str, tuple[float, float]] | None = None
    before: Puzzle | None = None

    @cached_property
    def cascade(self) -> Cascade:
        """The whole course."""
        return run(self.puzzle)

    @property
    def last(self) -> int:
        """The number of rounds, the one in which nobody joins included."""
        return len(self.cascade.rounds)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the drawing, in user units."""
        return WIDTH, max(y for _, y in self.places.values()) + BELOW if self.places else CIRCLE_HEIGHT

    @property
    def spots(self) -> Mapping[str, tuple[float, float]]:
        """Where everyone stands, in user units."""
        return self.places or circle(tuple(self.names), *self.size, margin=46)

    def states(self, shown: int) -> dict[str, str]:
        """Return the state of everyone after `shown` rounds, in the words of `figures.network`."""
        waiting = {node: "not" if node in self.puzzle.graph.nodes else "gone" for node in self.names}
        inside = dict.fromkeys(reached(self.cascade, shown), "joined") | dict.fromkeys(self.cascade.seeds, "started")
        return waiting | inside


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


def round_head(texts: Texts, scene: Scene, shown: int) -> str:
    """Return a round in two or three sentences: who joined, and how many are in."""
    cascade, names = scene.cascade, scene.names
    total = len(scene.puzzle.graph.nodes)
    inside = len(cascade.seeds) + len(reached(cascade, shown))
    if not shown:
        begun = texts("ronde-nul", begonnen=and_list(texts, (names[node] for node in cascade.seeds)))
        return f"{begun} {_all_in(texts, total) if total and inside == total else texts('ronde-nog')}"
    this = cascade.rounds[shown - 1]
    lines = [texts("ronde-kop", ronde=this.number)]
    if this.joined:
        lines.append(texts("ronde-erbij", namen=and_list(texts, (names[node] for node in this.joined))))
    if inside == total:
        return " ".join((*lines, _all_in(texts, total)))
    return " ".join((*lines, texts("ronde-tussen" if this.joined else "ronde-stil", mee=inside, n=total)))


def _all_in(texts: Texts, total: int) -> str:
    return texts("ronde-enige") if total == 1 else texts("ronde-allen", n=total)


def round_lines(texts: Texts, scene: Scene, shown: int) -> list[tuple[str, bool]]:
    """Return for everyone who was still out: who saw how many of whom, and whether that was enough."""
    if not shown:
        return []
    names = scene.names
    lines = []
    for view in sorted(scene.cascade.rounds[shown - 1].views, key=lambda each: not each.joins):
        waits = "ronde-wacht" if view.seen else "ronde-geen" if view.neighbours else "ronde-alleen"
        line = texts(
            "ronde-mee" if view.joins else waits,
            wie=names[view.node],
            zien=len(view.seen),
            n=len(view.neighbours),
            namen=and_list(texts, (names[node] for node in view.seen)),
            nodig=view.needed,
        )
        lines.append((line, view.joins))
    return lines


def caption(texts: Texts, scene: Scene, shown: int) -> str:
    """Return the drawing in words: who started, who joined, who waits, who has contact with whom."""
    graph, names, states = scene.puzzle.graph, scene.names, scene.states(shown)
    pairs = ", ".join(texts("paar", a=names[a], b=names[b]) for a, b in tie_pairs(graph))
    return texts(
        "bijschrift",
        organisaties=organisations(texts, len(graph.nodes)),
        begonnen=and_list(texts, (names[node] for node in scene.cascade.seeds)),
        mee=and_list(texts, (names[node] for node in reached(scene.cascade, shown))),
        wachten=and_list(texts, (names[node] for node in graph.nodes if states[node] == "not")),
        contacten=pairs or texts("geen"),
    )


def title(texts: Texts, scene: Scene) -> str:
    """Return the name of the drawing."""
    count = len(scene.puzzle.graph.nodes)
    return texts("tekening", organisaties=organisations(texts, count)) if count else texts("tekening-leeg")


def organisations(texts: Texts, count: int) -> str:
    """Return "1 organisatie" or "7 organisaties"."""
    return texts("organisatie" if count == 1 else "organisaties", n=count)


def tie_pairs(graph: Graph) -> list[tuple[str, str]]:
    """Return the ties as pairs, in graph order."""
    return [pair for pair in combinations(graph.nodes, 2) if graph.has_tie(*pair)]


def draw(texts: Texts, scene: Scene) -> tuple[str, str]:
    """Return the still drawing of a scene and its text equivalent; ties that are new since `before` stand out."""
    graph, spots, states = scene.puzzle.graph, scene.spots, scene.states(scene.shown)
    nodes = [Node(node, short(scene.names[node]), spots[node], states[node]) for node in graph.nodes]
    old = scene.before.graph.ties if scene.before else graph.ties
    width, height = scene.size
    words = caption(texts, scene, scene.shown)
    svg = network(
        nodes,
        tie_pairs(graph),
        width=width,
        height=height,
        title=title(texts, scene),
        description=words,
        highlighted=graph.ties - old,
    )
    return svg, words


def single_ties(puzzle: Puzzle) -> dict[tuple[str, str], int]:
    """Return for every missing tie how many join when only that one is added (M16), in graph order."""
    moves = [move for move in possible_moves(puzzle) if isinstance(move, AddTie)]
    return {(move.a, move.b): size(move.apply(puzzle)) for move in moves}


def size(puzzle: Puzzle) -> int:
    """Return how many are in at the end."""
    return len(run(puzzle).final)


def short(name: str) -> str:
    """Return a name that fits a drawing."""
    return name if len(name) <= LABEL else f"{name[: LABEL - 1].rstrip()}…"


def model_line(texts: Texts) -> ui.Prose:
    """Return the line that says these numbers are no measurement."""
    return ui.Prose(texts, texts("model"), "rw-model")
