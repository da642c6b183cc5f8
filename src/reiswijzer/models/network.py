"""Measures of a network, and what they say about dependence (M17).

Sources: [freeman1978] for density, the three centralities and centralisation, [burt1992] for constraint,
[borgattieverett2000] for core and periphery. Formulas [S]; reading them for organisations instead of people
is partly [D]. Degree is not dependence: nodes with equally many ties can differ widely in betweenness.

All measures take an undirected `Graph` of n nodes and m ties and are defined for every graph, the empty one
included: where a formula divides by zero, the function says what it returns instead.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from reiswijzer.models.graph import Graph, components

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "Graph",
    "articulation_points",
    "betweenness",
    "betweenness_centralisation",
    "closeness",
    "components",
    "constraint",
    "core_periphery",
    "degree_centralisation",
    "degree_centrality",
    "density",
]


def density(graph: Graph) -> float:
    """Return the share of all possible ties that exist, 2m / (n(n - 1)), 0 to 1 (M17, [freeman1978]) [S].

    Fewer than two nodes have no possible tie and give 0.
    """
    n = len(graph.nodes)
    return 2 * len(graph.ties) / (n * (n - 1)) if n > 1 else 0.0


def degree_centrality(graph: Graph) -> dict[str, float]:
    """Return for every node d / (n - 1), its share of the possible ties, 0 to 1 (M17, [freeman1978]) [S].

    Reads as activity, visibility and load. A single node gives 0.
    """
    possible = max(len(graph.nodes) - 1, 1)
    return {node: len(others) / possible for node, others in graph.adjacency.items()}


def betweenness(graph: Graph) -> dict[str, float]:
    """Return for every node its normalised betweenness, 0 to 1 (M17, [freeman1978]) [S].

    The sum over all pairs of other nodes of the share of their shortest paths that runs through the node,
    divided by (n - 1)(n - 2)/2. Reads as dependence on the node: bridge, bottleneck, power. Pairs without a
    path count as zero. Fewer than three nodes give 0. Computed with the algorithm of Brandes, O(nm).
    """
    n = len(graph.nodes)
    neighbours = _indexed(graph)
    total = [0.0] * n
    for source in range(n):
        paths = [0] * n  # shortest paths from the source
        paths[source] = 1
        distance = [-1] * n
        distance[source] = 0
        order = [source]
        before: list[list[int]] = [[] for _ in range(n)]
        for node in order:  # grows while it is read: breadth first
            if len(order) == n and distance[node] == distance[order[-1]]:
                break  # only the farthest are left: nothing lies behind them
            further = distance[node] + 1
            for other in neighbours[node]:
                if distance[other] < 0:
                    distance[other] = further
                    order.append(other)
                if distance[other] == further:
                    paths[other] += paths[node]
                    before[other].append(node)
        dependence = [0.0] * n
        for node in reversed(order[1:]):
            part = (1 + dependence[node]) / paths[node]
            for earlier in before[node]:
                dependence[earlier] += paths[earlier] * part
            total[node] += dependence[node]
    ordered_pairs = max((n - 1) * (n - 2), 1)
    return {node: total[index] / ordered_pairs for index, node in enumerate(graph.nodes)}


def closeness(graph: Graph) -> dict[str, float]:
    """Return for every node how near the others are, 0 to 1 (M17, [freeman1978]) [S].

    In a connected graph (n - 1) / (sum of distances). When the node reaches only r others, r / (sum of
    distances to those r) is multiplied by r / (n - 1), so that being near to a few does not beat being near to
    all; this is the choice of Wasserman and Faust and the default of networkx. Reaching nobody gives 0.
    """
    n = len(graph.nodes)
    neighbours = [set(others) for others in _indexed(graph)]
    result: dict[str, float] = {}
    for source, node in enumerate(graph.nodes):
        unseen = set(range(n)) - {source}
        level = {source}
        reached = total = steps = 0
        while unseen and level:
            steps += 1
            level = set().union(*(neighbours[index] for index in level)) & unseen
            unseen -= level
            reached += len(level)
            total += steps * len(level)
        result[node] = reached * reached / (total * (n - 1)) if reached else 0.0
    return result


def degree_centralisation(graph: Graph) -> float:
    """Return how far one node leads in ties, from 0 (even) to 1 (a star) (M17, [freeman1978]) [S].

    Sum of (largest degree - degree) over (n - 1)(n - 2). Fewer than three nodes give 0.
    """
    n = len(graph.nodes)
    degrees = [len(others) for others in graph.adjacency.values()]
    return _lag(degrees) / ((n - 1) * (n - 2)) if n > 2 else 0.0  # noqa: PLR2004


def betweenness_centralisation(graph: Graph) -> float:
    """Return how far paths run through one node, 0 (even) to 1 (one broker) (M17, [freeman1978]) [S].

    Sum of (largest betweenness - betweenness) over n - 1, with normalised betweenness. Fewer than three nodes
    give 0.
    """
    return _lag(betweenness(graph).values()) / max(len(graph.nodes) - 1, 1)


def constraint(graph: Graph) -> dict[str, float | None]:
    """Return for every node Burt's constraint: low means spanning structural holes (M17, [burt1992]) [S].

    Sum over the neighbours j of i of (p_ij + sum_q p_iq p_qj)^2, where p is the share of someone's ties and q
    runs over the neighbours that i and j have in common. Above 0; it can exceed 1 in small dense groups.

    Returns
    -------
    dict of str to float or None
        None for a node without ties: it has no p, so no constraint.
    """
    neighbours = {node: set(others) for node, others in graph.adjacency.items()}
    share = {node: 1 / len(others) for node, others in neighbours.items() if others}
    total = dict.fromkeys(share, 0.0)
    for tie in graph.ties:
        a, b = tie
        invested = 1 + sum(map(share.__getitem__, neighbours[a] & neighbours[b]))
        total[a] += (share[a] * invested) ** 2
        total[b] += (share[b] * invested) ** 2
    return {node: total.get(node) for node in graph.nodes}


def articulation_points(graph: Graph) -> tuple[str, ...]:
    """Return the nodes whose departure would cut those who stay into more parts (M17) [S].

    Single points of failure, in the order of `graph.nodes`. Depth-first search after Hopcroft and Tarjan,
    without recursion, so a long chain is no problem.
    """
    neighbours = _indexed(graph)
    entered = [-1] * len(neighbours)
    lowest = [0] * len(neighbours)  # earliest node that the subtree can reach by one tie back
    cut: set[int] = set()
    clock = 0
    for root in range(len(neighbours)):
        if entered[root] >= 0:
            continue
        entered[root] = lowest[root] = clock
        clock += 1
        branches = 0
        stack: list[tuple[int, int, Iterator[int]]] = [(root, root, iter(neighbours[root]))]
        while stack:
            node, parent, rest = stack[-1]
            other = next(rest, None)
            if other is None:
                stack.pop()
                lowest[parent] = min(lowest[parent], lowest[node])
                if parent == root:
                    branches += node != root
                elif lowest[node] >= entered[parent]:
                    cut.add(parent)
            elif entered[other] < 0:
                entered[other] = lowest[other] = clock
                clock += 1
                stack.append((other, node, iter(neighbours[other])))
            elif other != parent:
                lowest[node] = min(lowest[node], entered[other])
        if branches > 1:
            cut.add(root)
    return tuple(node for index, node in enumerate(graph.nodes) if index in cut)


def core_periphery(graph: Graph, core: Iterable[str]) -> float | None:
    """Return how well the graph fits an inner circle and an edge, -1 to 1 (M17, [borgattieverett2000]) [S].

    Pearson correlation over all pairs between "there is a tie" and the ideal pattern "at least one of the two
    is in the core". 1 means that core members are tied to everyone and the others to the core only.

    Parameters
    ----------
    graph : Graph
        The network.
    core : iterable of str
        Ids of the supposed inner circle.

    Returns
    -------
    float or None
        None when one of the two never varies: no tie or every tie there, no core, or fewer than two outside.

    Raises
    ------
    ValueError
        When an id in `core` is not in the graph.
    """
    inner = set(core)
    if unknown := inner - set(graph.nodes):
        raise ValueError(f"unknown node in the core: {', '.join(sorted(unknown))}")
    n = len(graph.nodes)
    edge = n - len(inner)
    pairs = n * (n - 1) // 2
    ideal = pairs - edge * (edge - 1) // 2
    tied = len(graph.ties)
    both = sum(not inner.isdisjoint(tie) for tie in graph.ties)
    spread = tied * (pairs - tied) * ideal * (pairs - ideal)
    return (pairs * both - tied * ideal) / sqrt(spread) if spread else None


def _indexed(graph: Graph) -> list[list[int]]:
    """Give the neighbours by place in `graph.nodes`, which is faster to compute with than ids."""
    place = {node: index for index, node in enumerate(graph.nodes)}
    return [[place[other] for other in others] for others in graph.adjacency.values()]


def _lag(values: Iterable[float]) -> float:
    """Add up how far every value stays behind the largest; 0 for no values."""
    listed = list(values)
    return sum(max(listed) - value for value in listed) if listed else 0.0
