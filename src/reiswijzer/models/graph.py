"""An undirected network of organisations as a value: what M16 and M17 compute on.

A `Graph` never changes. A move in an exercise makes a new one, so one step back is keeping the old one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ENDS_OF_A_TIE = 2


@dataclass(frozen=True)
class Graph:
    """Organisations and the ties between them: undirected, unweighted, without loops or double ties.

    Parameters
    ----------
    nodes : tuple of str
        Ids, each non-empty and unique. Their order is the order of every answer; it takes part in equality.
    ties : frozenset of frozenset of str
        Each tie is a set of exactly two ids out of `nodes`.

    Raises
    ------
    ValueError
        When an id is empty or occurs twice, or a tie does not join two different, known nodes.
    """

    nodes: tuple[str, ...]
    ties: frozenset[frozenset[str]]

    def __post_init__(self) -> None:
        known = set(self.nodes)
        if "" in known:
            raise ValueError("a node has an empty id")
        if len(known) != len(self.nodes):
            double = sorted({node for node in known if self.nodes.count(node) > 1})
            raise ValueError(f"nodes occur more than once: {', '.join(double)}")
        for tie in self.ties:
            if len(tie) != ENDS_OF_A_TIE:
                raise ValueError(f"a tie joins two different nodes, not {sorted(tie)}")
            if not tie <= known:
                raise ValueError(f"tie {sorted(tie)} has an unknown node: {', '.join(sorted(tie - known))}")

    @classmethod
    def of(cls, nodes: Iterable[str], pairs: Iterable[tuple[str, str]] = ()) -> Graph:
        """Make a graph from ids and pairs of ids; a pair given twice, or in both directions, is one tie.

        Raises
        ------
        ValueError
            As for the class.
        """
        return cls(tuple(nodes), frozenset(frozenset(pair) for pair in pairs))

    @cached_property
    def adjacency(self) -> dict[str, tuple[str, ...]]:
        """Neighbours of every node, in the order of `nodes`. Not to be changed by the caller."""
        place = {node: index for index, node in enumerate(self.nodes)}
        found: dict[str, list[str]] = {node: [] for node in self.nodes}
        for tie in self.ties:
            a, b = tie
            found[a].append(b)
            found[b].append(a)
        return {node: tuple(sorted(others, key=place.__getitem__)) for node, others in found.items()}

    def neighbours(self, node: str) -> tuple[str, ...]:
        """Return the nodes tied to `node`, in the order of `nodes`.

        Raises
        ------
        ValueError
            When `node` is not in the graph.
        """
        self._must_know(node)
        return self.adjacency[node]

    def degree(self, node: str) -> int:
        """Return the number of ties of `node`, 0 to n - 1.

        Raises
        ------
        ValueError
            When `node` is not in the graph.
        """
        return len(self.neighbours(node))

    def has_tie(self, a: str, b: str) -> bool:
        """Tell whether `a` and `b` are tied.

        Raises
        ------
        ValueError
            When one of them is not in the graph.
        """
        self._must_know(a)
        self._must_know(b)
        return frozenset((a, b)) in self.ties

    def with_tie(self, a: str, b: str) -> Graph:
        """Return this graph with a tie between `a` and `b` added.

        Raises
        ------
        ValueError
            When one of them is unknown, they are the same node, or the tie is there already.
        """
        if self.has_tie(a, b):
            raise ValueError(f"{a} and {b} are already tied")
        return Graph(self.nodes, self.ties | {frozenset((a, b))})

    def without_tie(self, a: str, b: str) -> Graph:
        """Return this graph with the tie between `a` and `b` cut.

        Raises
        ------
        ValueError
            When one of them is unknown or there is no such tie.
        """
        if not self.has_tie(a, b):
            raise ValueError(f"{a} and {b} are not tied")
        return Graph(self.nodes, self.ties - {frozenset((a, b))})

    def without_node(self, node: str) -> Graph:
        """Return this graph after `node` and its ties have left.

        Raises
        ------
        ValueError
            When `node` is not in the graph.
        """
        self._must_know(node)
        stay = tuple(other for other in self.nodes if other != node)
        return Graph(stay, frozenset(tie for tie in self.ties if node not in tie))

    def _must_know(self, node: str) -> None:
        if node not in self.adjacency:
            raise ValueError(f"unknown node: {node!r}")


def components(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Split the graph into its connected parts.

    Returns
    -------
    tuple of tuple of str
        Nodes in the order of `graph.nodes`, parts in the order of their first node. Empty for the empty graph;
        an isolated node is a part of its own.
    """
    part_of: dict[str, int] = {}
    count = 0
    for start in graph.nodes:
        if start in part_of:
            continue
        part_of[start] = count
        stack = [start]
        while stack:
            for other in graph.adjacency[stack.pop()]:
                if other not in part_of:
                    part_of[other] = count
                    stack.append(other)
        count += 1
    parts: list[list[str]] = [[] for _ in range(count)]
    for node in graph.nodes:
        parts[part_of[node]].append(node)
    return tuple(tuple(part) for part in parts)
